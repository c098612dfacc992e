"""The area where it stands apart from the body's name.

Forms handled: a letterhead ("VINNERSJÖ KOMMUN", "Stadsdelsförvaltningen Norr": a district goes before the municipality,
and that before a quarter), also in two lines; where the association that meets is at home ("Ekby byalag", "Brf Skutan, Ekby"); beside
the date or a year ("Ekby 2019-02-22", "Ekby 2024"); whom a line near the top concerns ("För ett tryggare Ekby", "Nätverk för
boende i Övre Ekby"); in the place ("Ekby kommunhus", "Kommunhuset Ekby", "Ekby servicehus"); the name alone that opens the
document; before the address in its foot; the one municipality of which the text speaks.
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
    PLACE,
    ROW_OF,
    WORD,
    Area,
    alternatives,
    area_at,
    either_case,
    is_no_area,
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
)  # "Brf Vinkeln, Ekby": where an association has its seat
_MET_IN = re.compile(
    rf"\b(?:samråd|\w*möte|sammanträde|träff)(?:et)?\b[^,]{{0,30}}\s+i\s(?P<area>{WORD}(?:\s{WORD})?)\W*$"
)  # "gemensamt samråd om hamnen i Ekby"
_BEFORE_DAY = re.compile(
    rf"(?P<area>{WORD}(?:\s{WORD})?),?\s(?:den\s)?"
)  # "Ekby, tisdag 6 maj kl 19"
_BEFORE_DAY_BEHIND = re.compile(rf",\s(?P<area>{WORD})\s(?:den\s)?$")  # "..., Ekby den 3 maj"
_MASTHEAD = re.compile(rf"(?:[^\w\s]+\s)?(?P<area>{WORD}(?:(?:[\s/]|\s[–-]\s){WORD}){{0,2}})")
_DISTRICT = re.compile(r"\bsd[nfo]\b|\b(?:stads|kommun)del|\bstadsområde", re.IGNORECASE)
_KIND = re.compile(r"(?i:kommun|stad|kommundel|stadsdel)")
_COLUMN = re.compile(rf"[A-ZÅÄÖÉ]{{3,}}(?:[\s-][A-ZÅÄÖÉ]{{3,}})?|{WORD}(?:\s{WORD})?")
_PLACES = frozenset({"place", "place_time"})
_CITY = re.compile(rf"(?<!\w){WORD}\s(?i:stads?)(?!\w)")
_TOP = 5  # rows of a head that may hold its letterhead
_NEAR_TOP = 4  # lines of a head that may tell whom it concerns
_FOR_WHOM = re.compile(
    rf"\b(?:{either_case('for_whom')}|(?:{either_case('acts_in')})(?:\s[a-zåäö]+){{0,4}}?\si"
    rf"|\w*(?:[Pp]rotokoll|PROTOKOLL)\s(?:(?:nr\.?\s)?\d{{1,3}}\s)?i)\s(?P<area>{PLACE}(?:\soch\s{WORD})?)\W*$"
)  # "För ett tryggare Ekby", "boende i Övre Ekby", "Protokoll 3 i Ekby", at the end of a line
_WITH_YEAR = re.compile(rf"(?P<area>{WORD}(?:\s{WORD})?)[\s,–-]+(?:19|20)\d\d")
_HOUSE_OF = re.compile(
    rf"(?:[A-ZÅÄÖ][a-zåäö]*(?:{alternatives('houses_before')}))\s(?:i\s)?(?P<area>{WORD})(?=\s*(?:$|[,.(]))"
    rf"|(?P<owner>{WORD})s?\s[a-zåäö]*(?:{alternatives('houses_behind')})(?!\w)"
    rf"|,\s(?P<last>{WORD})(?:\s(?:kyrkby|tätort|centrum)|,?\skl\b.*)?\W*$"
)  # "Kommunhuset Ekby", "Ekby servicehus", "Sockenstugan, Ekby"
_ADDRESS = re.compile(
    r"\W{1,3}(?:[Bb]ox\s|\d{3}\s?\d\d|[Tt]el|(?:[A-ZÅÄÖ][\w-]+\s){0,2}\w+(?:gatan|vägen|torget|gränd|allén)\W|\S+@)"
)
_DIGIT = re.compile(r"\d")  # of a number: "TN070314"
_QUARTER = re.compile(r"kvarteret|bostadsområdet", re.IGNORECASE)


def over_title(reading: Reading, weight: float) -> Iterator[Area]:
    """The name alone that opens the document ("EKBY" over "Minnesanteckningar"), in capitals or told again below."""
    for line, name in _alone(reading):
        told = rf"(?<!\w){re.escape(name['area'])}s?(?!\w)"
        again = len(re.findall(told, reading.meeting.text, re.IGNORECASE)) > 1
        shouted = name["area"].isupper() and not line.furniture
        if again or shouted:
            yield from area_at(reading, weight, line.view, name.span("area"), "area.over_title")


def opens(reading: Reading, weight: float) -> Iterator[Area]:
    """The name alone that opens the document and stands nowhere else ("Ekby" over "- staden vid sjön")."""
    for line, name in _alone(reading):
        if not line.furniture and not says("places", line.text):
            yield from area_at(reading, weight, line.view, name.span("area"), "area.over_title")


def _alone(reading: Reading) -> Iterator[tuple[HeadLine, re.Match[str]]]:
    for line in reading.lines:
        if line.field is not None or (line.position > 0 and not line.furniture):
            continue
        name = _MASTHEAD.fullmatch(line.text)
        if name is None or is_first_name(name["area"].split()[0]) or _DIGIT.search(line.text):
            continue
        if not says("councils", line.text):
            yield line, name


def told_municipality(reading: Reading, body: str, weight: float) -> Iterator[Area]:
    """The one municipality of which the text speaks ("polisen och Ekby kommun"); none for an association."""
    if "kommun" not in reading.meeting.text.lower() or ASSOCIATION.search(body):
        return
    found: dict[str, tuple[View, int, int]] = {}
    for view in all_text(reading):
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
    if len(found) == 1:
        view, start, end = next(iter(found.values()))
        yield from area_at(reading, weight, view, (start, end), "area.told")


def all_text(reading: Reading) -> Iterator[View]:
    """All that the meeting's notes say, in pieces: the head's lines, titles, sentences."""
    yield from (line.view for line in reading.lines)
    yield from (each.title for each in reading.meeting.sections if each.title is not None)
    yield from (sentence.view for sentence in reading.sentences())


def two_lines(reading: Reading, weight: float) -> Iterator[Area]:
    """ "EKBY" over "KOMMUN": the name in a letterhead's column whose second line is its kind."""
    top = [line for line in reading.lines if line.position < _TOP and not line.furniture]
    pairs = [*pairwise(line for line in reading.lines if line.furniture)]
    pairs += [(line, below) for line in top for below in top if below.position == line.position + 1]
    for line, below in pairs:
        if below.field is not None or line.field is not None:
            continue
        if _KIND.fullmatch(below.text) and _COLUMN.fullmatch(line.text):
            whole = side_by_side((line.view, below.view))
            yield from area_at(reading, weight, whole, (0, len(whole.text)), "area.two_lines")


