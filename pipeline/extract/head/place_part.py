"""What of a line or a value is the place, which may also hold a title, the day, the hour, a remark and more sentences.

Forms handled: "Kommunhuset, kl 9-11", "i Ladan den 3 maj", "Möte i Kulturhuset", "Värd denna gång: Ladan", "Ekby kommun, Kommunhuset",
"hos Bo (salen var upptagen). Vi började".
"""

import re

from pipeline.dates import dates, times
from pipeline.extract.head.lines import blank
from pipeline.extract.head.met import may_be_place
from pipeline.extract.head.registration import NUMBERED
from pipeline.vocabulary import pattern, rule_for, rules, says

_OWN_LABEL = re.compile(r"[A-ZÅÄÖa-zåäö]+(?:\s[a-zåäö]+){0,3}:\s+(?=\w)")  # "Värd denna gång: "
_HOST = re.compile(r",?\sVärd:?\s(?=[A-ZÅÄÖ])")
_LED = (
    re.compile(r"(?:i|på|vid|å|I|PÅ|VID|[Vv]ia)\s+(?=\w)"),
    re.compile(r"(?:i|på|vid|å)\s+(?=\w)"),
)
_STREET = re.compile(
    r"(?:gatan|vägen|torget|gränd|allén|stigen|plan|vån(?:ing)?|rum|sal|hus|nr)\.?$", re.IGNORECASE
)
_PAGE = re.compile(
    r"\s(?:sid(?:a|an)?\.?\s)?\d{1,2}\s?\(\d{1,2}\)$"
)  # the page's number behind the line
_TITLE = re.compile(
    r"(?:(?:minnes|mötes)?anteckningar|(?:mötes)?protokoll)[.,]\s|\w*(?:möte|stämma|träff)\s(?=(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<=kl\s)(?:[.:]\d\d)?[-–]\d{1,2}[.:]\d\d"
)  # of a range whose start is lost: "kl -17.00"
_WEEKDAY = re.compile(r"\((?:mån|tis|ons|tors?|fre|lör|sön)(?:d|dag|dagen)?\.?\)", re.IGNORECASE)
_LETTERS = re.compile(
    r"[a-zåäö]{3}", re.IGNORECASE
)  # of a month or "klockan": no number of a house
_CLOCK = re.compile(r"kl\.?\s", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?:(?<=[a-zåäö]{3}[).])|(?<=\)\.))\s(?=[A-ZÅÄÖ])|(?<=\d\.)\s(?=[A-ZÅÄÖ][a-zåäö]{3}|[A-ZÅÄÖ]{2,}\s(?:är|var|har|hade|[a-zåäö]+(?:ade|ar|er))(?!\w))"
)
_REMARK = re.compile(r"\s\((?P<said>[^()]*)\)")
_AREA = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?\s(?:kommun|stad|stadsdel),\s")
_LOST_HOUR = re.compile(r"[\s,]+(?:kl(?:ockan)?|den|tid|från)\.?:?$")  # its digits are lost


def without_others(text: str, start: int, end: int) -> tuple[int, int]:
    """A loose place without the area before it, a clause behind it and the sentences after it."""
    area = _AREA.match(text, start, end)
    if area is not None and says("places", text[area.end() : end]):
        start = area.end()
    ends = [rule.regex.search(text, start, end) for rule in rules("place_ends")]
    ends.append(_SENTENCE.search(text, start, end))
    end = min([end, *(match.start() for match in ends if match is not None)])
    if text.count("(", start, end) > text.count(")", start, end):
        end = text.rfind("(", start, end)  # "hos Bo (på altanen, med filtar)"
    return start, start + len(text[start:end].rstrip(" .,"))


def _before_telling(text: str, start: int, end: int) -> int:
    """Where a place ends behind which running text stands: "hos Bo (salen var upptagen). Vi började"."""
    remarks = (
        each.start()
        for each in _REMARK.finditer(text, start, end)
        if says("finite_verbs", each["said"])
    )
    told = (
        each.start()
        for each in _SENTENCE.finditer(text, start, end)
        if says("finite_verbs", text[each.end() :])
    )
    end = min([end, *remarks, *told])
    return start + len(text[start:end].rstrip(" .,"))


