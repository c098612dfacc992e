"""The municipality or district that a body serves.

Forms handled: beside the body's name ("Lokala Brå Ekby", "Vinnersjö kommuns brottsförebyggande råd",
"Trygghetsrådet (Ekby)"); beside the date ("Ekby 2019-02-22"); a letterhead ("VINNERSJÖ KOMMUN",
"Stadsdelsförvaltningen Norr": a district goes before the municipality, and that before a quarter);
a page head; a name that holds the area ("Trygga Ekby"); the association that meets ("Ekby byalag",
"Brf Skutan, Ekby"); a line of its own next to the body's.
"""

import re
from itertools import product

from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading, blank
from pipeline.names import is_first_name
from pipeline.vocabulary import rules, says

_TAIL = r"(?:kommuner|kommuns?|stads?|stadsområdes?|stadsdels?(?:förvaltning|nämnd|område|råd)?s?|stadsdelsnämndsområde|kommundels?(?:förvaltning|nämnd)?|landsbygd|tätort)"
_HEAD = r"(?:(?:stads|kommun)del(?:en|s(?:förvaltning|nämnd|område|råd)(?:en|et)?)?|stadsområdet?|kommunen|kvarteret|bostadsområdet)"
_SIDE = r"(?:Norra|Södra|Östra|Västra|Övre|Nedre|Inre|Yttre|Stora|Lilla|Gamla|Nya)"
_OTHER = r"(?:Lokal|Brott|BRÅ|Brå|Trygg|Protokoll|Minnes|Anteck|Kallelse)"  # what a flattened head goes on with
_DIRECTED = rf"{_SIDE}\s[a-zåäö]*(?:kajen|stranden|hamnen|stan|staden|berget|sidan|backen|höjden|parken|udden|viken|ängen|dalen|gärdet|bruket|byn|torget|ön|skogen|holmen|älven|åsen|sjön|fältet|malmen)\b"
_PART = r"(?:\s(?:by|samhälle|socken|centrum|torg(?!\s\d)|köping|(?:norra|södra|östra|västra|övre|nedre)(?=\W*$|\s?[,(–-]|\s(?:stads|kommun|den\s|\d)))(?=s?(?!\w)))"  # "Ekby by", "Ekby södra"
_WORD = rf"(?:{_DIRECTED}|[A-ZÅÄÖÉ][\wåäöéÅÄÖ]*(?::[a-zåäö]+)?(?:[-–][A-ZÅÄÖÉ]?[\wåäö]+)*{_PART}?)"
_COMPANY = r"\s(?:AB|Bostads|Polis|Kommun|Hyresgäst|[A-ZÅÄÖ][a-zåäö]+(?:hem|bostäder)\b)"
_FORM = re.compile(
    rf"(?P<area>(?:{_WORD}(?:,\s{_WORD})*\soch\s{_WORD}\s(?i:kommuner)"
    rf"|{_WORD}(?:(?:\soch)?\s{_WORD}){{0,3}}\s(?i:{_TAIL})))\b"
)
_OF_FORM = re.compile(
    rf"(?P<area>\b(?i:{_HEAD})\s(?P<name>(?:{_SIDE}\s(?!{_OTHER}))?{_WORD}(?:[-/]{_WORD})?))"
)
_LABELLED = re.compile(
    rf"\b(?:Ort|Område|Stadsdel|Kommun):\s+(?P<area>{_WORD}(?:\s{_WORD}){{0,2}})"
)
_OWNER = re.compile(
    rf"(?P<area>{_WORD}(?:\s{_WORD})?)\s(?i:byalag|bygdelag|bygdegårdsförening|samhällsförening|villa(?:ägare)?förening|vägförening|byaförening"
    r"|bya?stämma|intresseförening|hyresgästförening|samfällighet|fastighetsägar(?:e|förening)|företagarförening|handlarförening|köpmannaförening|hembygdsförening)"
)
_OF_OWN_PLACE = re.compile(
    rf"(?P<area>{_WORD}(?:\s{_WORD})?)\s[\wåäö-]+(?:förening|lag|utskott|råd|\s\([A-ZÅÄÖ]+\))"
)
_TOWN_HALL = re.compile(
    rf"(?:^|,\s)(?P<area>{_WORD})\s(?:kommun(?:hus|kontor|förvaltning)|stadshus)(?:et)?(?!\w)"
)
_SEATED = re.compile(
    rf"(?:[Bb]rf|BRF|\w+föreningen|\w+fälligheten)\s{_WORD},\s(?P<area>{_WORD}(?:\s{_WORD})?)\W*$"
)
_AFTER = re.compile(
    rf"^(?:\s?\([A-ZÅÄÖ]{{2,6}}\)\s(?=(?i:i|för|på|vid|inom|kring|runt)\s))?\W*(?:(?i:brå)\W+)?(?:(?i:i|för|på|vid|inom|kring|runt)\s)?(?P<area>{_WORD}(?:(?:\soch(?!{_COMPANY})|/)?\s?{_WORD}){{0,2}})"
)
_OF_PLACE = re.compile(rf"\W*(?i:i|för|på|vid|inom)\s{_FORM.pattern}")
_BEFORE = re.compile(rf"(?P<area>{_WORD}(?:(?:\soch)?\s{_WORD}){{0,2}}?)s?\W*$")
_BEFORE_NAME = re.compile(
    r"(?:\w*föreningen|[Bb]rf|BRF|[Bb]yalaget|[Tt]rygg(?:are|[at])?)\s(?=[A-ZÅÄÖ])"
)
_MET_IN = re.compile(
    rf"\b(?:samråd|\w*möte|sammanträde|träff)(?:et)?\b[^,]{{0,30}}\s+i\s(?P<area>{_WORD}(?:\s{_WORD})?)\W*$"
)
_ALONE = re.compile(rf"{_WORD}(?:(?:[\s/]|\soch\s){_WORD}){{0,2}}")
_MASTHEAD = re.compile(rf"(?:[^\w\s]+\s)?(?P<area>{_WORD}(?:[\s/]{_WORD}){{0,2}})")
_INSIDE = re.compile(r"^(?:.*\s)?(?:i|för|på|inom|vid)\s(?=[A-ZÅÄÖ])", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:^|\s)(?:lokala|kommunala|gemensamma|regionala|brotts\w*|trygg\w*)$", re.I
)
_OFFICE = re.compile(r"\s(?:stads|kommun)dels(?:förvaltning|nämnd|råd)?$", re.I)
_ENDS_IN_S = re.compile(r"(?:ås|näs|ös|us|is|fors|ss)$", re.I)
_GENITIVE = re.compile(r"\s(?:kommuns|stads|stadsdels)$")
_DISTRICT = re.compile(r"\b(?:stads|kommun)del|\bstadsområde", re.IGNORECASE)
_KIND = re.compile(r"KOMMUN|STAD")
_SHOUTED = re.compile(r"[A-ZÅÄÖÉ]{3,}(?:[\s-][A-ZÅÄÖÉ]{3,})?")
_VENUE = 50  # characters behind a name in which a venue may stand
_SURE = 2  # the rank from which a body's name may be that of something else
_UNDER = re.compile(
    r"[,\s(]+(?:under|inom|i|\w+grupp(?:en)?|lokala?|brå|brotts)(?!\w)", re.IGNORECASE
)  # the council above it
_TOP = 5  # rows of a head that may hold its letterhead
_QUARTER = re.compile(r"kvarteret|bostadsområdet", re.IGNORECASE)
Name = tuple[HeadLine, int, int]
"""A head's line and where the body's name stands in it."""


