"""Forms of a person's name: which can be the same person's, and by which rule.

slip        letters that a scan misread or a secretary spelled otherwise: "Bashlr", "Lindkvist", "Rostamy", "Leyla", "Grnalund"
initials    "P-O Hallin", "PO Hallin", "C. Rönn", "Anna B.", "Inga-Maj S", "Lena H-B", "GS", "B-A" for the names in full
part        a part of a double name, or without a middle name: "Maria Ek" for "Maria Sjöstrand-Ek", "Anders Ek" for "Per
            Anders Ek"
nickname    another form of the first name: "Lasse" for "Lars" (vocabulary/nicknames.toml); one that no list has: "Perra",
            "Marlo" for "Per-Erik", "Marie-Louise"; what tells one of two apart before it: "Kyrk-Siv"
first_name  the first name alone, a double one also written as one: "Ingalill"
surname     the surname alone, or one of two: "Hallin"
turned      surname first
married     the same first name, another surname
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from pipeline.names import folded, is_first_name
from pipeline.vocabulary import groups, listed

Rule = Literal[
    "same", "slip", "initials", "part", "nickname", "first_name", "surname", "turned", "married"
]
Words = tuple[str, ...]

_MISREAD_FROM = 5  # shortest word, in letters, that may have one wrong
_MISSPELLED_FROM = 4  # shortest first name of which that is a misspelling
_FEWEST_INITIALS = 2
_CUT = 2  # letters that a shortened first name has lost at least
_SPELLINGS = ("ch", "k"), ("ck", "k"), ("c", "k"), ("q", "k"), ("w", "v"), ("th", "t"), ("ph", "f"), ("z", "s"), ("hj", "j"), ("dt", "t"), ("fv", "v"), ("x", "ks")  # fmt: skip
_HEARD = (  # before the letters above
    (re.compile(r"qu(?=[ieay])"), "kv"),  # "Rydquist"
    (re.compile(r"sch|skj|stj|sh"), "sj"),  # "Schirazi", "Shirazi"
    (re.compile(r"(?<!s)c(?=[eiy])"), "s"),  # "Cederkvist"
    (re.compile(r"(?<=[nl])t[sz]"), "s"),  # "Lagercrantz"
    (re.compile(r"tj$|(?<=i)(?:tch|c)$"), "k"),  # "Petrović", "Petrovitj"
    (re.compile(r"^tj"), "kj"),
    (re.compile(r"^y(?=[aou])"), "j"),  # "Yasmin"
    (re.compile(r"i[yj](?=[aou])"), "i"),  # "Rukiya"
    (re.compile(r"^abd[aeiu]l?(?=[a-z]{3})"), "abd"),  # "Abdulrahman", "Abdirahman"
)
_ABROAD = (  # vowels that are written as other languages write them
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"ee|ie"), "i"),
    (re.compile(r"(?<=[aeiouy])h?$"), ""),
)
_LETTERS = str.maketrans({"đ": "dj", "ı": "i", "ł": "l", "ø": "o", "æ": "a"})
_SILENT = re.compile(
    r"(?<=[aeiouy])h(?![aeiouy])|(?<=[dgklnrt])h$|(?<=[dg])h(?=[aeiou])"
)  # "Öhrn", "Rydh", "Lindha"
_GLIDE = re.compile(
    r"(?<=[aeou])[iy](?=[^aeiouy]|$)|(?<=[aeou])y(?=[aou])"
)  # "Leila", "Maya", "Kai"
_LAST_SOUND = re.compile(r"(?<=\w\w\w)(?:y|ij)$|(?<=\w\w)ie$")  # "Rahimy", "Sofie"
_PET_STEM = 3  # letters of a first name that a form of it keeps


@lru_cache(maxsize=200_000)
def name_words(name: str) -> Words:
    """A name's words in small ASCII letters; hyphens and full stops part them."""
    return tuple(re.findall(r"[^\W_]+", re.sub(r"[\"”“'’]", "", fold(name))))


@lru_cache(maxsize=200_000)
def fold(text: str | None) -> str:
    """Small letters without accents, white space folded."""
    plain = unicodedata.normalize("NFKD", (text or "").casefold().translate(_LETTERS))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def fullness(words: Words) -> int:
    """How many words are more than an initial."""
    return sum(len(word) > 1 for word in words)


