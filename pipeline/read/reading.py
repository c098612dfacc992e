"""What a reader hands back, before it becomes a Document."""

from models.document import Mark, Page
from models.frozen import frozen
from models.issue import Issue


@frozen
class Reading:
    """The text of one file with its pages, marks (in any order) and doubts."""

    text: str
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...] = ()
    issues: tuple[Issue, ...] = ()