def area_of(reading: Reading, council: Name | None, *, told: bool = False) -> str | None:
    """The area as written, nearest to the name of the body where the head has one.

    told: the name stands in running text or in a foot, which counts less than the head.
    """
    if council is None:
        return _elsewhere(reading)
    line, start, end = council
    found = _elsewhere(reading) if told else None
    found = found or _beside(reading, line, start, end)
    found = (
        found or _owner_of(reading, line, start, end) or _beside_others(reading, line, start, end)
    )
    found = found or _inside(reading, line, start, end)
    found = found or _elsewhere(reading) or _next_line(reading, line, line.text[start:end])
    return found or _over_title(reading, line)


def _beside(reading: Reading, line: HeadLine, start: int, end: int) -> str | None:
    """The area written next to the council's name."""
    text = line.text
    found = (each.span("area") for each in _FORM.finditer(text))
    spans = [(at, stop) for at, stop in found if at < start or stop > end]  # "Gruppen Trygg stad"
    spans.sort(key=lambda span: max(span[0] - end, start - span[1]))
    after = _AFTER.match(text[end:]) if not text[end : end + 1].isalpha() else None
    if after is not None and _OWNER.match(text, start, end):  # "Ekby byalag i Holma bygdegård"
        after = None if says("places", text[end : end + _VENUE]) else after
    short = after is not None and after["area"].isupper() and not text[start:end].isupper()
    short = short or (after is not None and _is_abbreviation(after["area"], text[start:end]))
    if after is not None and not (
        short and text[end:].lstrip()[0] in ",("
    ):  # "Rådet för hälsa, RFH"
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
        for key in ("area", "area2"):
            if match is not None and match.groupdict().get(key):
                return _taken(reading, line.view, *match.span(key), "area.in_name")
    return None


