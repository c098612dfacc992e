"""Action tables of which a converter has left no columns.

Forms handled: "Att göra Vem När klart 1. task Name 25 okt 2. ...", in one line or one a line, also with how each task
stands behind it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.view import View
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.doers import Names, is_doer
from pipeline.extract.actions.rows import TableRow, without_number
from pipeline.extract.actions.status import Status, status_of
from pipeline.vocabulary import possible, says

_WORD = re.compile(r"\S+")
_LONGEST_STATUS = 4  # words
_LONGEST_DUE = 5  # words
_NAMES = re.compile(
    r"\s(?P<names>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]*)?(?:(?:,|\soch)\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]*)?)*)(?=\s[a-zåäö])"
)
_SIGNED = re.compile(r"\s(?P<name>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s?$")
_KEPT = re.compile(
    r"\s[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\s(?:antecknade|skrev|vid\s(?:protokollet|pennan|tangenterna))\.?\s*$"
)  # who kept the minutes, behind the last row
_BEFORE_STATUS = " ,–-|"
_NUMBERED = re.compile(r"(?<!\d)\d{1,2}[.)]\s(?=[A-ZÅÄÖa-zåäö])")


def flat_rows(view: View, names: Names) -> Iterator[TableRow]:
    """The rows in `view`, which stands behind or under such a head."""
    for start, end in pairwise([*_row_starts(view), len(view.text)]):
        if row := _flat_row(view.part(start, end), names):
            yield row


def under_head(view: View) -> View | None:
    """What stands behind the head of such a table; None where `view` has none."""
    heads = possible("item_tables", view.text, "flat")
    match = next((found for each in heads if (found := each.regex.search(view.text))), None)
    if match is None or not _ends_as_head(match.end(), view):
        return None
    return view.part(match.end(), len(view.text))


def _ends_as_head(end: int, view: View) -> bool:
    """Whether nothing, a number or a new line follows a table's head."""
    return end == len(view.text) or view.text[end].isdigit() or end in _lines(view)


def _row_starts(view: View) -> Sequence[int]:
    """Where rows begin: at their numbers, else where a line does."""
    return [match.start() for match in _NUMBERED.finditer(view.text)] or [0, *_lines(view)]


def _lines(view: View) -> Sequence[int]:
    """Where a line but the first begins with a capital."""
    return [at for at in view.line_starts() if view.text[at].isupper()]


def _flat_row(view: View, names: Names) -> TableRow | None:
    """ "1. task Name 25 okt": the time stands last, the doer before it, the task first."""
    view = without_number(view)
    if kept := _KEPT.search(view.text):
        view = view.part(0, kept.start())
    text = view.text.rstrip(" .")
    stop = len(text)
    whole = view.part(0, len(text))
    status: Status | None = None
    for at in [match.start() for match in _WORD.finditer(text)][:0:-1][:_LONGEST_STATUS]:
        if (known := status_of(text[at:])) is not None:
            status, stop = known, len(text[:at].rstrip(_BEFORE_STATUS))
    text = text[:stop]
    due: View | None = None
    found = deadline(text, Days())
    if found is not None and found.end >= len(text) - 1:
        due = view.part(found.start, found.end)
        stop = len(text[: found.start].rstrip())
    starts = [match.start() for match in _WORD.finditer(text[:stop])]
    for at in starts[:0:-1][:2] if found is None else ():
        if deadline(text[at:], Days(), cell=True):
            due = view.part(at, stop)
            stop = len(text[:at].rstrip())
            starts = [start for start in starts if start < at]
            break
    if due is None and (told := _between(whole.part(0, stop), names)) is not None:
        return told
    owners = [
        start
        for start in starts[1:]
        if (text[start].isupper() or text[start:stop].lower() in {"alla", "vi", "samtliga"})
        and is_doer(text[start:stop], names)
    ]
    if not owners:
        return (
            TableRow(view.part(0, stop), whole, due=due, status=status) if due or status else None
        )
    attending = (start for start in owners if _attend(text[start:stop], names))
    owner = next(attending, owners[0])  # "... i Nordvik Bo och Maj"
    task = view.part(0, len(text[:owner].rstrip()))
    return TableRow(task, whole, view.part(owner, stop), due, status=status)


def _between(view: View, names: Names) -> TableRow | None:
    """ "task Bo, Siv före skolstarten i Ekby": those who came stand before a time that is told in words of any kind.

    Who signs behind the last row is none of them.
    """
    for run in _NAMES.finditer(view.text):
        rest = view.text[run.end() :]
        signed = _SIGNED.search(rest)
        if signed is not None and _attend(signed["name"], names):
            rest = rest[: signed.start()]
        short = 0 < len(rest.split()) <= _LONGEST_DUE and not says("finite_verbs", rest)
        if short and _attend(run["names"], names):
            due = view.part(run.end() + 1, run.end() + len(rest.rstrip()))
            owner = view.part(*run.span("names"))
            return TableRow(view.part(0, len(view.text[: run.start()].rstrip())), view, owner, due)
    return None


def _attend(text: str, names: Names) -> bool:
    return all(word.lower() in names for word in re.findall(r"[\w-]+", text) if word != "och")
