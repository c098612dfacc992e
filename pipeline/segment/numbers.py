"""Lines that open with an item's number, each with how much it looks like an item's heading.

Forms handled: "§ 12 Title", "12 §", "FHR 29", "§ FHR 29", "§ 4/2019", "§ 1 a", "A 1" to "B 4", "Punkt 3", "3. Title", "10.Title", "3) Title", "A. Title", "IV. Title", "3 | Title", "3 // Title", "3: Title", a bare
"8 Title", the number alone with the title on the next line, a "§" that was lost or became a bullet, a number that a scan joined with its title.
No items: "§ 7 Upprop; § 8 Dagordning; ...", "1.1", "§ 2.1", "a)", "Punkt 3, lamporna: ...", dates, page marks, numbered persons of a list, rows of a table of tasks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.segmented import ATTENDANCE, Line
from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.segment.chains import JOINED
from pipeline.segment.labels import label_of
from pipeline.segment.listed_items import Candidate
from pipeline.segment.task_tables import is_agenda_table, is_task_column
from pipeline.segment.unnumbered import LONGEST_TITLE
from pipeline.vocabulary import possible, words

_BULLET = r"(?:[•·▪\uf0b7\uf0a7*-]\s*)?"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "paragraph",
        re.compile(
            rf"{_BULLET}(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖ]{{1,5}}\s)?§+\s?"
            r"(?P<behind>[A-ZÅÄÖ]{2,5}\s?|[A-ZÅÄÖ][a-zåäö]{1,4}\s)?(?P<n>\d{1,3})(?P<letter>\s?[a-e](?=\s))?"
            r"(?P<year>/(?:19|20)?\d\d(?!\d))?(?![\d–-]|\.\d)[.:]?\s*"
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
            r"(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,4}\s)(?P<n>\d{1,3})(?![\d.:/-])[.:]?\s*(?=[A-ZÅÄÖ\"”]|$)"
        ),
    ),
    ("dot", re.compile(r"(?P<n>\d{1,3})\s?(?:[.)]|[.]\s?[)])(?!\s?\d)\s*(?:[-–]\s)?")),
    (
        "sign",
        re.compile(
            rf"{_BULLET}(?P<n>\d{{1,2}})\s?(?:(?:[|:»>•·]|//?|::|[-–—])\s+|:)(?=[A-ZÅÄÖ\"”])"
        ),
    ),
    ("bare", re.compile(rf"{_BULLET}(?P<n>\d{{1,3}})(?:\s+(?=[A-ZÅÄÖ\"”])|$)")),
    ("roman", re.compile(r"(?P<n>[IVX]{1,5})[.):]\s+(?=[A-ZÅÄÖ\"”])")),
    (JOINED, re.compile(r"(?P<number>[A-ZÅÄÖ]{2,5})?(?P<n>\d{1,2})\s?(?=[A-ZÅÄÖ][a-zåäö]{3})")),
    ("letter", re.compile(r"(?P<n>[A-ZÅÄÖ])(?:[.)]\s*|\s+)(?=[A-ZÅÄÖ\"”])")),
)
_GROUPS = "A–Ö"  # the prefix of items that letters part in groups: "A 1", "A 2", "B 3"
_LOST_SIGN = "•·▪\uf0b7\uf0a7"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_NUMBERED = re.compile(r"\d|[A-ZÅÄÖ][.)\s]")  # one of them is in every form
_CHRISTMAS = re.compile(r"Jul(?!i)")  # "1 Jul och nyår", which is no day of July
_GROUP_TITLE = 3  # words over the items of a group, at most
_DECIDED = re.compile(r"\bbesluta?[rt]?\b", re.I)  # what stands under it are points of an item
_INITIAL_ENTRY = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+\s*[,(]")  # "A. Ek, polisen" in such a list
_NEXT = re.compile(r"[;,]\s(?:§+\s?)?(\d{1,3})[.)]?\s(?=[A-ZÅÄÖ\"”])")  # item of a list in one line
_NAME_ENTRY = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w'’-]+\s){1,3}[A-ZÅÄÖÉ][\w'’-]+\s*(?:,|\(|$|[-–]\s)"
)  # "1. Anna Ek, polisen" in a numbered attendance list


def whole(line: Line) -> View:
    """The line as one view, also where it has columns."""
    return line.cells[0] if len(line.cells) == 1 else side_by_side(line.cells)


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The lines that open with a number in any form, in order."""
    found = []
    attendance = task_table = False
    for index, line in enumerate(lines):
        if len(line.cells) >= 3 and any(is_task_column(cell.text) for cell in line.cells):
            task_table = not is_agenda_table(line)
        elif task_table and len(line.cells) >= 3:
            continue
        else:
            task_table = False
        label = label_of(line.cells[0])
        if label is not None:
            attendance = label.field in ATTENDANCE
        view = whole(line)
        for form, pattern in _FORMS if _NUMBERED.search(view.text) else ():
            match = pattern.match(view.text)
            if match is None:
                continue
            value = _value(form, match["n"])
            groups = match.groupdict()
            lead = "number" if groups.get("number") else "behind" if groups.get("behind") else "n"
            last = next((key for key in ("year", "letter") if groups.get(key)), "n")
            prefix = groups[lead] if lead != "n" else ""
            rest = view.text[match.end() :]
            if _is_no_item(form, value, rest, prefix) or (
                attendance
                and form in {"bare", "dot", "letter", "sign"}
                and not line.bold
                and _is_entry(form, line.cells[0].text[match.end() :])
            ):
                break
            attendance = attendance and value > 1
            found.append(
                Candidate(
                    index,
                    form,
                    _GROUPS if len(prefix.strip()) == 1 else prefix.strip(),
                    value,
                    view.part(match.start(lead), match.end(last)),
                    match.end(),
                    _score(lines, index, form, rest),
                    rest.lower().strip(),
                    value == 1 and _is_under_group(lines, index),
                )
            )
            break
    if any(each.form == "paragraph" for each in found):
        return [_with_lost_sign(lines, each) for each in found]
    return found


