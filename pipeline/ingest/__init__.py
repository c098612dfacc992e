"""The batch: find the documents, read them in many processes, store, link, tell how it went."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from pipeline import VERSION
from pipeline.config import ReadSettings
from pipeline.errors import UsageError
from pipeline.execute import Limits, run_all
from pipeline.extract.problems import taxonomy
from pipeline.ingest.discover import files_under
from pipeline.ingest.document import read_facts
from pipeline.ingest.intake import Failure, Intake, now
from pipeline.ingest.joins import join_series, read_joins
from pipeline.ingest.relink import relink
from pipeline.read import looks_like_document
from pipeline.store.database import open_for_writing
from pipeline.store.load import finish_run, replace_problems, start_run
from pipeline.store.search_index import index_pending

_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch is run. `limits`: of one document. `force`: read unchanged ones again.

    `series`: the file that says which councils are one (joins.py); null keeps what was said before.
    """

    database: Path
    workers: int
    limits: Limits = field(default_factory=Limits)
    force: bool = False
    read: ReadSettings = field(default_factory=ReadSettings)
    series: Path | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a batch went. `seen` is the sum of loaded, unchanged, duplicates and failed.

    `partial` of the loaded have lost something; `duplicates` are further names of a document of
    the same batch; `skipped` files are no documents; `facts` counts the rows stored, by table.
    """

    run_id: str
    seen: int
    loaded: int
    partial: int
    unchanged: int
    duplicates: int
    failed: int
    skipped: int
    seconds: float
    facts: Mapping[str, int]
    failures: tuple[Failure, ...]


def ingest(
    names: Iterable[str], settings: Settings, on_progress: Callable[[int, int], None]
) -> Summary:
    """Read what the names stand for into the database. `on_progress` is told (done, seen).

    Unchanged bytes read by the same version do nothing, unless forced. A document that failed is
    tried again each time, since the cause often lies outside of it (time, memory, a missing
    program). Raises UsageError where there is nothing to read or no such series file, DatabaseError
    where the database cannot be used; a document's own trouble becomes a failed row.
    """
    clock = time.monotonic()
    said = read_joins(settings.series) if settings.series is not None else None
    paths, skipped = _documents(names)
    with open_for_writing(settings.database) as connection:
        started = now()
        run_id = f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}"
        start_run(connection, run_id, started, VERSION)
        replace_problems(connection, taxonomy())
        intake = Intake(
            connection, run_id, settings.force, lambda done: on_progress(done, len(paths))
        )
        tasks = intake.tasks(paths, settings.read)
        for task, answer in run_all(read_facts, tasks, settings.workers, settings.limits):
            intake.take(task, answer)
        intake.close()
        join_series(connection, said)
        relink(connection)
        index_pending(connection)
        unchanged, duplicates = intake.counts["unchanged"], intake.counts["duplicates"]
        summary = Summary(
            run_id=run_id,
            seen=len(paths),
            loaded=intake.counts["loaded"],
            partial=intake.counts["partial"],
            unchanged=unchanged,
            duplicates=duplicates,
            failed=len(intake.failures),
            skipped=skipped,
            seconds=round(time.monotonic() - clock, 3),
            facts=dict(intake.facts),
            failures=tuple(sorted(intake.failures, key=lambda failure: failure.path)),
        )
        finish_run(
            connection,
            run_id,
            now(),
            {
                "seen": summary.seen,
                "loaded": summary.loaded,
                "unchanged": unchanged + duplicates,
                "failed": summary.failed,
            },
        )
    return summary


def _documents(names: Iterable[str]) -> tuple[list[Path], int]:
    """The documents among the named files, and how many files were none."""
    paths: list[Path] = []
    skipped = 0
    for path in files_under(names):
        if _is_document(path):
            paths.append(path)
        else:
            skipped += 1
    if not paths:
        raise UsageError(f"There is no document to read ({skipped} other files skipped)")
    return paths, skipped


def _is_document(path: Path) -> bool:
    """By the name and the first bytes. A file that cannot be read may be one, and will say so."""
    try:
        with path.open("rb") as file:
            return looks_like_document(file.read(_HEAD_BYTES), path.name)
    except OSError:
        return True
