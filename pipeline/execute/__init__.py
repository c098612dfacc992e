"""How work is spread over processes: the one place to change for another engine.

Each task runs in a process that can be killed, so that a document which hangs, grows without end or
brings its reader down costs itself alone.
"""

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future
from contextlib import closing
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TypeVar

from pipeline.execute.chunks import ChunkLost, Pace, chunked
from pipeline.execute.engines import Engine, Local
from pipeline.execute.limits import Broken, Crashed, Limits, OutgrewMemory, TimedOut

__all__ = [
    "Broken",
    "Crashed",
    "Engine",
    "Limits",
    "Local",
    "OutgrewMemory",
    "TimedOut",
    "run_all",
    "run_on",
]

_LOOK = 0.25  # seconds between looks at whether to stop
_AHEAD = 2  # chunks under way for each worker, so that none waits and memory is bounded

Task = TypeVar("Task")
Answer = TypeVar("Answer")


def run_all(
    work: Callable[[Task], Answer], tasks: Iterable[Task], workers: int, limits: Limits
) -> Generator[tuple[Task, Answer | Broken]]:
    """Each task with what `work` made of it on this machine, in the order in which they are done.

    `work` must be importable by name.
    """
    with closing(Local(workers, limits)) as engine:
        yield from run_on(engine, work, tasks)


def run_on(
    engine: Engine,
    work: Callable[[Task], Answer],
    tasks: Iterable[Task],
    on_start: Callable[[Sequence[Task]], None] = lambda _tasks: None,
    stop: Callable[[], bool] = lambda: False,
    weigh: Callable[[Task], int | None] = lambda _task: None,
) -> Generator[tuple[Task, Answer | Broken]]:
    """Each task with what `work` made of it on the engine, in the order in which they are done.

    Tasks are taken from the iterable only as they are needed. `on_start` is told of those that go together when
    work on them starts, in whichever thread. When `stop` says so, no more are answered. `weigh`: bytes of a
    task, by which small ones are taken together; None: it goes alone. Where one of these breaks, each of them
    is done once more, alone.
    """
    pace = Pace()
    waiting = chunked(tasks, lambda: pace.most(engine.workers()), weigh)
    done: SimpleQueue[Future[Sequence[Answer | Broken]]] = SimpleQueue()
    begun: dict[Future[Sequence[Answer | Broken]], tuple[Sequence[Task], float]] = {}

    def begin(chunk: Sequence[Task]) -> None:
        future = engine.submit(work, chunk, on_start)
        begun[future] = chunk, time.monotonic()
        future.add_done_callback(done.put)

    try:
        while not stop():
            for chunk in islice(waiting, max(0, _AHEAD * engine.workers() - len(begun))):
                begin(chunk)
            if not begun:
                return
            try:
                future = done.get(timeout=_LOOK)
            except Empty:
                continue
            chunk, since = begun.pop(future)
            try:
                answers = future.result()
            except ChunkLost:
                for task in chunk:
                    begin([task])
                continue
            pace.note(len(chunk), time.monotonic() - since)
            yield from zip(chunk, answers, strict=True)
    finally:
        for future in begun:
            future.cancel()
