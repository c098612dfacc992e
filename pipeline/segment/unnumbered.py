"""Headings without numbers: bold, marked as headings, short lines that stand alone, or beside their text.

Where there are none of these, what opens several lines in bold before text in other print, or the bodies whose speakers
several lines name ("Skolan: Anna Ek berättade ..."), or capitals before a colon ("LÄGET: Två cyklar ..."). A page's title that stands twice above the text is none, nor are the
links of a web page below it.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from models.segmented import ATTENDANCE, Line
from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_first_name, is_name
from pipeline.segment.columns import titled_rows
from pipeline.segment.labels import label_of
from pipeline.segment.subheads import without_subheads
from pipeline.segment.titles_apart import titles_apart
from pipeline.vocabulary import pattern, possible, says

LONGEST_TITLE = 90  # characters of an unnumbered heading
_LONGEST_BESIDE = 60  # characters of a title in the margin; text beside it is longer, or a sentence
FEWEST = 3  # headings without numbers, of which the first may be the document's title
_FEW_GAPS = 0.04  # of the lines
_HEAD = 0.55  # of the lines, which may hold the head
_ROW = 2  # lines of a row that may wrap
_LONGEST_HEAD = 100  # lines
_SHORT = 10  # lines of a document whose head may be all of it
_TITLE_WORDS = 6
_ROOM = 0.65  # of a full line: a shorter one had room for more
_ENDED = (".", "!", "?", ".”", '."')
_TOP = 3  # lines in which the next meeting may be told above the title
_OPEN_END = re.compile(
    r"\s(?:kl(?:ockan)?\.?|den|och|i|på|hos|vid|från|till)$"
)  # a sentence goes on
_UNDER_TITLE = 4  # lines in which a title or what follows it says the day
_LETTER = re.compile(r"(?:Från|Skickat|Till|Ämne|From|Sent|To|Subject):\s")


_TWICE = 6  # first lines, which may hold the page's title twice
_OPENING = 2  # lines, one of which is that title
_MENU_WORDS = 3  # of a link, at most
_SPEAKER = re.compile(
    r"(?P<lead>[A-ZÅÄÖ][^:.!?]{2,45}):\s(?P<first>[A-ZÅÄÖÉ][\w-]+)\s(?:[A-ZÅÄÖÉ][\w-]+\s){1,2}(?P<verb>[a-zåäö]+)(?!\w)"
)
_CAPITALS = re.compile(r"(?P<lead>[A-ZÅÄÖ]{4,}(?:[\s-][A-ZÅÄÖ]+){0,5}):\s+\S")
_LISTED = re.compile(r"\d{1,2}[.)]\s+[A-ZÅÄÖ]")  # the first of a list, no rest of a sentence
_YEAR = re.compile(
    r"\s(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?$"
)  # "Inriktning 2024", "Plan 2024-2025"
_TAIL = re.compile(
    r",?\s[-–—(]?(?=\d|v(?:ecka|\.)|perioden)|,\s|\s[-–—(]\s?(?=\w)"
)  # where what is added to a title begins
_FEWEST_NAMED = 3  # persons of a list of names over everybody's work
_FEWEST_SPEAKERS = 2
_PARTY = re.compile(r"\((?:s|m|c|v|l|1|fp|kd|mp|sd)\)", re.I)
_SEVERAL = 2  # persons with their party, which make a line of a list


def unnumbered(lines: Sequence[Line]) -> tuple[int, ...]:
    """The lines that are headings by their look. Bold or marked ones where the document has them, else short lines."""
    width = _text_width(lines)
    looks = [index for index in range(len(lines)) if _may_be_heading(lines, index, width)]
    strong = [index for index in looks if lines[index].heading or lines[index].bold]
    known = [index for index in looks if known_title(lines[index].text)]
    if len(strong) >= 2:
        chosen = sorted({*strong, *known})
    else:
        close = _is_close_set(lines)
        chosen = [
            index
            for index in looks
            if lines[index].gap or index in known or (close and _parts_prose(lines, index, width))
        ]
        chosen = titles_apart(lines, chosen, known)
    leads = [at for at, line in enumerate(lines) if _leads_text(line)]
    if len(chosen) < FEWEST <= len(leads):
        chosen = leads
    capitals = [at for at, line in enumerate(lines) if capital_lead(line)]
    if len(chosen) < FEWEST <= len(capitals):
        chosen = sorted({*chosen, *capitals})
    own = len(chosen) < FEWEST  # else a table is what an item holds
    beside = [
        i for i, line in enumerate(lines) if (own or not line.table) and _is_beside_text(line)
    ]
    if beside and not own and _is_table_of_item(beside, chosen):
        beside = []
    rows = titled_rows(lines) if own else []
    if len(rows) >= FEWEST:
        chosen = sorted({*chosen, *rows})
    if len(beside) >= FEWEST or any(known_title(lines[each].cells[0].text) for each in beside):
        chosen = sorted({*chosen, *beside})
    start = max(_body_start(lines), _title_end(lines, chosen), _page_title_end(lines))
    chosen = without_subheads(lines, [index for index in chosen if index >= start])
    chosen = _without_links(lines, chosen)
    spoken = () if chosen else [at for at, line in enumerate(lines) if speaker_lead(line)]
    return tuple(spoken if len(spoken) >= _FEWEST_SPEAKERS else chosen)


def _is_table_of_item(beside: Sequence[int], chosen: Sequence[int]) -> bool:
    """Whether rows of two columns stand on each other right under one of the headings: a table of its item."""
    rows = beside[-1] - beside[0] < _ROW * len(beside)
    parted = any(beside[0] < at < beside[-1] for at in chosen)
    return rows and beside[0] - 1 in chosen and not parted


def _page_title_end(lines: Sequence[Line]) -> int:
    """The line after a title that the first lines hold twice; 0 where none do."""
    top = [line.text for line in lines[:_TWICE]]
    again = (at + 1 for at, text in enumerate(top) if at and text in top[: min(at, _OPENING)])
    return max(again, default=0)


def _without_links(lines: Sequence[Line], chosen: Sequence[int]) -> list[int]:
    """`chosen` without the last ones that nothing marks and over nothing but a few words on lines of their own."""
    kept = list(chosen)
    while kept:
        line, below = lines[kept[-1]], lines[kept[-1] + 1 :]
        marked = line.bold or line.heading or known_title(line.text) or bold_lead(line)
        if marked or not below or not all(map(_is_link, (line, *below))):
            break
        kept.pop()
    return kept


def _is_link(line: Line) -> bool:
    words = len(line.text.split())
    return (
        line.gap
        and len(line.cells) == 1
        and words <= _MENU_WORDS
        and not line.text.endswith(_ENDED)
    )


def speaker_lead(line: Line) -> View | None:
    """The body before a colon, a person of it and what they did: "Skolan: Anna Ek berättade ..."."""
    match = _SPEAKER.match(line.cells[0].text) if ": " in line.text else None
    if match is None or not is_first_name(match["first"]) or label_of(line.cells[0]) is not None:
        return None
    if is_first_name(match["lead"].split()[0]) or not says("finite_verbs", match["verb"]):
        return None
    return line.cells[0].part(*match.span("lead"))


def capital_lead(line: Line) -> View | None:
    """A title in capitals before a colon and its text: "LÄGET: Två cyklar har stulits."."""
    match = _CAPITALS.match(line.cells[0].text) if ": " in line.text else None
    if match is None or label_of(line.cells[0]) is not None:
        return None
    if pattern("not_titles", "of_decision").match(match["lead"]):
        return None
    return line.cells[0].part(*match.span("lead"))


def _is_close_set(lines: Sequence[Line]) -> bool:
    """Whether no empty line stands between paragraphs, but where a page begins and in the head."""
    gaps = [at for at, line in enumerate(lines) if at and line.gap]
    last = max(gaps, default=0)
    in_head = len(lines) > _SHORT and last <= _HEAD * len(lines)
    first = known_title(lines[last].text) and len(lines) - last > FEWEST  # of the items
    return in_head or first or len(gaps) <= _FEW_GAPS * len(lines)


def _parts_prose(lines: Sequence[Line], index: int, width: int) -> bool:
    """Whether a few words on a line of their own stand between the end of a text and running text."""
    if index == 0 or index + 1 == len(lines) or len(lines[index].text.split()) > _TITLE_WORDS:
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    ended = above.endswith(_ENDED) or len(above) < _ROOM * width
    told = len(below) > _ROOM * width or below.endswith(".")
    return ended and told and len(lines[index].text) < _ROOM * width


def _title_end(lines: Sequence[Line], chosen: Sequence[int]) -> int:
    """The line after the document's own title, where that looks like the first of its headings.

    It is one where it, or a line right under it, says the day of the meeting or is a letter's head
    ("Skickat: ..."), so that what stands under it is the head of the meeting.
    """
    if len(chosen) < FEWEST or chosen[0] > 1:
        return 0
    under = lines[chosen[0] : min(chosen[1], chosen[0] + _UNDER_TITLE)]
    dated = any(dates(line.text) or _LETTER.match(line.text) for line in under)
    return chosen[0] + 1 if dated else 0


def _may_be_heading(lines: Sequence[Line], index: int, width: int) -> bool:
    line = lines[index]
    text = line.text
    if line.table or len(line.cells) > 1 or not 2 < len(text) <= LONGEST_TITLE:
        return False
    none = any(pattern("not_titles", kind).match(text) for kind in ("parting", "step"))
    if none or is_cut(lines, index):
        return False
    label = label_of(line.cells[0])
    if not text[0].isupper() or (text.endswith((".", ",", ";", "!")) and not _is_stopped(line)):
        return False
    if label is not None and not (label.field == "agenda" and known_title(text)):
        return False
    marked = line.heading or line.bold or known_title(text)
    if not marked and (re.search(r"[.!?]\s", text) or _is_wrapped(lines, index, width)):
        return False
    if not marked and not _has_tail(lines, index) and _is_told(text):
        return False
    if not marked and (
        index == 0  # the document's own title
        or len(_PARTY.findall(text)) >= _SEVERAL
        or _is_name(text.partition(": ")[2].partition(",")[0])
        or (text.endswith(":") and says("finite_verbs", text))
    ):
        return False  # persons, or a clause that leads what it announces
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return line.heading
    opens_prose = line.gap and not following.gap and len(following.text) > 50
    return marked or opens_prose or not _is_name(text)


def _is_told(text: str) -> bool:
    """Whether a line tells a day, an hour, an address or several things, as no title does."""
    return bool(
        dates(text)
        or times(text)
        or "@" in text
        or ("," in text and not _is_speaking(text))
        or re.search(r"\d{3}", _without_year(text))
    )


def _has_tail(lines: Sequence[Line], index: int) -> bool:
    """Whether a line set apart over running text is a title with more behind it.

    Forms handled: a known title and the time that it is about ("Lägesbild, veckorna 9–12", "Information från polisen 1 maj–31
    augusti"); what the item is about and of it ("Belysningen vid stationen, fortsättning").
    """
    text, below = lines[index].text, lines[index + 1 : index + 2]
    if not lines[index].gap or not below or below[0].gap or "@" in text:
        return False
    tail = _TAIL.search(text)
    told = below[0].text.endswith(_ENDED) or len(below[0].text) > _LONGEST_BESIDE
    if tail is None or not told or says("next_meeting", text):
        return False
    over = lines[:index] if index < _LONGEST_HEAD else ()
    if over and says("places", text) and not any(known_title(line.text) for line in over):
        return False  # it stands in the head
    if known_title(text[: tail.start()]):
        return True
    worded = text[tail.start()] == "," and text[tail.end()].islower()
    named = is_first_name(text.split()[0].rstrip(","))
    return worded and not named and not (dates(text) or times(text))


def _without_year(text: str) -> str:
    """A title without the year behind it ("Inriktning 2024"), which a body or a document's title may have as well."""
    year = _YEAR.search(text)
    if year is None or says("titles", text) or says("councils", text):
        return text
    return text[: year.start()]


def _is_speaking(text: str) -> bool:
    """Whether a clause tells who speaks of what follows: "Anna Ek, polisen, berättar"."""
    name, _, rest = text.partition(",")
    words = rest.split()
    last = words[-1].rstrip(":") if words else ""
    known = is_first_name(name.split()[0]) and _is_name(name)
    return known and last.islower() and len(words) <= _TITLE_WORDS and says("finite_verbs", last)


def _is_stopped(line: Line) -> bool:
    """Whether a full stop ends a known title of several words, which says no day."""
    text = line.text
    bare = text.removesuffix(".")
    several = line.gap and " " in bare and not re.search(r"\d", bare)
    return several and bare != text and known_title(bare) and not dates(bare)


def _leads_text(line: Line) -> bool:
    """Whether a line opens with a title in bold and goes on in other print: "**Torget.** Moa berättade ..."."""
    title = bold_lead(line)
    if title is None or len(line.cells) > 1 or not 2 < len(title.text) <= LONGEST_TITLE:
        return False
    bare = title.text.rstrip(" .:")
    return (
        title.text[0].isupper()
        and bare != ""
        and label_of(line.cells[0]) is None
        and pattern("not_titles", "of_decision").match(bare) is None
        and not (_is_name(bare) or is_first_name(bare.split()[0]))
    )


def bold_lead(line: Line) -> View | None:
    """What opens a line in bold where the rest of it is not; None where all or nothing is."""
    view = line.cells[0]
    stop = view.index(line.strong_to)
    return view.part(0, len(view.text[:stop].rstrip())) if 0 < stop < len(view.text) - 1 else None


def _is_beside_text(line: Line) -> bool:
    """Whether a line's first column is a title in the margin, and its second the text beside it."""
    if len(line.cells) != 2:
        return False
    title, text = line.cells[0], line.cells[1].text
    if not 2 < len(title.text) <= LONGEST_TITLE or title.text.endswith((".", ",", ":")):
        return False
    told = len(text) >= max(_LONGEST_BESIDE, len(title.text)) or (
        text.endswith(".") and " " in text
    )
    return told and title.text[0].isupper() and label_of(title) is None and not _is_name(title.text)


def _is_wrapped(lines: Sequence[Line], index: int, width: int) -> bool:
    """Whether the line is full, or the next one goes on with it: running text, not a heading."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is not None and not following.gap and following.text[:1].islower():
        return True
    return len(lines[index].text) > 60 and len(lines[index].text) > 0.8 * width


def _text_width(lines: Sequence[Line]) -> int:
    """The characters of a full line: nine lines of ten are not longer."""
    return sorted(len(line.text) for line in lines)[int(0.9 * (len(lines) - 1))] if lines else 0


_NAME = re.compile(
    r"(?:[A-ZÅÄÖÉÜ][\w'’.-]*)(?:\s(?:[A-ZÅÄÖÉÜ][\w'’.-]*|von|af|de|van|al|el)){1,3}(?:\s?\([A-Za-zÅÄÖ]{1,6}\))?$"
)


_TIME = re.compile(r"\s+(?:kl(?:ockan|\.)?\s?)?\d{1,2}[.:]\d\d$")  # behind "Mötets öppnande"


def _is_name(text: str) -> bool:
    """Whether a line that stands alone is somebody's name; in capitals ("NÄSTA MÖTE") only where one is known."""
    shouted = text.isupper() and not is_first_name(text.split()[0])
    return _NAME.match(text) is not None and not shouted


def _body_start(lines: Sequence[Line]) -> int:
    """The first line that can be an item where no item has a number: after the attendance part."""
    start = 0
    for index, line in enumerate(lines):
        label = label_of(line.cells[0])
        title = label is None and stands_alone(line) and known_title(_TIME.sub("", line.text))
        if title and not (index < _TOP and says("next_meeting", line.text)):
            break
        if label is not None and label.field not in {
            "agenda",
            "contact",
            "ignored",
            "unknown_function",
        }:
            if index > 0.6 * len(lines):
                break
            start = index + 1
            if label.field in ATTENDANCE and label.value >= len(line.cells[0].text):
                below = lines[start : start + 1]
                own = bool(below) and not (below[0].gap or below[0].bold)
                start += max(_names_over_work(lines[start:]), own)
    return start


def _names_over_work(lines: Sequence[Line]) -> int:
    """How many of the first lines are names, one a line, and then as many lines on what each of them is; else 0."""
    names = sum(1 for _ in takewhile(lambda line: is_name(line.text), lines))
    work = lines[names : 2 * names]
    short = all(
        len(line.text.split()) <= _TITLE_WORDS and not line.gap and line.text[-1] not in ".:?!"
        for line in work
    )
    return 2 * names if names >= _FEWEST_NAMED and len(work) == names and short else 0


def is_cut(lines: Sequence[Line], index: int) -> bool:
    """Whether this is a sentence that the next line goes on with: "Nästa möte hålls den 3 maj klockan" / "18 i kyrkan.", "Nästa
    träff 3 maj kl 18" / "i kyrkan"."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.gap or lines[index].bold or lines[index].heading:
        return False
    opens = following.text[0]
    goes_on = opens.islower() or (opens.isdigit() and not _LISTED.match(following.text))
    told = says("finite_verbs", lines[index].text)
    return goes_on and (told or (opens.islower() and bool(dates(lines[index].text))))


def known_title(text: str) -> bool:
    """Whether a line is the title of an item that most protocols have, and no sentence that goes on in the next line."""
    rules = possible("headings", text)
    bare = text.rstrip(" :") if rules else ""
    return any(rule.regex.fullmatch(bare) for rule in rules) and not _OPEN_END.search(text)


def stands_alone(line: Line) -> bool:
    """Whether a line is set apart from those around it: by a gap, by bold type or by markup."""
    return line.gap or line.bold or line.heading
