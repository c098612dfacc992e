"""A task as a row of a table tells it."""

import re

from models.frozen import frozen
from models.view import View
from pipeline.extract.actions.status import Status

_NUMBER = re.compile(r"\d{1,2}[.)]\s+")


@frozen
class TableRow:
    """One task of a table. `decided`: what stands in a column of decisions and is nobody's task.

    whole: the row. told: what stands in a column for how it stands and is no known status.
    """

    task: View
    whole: View
    owner: View | None = None
    due: View | None = None
    decided: bool = False
    status: Status | None = None
    told: View | None = None


def without_number(view: View) -> View:
    """A row without the number that opens it."""
    match = _NUMBER.match(view.text)
    return view.part(match.end(), len(view.text)) if match else view
