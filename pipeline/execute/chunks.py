"""Small tasks handed out together, since handing out can cost as much as the task."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

_MOST_BYTES = 64 * 1024  # a scan or a long document goes alone

Task = TypeVar("Task")


class ChunkLost(Exception):
    """No task of a chunk was answered; each may be when handed out alone."""


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