def _without_genitive(reading: Reading, name: str) -> str:
    """ "Granviks" is Granvik's; "Strängnäs" keeps its s unless the text has the name without it."""
    if not name.endswith(("s", "S")):
        return name
    stem = re.escape(name[:-1])
    alone = re.search(rf"(?<!\w){stem}(?!\w)", reading.meeting.text)
    return name[:-1] if alone or not _ENDS_IN_S.search(name) else name


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
    owner = _OWNER.match(line.text, start, end)
    named = owner is not None
    owner = owner or _OF_OWN_PLACE.fullmatch(line.text, start, end)
    if owner is None:
        return None
    if not named and not re.search(r"(?<![aeo]rna)[sx]$", owner["area"], re.IGNORECASE):
        return None
    name = _without_genitive(reading, owner["area"])
    return _taken(reading, line.view, start, start + len(name), "area.owner")


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
                found = _taken(reading, line.view, 0, len(line.text), "area.next_line")
                if found is not None:
                    return found
    return None


def _over_title(reading: Reading, best: HeadLine) -> str | None:
    """The name alone that opens the document ("EKBY" over "Minnesanteckningar"), in capitals or told again below."""
    first = next((line for line in reading.lines if line.position == 0), None)
    if first is None or first is best or first.field is not None or first.furniture:
        return None
    alone = _MASTHEAD.fullmatch(first.text)
    if alone is None or is_first_name(alone["area"].split()[0]):
        return None
    text = reading.meeting.text
    again = len(re.findall(rf"(?<!\w){re.escape(alone['area'])}s?(?!\w)", text, re.IGNORECASE)) > 1
    if not again and not alone["area"].isupper():
        return None
    return _taken(reading, first.view, *alone.span("area"), "area.over_title")


def _elsewhere(reading: Reading) -> str | None:
    return (
        _letterhead(reading)
        or _two_lines(reading)
        or _owner(reading)
        or _beside_date(reading)
        or _of_the_place(reading)
    )


def _two_lines(reading: Reading) -> str | None:
    """ "EKBY" over "KOMMUN": the name in a letterhead's column whose second line is its kind."""
    lines = [line for line in reading.lines if line.position < _TOP and not line.furniture]
    for line in lines:
        below = next((each for each in lines if each.position == line.position + 1), None)
        if below is None or below.field is not None or line.field is not None:
            continue
        if _KIND.fullmatch(below.text) and _SHOUTED.fullmatch(line.text):
            whole = side_by_side((line.view, below.view))
            return _taken(reading, whole, 0, len(whole.text), "area.two_lines")
    return None


def _letterhead(reading: Reading) -> str | None:
    """The first district that the head names, else municipality, else quarter."""
    found: list[tuple[int, HeadLine, int, int]] = []
    for line in reading.lines:
        low = line.position >= TITLE_LINES and not line.furniture
        if line.field not in {None, "council"} or low:
            continue
        named = [*_FORM.finditer(line.text), *_LABELLED.finditer(line.text)]
        taken = {match.end("area") for match in named}
        of_form = [
            each
            for each in _OF_FORM.finditer(line.text)
            if each.start("name") - 1 not in taken and not is_no_area(each["name"])
        ]
        for match in sorted((*named, *of_form), key=lambda each: each.start()):
            kind = 2 if _QUARTER.match(match["area"]) else not _DISTRICT.search(match["area"])
            found.append((kind, line, *match.span("area")))
    for _, line, start, end in sorted(found, key=lambda each: each[0]):
        if area := _taken(reading, line.view, start, end, "area.form"):
            return area
    return None