def letterhead(reading: Reading, weight: float) -> Iterator[Area]:
    """The first district that the head names, else municipality, else quarter."""
    found: list[tuple[int, HeadLine, int, int]] = []
    for line in reading.lines:
        low = line.position >= TITLE_LINES and not line.furniture
        if line.field not in {None, "council", "ignored"} or low:
            continue
        named = [each for form in (FORM, ROW_OF, _LABELLED) for each in form.finditer(line.text)]
        ended = {match.end("area") for match in named}
        of_form = [
            each
            for each in OF_FORM.finditer(line.text)
            if each.start("name") - 1 not in ended and not is_no_area(each["name"])
        ]
        if line.field == "ignored":
            named, of_form = [], [each for each in of_form if _DISTRICT.search(each["area"])]
        for match in sorted((*named, *of_form), key=lambda each: each.start()):
            kind = 2 if _QUARTER.match(match["area"]) else not _DISTRICT.search(match["area"])
            found.append((kind, line, *match.span("area")))
    for _, line, start, end in sorted(found, key=lambda each: each[0]):
        yield from area_at(reading, weight, line.view, (start, end), "area.form")


def is_city(reading: Reading) -> bool:
    """Whether the head's first rows name a city, whose districts have councils of their own."""
    top = (line for line in reading.lines if line.furniture or line.position < _TOP)
    return any(_CITY.search(line.text) for line in top)


