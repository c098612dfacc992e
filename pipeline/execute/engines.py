"""Where tasks run: processes on this machine, or a cluster's workers (cluster.py)."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

from pipeline.execute.child import Child
from pipeline.execute.limits import Broken, Limits

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Result = TypeVar("Result")
TaskIn = TypeVar("TaskIn", contravariant=True)


class Engine(Protocol[TaskIn, Result]):
    """Takes tasks and answers them, several at a time."""

    def submit(self, task: TaskIn) -> Future[Result]:
        """Begin a task as soon as there is room."""

    def window(self) -> int:
        """How many tasks to have under way, so that nobody waits and memory is bounded."""

    def close(self) -> None:
        """Drop what is under way and end all processes."""


class Local(Generic[Task, Answer]):
    """Processes on this machine: at most `workers`, started when first needed, each kept by a thread.

    `on_start` is told of a task when it begins, in its keeper's thread.
    """

    def __init__(
        self,
        work: Callable[[Task], Answer],
        workers: int,
        limits: Limits,
        on_start: Callable[[Task], None] = lambda _task: None,
    ) -> None:
        self._work = work
        self._workers = workers
        self._limits = limits
        self._on_start = on_start
        self._keepers = ThreadPoolExecutor(workers, thread_name_prefix="keeper")
        self._starter = ThreadPoolExecutor(1)  # Linux ends a child with the thread that started it
        self._idle: SimpleQueue[Child[Task, Answer]] = SimpleQueue()
        self._children: set[Child[Task, Answer]] = set()
        self._closed = False

    def submit(self, task: Task) -> "Future[Answer | Broken]":
        return self._keepers.submit(self._run, task)

    def window(self) -> int:
        return 2 * self._workers

    def close(self) -> None:
        self._closed = True
        self._keepers.shutdown(wait=False, cancel_futures=True)
        for child in list(self._children):
            child.kill()  # its keeper sees it end
        self._keepers.shutdown(wait=True)
        for child in self._children:
            child.close()
        self._starter.shutdown()

    def _run(self, task: Task) -> Answer | Broken:
        child = self._child()
        self._on_start(task)
        answer = child.run(task, self._limits)
        if child.alive and not child.is_worn(self._limits):
            self._idle.put(child)
        else:
            self._children.discard(child)
            child.close()
        return answer

    def _child(self) -> Child[Task, Answer]:
        with suppress(Empty):
            while True:
                child = self._idle.get_nowait()
                if child.is_running():
                    return child
                self._children.discard(child)  # killed by somebody while it had nothing to do
                child.close()
        child = self._starter.submit(Child, self._work).result()
        self._children.add(child)
        if self._closed:  # between the two looks of close()
            child.kill()
        return child
