"""How fast the page answers eight readers at once over a large archive, and what it holds in memory.

    python benchmarks/serve.py [--councils 2000] [--meetings 50] [--database FILE] [--cache DIR] [--seconds 60] [--ingest]

Makes a database of rows by chance (generated_archive.py) or takes FILE, serves it, and has eight threads
ask for pages of all kinds in turn. Prints how long the copy took, for each kind of page how many were
asked (few of them twice: what is kept is not what is measured), the median, the 95th percentile and the
largest body, the server's processor time a page, and the most memory it held.

--ingest: meanwhile `lokalbra ingest` reads generated protocols into the very database, with as many workers
as it takes by default. It is another file then, copied from FILE, so that FILE stays as it is.
"""

import argparse
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

import psutil
from generated_archive import make

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from generator.archive import series
from pipeline.store.database import open_for_reading

READERS = 8
DOCUMENTS = 150  # read by the ingest for each second of measuring: more than it comes to
MEETINGS = 10  # of each of their councils
REPORTS = ("recurring-problems", "open-actions", "priority-outcomes", "silent-actions", "new-words")
LOKALBRA = Path(sys.executable).parent / "lokalbra"


def addresses(database: Path, dice: random.Random) -> dict[str, list[str]]:
    """kind of page -> addresses of it."""

    with open_for_reading(database) as connection:

        def some(column: str, table: str) -> list[str]:
            query = f"SELECT {column} FROM {table} USING SAMPLE 1000 ROWS (reservoir, 1)"
            return [str(value) for (value,) in connection.execute(query).fetchall()]

        meetings, actions = some("meeting_id", "meetings"), some("action_id", "actions")
        persons, series = some("person_id", "persons"), some("series_id", "series")
        problems = some("problem", "problems")
    return {
        "first page": ["/", "/?lang=en", *(f"/?page={dice.randint(2, 20)}" for _ in range(5))],
        "actions": [
            "/actions", "/actions?state=silent", "/actions?overdue=1&order=due", "/actions?text=belysning",
            *(f"/actions?council={each}" for each in series[:200]), "/actions?page=40",
        ],
        "action": [f"/actions/{each}" for each in actions],
        "problems": ["/problems", *(f"/problems?council={each}" for each in series[:200])],
        "problem": [f"/problems/{each}" for each in problems]
        + [f"/problems/{problems[0]}?council={each}&year=2014" for each in series[:100]],
        "protocols": ["/protocols", *(f"/protocols?council={each}" for each in series[:200])],
        "protocol": [f"/protocols/{each}" for each in meetings],
        "people": ["/people", "/people?kind=organisation", *(f"/people?council={each}" for each in series[:200])],
        "person": [f"/people/{each}" for each in persons],
        "organisation": [f"/organisation?name=Polisen&council={each}" for each in series[:100]],
        "issues, gaps, documents": ["/issues", "/gaps", "/documents", "/documents?status=failed"],
        "search": [f"/search?q={quote(words)}" for words in ("belysning", "rån", "polisen gatubelysning")]
        + [f"/search?q=polisen&council={each}" for each in series[:100]],
        "reports": [f"/reports/{name}?council={each}" for name in REPORTS for each in series[:50]],
    }  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--councils", type=int, default=2_000)
    options.add_argument("--meetings", type=int, default=50)
    options.add_argument("--database", type=Path)
    options.add_argument("--cache", type=Path, help="where a copy is kept from run to run")
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--ingest", action="store_true", help="ask while an ingest runs")
    chosen = options.parse_args()
    with TemporaryDirectory() as name:
        database = chosen.database or Path(name) / "generated.duckdb"
        if chosen.database is None:
            make(database, chosen.councils, chosen.meetings)
        documents = None
        if chosen.ingest:
            documents = generated(Path(name) / "documents", round(chosen.seconds * DOCUMENTS))
            if chosen.database is not None:
                database = Path(shutil.copy(database, Path(name) / "copied.duckdb"))
        measure(database, chosen.cache or Path(name) / "serve", chosen.seconds, documents)


