"""The body, where the head names none by a word that councils.toml knows.

Forms handled: whatever stands under a label that asks for it; what a title names beside the document's kind and the
date ("Protokoll, Hamnringen i Ekby"); who opens the document with a place behind them ("Trapphusombuden på Dalen",
"Trygghetsverkstaden Ekby", "LBR Ekby"), or under a name that stands once more ("BO LUGNT I EKBY", "Anteckningar Bo Lugnt");
letters that the text explains; a notice of posting; a foot, a signature or the first sentences.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from models.segmented import ATTENDANCE
from pipeline.dates import dates
from pipeline.extract.head.area_forms import FORM, PLACE, SIDE, is_no_area
from pipeline.extract.head.council_names import Found, names, part
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading, blank
from pipeline.names import is_first_name
from pipeline.vocabulary import possible, rules, says

Named = tuple[HeadLine, int, int, str]
"""A line, where the name stands in it, and by which rule."""

_NAMED = re.compile(
    r"(?:^|[,:|–-]\s?|\s{3})(?P<name>[A-ZÅÄÖ]{4,}(?:ET|EN|NA|AN)(?=\s*\|)|[A-ZÅÄÖ][a-zåäö]{3,}(?:\s(?:för|mot|och)\s[a-zåäö]+)*|[A-ZÅÄÖ]*[a-zåäö]+[A-ZÅÄÖ]\w*(?:\s[a-zåäö]+)?|[A-ZÅÄÖ][a-zåäö]+\s&\s[A-ZÅÄÖ]?[a-zåäö]+(?=\s[A-ZÅÄÖ][a-zåäö]+\s*$))(?=\s(?:i|på)\s[A-ZÅÄÖ]|\s*(?:$|[,–]|\s{3}))"
)  # "Hamnringen", "LokalBrå", "Hus & hem" before a place or a mark
_CALLED = r"(?P<name>[A-ZÅÄÖ][\w-]{2,}(?:\s(?:&\s)?[A-ZÅÄÖ][\w-]+){0,2})"
_MEETING = r"(?:[a-zåäö]+\s)?[\wåäö]*(?:möte|sammanträde|stämma|träff)(?:t|et|en|n)?(?:\s(?:nr\.?\s?|#)?\d{1,2}(?![\d/.-]|\s[a-zåäö]))?"
_HOLDS = (
    re.compile(rf"{_CALLED}(?:\s[–-]|[:,])\s(?i:{_MEETING})(?!\w)"),
    re.compile(rf"(?i:{_MEETING})(?:\s[–-]|[:,])?\s{_CALLED}(?=\W*$)"),
)  # "Hamnringen – styrelsemöte 14 maj", "Styrelsemöte Hamnringen 14 maj", the day blanked
_OPENING_NAME = re.compile(
    r"\W{0,3}(?P<name>[A-ZÅÄÖ][a-zåäöé-]{4,}(?:en|et|an|na|rna))(?=\s(?:i|på)\s[A-ZÅÄÖ]|,\s[A-ZÅÄÖ]|\s[A-ZÅÄÖ][a-zåäö]+(?:\W*$|\s\d))"
    r"|(?P<letters>[A-ZÅÄÖ]{3,5})(?=(?:\s(?:i|på))?\s"
    rf"(?:{SIDE}\s)?[A-ZÅÄÖ][a-zåäö]+(?:\W*$|\s\d))"
)  # "Trapphusombuden på Dalen", "Kajgänget, Ekby", "Trygghetsverkstaden Ekby", "LBR Ekby 060315", "LBT Norra Ekby"
_LETTERED = re.compile(
    rf"(?<![\wåäö])(?P<letters>[A-ZÅÄÖ]{{3,5}})\s{PLACE}(?:,\s(?P=letters)\s{PLACE})*\soch\s(?P=letters)\s{PLACE}"
)  # "LBR Norr, LBR Viken och LBR Ön", which met as one
_DESCRIBED = re.compile(
    r"^\W{0,3}(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ-]{4,}(?:\s(?!(?:i|på|för)\s)[\wåäöÅÄÖ-]+){0,2})\s?(?:[•·|:–—(-]\s*|\s-\s)(?:(?:en|ett)\s)?(?:\w+\s)?$"
)  # before what tells in small letters what it is: "LUGNA KVÄLLAR • samverkan för"
_WHOLE_NAME = re.compile(r"\W{0,3}(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ-]{3,}(?:\s[\wåäöÅÄÖ-]+){0,3})\W{0,3}")
_OF_ITS_PLACE = re.compile(r"[^.,;]{0,40}\s(?:i|för|på|kring)\s[A-ZÅÄÖ]")
_LETTERS = re.compile(
    rf"(?:(?:[Mm]innesanteckningar|MINNESANTECKNINGAR|[Pp]rotokoll|PROTOKOLL|[Aa]nteckningar|ANTECKNINGAR)\s(?:från\s)?)?(?P<letters>[A-ZÅÄÖ]{{3,5}})(?=\s{PLACE}|,\s|\W*$)"
)  # "LBR Ekby, anteckningar den 3 maj", "Protokoll LBR"
_NO_LETTERS = frozenset({"DNR", "SIDA", "OBS", "TID", "DAG", "DATUM"})
_OWN_NAME = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s(?!(?:i|på|I|PÅ)\s)[\wåäö-]+){0,3})(?=\s(?:i|på|I|PÅ)\s[A-ZÅÄÖ]|,\s[A-ZÅÄÖ]|\s[–-]\s[A-ZÅÄÖ]|\W*$)"
)  # "BO LUGNT I EKBY", "Kajens vänner – Ekby", "Hamnringen" alone
_MEETING_OF = re.compile(
    r"(?:^|(?:\b(?:från|vid|till|för)|[:–-])\s|\s{3})(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?:\s[\wåäöÅÄÖ-]+)??)(?::s|(?<=[A-ZÅÄÖ])s|(?<=[a-zåäö])s)\s(?:\w+\s)?\w*(?:möte|sammanträde|träff|stämma)(?:t|et|en|n)?(?!\w)"
)  # "Hamnringens extra möte", "KSR:s träff"
_TOPIC = re.compile(r"\s?(?::|\s[–-])\s")
_POSTED = re.compile(r"\banslag", re.IGNORECASE)  # a notice of posting
NOTICE = "council.in_notice"
TOLD = "council.told"
_BOARD = re.compile(r"\b(?:[Ss]tyrelsen|[Ll]edamöter(?:na)?|[Mm]edlemmar(?:na)?)\s(?:i|för)\s")
_LONGEST_PLACE = 25  # characters of the place before the name
_TITLES = 3  # first lines that may say whose meeting it was
_OPENING = 4  # sentences of the text that may name the body
_FOOT = 1.0  # the weight of a name that stands in neither title nor page head
_SURE = 2  # the most rank of a name that is surely one


def council_apart(reading: Reading) -> Named | None:
    """The body where no title or page head names one by a known word."""
    return (
        _labelled(reading)
        or _lettered(reading)
        or _left_in_title(reading)
        or _opens(reading)
        or _told_below(reading)
        or _stands_again(reading)
        or _in_notice(reading)
        or that_met(reading)
        or _of_its_board(reading)
        or _told(reading)
    )


def _labelled(reading: Reading) -> Named | None:
    """Whatever stands under a label that asks for the body ("Grupp: Samverkan Hamnen")."""
    line = next((each for each in reading.lines if each.field == "council"), None)
    return (line, 0, len(line.text.rstrip(" .")), line.rule) if line is not None else None


def _lettered(reading: Reading) -> Named | None:
    """The councils that met as one, each by the same letters and its district."""
    for line in reading.titles:
        named = _LETTERED.search(line.text) if line.position < _TITLES else None
        if named is not None and named["letters"] not in _NO_LETTERS:
            return line, *named.span(), "council.lettered"
    return None


def explained(reading: Reading, found: Sequence[Found]) -> Named | None:
    """The letters that open the document, where the text tells what they stand for: "LBR Ekby", "... rådet (LBR)".

    found: the names by known words; none of them is to stand as high up.
    """
    for line in reading.titles:
        named = _LETTERS.match(line.text) if line.position < _TITLES - 1 else None
        if named is None or line.furniture or named["letters"] in _NO_LETTERS:
            continue
        letters = named["letters"]
        high = [each[1] for each in found if each[1].position <= line.position + 1]
        told = re.search(
            rf"\({letters}\)|(?<!\w){letters}(?:\s=|\sstår\sför|\sbetyder)", reading.meeting.text
        )
        if told is not None and all(re.match(rf"\W*{letters}\s", each.text) for each in high):
            return line, *named.span("letters"), "council.letters"
    return None


def described(line: HeadLine, start: int, end: int) -> tuple[int, int] | None:
    """Where the body's own name stands, where its line goes on to tell at [start, end) what it is.

    So does "Lugna kvällar – nätverk för ett tryggare uteliv i Ekby"; what is told begins small and names the place.
    """
    if line.furniture or not line.text[start].islower():
        return None
    named = _DESCRIBED.match(line.text[:start])
    if named is None or _OF_ITS_PLACE.match(line.text, end) is None:
        return None
    name = named["name"]
    return named.span("name") if _is_name(name) and not FORM.match(name) else None


def _left_in_title(reading: Reading) -> Named | None:
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
    letters = name.isupper() and name not in _NO_LETTERS
    other = (is_no_area(name) and not letters) or is_first_name(name.split()[0])
    return not (other or says("head_days", f"{name}s möte"))


def _opens(reading: Reading) -> Named | None:
    """Who opens the document with a place behind them: "Trapphusombuden på Dalen", "Kajgänget, Ekby"."""
    for line in reading.lines:
        named = _OPENING_NAME.match(line.text)
        if line.position > 1 or line.furniture or line.field is not None or named is None:
            continue
        key = "letters" if named["letters"] is not None else "name"
        name = named[key]
        letters = key == "letters" and name not in _NO_LETTERS
        if letters or not (is_no_area(name) or says("places", name) or is_first_name(name)):
            return line, *named.span(key), "council.opens"
    return None


def _told_below(reading: Reading) -> Named | None:
    """The name over a line that tells what it is: "EKBYTRYGGT" over "Ett nätverk av föreningar i Ekby"."""
    for line, below in pairwise(reading.lines[: _TITLES + 1]):
        loose = line.field is None and below.field is None and not line.furniture
        told = loose and part("told.what_it_is").match(below.text)
        named = _WHOLE_NAME.fullmatch(line.text) if told else None
        if named is not None and _is_name(line.text) and not FORM.match(line.text):
            return line, *named.span("name"), "council.told_below"
    return None


def _stands_again(reading: Reading) -> Named | None:
    """The name over the document that stands once more in it, before a place or alone: "BO LUGNT I EKBY"."""
    for line in reading.lines[:_TITLES]:
        named = _OWN_NAME.match(line.text) if line.field is None else None
        if named is None or line.furniture or FORM.match(line.text):
            continue
        if not _is_name(named["name"]) and (line.position or not named["name"].isupper()):
            continue
        alone = named.end() == len(line.text.rstrip())
        again = len(
            re.findall(rf"(?<!\w){re.escape(named['name'])}(?!\w)", reading.meeting.text, re.I)
        )
        if again > 1 + alone and (" " in named["name"] or not alone):
            return line, *named.span("name"), "council.stands_again"
    return None


def _meets(text: str) -> bool:
    return (
        part("told.meets").search(text) is not None
        or part("told.gathered").search(text) is not None
    )


def _is_meeting(text: str, start: int, end: int) -> bool:
    """Whether a verb of meeting stands right before or behind the body's name."""
    before = text[:start]
    meets = (
        part("told.meets").match(text, end) is not None
        and part("told.dealt_with").search(before) is None
    )
    return meets or part("told.gathers").search(before) is not None


