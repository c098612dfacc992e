"""What a list of names is like: first names alone, surnames first, a house number behind everybody.

Forms handled: "Anna, Bo, Siv"; "Ek Anna (S), ordf", "Ek, Anna", "Polisen: Ek Anna"; "Bo Ek 39, Li Alm 82".
"""

import re
from collections.abc import Sequence

from models.view import View
from pipeline.extract.attendees.pieces import names_in
from pipeline.names import is_first_name, is_role, surname_first

Row = tuple[View, ...]

BULLETS = "-–—•·▪*\uf0b7\uf0a7 "  # before the entries of a list
_ENTRY_ENDS = re.compile(r",|\soch\s|\ssamt\s")
_HOUSED = re.compile(r"[A-ZÅÄÖÉ][^\d§]{2,40}\s(?:nr\s)?\d{1,3}\.?")
_FEWEST_HOUSES = 3
_HOUSED_SHARE = 0.6  # of the entries


def gives_houses(rows: Sequence[Row]) -> bool:
    """Whether a bare number stands behind nearly everybody's name ("Bo Ek 39, Li Alm 82"): where they live."""
    entries = [
        entry for row in rows if len(row) == 1 for entry in _ENTRY_ENDS.split(row[0].text) if entry
    ]
    housed = sum(_HOUSED.fullmatch(entry.strip()) is not None for entry in entries)
    return housed >= _FEWEST_HOUSES and housed > _HOUSED_SHARE * len(entries)


def first_names_only(rows: Sequence[Row]) -> bool:
    """Whether a list names people by first names alone."""
    names = names_in(rows)
    return (
        bool(names)
        and sum(" " not in name for name in names) > 0.5 * len(names)
        and sum(is_first_name(name) for name in names) >= 0.3 * len(names)
    )


def turned(text: str) -> bool:
    """Whether a cell opens with a name whose first name is last ("Ek Anna (S), ordf", "Ek, Anna")."""
    bare = text.lstrip(BULLETS)
    return any(surname_first(re.split(mark, bare)[0]) for mark in (r"\s?\(", r"\s?[(,]"))


def surnames_first(rows: Sequence[Row]) -> bool:
    """Whether a list of at least three names has the first names last."""
    firsts = [row[0].text.rpartition(": ")[2].lstrip(BULLETS) for row in rows if row]
    heads = [re.split(r"\s\(", text)[0] for text in firsts if text[:1].isupper()]
    heads = [" ".join(re.split(r",\s|\s", head)[:2]) for head in heads if " " in head]
    heads = [head for head in heads if not _is_title(head.split()[0])]
    return len(heads) >= 3 and sum(surname_first(head) for head in heads) > 0.6 * len(heads)


def _is_title(word: str) -> bool:
    """Whether a rank or an office stands before a name ("Kommissarie Bo Ek", "Dr. Li Alm")."""
    return is_role(word) or word.endswith(".")
