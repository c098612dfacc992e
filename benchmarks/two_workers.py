"""Two workers against one, local and Dask, beside what two processes that know nothing of each other reach.

    python benchmarks/two_workers.py [--documents 600] [--rounds 2]

All ways take turns. `alone`: one process, then two at once, read the same documents after a few to warm up; what
two reach there is the most that this machine gives. For the command line two numbers are told: of the whole
batch, by its own clock, with its imports, models and last numbers; and of its steady state, between two lines of
progress, the first of them some five seconds after the first document, so that all workers are at work.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from ingest import LOKALBRA, generated, read

WARM_UP, TIMED = 20, 120  # documents


@dataclass(frozen=True)
class Batch:
    """Documents a second, of the whole and of the steady state; the parent's share of CPU in both, 0..1."""

    rate: float
    steady: float
    share: float
    steady_share: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    alone: dict[int, list[float]] = {1: [], 2: []}
    batches: dict[tuple[str, int], list[Batch]] = {}
    with TemporaryDirectory(prefix="lokalbra-bench-") as name, ExitStack() as opened:
        folder = Path(name)
        paths = generated(folder / "archive", max(options.documents, WARM_UP + TIMED))
        ways = {("local", count): ["--workers", str(count)] for count in (1, 2)}
        for count in (1, 2):
            address = opened.enter_context(cluster(folder / f"cluster{count}", count))
            ways["dask", count] = ["--engine", "dask", "--scheduler", address]
        for _ in range(options.rounds):
            for count, rates in alone.items():
                rates.append(reading(paths, count))
            for way, given in ways.items():
                batches.setdefault(way, []).append(batch(folder, options.documents, given))
    one, two = max(alone[1]), max(alone[2])
    print(
        f"alone: one process {one:.1f} documents a second, two {two:.1f}, {two / one:.2f} times;"
        f" in turns {', '.join(f'{b / a:.2f}' for a, b in zip(alone[1], alone[2], strict=True))}"
    )
    for engine in ("local", "dask"):
        for what in ("rate", "steady"):
            one, two = (max(getattr(each, what) for each in batches[engine, n]) for n in (1, 2))
            said = {"rate": "whole batch", "steady": "steady state"}[what]
            print(f"{engine}, {said}: {one:.1f} and {two:.1f}, {two / one:.2f} times")
    local = batches["local", 2]  # the workers of a cluster are no children
    print(
        f"CPU of the parent: {100 * min(each.share for each in local):.1f} % of all, "
        f"{100 * min(each.steady_share for each in local):.1f} % in the steady state (local, two workers)"
    )
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def reading(paths: list[Path], count: int) -> float:
    """Documents a second that so many processes read together, each all of them, knowing nothing of the others."""
    context = get_context("spawn")
    ready, seconds = context.Barrier(count), context.SimpleQueue()
    processes = [
        context.Process(target=read_alone, args=(paths, ready, seconds)) for _ in range(count)
    ]
    for process in processes:
        process.start()
    rate = sum(TIMED / seconds.get() for _ in processes)
    for process in processes:
        process.join()
    return rate


def read_alone(paths: list[Path], ready: Barrier, seconds: "SimpleQueue[float]") -> None:
    for path in paths[:WARM_UP]:
        read(path)
    ready.wait()
    start = time.perf_counter()
    for path in paths[WARM_UP : WARM_UP + TIMED]:
        read(path)
    seconds.put(time.perf_counter() - start)


def batch(folder: Path, documents: int, options: list[str]) -> Batch:
    database = folder / "batch.duckdb"
    database.unlink(missing_ok=True)
    command = [LOKALBRA, "ingest", str(folder / "archive"), "--db", str(database), *options]
    run = subprocess.Popen(
        [*command, "--log-format", "json"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    parent = psutil.Process(run.pid)
    assert run.stderr is not None
    marks = []  # documents answered, time, CPU of the parent, CPU of those that read
    told = {}
    for line in run.stderr:
        told = json.loads(line)
        if told["event"] in ("progress", "end"):
            marks.append((told.get("answered", 0), told["time"], *spent(parent)))
    run.wait()
    assert told["failed"] == 0, told
    *steady, (*_, own, others) = marks
    first, last = steady[1], steady[-1]
    done, seconds, own_then, others_then = (b - a for a, b in zip(first, last, strict=True))
    return Batch(
        rate=documents / told["seconds"],
        steady=done / seconds,
        share=own / (own + others),
        steady_share=own_then / (own_then + others_then),
    )


def spent(parent: psutil.Process) -> tuple[float, float]:
    """Seconds of CPU of a process, and of those that it has started."""
    times = parent.cpu_times()
    others = times.children_user + times.children_system  # of those that have ended
    with suppress(psutil.Error):
        for each in parent.children(recursive=True):
            others += sum(each.cpu_times()[:2])
    return times.user + times.system, others


@contextmanager
def cluster(folder: Path, count: int) -> Iterator[str]:
    """The address of a scheduler with so many workers of one thread."""
    folder.mkdir()
    told = folder / "scheduler.json"
    base = [sys.executable, "-m", "dask"]
    end = ["--scheduler-file", str(told), "--no-dashboard"]
    commands = [[*base, "scheduler", "--host", "127.0.0.1", "--port", "0", *end]]
    one = [*base, "worker", *end, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder)]
    commands += [one] * count
    processes = []
    try:
        for command in commands:
            processes.append(
                subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
            while not told.exists():
                time.sleep(0.1)
        yield json.loads(told.read_text())["address"]
    finally:
        for process in processes:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