def place_part(text: str, *, certain: bool) -> tuple[int, int] | None:
    """Where the place stands in a value that may also hold date and time."""
    pieces, named = list[tuple[int, int]](), list[tuple[int, int]]()
    for match in re.finditer(r"\S(?:.*?\S)??(?=\s{3,}|$)", _without_time(text)):
        start, end, led = _bare(text, *_unframed(text, *match.span()), certain=certain)
        if end - start > 2 and any(char.isalpha() for char in text[start:end]):
            pieces.append((start, end))
            written = "protokoll" in text[:start].lower()  # "Protokoll fört å Gästgivargården"
            if (
                led
                and may_be_place(text[start:end].lower() if written else text[start:end])
                and not pattern("met", "not_there").match(text[start:end])
            ):
                named.append((start, end))  # "Träff vid bryggan den 3 maj"
    for start, end in pieces:
        body = not certain and says("councils", text[start:end])
        if body and (behind := _behind_body(text, start, end)) is not None:
            return behind
        if says("places", text[start:end]) and not body:
            return start, end
    if certain and pieces:
        return max(pieces, key=lambda piece: piece[1] - piece[0])
    return next(iter(named), None)


def _behind_body(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A house or an address behind the body's name and a comma: "möte med trygghetsgruppen, Storgatan 14, 2018-03-15"."""
    comma = text.rfind(", ", start, end)
    place = text[comma + 2 : end]
    known = says("places", place) and not says("councils", place)
    return (comma + 2, end) if comma > 0 and known else None


def _without_time(text: str) -> str:
    """`text` with blanks where title, day, clock time and page stand, and where words beside them do."""
    searched = (_PAGE.search(text), _TITLE.match(text), _WEEKDAY.search(text))
    spans = [match.span() for match in searched if match]
    spans += [(mention.start, mention.end) for mention in dates(text)]
    spans += [(mention.start, mention.end) for mention in times(text, bare=True)]
    spans += [match.span() for match in _HALF.finditer(text)]
    spans += [match.span() for match in NUMBERED.finditer(text)]
    spans = [
        (start, end)
        for start, end in spans
        if _LETTERS.search(text, start, end)
        or _CLOCK.match(text, start)
        or not _STREET.search(text[max(0, start - 24) : start].rstrip())
    ]
    blanked = blank(text, spans)
    if not spans:
        return blanked
    return blank(blanked, [match.span() for match in pattern("met", "filler").finditer(blanked)])


def _unframed(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece without the signs round it, and without a remark whose end is blanked."""
    while start < end and not (text[start].isalnum() or text[start] in '"”('):
        start += 1
    if (bracket := text.rfind("(", start, end)) > start and ")" not in text[bracket:end]:
        end = bracket  # a remark that holds the time or a date
    while end > start and (
        text[end - 1] in " ,;:–-./" or (text[end - 1] == ")" and "(" not in text[start:end])
    ):
        end -= 1
    return start, end


def _bare(text: str, start: int, end: int, *, certain: bool) -> tuple[int, int, bool]:
    """A piece without what leads to it and what follows it, and whether a title leads to it."""
    titled = pattern("met", "titled")
    lead = (titled.match if certain else titled.search)(text, start, end)
    led = lead is not None
    if lead is not None:
        start = lead.end()
    elif lead := _LED[certain].match(text[start:end]):
        start += lead.end()
    elif not certain and (label := _OWN_LABEL.match(text, start, end)) is not None:
        start = label.end()
    if lost := _LOST_HOUR.search(text, start, end):
        end = lost.start()
    if reason := pattern("met", "reason").search(text, start, end):
        end = reason.start()
    if host := _HOST.search(text, start, end):
        end = host.start()
    if remark := rule_for("place_ends", "remark").regex.search(text, start):
        end = min(end, remark.start())
    if not certain:
        start, end = without_others(text, start, end)
    return start, _before_telling(text, start, end), led
