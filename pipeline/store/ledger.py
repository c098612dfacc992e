"""The ledger of runs: what was seen, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from pipeline.stages import Versions
from pipeline.store.bulk import insert
from pipeline.store.changes import note_numbers
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import encode

COUNTS = ("seen", "loaded", "partial", "unchanged", "duplicates", "failed", "skipped")


@dataclass(frozen=True, slots=True)
class Passed:
    """Files that are no documents: why (no_document, hidden, lock_file), their ending, one of them."""

    reason: str
    suffix: str
    files: int
    example: str


def start_run(
    connection: Connection,
    run_id: str,
    started_at: datetime,
    versions: Versions,
    seen: int,
    passed: Iterable[Passed] = (),
) -> None:
    """Note a run that has begun, with what it has found to do."""
    skipped = [{"run_id": run_id, **asdict(each)} for each in passed]
    with transaction(connection):
        connection.execute(
            """INSERT INTO runs (run_id, started_at, pipeline_version, reading_version,
                   facts_version) VALUES (?, ?, ?, ?, ?)""",
            [run_id, started_at, versions.pipeline, versions.reading, versions.facts],
        )
        insert(connection, "run_skipped", [encode(skipped)])
        counts = dict.fromkeys(COUNTS, 0)
        counts |= {"seen": seen, "skipped": sum(int(str(each["files"])) for each in skipped)}
        note_counts(connection, run_id, counts)


def note_counts(connection: Connection, run_id: str, counts: Mapping[str, int]) -> None:
    """Write counts of the run, by their names in `COUNTS`. Belongs in a transaction."""
    chosen = {name: counts[name] for name in COUNTS if name in counts}
    if chosen:
        columns = ", ".join(f"{name} = ${name}" for name in chosen)
        connection.execute(
            f"UPDATE runs SET {columns} WHERE run_id = $run_id", {**chosen, "run_id": run_id}
        )


def finish_run(
    connection: Connection, run_id: str, finished_at: datetime, counts: Mapping[str, int]
) -> None:
    """Note how a run ended, done or stopped by somebody."""
    with transaction(connection):
        note_counts(connection, run_id, counts)
        note_numbers(connection, run_id)
        connection.execute(
            """UPDATE runs SET finished_at = $finished_at,
                   seconds = epoch($finished_at::TIMESTAMP) - epoch(started_at)
               WHERE run_id = $run_id""",
            {"finished_at": finished_at, "run_id": run_id},
        )
