"""The batch: find the documents, read them in many processes, store, link, tell how it went."""

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import uuid4

from pipeline.config import ReadSettings
from pipeline.errors import ClusterLost
from pipeline.execute import Engine, Limits, Local, run_on
from pipeline.execute.cluster import Cluster
from pipeline.extract.taxonomy import taxonomy
from pipeline.ingest.account import Account, Failure, Route, Way
from pipeline.ingest.begun import Begun, left_over
from pipeline.ingest.discover import Skipped, documents_under
from pipeline.ingest.document import Task, get_ready, read_facts
from pipeline.ingest.held import Held
from pipeline.ingest.intake import Choice, Intake, now
from pipeline.ingest.joins import join_series, read_joins
from pipeline.ingest.relink import link_portion, relink
from pipeline.stages import versions
from pipeline.store.counted import bring_up_to_date
from pipeline.store.database import Connection, open_for_writing, use_all_cores
from pipeline.store.joins import JoinRow
from pipeline.store.ledger import Passed, finish_run, start_run
from pipeline.store.load import replace_problems
from pipeline.store.search_index import index_pending

__all__ = ["Account", "Choice", "Settings", "Summary", "ingest"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch is run. `limits`: of one document. `choice`: what to read anew.

    `scheduler`: address of a Dask cluster that reads in place of `workers` processes of this machine.
    `series`: the file that says which councils are one (joins.py); null keeps what was said before.
    """

    database: Path
    workers: int
    scheduler: str | None = None
    limits: Limits = field(default_factory=Limits)
    choice: Choice = field(default_factory=Choice)
    read: ReadSettings = field(default_factory=ReadSettings)
    series: Path | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a batch went. seen = loaded + unchanged + duplicates + failed + left.

    `partial` of the loaded have lost something; `duplicates` are further names of a document of
    the same batch; `failed` holds those that failed before and were not tried again; `left` were not
    come to, since somebody stopped the batch. `skipped` files are no documents, `passed` says why;
    `facts` counts the rows stored, by table; `routes` pages and seconds by route.
    """

    run_id: str
    seen: int
    loaded: int
    partial: int
    unchanged: int
    duplicates: int
    failed: int
    left: int
    skipped: int
    seconds: float
    facts: Mapping[str, int]
    routes: Mapping[Route, Way]
    passed: tuple[Passed, ...]
    failures: tuple[Failure, ...]


def ingest(
    names: Iterable[str],
    settings: Settings,
    on_progress: Callable[[Account], None] = lambda _account: None,
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Read what the names stand for into the database. `on_progress` is told of each document.

    Unchanged bytes read by the same code do nothing, nor does a document that failed under it, unless
    `settings.choice` says so. A document that was being read when an earlier run was broken off is
    tried again. When `stop` says so, what has been read is stored and the rest is left.

    Raises UsageError where there is nothing to read or no such series file, DatabaseError
    where the database cannot be used; a document's own trouble becomes a failed row.
    """
    clock = time.monotonic()
    said = read_joins(settings.series) if settings.series is not None else None
    skipped = Skipped()
    with ExitStack() as opened:
        connection = None
        if settings.database.exists():
            connection = opened.enter_context(open_for_writing(settings.database))
        held = Held(connection)
        engine = opened.enter_context(closing(_engine(settings)))
        files = documents_under(names, skipped, _Known(held, engine))
        if connection is None:
            connection = opened.enter_context(open_for_writing(settings.database))
        broken_off = left_over(settings.database)
        begun = opened.enter_context(closing(Begun(settings.database)))
        started = now()
        run_id = f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}"
        account = Account(seen=len(files), skipped=skipped.counts.total())
        start_run(connection, run_id, started, versions(), account.seen, skipped.passed())
        replace_problems(connection, taxonomy())
        intake = Intake(connection, run_id, held, begun, account, on_progress)
        intake.recover(broken_off)
        _take_all(intake, engine, intake.tasks(files, settings.read, settings.choice), stop)
        if not stop():
            _complete(connection, engine, said)
        finish_run(connection, run_id, now(), account.tally())
    tally = account.tally()
    return Summary(
        run_id=run_id,
        **tally,
        left=account.left,
        seconds=round(time.monotonic() - clock, 3),
        facts=dict(account.facts),
        routes=account.routes,
        passed=skipped.passed(),
        failures=tuple(sorted(account.failures, key=lambda failure: failure.path)),
    )


def _complete(connection: Connection, engine: Engine, said: list[JoinRow] | None) -> None:
    """What is made of all documents together: series, links, the search's index, answers counted beforehand."""
    join_series(connection, said)
    linked = relink(connection, partial(run_on, engine, link_portion))
    use_all_cores(connection)
    index_pending(connection)
    bring_up_to_date(connection, linked)


def _take_all(
    intake: Intake, engine: Engine, tasks: Iterable[Task], stop: Callable[[], bool]
) -> None:
    """Read the documents and store what comes back, also where the cluster is lost on the way."""
    try:
        for task, answer in run_on(engine, read_facts, tasks, intake.begin, stop, Task.weight):
            intake.take(task, answer)
    except ClusterLost:
        intake.close()
        raise
    intake.close()


class _Known:
    """Whether a file is held as it is. For each that is not a process gets ready, as long as there are any."""

    def __init__(self, held: Held, engine: Engine) -> None:
        self._is_unchanged = partial(held.is_unchanged, at=time.time())
        self._engine = engine
        self._ready = 0

    def __call__(self, path: Path) -> bool:
        if self._is_unchanged(path):
            return True
        if self._ready < self._engine.workers():
            self._ready += 1
            self._engine.submit(get_ready, [None], lambda _tasks: None)
        return False


def _engine(settings: Settings) -> Engine:
    if settings.scheduler is None:
        return Local(settings.workers, settings.limits)
    return Cluster(settings.scheduler, settings.limits)
