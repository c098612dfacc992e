"""Pet names by rule, as far as no list has them (vocabulary/nicknames.toml).

Forms handled: a beginning of the first name, or its letters, and a doubled consonant ("Immi", "Soffi", "Madde", "Rigga" for
"Ing-Marie", "Sofia", "Madeleine", "Rigmor"), also with -san, -kan or -is; -an behind the name ("Gunsan", "Evis", "Åkis", "Sivan"); the beginnings or the
initials of both parts of a double first name ("Mabbe", "Ubban", "Sibban" for "Maj-Britt", "Ulla-Britt", "Siv-Britt");
initials written as they are said ("Peo", "Pege", "Elge" for "P-O", "Per-Göran", "Lars-Göran"). Each before the surname or alone.
"""

import re
from functools import cache

from pipeline.link.forms import Words, written_alike
from pipeline.names import is_first_name
from pipeline.vocabulary import groups

_PET = re.compile(
    r"(?P<stem>[a-z]*?[aeiouy]?(?:(?P<twice>[b-df-hj-np-tv-xz])(?=(?P=twice))|ck|[b-df-hj-np-tv-xz](?=[sk]an$|is$)))"
    r"[a-z]?(?:an|is|ie|en|a|e|i|o|y)"
)
_BEGINNING = 3  # letters of one first name that its pet name keeps
_SHORTEST = 2  # letters of a first name to which -an is put
_SURE_ENDS = ("an", "is")
_VOWELS = frozenset("aeiouy")


def pet_name_by_rule(one: Words, other: Words, *, known: bool = False) -> bool:
    """Whether one is a pet name of the other's first name, with the same surname or alone.

    known: also where it is a first name by itself, in -an or -is ("Gunsan").
    """
    return any(
        ((known and short[0].endswith(_SURE_ENDS)) or not is_first_name(short[0]))
        and _pet_name(short, full)
        for short, full in ((one, other), (other, one))
        if short
    )


def said_initials(one: Words, other: Words) -> bool:
    """ "Peo Ek" and "Peo" for "Per-Olof Ek": the initials of a double first name as they are said."""
    return any(_said(*pair) for pair in ((one, other), (other, one)))


def _pet_name(short: Words, full: Words) -> bool:
    if len(short) > 2:
        return False
    first = _first_names(short, full)
    if any(short[0] in {f"{name}an", f"{name[:-1]}an"} for name in first if len(name) > _SHORTEST):
        return True  # "Sivan", "Sturan"
    match = _PET.fullmatch(short[0])
    if match is None or not first or first[0] == short[0]:
        return False
    stem = match["stem"].replace("ck", "k")
    return any(_begins(stem, name) for name in first) or (
        len(first) == 2
        and any(
            first[0].startswith(stem[:cut]) and first[1].startswith(stem[cut:])
            for cut in range(1, len(stem))
        )
    )


def _begins(stem: str, name: str) -> bool:
    plain = re.sub(r"(.)\1", r"\1", name.replace("ck", "k"))
    if plain.startswith(stem) and len(stem) >= _BEGINNING:
        return True
    return plain[:-1] == stem and plain[-1] in _VOWELS and len(stem) > 1  # "Evis", "Ullis"


def _first_names(short: Words, full: Words) -> Words:
    """The one or two first names of `full`, where `short` has its surname or none."""
    if len(short) == 2:
        return full[:-1][:2] if len(full) > 1 and written_alike(short[1], full[-1]) else ()
    if len(full) == 2 and not is_first_name(full[1]):
        return full[:1]
    return full[:2]


def _said(short: Words, full: Words) -> bool:
    if not 0 < len(short) <= 2:
        return False
    first = _first_names(short, full)
    return len(first) == 2 and any(
        short[0] == one + other
        for one in _sayings().get(first[0][0], ())
        for other in _sayings().get(first[1][0], ())
    )


@cache
def _sayings() -> dict[str, tuple[str, ...]]:
    """How each letter is said; a vowel as it is written."""
    said = {min(each, key=len): tuple(each) for each in groups("nicknames", "letters")}
    return {
        letter: tuple(how for how in each if how != letter or letter in _VOWELS)
        for letter, each in said.items()
    }
