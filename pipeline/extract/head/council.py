"""The body that met, by the name that it gives itself; area.py reads what it serves.

Forms handled: "Protokoll för Lokala Brå"; names of several words or tasks ("Folkhälso- och
trygghetsrådet", "Samrådsgruppen polis – kommun"); an association that gives its home beside its own
name ("Villaföreningen Solbacken, Ekby"); what a title names beside the document's kind and the date;
who opens the document with a place behind them ("Trapphusombuden på Dalen").
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from models.segmented import ATTENDANCE
from pipeline.dates import dates
from pipeline.extract.head.area import area_of
from pipeline.extract.head.area_apart import told_municipality
from pipeline.extract.head.area_forms import is_no_area
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading, blank
from pipeline.names import is_first_name
from pipeline.vocabulary import possible, rules, says

_NAMED = re.compile(
    r"(?:^|[,:–-]\s?|\s{3})(?P<name>[A-ZÅÄÖ][a-zåäö]{3,}(?:\s(?:för|mot|och)\s[a-zåäö]+)*|[A-ZÅÄÖ]*[a-zåäö]+[A-ZÅÄÖ]\w*(?:\s[a-zåäö]+)?|[A-ZÅÄÖ][a-zåäö]+\s&\s[A-ZÅÄÖ]?[a-zåäö]+(?=\s[A-ZÅÄÖ][a-zåäö]+\s*$))(?=\s(?:i|på)\s[A-ZÅÄÖ]|\s*(?:$|[,–]|\s{3}))"
)
_CALLED = r"(?P<name>[A-ZÅÄÖ][\w-]{2,}(?:\s(?:&\s)?[A-ZÅÄÖ][\w-]+){0,2})"
_MEETING = r"(?:[a-zåäö]+\s)?[\wåäö]*(?:möte|sammanträde|stämma|träff)(?:t|et|en|n)?(?:\s(?:nr\.?\s?|#)?\d{1,2}(?![\d/.-]|\s[a-zåäö]))?"
_HOLDS = (
    re.compile(rf"{_CALLED}(?:\s[–-]|[:,])\s(?i:{_MEETING})(?!\w)"),
    re.compile(rf"(?i:{_MEETING})(?:\s[–-]|[:,])?\s{_CALLED}(?=\W*$)"),
)  # "Hamnringen – styrelsemöte 14 maj", "Styrelsemöte Hamnringen 14 maj", the day blanked
_OPENING_NAME = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäö-]{4,}(?:en|et|na|rna))(?=\s(?:i|på)\s[A-ZÅÄÖ]|,\s[A-ZÅÄÖ])"
)
_MEETING_OF = re.compile(
    r"(?:^|(?:\b(?:från|vid|till|för)|[:–-])\s|\s{3})(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?:\s[\wåäöÅÄÖ-]+)??)(?::s|(?<=[A-ZÅÄÖ])s|(?<=[a-zåäö])s)\s(?:\w+\s)?\w*(?:möte|sammanträde|träff|stämma)(?:t|et|en|n)?(?!\w)"
)
_PERSON = re.compile(r":\s(?P<first>[A-ZÅÄÖ][\w-]+)\s[A-ZÅÄÖ]")
_ABBREVIATION = re.compile(r"(?i:brå(?:-?möte[t]?)?)|[A-ZÅÄÖ]{2,5}")
_LOCAL = re.compile(r"lokal[at]?\sbrå", re.IGNORECASE)
_WRITTEN_OUT = re.compile(r"brotts-?\s?förebyggande", re.IGNORECASE)
_SHORT = re.compile(r"\((?P<letters>[A-ZÅÄÖ]{3,6})\)$")
_Found = tuple[float, HeadLine, int, int, str]
"""How much speaks for a name, its line, where it stands there, and by which rule."""

_DEALT_WITH = re.compile(
    r"\b(?:i|på|med|till|från|av|hos|mot|för|om|åt|kontaktar|ringer|frågar|tillfrågar)\s(?:\w+\s)?$"
)
_GATHERED = re.compile(r"möte|träff|samman|samråd|samling|samla|välkom", re.IGNORECASE)
_TOPIC = re.compile(r"\s?(?::|\s[–-])\s")
_POSTED = re.compile(r"\banslag", re.IGNORECASE)  # a notice of posting
_BEFORE_AREA = frozenset({"i", "på", "för", "inom"})
_NOTICE = "council.in_notice"
_TOLD = "council.told"
_TITLES = 3  # first lines that may say whose meeting it was
_OPENING = 4  # sentences of the text that may name the body
_FOOT = 1.0  # the weight of a name that stands in neither title nor page head
_HOST = 2.0  # how much less the association counts within which a body meets
_UNDER = 3.5  # how much less the council counts beside its working group, and that one more
_SURE = 2  # the most rank of a name that is surely one
_STATED = 2.0  # the least score of a name in the document's own lines, not a page head's


def council_and_area(reading: Reading) -> tuple[str | None, str | None]:
    """The council as written, without area and date, and the area as written."""
    if (best := _best(reading)) is None:
        return None, area_of(reading, None)
    line, start, end, rule = best
    reading.prove("council", line.view, start, end, rule)
    if rule == _NOTICE:
        name = line.text[start:end]
        return name, area_of(reading, None) or told_municipality(reading, name)
    line, start, end = _with_next_line(reading, line, start, end)
    return line.text[start:end], area_of(reading, (line, start, end), told=rule == _TOLD)


def _with_next_line(
    reading: Reading, line: HeadLine, start: int, end: int
) -> tuple[HeadLine, int, int]:
    """The line and the name in it, with the next line where running text breaks before the area ("rådet i")."""
    if line.text[end:].strip() not in _BEFORE_AREA:
        return line, start, end
    for whole in reading.wrapped:
        at = whole.text.find(line.text)
        if at >= 0 and len(whole.text) > len(line.text):
            return whole, at + start, at + end
    return line, start, end


def _best(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """The best name of a body: in a title, high up, long, of the surest form.

    An abbreviation yields to a name written out ("Brottsförebyggande rådet", "Anteckningar Brå maj"), and
    "Lokala Brå" to what its letters stand for.
    Where the same name stands elsewhere with a capital ("Lokala Brå", "Anteckningar lokala Brå"),
    that one is its name; so is a longer one that goes on from it ("Samordningsgruppen polis–kommun").
    """
    ordered = [*enumerate(reading.lines), *((line.position, line) for line in reading.wrapped)]
    weighed = ((line, _weight(line, order)) for order, line in ordered)
    found = [each for line, weight in weighed for each in _names(line, weight)]
    if not found:
        named = _labelled(reading) or _left_in_title(reading) or _opens(reading)
        return named or _in_notice(reading) or _told(reading)
    whole = [
        each for each in found if not _ABBREVIATION.fullmatch(_name(each)) and each[0] >= _STATED
    ]
    best = max(whole or found, key=lambda each: each[0])
    longer = [
        each
        for each in found
        if not each[1].furniture
        and (_goes_on(_name(best), _name(each)) or _writes_out(_name(best), _name(each)))
    ]
    best = max(longer, key=lambda each: each[0], default=best)
    same = [each for each in found if _name(each).lower() == _name(best).lower()]
    capital = [each for each in same if _name(each)[0].isupper()]
    return max(capital or same, key=lambda each: each[0])[1:]


def _labelled(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """Whatever stands under a label that asks for the body ("Grupp: Samverkan Hamnen")."""
    line = next((each for each in reading.lines if each.field == "council"), None)
    return (line, 0, len(line.text.rstrip(" .")), line.rule) if line is not None else None


def _goes_on(name: str, longer: str) -> bool:
    """Whether `longer` is `name` with who makes up the body behind it ("polis–kommun")."""
    rest = longer[len(name) :]
    return longer.lower().startswith(name.lower()) and bool(_part("name.after").match(rest))


def _writes_out(name: str, longer: str) -> bool:
    """Whether `name` is short for `longer` ("Lokala Brå", "Lokala brottsförebyggande rådet")."""
    return bool(_LOCAL.fullmatch(name) and _WRITTEN_OUT.search(longer))


def _names(line: HeadLine, weight: float | None) -> Iterator[_Found]:
    """The bodies that `line` names, each with how much speaks for it; none without a weight.

    What begins a longer name is no name ("Nätverket" in "Nätverket för ett tryggare Ekby").
    """
    if weight is None:
        return
    spans = {
        (rule.id, rule.data["rank"], *_whole(line.text, *match.span()))
        for rule in possible("councils", line.text)
        for match in rule.regex.finditer(line.text)
    }
    for rule_id, rank, start, end in sorted(spans):
        if any(begin == start and stop > end for _, _, begin, stop in spans):
            continue
        name = line.text[start:end]
        score = weight + 0.02 * min(len(name), 40) - 1.5 * rank
        score -= _HOST * bool(_part("name.host").search(name))
        score -= _UNDER * bool(_part("name.under").search(line.text[:start]))
        score += _UNDER * bool(_part("name.working_group").search(name))
        yield score, line, start, end, rule_id


def _told(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """The body that a foot or a signature names, or the first sentences where it opens one."""
    opening = islice(reading.sentences(), _OPENING)
    prose = [HeadLine(each.view, None, "", TITLE_LINES, furniture=False) for each in opening]
    for lines in (reading.foot(), prose):
        found = [each for line in lines for each in _names(line, _FOOT)]
        named = [each for each in found if _name(each)[0].isupper() and not _is_other(each)]
        if named:
            _, line, start, end, _ = max(named, key=lambda each: each[0])
            return line, start, end, _TOLD
    return None


def _in_notice(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """The body that opens a line of a notice of posting, whose labels stand apart from their values."""
    labelled = [line for line in reading.lines if line.field not in {None, *ATTENDANCE}]
    if not any(_POSTED.search(line.text) for line in labelled):
        return None
    for line in labelled:
        for rule in possible("councils", line.text):
            name = rule.regex.match(line.text) if rule.data["rank"] <= _SURE else None
            if name is not None and name.group()[0].isupper():
                return line, *name.span(), _NOTICE
    return None


def _is_other(found: _Found) -> bool:
    """Whether a sentence deals with the body, with no word of a meeting before it ("Anna kontaktar Bo i Holma byalag"), or has it for its topic ("Skolans trygghetsteam – planen")."""
    _, line, start, _, _ = found
    before = line.text[:start]
    if not before and _TOPIC.match(line.text, found[3]):
        return True
    return bool(_DEALT_WITH.search(before)) and not _GATHERED.search(before)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with what stands before and after it: "Folkhälso- och", "polis–kommun"."""
    if match := _part("name.before").search(text[:start]):
        start = match.start()
    after = "name.after_capitals" if text[start:end].isupper() else "name.after"
    if match := _part(after).match(text[end:]):
        end += match.end()
    if _part("name.host").search(text[start:end]):  # "Villaföreningen Solbacken, Ekby"
        home = _part("name.home").match(text[end:])
        end += home.end("own") if home is not None else 0
    if _part("name.host").search(text[start:end]) or _is_shortened(text[:start], text[start:end]):
        start = _owner_start(text, start)  # "Ekby byalag", "Ekby brottsutskott (EBU)"
    return start, end


