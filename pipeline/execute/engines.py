"""Where tasks run: processes on this machine, or a cluster's workers (cluster.py)."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

from pipeline.execute.child import Child
from pipeline.execute.chunks import ChunkLost
from pipeline.execute.limits import Broken, Limits

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Engine(Protocol):
    """Takes chunks of tasks and answers them, several chunks at a time."""

    def submit(
        self,
        work: Callable[[Task], Answer],
        chunk: Sequence[Task],
        on_start: Callable[[Sequence[Task]], None],
    ) -> Future[Sequence[Answer | Broken]]:
        """Begin a chunk as soon as there is room, its tasks one after the other, each answered.

        `work` must be importable by name. `on_start` is told of the tasks when work on them starts, in
        whichever thread. The future may raise ChunkLost where there is more than one task.
        """

    def workers(self) -> int:
        """How many chunks are worked on at a time."""

    def close(self) -> None:
        """Drop what is under way and end all processes."""


class Local:
    """Processes on this machine: at most `workers`, started when first needed, each kept by a thread."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._workers = workers
        self._limits = limits
        self._keepers = ThreadPoolExecutor(workers, thread_name_prefix="keeper")
        self._starter = ThreadPoolExecutor(1)  # Linux ends a child with the thread that started it
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._children: set[Child] = set()
        self._closed = False

    def submit(
        self,
        work: Callable[[Task], Answer],
        chunk: Sequence[Task],
        on_start: Callable[[Sequence[Task]], None],
    ) -> "Future[Sequence[Answer | Broken]]":
        return self._keepers.submit(self._run, work, chunk, on_start)

    def workers(self) -> int:
        return self._workers

    def close(self) -> None:
        self._closed = True
        self._keepers.shutdown(wait=False, cancel_futures=True)
        for child in list(self._children):
            child.kill()  # its keeper sees it end
        self._keepers.shutdown(wait=True)
        for child in self._children:
            child.close()
        self._starter.shutdown()

    def _run(
        self,
        work: Callable[[Task], Answer],
        chunk: Sequence[Task],
        on_start: Callable[[Sequence[Task]], None],
    ) -> Sequence[Answer | Broken]:
        child = self._child(work)
        on_start(chunk)
        answers = child.run(work, chunk, self._limits)
        if child.alive and not child.is_worn(self._limits):
            self._idle.put(child)
        else:
            self._children.discard(child)
            child.close()
        if not isinstance(answers, Broken):
            return answers
        if len(chunk) > 1:
            raise ChunkLost
        return [answers]

    def _child(self, work: Callable[[Task], Answer]) -> Child:
        with suppress(Empty):
            while True:
                child = self._idle.get_nowait()
                if child.is_running():
                    return child
                self._children.discard(child)  # killed by somebody while it had nothing to do
                child.close()
        child = self._starter.submit(Child, work).result()
        self._children.add(child)
        if self._closed:  # between the two looks of close()
            child.kill()
        return child