def _owner(reading: Reading) -> str | None:
    """Where the association that meets is at home ("Ekby byalag", "Brf Skutan, Ekby")."""
    for line in reading.titles:
        if seat := _SEATED.search(line.text):
            return _taken(reading, line.view, *seat.span("area"), "area.seat")
        if owner := _OWNER.search(line.text):
            start = owner.start("area")
            end = start + len(_without_genitive(reading, owner["area"]))
            if area := _taken(reading, line.view, start, end, "area.owner"):
                return area
    return None


def _beside_date(reading: Reading) -> str | None:
    """ "Ekby 2019-02-22", "Trygghetsmöte den 3 maj 2018 i Ekby"."""
    for line in reading.titles:
        stated = [(mention.start, mention.end) for mention in dates(line.text)]
        rest = blank(line.text, stated)
        found = re.fullmatch(rf"\W*(?P<area>{_WORD}(?:[\s/]{_WORD}){{0,2}})\W*", rest)
        if (
            stated
            and found
            and (area := _taken(reading, line.view, *found.span("area"), "area.beside_date"))
        ):
            return area
        met = _MET_IN.search(rest) if stated else None
        if met and not says("places", met["area"]):
            area = _taken(reading, line.view, *met.span("area"), "area.met_in")
            if area is not None:
                return area
    return None


def _of_the_place(reading: Reading) -> str | None:
    """ "Ekby kommun, plan 2", "Sessionssalen, Ekby kommunhus"."""
    for line in reading.lines:
        if line.field in {"place", "place_time"} and (
            at := _FORM.search(line.text) or _TOWN_HALL.search(line.text)
        ):
            return _taken(reading, line.view, *at.span("area"), "area.place")
    return None


def is_no_area(text: str) -> bool:
    """Whether `text` opens with a word that names something else than an area."""
    return any(rule.regex.match(text) for rule in rules("not_areas"))


def _taken(reading: Reading, view: View, start: int, end: int, rule: str) -> str | None:
    """The area at [start, end) without genitive and office, where it can be one."""
    start = _without_others(view.text, start, end)
    if (host := _BEFORE_NAME.match(view.text, start, end)) is not None:
        start = host.end()  # "Byalaget Ekby", "Tryggare Ekby"
    if (within := _INSIDE.match(view.text[start:end])) is not None:
        start += within.end()  # "RÅDET I EKBY KOMMUN"
    if (owner := _OWNER.match(view.text, start, end)) is not None:
        end = start + len(_without_genitive(reading, owner["area"]))  # "Ekby byalag"
    end = _before_others(view.text, start, end)
    text = view.text[start:end]
    if is_no_area(text) or len(text) < 3 or _ADJECTIVE.search(text):
        return None
    if re.fullmatch(_TAIL, text, re.IGNORECASE):
        return None
    if _GENITIVE.search(text):
        text = text[:-1]
    if _OFFICE.search(text):
        text = _OFFICE.sub("", text)
        text = _without_genitive(reading, text)
    reading.prove("area", view, start, start + len(text), rule)
    return text


def _without_others(text: str, start: int, end: int) -> int:
    """Where the area begins after a title, an office or the body's name ("PROTOKOLL Ekby stad")."""
    while (blank_at := text.find(" ", start, end)) > 0:
        body = max(
            (m.end() for rule in rules("councils") if (m := rule.regex.match(text, start, end))),
            default=0,
        )
        if start < body < end and text[body] == " ":
            start = body + 1
        elif is_no_area(text[start:end]):
            start = blank_at + 1
        else:
            break
    return start


def _before_others(text: str, start: int, end: int) -> int:
    """Where the area ends before a day, a label or an office ("Ekby Tisdagen den 3", "Ekby Dnr A214")."""
    for blank_at in re.finditer(r"\s", text[start:end]):
        if is_no_area(text[start + blank_at.end() : end]):
            return start + blank_at.start()
    return end
