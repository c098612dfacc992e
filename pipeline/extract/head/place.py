"""Where the meeting was held, as written, on one line.

Forms handled: "Plats: Kulturhuset"; "Plats och tid  Kommunhuset, kl 9-11"; place and time in either
order on one line; a room after the time under no label; "Digitalt (Teams)"; "hos Bo Ek"; "Möte i Kulturhuset
den 3 maj"; in the sentence that calls to the meeting, opens the notes or bids those present welcome.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from models.segmented import ATTENDANCE
from models.view import View
from pipeline.dates import dates, times
from pipeline.extract.head.clock import is_of_other_day, stated_times
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading
from pipeline.extract.head.met import may_be_place, place_met
from pipeline.extract.head.place_behind_day import place_behind_day
from pipeline.extract.head.place_part import place_part, without_others
from pipeline.extract.head.place_rows import (
    follows_time,
    is_beside_day,
    is_over_day,
    is_timed,
    is_titled,
)
from pipeline.names import is_first_name
from pipeline.vocabulary import pattern, rules, says

_SHORT = re.compile(
    r"(?P<place>[A-ZÅÄÖ][\w-]+(?:\s[\w-]+)?),?\s(?=kl\.?\s|klockan\s|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s(?:den\s)?\d|den\s\d|\d{4}-\d\d)"
)
WELCOME = re.compile(
    r"\bvälkom(?:na|men)\s(?:till\s(?:dagens\s|kvällens\s)?(?:möte|träff|sammanträde)(?:t|et|en)?,?\s(?:som\s(?:hölls|hålls|ägde\srum)\s)?)?(?:i|på|till)\s(?!möte|träff|sammanträde)(?P<place>[^.,;:]{4,50})[.,]"
)
_BESIDE_CLOCK = re.compile(
    r"\)?\s{0,2},?\s?(?:i|på|hos|vid|å)\s+(?P<place>[^,;:()]{4,50}?)(?:[\s.]*$|,?\s(?:var|deltog|närvarade|samlades|möttes|träffades)\s)"
)  # "kl 19 i skolan", "(19.00) i skolan, var följande med"
_AT_NAME = re.compile(
    r",?\s?(?:på|hos|vid)\s[A-ZÅÄÖ][a-zåäö]+(?:en|et|an|na)[\s.]*$"
)  # "på Kvarnen"
_DEFINITE = re.compile(
    r"(?!Dagordning|Inledning)[A-ZÅÄÖ][a-zåäö]+(?:(?:en|et|an|na)|(?:\s[A-ZÅÄÖ][a-zåäö]+)?,\s[a-zåäö]+(?:en|én|et|an|na))"
)  # "Kvarnen", "Ekby, skolan"
_OPENS = re.compile(
    r"(?:(?:I|På)\s(?P<room>[^.,;:]{3,40})|(?P<host>(?:Hemma\shos|Hos)\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?(?:,\s[A-ZÅÄÖ][\w-]+\s\d{1,3}\s?[A-Za-z]?\b)?))(?=[.,]|$)"
)  # "I matsalen.", "Hemma hos Bo Ek, Storgatan 3"
_LAST = re.compile(
    r"(?:,\s|\s(?P<definite>(?=[A-ZÅÄÖ][a-zåäö]+(?:en|et|an|na)[\s.]*$)))(?P<place>[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,3}(?:,\s[A-ZÅÄÖ][\w-]+(?:\s[\w-]+)?)?)[\s.]*$"
)  # "..., Ladan", "... Kvarnen" at the end of a line
_OPEN_END = (
    ",", " på", " i", " vid", " och", " samt", " eller", " alt.", " alternativt", " via", "-",
)  # fmt: skip
_ASIDE = re.compile(
    r"\s\((?:flytta|ändra|obs|ny|nytt|bytt|tidigare)[^()]*\)\s*$", re.IGNORECASE
)  # "Ladan (flyttat från 14/11)"
_ENTRIES = re.compile(r"[,;/]\s")
_ROOM = 40  # characters of a line that names a room
_PERSONS = 3  # that make a list of those who came
_OPENING = 4  # sentences in which those present are bidden welcome
_LABEL = re.compile(r"(?:Datum|Tid|Klockan|Dag)\b\D*$")  # of another column
_LOOSE_FIELDS = frozenset({None, "time", "date", "plain_date"})


def place(reading: Reading, day: date | None = None) -> str | None:
    """The labelled place, else what stands beside the time.

    day: that of the meeting; a free line that names other days alone speaks of something else.
    """
    if (labelled := _labelled(reading)) is not None:
        return labelled
    loose = [
        line
        for line in reading.lines
        if line.field in _LOOSE_FIELDS and line.position < TITLE_LINES and not line.furniture
        if line.field is not None or not is_of_other_day(line.text, day)
    ]
    for find in (_said, _behind, _met, _beside_time, _room, _behind_clock, _in_sentences):
        if (found := find(reading, loose)) is not None:
            return found
    return _before_clock(reading)


def _before_clock(reading: Reading) -> str | None:
    """One or two words of no known kind under a label of place and time, before the hour or the day ("Plats och tid Lotsen kl. 13", "Ekmo, tisdagen den 3 maj")."""
    for line in reading.lines:
        named = _SHORT.match(line.text) if line.field == "place_time" else None
        if named is not None and not is_first_name(named["place"].split()[0]):
            return _taken(reading, line.view, *named.span("place"), "label.place_time")
    return None


def _labelled(reading: Reading) -> str | None:
    for field in ("place", "place_time"):
        for line in reading.lines:
            if line.field == field and not _LABEL.match(line.text):
                span = place_part(line.text, certain=field == "place")
                if span is not None:
                    found = _taken(reading, line.view, *span, f"label.{field}")
                    return _with_next(reading, line, found)
    return None


def _said(reading: Reading, loose: Sequence[HeadLine]) -> str | None:
    """A line that says where those present gathered, or opens with the place."""
    for line in loose:
        said = pattern("met", "gathered").search(line.text)
        if said is not None and not pattern("met", "not_there").match(said["place"]):
            return _taken(reading, line.view, *said.span("place"), "place.said")
        if opens := _opens(line.text):
            return _taken(reading, line.view, *opens, "place.said")
    return None


def _behind(reading: Reading, loose: Sequence[HeadLine]) -> str | None:
    for line in loose:
        if behind := place_behind_day(line.text):
            return _taken(reading, line.view, *behind, "place.behind_day")
    return None


def _met(reading: Reading, _loose: Sequence[HeadLine]) -> str | None:
    for line in reading.prose:
        if line.position < TITLE_LINES + 2 and (met := place_met(line.text)):
            return _taken(reading, line.view, *met, "place.met")
    return None


def _beside_time(reading: Reading, loose: Sequence[HeadLine]) -> str | None:
    """What stands in the line of hour or day or follows on it, before what stands in another column of the day's row."""
    for fits in (is_timed, is_beside_day, is_titled, is_over_day):
        for line in loose:
            span = place_part(line.text, certain=False)
            if span is None or says("councils", line.text[slice(*span)]) or not fits(reading, line):
                continue
            if _lists_persons(line.text):
                continue
            found = _taken(reading, line.view, *span, "place.beside_time")
            return _with_next(reading, line, found)
    return None


