"""Which lines open an agenda item.

Forms handled: "§ 12 Title", "12 §", "FHR 29", "§ FHR 29", "§ 4/2019", "A 1" to "B 4", "Punkt 3", "3. Title", "10.Title", "3) Title", "A. Title", a bare
"8 Title", the number alone with the title on the next line, a "§" that was lost or became a bullet;
numbers that start anywhere, skip or repeat, begin anew under a group's title, or are all "1."; a contents list before the minutes; and
headings without numbers: bold, marked as headings, short lines that stand alone, or beside their text.
Not headings: "1.1", "§ 2.1", "a)", "Punkt 3, lamporna: ...", numbered points inside an item, dates, page marks, "Steg 1".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.segmented import ATTENDANCE, Line
from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.segment.labels import label_of
from pipeline.segment.listed_items import (
    Candidate,
    Heading,
    after_contents,
    agenda_points,
    announced_items,
    below_contents,
    skips,
)
from pipeline.segment.task_tables import is_agenda_table, is_over_table, is_task_column
from pipeline.segment.unnumbered import (
    FEWEST,
    LONGEST_TITLE,
    is_cut,
    known_title,
    stands_alone,
    unnumbered,
)
from pipeline.vocabulary import possible, words

_BULLET = r"(?:[•·▪\uf0b7\uf0a7*-]\s*)?"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "paragraph",
        re.compile(
            rf"{_BULLET}(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖ]{{1,5}}\s)?§+\s?"
            r"(?P<behind>[A-ZÅÄÖ]{2,5}\s?|[A-ZÅÄÖ][a-zåäö]{1,4}\s)?(?P<n>\d{1,3})"
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
    ("bare", re.compile(rf"{_BULLET}(?P<n>\d{{1,3}})(?:\s+(?=[A-ZÅÄÖ\"”])|$)")),
    ("letter", re.compile(r"(?P<n>[A-ZÅÄÖ])(?:[.)]\s*|\s+)(?=[A-ZÅÄÖ\"”])")),
)
_GROUPS = "A–Ö"  # the prefix of items that letters part in groups: "A 1", "A 2", "B 3"
_LOST_SIGN = "•·▪\uf0b7\uf0a7"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_NUMBERED = re.compile(r"\d|[A-ZÅÄÖ][.)\s]")  # one of them is in every form
_WEIGHTS = {"paragraph": 3.0, "prefix": 2.0, "point": 2.0, "dot": 1.5, "bare": 1.0, "letter": 1.0}
_LOOK_BACK = 150  # candidates between two items of one chain
_LONG_CHAIN = 5  # numbers that follow on each other without a gap
_FARTHEST_STEP = 6  # numbers that one gap may skip
_HEAD = 6  # first lines, which say that a document is an extract
_EXTRACT = re.compile(r"utdrag", re.I)
_POINT = 2  # lines of a point, at most
_GROUP_TITLE = 3  # words over the items of a group, at most
_DECIDED = re.compile(r"\bbesluta?[rt]?\b", re.I)  # what stands under it are points of an item


_INITIAL_ENTRY = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+\s*[,(]")  # "A. Ek, polisen" in such a list
_NAME_ENTRY = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w'’-]+\s){1,3}[A-ZÅÄÖÉ][\w'’-]+\s*(?:,|\(|$|[-–]\s)"
)  # "1. Anna Ek, polisen" in a numbered attendance list


def headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The opening lines of the meeting's items, in order."""
    numbered = _numbered(lines)
    if not numbered or _is_contents(lines, numbered) or _is_inside_item(lines, numbered):
        plain = [at for at in unnumbered(lines) if not _is_over_contents(lines, at, numbered)]
        return agenda_points(lines, plain) or tuple(Heading(at, None, 0, "plain") for at in plain)
    return _with_known_titles(lines, numbered)


def _is_over_contents(lines: Sequence[Line], at: int, numbered: tuple[Heading, ...]) -> bool:
    """Whether line `at` is no more than the title of the contents list below it: "Dagordning"."""
    label = label_of(lines[at].cells[0])
    listed = bool(numbered) and numbered[0].line == at + 1
    return listed and label is not None and label.field == "agenda"


