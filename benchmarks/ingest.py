"""How fast and how large a batch is: storing, doing nothing, two workers against one, memory.

    python benchmarks/ingest.py many    [--documents 50000]   storing alone, and again with nothing changed
    python benchmarks/ingest.py workers [--documents 600]     two workers against one, local and Dask
    python benchmarks/ingest.py memory  [--documents 5000]    of the parent and of each worker, as they go

`many` reads 300 generated protocols once and stores them under as many other names and ids as asked for,
through the same code as a batch, so that only storing is counted; then the command line is called twice:
with the files as they were, and with all of them touched, so that each has to be hashed. `workers` takes
turns and prints the best of the rounds by the clock, and by CPU what the parent adds to the work.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from generator.archive import series
from pipeline.config import ReadSettings
from pipeline.ingest.account import Account
from pipeline.ingest.begun import Begun
from pipeline.ingest.document import Failed, Task, read_facts
from pipeline.ingest.held import Held
from pipeline.ingest.intake import Choice, Intake, now
from pipeline.ingest.relink import relink
from pipeline.stages import versions
from pipeline.store.database import open_for_writing
from pipeline.store.ledger import finish_run, start_run
from pipeline.store.rows import Facts

LOKALBRA = str(Path(sys.executable).with_name("lokalbra"))
POOL = 300
MEETINGS = 10  # of a council
MEGABYTE = 1_000_000


def generated(folder: Path, documents: int) -> list[Path]:
    paths = []
    for council in range(-(-documents // MEETINGS)):
        for each in series(council, MEETINGS):
            path = folder / f"{each.stem[:4]}" / f"{each.stem}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.text, encoding="utf-8")
            paths.append(path)
    return paths[:documents]


def held_by(process: psutil.Process) -> float:
    held: float = process.memory_info().rss / MEGABYTE
    return held


def many(documents: int) -> None:
    with TemporaryDirectory(prefix="lokalbra-bench-") as name:
        folder = Path(name)
        pool = [read(path) for path in generated(folder / "pool", POOL)]
        archive, database = folder / "archive", folder / "many.duckdb"
        for number in range(documents):
            path = archive / str(number // 1000) / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Protokoll {number}\n", encoding="utf-8")
        time.sleep(2.5)  # so that their times tell
        with open_for_writing(database) as connection:
            account = Account(seen=documents)
            begun = Begun(database)
            intake = Intake(connection, "run", Held(connection), begun, account)
            start_run(connection, "run", now(), versions(), documents)
            files = sorted(archive.rglob("*.txt"))
            spent = spent_cpu = 0.0
            start, start_cpu = time.perf_counter(), time.process_time()
            for number, task in enumerate(intake.tasks(files, ReadSettings(), Choice())):
                cloning, cloning_cpu = time.perf_counter(), time.process_time()
                facts = cloned(pool[number % POOL], str(task.document_id))
                spent += time.perf_counter() - cloning
                spent_cpu += time.process_time() - cloning_cpu
                intake.take(task, facts)
                if number % (documents // 5) == 0:
                    print(f"{number:6} documents: {held_by(psutil.Process()):.0f} MB", flush=True)
            intake.close()
            seconds = time.perf_counter() - start - spent
            cpu = time.process_time() - start_cpu - spent_cpu
            relink(connection)
            finish_run(connection, "run", now(), account.tally())
            begun.close()
            [(evidence,)] = connection.execute("SELECT count(*) FROM evidence").fetchall()
        print(
            f"stored {documents} documents in {seconds:.1f} s: {documents / seconds:.0f} a second "
            f"({documents / cpu:.0f} a second of CPU); "
            f"{account.facts['meetings']} meetings, {evidence} pieces of evidence, "
            f"{database.stat().st_size / MEGABYTE:.0f} MB; "
            f"this process holds {held_by(psutil.Process()):.0f} MB"
        )
        print(f"again, unchanged: {again(archive, database, documents)}")
        for path in files:
            os.utime(path)
        print(f"again, touched: {again(archive, database, documents)}")
        print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def read(path: Path) -> Facts:
    from hashlib import sha256

    data = path.read_bytes()
    task = Task(str(path), sha256(data).hexdigest(), len(data), None, ReadSettings())
    facts = read_facts(task)
    assert not isinstance(facts, Failed)
    return facts


def cloned(facts: Facts, document_id: str) -> Facts:
    """The same facts of another document: its id stands in its rows' ids."""
    old, new = facts.document_id.encode(), document_id.encode()
    lines = {
        table: rows.replace(old, new).replace(old[:16], new[:16])
        for table, rows in facts.lines.items()
    }
    return replace(facts, document_id=document_id, lines=lines)


