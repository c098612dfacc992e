"""Ask the page for what nobody should: tricks with paths, SQL, encodings, sizes and headers.

    python tools/hostile.py [--requests 10000] [--seed 1]

Serves a small archive on the loopback, sends the requests by eight threads and stops by itself. Ends
with 1 where an answer had status 500, showed a traceback or the words of a file outside the archive,
where the server died, or where a byte of the database or of the documents is another afterwards.
"""

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import quote, quote_plus, urlsplit

import psutil

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LOKALBRA = Path(sys.executable).parent / "lokalbra"
SECRET = "HEMLIGT-utanför-arkivet"
SQL_SHARE = 0.02  # a question in SQL starts a process, so there are few of them
TIMEOUT = 60.0

PLACES = ("/", "/issues", "/documents", "/gaps", "/actions", "/actions.csv", "/actions.json", "/problems",
          "/protocols", "/people", "/organisation", "/search", "/plots", "/reports", "/reports/new-words", "/reports/silent-actions.csv", "/login", "/static/style.css")  # fmt: skip
BELOW = ("/static/", "/documents/", "/protocols/", "/actions/", "/people/", "/problems/", "/plots/")
NAMES = ("council", "text", "owner", "state", "kind", "from", "to", "page", "year", "order", "overdue",
         "severity", "status", "name", "lang", "q", "plot", "x" * 50)  # fmt: skip
VALUES = (
    "'", '"', "' OR 1=1 --", "'; DROP TABLE meetings; --", "1; ATTACH '/etc/passwd'", "%", "_", "\\", "\x00", "\r\nX: y",
    "../../../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "{{7*7}}", "${7*7}", "<script>alert(1)</script>",
    "-1", "0", "999999999999999999999", "1e308", "NaN", "٣", "2019-02-30", "0000-00-00", "9999-12-31", "99999", "0001",
    "\u202e\u2066", "é" * 60, "a" * 190, "a" * 5_000, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "😀" * 40,
    "read_text('/etc/passwd')", "getvariable('council')", "\"", "-", "- -", "\"\"", "(" * 99, "*", "en", "sv", "",
)  # fmt: skip
QUERIES = (
    "SELECT * FROM read_text('{secret}')", "SELECT * FROM read_blob('{secret}')", "FROM '{secret}'",
    "SELECT * FROM read_csv('{secret}')", "SELECT * FROM glob('/*')", "ATTACH '{secret}'", "COPY meetings TO '{out}'",
    "EXPORT DATABASE '{out}'", "SET enable_external_access=true", "PRAGMA memory_limit='10GB'", "INSTALL httpfs", "LOAD httpfs",
    "DROP TABLE meetings", "DELETE FROM actions", "UPDATE actions SET text='x'", "CREATE TABLE x AS SELECT 1", "CHECKPOINT",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM t) SELECT count(*) FROM t",
    "SELECT count(*) FROM range(1000000000) a, range(1000000000) b", "SELECT repeat('x', 1000000000)",
    "SELECT list(range) FROM range(1000000000)", "SELECT 1/0", "SELECT '\x00'", "SELECT 1; DROP TABLE meetings", "))((", "",
    "SELECT " + "-" * 3000 + "1", "SELECT " + ",".join("1" * 900), "CALL pragma_version()", "SELECT getenv('HOME')",
    "SELECT * FROM duckdb_secrets()", "SELECT query('SELECT 1')", "SELECT * FROM query('COPY meetings TO ''{out}''')",
)  # fmt: skip


UPWARDS = ("../", "..%2f", "%2e%2e/", "..%5c", "....//", "%252e%252e%252f", "./", "//", "%00/")
ENDS = (
    "",
    "",
    "/original",
    "/pages/1.webp",
    "/pages/-1.webp",
    "/pages/9999999999.webp",
    ".svg",
    "%00",
)
HEADERS = (
    "Host",
    "Origin",
    "Cookie",
    "Authorization",
    "Sec-Fetch-Site",
    "X-Forwarded-Host",
    "Range",
    "Content-Length",
)
HEADER_VALUES = (
    "evil.example",
    "null",
    "\xff\xfe",
    "a" * 3_000,
    "bytes=0-",
    "-1",
    "lokalbra_token=x",
    "Bearer x",
)
METHODS = ("GET",) * 18 + ("HEAD", "POST", "PUT", "TRACE")


class Ask(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]


class Targets(NamedTuple):
    """What the requests are after. `ids`: of documents, some of which there are; `out`: a file that must not come to be."""

    ids: list[str]
    secret: str
    out: str


def requests(dice: random.Random, count: int, targets: Targets) -> list[Ask]:
    """Requests by chance, the same for the same seed."""
    return [Ask(dice.choice(METHODS), _path(dice, targets), _headers(dice)) for _ in range(count)]