def _lists_persons(text: str) -> bool:
    """Whether a line opens as a list of who came, which may hold words of places: "Bo ordf, Siv (kyrkan), Eva (skolan)"."""
    opens = [entry.split()[:1] for entry in _ENTRIES.split(text)[:_PERSONS]]
    return len(opens) == _PERSONS and all(word and is_first_name(word[0]) for word in opens)


def _room(reading: Reading, loose: Sequence[HeadLine]) -> str | None:
    for line in loose:
        if _is_room(reading, line):
            return _taken(reading, line.view, 0, len(line.text), "place.beside_time")
    return None


def _behind_clock(reading: Reading, loose: Sequence[HeadLine]) -> str | None:
    high_up = (line for line in reading.prose if line.position < TITLE_LINES)
    for line in (*loose, *high_up):
        if said := _after_clock(line.text):
            return _taken(reading, line.view, *said.span("place"), "place.said")
    return None


def _in_sentences(reading: Reading, _loose: Sequence[HeadLine]) -> str | None:
    """What the first sentences say: opened there, welcome to, on a day at, met at."""
    for sentence in islice(reading.sentences(), _OPENING):
        if says("hours", sentence.text, "opened") and (said := _opened_in(sentence.text)):
            span = without_others(sentence.text, *said.span("place"))
            return _taken(reading, sentence.view, *span, "place.said")
        if (said := WELCOME.search(sentence.text)) and any(
            rule.regex.search(said["place"]) for rule in rules("places")
        ):
            span = without_others(sentence.text, *said.span("place"))
            return _taken(reading, sentence.view, *span, "place.welcome")
        if behind := place_behind_day(sentence.text):
            return _taken(reading, sentence.view, *behind, "place.behind_day")
        met = place_met(sentence.text)
        if met is not None and says("places", sentence.text[slice(*met)]):
            return _taken(reading, sentence.view, *met, "place.met")
    return None


