"""Two workers against one, local and Dask, beside what two processes that know nothing of each other reach.

    python benchmarks/two_workers.py [--documents 1600] [--rounds 2] [--form text|pdf]

Documents are generated: small texts of less than a page, or PDFs of two or three pages, as protocols are.

All ways take turns. `alone`: one process, then two at once, read the same documents after a few to warm up; what
two reach there is the most that this machine gives. For the command line two numbers are told: of the whole
batch, by its own clock, with its imports, models and last numbers; and of its steady state, between two lines of
progress, the first of them some five seconds after the first document, so that all workers are at work. A
batch that is done before the next line has none.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from ingest import LOKALBRA, generated, read
from printed import printed

WARM_UP, TIMED = 20, 120  # documents

# What README.md tells to set for a cluster.
DASK = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "2s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}


@dataclass(frozen=True)
class Batch:
    """Documents a second, of the whole and of the steady state; the share of CPU, 0..1, that all take who do
    not read: the parent, and on a cluster its scheduler and workers.

    Of the steady state null where the batch was too short to have one.
    """

    rate: float
    steady: float | None
    share: float
    steady_share: float | None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1600)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--form", choices=["text", "pdf"], default="text")
    options = parser.parse_args()
    alone: dict[int, list[float]] = {1: [], 2: []}
    batches: dict[tuple[str, int], list[Batch]] = {}
    with TemporaryDirectory(prefix="lokalbra-bench-") as name, ExitStack() as opened:
        folder = Path(name)
        make = printed if options.form == "pdf" else generated
        paths = make(folder / "archive", max(options.documents, WARM_UP + TIMED))
        ways: dict[tuple[str, int], tuple[list[str], list[psutil.Process]]] = {}
        for count in (1, 2):
            address, processes = opened.enter_context(cluster(folder / f"cluster{count}", count))
            ways["local", count] = ["--workers", str(count)], []
            ways["dask", count] = ["--engine", "dask", "--scheduler", address], processes
        for _ in range(options.rounds):
            for count, rates in alone.items():
                rates.append(reading(paths, count))
            for way, (given, processes) in ways.items():
                done = batch(folder, options.documents, given, processes)
                batches.setdefault(way, []).append(done)
    one, two = max(alone[1]), max(alone[2])
    print(
        f"alone: one process {one:.1f} documents a second, two {two:.1f}, {two / one:.2f} times;"
        f" in turns {', '.join(f'{b / a:.2f}' for a, b in zip(alone[1], alone[2], strict=True))}"
    )
    for engine in ("local", "dask"):
        for what in ("rate", "steady"):
            said = {"rate": "whole batch", "steady": "steady state"}[what]
            one, two = (best(batches[engine, n], what, max) for n in (1, 2))
            times = f"{two / one:.2f}" if one and two else "-"
            print(f"{engine}, {said}: {shown(one)} and {shown(two)}, {times} times")
        whole, steady = (best(batches[engine, 2], what, min) for what in ("share", "steady_share"))
        print(
            f"{engine}, two workers: handing out and storing take {shown(whole, 100)} % of all CPU,"
            f" {shown(steady, 100)} % in the steady state"
        )
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def best(batches: list[Batch], what: str, choose: Callable[[list[float]], float]) -> float | None:
    measured = [value for each in batches if (value := getattr(each, what)) is not None]
    return choose(measured) if measured else None


def shown(measured: float | None, times: float = 1) -> str:
    return "-" if measured is None else f"{times * measured:.1f}"


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


def batch(folder: Path, documents: int, options: list[str], cluster: list[psutil.Process]) -> Batch:
    database = folder / "batch.duckdb"
    database.unlink(missing_ok=True)
    command = [LOKALBRA, "ingest", str(folder / "archive"), "--db", str(database), *options]
    own, others = spent(cluster)
    run = subprocess.Popen(
        [*command, "--log-format", "json"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    keepers = [psutil.Process(run.pid), *cluster]
    assert run.stderr is not None
    marks = []  # documents answered, time, CPU of all but those that read, CPU of these
    told = {}
    for line in run.stderr:
        told = json.loads(line)
        if told["event"] in ("progress", "end"):
            marks.append((told.get("answered", 0), told["time"], *spent(keepers)))
    run.wait()
    assert told["failed"] == 0, told
    *steady, (*_, own_now, others_now) = marks
    first, last = steady[min(1, len(steady) - 1)], steady[-1]
    done, seconds, own_then, others_then = (b - a for a, b in zip(first, last, strict=True))
    return Batch(
        rate=documents / told["seconds"],
        steady=done / seconds if done else None,
        share=(own_now - own) / (own_now - own + others_now - others),
        steady_share=own_then / (own_then + others_then) if done else None,
    )


def spent(processes: list[psutil.Process]) -> tuple[float, float]:
    """Seconds of CPU of processes, and of those that they have started."""
    own = others = 0.0
    for process in processes:
        times = process.cpu_times()
        own += times.user + times.system
        others += times.children_user + times.children_system  # of those that have ended
        with suppress(psutil.Error):
            for each in process.children(recursive=True):
                others += sum(each.cpu_times()[:2])
    return own, others


@contextmanager
def cluster(folder: Path, count: int) -> Iterator[tuple[str, list[psutil.Process]]]:
    """The address of a scheduler with so many workers of one thread, and their processes."""
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
                subprocess.Popen(
                    command,
                    env={**os.environ, **DASK},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            while not told.exists():
                time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        yield address, [psutil.Process(process.pid) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
