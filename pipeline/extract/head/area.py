"""The municipality or district that a body serves.

Forms handled: beside the body's name ("Lokala Brå Ekby", "Vinnersjö kommuns brottsförebyggande råd", "Trygghetsrådet (Ekby)"),
also where the name stands once more or that of the council above a working group; a name that holds the area ("Trygga Ekby", "Ekby byalag");
a line of its own next to the body's; else apart from it (area_apart.py).
"""

import re
from itertools import product

from pipeline.extract.head.area_apart import elsewhere, over_title, told_municipality
from pipeline.extract.head.area_forms import FORM, OWNER, WORD, taken, without_genitive
from pipeline.extract.head.lines import HeadLine, Reading
from pipeline.names import is_first_name
from pipeline.vocabulary import rules, says

_COMPANY = r"\s(?:AB|Bostads|Polis|Kommun|Hyresgäst|[A-ZÅÄÖ][a-zåäö]+(?:hem|bostäder)\b)"
_OF_OWN_PLACE = re.compile(
    rf"(?P<area>{WORD}(?:\s{WORD})?)\s(?:[\wåäö]+-\soch\s)?[\wåäö-]+(?:förening|lag|utskott|råd|\s\([A-ZÅÄÖ]+\))"
)
_AFTER = re.compile(
    rf"^(?:\s?\([A-ZÅÄÖ]{{2,6}}\)\s(?=(?i:i|för|på|vid|inom|kring|runt)\s))?[^\w.]*(?:(?i:brå)\W+)?(?:(?i:i|för|på|vid|inom|kring|runt)\s)?(?P<area>{WORD}(?:(?:\soch(?!{_COMPANY})|/)?\s?{WORD}){{0,2}})"
)
_OF_PLACE = re.compile(rf"\W*(?i:i|för|på|vid|inom)\s{FORM.pattern}")
_OF_REGION = re.compile(rf"\W*(?i:i|för|på|inom)\s(?P<area>(?i:(?:polis)?region(?:en)?)\s{WORD})")
_OF_MEETING = re.compile(
    rf"s\s(?:\w+\s)?\w*(?:möte|träff|sammanträde|samling|samråd|stämma)(?:t|et|en|n)?\s(?:i|på)\s(?P<area>{WORD})"
)  # "områdesgruppens träff i Ekby"
_BEFORE = re.compile(rf"(?P<area>{WORD}(?:(?:\soch)?\s{WORD}){{0,2}}?)s?\W*$")
_ALONE = re.compile(rf"{WORD}(?:(?:[\s/]|\soch\s){WORD}){{0,2}}")
_VENUE = 50  # characters behind a name in which a venue may stand
_HOUSE = 20  # characters behind a place that may make it a house ("Ekby bygdegård")
_NOUN = re.compile(r"\s[a-zåäö]{4,}")
_SURE = 2  # the rank from which a body's name may be that of something else
_UNDER = re.compile(
    r"[,\s(]+(?:under|inom|i|\w+grupp(?:en)?|lokala?|brå|brotts)(?!\w)", re.IGNORECASE
)  # the council above it
Name = tuple[HeadLine, int, int]
"""A head's line and where the body's name stands in it."""


def area_of(reading: Reading, council: Name | None, *, told: bool = False) -> str | None:
    """The area as written, nearest to the name of the body where the head has one.

    told: the name stands in running text or in a foot, which counts less than the head.
    """
    if council is None:
        return elsewhere(reading)
    line, start, end = council
    found = elsewhere(reading) if told else None
    found = found or _beside(reading, line, start, end)
    found = (
        found or _owner_of(reading, line, start, end) or _beside_others(reading, line, start, end)
    )
    found = found or _inside(reading, line, start, end)
    found = found or elsewhere(reading) or _next_line(reading, line, line.text[start:end])
    found = found or over_title(reading, line)
    return found or told_municipality(reading, line.text[start:end])


def _beside(reading: Reading, line: HeadLine, start: int, end: int) -> str | None:
    """The area written next to the council's name."""
    text = line.text
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
        spans.append((end + after.start("area"), _before_title(text, end + after.end("area"), end)))
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
        if area := taken(reading, line.view, at, stop, "area.beside_council"):
            return area
    return None


def _is_house(text: str, start: int, end: int) -> bool:
    """Whether the words at [start, end) go on as the name of a house: "Brottsförebyggande rådet Häradsrättens museum"."""
    behind = _NOUN.match(text, end)
    return behind is not None and says("places", text[start : behind.end()])


def _is_abbreviation(text: str, name: str) -> bool:
    """Whether `text` is made of first letters of the words of `name`, in their order."""
    letters = iter(word[0].upper() for word in name.split())
    return len(text) <= 5 and text.isupper() and all(letter in letters for letter in text)


def _before_title(text: str, stop: int, start: int) -> int:
    """Where the area ends: "Lokala Brå Ekby KALLELSE SIDA 1" names Ekby."""
    found = [
        match.start()
        for rule in rules("titles")
        for match in rule.regex.finditer(text, start, stop)
    ]
    return min((start + len(text[start:at].rstrip()) for at in found), default=stop)


def _inside(reading: Reading, line: HeadLine, start: int, end: int) -> str | None:
    """The area that the council's own name holds ("Trygga Ekby")."""
    for rule in rules("councils"):
        match = rule.regex.match(line.text, start, end)
        for key in ("area", "area2", "area3"):
            if match is not None and match.groupdict().get(key):
                return taken(reading, line.view, *match.span(key), "area.in_name")
    return None


def _beside_others(reading: Reading, best: HeadLine, start: int, end: int) -> str | None:
    """The area next to the council's name where a title or page head has it once more."""
    name = best.text[start:end].lower()
    for line in reading.titles:
        at = line.text.lower().find(name) if line is not best else -1
        if at >= 0 and (found := _beside(reading, line, at, at + len(name))):
            return found
        for rule in rules("councils"):
            own = line is best
            match = rule.regex.search(line.text, end if own else 0)
            above = (
                rule.data["rank"] < _SURE and match and (not own or _UNDER.match(line.text, end))
            )
            if above and match and (found := _beside(reading, line, *match.span())):
                return found
    return None


def _owner_of(reading: Reading, line: HeadLine, start: int, end: int) -> str | None:
    """The place after which the body is named ("Ekby byalag", "Ekby brottsutskott (EBU)")."""
    owner = OWNER.match(line.text, start, end)
    named = owner is not None
    owner = owner or _OF_OWN_PLACE.fullmatch(line.text, start, end)
    if owner is None:
        return None
    if not named and not re.search(r"(?<![aeo]rna)[sx]$", owner["area"], re.IGNORECASE):
        return None
    name = without_genitive(reading, owner["area"])
    return taken(reading, line.view, start, start + len(name), "area.owner")


def _next_line(reading: Reading, best: HeadLine, name: str) -> str | None:
    """The area alone beside the council's name, on the line after it, or before it; also where the name stands once more."""
    named = [best] + [line for line in reading.titles if name in line.text and line is not best]
    for council, step in product(named, (1, -1, 0)):
        for line in reading.titles:
            near = not line.furniture and line.position == council.position + step
            if (
                near
                and line is not council
                and _ALONE.fullmatch(line.text)
                and not is_first_name(line.text.split()[0])
            ):
                found = taken(reading, line.view, 0, len(line.text), "area.next_line")
                if found is not None:
                    return found
    return None
