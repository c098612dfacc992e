"""Disturb ingests of the real command line in every way that machines do, and see that nothing is lost.

    python tools/faults.py [kills] [readers] [spoiled] [--kills 100] [--documents 500] [--mutations 2000]
                           [--seconds 1800] [--seed 1]

kills    kill -9 an ingest with all its processes at random moments, again and again, then let it end:
         the database holds what that of an undisturbed run holds.
readers  kill, break (SIGSEGV) and halt (SIGSTOP, as a hang in native code) the processes that read, under
         a running ingest: each costs at most the document that it had, and --retry-failed mends it.
spoiled  ingest spoiled PDF and DOCX files of corpus/: each ends loaded or with a typed error.

Without names: all three, each in a third of the seconds. Ends with 1 where anything was lost.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import psutil
from fuzz import sources, spoiled

from generator.archive import series

LOKALBRA = str(Path(sys.executable).with_name("lokalbra"))
MEETINGS = 10  # of each council

# What tells when and in which run, which differs; all else is content.
LEDGER = ("runs", "run_documents", "run_skipped", "run_numbers", "fact_changes")
BUT = {
    "documents": "EXCLUDE (run_id, ingested_at)",
    "document_paths": "EXCLUDE (first_seen, stamp)",
}


@dataclass(frozen=True)
class Plan:
    kills: int
    documents: int
    mutations: int
    seconds: float
    dice: random.Random


class Fault(Exception):
    """Something was lost, doubled, or told without a reason."""


def ingest(archive: Path, database: Path, *options: str) -> "subprocess.Popen[str]":
    command = [LOKALBRA, "ingest", str(archive), "--db", str(database), "--workers", "2", "--json"]
    return subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(run: "subprocess.Popen[str]", *codes: int) -> dict[str, Any]:
    """The summary of a run that ends by itself."""
    out, err = run.communicate(timeout=3600)
    if run.returncode not in codes or err:
        raise Fault(f"exit {run.returncode}: {err[-2000:]}")
    summary: dict[str, Any] = json.loads(out)
    if summary["seen"] != sum(
        summary[name] for name in ("loaded", "unchanged", "duplicates", "failed")
    ):
        raise Fault(f"the sums do not add up: {summary}")
    return summary


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return {
            table: connection.execute(
                f"SELECT * {BUT.get(table, '')} FROM {table} ORDER BY ALL"
            ).fetchall()
            for (table,) in connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'"
            ).fetchall()
            if table not in LEDGER
        }


def compare(database: Path, undisturbed: Path) -> None:
    found, expected = content(database), content(undisturbed)
    other = [table for table in expected if found[table] != expected[table]]
    if other:
        raise Fault(f"other than undisturbed: {', '.join(other)}")


def tree(run: "subprocess.Popen[str]") -> list[psutil.Process]:
    with suppress(psutil.Error):
        process = psutil.Process(run.pid)
        return [process, *process.children(recursive=True)]
    return []


def generated(folder: Path, documents: int) -> Path:
    archive = folder / "archive"
    archive.mkdir()
    for council in range(-(-documents // MEETINGS)):
        for each in series(council, MEETINGS):
            (archive / f"{each.stem}.txt").write_text(each.text, encoding="utf-8")
    return archive


def kills(plan: Plan, folder: Path) -> str:
    archive = generated(folder, plan.documents)
    start = time.monotonic()
    ended(ingest(archive, folder / "undisturbed.duckdb"), 0)
    whole = time.monotonic() - start
    database = folder / "killed.duckdb"
    done, whole_again, halves = 0, 0, 0
    end = time.monotonic() + plan.seconds
    while done < plan.kills and time.monotonic() < end:
        # Once all is loaded, all is read again, so that there is always something to disturb.
        run = ingest(archive, database, *(["--force"] if whole_again else []))
        try:
            run.wait(timeout=plan.dice.uniform(0, whole * plan.dice.choice((0.2, 1.0))))
            whole_again += run.returncode == 0
            run.communicate()
            continue
        except subprocess.TimeoutExpired:
            pass
        for process in tree(run):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        run.communicate()
        done += 1
        halves += check_halves(database)
    ended(ingest(archive, database), 0)
    compare(database, folder / "undisturbed.duckdb")
    return f"{done} kills, {plan.documents} documents, {halves} looks in between: nothing lost"


def check_halves(database: Path) -> int:
    """See that what is visible after a kill is whole; 1 where there was something to see."""
    if not database.exists():
        return 0
    with duckdb.connect(str(database), read_only=True) as connection:
        [(halves,)] = connection.execute(
            """SELECT count(*) FROM documents ANTI JOIN pages USING (document_id)
               WHERE status <> 'failed'"""
        ).fetchall()
        [(strays,)] = connection.execute(
            "SELECT count(*) FROM pages ANTI JOIN documents USING (document_id)"
        ).fetchall()
        [(doubles,)] = connection.execute(
            "SELECT count(*) - count(DISTINCT document_id) FROM documents"
        ).fetchall()
        [(ledger,)] = connection.execute(
            """SELECT count(*) FROM (
                   SELECT loaded, count(document_id) AS held
                   FROM runs LEFT JOIN (FROM run_documents WHERE outcome IN ('loaded', 'partial'))
                   USING (run_id) GROUP BY run_id, loaded)
               WHERE loaded <> held"""
        ).fetchall()
    if halves or strays or doubles or ledger:
        raise Fault(f"{halves} halves, {strays} strays, {doubles} doubles, {ledger} wrong ledgers")
    return 1


def readers(plan: Plan, folder: Path) -> str:
    archive = generated(folder, plan.documents)
    ended(ingest(archive, folder / "undisturbed.duckdb"), 0)
    database = folder / "broken.duckdb"
    run = ingest(archive, database, "--timeout", "20")
    sent: Counter[str] = Counter()
    end = time.monotonic() + plan.seconds
    while run.poll() is None and time.monotonic() < end:
        time.sleep(plan.dice.uniform(0.2, 2.0))
        reading = tree(run)[1:]
        if reading:
            sign = plan.dice.choice((signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP))
            with suppress(ProcessLookupError):
                os.kill(plan.dice.choice(reading).pid, sign)
                sent[sign.name] += 1
    summary = ended(run, 0, 3)
    failed = Counter(failure["code"] for failure in summary["failures"])
    if failed.keys() - {"reader_died", "limit_exceeded"} or failed.total() > sent.total():
        raise Fault(f"{dict(sent)} sent, {dict(failed)} failed")
    ended(ingest(archive, database, "--retry-failed"), 0)
    compare(database, folder / "undisturbed.duckdb")
    return f"{dict(sent)} sent, {dict(failed)} documents failed, all read when tried again"


def spoiled_files(plan: Plan, folder: Path) -> str:
    archive = folder / "spoiled"
    archive.mkdir()
    whole = [path for path in sources([]) if path.suffix in (".pdf", ".docx")]
    for number in range(plan.mutations):
        path = plan.dice.choice(whole)
        data = spoiled(path.read_bytes(), plan.dice)
        (archive / f"{number:05}{path.suffix}").write_bytes(data)
    run = ingest(archive, folder / "spoiled.duckdb", "--ocr", "off", "--timeout", "30")
    summary = ended(run, 0, 3)
    codes = Counter(failure["code"] for failure in summary["failures"])
    if summary["seen"] + summary["skipped"] != plan.mutations:
        raise Fault(f"{plan.mutations} files, {summary['seen']} seen, {summary['skipped']} skipped")
    if bad := codes.keys() & {"internal", "reader_died"}:
        names = [each for each in summary["failures"] if each["code"] in bad]
        raise Fault(f"untyped: {names[:5]}")
    return f"{plan.mutations} files: {summary['loaded']} loaded, {dict(codes)}"


PARTS: dict[str, Callable[[Plan, Path], str]] = {
    "kills": kills,
    "readers": readers,
    "spoiled": spoiled_files,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--mutations", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=1_800)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = options.parts or list(PARTS)
    faults = 0
    for name in chosen:
        plan = Plan(
            options.kills,
            options.documents,
            options.mutations,
            options.seconds / len(chosen),
            random.Random(options.seed),
        )
        start = time.monotonic()
        with TemporaryDirectory(prefix="lokalbra-faults-") as folder:
            try:
                told = PARTS[name](plan, Path(folder))
            except Fault as fault:
                told = f"FAULT {fault}"
                faults += 1
        print(f"{name}: {told} ({time.monotonic() - start:.0f} s)", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
