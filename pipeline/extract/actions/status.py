"""How a task stands, where its row or line tells it: "klart", "kvarstår", "pågår, tre hittills", "utgår", "ny".

Forms handled: a cell of its own, also the one for the time ("KLART 4 juli"); behind the task, parted by a sign
("Byta lås – Bo – klart", "Byta lås (klart)", "Byta lås: kvarstår", "Byta lås. Står kvar."); before it ("KLART: byta
lås", "[x] byta lås").
"""

import re
from typing import Literal

from models.frozen import frozen
from models.meeting import Outcome
from pipeline.vocabulary import possible
from pipeline.vocabulary.openings import swift

_Is = Literal["new", "open", "done", "dropped", "postponed", "in_progress", "mentioned"]
_SIGN = swift(
    r"\s[-–—/|]+\s|\s?(?:->|→|=>|⇒)\s?|[;:|]\s|,\s|(?<=\w)\.\s(?=[A-ZÅÄÖ])|\s\((?=[^()]*\)\W*$)|\t"
)
_BEFORE = re.compile(
    r"^(?:\[[xXvV ]?\]|[☑✓✔✅☒☐]|(?P<words>[^:;.–—|]{2,30}?)(?::|\s[–—|-])(?=\s))\s?"
)
_DATED = re.compile(
    r"^(?:klar[ta]?|färdig[ta]?)\s(?:den\s|i\s|v\.?\s?|vecka\s)?(?:\d|[a-z]{3,9}\b)", re.I
)
_LONGEST = 80  # characters of a status with what it tells besides
_FEWEST = 2  # words of a task


@frozen
class Status:
    """How a task stands, by the rule of vocabulary/task_status.toml with this id."""

    word: _Is
    rule: str

    @property
    def outcome(self) -> Outcome | None:
        """What it tells of a task given before; None where it does not tell that it was."""
        return None if self.word == "new" or self.word == "open" else self.word


def status_of(cell: str, *, alone: bool = False) -> Status | None:
    """The status that a cell tells. `alone`: its column is for the status."""
    cell = cell.strip()
    if not cell or len(cell) > _LONGEST:
        return None
    for rule in possible("task_status", cell):
        if (alone or not rule.data.get("loose")) and rule.regex.search(cell):
            return Status(rule.data["is"], rule.id)
    return None


def told_behind(
    text: str, *, over: bool = False, least: int = _FEWEST
) -> tuple[int, Status] | None:
    """Where a line's task ends and the status begins that stands behind it.

    `over`: the line tells of earlier tasks, so that "klart 1 juni" is no deadline. `least`: words of the task.
    """
    for sign in _SIGN.finditer(text):
        tail = text[sign.end() :]
        if len(text[: sign.start()].split()) < least or (_DATED.match(tail) and not over):
            continue
        if (status := status_of(tail)) is not None:
            return sign.start(), status
    return None


def told_before(text: str) -> tuple[int, Status] | None:
    """Where the task begins behind a status that opens its line."""
    match = _BEFORE.match(text)
    if match is None or len(text[match.end() :].split()) < _FEWEST:
        return None
    status = status_of(match["words"] or match.group())
    return (match.end(), status) if status is not None else None