def owner(reading: Reading, weight: float) -> Iterator[Area]:
    """Where the association that meets is at home ("Ekby byalag", "Brf Skutan, Ekby")."""
    for line in reading.titles:
        if seat := _SEATED.search(line.text):
            yield from area_at(reading, weight, line.view, seat.span("area"), "area.seat")
        elif owned := OWNER.search(line.text):
            start = owned.start("area")
            end = start + len(without_genitive(reading, owned["area"]))
            yield from area_at(reading, weight, line.view, (start, end), "area.owner")


def for_whom(reading: Reading, weight: float) -> Iterator[Area]:
    """Whom a line near the top concerns ("För ett tryggare Ekby", "gemensamt sammanträde i Ekby")."""
    for line in (*reading.titles, *(line for line in reading.lines if line.field is None)):
        found = _FOR_WHOM.search(line.text) if line.position < _NEAR_TOP else None
        if found is not None and not says("places", found["area"]):
            yield from area_at(reading, weight, line.view, found.span("area"), "area.for_whom")


def in_foot(reading: Reading, weight: float) -> Iterator[Area]:
    """The municipality before its address, below the text ("Ekby stad, Box 12", "Ekby kommun, Storgatan 3")."""
    for line in reading.foot():
        found = FORM.match(line.text)
        if found is not None and _ADDRESS.match(line.text, found.end()):
            yield from area_at(reading, weight, line.view, found.span("area"), "area.foot")


def with_year(reading: Reading, weight: float) -> Iterator[Area]:
    """The name and the year alone ("Ekby 2024")."""
    for line in reading.titles:
        found = _WITH_YEAR.fullmatch(line.text) if line.position < _NEAR_TOP else None
        if found is not None and not says("councils", line.text):
            yield from area_at(reading, weight, line.view, found.span("area"), "area.with_year")


def beside_date(reading: Reading, weight: float) -> Iterator[Area]:
    """ "Ekby 2019-02-22", "Trygghetsmöte den 3 maj 2018 i Ekby"."""
    own = {day for line in reading.titles if says("titles", line.text) for day in _days(line)}
    for line in reading.titles:
        if own and not own & _days(line):
            continue
        stated = [(mention.start, mention.end) for mention in dates(line.text)]
        opened = _BEFORE_DAY.fullmatch(line.text, 0, stated[0][0]) if stated else None
        rest = blank(line.text, stated)
        found = re.fullmatch(rf"\W*(?P<area>{WORD}(?:[\s/]{WORD}){{0,2}})\W*", rest)
        for named in (opened, found if stated else None):
            if named is not None and not _is_other(named["area"]):
                span = named.span("area")
                yield from area_at(reading, weight, line.view, span, "area.beside_date")
        before = _BEFORE_DAY_BEHIND.search(line.text, 0, stated[0][0]) if stated else None
        if before is not None and not _is_other(before["area"]):
            yield from area_at(reading, weight, line.view, before.span("area"), "area.beside_date")
        met = _MET_IN.search(rest) if stated else None
        if met and not says("places", met["area"]):
            yield from area_at(reading, weight, line.view, met.span("area"), "area.met_in")


def _is_other(name: str) -> bool:
    return says("councils", name) or says("places", name)


def _days(line: HeadLine) -> set[tuple[int, int]]:
    return {(mention.month, mention.day) for mention in dates(line.text)}


def of_the_place(reading: Reading, weight: float) -> Iterator[Area]:
    """ "Ekby kommun, plan 2", "Sessionssalen, Ekby kommunhus"."""
    for line in reading.lines:
        if line.field in _PLACES and (at := FORM.search(line.text) or _TOWN_HALL.search(line.text)):
            yield from area_at(reading, weight, line.view, at.span("area"), "area.place")


def of_the_house(reading: Reading, weight: float) -> Iterator[Area]:
    """Where the house stands in which the body met: "Kommunhuset Ekby", "Ekby servicehus", "Sockenstugan, Ekby"."""
    for line in reading.lines:
        unlabelled = line.field is None and not line.furniture and line.position < _TOP
        where = unlabelled and (says("places", line.text) or " kl" in line.text)
        if line.field not in _PLACES and not where:
            continue
        found = _HOUSE_OF.search(line.text)
        key = found.lastgroup if found is not None else None
        if found is None or key is None or says("places", found[key]):
            continue
        span = found.span(key)
        if key == "owner":
            span = (span[0], span[0] + len(without_genitive(reading, found[key])))
        yield from area_at(reading, weight, line.view, span, "area.house")
