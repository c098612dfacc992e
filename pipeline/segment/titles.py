"""An item's opening line: its title, and where the running text begins.

Forms handled: a title on the line after the number, wrapped over two, in bold beside its text, before a colon or a full stop,
a label of attendance before names, or a title before running text with nothing but a space between; a sentence
right after the number (no title); a letterhead between number and title; points behind it in one line; a time slot, a registration number or what
leads a decision ("Källarna Beslut: Att ...") behind it.
"""

import re

from models.segmented import ATTENDANCE, Line
from models.view import View, view_of
from pipeline.dates import dates
from pipeline.language import sentences
from pipeline.segment.labels import label_of
from pipeline.segment.numbers import whole
from pipeline.segment.run_in import (
    before_speaker,
    dated_titles,
    known_titles,
    running_text,
    small_opening,
    tells,
)
from pipeline.vocabulary import says

_LONGEST_TITLE = 170  # characters; a longer sentence after a number is running text
_BEFORE_DAY = 5  # characters between a title and the day
_PHRASE = 6  # words of a title with a full stop, before a sentence that wraps
_BEFORE_COLON = 60  # characters of a title
_ENDED = re.compile(r"[.!?]\s")
_SLOT = re.compile(
    r"\s*\((?:ca\s)?(?:kl(?:ockan|\.)?\s)?\d{1,2}[.:]\d\d\s?(?:[-–][^)]*)?\)$|\s+Dnr\s\S.*$|\s\((?:Dnr\s)?[A-ZÅÄÖ]{1,5}[ /-]?\d{4}[:/]\d+\)$|\s+[A-ZÅÄÖ]{2,5}[ -]?\d{4}/\d[\d.:-]*$",
    re.I,
)  # "(kl. 13.20-13.40)" and a registration number behind a title
_NUMBERED = re.compile(
    r"\s*\(?(?:Dnr|Diarien(?:r|ummer)|Ärendenr)[.:]?\s(?:(?:[A-ZÅÄÖ]{1,6}[\s-]?)?\d[\d./:-]*(?:\s\d+)?\)?,?\s+)?(?=[A-ZÅÄÖ])"
)  # a registration number before a title, or its label alone where the number is lost
_SLOT_INSIDE = re.compile(
    r"(?P<title>[A-ZÅÄÖ][^.:!?()]{2,80}?)\s\((?:ca\s)?kl(?:ockan|\.)?\s?\d{0,2}[.:]\d\d[^)]{0,20}\)\s(?=[A-ZÅÄÖ])"
)  # the same before running text; a converter may have lost hours
_FOOT = re.compile(
    r"\s*[.…]{3,}\s?\d{0,3}$|\s(?:J\s?us[tl]erandes?(?:\s|$)|U[tl]drags\s?bes[tl]y).*$"
)  # dots before a page's number, and a page's foot, behind a title
_POINTS = re.compile(
    r"(?P<title>[A-ZÅÄÖ][^.:!?)]{2,60}?)\s(?=a\)\s.*\sb\)\s)"
)  # "Läget a) Hissen ... b) Tvättstugan ..."
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3}\.(?:\s[A-ZÅÄÖ]|$)")
_LEAD = re.compile(
    r"(?<=\w)\s+(?P<lead>(?:[A-ZÅÄÖ]\w+s\s)?Beslut|Förslag(?:\still\sbeslut)?|Uppdrag|Ärendebeskrivning"
    r"|(?:Sammanfattning|Beskrivning)\sav\särendet|Yrkanden?)$"
)  # that a flattened line has behind the title: "Källarna Beslut: Att ..."
_CAPITALS = re.compile(
    r"(?:[A-ZÅÄÖ-]+,?\s){0,7}[A-ZÅÄÖ-]{5,}(?=\s[A-ZÅÄÖ][a-zåäö])"
)  # before a sentence in small letters
_ADDRESS = re.compile(
    r"^(?:box|besöksadress|postadress|tel|telefon|växel|org\.?nr)\b|\b\d{3}\s\d{2}\s[A-ZÅÄÖ]|@|www\.",
    re.I,
)
_UNFINISHED = re.compile(r"\b(?:hos|hemma|i|på|av|med|för|till|från|vid|och|den|är|blir)$")
_POINT = re.compile(
    r"(?:[-–•·▪*]|\(?[a-z][).]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s"
)  # never goes on a title


