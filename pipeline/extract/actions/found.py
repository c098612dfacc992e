"""An action as found in a sentence, before its owner is resolved to an attendee."""

from models.frozen import frozen
from models.meeting import ActionKind
from models.view import View
from pipeline.extract.actions.deadlines import Days, Deadline


@frozen
class Found:
    """`view` is what states the action; `due` counts in the offsets of `due_view`.

    `meant`: the name that an `owner` of "han" or "hon" stands for. `rejected`: a proposal that was turned down.
    """

    kind: ActionKind
    view: View
    rule: str
    owner: View | None = None
    due: Deadline | None = None
    due_view: View | None = None
    confidence: float = 0.8
    meant: View | None = None
    rejected: bool = False


@frozen
class Context:
    """What deadlines count from, and who attends, in small letters. `persons`: the words of the
    attendees' names and, in capitals, their initials; `names`: these and their organisations. `announced`: the title tells of tasks.
    `known`: "han" and "hon" mean an attendee named before."""

    days: Days
    persons: frozenset[str]
    names: frozenset[str]
    announced: bool = False
    known: bool = False
