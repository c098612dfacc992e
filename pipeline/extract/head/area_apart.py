"""The area where it stands apart from the body's name.

Forms handled: a letterhead ("VINNERSJÖ KOMMUN", "Stadsdelsförvaltningen Norr": a district goes before the municipality,
and that before a quarter), also in two lines; where the association that meets is at home ("Ekby byalag", "Brf Skutan, Ekby"); beside
the date ("Ekby 2019-02-22"); in the place ("Ekby kommunhus"); the name alone that opens the document; the one municipality of which the text speaks.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.extract.head.area_forms import (
    ASSOCIATION,
    FORM,
    OF_FORM,
    OWNER,
    WORD,
    is_no_area,
    taken,
    without_genitive,
)
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading, blank
from pipeline.names import is_first_name
from pipeline.vocabulary import says

_LABELLED = re.compile(rf"\b(?:Ort|Område|Stadsdel|Kommun):\s+(?P<area>{WORD}(?:\s{WORD}){{0,2}})")
_TOWN_HALL = re.compile(
    rf"(?:^|,\s)(?P<area>{WORD})\s(?:kommun(?:hus|kontor|förvaltning)|stadshus)(?:et)?(?!\w)"
)
_SEATED = re.compile(
    rf"(?:[Bb]rf|BRF|\w+föreningen|\w+fälligheten)\s{WORD},\s(?P<area>{WORD}(?:\s{WORD})?)\W*$"
)
_MET_IN = re.compile(
    rf"\b(?:samråd|\w*möte|sammanträde|träff)(?:et)?\b[^,]{{0,30}}\s+i\s(?P<area>{WORD}(?:\s{WORD})?)\W*$"
)
_BEFORE_DAY = re.compile(
    rf"(?P<area>{WORD}(?:\s{WORD})?),?\s(?:den\s)?"
)  # "Ekby, tisdag 6 maj kl 19"
_MASTHEAD = re.compile(rf"(?:[^\w\s]+\s)?(?P<area>{WORD}(?:[\s/]{WORD}){{0,2}})")
_DISTRICT = re.compile(r"\b(?:stads|kommun)del|\bstadsområde", re.IGNORECASE)
_KIND = re.compile(r"KOMMUN|STAD")
_SHOUTED = re.compile(r"[A-ZÅÄÖÉ]{3,}(?:[\s-][A-ZÅÄÖÉ]{3,})?")
_TOP = 5  # rows of a head that may hold its letterhead
_QUARTER = re.compile(r"kvarteret|bostadsområdet", re.IGNORECASE)


def elsewhere(reading: Reading) -> str | None:
    return (
        _letterhead(reading)
        or _two_lines(reading)
        or _owner(reading)
        or _beside_date(reading)
        or _of_the_place(reading)
    )


def over_title(reading: Reading, best: HeadLine) -> str | None:
    """The name alone that opens the document ("EKBY" over "Minnesanteckningar"), in capitals or told again below."""
    over = (line for line in reading.lines if line.position == 0 or line.furniture)
    for line in over:
        alone = _MASTHEAD.fullmatch(line.text) if line.field is None and line is not best else None
        if alone is None or is_first_name(alone["area"].split()[0]):
            continue
        name = rf"(?<!\w){re.escape(alone['area'])}s?(?!\w)"
        again = len(re.findall(name, reading.meeting.text, re.IGNORECASE)) > 1
        shouted = alone["area"].isupper() and not line.furniture
        if (again or shouted) and not says("councils", line.text):
            found = taken(reading, line.view, *alone.span("area"), "area.over_title")
            if found is not None:
                return found
    return None


def told_municipality(reading: Reading, body: str) -> str | None:
    """The one municipality of which the text speaks ("polisen och Ekby kommun"); none for an association."""
    if "kommun" not in reading.meeting.text.lower() or ASSOCIATION.search(body):
        return None
    found: dict[str, tuple[View, int, int]] = {}
    for view in _all_text(reading):
        for told in FORM.finditer(view.text) if "ommun" in view.text else ():
            start, end = told.span("area")
            if is_no_area(told["area"]):
                start = told["area"].rfind(" ", 0, told["area"].rfind(" ")) + 1 + start
            start = (
                max(start, view.text.rfind(" och ", start, end) + len(" och "))
                if " och " in told["area"]
                else start
            )
            words = view.text[start:end].split()
            found.setdefault(words[0].casefold().removesuffix("s"), (view, start, end))
    return taken(reading, *next(iter(found.values())), "area.told") if len(found) == 1 else None


def _all_text(reading: Reading) -> Iterator[View]:
    yield from (line.view for line in reading.lines)
    yield from (each.title for each in reading.meeting.sections if each.title is not None)
    yield from (sentence.view for sentence in reading.sentences())


def _two_lines(reading: Reading) -> str | None:
    """ "EKBY" over "KOMMUN": the name in a letterhead's column whose second line is its kind."""
    top = [line for line in reading.lines if line.position < _TOP and not line.furniture]
    pairs = [*pairwise(line for line in reading.lines if line.furniture)]
    for line in top:
        below = next((each for each in top if each.position == line.position + 1), None)
        pairs += [(line, below)] if below is not None else []
    for line, below in pairs:
        if below.field is not None or line.field is not None:
            continue
        if _KIND.fullmatch(below.text) and _SHOUTED.fullmatch(line.text):
            whole = side_by_side((line.view, below.view))
            return taken(reading, whole, 0, len(whole.text), "area.two_lines")
    return None