def title_and_rest(
    text: str, line: Line, after: View, own: list[Line]
) -> tuple[View | None, View | None, list[Line]]:
    """Split what follows a number into title and the beginning of the body.

    What marks the title (print, a label, a colon, points or a slot behind it) goes before what its words tell.
    """
    following = own[0] if own else None
    if cut := _marked(text, line, after, bool(own)) or _of_sentences(line, after, following):
        return *cut, own
    if _goes_on(line, following):
        return _wrapped_title(text, after, own)
    if len(after.text) > _LONGEST_TITLE:
        return None, after, own
    if _has_text_beside(line, after):
        return trim(after), None, own
    if _says_it_all(line, after, following):
        return None, after, own
    size = len(after.text)
    return *(_apart(after, size, size) if own and not line.bold else (trim(after), None)), own


_Cut = tuple[View | None, View | None]  # title and the rest of the line


def _marked(text: str, line: Line, after: View, more: bool) -> _Cut | None:
    """A title that is set apart from the text behind it. more: whether other lines follow."""
    if bold := _bold_part(text, line, after):
        return trim(after.part(0, bold)), _rest(after, bold)
    if (listed := label_of(after)) and listed.colon and listed.field in ATTENDANCE:
        return trim(after.part(0, listed.end)), _rest(after, listed.end)
    if (points := _POINTS.match(after.text)) is not None:
        return trim(after.part(0, points.end("title"))), _rest(after, points.end())
    if line.bold:
        return None
    if (slot := _SLOT_INSIDE.match(after.text)) is not None:
        return trim(after.part(0, slot.end("title"))), _rest(after, slot.end())
    if (cut := _before_colon(after, more)) is not None:
        return cut
    run = _flat_title(after)
    return _apart(after, run, run) if run is not None else None


def _before_colon(after: View, more: bool) -> _Cut | None:
    """A short title before a colon and a sentence, or before who says it."""
    colon = re.search(r":\s+(?=\S)", after.text)
    if colon is None or colon.start() > _BEFORE_COLON or _ENDED.search(after.text[: colon.start()]):
        return None
    rest = after.text[colon.end() :]
    if rest.endswith("?") and rest[0].islower() and more:
        return None
    speaker = _speaker_start(after.text, colon.start())
    if speaker is not None:
        return _apart(after, speaker, speaker)
    phrase = not rest.endswith((".", "!", "?")) and not re.match(r"\W|\w\)|\d", rest)
    if phrase and not _has_verb(rest) and not dates(rest):
        return None
    return _apart(after, colon.start(), colon.end())


def _of_sentences(line: Line, after: View, following: Line | None) -> _Cut | None:
    """What several sentences after a number are: a title before text, or text alone where the first one tells."""
    cut = sentences(after)
    if len(cut) == 1 or line.bold:
        return None
    head = after.text[: cut[0].end]
    said = not head.endswith("?") and (
        _is_statement(head) or (head.endswith(".") and (_has_verb(head) or dates(head)))
    )
    wrapped = len(head.split()) > _PHRASE and _goes_on(line, following)
    if said or wrapped or len(head) > _LONGEST_TITLE:
        return None, after
    return _apart(after, cut[0].end, cut[1].start)


def _says_it_all(line: Line, after: View, following: Line | None) -> bool:
    """Whether a line after a number is text without a title."""
    ended = after.text.endswith((".", "!"))
    if _is_statement(after.text) and (following is None or ended):
        return True
    if ended and (following is None or dates(after.text)):
        return True
    return not line.bold and _runs_on(after.text, following)


def _speaker_start(text: str, colon: int) -> int | None:
    """Where a person's name begins before a colon, behind a title: "Skolan Maj: elever har ..."."""
    at = before_speaker(text, colon)
    return at if at < colon else None


def _apart(after: View, stop: int, start: int) -> tuple[View, View | None]:
    """The title that ends at `stop` and the rest from `start` on, with what leads a decision behind the title."""
    lead = _LEAD.search(after.text, 0, len(after.text[:stop].rstrip()))
    if lead is not None:
        stop, start = lead.start(), lead.start("lead")
    return trim(after.part(0, stop)), _rest(after, start)


def _has_text_beside(line: Line, after: View) -> bool:
    """Whether a phrase fills its column of a table, and a longer text the next one."""
    behind = [
        cell.text for cell in line.cells if cell.offsets and cell.offsets[0] > after.offsets[-1]
    ]
    return not after.text.endswith(".") and any(len(text) > len(after.text) for text in behind)


