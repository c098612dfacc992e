"""Which lines open an agenda item.

Forms handled: "§ 12 Title", "12 §", "FHR 29", "Punkt 3", "3. Title", "10.Title", "3) Title", a bare
"8 Title", the number alone with the title on the next line, a "§" that was lost or became a bullet;
numbers that start anywhere, skip or repeat, or are all "1."; a contents list before the minutes; and
headings without numbers: bold, marked as headings, short lines that stand alone, or beside their text.
Not headings: "1.1", "§ 2.1", "a)", numbered points inside an item, dates, page marks, "Steg 1".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.segmented import Line
from models.view import View, side_by_side
from pipeline.dates import dates, times
from pipeline.names import is_first_name
from pipeline.segment.labels import label_of
from pipeline.vocabulary import possible

_BULLET = r"(?:[•·▪\uf0b7\uf0a7*-]\s*)?"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "paragraph",
        re.compile(
            rf"{_BULLET}(?P<number>(?:[A-ZÅÄÖ][A-Za-zÅÄÖ]{{1,5}}\s)?)§+\s?(?P<n>\d{{1,3}})(?![\d-]|\.\d)[.:]?\s*"
        ),
    ),
    ("paragraph", re.compile(rf"{_BULLET}(?P<n>\d{{1,3}})\s?§[.:]?\s*")),
    (
        "point",
        re.compile(rf"{_BULLET}(?:Punkt|Ärende|Pkt\.?)\s(?P<n>\d{{1,2}})(?!\d)[.:]?\s*(?:[-–]\s)?"),
    ),
    (
        "prefix",
        re.compile(
            r"(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖ]{1,4}\s)(?P<n>\d{1,3})(?![\d.:/-])[.:]?\s*(?=[A-ZÅÄÖ\"”]|$)"
        ),
    ),
    ("dot", re.compile(r"(?P<n>\d{1,3})\s?(?:[.)]|[.]\s?[)])(?!\s?\d)\s*(?:[-–]\s)?")),
    ("bare", re.compile(rf"{_BULLET}(?P<n>\d{{1,3}})(?:\s+(?=[A-ZÅÄÖ\"”])|$)")),
)
_DIGIT = re.compile(r"\d")  # every form has one
_WEIGHTS = {"paragraph": 3.0, "prefix": 2.0, "point": 2.0, "dot": 1.5, "bare": 1.0}
_LONGEST_TITLE = 90  # characters of an unnumbered heading
_LOOK_BACK = 150  # candidates between two items of one chain
_FARTHEST_STEP = 6  # numbers that one gap may skip
_LONGEST_BESIDE = 60  # characters of a title in the margin; text beside it is longer, or a sentence
_FEWEST = 3  # headings without numbers, of which the first may be the document's title
_UNDER_TITLE = 4  # lines in which a title or what follows it says the day
_LETTER = re.compile(r"(?:Från|Skickat|Till|Ämne|From|Sent|To|Subject):\s")


@dataclass(frozen=True, slots=True)
class Heading:
    """An item's opening line. The number's and the rest's places are in the line's view."""

    line: int
    number: View | None
    rest: int
    form: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: int
    form: str
    prefix: str
    value: int
    number: View
    rest: int
    score: float
    title: str


def headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The opening lines of the meeting's items, in order."""
    numbered = _numbered(lines)
    if not numbered or _is_contents(lines, numbered) or _is_inside_item(lines, numbered):
        return _unnumbered(lines)
    return _with_known_titles(lines, numbered)