def _letterhead(reading: Reading) -> str | None:
    """The first district that the head names, else municipality, else quarter."""
    found: list[tuple[int, HeadLine, int, int]] = []
    for line in reading.lines:
        low = line.position >= TITLE_LINES and not line.furniture
        if line.field not in {None, "council"} or low:
            continue
        named = [*FORM.finditer(line.text), *_LABELLED.finditer(line.text)]
        ended = {match.end("area") for match in named}
        of_form = [
            each
            for each in OF_FORM.finditer(line.text)
            if each.start("name") - 1 not in ended and not is_no_area(each["name"])
        ]
        for match in sorted((*named, *of_form), key=lambda each: each.start()):
            kind = 2 if _QUARTER.match(match["area"]) else not _DISTRICT.search(match["area"])
            found.append((kind, line, *match.span("area")))
    for _, line, start, end in sorted(found, key=lambda each: each[0]):
        if area := taken(reading, line.view, start, end, "area.form"):
            return area
    return None


def _owner(reading: Reading) -> str | None:
    """Where the association that meets is at home ("Ekby byalag", "Brf Skutan, Ekby")."""
    for line in reading.titles:
        if seat := _SEATED.search(line.text):
            return taken(reading, line.view, *seat.span("area"), "area.seat")
        if owner := OWNER.search(line.text):
            start = owner.start("area")
            end = start + len(without_genitive(reading, owner["area"]))
            if area := taken(reading, line.view, start, end, "area.owner"):
                return area
    return None


def _beside_date(reading: Reading) -> str | None:
    """ "Ekby 2019-02-22", "Trygghetsmöte den 3 maj 2018 i Ekby"."""
    own = {day for line in reading.titles if says("titles", line.text) for day in _days(line)}
    for line in reading.titles:
        if own and not own & _days(line):
            continue
        stated = [(mention.start, mention.end) for mention in dates(line.text)]
        opened = _BEFORE_DAY.fullmatch(line.text, 0, stated[0][0]) if stated else None
        if opened is not None and not says("councils", opened["area"]):
            area = taken(reading, line.view, *opened.span("area"), "area.beside_date")
            if area is not None and not says("places", area):
                return area
        rest = blank(line.text, stated)
        found = re.fullmatch(rf"\W*(?P<area>{WORD}(?:[\s/]{WORD}){{0,2}})\W*", rest)
        if (
            stated
            and found
            and not (says("councils", found["area"]) or says("places", found["area"]))
            and (area := taken(reading, line.view, *found.span("area"), "area.beside_date"))
        ):
            return area
        met = _MET_IN.search(rest) if stated else None
        if met and not says("places", met["area"]):
            area = taken(reading, line.view, *met.span("area"), "area.met_in")
            if area is not None:
                return area
    return None


def _days(line: HeadLine) -> set[tuple[int, int]]:
    return {(mention.month, mention.day) for mention in dates(line.text)}


def _of_the_place(reading: Reading) -> str | None:
    """ "Ekby kommun, plan 2", "Sessionssalen, Ekby kommunhus"."""
    for line in reading.lines:
        if line.field in {"place", "place_time"} and (
            at := FORM.search(line.text) or _TOWN_HALL.search(line.text)
        ):
            return taken(reading, line.view, *at.span("area"), "area.place")
    return None
