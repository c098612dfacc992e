"""The same batch on a cluster: a real scheduler and real workers on loopback, one of them killed."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from pipeline.execute import Crashed, Limits, run_on
from pipeline.execute.cluster import Cluster
from pipeline.store.database import open_for_reading
from tests.commands import LOKALBRA, lokalbra

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow

PROTOCOL = "Trygghetsrådet Granvik\nProtokoll 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"
DOCUMENTS = 90
ROOT = Path(__file__).parents[2]
DEADLINE = 90.0  # seconds
CONTENT = ("pages", "meetings", "sections", "problem_mentions", "evidence", "issues")


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


@contextmanager
def dask(*arguments: str | Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`dask ARGUMENTS` for as long as the block lasts."""
    command = [sys.executable, "-m", "dask", *map(str, arguments), "--no-dashboard"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def cluster(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """The scheduler's address, and two workers of one thread."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    with ExitStack() as opened:
        where = ("--scheduler-file", told)
        opened.enter_context(dask("scheduler", "--host", "127.0.0.1", "--port", "0", *where))
        wait_until(told.exists)
        one = ("worker", *where, "--nthreads", "1", "--no-nanny", "--local-directory", folder)
        workers = [opened.enter_context(dask(*one)) for _ in range(2)]
        yield json.loads(told.read_text())["address"], workers


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    for number in range(DOCUMENTS):
        text = f"{PROTOCOL}Klotter vid port {number}.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "07.txt").read_bytes())
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4\nno pages here")
    (folder / "sound.mp3").write_bytes(b"ID3")
    return folder


@pytest.fixture(scope="module")
def url(archive: Path) -> Iterator[str]:
    """The archive served over HTTP."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=archive)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def content(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_for_reading(database) as connection:
        return {
            table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in CONTENT
        }


def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], archive: Path, url: str, tmp_path: Path
) -> None:
    address, workers = cluster
    lokalbra("ingest", archive, "--db", "local.duckdb", cwd=tmp_path)
    run = subprocess.Popen(
        [LOKALBRA, "ingest", url, "--db", "far.duckdb", "--engine", "dask", "--scheduler", address,
         "--log-format", "json", "--json"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    at_work = psutil.Process(workers[0].pid)
    wait_until(lambda: bool(at_work.children()))  # it has begun to read
    os.kill(workers[0].pid, signal.SIGKILL)
    out, err = run.communicate(timeout=DEADLINE)

    assert run.returncode == 3, err
    summary = json.loads(out)
    counts = {key: summary[key] for key in ("seen", "loaded", "duplicates", "failed", "skipped")}
    assert counts == {
        "seen": DOCUMENTS + 2, "loaded": DOCUMENTS, "duplicates": 1, "failed": 1, "skipped": 1,
    }  # fmt: skip
    assert [failure["code"] for failure in summary["failures"]] == ["damaged"]
    assert content(tmp_path / "far.duckdb") == content(tmp_path / "local.duckdb")
    assert [json.loads(line)["event"] for line in err.splitlines()][-1] == "end"


@dataclass(frozen=True)
class Task:
    """What `doubled` is given: a number, and whether a worker can hand it to its process."""

    number: int
    sound: bool = True

    def __reduce__(self) -> tuple[type["Task"], tuple[int, bool]]:
        if not self.sound and threading.current_thread().name.startswith("keeper"):
            raise ValueError("it cannot be handed on")
        return Task, (self.number, self.sound)


def doubled(task: Task) -> int:
    """What the tests' tasks do, by name."""
    return 2 * task.number


def test_a_chunk_that_is_lost_with_its_worker_is_done_by_another(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]],
) -> None:
    address, workers = cluster
    tasks = [Task(number) for number in range(400)]
    begun: list[Sequence[Task]] = []
    answers = []
    with closing(Cluster(address, Limits())) as engine:
        for answer in run_on(engine, doubled, tasks, begun.append, weigh=lambda _task: 1):
            answers.append(answer)
            if len(answers) == 200:
                assert len(begun[-1]) > 1
                assert sum(map(len, begun)) > len(answers) + len(begun[-1])  # both have some
                os.kill(workers[0].pid, signal.SIGKILL)
    assert workers[0].wait() == -signal.SIGKILL
    assert sorted(answers, key=lambda answer: answer[0].number) == [
        (task, 2 * task.number) for task in tasks
    ]


def test_a_chunk_that_is_lost_for_good_costs_the_one_task_that_spoils_it(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]],
) -> None:
    address, _ = cluster
    tasks = [Task(number, sound=number != 150) for number in range(200)]
    spoiled = tasks[150]
    begun: list[Task] = []
    with closing(Cluster(address, Limits())) as engine:
        answers = dict(run_on(engine, doubled, tasks, begun.extend, weigh=lambda _task: 1))

    assert answers.pop(spoiled) == Crashed(None, "ValueError: it cannot be handed on")
    assert answers == {task: 2 * task.number for task in tasks if task != spoiled}
    again = [task for task, times in Counter(begun).items() if times > 1]
    assert spoiled in again
    assert 1 < len(again) <= 32


def test_a_machine_of_ones_own_reads_urls_too(url: str, tmp_path: Path) -> None:
    first = lokalbra("ingest", f"{url}07.txt", f"{url}08.txt", "--json", cwd=tmp_path)
    gone = lokalbra("ingest", f"{url}nowhere.txt", cwd=tmp_path)

    assert json.loads(first.stdout)["loaded"] == 2
    assert gone.returncode == 2
    assert "nowhere.txt" in gone.stderr
    with open_for_reading(tmp_path / "outputs" / "protokoll.duckdb") as connection:
        paths = connection.execute("SELECT path FROM documents ORDER BY 1").fetchall()
    assert paths == [(f"{url}07.txt",), (f"{url}08.txt",)]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--engine", "dask"), "--scheduler"),
        (("--scheduler", "tcp://127.0.0.1:9"), "--engine dask"),
        (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"), "no scheduler"),
        (("--engine", "dask", "--scheduler", "nonsense://x"), "nonsense"),
    ],
)
def test_a_cluster_that_is_not_there_is_wrong_use(
    archive: Path, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    run = lokalbra("ingest", archive, *options, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert "Traceback" not in run.stderr
