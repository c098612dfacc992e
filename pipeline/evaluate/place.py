"""Where a difference is to be looked at: the page and the item of the document."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from models.evidence import Evidence
from models.meeting import Protocol
from pipeline.evaluate.counts import Difference

_LEAST = 4  # letters that are worth looking for


def place(difference: Difference, protocol: Protocol) -> Difference:
    """The difference with page and item, where they can be told.

    What was found stands at its evidence. What was missed is looked for by its words: white space
    and line-end hyphens as they come, the first place of several.
    """
    where = difference.where
    at = _words(protocol.document.text, where) if isinstance(where, str) else _start(where)
    if at is None:
        return difference
    starts = [page.start for page in protocol.document.pages]
    return replace(difference, page=max(1, bisect_right(starts, at)), item=_item(protocol, at))


def _start(evidence: Sequence[Evidence]) -> int | None:
    return min((each.start for each in evidence), default=None)


def _words(text: str, words: str) -> int | None:
    letters = [re.escape(letter) for letter in words if not letter.isspace()]
    if len(letters) < _LEAST:
        return None
    found = re.search(r"(?:\s|-\n)*".join(letters), text, re.IGNORECASE)
    return found.start() if found else None


def _item(protocol: Protocol, at: int) -> str | None:
    """The last item that begins before `at`."""
    last: tuple[int, str | None] = (-1, None)
    for meeting in protocol.meetings:
        for section in meeting.sections:
            start = _start(section.evidence)
            if start is not None and last[0] < start <= at:
                last = start, section.number or section.title
    return last[1]
