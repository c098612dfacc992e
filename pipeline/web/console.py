"""A question in SQL, asked in a process of its own.

DuckDB's own limits are the first wall (pipeline/store/query.py); the process is the second: a
question that takes too long, too much memory or down what answers it costs itself alone.
"""

from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from pipeline.errors import QueryError
from pipeline.execute import Limits as ProcessLimits
from pipeline.execute import TimedOut, run_all
from pipeline.store.query import Limits, Result, run_query

SECONDS = 10.0
MEGABYTES = 300  # of DuckDB
_PROCESS = ProcessLimits(seconds=SECONDS + 10, megabytes=2 * MEGABYTES)
_LARGEST = 5_000_000  # characters of an answer
_AT_ONCE = BoundedSemaphore(2)
_WAIT = 5.0  # seconds for a turn


@dataclass(frozen=True, slots=True)
class Question:
    """A query over the database at `path`, and how many rows of its answer are wanted."""

    path: Path
    query: str
    rows: int


def ask(question: Question) -> Result:
    """The rows. Raises QueryError where the question is wrong, forbidden, too slow or too large."""
    if not _AT_ONCE.acquire(timeout=_WAIT):
        raise QueryError("Two other questions are being answered; try again in a moment")
    try:
        ((_, answer),) = run_all(answered, [question], 1, _PROCESS)
    finally:
        _AT_ONCE.release()
    if isinstance(answer, Result):
        return answer
    if isinstance(answer, str):
        raise QueryError(answer)
    if isinstance(answer, TimedOut):
        raise QueryError(f"Broken off after {answer.seconds:g} seconds")
    raise QueryError("It needs more memory than it may have")


def answered(question: Question) -> Result | str:
    """The rows, or what is wrong; in the process."""
    limits = Limits(rows=question.rows, seconds=SECONDS, memory_mb=MEGABYTES)
    try:
        result = run_query(question.path, question.query, limits)
    except QueryError as error:
        return str(error)
    size = 0
    for row in result.rows:
        size += sum(len(str(cell)) for cell in row)
        if size > _LARGEST:
            return (
                f"The answer has more than {_LARGEST:,} characters; ask for fewer rows or columns"
            )
    return result