def _path(dice: random.Random, targets: Targets) -> str:
    """A question in SQL, a way out of a folder, or a page with parameters."""
    if dice.random() < SQL_SHARE:
        query = (
            dice.choice(QUERIES).replace("{secret}", targets.secret).replace("{out}", targets.out)
        )
        return f"/sql{dice.choice(('', '.csv', '.json'))}?q={quote_plus(query)}"
    if dice.random() < 0.35:
        names = (dice.choice(targets.ids), quote(dice.choice(VALUES), safe=""))
        tail = dice.choice((targets.secret, quote(targets.secret, safe=""), "etc/passwd", *names))
        climbed = "".join(dice.choices(UPWARDS, k=dice.randrange(9)))
        end = dice.choice(ENDS)
        return dice.choice(BELOW) + climbed + tail + end
    asked = "&".join(
        f"{dice.choice(NAMES)}={dice.choice((quote_plus, quote))(dice.choice(VALUES))}"
        for _ in range(dice.randrange(5))
    )
    return dice.choice(PLACES) + (f"?{asked}" if asked else "")


def _headers(dice: random.Random) -> dict[str, str]:
    chosen = {"Host": "127.0.0.1"}
    if dice.random() < 0.1:
        name = dice.choice(HEADERS)
        chosen[name] = dice.choice(HEADER_VALUES)
    return chosen


def ask(port: int, one: Ask) -> tuple[str, bytes]:
    """Status and body; a connection that the server ends is an answer too."""
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.putrequest(one.method, "/", skip_host=True, skip_accept_encoding=True)
        line = f"{one.method} {one.path} HTTP/1.1".encode("latin-1", "replace")
        connection._buffer[0] = line  # type: ignore[attr-defined]  # as it is: http.client would clean it
        for name, value in one.headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return str(answer.status), answer.read()
    except ValueError:
        return "not sent", b""
    except (HTTPException, OSError) as error:
        return type(error).__name__, b""
    finally:
        connection.close()


def state(folder: Path) -> str:
    """A hash of every file that must stay as it is."""
    files = [folder / "a.duckdb", *sorted((folder / "arkiv").iterdir()), folder / "secret.txt"]
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


class Outcome(NamedTuple):
    """What became of the requests. `memory`: MB that the server held at the end, 0 where it had died."""

    answers: list[tuple[str, bytes]]
    seconds: float
    alive: bool
    memory: int


def archive_in(folder: Path) -> Path:
    """A small archive and a file beside it that nobody may read; the database made of the archive."""
    (folder / "arkiv").mkdir()
    for path in sorted(CORPUS.glob("vikdal*.pdf")):
        shutil.copy(path, folder / "arkiv")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    database = folder / "a.duckdb"
    subprocess.run(
        [LOKALBRA, "ingest", folder / "arkiv", "--db", database, "--no-progress"], check=True
    )
    return database


def besiege(database: Path, make: Callable[[list[str]], list[Ask]]) -> tuple[list[Ask], Outcome]:
    """Serve the database and send what `make` makes of the ids there are and some there are not."""
    with subprocess.Popen(
        [LOKALBRA, "serve", "--db", database, "--port", "0"], stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        port = urlsplit(server.stderr.readline().split()[1]).port
        assert port is not None
        copies = database.with_name(database.name + ".serve")
        asked = make([*(path.stem for path in copies.iterdir()), "0" * 64, "f" * 16 + "-1"])
        clock = time.monotonic()
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda one: ask(port, one), asked))
        seconds = time.monotonic() - clock
        alive = server.poll() is None
        memory = psutil.Process(server.pid).memory_info().rss // 1_000_000 if alive else 0
        server.terminate()
    return asked, Outcome(answers, seconds, alive, memory)


def is_bad(status: str, body: bytes) -> bool:
    """Whether an answer shows a fault, or what lies outside of the archive."""
    fault = status in {"500", "TimeoutError"} or b"Traceback" in body
    return fault or b"root:x:" in body or SECRET.encode() in body


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = archive_in(folder)
        before = state(folder)
        dice = random.Random(chosen.seed)
        secret, out = folder / "secret.txt", folder / "out.csv"
        asked, outcome = besiege(
            database,
            lambda ids: requests(dice, chosen.requests, Targets(ids, str(secret), str(out))),
        )
        unchanged = state(folder) == before and not out.exists()
    told = zip(asked, outcome.answers, strict=True)
    bad = [(one, status) for one, (status, body) in told if is_bad(status, body)]
    counts = dict(Counter(status for status, _ in outcome.answers).most_common())
    print(f"{len(asked)} requests in {outcome.seconds:.0f} s; {counts}; {outcome.memory} MB held")
    for one, status in bad[:20]:
        print(f"  {status}: {one.method} {one.path[:200]} {one.headers}")
    kept = "unchanged" if unchanged else "CHANGED"
    print(f"{len(bad)} bad answers; database and documents {kept}")
    return 0 if outcome.alive and unchanged and not bad else 1


if __name__ == "__main__":
    sys.exit(main())