def read_alike(one: Words, other: Words) -> bool:
    """Whether two forms differ by nothing but usual misreadings and spellings.

    "Lindqvist" and "Lindkvist", "Öhrn" and "Örn", and a double first name written as one: "Evalena Ek", "PO Ek",
    "Ingmarie".
    """
    if len(one) != len(other):
        return _sounded("".join(one)) == _sounded("".join(other))
    return all(
        _sounded(a) == _sounded(b) or folded(a) == folded(b)
        for a, b in zip(one, other, strict=True)
    )


def a_letter_apart(one: Words, other: Words) -> bool:
    """Whether one long word of the two has one letter wrong, or two that changed places, not its first."""
    if len(one) != len(other) or _his_and_hers(one, other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b and folded(a) != folded(b)]
    return len(apart) == 1 and all(
        min(len(a), len(b)) >= _MISREAD_FROM
        and a[0] == b[0]
        and OSA.distance(a, b, score_cutoff=1) <= 1
        for a, b in apart
    )


def _his_and_hers(one: Words, other: Words) -> bool:
    """Whether two forms begin with "Mikael" and "Mikaela"."""
    return bool(one and other) and (f"{one[0]}a" == other[0] or f"{other[0]}a" == one[0])


def spelled_abroad(one: Words, other: Words) -> bool:
    """ "Ali Noori" and "Ali Nuri", "Nasreen" and "Nasrin", "Saleh" and "Salih": names that are written by ear in Swedish letters."""
    return len(one) == len(other) and all(
        _sounded(a)[0] == _sounded(b)[0] and (written_alike(a, b) or _abroad(a) == _abroad(b))
        for a, b in zip(one, other, strict=True)
    )


@lru_cache(maxsize=20_000)
def _abroad(word: str) -> str:
    for pattern, usual in _ABROAD:
        word = pattern.sub(usual, word)
    return _sounded(word).translate(str.maketrans("oe", "ui"))


def misspelled_first_name(one: Words, other: Words) -> bool:
    """ "Lief Ek" for "Leif Ek": one letter, or two that changed places, in a first name, where the one is none."""
    if min(len(one), len(other)) < 2 or not read_alike(one[1:], other[1:]):
        return False
    if _his_and_hers(one, other):
        return False
    return (
        min(len(one[0]), len(other[0])) >= _MISSPELLED_FROM
        and is_first_name(one[0]) != is_first_name(other[0])
        and OSA.distance(one[0], other[0], score_cutoff=1) == 1
    )


def both_usual(one: Words, other: Words) -> bool:
    """Whether the words in which two forms differ are both surnames that many have: "Lindberg", "Lundberg"."""
    return all(_is_usual(a) and _is_usual(b) for a, b in zip(one, other, strict=True) if a != b)


@lru_cache(maxsize=20_000)
def _is_usual(surname: str) -> bool:
    """Whether a surname, or both its parts ("Lund-holm"), are ones that many have."""
    usual = _usual_surnames()
    ends = usual.union(listed("link_words", "surname_ends"))
    return surname in usual or any(
        surname[:cut] in usual and surname[cut:] in ends for cut in range(3, len(surname) - 2)
    )


@cache
def _usual_surnames() -> frozenset[str]:
    return frozenset(map(fold, listed("gazetteer", "surnames")))


def initials_of(short: Words, full: Words) -> bool:
    """ "P-O Hallin" for "Per-Olov Hallin", "Anna B" for "Anna Berg", "Anna R-B" for "Anna Ros-Berg", "Per-Olov H"; at
    least one word in full."""
    if len(short) == 2 < len(full) and len(short[0]) == 2 and not is_first_name(short[0]):
        short = (*short[0], short[1])  # "PO Hallin"
    elif len(short) == 2 < len(full) and short[1] == "".join(word[0] for word in full[-2:]):
        short = (short[0], *short[1])  # "Anna RB"
    if len(short) > len(full) or fullness(short) == 0 or fullness(short) == len(short):
        return False
    if len(short) == len(full) > 2 and short[:-1] == full[:-1] and full[-1].startswith(short[-1]):
        return True
    if len(short) > 1 and fullness(short[1:]) == 0:
        if len(short) == 2 and short[0] in full[1:] and not is_first_name(short[0]):
            return full[0].startswith(short[1])  # "Hallin P"
        same = written_alike(short[0], full[0]) or _nick(short[0], full[0])
        rest = iter(full[1:])
        return same and all(any(word.startswith(each) for word in rest) for each in short[1:])
    return len(short[-1]) > 1 and short[-1] in full[1:] and _in_order(short, full)