def _value(form: str, number: str) -> int:
    """What a number stands for; 0 where it is none."""
    if form == "roman":
        return _ROMAN.index(number) + 1 if number in _ROMAN else 0
    return _LETTERS.index(number) + 1 if form == "letter" else int(number)


def _with_lost_sign(lines: Sequence[Line], candidate: Candidate) -> Candidate:
    """A bare number behind a bullet among numbers with "§" is one whose sign was lost ("• 104 Mötet öppnas")."""
    lost = candidate.form == "bare" and lines[candidate.line].text[0] in _LOST_SIGN
    return replace(candidate, form="paragraph") if lost else candidate


def _is_under_group(lines: Sequence[Line], index: int) -> bool:
    """Whether a bold item stands right under a bold title of few words and no number: "Beslutspunkter"."""
    above = lines[index - 1] if index else None
    if above is None or not lines[index].bold or not (above.bold or above.heading):
        return False
    text = above.text
    return (
        len(above.cells) == 1
        and len(text.split()) <= _GROUP_TITLE
        and text[0].isupper()
        and not text.endswith((".", ":", ","))
        and not _DECIDED.search(text)
    )


def _is_entry(form: str, text: str) -> bool:
    """Whether a person of a list stands behind a number, or the rest of one behind an initial."""
    return bool(_NAME_ENTRY.match(text) or (form == "letter" and _INITIAL_ENTRY.match(text)))


def _is_no_item(form: str, value: int, rest: str, prefix: str) -> bool:
    if form in {"paragraph", "dot"} and str(value + 1) in _NEXT.findall(rest):
        return True  # "§ 7 Val av justerare; § 8 Dagordning"
    if rest.startswith(",") or (form in {"bare", "dot", "roman"} and (value == 0 or value > 400)):
        return True
    if form == "prefix" and prefix.strip().lower() in words("headings", "no_prefix"):
        return True
    if form in {"bare", "dot"} and _CHRISTMAS.match(rest):
        return False
    if form == "bare" and dates(f"{value} {rest[:14]}"):
        return True
    if (
        form == "dot"
        and re.match(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", rest, re.I)
        and dates(f"{value} {rest[:14]}")
    ):
        return True
    return form == "dot" and not rest and value > 60


def _score(lines: Sequence[Line], index: int, form: str, rest: str) -> float:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    score = 1.0
    score += 0.5 * (line.bold or line.heading)
    score += 0.3 * line.gap
    score += 0.3 * (0 < len(rest) <= LONGEST_TITLE and not rest.endswith((".", ",", ";")))
    score -= 0.6 * (rest[:1].islower())
    score += 0.4 * (len(rest) > 140)  # a whole item in one line: flattened text
    if not rest and form in {"bare", "dot"}:
        score -= 0.3 if following is not None and following.text[:1].isupper() else 1.2
    if following is not None and not any(pattern.match(following.text) for _, pattern in _FORMS):
        score += 0.4
    if any(rule.regex.match(rest) for rule in possible("headings", rest)):
        score += 0.4
    return score
