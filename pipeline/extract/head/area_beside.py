"""The area beside the body's name.

Forms handled: "Lokala Brå Ekby", "Vinnersjö kommuns brottsförebyggande råd", "Trygghetsrådet (Ekby)", "Grannstödsrådet för Vik, Ryd
och Nedre Ryd", "Brå Ekby – Holma", also where the name stands once more or that of the council above a working group; a name that
holds the area ("Trygga Ekby", "Ekby byalag"); a line of its own next to the body's.
"""

import re
from collections.abc import Iterator
from itertools import product

from pipeline.extract.head.area_forms import (
    FORM,
    OWNER,
    PLACE,
    WORD,
    Area,
    alternatives,
    area_at,
    is_no_area,
    without_genitive,
)
from pipeline.extract.head.council_names import part
from pipeline.extract.head.lines import HeadLine, Reading
from pipeline.names import is_first_name
from pipeline.vocabulary import possible, rules, says

_MEETING = re.compile(r"-?möte[t]?(?!\w)", re.IGNORECASE)
_CITY = re.compile(r"\bstads?$", re.IGNORECASE)
_BETWEEN = re.compile(r",\s|\soch\s|\s?[–-]\s?")
_COMPANY = r"\s(?:AB|Bostads|Polis|Kommun|Hyresgäst|[A-ZÅÄÖ][a-zåäö]+(?:hem|bostäder)\b)"
_OF_OWN_PLACE = re.compile(
    rf"(?P<area>{WORD}(?:\s{WORD})?)\s(?:[\wåäö]+-\soch\s)?[\wåäö-]+(?:förening|lag|utskott|råd|\s\([A-ZÅÄÖ]+\))"
)  # "Ekby brottsutskott (EBU)", the whole of a name
_AFTER = re.compile(
    rf"^(?:(?:\s?\([^()]{{2,40}}\)|,\s[^,]{{3,40}},)\s(?=(?i:i|för|på|vid|inom|kring|runt)\s)|\s?\((?:[^()]*,[^()]*|(?:tidigare|f\.?\s?d\.?|förut|förr|numera|före\sdetta|gamla|ersätter)\s[^()]*)\)(?=,|\s[–-]\s))?[^\w.]*(?:(?i:brå)\W+)?(?:(?i:i|för|på|vid|inom|kring|runt)\s)?(?P<area>{WORD}(?:(?:\soch(?!{_COMPANY})|/)?\s?{WORD}){{0,2}})"
)  # "(Ekby)", "för Vik och Ryd", " – Ekby", also behind an abbreviation, those who make up the body or its former name in brackets
_OF_PLACE = re.compile(rf"\W*(?i:i|för|på|vid|inom)\s{FORM.pattern}")
_OF_REGION = re.compile(rf"\W*(?i:i|för|på|inom)\s(?P<area>(?i:(?:polis)?region(?:en)?)\s{WORD})")
_OF_MEETING = re.compile(
    rf"s\s(?:\w+\s)?\w*(?:möte|träff|sammanträde|samling|samråd|stämma)(?:t|et|en|n)?\s(?:i|på)\s(?P<area>{WORD})"
)  # "områdesgruppens träff i Ekby"
_BEFORE = re.compile(
    rf"(?P<area>{WORD}(?:(?:\soch)?\s{WORD}){{0,2}}?)s?(?:\s(?i:{alternatives('parishes')}))?\W*$"
)  # "Vik och Nedre Ryds", "Ekby härads" before the name
_ALONE = re.compile(rf"{WORD}(?:(?:[\s/]|\soch\s){WORD}){{0,2}}")
_VENUE = 50  # characters behind a name in which a venue may stand
_HOUSE = 20  # characters behind a place that may make it a house ("Ekby bygdegård")
_NOUN = re.compile(r"\s[a-zåäö]{4,}")
_HOUSE_IN_CAPITALS = re.compile(
    rf"[A-ZÅÄÖ -]+\s[A-ZÅÄÖ]*(?i:{alternatives('houses_behind')})(?!\w)"
)  # "EKBY MISSIONSHUS"
_SURE = 2  # the rank from which a body's name may be that of something else
_UNDER = re.compile(
    r"[,\s(]+(?:under|inom|i|\w+grupp(?:en)?|lokala?|brå|brotts)(?!\w)", re.IGNORECASE
)  # the council above it
_ROW = re.compile(
    rf"\W*(?:(?i:i|för|på|inom)\s)?(?P<area>{PLACE}(?:,\s{PLACE})+\soch\s{PLACE}(?:\s(?i:kommuner|stadsdelar|kommundelar))?)(?!\w)"
)  # "för Vik, Ryd och Nedre Ryd"
_PAIR = re.compile(
    rf"\W*(?:(?i:i|för|på|inom)\s)?(?P<area>{PLACE}(?:\s[–-]\s|[–-]){PLACE})(?=\W*(?:$|,))"
)  # "BRÅ EKBY – HOLMA"
Name = tuple[HeadLine, int, int]
"""A head's line and where the body's name stands in it."""