def that_met(reading: Reading) -> Named | None:
    """The body of which a sentence says that it met ("Det brottsförebyggande rådet är sammankallat till ...")."""
    opening = islice(reading.sentences(), _OPENING)
    told = [HeadLine(each.view, None, "", TITLE_LINES, furniture=False) for each in opening]
    told += [line for line in reading.lines if not line.furniture]
    for line in told:
        for _, _, start, end, _ in names(line, _FOOT) if _meets(line.text) else ():
            surely = not part("name.board").search(line.text[start:end])
            if surely and _is_meeting(line.text, start, end):
                return line, start, end, TOLD
    return None


def _of_its_board(reading: Reading) -> Named | None:
    """The body whose board or members a label of the head tells of ("Från styrelsen i Ekby villaägareförening deltog:")."""
    for line in reading.meeting.head:
        view = line.cells[0]
        board = _BOARD.search(view.text)
        if board is None:
            continue
        told = HeadLine(
            view.part(board.end(), len(view.text)), None, "", TITLE_LINES, furniture=False
        )
        found = max(names(told, _FOOT), key=lambda each: each[0], default=None)
        if found is not None and found[2] <= _LONGEST_PLACE:
            return told, found[2], found[3], TOLD
    return None


def _told(reading: Reading) -> Named | None:
    """The body that a foot or a signature names, or the first sentences where it opens one."""
    opening = islice(reading.sentences(), _OPENING)
    prose = [HeadLine(each.view, None, "", TITLE_LINES, furniture=False) for each in opening]
    for lines in (reading.foot(), prose):
        found = [each for line in lines for each in names(line, _FOOT)]
        named = [each for each in found if each[1].text[each[2]].isupper() and not _is_other(each)]
        if named:
            _, line, start, end, _ = max(named, key=lambda each: each[0])
            return line, start, end, TOLD
    return None


def _in_notice(reading: Reading) -> Named | None:
    """The body that opens a line of a notice of posting, whose labels stand apart from their values."""
    labelled = [line for line in reading.lines if line.field not in {None, *ATTENDANCE}]
    if not any(_POSTED.search(line.text) for line in labelled):
        return None
    for line in labelled:
        for rule in possible("councils", line.text):
            name = rule.regex.match(line.text) if rule.data["rank"] <= _SURE else None
            if name is not None and name.group()[0].isupper():
                return line, *name.span(), NOTICE
    return None


def _is_other(found: Found) -> bool:
    """Whether a sentence deals with the body, with no word of a meeting before it ("Anna kontaktar Bo i Holma byalag"), or has it for its topic ("Skolans trygghetsteam – planen")."""
    _, line, start, _, _ = found
    before = line.text[:start]
    if not before and _TOPIC.match(line.text, found[3]):
        return True
    return bool(part("told.dealt_with").search(before)) and not part("told.gathered").search(before)