def _owner_start(text: str, start: int) -> int:
    """Where the place begins that a name is made with, else `start`."""
    match = _part("name.owner").search(text[:start])
    if match is None:
        return start
    at = match.start()
    while is_no_area(text[at:start]) and (blank_at := text.find(" ", at, start - 1)) > 0:
        at = blank_at + 1  # "PROTOKOLL Solbackens"
    return start if is_no_area(text[at:start]) else at


def _is_shortened(before: str, name: str) -> bool:
    """Whether the abbreviation behind a name begins with its place's letter, not with its own."""
    letters, place = _SHORT.search(name), _part("name.owner").search(before)
    if letters is None or place is None:
        return False
    return letters["letters"].startswith(f"{place.group()[0]}{name[0]}".upper())


@cache
def _part(rule_id: str) -> re.Pattern[str]:
    return next(rule.regex for rule in rules("council_parts") if rule.id == rule_id)


def _left_in_title(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """What a title line names beside the document's kind and the date: "Protokoll, Hamnringen i Ekby".

    So does one that names the meeting with its day: "Hamnringen – styrelsemöte 14 maj 2012".
    """
    for line in reading.titles:
        kinds = [m.span() for rule in rules("titles") for m in rule.regex.finditer(line.text)]
        days = [(mention.start, mention.end) for mention in dates(line.text)]
        if line.furniture or not kinds or kinds[0][1] == len(line.text):
            continue
        named = _NAMED.search(blank(line.text, [*kinds, *days]))
        if named is not None and not is_no_area(named["name"]):
            return line, *named.span("name"), "council.in_title"
    for line in reading.titles:
        days = [(mention.start, mention.end) for mention in dates(line.text)]
        rest = blank(line.text, days) if days and line.position < _TITLES else ""
        for holds in _HOLDS if rest else ():
            named = holds.match(rest)
            if named is not None and _is_name(named["name"]):
                return line, *named.span("name"), "council.in_title"
    for line in reading.titles:
        named = _MEETING_OF.search(line.text) if line.position < _TITLES else None
        if named is not None and _may_meet(named["name"]):
            return line, *named.span("name"), "council.in_title"
    return None


def _is_name(name: str) -> bool:
    """Whether what a title says beside a meeting is no time, place or person."""
    other = is_no_area(name) or says("places", name) or is_first_name(name.split()[0])
    return not (other or says("titles", name) or says("head_days", f"{name} möte"))


def _may_meet(name: str) -> bool:
    """Whether whose meeting it was is a body with a name of its own, and no time, person or "föreningen"."""
    return not (
        is_no_area(name) or says("head_days", f"{name}s möte") or is_first_name(name.split()[0])
    )


def _opens(reading: Reading) -> tuple[HeadLine, int, int, str] | None:
    """Who opens the document with a place behind them: "Trapphusombuden på Dalen", "Kajgänget, Ekby"."""
    for line in reading.lines:
        named = _OPENING_NAME.match(line.text)
        if line.position > 1 or line.furniture or line.field is not None or named is None:
            continue
        name = named["name"]
        if not (is_no_area(name) or says("places", name) or is_first_name(name.split()[0])):
            return line, *named.span("name"), "council.opens"
    return None


def _name(found: _Found) -> str:
    _, line, start, end, _ = found
    return line.text[start:end]


def _lists_person(text: str) -> bool:
    """Whether a line says who came from where ("Handelsgruppen Hamnen: Bo Ek")."""
    person = _PERSON.search(text)
    return person is not None and is_first_name(person["first"])


def _weight(line: HeadLine, order: int) -> float | None:
    if line.field == "council":
        return 6.0
    if line.furniture:
        return 1.5
    if line.field is None and line.position < TITLE_LINES and not _lists_person(line.text):
        title = says("titles", line.text)
        return 4.0 + 1.5 * title - 0.1 * order
    return None
