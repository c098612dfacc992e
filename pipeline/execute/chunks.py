"""Small tasks handed out together, since handing out can cost as much as the task."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

_MOST_BYTES = 64 * 1024  # a scan or a long document goes alone
_MOST_TASKS = 32
_MOST_SECONDS = 4.0  # from handing out to answer: twice the work where one waits behind another
_ROUNDS = 8  # of chunks as large are done before, so that none is much of all there is to do
_NEWEST = 0.2  # what the last chunk counts for in the seconds of a task

Task = TypeVar("Task")


class ChunkLost(Exception):
    """No task of a chunk was answered; each may be when handed out alone."""


class Pace:
    """How many small tasks go together: one at first, more as they prove to be many and quick."""

    def __init__(self) -> None:
        self._answered = 0
        self._seconds = 0.0  # of a task, the newest counting most

    def note(self, tasks: int, seconds: float) -> None:
        """A chunk of so many tasks was answered so long after it was handed out."""
        self._answered += tasks
        self._seconds += _NEWEST * (seconds / tasks - self._seconds)

    def most(self, workers: int) -> int:
        """Tasks of the next chunk, where so many chunks are worked on at a time."""
        share = self._answered // (_ROUNDS * workers)
        quick = _MOST_SECONDS / max(self._seconds, _MOST_SECONDS / _MOST_TASKS)
        return max(1, min(share, int(quick)))


def chunked(
    tasks: Iterable[Task], most: Callable[[], int], weigh: Callable[[Task], int | None]
) -> Iterator[Sequence[Task]]:
    """The tasks in their order, some at a time: at most as many as `most` says now, and 64 KB.

    `weigh`: bytes of a task; one that weighs more, or None, goes alone. Tasks are taken only as they are
    needed, but for one that no longer goes in.
    """
    chunk: list[Task] = []
    held = 0
    for task in tasks:
        weight = weigh(task)
        if weight is None:
            weight = _MOST_BYTES
        if chunk and held + weight > _MOST_BYTES:
            yield chunk
            chunk, held = [], 0
        chunk.append(task)
        held += weight
        if len(chunk) >= most() or held >= _MOST_BYTES:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk
