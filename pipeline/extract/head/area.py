"""The municipality or district that a body serves: the best of all places that the head names.

What stands beside the body's name (area_beside.py) goes before a letterhead, the date, the place and the rest
(area_apart.py); a word that is hardly the name of a place (a quarter, letters, a common noun) counts less wherever it stands.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from pipeline.extract.head import area_apart as apart
from pipeline.extract.head import area_beside as near
from pipeline.extract.head.area_beside import Name
from pipeline.extract.head.area_forms import FORM, OF_FORM, Area, is_coined, is_common
from pipeline.extract.head.area_told import told_of_us
from pipeline.extract.head.council_names import part
from pipeline.extract.head.lines import Reading

_Source = Callable[[float], Iterator[Area]]
_TOLD = 3.0  # how much more the head counts where running text or a foot names the body
_QUARTER = 4.5  # how much less "Öst" counts than the name of a place
_LETTERS = 4.0
_COMMON = 3.0  # a noun that the text names as a place nowhere else
_BEHIND_GROUP = re.compile(
    r"(?:grupp|nätverk|team|projekt|forum)(?:en|et)?\s$", re.IGNORECASE
)  # "Nätverket Barnfrid": its name, or its area
_DISTRICT = r"(?i:(?:stads|kommun)dels(?:nämnds)?område)"
_LEAST = 0.0


def area_of(
    reading: Reading, council: Name | None, body: str | None = None, *, told: bool = False
) -> Area | None:
    """The area as written, nearest to the name of the body where the head has one.

    body: the name where it stands in no line of the head. told: it stands in running text or in a foot, which counts
    less than the head.
    """
    best: tuple[float, Area] | None = None
    for weight, source in _sources(reading, council, body, told=told):
        if best is not None and best[0] >= weight:
            break
        for area in source(weight):
            if area.text == body and area.rule == "area.over_title":
                continue  # the name alone over the text is the body's
            score = weight - _doubt(reading, area)
            if score > _LEAST and (best is None or score > best[0]):
                best = score, area
    return _in_full(reading, best[1]) if best is not None else None


def _in_full(reading: Reading, area: Area) -> Area:
    """The district where the head names it beside its bare name: "Ekholm" is "Ekholms stadsdelsområde"."""
    if " " in area.text:
        return area
    district = re.compile(rf"{re.escape(area.text)}s?\s{_DISTRICT}(?!\w)")
    for line in reading.titles:
        if (found := district.search(line.text)) is not None:
            return replace(area, view=line.view, start=found.start(), end=found.end())
    return area


def _sources(
    reading: Reading, council: Name | None, body: str | None, *, told: bool
) -> list[tuple[float, _Source]]:
    """What may tell the area, the best first, with its weight; no area counts more than its source."""
    lifted = _TOLD * told
    found: list[tuple[float, _Source]] = [
        (4.4 + lifted, partial(apart.letterhead, reading)),
        (4.2 + lifted, partial(apart.two_lines, reading)),
        (4.0 + lifted, partial(apart.owner, reading)),
        (3.8 + lifted, partial(apart.beside_date, reading)),
        (3.6 + lifted, partial(apart.of_the_place, reading)),
        (3.3, partial(apart.for_whom, reading)),
        (3.2, partial(apart.over_title, reading)),
        (2.9, partial(apart.with_year, reading)),
        (2.6, partial(apart.in_foot, reading)),
        (2.0, partial(apart.opens, reading)),
        (1.2, partial(told_of_us, reading)),
    ]
    if council is not None:
        line, start, end = council
        body = line.text[start:end]
        found += [
            (6.0, partial(near.beside, reading, council)),
            (5.5, partial(near.owner_of, reading, council)),
            (5.0, partial(near.beside_others, reading, council)),
            (4.6, partial(near.inside, reading, council)),
            (4.5 if apart.is_city(reading) else 3.4, partial(near.next_line, reading, council)),
            (1.8, partial(apart.of_the_house, reading)),
        ]
    if body is not None:
        found.append((2.5, partial(apart.told_municipality, reading, body)))
    return sorted(found, key=lambda each: -each[0])


def _doubt(reading: Reading, area: Area) -> float:
    """How much speaks against a place: it is a quarter, letters or a common noun, and no place elsewhere in the text."""
    name = area.text
    if FORM.fullmatch(name) or OF_FORM.fullmatch(name):
        return 0.0
    if part("name.quarter").fullmatch(f" {name}"):
        return _QUARTER
    if re.fullmatch(r"[A-ZÅÄÖ]{2,5}", name) and not area.view.text.isupper():
        return _LETTERS
    coined = _BEHIND_GROUP.search(area.view.text, 0, area.start) is not None and is_coined(name)
    if (coined or is_common(name)) and not _is_told(reading, area):
        return _COMMON
    return 0.0


def _is_told(reading: Reading, area: Area) -> bool:
    """Whether the text names the place once more as one ("på Lugnet")."""
    where = re.compile(rf"\b(?:i|på|till|från|vid|kring|runt)\s{re.escape(area.text)}(?!\w)")
    own = area.view.offsets[area.start]
    return any(
        found.end() - len(area.text) != own for found in where.finditer(reading.meeting.text)
    )