def only_initials_of(short: Words, full: Words) -> bool:
    """ "GS", "G S" for "Gun Ström", "I-M S", "IMS", "I-M" for "Ing-Marie Ström"; "BO" may be a first name."""
    letters = "".join(short)
    if len(letters) < _FEWEST_INITIALS or not (
        fullness(short) == 0 or (len(short) == 1 and not is_first_name(letters))
    ):
        return False
    initials = "".join(word[0] for word in full)
    particles = listed("link_words", "particles")
    if letters == "".join(word[0] for word in full if word not in particles):
        return True
    return letters == initials or (len(letters) == 2 < len(full) and initials.startswith(letters))


def surname_of(short: Words, full: Words) -> bool:
    """ "Hallin" for "Per-Olov Hallin", "Ros", "Ek" and "Ros-Ek" for "Anna Ros-Ek"; no first name by itself."""
    if not 0 < len(short) < len(full) or fullness(short) < len(short) or is_first_name(short[0]):
        return False
    return short == full[-len(short) :] or (len(short) == 1 and short[0] in full[1:])


def later_part_of(short: Words, full: Words) -> bool:
    """The second first name, by which many are called: "Anders Ek" for "Per Anders Ek", "Olov Hallin" for "Per-Olov
    Hallin"."""
    return (
        1 < len(short) < len(full)
        and short == full[-len(short) :]
        and is_first_name(short[0])
        and is_first_name(full[0])
    )


def leaves_a_first_name(short: Words, full: Words) -> bool:
    """Whether "Jan Ek" is without a part of a double first name that "Jan-Erik Ek" has."""
    return len(full) > 2 and full[1] not in short and is_first_name(full[1])


def part_of(short: Words, full: Words) -> bool:
    """ "Maria Ek" for "Maria Sjöstrand-Ek", "Per Hallin" for "Per-Olov Hallin"."""
    return (
        1 < len(short) < len(full)
        and fullness(short) == len(short)
        and written_alike(short[0], full[0])
        and any(written_alike(short[-1], each) for each in full[1:])
        and _in_order(short, full)
    )


def first_name_of(short: Words, full: Words) -> bool:
    """ "Kerstin" for "Kerstin Alm", "Per-Erik" and "Pererik" for "Per-Erik Ros", "Anki" for "Ann-Katrin Ros"."""
    if not short or len(full) < 2:
        return False
    nick = len(short) == 1 and (_nick(short[0], full[0]) or _nick(short[0], "-".join(full[:-1])))
    if len(short) < len(full) and (nick or short == full[: len(short)]):
        return True
    return len(short) != len(full[:-1]) and written_alike("".join(short), "".join(full[:-1]))


def written_alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one sound."""
    return one == other or _sounded(one) == _sounded(other)


def nickname_of(one: Words, other: Words) -> bool:
    """Another form of the first name before the same surname, also a double one, or of a first name that stands alone."""
    if one != other and _nick("-".join(one), "-".join(other)):
        return True
    ours, theirs = _first_names(one, other)
    return (
        len(ours) < len(one) and ours != theirs
        and ((ours[0] != theirs[0] and _nick(ours[0], theirs[0])) or _nick("-".join(ours), "-".join(theirs)) or _shortened(ours[0], theirs[0]))
    )  # fmt: skip


def _first_names(one: Words, other: Words) -> tuple[Words, Words]:
    """What stands before the words that end both names."""
    while min(len(one), len(other)) > 1 and _sounded(one[-1]) == _sounded(other[-1]):
        one, other = one[:-1], other[:-1]
    return one, other


def nickname_of_second(one: Words, other: Words) -> bool:
    """ "Fia Ek" for "Ann-Sofie Ek": a nickname of the second part of a double first name, before the same surname."""
    short, full = sorted((one, other), key=len)
    return (
        (len(short), len(full)) == (2, 3)
        and written_alike(short[-1], full[-1])
        and _nick(short[0], full[1])
    )


def _shortened(one: str, other: str) -> bool:
    """Whether one is the other's beginning and no first name of its own: "Moha" for "Mohammad"."""
    short, long = sorted((one, other), key=len)
    return (
        len(long) - _CUT >= len(short) >= _CUT + 1
        and long.startswith(short)
        and not is_first_name(short)
    )