def _runs_on(text: str, following: Line | None) -> bool:
    """Whether a line after a number is a sentence of the body, which the next line goes on with."""
    if following is None or following.gap or text.endswith(("?", "!", ":")):
        return False
    full = text.endswith(".") or len(text) > 0.8 * len(following.text) > 40
    return full and tells(text)


def _has_verb(text: str) -> bool:
    return says("finite_verbs", text)


def _wrapped_title(
    text: str, after: View, own: list[Line]
) -> tuple[View | None, View | None, list[Line]]:
    """A title over several lines: the whole paragraph is one phrase without a full stop."""
    bold = own[0].bold
    count = next((at for at, each in enumerate(own) if each.gap or each.bold != bold), len(own))
    block = [after, *(whole(line) for line in own[:count])]
    joined = view_of(text, [view.span(0, len(view.text)) for view in block])
    ended = joined.text.endswith((".", "!", "?"))
    said = _is_statement(joined.text) or (ended and bool(dates(joined.text)))
    phrase = len(sentences(joined)) == 1 and not said
    if len(joined.text) <= _LONGEST_TITLE and (not ended or (phrase and count < len(own))):
        return trim(joined), None, own[count:]
    return None, after, own


def _is_statement(text: str) -> bool:
    """A sentence of the minutes rather than a title: it says that something was done or decided, and asks nothing."""
    return not text.endswith("?") and says("statements", text)


def _goes_on(line: Line, following: Line | None) -> bool:
    """Whether the next line continues this one: no gap, and it goes on in small letters."""
    if (
        following is None
        or following.gap
        or following.bold != line.bold
        or len(following.cells) > 1
    ):
        return False
    if _POINT.match(following.text):
        return False
    return following.text[:1].islower() and not line.text.endswith((".", "!", "?", ":"))


def _bold_part(text: str, line: Line, after: View) -> int | None:
    """How far the bold title goes where only it is bold ("**Ekonomi** Kassören ...", "**§ 3 Ekonomi.** Kassören")."""
    start = after.offsets[0]
    if start < line.strong_to <= after.offsets[-1]:
        return after.index(line.strong_to)
    before = text[max(0, start - 2) : start]
    if before != "**":
        return None
    stop = text.find("**", start)
    index = after.index(stop) if stop >= 0 else 0
    return index if 0 < index < len(after.text) else None


def _flat_title(after: View) -> int | None:
    """Where the running text begins behind a title on the same line.

    Behind capitals ("VAL AV JUSTERARE Bo Ek ..."), behind a known title ("Övrigt. Anna ...", "Nästa möte Torsdagen ..."), or in a flattened line at
    the subject of the first finite verb ("Centrum Emil Sandgärde berättar ...").
    """
    text = after.text
    if (capitals := _CAPITALS.match(text)) is not None:
        return capitals.end()
    several = len(sentences(after)) > 1
    if several or text.endswith("."):
        days = dates(text) if text.endswith(".") else ()
        for pattern in dated_titles() if days else ():
            match = pattern.match(text)
            if match and 0 < days[0].start - match.end() <= _BEFORE_DAY:
                return match.end()
        for pattern in known_titles():
            if (match := pattern.match(text)) and not _UNFINISHED.search(match.group()):
                return before_speaker(text, match.end())
    if several:
        return running_text(text)
    return small_opening(text) if text.endswith(".") else None


def without_letterhead(own: list[Line]) -> list[Line]:
    """Drop an address block that stands between a number and its title, not one below an item's text."""
    stop = next((index for index, line in enumerate(own) if index and line.gap), len(own))
    block = own[:stop]
    told = any(_SENTENCE_ENDS.search(line.text) for line in block)
    if stop > 1 and not told and any(_ADDRESS.search(line.text) for line in block):
        return own[stop:]
    return own


def trim(view: View) -> View:
    """A title without the signs round it."""
    text = view.text
    numbered = _NUMBERED.match(text)
    start = numbered.end() if numbered else len(text) - len(text.lstrip(" -–:"))
    end = len(text.rstrip(" :"))
    if slot := _SLOT.search(text[:end]):
        end = slot.start()
    if foot := _FOOT.search(text[:end]):
        end = foot.start()
    return view.part(start, max(start, end))


def _rest(view: View, start: int) -> View | None:
    while start < len(view.text) and view.text[start] in " :–-":
        start += 1
    return view.part(start, len(view.text)) if start < len(view.text) else None
