"""The values of a ladder of labels, apart where a row holds several, and names beside what stands for them.

Forms handled: "13.00-15.00 Kommunhuset Anna Ek"; "Bo Li Kansliet 2014-11-11 22-27"; "Bo Li rektor kurator", the
roles of all the names above; a run of names, one a row, over an equally long one of parties, roles or bodies.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_first_name, is_name
from pipeline.segment.entries import stripped
from pipeline.vocabulary import rule_for, says

Row = tuple[View, ...]

_NAME = re.compile(
    r"(?<!\S)(?P<first>[A-ZÅÄÖÉ][\w-]+)\s(?:[A-ZÅÄÖÉ]\.?\s)?[A-ZÅÄÖÉ][\w-]+(?=$|\s|,)"
)
_HOURS = re.compile(
    r"(?:kl(?:ockan|\.)?\s)?\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d[,\s]\s?(?=[A-ZÅÄÖ])"
)
_ITEMS = re.compile(r"\s(?:§+\s?)?\d{1,3}\s?[-–]\s?\d{1,3}$")
_CLOCK = re.compile(
    r"(?<!\S)(?:kl(?:ockan|\.)?\s)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?(?=,?\s|$)"
)
_NUMBER = re.compile(r"(?<!\S)(?:[A-ZÅÄÖ]{1,5}\s?)?\d[\d.]*(?:[/:-]\d[\d.]*)+(?=\s|$)")
_SURE = 2  # values of one row that are known by their form
_FEWEST = 3  # names over as many parties or roles


def parts_of(row: Row) -> list[Row]:
    """A row as one or several values."""
    if len(row) != 1:
        return [row]
    view = row[0]
    if (hours := _HOURS.match(view.text)) is not None:
        place = view.part(hours.end(), len(view.text))
        return [(view.part(0, len(hours.group().rstrip(" ,"))),), *parts_of((place,))]
    name = next((each for each in _NAME.finditer(view.text) if _is_known(each)), None)
    if name is None:
        return [row]
    before = view.text[: name.start()].rstrip()
    if before and (_is_placed(before) or says("places", before)):
        named = view.part(name.start(), len(view.text))
        return [(view.part(0, len(before)),), *parts_of((named,))]
    rest_at = name.end() + 1
    size = len(view.text)
    rest = view.text[rest_at:]
    if before or not rest or view.text[name.end()] == "," or rest.startswith("("):
        return [row]
    roles = [match.span() for match in _roles(rest)]
    if len(roles) > 1:
        ends = [*(start for start, _ in roles[1:]), len(rest)]
        held: list[Row] = [
            (view.part(rest_at + start, rest_at + len(rest[:end].rstrip())),)
            for (start, _), end in zip(roles, ends, strict=True)
        ]
        return [(view.part(0, name.end()),), *held]
    if _is_placed(rest):
        items = _ITEMS.search(rest)
        end = rest_at + (items.start() if items is not None else len(rest))
        found: list[Row] = [(view.part(0, name.end()),), (view.part(rest_at, end),)]
        return [*found, (view.part(end + 1, size),)] if items is not None else found
    return [row]


def glued_of(row: Row) -> list[Row]:
    """An hour, a place, a day and a number that only a space parts, in any order; the row where there are not two that are sure."""
    return [(view,) for view in _glued(row[0])] or [row]


def _glued(view: View) -> list[View]:
    text = view.text
    if not text[:1].isdigit() and not re.search(r"\s\d", text):
        return []
    sure = [each.span() for each in _CLOCK.finditer(text)][:1]
    sure += [(each.start, each.end) for each in dates(text)[:1]]
    sure += [each.span() for each in _NUMBER.finditer(text)][:1]
    sure = [span for at, span in enumerate(sure) if not any(_meet(span, o) for o in sure[:at])]
    if len(sure) < _SURE:
        return []
    edges = sorted({0, len(text), *(edge for span in sure for edge in span)})
    parts = [stripped(view.part(first, last)) for first, last in pairwise(edges)]
    parts = [part for part in parts if part.text]
    return parts if len(parts) > _SURE else []


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def beside_names(rows: Sequence[Row]) -> list[Row]:
    """`rows` with each name of a run in one row with what stands for it in the equally long run below."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        names = 0
        while at + names < len(rows) and _is_name(rows[at + names]):
            names += 1
        below = rows[at + names : at + 2 * names]
        if names >= _FEWEST and len(below) == names and all(map(_is_work, below)):
            found += [
                (*name, *work) for name, work in zip(rows[at : at + names], below, strict=True)
            ]
            at += 2 * names
        else:
            found += rows[at : at + max(names, 1)]
            at += max(names, 1)
    return found


def _roles(text: str) -> list[re.Match[str]]:
    """The roles that `text` is, one after the other in small letters."""
    found = [
        match
        for match in rule_for("affiliations", "role").regex.finditer(text)
        if match.group()[0].islower() and text[: match.start()][-1:] in {"", " "}
    ]
    return found if found and found[0].start() == 0 else []


def _is_known(match: re.Match[str]) -> bool:
    return is_first_name(match["first"]) and is_name(match.group())


def _is_name(row: Row) -> bool:
    return len(row) == 1 and is_name(row[0].text)


def _is_work(row: Row) -> bool:
    text = row[0].text
    return len(row) == 1 and not is_name(text) and not _is_placed(text) and not text[:1].isdigit()


def _is_placed(text: str) -> bool:
    """Whether a day or an hour stands in `text`."""
    return bool(dates(text) or times(text))