def pet_name_of(one: Words, other: Words) -> bool:
    """ "Perra Ek", "Ullis Ek", "Bettan Ek", "Marlo Ek" for "Per-Erik Ek", "Ulla-Carin Ek", "Elisabet Ek", "Marie-Louise Ek":
    forms of first names that no list may have. Who bears another name alike is told apart by the office alone."""
    if min(len(one), len(other)) < 2 or not written_alike(one[-1], other[-1]):
        return False
    if len(one) == len(other) > 2 and one[1:] == other[1:]:  # a double surname
        one, other = one[:2], other[:2]
    short, long = sorted(("".join(one[:-1]), "".join(other[:-1])), key=len)
    known = is_first_name(short)
    if len(long) == len(short) + 1 and long.startswith(short):  # "Ada", "Adam"
        return False
    if (
        min(len(one), len(other)) > 2
        or len(short) < _PET_STEM
        or (known and not short.endswith(listed("nicknames", "endings")))
    ):
        return False
    if short[:_PET_STEM] in long or _single(short)[:_PET_STEM] in _single(long):
        return is_first_name(one[0]) or is_first_name(other[0])
    return not known and len(short) > _PET_STEM and short[0] == long[0] and _letters_of(short, long)


def contracted(one: Words, other: Words) -> bool:
    """ "Majo Ek" for "Maj-Olivia Ek": the beginnings of both parts of a double first name in one word."""
    (short, *last), full = sorted((one, other), key=len)
    if len(full) != len(last) + 2 or not last or is_first_name(short) or len(short) < _PET_STEM:
        return False
    first, second = full[:2]
    return all(map(written_alike, last, full[2:])) and any(
        first.startswith(short[:cut]) and second.startswith(short[cut:])
        for cut in range(1, len(short))
    )


def told_apart_by(short: Words, full: Words) -> str:
    """What stands before a first name to tell who is meant, of the one who may be: "kyrk" of "Kyrk-Siv" for "Siv Ek"."""
    if len(short) != 2 or len(full) < 2 or len(short[0]) < _PET_STEM or is_first_name(short[0]):
        return ""
    named = written_alike(short[1], full[0]) or _nick(short[1], full[0])
    return short[0] if named and short[1] != full[-1] else ""


def _letters_of(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def turned(one: Words, other: Words) -> bool:
    """ "Ek Anna", "Ros-Ek Anna" for "Anna Ek" and "Anna Ros-Ek", either way round."""
    return one != other and any(one == (*other[at:], *other[:at]) for at in range(1, len(other)))


def married_name(one: Words, other: Words) -> bool:
    """The same first name and another surname; a surname may be kept beside the new one."""
    return len(one) > 1 and len(other) > 1 and one[0] == other[0] and len(one[0]) > 1 and (
        one[-1] != other[-1]
    ) and fullness(one) == len(one) and fullness(other) == len(other)  # fmt: skip


def _in_order(short: Words, full: Words) -> bool:
    rest = iter(full)
    return all(
        any(
            written_alike(word, each) or (len(word) == 1 and each.startswith(word)) for each in rest
        )
        for word in short
    )


@lru_cache(maxsize=20_000)
def _sounded(word: str) -> str:
    for pattern, usual in _HEARD:
        word = pattern.sub(usual, word)
    for spelling, usual in _SPELLINGS:
        word = word.replace(spelling, usual)
    word = _LAST_SOUND.sub("i", _GLIDE.sub("j", word))
    word = _SILENT.sub("", re.sub(r"f$", "v", word))  # "Olof", "Olov"
    return re.sub(r"(.)\1", r"\1", word)


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Where each first name, as it sounds, stands among the groups of names that are used for one another."""
    found: dict[str, set[int]] = {}
    for at, names in enumerate(groups("nicknames", "same")):
        for name in names:
            found.setdefault(_sounded("-".join(name_words(name))), set()).add(at)
    return {name: frozenset(at) for name, at in found.items()}


def _nick(one: str, other: str) -> bool:
    known, nobody = _nicknames(), frozenset[int]()
    return not known.get(_sounded(one), nobody).isdisjoint(known.get(_sounded(other), nobody))
