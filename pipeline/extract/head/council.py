"""The body that met and the area that it serves.

Forms handled: "Protokoll för Lokala Brå"; "Vinnersjö kommuns brottsförebyggande råd"; "Lokala Brå
Ekby"; the area beside the date ("Ekby 2019-02-22"); a letterhead ("VINNERSJÖ KOMMUN"); a page head;
a name that holds the area ("Trygga Ekby").
"""

import re

from models.view import View
from pipeline.dates import dates
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading, blank
from pipeline.vocabulary import rules, says

_TAIL = r"(?:kommuner|kommuns?|stads?|stadsområdes?|stadsdels?(?:förvaltning|nämnd|område|råd)?s?|stadsdelsnämndsområde|kommundels?(?:förvaltning|nämnd)?|landsbygd|tätort)"
_WORD = r"[A-ZÅÄÖÉ][\wåäöéÅÄÖ:]*(?:[-–][A-ZÅÄÖÉ]?[\wåäö]+)*"
_FORM = re.compile(rf"(?P<area>{_WORD}(?:(?:\soch)?\s{_WORD}){{0,3}}\s(?i:{_TAIL}))\b")
_OF_FORM = re.compile(
    rf"(?P<area>(?i:{_TAIL.replace('s?)', ')')}|stadsdelen|kommunen|kommundelen|kvarteret|bostadsområdet)\s{_WORD}(?:[-/]{_WORD})?)"
)
_DISTRICT = re.compile(r"(?:stadsdel|kommundel|stadsområde)", re.IGNORECASE)
_OWNER = re.compile(
    rf"(?P<area>{_WORD}(?:\s{_WORD})?)\s(?i:byalag|bygdegårdsförening|samhällsförening|villa(?:ägare)?förening|intresseförening|hyresgästförening|fastighetsägare)"
)
_AFTER = re.compile(
    rf"^\W*(?:(?i:i|för|på|vid|inom)\s)?(?P<area>{_WORD}(?:(?:\soch|/)?\s?{_WORD}){{0,2}})"
)
_OF_PLACE = re.compile(rf"\W*(?i:i|för|på|vid|inom)\s{_OF_FORM.pattern}")
_NAMED = re.compile(
    r"(?:^|[,:–-]\s?|\s{3})(?P<name>[A-ZÅÄÖ][a-zåäö]{3,}(?:\s(?:för|mot|och)\s[a-zåäö]+)*)(?=\s(?:i|på)\s[A-ZÅÄÖ]|\s*(?:$|[,–]|\s{3}))"
)
_BEFORE = re.compile(rf"(?P<area>{_WORD}(?:(?:\soch)?\s{_WORD}){{0,2}}?)s?\W*$")
_BEFORE_NAME = re.compile(
    r"(?:\w*föreningen|[Bb]rf|BRF|[Bb]yalaget|[Tt]rygg(?:are?|t)?)\s(?=[A-ZÅÄÖ])"
)
_MET_IN = re.compile(
    rf"\b(?:samråd|\w*möte|sammanträde|träff)(?:et)?\b[^,]{{0,30}}\s+i\s(?P<area>{_WORD}(?:\s{_WORD})?)\W*$"
)
_ABBREVIATION = re.compile(r"(?i:brå)|[A-ZÅÄÖ]{2,5}")
_HOST = 2.0  # how much less the association counts within which a body meets
_STATED = 2.0  # the least score of a name in the document's own lines, not a page head's
_NO_AREA = re.compile(
    r"(?:\w*(?:förening|byalag|samfällighet)\w*|protokoll|minnesant|anteckning|kallelse|möte|sammanträd|närvar|datum|lokala?\b|lokal[bt]|nämnd|sekreterar|ordförand"
    r"|utdrag|digital|version|dokument|upprättad|bilaga|teknik|dagordning|dagens|månad"
    r"|(?:brå|råd(?:et)?|den|sid(?:a|an)|tid|plats(?:en)?|för|från|rum(?:met)?|sal(?:en)?|dnr|mall|teams|av|sekr|ordf|dag(?:en)?|blad"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|jun[i]?|jul[i]?|aug(?:usti)?"
    r"|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"^.*\s(?:i|för|på|inom|vid)\s(?=[A-ZÅÄÖ])", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:^|\s)(?:lokala|kommunala|gemensamma|regionala|brotts\w*|trygg\w*)$", re.I
)
_OFFICE = re.compile(
    r"\s(?:(?:stads|kommun)dels?(?:förvaltning|nämnd|område|råd)?|stadsdelsnämndsområde)$", re.I
)
_ENDS_IN_S = re.compile(r"(?:ås|näs|ös|us|is|fors|ss)$", re.I)
_GENITIVE = re.compile(r"\s(?:kommuns|stads|stadsdels)$")


