"""Which lines open an agenda item.

Forms handled: numbers of every form (numbers.py) that rise as a meeting's items do (chains.py); a contents list before the
minutes; and headings without numbers: bold, marked as headings, short lines that stand alone, or beside their text.
Not headings: numbered points inside an item, "Steg 1".
"""

import re
from collections.abc import Sequence

from models.segmented import Line
from pipeline.segment.chains import (
    JOINED,
    all_ones,
    announced,
    believable,
    best_chain,
    filled,
    is_between,
    is_divided,
    lettered_before,
    lettered_groups,
)
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
from pipeline.segment.numbers import candidates, whole
from pipeline.segment.task_tables import is_over_table
from pipeline.segment.unnumbered import (
    FEWEST,
    is_cut,
    known_title,
    stands_alone,
    unnumbered,
)

_WEIGHTS = {
    "paragraph": 3.0,
    "prefix": 2.0,
    "point": 2.0,
    "dot": 1.5,
    "sign": 1.2,
    "bare": 1.0,
    "letter": 1.0,
    "roman": 1.0,
    JOINED: 0.0,
}
_HEAD = 6  # first lines, which say that a document is an extract
_EXTRACT = re.compile(r"utdrag", re.I)
_POINT = 2  # lines of a point, at most


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


def _numbered(lines: Sequence[Line]) -> tuple[Heading, ...]:
    found = candidates(lines)
    extract = any(_EXTRACT.search(line.text) for line in lines[:_HEAD])
    stated = announced_items("\n".join(line.text for line in lines))
    best: list[Candidate] = []
    best_score = 0.0
    for form, prefix in dict.fromkeys((each.form, each.prefix) for each in found):
        same = [each for each in found if (each.form, each.prefix) == (form, prefix)]
        chain, score = best_chain(same)
        alone = extract and prefix.isupper() and len(chain) == 1
        if not alone and not believable(form, chain) and not is_divided(lines, chain):
            groups = lettered_groups(same) if form == "letter" else []
            chain = groups or announced(same, stated) or all_ones(same)
            score = sum(each.score for each in chain) * 0.5
        elif is_between(chain, ones := all_ones(same)):
            chain = ones
        score *= _WEIGHTS[form]
        if best and chain and (_is_strong(form) or alone) and chain[0].line < best[0].line:
            score += best_score
        elif best and chain and _holds_points(best, extract) and best[0].line < chain[0].line:
            continue
        if chain and score > best_score:
            best, best_score = chain, score
    if listed := after_contents(best, found):
        return listed
    best = filled(lines, below_contents(lines, best, found) or best, found)
    if best and best[0].form != "letter":
        best = [*lettered_before(best, found), *best]
    return tuple(Heading(each.line, each.number, each.rest, each.form) for each in best)


def _holds_points(chain: Sequence[Candidate], extract: bool) -> bool:
    """Whether the numbers below the first of `chain` are points of its own: it has a sign, or is an extract's one item."""
    return _is_strong(chain[0].form) or (extract and len(chain) == 1 and chain[0].prefix.isupper())


def _is_strong(form: str) -> bool:
    """A sign or a word says that it is an item; points 1. 2. 3. under it are its own."""
    return form in {"paragraph", "point"}


def _opens_agenda(lines: Sequence[Line], index: int, numbered: tuple[Heading, ...]) -> bool:
    """Whether line `index` stands right under "Dagordning", and the numbers below it begin with 2: the first item has none."""
    label = label_of(lines[index - 1].cells[0]) if index else None
    listed = label is not None and label.field == "agenda"
    return listed and numbered[0].number is not None and numbered[0].number.text == "2"


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
        opens = _opens_agenda(lines, index, numbered)
        if line.text.strip().lower() in titles or is_cut(lines, index):
            continue
        if not (opens or stands_alone(line)):
            continue
        grouped = (
            len(lines[index + 1].cells) > 1 if index < first else False
        )  # the items' own table
        skipped = any(above.line < index < below.line for above, below in skips(numbered))
        if index > last or (index in {first - 2, first - 3} and not grouped) or skipped:
            extra.append(Heading(index, None, 0, "known"))
    return tuple(sorted((*numbered, *extra), key=lambda heading: heading.line))