def _is_contents(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> bool:
    """Whether the numbers are a contents list alone, whose titles come again without numbers."""
    if len(numbered) < 3 or numbered[-1].line - numbered[0].line > len(numbered):
        return False
    titles = {whole(lines[each.line]).text[each.rest :].strip(" :").lower() for each in numbered}
    again = {line.text.strip(" :").lower() for line in lines[numbered[-1].line + 1 :]}
    return len(titles & again) >= 0.5 * len(titles)


def _is_inside_item(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> bool:
    """Whether the numbers are a list in an item of minutes without numbers.

    As many known titles come before, or the number is one alone among several headings. Letters are one
    where titles stand round them, too.
    """
    if _is_strong(numbered[0].form):
        return False
    if len(numbered) == 1:
        return len(unnumbered(lines)) >= FEWEST
    if numbered[0].form == "dot" and _are_points(lines, numbered):
        return True
    titles = [
        index
        for index, line in enumerate(lines)
        if known_title(line.text) and stands_alone(line) and label_of(line.cells[0]) is None
    ]
    before = sum(index < numbered[0].line for index in titles)
    if numbered[0].form == "letter":
        return len(titles) > 1 and any(index > numbered[-1].line for index in titles)
    return before >= max(2, len(numbered))


def _are_points(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> bool:
    """Whether short numbered lines stand right under one of several headings without a number, with another below them."""
    first, last = numbered[0].line, numbered[-1].line
    if last - first > _POINT * (len(numbered) - 1) or first == 0:
        return False
    titles = unnumbered(lines)
    over = [at for at in titles if at < first]
    beyond = any(at > last for at in titles)
    return len(titles) > FEWEST and beyond and len(over) > 1 and first - over[-1] <= _POINT


def whole(line: Line) -> View:
    """The line as one view, also where it has columns."""
    return line.cells[0] if len(line.cells) == 1 else side_by_side(line.cells)


def _numbered(lines: Sequence[Line]) -> tuple[Heading, ...]:
    candidates = _candidates(lines)
    extract = any(_EXTRACT.search(line.text) for line in lines[:_HEAD])
    announced = announced_items("\n".join(line.text for line in lines))
    best: list[Candidate] = []
    best_score = 0.0
    for form, prefix in dict.fromkeys((each.form, each.prefix) for each in candidates):
        same = [each for each in candidates if (each.form, each.prefix) == (form, prefix)]
        chain, score = _best_chain(same)
        alone = extract and prefix.isupper() and len(chain) == 1
        if not alone and not _believable(form, chain) and not _is_divided(lines, chain):
            chain = _announced(same, announced) or _all_ones(same)
            score = sum(each.score for each in chain) * 0.5
        elif _is_between(chain, ones := _all_ones(same)):
            chain = ones
        score *= _WEIGHTS[form]
        if best and chain and (_is_strong(form) or alone) and chain[0].line < best[0].line:
            score += best_score
        elif best and chain and _holds_points(best, extract) and best[0].line < chain[0].line:
            continue
        if chain and score > best_score:
            best, best_score = chain, score
    if listed := after_contents(best, candidates):
        return listed
    best = below_contents(lines, best, candidates) or best
    return tuple(Heading(each.line, each.number, each.rest, each.form) for each in best)


def _holds_points(chain: Sequence[Candidate], extract: bool) -> bool:
    """Whether the numbers below the first of `chain` are points of its own: it has a sign, or is an extract's one item."""
    return _is_strong(chain[0].form) or (extract and len(chain) == 1 and chain[0].prefix.isupper())


def _is_strong(form: str) -> bool:
    """A sign or a word says that it is an item; points 1. 2. 3. under it are its own."""
    return form in {"paragraph", "point"}


def _candidates(lines: Sequence[Line]) -> list[Candidate]:
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
            value = _LETTERS.index(match["n"]) + 1 if form == "letter" else int(match["n"])
            groups = match.groupdict()
            lead = "number" if groups.get("number") else "behind" if groups.get("behind") else "n"
            prefix = groups[lead] if lead != "n" else ""
            rest = view.text[match.end() :]
            if _is_no_item(form, value, rest, prefix) or (
                attendance
                and form in {"bare", "dot", "letter"}
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
                    view.part(match.start(lead), match.end("year" if groups.get("year") else "n")),
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
    if rest.startswith(",") or (form in {"bare", "dot"} and (value == 0 or value > 400)):
        return True
    if form == "prefix" and prefix.strip().lower() in words("headings", "no_prefix"):
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


def _best_chain(candidates: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The run of rising numbers that looks most like the items of one meeting."""
    totals: list[float] = []
    before: list[int | None] = []
    for i, each in enumerate(candidates):
        best, link = each.score + (0.3 if each.value == 1 else 0.0), None
        before_it = {other.title for other in candidates[:i]} if each.anew else set()
        for j in range(max(0, i - _LOOK_BACK), i):
            step = each.value - candidates[j].value
            if each.anew and candidates[j].value > 1 and each.title not in before_it:
                step = 1
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


def _believable(form: str, chain: Sequence[Candidate]) -> bool:
    if form in {"paragraph", "point"}:
        return len(chain) >= 1
    if form == "dot":
        return len(chain) >= 2 or (len(chain) == 1 and chain[0].score >= 1.9)
    if form == "prefix":
        return len(chain) >= 2
    if form == "letter":
        values = [each.value for each in chain]
        return len(chain) >= 3 and values == list(range(1, len(chain) + 1))
    mean = sum(each.score for each in chain) / max(len(chain), 1)
    unbroken = all(later.value == each.value + 1 for each, later in pairwise(chain))
    if len(chain) >= _LONG_CHAIN and unbroken:  # also where each stands alone over its title
        return mean >= 1.0
    return len(chain) >= 3 and mean >= 1.2


def _is_divided(lines: Sequence[Line], chain: Sequence[Candidate]) -> bool:
    """Whether each of several items holds sub-items with its number: "1 Inledning" over "1.1 Protokoll"."""
    stops = [*(each.line for each in chain[1:]), len(lines)]
    return len(chain) > 1 and all(
        any(lines[at].text.startswith(f"{each.value}.1 ") for at in range(each.line + 1, stop))
        for each, stop in zip(chain, stops, strict=True)
    )


def _announced(candidates: Sequence[Candidate], numbers: range) -> list[Candidate]:
    """The items whose numbers the head gives ("Paragrafer 21-28"), from the first one on, without a gap."""
    found: list[Candidate] = []
    for each in candidates:
        wanted = found[-1].value + 1 if found else numbers.start
        if each.value == wanted and each.value in numbers and each.score >= 1.0:
            found.append(each)
    return found


def _all_ones(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Items that a converter has all numbered "1."; a list inside of one of them goes on with 2."""
    following = [*(each.value for each in candidates[1:]), 1]
    ones = [
        each
        for each, after in zip(candidates, following, strict=True)
        if each.value == after == 1 and each.score >= 1.5
    ]
    return ones if len(ones) >= 3 else []


def _is_between(chain: Sequence[Candidate], ones: Sequence[Candidate]) -> bool:
    """Whether what rises in a chain is a list inside of one of more items that are all "1."."""
    rising = [each.line for each in chain if each.value > 1]
    if not rising or len(ones) <= len(rising) + 1:
        return False
    over = sum(each.line < rising[0] for each in ones)
    under = sum(each.line > rising[-1] for each in ones)
    return over > 1 and under > 0 and over + under == len(ones)


def _with_known_titles(lines: Sequence[Line], numbered: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Add the headings without a number: a known title alone on its line, set apart, also where the numbers leave out one
    between two items, and after the last item whatever stands so over a table of tasks ("Att göra" / "Vad | Vem | När")."""
    first = numbered[0].line
    last = numbered[-1].line
    taken = {heading.line for heading in numbered}
    titles = {whole(lines[each.line]).text[each.rest :].strip().lower() for each in numbered}
    below = {each.line + 1 for each in numbered if not whole(lines[each.line]).text[each.rest :]}
    extra = []
    for index, line in enumerate(lines):
        over = index > last and is_over_table(lines, index)
        if (
            index in taken
            or index in below
            or len(line.cells) > 1
            or not (over or known_title(line.text))
        ):
            continue
        if line.text.strip().lower() in titles or not stands_alone(line) or is_cut(lines, index):
            continue
        grouped = (
            len(lines[index + 1].cells) > 1 if index < first else False
        )  # the items' own table
        skipped = any(above.line < index < below.line for above, below in skips(numbered))
        if index > last or (index in {first - 2, first - 3} and not grouped) or skipped:
            extra.append(Heading(index, None, 0, "known"))
    return tuple(sorted((*numbered, *extra), key=lambda heading: heading.line))
