"""Swedish persons' names: what looks like one, and when two are the same.

Forms handled: first and last names of one to four words, hyphens ("Gun-Britt"), double surnames,
initials ("P A Ek", "A. Ek"), particles (von, af, de, al), a farm ("Olle i Backen", "Olle på Näset"), nicknames in
quotation marks, first names alone, and a small l misread for I ("lngemarsson"). A word of the affiliation vocabulary makes a piece no name.
"""

import re
from functools import lru_cache

from pipeline.vocabulary import listed, pattern, possible, rule_for, words

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽȘȚ"
_PART = rf"(?:[{_UPPER}][\w'’´]*(?:[-–]\s?[{_UPPER}a-zà-öø-ÿ][\w'’]*)*\.?|l[nrsmd][a-zåäö]{{3,}}|von|af|de|van|der|dos|al|el|bin|ben|da|di|\"[^\"]{{2,20}}\"|[”“][^”“]{{2,20}}[”“]|'\w{{2,20}}')"
NAME = re.compile(rf"{_PART}(?:\s{_PART}){{0,4}}")
_AT_FARM = re.compile(
    rf"[{_UPPER}][\w-]+\s(?:i|på)\s(?P<farm>[{_UPPER}][\w-]+(?:en|et|an|a|arna|by|bo|ås|näs|äng))"
)
_INITIALS = re.compile(rf"(?:[{_UPPER}]\.?[-–]?){{1,3}}")
_DEFINITE = re.compile(r"[a-zåäö]{3}(?:en|et|an)$")
_LETTERED = re.compile(r"[A-ZÅÄÖ]{3,}")
_HYPHEN = re.compile(r"[-–]")
_BETWEEN = re.compile(r"[\s–-]+")
_SHORT = re.compile(r"[A-ZÅÄÖ][a-zåäö]{1,3}(?<!en|et)[b-zåäö]?(?<!en|et|is)")
_HOME = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,4}hem")


def is_first_name(word: str) -> bool:
    """Whether `word`, or a part of a hyphened one, is a known first name, or the initials of a double one."""
    known, small = words("names", "first"), word.lower()
    return small.strip('"”') in known or (
        ("-" in word or "–" in word)
        and (not known.isdisjoint(_HYPHEN.split(small)) or _is_double_initial(word))
    )


def _is_double_initial(word: str) -> bool:
    """ "P-O": a double first name as its bearer is called."""
    return len(word) == 3 and word[1] in "-–" and word[0].isupper() and word[2].isupper()


@lru_cache(maxsize=10_000)
def _affiliation(text: str) -> bool:
    return any(
        rule.regex.search(text)
        for rule in possible("affiliations", text)
        if rule.data["is"] in {"organisation", "role"} and _whole_words(rule.data["is"], text)
    )


def _whole_words(kind: str, text: str) -> bool:
    """A role's noun counts only where it makes a whole word of `text`."""
    return kind != "role" or any(is_role(word) for word in text.split())


@lru_cache(maxsize=10_000)
def is_role(word: str) -> bool:
    """Whether the whole of `word` is a role ("rektor"), not in its definite form."""
    return rule_for("affiliations", "role").regex.fullmatch(word) is not None


def is_name(text: str, *, single: bool = False) -> bool:
    """Whether `text` is a person's name. `single`: one word may be a first name alone."""
    text = text.strip()
    parts = text.split()
    preposition = parts[1:2] in (["i"], ["på"])
    if preposition and (at := _AT_FARM.fullmatch(text)) and is_first_name(parts[0]):
        return not _affiliation(at["farm"])
    if len(text) > 50 or NAME.fullmatch(text) is None:
        return False
    if len(parts) == 1:
        if _is_double_initial(text) or text in listed("names", "double_initials"):
            return single
        return single and not _affiliation(text) and not text.isupper() and len(text) > 1
    if parts[0].islower() or all(_INITIALS.fullmatch(part) for part in parts):
        return False
    if len(parts[-1].rstrip(".")) > 1 and parts[-1].isupper() and not parts[0].isupper():
        return _is_double_initial(parts[-1]) and is_first_name(parts[0])  # "Bo E-L", not "Bo Ek KS"
    if len(parts) > 3 and is_first_name(parts[0]) and any(map(_affiliation, parts[2:-1])):
        return False  # "Bo Ek Galleria Fyren"
    if len(parts) > 2 and _DEFINITE.search(parts[-1]) and _affiliation(parts[-1]):
        return False  # "Anna Ek Polisen"
    if len(parts) > 2 and _LETTERED.fullmatch(parts[1]) and is_first_name(parts[0]):
        return False  # "Bo ICA Ekhallen"
    if is_first_name(parts[0]) or is_first_name(parts[1]):
        if not is_first_name(parts[0]) and is_role(parts[0]):
            return False
        if len(parts) == 2 and is_first_name(parts[0]) and _HOME.fullmatch(parts[1]):
            return True  # "Gunilla Solhem", not "Vinnersjö Bostadshem"
        if len(parts) == 2 and (_SHORT.fullmatch(parts[1]) or is_role(parts[1])):
            return parts[0][0].isupper()  # "Eva Fält", "Bo Svärd"
        return not _affiliation(" ".join(parts[1:])) or (
            pattern("names", "surname").search(parts[-1]) is not None and not parts[-1].isupper()
        )
    shouted = any(
        part.isupper() and len(part) > 2 and not _INITIALS.fullmatch(part) for part in parts
    )
    return not shouted and not _affiliation(text)


def surname_first(text: str) -> bool:
    """Whether a two- or three-word name has its first name last ("Ek Anna")."""
    parts = text.replace(",", " ").split()
    return len(parts) >= 2 and not is_first_name(parts[0]) and is_first_name(parts[-1])


def same_name(one: str, other: str) -> bool:
    """Whether two written names may be one person's: equal words, initials or a part of the other.

    "Anna Ek" is "A. Ek", "Anna" and "Ek, Anna", but not "Anna Berg"; "P G Ek" is not
    "Gunnar Palm", whose initials alone are there.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    left = list(longer)
    if len(shorter) == 1 < len(longer) and shorter[0] not in longer:
        word = one if shorter is first else other  # "Sara" is "S. Ek" and not "Eva S"
        return _initial(shorter[0], longer[0]) and (len(shorter[0]) == 1 or is_first_name(word))
    for word in shorter:
        for each in left:
            if each == word or _initial(word, each):
                left.remove(each)
                break
        else:
            return False
    alike = not set(shorter).isdisjoint(longer) or max(map(len, shorter)) == 1
    return alike or all(len(each) == 1 for each in left)


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    parts = (word.strip('.,"”“’') for word in _BETWEEN.split(name))
    return tuple(folded(part) for part in parts if part)


_SLIPS = str.maketrans(
    "1|i06åäàáâãæöòóôõøéèêëüùúûýíìîïçćčñńśšşźżž", "lllooaaaaaaaooooooeeeeuuuuyllllcccnnssszzz"
)


@lru_cache(maxsize=10_000)
def folded(word: str) -> str:
    """`word` so that two readings of one printed word are equal.

    Lost dots and rings, "1", "i" or capital "I" for "l", "0" or "6" for "o", "rn" for "m" and a
    double letter read as one make no difference.
    """
    inner = word[:1] + word[1:].replace("I", "l")
    plain = inner.lower().translate(_SLIPS).replace("rn", "m")
    return re.sub(r"(.)\1", r"\1", plain)


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1)
