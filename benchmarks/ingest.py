"""How fast and how large a batch is: storing, doing nothing, memory. Two workers: two_workers.py.

    python benchmarks/ingest.py many   [--documents 50000]   storing alone, and again with nothing changed
    python benchmarks/ingest.py memory [--documents 5000]    of the parent and of each worker, as they go

`many` has another process read 300 generated protocols once and stores them under as many other names and
ids as asked for, through the same code as a batch, so that only storing is counted, then closing; then the
command line is called twice: with the files as they were, and with all of them touched, so that each has to
be hashed.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
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
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            pool = list(other.map(read, generated(folder / "pool", POOL)))
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
            held = held_by(psutil.Process())  # linking, here in this process, brings its models
            relink(connection)
            finish_run(connection, "run", now(), account.tally())
            begun.close()
            closing, closing_cpu = time.perf_counter(), time.process_time()
            [(evidence,)] = connection.execute("SELECT count(*) FROM evidence").fetchall()
        closing = time.perf_counter() - closing
        closing_cpu = time.process_time() - closing_cpu
        print(
            f"stored {documents} documents in {seconds:.1f} s: {documents / seconds:.0f} a second "
            f"({documents / cpu:.0f} a second of CPU), closed in {closing:.1f} s "
            f"({documents / (cpu + closing_cpu):.0f} a second of CPU with it); "
            f"{account.facts['meetings']} meetings, {evidence} pieces of evidence, "
            f"{database.stat().st_size / MEGABYTE:.0f} MB; "
            f"this process holds {held:.0f} MB"
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
    parser.add_argument("what", choices=["many", "memory"])
    parser.add_argument("--documents", type=int)
    options = parser.parse_args()
    if options.what == "many":
        many(options.documents or 50_000)
    else:
        memory(options.documents or 5_000)


if __name__ == "__main__":
    main()
