"""How work is spread over processes: the one place to change for another engine.

Each task runs in a process that can be killed, so that a document which hangs or brings its
reader down costs itself alone.
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

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The task was broken off after `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process died under the task. `exit_code` is negative for a signal."""

    exit_code: int | None


def run_all(
    work: Callable[[Task], Answer], tasks: Iterable[Task], workers: int, timeout: float
) -> Generator[tuple[Task, Answer | TimedOut | Crashed]]:
    """Each task with what `work` made of it, in the order in which they are done.

    `work` must be importable by name. At most `workers` processes, started when first needed;
    `timeout` in seconds for each task. Tasks are taken from the iterable only as they are started.
    """
    idle: list[_Worker[Task, Answer]] = []
    busy: list[_Worker[Task, Answer]] = []
    waiting = iter(tasks)
    try:
        while True:
            for task in islice(waiting, workers - len(busy)):
                worker = idle.pop() if idle else _Worker(work)
                worker.start(task, timeout)
                busy.append(worker)
            if not busy:
                return
            soonest = min(worker.deadline for worker in busy)
            wait([worker.pipe for worker in busy], max(0.0, soonest - time.monotonic()))
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

    def start(self, task: Task, timeout: float) -> None:
        self.task, self.timeout = task, timeout
        self.deadline = time.monotonic() + timeout
        with suppress(BrokenPipeError):  # died while idle: finish() will tell
            self.pipe.send(task)

    def is_done(self) -> bool:
        return self.pipe.poll() or time.monotonic() >= self.deadline

    def finish(self) -> tuple[Task, Answer | TimedOut | Crashed]:
        if not self.pipe.poll():
            self.stop()
            return self.task, TimedOut(self.timeout)
        try:
            return self.task, self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(timeout=5)
            exit_code = self.process.exitcode
            self.stop()
            return self.task, Crashed(exit_code)

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