def council_and_area(reading: Reading) -> tuple[str | None, str | None]:
    """The council as written, without area and date, and the area as written."""
    council, area = None, None
    if (best := _best(reading)) is not None:
        line, start, end, rule = best
        council = line.text[start:end]
        reading.prove("council", line.view, start, end, rule)
        area = _beside(reading, line, start, end) or _beside_others(reading, line)
        area = area or _inside(reading, line, start, end)
        area = area or _elsewhere(reading) or _next_line(reading, line)
    else:
        area = _elsewhere(reading)
    return council, area


def _best(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """The best name of a body: in a title, high up, long, of the surest form.

    An abbreviation yields to a name written out ("Brottsförebyggande rådet", "Anteckningar Brå maj").
    Where the same name stands elsewhere with a capital ("Lokala Brå", "Anteckningar lokala Brå"),
    that one is its name.
    """
    found: list[tuple[float, HeadLine, int, int, str]] = []
    for order, line in enumerate(reading.lines):
        if (weight := _weight(line, order)) is None:
            continue
        for place, rule in enumerate(rules("councils")):
            for match in rule.regex.finditer(line.text):
                start, end = _whole(line.text, match.start(), match.end())
                name = line.text[start:end]
                score = weight + 0.02 * min(len(name), 40) - 1.5 * place
                score -= _HOST * bool(_part("name.host").search(name))
                found.append((score, line, start, end, rule.id))
    if not found:
        return _left_in_title(reading)
    whole = [
        each for each in found if not _ABBREVIATION.fullmatch(_name(each)) and each[0] >= _STATED
    ]
    best = max(whole or found, key=lambda each: each[0])
    same = [each for each in found if _name(each).lower() == _name(best).lower()]
    capital = [each for each in same if _name(each)[0].isupper()]
    return max(capital or same, key=lambda each: each[0])[1:]


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with what stands before and after it: "Folkhälso- och", "polis–kommun"."""
    if match := _part("name.before").search(text[:start]):
        start = match.start()
    if (match := _part("name.after").match(text[end:])) and not text[start:end].isupper():
        end += match.end()
    return start, end


def _part(rule_id: str) -> re.Pattern[str]:
    return next(rule.regex for rule in rules("council_parts") if rule.id == rule_id)


def _left_in_title(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """What a title line names beside the document's kind and the date: "Protokoll, Hamnringen i Ekby"."""
    for line in reading.titles:
        kinds = [m.span() for rule in rules("titles") for m in rule.regex.finditer(line.text)]
        days = [(mention.start, mention.end) for mention in dates(line.text)]
        if line.furniture or not kinds or kinds[0][1] == len(line.text):
            continue
        named = _NAMED.search(blank(line.text, [*kinds, *days]))
        if named is not None and not _NO_AREA.match(named["name"]):
            return line, *named.span("name"), "council.in_title"
    return None


def _name(found: tuple[float, HeadLine, int, int, str]) -> str:
    _, line, start, end, _ = found
    return line.text[start:end]


def _weight(line: HeadLine, order: int) -> float | None:
    if line.field == "council":
        return 6.0
    if line.furniture:
        return 1.5
    if line.field is None and line.position < TITLE_LINES:
        title = says("titles", line.text)
        return 4.0 + 1.5 * title - 0.1 * order
    return None


def _beside(reading: Reading, line: HeadLine, start: int, end: int) -> str | None:
    """The area written next to the council's name."""
    text = line.text
    spans = []
    if match := _FORM.search(text):
        spans.append(match.span("area"))
    after = _AFTER.match(text[end:])
    short = after is not None and after["area"].isupper() and not text[start:end].isupper()
    if after is not None and not (short and text[end] in ",("):  # "Rådet för hälsa, RFH"
        spans.append((end + after.start("area"), _before_title(text, end + after.end("area"), end)))
    if match := _OF_PLACE.match(text, end):
        spans.append(match.span("area"))
    if match := _BEFORE.search(text[:start]):
        spans.append(match.span("area"))
    for at, stop in spans:
        if stop <= start and not _FORM.fullmatch(text[at:stop]):
            stop = at + len(_without_genitive(reading, text[at:stop]))
        if area := _taken(reading, line.view, at, stop, "area.beside_council"):
            return area
    return None


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
        if match is not None and match.groupdict().get("area"):
            return _taken(reading, line.view, *match.span("area"), "area.in_name")
    return None


def _without_genitive(reading: Reading, name: str) -> str:
    """ "Granviks" is Granvik's; "Strängnäs" keeps its s unless the text has the name without it."""
    if not name.endswith(("s", "S")):
        return name
    stem = re.escape(name[:-1])
    alone = re.search(rf"(?<!\w){stem}(?!\w)", reading.meeting.text)
    return name[:-1] if alone or not _ENDS_IN_S.search(name) else name


def _beside_others(reading: Reading, best: HeadLine) -> str | None:
    """The area next to the council's name where a title or page head has it once more."""
    for line in reading.titles:
        for rule in rules("councils")[:2]:
            match = rule.regex.search(line.text)
            if line is not best and match and (found := _beside(reading, line, *match.span())):
                return found
    return None


def _next_line(reading: Reading, best: HeadLine) -> str | None:
    """The area alone on the line after the council's, or before it."""
    for step in (1, -1):
        for line in reading.titles:
            near = not line.furniture and line.position == best.position + step
            if near and re.fullmatch(rf"{_WORD}(?:[\s/]{_WORD}){{0,2}}", line.text):
                found = _taken(reading, line.view, 0, len(line.text), "area.next_line")
                if found is not None:
                    return found
    return None


def _elsewhere(reading: Reading) -> str | None:
    for line in reading.lines:
        low = line.position >= TITLE_LINES and not line.furniture
        if line.field not in {None, "council"} or low:
            continue
        named = [match for each in (_FORM, _OF_FORM) for match in each.finditer(line.text)]
        for form in sorted(
            named, key=lambda each: (not _DISTRICT.match(each["area"]), each.start())
        ):
            if area := _taken(reading, line.view, *form.span("area"), "area.form"):
                return area
    for line in reading.titles:
        if owner := _OWNER.search(line.text):
            start = owner.start("area")
            end = start + len(_without_genitive(reading, owner["area"]))
            if area := _taken(reading, line.view, start, end, "area.owner"):
                return area
    for line in reading.titles:
        stated = [(mention.start, mention.end) for mention in dates(line.text)]
        found = re.fullmatch(
            rf"\W*(?P<area>{_WORD}(?:[\s/]{_WORD}){{0,2}})\W*", blank(line.text, stated)
        )
        if (
            stated
            and found
            and (area := _taken(reading, line.view, *found.span("area"), "area.beside_date"))
        ):
            return area
        met = _MET_IN.search(blank(line.text, stated)) if stated else None
        if met and (area := _taken(reading, line.view, *met.span("area"), "area.met_in")):
            return area
    for line in reading.lines:
        if line.field in {"place", "place_time"} and (at := _FORM.search(line.text)):
            return _taken(reading, line.view, *at.span("area"), "area.place")
    return None


def _taken(reading: Reading, view: View, start: int, end: int, rule: str) -> str | None:
    """The area at [start, end) without genitive and office, where it can be one."""
    while (
        _NO_AREA.match(view.text, start, end) and (blank_at := view.text.find(" ", start, end)) > 0
    ):
        start = blank_at + 1  # "PROTOKOLL Ekby stadsdelsförvaltning"
    if (host := _BEFORE_NAME.match(view.text, start, end)) is not None:
        start = host.end()  # "Byalaget Ekby", "Tryggare Ekby"
    if (within := _INSIDE.match(view.text[start:end])) is not None:
        start += within.end()  # "RÅDET I EKBY KOMMUN"
    text = view.text[start:end]
    if _NO_AREA.match(text) or len(text) < 3 or _ADJECTIVE.search(text):
        return None
    if _GENITIVE.search(text):
        text = text[:-1]
    if _OFFICE.search(text):
        text = _OFFICE.sub("", text)
        text = _without_genitive(reading, text)
    reading.prove("area", view, start, start + len(text), rule)
    return text