def _with_next(reading: Reading, line: HeadLine, found: str) -> str:
    """The place with the next line, where a comma, preposition or hyphen at the end says that it goes on."""
    rest = next((each for each in reading.lines if each.position == line.position + 1), None)
    open_end = line.text.rstrip().endswith(_OPEN_END)
    same = rest is not None and rest.field == line.field
    goes_on = same and (open_end or (rest is not None and _is_room_below(line, rest)))
    if rest is None or not goes_on or dates(rest.text) or times(rest.text):
        return found
    if any(rule.regex.match(rest.text) for rule in rules("councils")):  # of another column
        return found
    reading.prove("place", rest.view, 0, len(rest.text), "place.next_line")
    ended = line.text.rstrip()[-1]
    between = "" if ended == "-" else ", " if ended == "," else " "
    return f"{found}{between}{rest.text.rstrip(' .')}"


def _is_room_below(line: HeadLine, rest: HeadLine) -> bool:
    """Whether under a label of the place a house goes on with its room: "Plats: Stadshuset" over "rum 214"."""
    if line.field != "place" or not rest.text[:1].islower() or len(rest.text) > _ROOM:
        return False
    return says("places", rest.text) and not says("finite_verbs", rest.text)


def _opens(text: str) -> tuple[int, int] | None:
    """ "Hos Bo. Vi började 18", "I skolans matsal.": a line that says where before anything else."""
    found = _OPENS.match(text)
    if found is None:
        return None
    timed = text[found.end() :].startswith(",") and bool(times(text[found.end() :]))
    if found["room"] and not (timed or says("places", found["room"])):
        return None
    return found.span("host" if found["host"] else "room")


def _after_clock(text: str) -> re.Match[str] | None:
    """Several words after a clock time and "i" or "hos": one alone may be the area.

    After day, clock and comma one word is enough ("ons 6 feb 2019, kl 17, Kojan"), and a definite one at the
    line's end ("kl 17-19 Kojan").
    """
    text = _ASIDE.sub("", text)
    for mention in stated_times(text):
        found = _BESIDE_CLOCK.match(text, mention.end)
        if found is not None and (
            " " in found["place"]
            or may_be_place(found["place"])
            or (_AT_NAME.match(found.group().strip()) and dates(text[: mention.start]))
        ):
            return found
        last = _LAST.match(text, mention.end)
        opens = not text[: mention.start].strip()
        if last and (last["definite"] is not None or opens or dates(text[: mention.start])):
            return last
    return None


def _opened_in(text: str) -> re.Match[str] | None:
    """ "Vi började klockan 18 i samlingssalen", "Bo öppnade mötet i skolan": a known kind of place."""
    for opened in pattern("hours", "opened_in").finditer(text):
        if says("places", opened["place"]):
            return opened
    for mention in times(text):
        found = _BESIDE_CLOCK.match(text, mention.end)
        if found is not None and says("places", found["place"]):
            return found
    return None


def _taken(reading: Reading, view: View, start: int, end: int, rule: str) -> str:
    reading.prove("place", view, start, end, rule)
    return view.text[start:end]


def _is_room(reading: Reading, line: HeadLine) -> bool:
    """Whether a line is one definite noun between the time and the list of who came ("Mötessalongen")."""
    after = next((each for each in reading.lines if each.position == line.position + 1), None)
    listed = after is not None and after.field in ATTENDANCE
    alone = line.field is None and _DEFINITE.fullmatch(line.text) is not None
    return alone and listed and follows_time(reading, line) and not says("titles", line.text)