def beside(reading: Reading, council: Name, weight: float) -> Iterator[Area]:
    """The areas written next to the council's name, the nearest and surest form first."""
    line, start, end = council
    quarter = part("name.quarter").match(line.text[end:])  # "Nätverket Unga, Ekby"
    ends = [end] if quarter is None else [end + quarter.end(), end]
    for stop in ends:
        for span in _spans_beside(reading, line.text, start, stop):
            yield from area_at(reading, weight, line.view, span, "area.beside_council")


def _spans_beside(reading: Reading, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if (meeting := _MEETING.match(text, end)) is not None:
        end = meeting.end()  # "Brå-möte Ekby"
    rows = (behind.match(text, end) for behind in (_ROW, _PAIR))
    yield from (
        row.span("area") for row in rows if row is not None and _are_places(reading, row["area"])
    )
    forms = (*FORM.finditer(text, 0, start), *FORM.finditer(text, end))  # not "Gruppen Trygg stad"
    spans = [each.span("area") for each in forms]
    spans.sort(key=lambda span: max(span[0] - end, start - span[1]))
    after = _AFTER.match(text[end:]) if not text[end : end + 1].isalpha() else None
    if after is not None and OWNER.match(text, start, end):  # "Ekby byalag i Holma bygdegård"
        after = None if says("places", text[end : end + _VENUE]) else after
    if after is not None and _is_house(text, end + after.start("area"), end + after.end("area")):
        after = None
    short = after is not None and after["area"].isupper() and not text[start:end].isupper()
    short = short or (
        after is not None
        and (
            _is_abbreviation(after["area"], text[start:end])
            or _is_abbreviation(after["area"], text[:end])
        )
    )
    if after is not None and not (
        short and text[end:].lstrip()[0] in ",("
    ):  # "Rådet för hälsa, RFH"
        span = end + after.start("area"), _before_title(text, end + after.end("area"), end)
        city = any(at >= span[1] and _CITY.search(text, at, stop) for at, stop in spans)
        spans.insert(0 if city else len(spans), span)  # "Brå Vreten, Ekby stad": of the district
    for behind in (_OF_PLACE, _OF_REGION, _OF_MEETING):
        match = behind.match(text, end)
        if match and not says("places", text[match.start("area") : match.end() + _HOUSE]):
            spans.append(match.span("area"))
    before = _BEFORE.search(text[:start])
    if before is not None and not is_first_name(before["area"].split()[0]):
        spans.append(before.span("area"))
    for at, stop in spans:
        if stop <= start and not FORM.fullmatch(text[at:stop]):
            stop = at + len(without_genitive(reading, text[at:stop]))
        yield at, stop


def _are_places(reading: Reading, row: str) -> bool:
    """Whether none of the names in a row is a title, an office or a body, and one of a pair is told once more."""
    each = _BETWEEN.split(row)
    if any(is_no_area(name) or says("councils", name) or says("titles", name) for name in each):
        return False
    text = reading.meeting.text.casefold()
    return " och " in row or all(text.count(name.casefold()) > 1 for name in each)


def _is_house(text: str, start: int, end: int) -> bool:
    """Whether the words at [start, end) go on as the name of a house: "Brottsförebyggande rådet Häradsrättens museum"."""
    behind = _NOUN.match(text, end)
    if behind is None:
        return _HOUSE_IN_CAPITALS.match(text, start, end) is not None
    return says("places", text[start : behind.end()])


def _is_abbreviation(text: str, name: str) -> bool:
    """Whether `text` is made of first letters of the words of `name`, in their order."""
    letters = iter(word[0].upper() for word in name.split())
    return len(text) <= 5 and text.isupper() and all(letter in letters for letter in text)


def _before_title(text: str, stop: int, start: int) -> int:
    """Where the area ends: "Lokala Brå Ekby KALLELSE SIDA 1" names Ekby, as does "Lokala Brå Ekby Visningar: 12"."""
    if text[stop : stop + 1] == ":" and (gap := text.rfind(" ", start + 1, stop)) > start:
        stop = gap
    found = [
        match.start()
        for rule in rules("titles")
        for match in rule.regex.finditer(text, start, stop)
    ]
    return min((start + len(text[start:at].rstrip()) for at in found), default=stop)


def inside(reading: Reading, council: Name, weight: float) -> Iterator[Area]:
    """The area that the council's own name holds ("Trygga Ekby")."""
    line, start, end = council
    for rule in possible("councils", line.text):
        match = rule.regex.match(line.text, start, end)
        for key in ("area", "area2", "area3", "area4"):
            if match is not None and match.groupdict().get(key):
                yield from area_at(reading, weight, line.view, match.span(key), "area.in_name")
                return


def beside_others(reading: Reading, council: Name, weight: float) -> Iterator[Area]:
    """The area next to the council's name where a title or page head has it once more, or to that of the council above it."""
    best, start, end = council
    name = best.text[start:end].lower()
    for line in reading.titles:
        at = line.text.lower().find(name) if line is not best else -1
        if at >= 0:
            yield from beside(reading, (line, at, at + len(name)), weight)
    for line in reading.titles:
        for rule in possible("councils", line.text):
            own = line is best and _UNDER.match(line.text, end) is not None
            until = start if line is best and not own else len(line.text)
            match = rule.regex.search(line.text, end if own else 0, until)
            if match is None:
                continue
            if rule.data["rank"] < _SURE or part("name.board").match(match.group()):
                yield from beside(reading, (line, *match.span()), weight)


def owner_of(reading: Reading, council: Name, weight: float) -> Iterator[Area]:
    """The place after which the body is named ("Ekby byalag", "Ekby brottsutskott (EBU)")."""
    line, start, end = council
    owner = OWNER.match(line.text, start, end)
    named = owner is not None
    owner = owner or _OF_OWN_PLACE.fullmatch(line.text, start, end)
    if owner is None:
        return
    if not named and not re.search(r"(?<![aeo]rna)[sx]$", owner["area"], re.IGNORECASE):
        return
    name = without_genitive(reading, owner["area"])
    yield from area_at(reading, weight, line.view, (start, start + len(name)), "area.owner")


def next_line(reading: Reading, council: Name, weight: float) -> Iterator[Area]:
    """The area alone beside the council's name, on the line after it, or before it; also where the name stands once more."""
    best, start, end = council
    name = best.text[start:end]
    named = [best] + [line for line in reading.titles if name in line.text and line is not best]
    lines = (*reading.titles, *(line for line in reading.lines if line.field is None))
    for body, step in product(named, (1, -1, 0)):
        for line in lines:
            near = not line.furniture and line.position == body.position + step
            if (
                near
                and line is not body
                and _ALONE.fullmatch(line.text)
                and not is_first_name(line.text.split()[0])
            ):
                whole = (0, len(line.text))
                yield from area_at(reading, weight, line.view, whole, "area.next_line")