def again(archive: Path, database: Path, documents: int) -> str:
    """What the command line takes where nothing has changed."""
    start, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    command = [LOKALBRA, "ingest", str(archive), "--db", str(database), "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert told["unchanged"] == documents, told
    seconds, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{seconds:.1f} s, {cpu:.1f} s of CPU"


def workers(documents: int, rounds: int) -> None:
    with TemporaryDirectory(prefix="lokalbra-bench-") as name, ExitStack() as opened:
        folder = Path(name)
        generated(folder / "archive", documents)
        addresses = {
            count: opened.enter_context(cluster(folder / f"cluster{count}", count))
            for count in (1, 2)
        }
        ways = {
            ("local", 1): ["--workers", "1"],
            ("local", 2): ["--workers", "2"],
            ("dask", 1): ["--engine", "dask", "--scheduler", addresses[1]],
            ("dask", 2): ["--engine", "dask", "--scheduler", addresses[2]],
        }
        times: dict[tuple[str, int], list[float]] = {way: [] for way in ways}
        shares = []
        for round_ in range(rounds):
            for way, options in ways.items():
                seconds, share = batch(folder, options, str(round_))
                times[way].append(seconds)
                if way == ("local", 2):
                    shares.append(share)  # the workers of a cluster are no children
        for engine in ("local", "dask"):
            one, two = min(times[engine, 1]), min(times[engine, 2])
            print(
                f"{engine}: one worker {documents / one:.1f} documents a second, two "
                f"{documents / two:.1f}, {one / two:.2f} times"
            )
        print(f"CPU of the parent: {100 * min(shares):.1f} % of all (local, two workers)")
        print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def batch(folder: Path, options: list[str], name: str) -> tuple[float, float]:
    """Seconds that a batch took by its own clock, and the share of CPU that was its parent's."""
    database = folder / f"{name}.duckdb"
    database.unlink(missing_ok=True)
    command = [LOKALBRA, "ingest", str(folder / "archive"), "--db", str(database), *options]
    run = subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE)
    parent = psutil.Process(run.pid)
    own = 0.0
    spent: dict[int, float] = {}  # by each process that reads
    with suppress(psutil.Error):  # at its end
        while run.poll() is None:
            own = sum(parent.cpu_times()[:2])
            for each in parent.children(recursive=True):
                with suppress(psutil.Error):
                    spent[each.pid] = sum(each.cpu_times()[:2])
            time.sleep(0.2)
    others = sum(spent.values())
    assert run.stdout is not None
    told = json.loads(run.stdout.read())
    run.wait()
    assert told["failed"] == 0, told
    return told["seconds"], own / max(own + others, 0.01)


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


def memory(documents: int) -> None:
    with TemporaryDirectory(prefix="lokalbra-bench-") as name:
        folder = Path(name)
        generated(folder / "archive", documents)
        command = [LOKALBRA, "ingest", str(folder / "archive"), "--db", str(folder / "m.duckdb")]
        run = subprocess.Popen(
            [*command, "--workers", "2", "--log-format", "json"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        parent = psutil.Process(run.pid)
        assert run.stderr is not None
        largest = 0.0
        for line in run.stderr:
            told = json.loads(line)
            if told["event"] != "progress" or run.poll() is not None:
                continue
            readers = [held_by(each) for each in parent.children()]
            largest = max(largest, held_by(parent))
            sizes = ", ".join(f"{size:.0f}" for size in readers)
            print(f"{told['answered']:6} documents: parent {held_by(parent):.0f} MB, {sizes} MB")
        run.wait()
        print(f"largest parent seen: {largest:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=["many", "workers", "memory"])
    parser.add_argument("--documents", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.what == "many":
        many(options.documents or 50_000)
    elif options.what == "workers":
        workers(options.documents or 600, options.rounds)
    else:
        memory(options.documents or 5_000)


if __name__ == "__main__":
    main()
