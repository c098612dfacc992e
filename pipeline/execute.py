"""How work is spread over processes: the one place to change for another engine.

Each task runs in a process that can be killed, so that a document which hangs, grows without end or
brings its reader down costs itself alone.
"""

import signal
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

import psutil

_LOOK = 0.25  # seconds between looks at how much memory the processes hold

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: time, and memory of its process and of those that it starts."""

    seconds: float = 600.0
    megabytes: int = 3_000


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The task was broken off after `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OutgrewMemory:
    """The task was broken off when its process and what it had started held more than `megabytes`."""

    megabytes: int


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process died under the task. `exit_code` is negative for a signal."""

    exit_code: int | None


Broken = TimedOut | OutgrewMemory | Crashed


def run_all(
    work: Callable[[Task], Answer], tasks: Iterable[Task], workers: int, limits: Limits
) -> Generator[tuple[Task, Answer | Broken]]:
    """Each task with what `work` made of it, in the order in which they are done.

    `work` must be importable by name. At most `workers` processes, started when first needed.
    Tasks are taken from the iterable only as they are started.
    """
    idle: list[_Worker[Task, Answer]] = []
    busy: list[_Worker[Task, Answer]] = []
    waiting = iter(tasks)
    try:
        while True:
            for task in islice(waiting, workers - len(busy)):
                worker = idle.pop() if idle else _Worker(work)
                worker.start(task, limits)
                busy.append(worker)
            if not busy:
                return
            soonest = min(worker.deadline for worker in busy)
            left = min(max(0.0, soonest - time.monotonic()), _LOOK)
            wait([worker.pipe for worker in busy], left)
            for worker in [worker for worker in busy if worker.is_done()]:
                busy.remove(worker)
                task, answer = worker.finish()
                if worker.alive:
                    idle.append(worker)
                yield task, answer
    finally:
        for worker in idle + busy:
            worker.stop()


class _Worker(Generic[Task, Answer]):
    """One process and the pipe to it."""

    def __init__(self, work: Callable[[Task], Answer]) -> None:
        context = get_context("spawn")
        self.pipe: Connection[Task, Answer]
        self.pipe, far_end = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=_serve, args=(work, far_end), daemon=True
        )
        self.process.start()
        far_end.close()
        self.alive = True
        self.deadline = 0.0

    def start(self, task: Task, limits: Limits) -> None:
        self.task, self.limits = task, limits
        self.deadline = time.monotonic() + limits.seconds
        with suppress(BrokenPipeError):  # died while idle: finish() will tell
            self.pipe.send(task)

    def is_done(self) -> bool:
        return self.pipe.poll() or time.monotonic() >= self.deadline or self._too_large()

    def finish(self) -> tuple[Task, Answer | Broken]:
        if not self.pipe.poll():
            late = time.monotonic() >= self.deadline
            self.stop()
            limits = self.limits
            return self.task, TimedOut(limits.seconds) if late else OutgrewMemory(limits.megabytes)
        try:
            return self.task, self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(timeout=5)
            exit_code = self.process.exitcode
            self.stop()
            return self.task, Crashed(exit_code)

    def _too_large(self) -> bool:
        """Whether the process and its children hold more memory than they may."""
        held = 0
        with suppress(psutil.Error):  # one that has ended holds none
            process = psutil.Process(self.process.pid)
            for each in (process, *process.children(recursive=True)):
                held += each.memory_info().rss
        return held > self.limits.megabytes * 1_000_000

    def stop(self) -> None:
        self.alive = False
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _serve(work: Callable[[Task], Answer], pipe: "Connection[Answer, Task]") -> None:
    """The process's life: answer tasks until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(work(task))