def generated(folder: Path, count: int) -> Path:
    """A folder of so many protocols."""
    for council in range(-(-count // MEETINGS)):
        to = folder / str(council)
        to.mkdir(parents=True)
        for each in series(council, MEETINGS):
            (to / f"{each.stem}.txt").write_text(each.text, encoding="utf-8")
    return folder


@contextmanager
def ingesting(documents: Path, database: Path) -> Iterator[None]:
    """An ingest that goes on meanwhile, and has read documents already."""
    with subprocess.Popen(
        [LOKALBRA, "ingest", documents, "--db", database, "--json", "--log-format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ingest, ThreadPoolExecutor(1) as listener:  # fmt: skip
        assert ingest.stderr is not None
        ingest.stderr.readline()  # a line on its progress
        listener.submit(ingest.stderr.read)
        begun = time.monotonic()
        try:
            yield
            told = "still ran" if ingest.poll() is None else "had ended"
            print(f"the ingest {told} after {time.monotonic() - begun:.0f} s; it had read", end=" ")
        finally:
            ingest.send_signal(signal.SIGINT)  # it stores what it has read
            assert ingest.stdout is not None
            out = ingest.stdout.read()
        print(f"{json.loads(out)['loaded']} documents")


def measure(database: Path, folder: Path, seconds: float, documents: Path | None) -> None:
    dice = random.Random(1)
    kinds = addresses(database, dice)
    begun = time.monotonic()
    with subprocess.Popen(
        [LOKALBRA, "serve", "--db", database, "--port", "0", "--cache", folder],
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        port = urlsplit(told.split()[1]).port
        size = sum(path.stat().st_size for path in folder.glob("*.duckdb"))
        print(f"ready after {time.monotonic() - begun:.1f} s, copy of {size / 1e6:.0f} MB")
        process = psutil.Process(server.pid)
        before = process.cpu_times()
        most = [0]

        def read(nth: int) -> list[tuple[str, float, int]]:
            own = random.Random(nth)
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            taken = []
            while (start := time.monotonic()) < until:
                kind = own.choice(list(kinds))
                connection.request("GET", own.choice(kinds[kind]))
                answer = connection.getresponse()
                body = answer.read()
                assert answer.status == 200, (answer.status, body[:300])
                taken.append((kind, time.monotonic() - start, len(body)))
                most[0] = max(most[0], process.memory_info().rss)
            return taken

        other = ingesting(documents, database) if documents else nullcontext()
        try:
            with other:
                until = time.monotonic() + seconds
                with ThreadPoolExecutor(READERS) as threads:
                    found = [each for some in threads.map(read, range(READERS)) for each in some]
                after = process.cpu_times()
                server.terminate()  # before the ingest ends: it would copy the database first
        finally:
            server.terminate()
    tell(found)
    spent = after.user + after.system - before.user - before.system
    print(f"processor time of the server: {spent / len(found) * 1000:.1f} ms a page")
    print(f"most memory held: {most[0] / 1e6:.0f} MB")


def tell(pages: list[tuple[str, float, int]]) -> None:
    """A line a kind of page, and one of all: how many, how long, how large. `pages`: kind, seconds, bytes."""
    by_kind = defaultdict(list)
    for kind, took, length in pages:
        by_kind[kind].append((took, length))
        by_kind["all"].append((took, length))
    everything = by_kind.pop("all")
    print(f"{'':26} {'pages':>6} {'median':>8} {'95 %':>8} {'largest':>9}")
    for kind, taken in (*by_kind.items(), ("all", everything)):
        times = sorted(took for took, _ in taken)
        if len(times) > 1:
            cuts = quantiles(times, n=20)
            largest = max(length for _, length in taken) / 1000
            median, late = cuts[9] * 1000, cuts[18] * 1000
            print(f"{kind:26} {len(times):6} {median:6.0f} ms {late:5.0f} ms {largest:6.1f} kB")


if __name__ == "__main__":
    main()