def _is_contents(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> bool:
    """Whether the numbers are a contents list alone, whose titles come again without numbers."""
    if len(numbered) < 3 or numbered[-1].line - numbered[0].line > len(numbered):
        return False
    titles = {whole(lines[each.line]).text[each.rest :].strip(" :").lower() for each in numbered}
    again = {line.text.strip(" :").lower() for line in lines[numbered[-1].line + 1 :]}
    return len(titles & again) >= 0.5 * len(titles)


def _is_inside_item(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> bool:
    """Whether the numbers are a list in an item of minutes without numbers.

    As many known titles come before, or the number is one alone among several headings.
    """
    if _is_strong(numbered[0].form):
        return False
    if len(numbered) == 1:
        return len(_unnumbered(lines)) >= _FEWEST
    titles = sum(
        _known_title(line.text) and _stands_alone(line) and label_of(line.cells[0]) is None
        for line in lines[: numbered[0].line]
    )
    return titles >= max(2, len(numbered))


def whole(line: Line) -> View:
    """The line as one view, also where it has columns."""
    return line.cells[0] if len(line.cells) == 1 else side_by_side(line.cells)


def _numbered(lines: Sequence[Line]) -> tuple[Heading, ...]:
    candidates = _candidates(lines)
    best: list[_Candidate] = []
    best_score = 0.0
    for form, prefix in dict.fromkeys((each.form, each.prefix) for each in candidates):
        same = [each for each in candidates if (each.form, each.prefix) == (form, prefix)]
        chain, score = _best_chain(same)
        if not _believable(form, chain):
            chain = _all_ones(same)
            score = sum(each.score for each in chain) * 0.5
        score *= _WEIGHTS[form]
        if best and chain and _is_strong(form) and chain[0].line < best[0].line:
            score += best_score
        elif best and chain and _is_strong(best[0].form) and best[0].line < chain[0].line:
            continue
        if chain and score > best_score:
            best, best_score = chain, score
    return tuple(Heading(each.line, each.number, each.rest, each.form) for each in best)


def _is_strong(form: str) -> bool:
    """A sign or a word says that it is an item; points 1. 2. 3. under it are its own."""
    return form in {"paragraph", "point"}


def _candidates(lines: Sequence[Line]) -> list[_Candidate]:
    found = []
    attendance = task_table = False
    for index, line in enumerate(lines):
        if len(line.cells) >= 3 and any(_TASK_COLUMN.fullmatch(cell.text) for cell in line.cells):
            task_table = not _is_agenda_table(line)
        elif task_table and len(line.cells) >= 3:
            continue
        else:
            task_table = False
        label = label_of(line.cells[0])
        if label is not None:
            attendance = label.field in {"present", "absent", "called", "invited"}
        view = whole(line)
        for form, pattern in _FORMS if _DIGIT.search(view.text) else ():
            match = pattern.match(view.text)
            if match is None:
                continue
            value = int(match["n"])
            prefix = match.groupdict().get("number") or ""
            rest = view.text[match.end() :]
            if _is_no_item(form, value, rest, prefix) or (
                attendance
                and form in {"bare", "dot"}
                and not line.bold
                and _NAME_ENTRY.match(line.cells[0].text[match.end() :])
            ):
                break
            attendance = attendance and value > 1
            number_start = match.start("number") if prefix else match.start("n")
            found.append(
                _Candidate(
                    index,
                    form,
                    prefix.strip(),
                    value,
                    view.part(number_start, match.end("n")),
                    match.end(),
                    _score(lines, index, form, rest),
                    rest.lower().strip(),
                )
            )
            break
    return found


def _is_no_item(form: str, value: int, rest: str, prefix: str) -> bool:
    if form in {"bare", "dot"} and (value == 0 or value > 400):
        return True
    if form == "prefix" and (prefix.strip().lower() in _NO_PREFIX):
        return True
    if form == "bare" and dates(f"{value} {rest[:14]}"):
        return True
    if (
        form == "dot"
        and re.match(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", rest, re.I)
        and dates(f"{value} {rest[:14]}")
    ):
        return True
    return form == "dot" and not rest and value > 60


def _is_agenda_table(head: Line) -> bool:
    """Whether the rows under `head` are the items themselves ("Nr | Rubrik | Anteckning | Ansvar")."""
    return any(_ITEM_COLUMN.fullmatch(cell.text) for cell in head.cells[:2])


_ITEM_COLUMN = re.compile(
    r"(?:rubrik|ärende|ämne|punkt|dagordning|agenda|dagordningspunkt)\s?:?", re.I
)
_TASK_COLUMN = re.compile(r"(?:ansvar(?:ig)?|vem|när|klart?|när klart)\s?:?", re.I)
_NO_PREFIX = frozenset(
    "steg sida sidan bilaga vecka punkt kl tel plan rum sal hus del fas dag grupp våning område nr maj juni juli mars april kap mål den år ca ver sid åk dnr v".split()
)


def _score(lines: Sequence[Line], index: int, form: str, rest: str) -> float:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    score = 1.0
    score += 0.5 * (line.bold or line.heading)
    score += 0.3 * line.gap
    score += 0.3 * (0 < len(rest) <= _LONGEST_TITLE and not rest.endswith((".", ",", ";")))
    score -= 0.6 * (rest[:1].islower())
    score += 0.4 * (len(rest) > 140)  # a whole item in one line: flattened text
    if not rest and form in {"bare", "dot"}:
        score -= 0.3 if following is not None and following.text[:1].isupper() else 1.2
    if following is not None and not any(pattern.match(following.text) for _, pattern in _FORMS):
        score += 0.4
    if any(rule.regex.match(rest) for rule in possible("headings", rest)):
        score += 0.4
    return score


def _best_chain(candidates: Sequence[_Candidate]) -> tuple[list[_Candidate], float]:
    """The run of rising numbers that looks most like the items of one meeting."""
    totals: list[float] = []
    before: list[int | None] = []
    for i, each in enumerate(candidates):
        best, link = each.score + (0.3 if each.value == 1 else 0.0), None
        for j in range(max(0, i - _LOOK_BACK), i):
            step = each.value - candidates[j].value
            if (
                step < 0
                or step > _FARTHEST_STEP
                or (step == 0 and candidates[j].title == each.title)
            ):
                continue
            bonus = 0.5 if step == 1 else -1.6 if step == 0 else -0.3 * (step - 1)
            if totals[j] + each.score + bonus > best:
                best, link = totals[j] + each.score + bonus, j
        totals.append(best)
        before.append(link)
    if not totals:
        return [], 0.0
    at: int | None = max(range(len(totals)), key=lambda i: (totals[i], i))
    score = totals[at] if at is not None else 0.0
    chain = []
    while at is not None:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1], score


def _believable(form: str, chain: Sequence[_Candidate]) -> bool:
    if form in {"paragraph", "point"}:
        return len(chain) >= 1
    if form == "dot":
        return len(chain) >= 2 or (len(chain) == 1 and chain[0].score >= 1.9)
    if form == "prefix":
        return len(chain) >= 2
    return len(chain) >= 3 and sum(each.score for each in chain) / len(chain) >= 1.2


def _all_ones(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Items that a converter has all numbered "1."."""
    ones = [each for each in candidates if each.value == 1 and each.score >= 1.5]
    return ones if len(ones) >= 3 else []


def _with_known_titles(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Add the headings that lost their number: a known title alone on its line, set apart."""
    first = numbered[0].line
    last = numbered[-1].line
    taken = {heading.line for heading in numbered}
    titles = {whole(lines[each.line]).text[each.rest :].strip().lower() for each in numbered}
    extra = []
    for index, line in enumerate(lines):
        if index in taken or len(line.cells) > 1 or not _known_title(line.text):
            continue
        if line.text.strip().lower() in titles or not _stands_alone(line):
            continue
        if index > last or (index == first - 2 or index == first - 3):
            extra.append(Heading(index, None, 0, "known"))
    return tuple(sorted((*numbered, *extra), key=lambda heading: heading.line))


def _known_title(text: str) -> bool:
    return any(rule.regex.fullmatch(text.rstrip(" :")) for rule in possible("headings", text))


def _stands_alone(line: Line) -> bool:
    return line.gap or line.bold or line.heading


def _unnumbered(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Headings by their look. Bold or marked ones where the document has them, else short lines."""
    width = _text_width(lines)
    possible = [index for index in range(len(lines)) if _may_be_heading(lines, index, width)]
    strong = [index for index in possible if lines[index].heading or lines[index].bold]
    if len(strong) >= 2:
        chosen = [index for index in possible if index in strong or _known_title(lines[index].text)]
    else:
        chosen = [
            index for index in possible if lines[index].gap or _known_title(lines[index].text)
        ]
    beside = [index for index, line in enumerate(lines) if _is_beside_text(line)]
    if len(beside) >= _FEWEST or any(_known_title(lines[each].cells[0].text) for each in beside):
        chosen = sorted({*chosen, *beside})
    start = max(_body_start(lines), _title_end(lines, chosen))
    return tuple(Heading(index, None, 0, "plain") for index in chosen if index >= start)


def _title_end(lines: Sequence[Line], chosen: Sequence[int]) -> int:
    """The line after the document's own title, where that looks like the first of its headings.

    It is one where it, or a line right under it, says the day of the meeting or is a letter's head
    ("Skickat: ..."), so that what stands under it is the head of the meeting.
    """
    if len(chosen) < _FEWEST or chosen[0] > 1:
        return 0
    under = lines[chosen[0] : min(chosen[1], chosen[0] + _UNDER_TITLE)]
    dated = any(dates(line.text) or _LETTER.match(line.text) for line in under)
    return chosen[0] + 1 if dated else 0


def _may_be_heading(lines: Sequence[Line], index: int, width: int) -> bool:
    line = lines[index]
    text = line.text
    if line.table or len(line.cells) > 1 or not 2 < len(text) <= _LONGEST_TITLE:
        return False
    label = label_of(line.cells[0])
    if not text[0].isupper() or text.endswith((".", ",", ";", "!")):
        return False
    if label is not None and not (label.field == "agenda" and _known_title(text)):
        return False
    marked = line.heading or line.bold or _known_title(text)
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


def _is_beside_text(line: Line) -> bool:
    """Whether a line's first column is a title in the margin, and its second the text beside it."""
    if line.table or len(line.cells) != 2:
        return False
    title, text = line.cells[0], line.cells[1].text
    if not 2 < len(title.text) <= _LONGEST_BESIDE or title.text.endswith((".", ",", ":")):
        return False
    told = len(text) >= _LONGEST_BESIDE or (text.endswith(".") and " " in text)
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


_NAME_ENTRY = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w'’-]+\s){1,3}[A-ZÅÄÖÉ][\w'’-]+\s*(?:,|\(|$|[-–]\s)"
)  # "1. Anna Ek, polisen" in a numbered attendance list


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
        if label is None and _stands_alone(line) and _known_title(_TIME.sub("", line.text)):
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
