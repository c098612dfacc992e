"""Headings without numbers: bold, marked as headings, short lines that stand alone, or beside their text.

Where there are none of these, what opens several lines in bold before text in other print.
"""

import re
from collections.abc import Sequence

from models.segmented import Line
from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_first_name
from pipeline.segment.labels import label_of
from pipeline.vocabulary import pattern, possible, says

LONGEST_TITLE = 90  # characters of an unnumbered heading
_LONGEST_BESIDE = 60  # characters of a title in the margin; text beside it is longer, or a sentence
FEWEST = 3  # headings without numbers, of which the first may be the document's title
_FEW_GAPS = 0.04  # of the lines
_TITLE_WORDS = 6
_ROOM = 0.65  # of a full line: a shorter one had room for more
_ENDED = (".", "!", "?", ".”", '."')
_TOP = 3  # lines in which the next meeting may be told above the title
_OPEN_END = re.compile(
    r"\s(?:kl(?:ockan)?\.?|den|och|i|på|hos|vid|från|till)$"
)  # a sentence goes on
_UNDER_TITLE = 4  # lines in which a title or what follows it says the day
_LETTER = re.compile(r"(?:Från|Skickat|Till|Ämne|From|Sent|To|Subject):\s")


def unnumbered(lines: Sequence[Line]) -> tuple[int, ...]:
    """The lines that are headings by their look. Bold or marked ones where the document has them, else short lines."""
    width = _text_width(lines)
    looks = [index for index in range(len(lines)) if _may_be_heading(lines, index, width)]
    strong = [index for index in looks if lines[index].heading or lines[index].bold]
    if len(strong) >= 2:
        chosen = [index for index in looks if index in strong or known_title(lines[index].text)]
    else:
        close = _is_close_set(lines)
        chosen = [
            index
            for index in looks
            if lines[index].gap
            or known_title(lines[index].text)
            or (close and _parts_prose(lines, index, width))
        ]
    leads = [at for at, line in enumerate(lines) if _leads_text(line)]
    if len(chosen) < FEWEST <= len(leads):
        chosen = leads
    own = len(chosen) < FEWEST  # else a table is what an item holds
    beside = [
        i for i, line in enumerate(lines) if (own or not line.table) and _is_beside_text(line)
    ]
    if len(beside) >= FEWEST or any(known_title(lines[each].cells[0].text) for each in beside):
        chosen = sorted({*chosen, *beside})
    start = max(_body_start(lines), _title_end(lines, chosen))
    return tuple(index for index in chosen if index >= start)


def _is_close_set(lines: Sequence[Line]) -> bool:
    """Whether a converter left no empty line between paragraphs, but where a page begins."""
    return sum(line.gap for line in lines[1:]) <= _FEW_GAPS * len(lines)


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
    if pattern("not_titles", "parting").match(text) or is_cut(lines, index):
        return False
    label = label_of(line.cells[0])
    if not text[0].isupper() or text.endswith((".", ",", ";", "!")):
        return False
    if label is not None and not (label.field == "agenda" and known_title(text)):
        return False
    marked = line.heading or line.bold or known_title(text)
    if not marked and (re.search(r"[.!?]\s", text) or _is_wrapped(lines, index, width)):
        return False
    if not marked and (
        dates(text) or times(text) or "@" in text or "," in text or re.search(r"\d{3}", text)
    ):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return False
    opens_prose = line.gap and not following.gap and len(following.text) > 50
    return marked or opens_prose or not _is_name(text)


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
    return start


def is_cut(lines: Sequence[Line], index: int) -> bool:
    """Whether this is a sentence that the next line goes on with: "Nästa möte hålls den 3 maj klockan" / "18 i kyrkan."."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.gap or lines[index].bold or lines[index].heading:
        return False
    opens = following.text[0]
    return (opens.islower() or opens.isdigit()) and says("finite_verbs", lines[index].text)


def known_title(text: str) -> bool:
    """Whether a line is the title of an item that most protocols have, and no sentence that goes on in the next line."""
    return not _OPEN_END.search(text) and any(
        rule.regex.fullmatch(text.rstrip(" :")) for rule in possible("headings", text)
    )


def stands_alone(line: Line) -> bool:
    return line.gap or line.bold or line.heading
