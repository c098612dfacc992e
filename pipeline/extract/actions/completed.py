"""What a sentence of its own adds to the action before it: who answers for it, and by when.

Forms handled: "Ansvarig: Lena", "Klart v. 12", "Det ska vara klart i maj", "Senast den 3 maj".
"""

from dataclasses import replace

from models.view import View
from pipeline.extract.actions.deadlines import Deadline, deadline
from pipeline.extract.actions.doers import is_doer
from pipeline.extract.actions.found import Context, Found
from pipeline.vocabulary import pattern

_LEAD = 12  # characters before a deadline: "senast den"
_SHORT = 60  # characters of a sentence that is hardly more than a deadline
_GAP = 3  # characters between two sentences


def completes(view: View, found: list[Found], context: Context) -> bool:
    """ "Ansvarig: Lena" and "Klart v. 12" on their own belong to the task before them."""
    last = found[-1]
    if (
        match := pattern("action_words", "responsible").match(view.text)
    ) and last.kind != "formality":
        end = match.end("doer")
        start = match.start("doer")
        if is_doer(view.text[start:end].strip(), context.names):
            found[-1] = replace(last, owner=last.owner or view.part(start, end))
            return True
    due = deadline(view.text, context.days) if last.due is None else None
    if due is None or not _is_of(last, view, due):
        return False
    found[-1] = replace(last, due=due, due_view=view)
    return True


def _is_of(last: Found, view: View, due: Deadline) -> bool:
    """Whether `view` says of the action before it when that is due, and nothing else."""
    short = len(view.text) < _SHORT
    if due.end - due.start > 0.8 * len(view.text) or (
        short and pattern("action_words", "done_by").match(view.text)
    ):
        return True
    report = pattern("action_words", "report").match(view.text) if short else None
    match = pattern("action_words", "is_due").match(view.text) or report
    if match is None or last.kind == "formality":
        return False
    near = report is not None or due.start - match.end() < _LEAD
    gap = view.span(0, 1).start - last.view.span(0, len(last.view.text)).end
    return near and _ends(view.text, due.end) and 0 <= gap < _GAP


def _ends(text: str, at: int) -> bool:
    """Whether nothing but a full stop follows."""
    return not text[at:].strip(" .!")
