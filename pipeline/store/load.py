"""Taking documents in: many at once, each document's rows replaced as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.problem import Problem
from pipeline.store.bulk import insert, staged
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import Facts, Row, encode

_BY_MEETING = (
    "meeting_signs",
    "attendees",
    "sections",
    "priority_areas",
    "priority_problems",
    "actions",
    "follow_ups",
    "problem_mentions",
    "attachments",
    "contacts",
)
_BY_DOCUMENT = (
    "pages",
    "issues",
    "evidence",
    "search.pending",
    "search.passages",
    "meetings",
    "documents",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the database holds."""

    status: str
    pipeline_version: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to take in: its row in `documents`, and its facts where it could be read."""

    document: Row
    facts: Facts | None


def known_documents(connection: Connection) -> dict[str, Known]:
    """document_id -> what is known of it."""
    rows = connection.execute("SELECT document_id, status, pipeline_version FROM documents")
    return {document_id: Known(status, version) for document_id, status, version in rows.fetchall()}


def known_paths(connection: Connection) -> dict[str, str]:
    """path -> document_id, for every name that a document was met under."""
    return dict(connection.execute("SELECT path, document_id FROM document_paths").fetchall())


def load(
    connection: Connection, entries: Sequence[Entry], names: Mapping[str, str], now: datetime
) -> None:
    """Store the entries in place of what was stored for the same documents, in one transaction.

    `names`: path -> the document_id that it now holds. A document whose last name has passed to
    other bytes is forgotten. The series whose meetings come or go are noted in `series_to_link`.
    """
    touched: list[Row] = [{"document_id": entry.document["document_id"]} for entry in entries]
    named: list[Row] = [
        {"path": path, "document_id": document_id, "first_seen": now}
        for path, document_id in names.items()
    ]
    path_types = {"path": "VARCHAR", "document_id": "VARCHAR", "first_seen": "TIMESTAMP"}
    with (
        transaction(connection),
        staged(connection, "touched", {"document_id": "VARCHAR"}, touched),
        staged(connection, "named", path_types, named),
    ):
        _rename(connection)
        _note_series(connection)
        _remove(connection)
        insert(connection, "documents", [encode(entry.document for entry in entries)])
        for table, lines in _by_table(entries).items():
            insert(connection, table, lines)
        _note_series(connection)


def replace_problems(connection: Connection, problems: Iterable[Problem]) -> None:
    """Store the taxonomy in place of the one before."""
    with transaction(connection):
        connection.execute("DELETE FROM problems")
        insert(connection, "problems", [encode(problem.model_dump() for problem in problems)])


def start_run(connection: Connection, run_id: str, started_at: datetime, version: str) -> None:
    """Note a run that has begun."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO runs (run_id, started_at, pipeline_version) VALUES (?, ?, ?)",
            [run_id, started_at, version],
        )


def finish_run(
    connection: Connection, run_id: str, finished_at: datetime, counts: Mapping[str, int]
) -> None:
    """Note how a run ended. `counts`: seen, loaded, unchanged, failed."""
    with transaction(connection):
        connection.execute(
            """UPDATE runs SET finished_at = $finished_at, seen = $seen, loaded = $loaded,
                   unchanged = $unchanged, failed = $failed,
                   seconds = epoch($finished_at::TIMESTAMP) - epoch(started_at)
               WHERE run_id = $run_id""",
            {**counts, "finished_at": finished_at, "run_id": run_id},
        )


def _by_table(entries: Iterable[Entry]) -> dict[str, list[bytes]]:
    lines: dict[str, list[bytes]] = {}
    for entry in entries:
        for table, encoded in entry.facts.lines.items() if entry.facts else ():
            lines.setdefault(table, []).append(encoded)
    return lines


def _rename(connection: Connection) -> None:
    """Give the paths to their documents of today; what has lost its last name leaves."""
    connection.execute("DELETE FROM document_paths WHERE path IN (SELECT path FROM named)")
    connection.execute("INSERT INTO document_paths BY NAME SELECT * FROM named")
    connection.execute(
        """INSERT INTO touched
           SELECT document_id FROM documents
           WHERE document_id NOT IN (SELECT document_id FROM document_paths)
             AND (error_code IS DISTINCT FROM 'unreadable_file'
                  OR path IN (SELECT path FROM named))"""
    )
    connection.execute(
        """UPDATE documents SET path = (
               SELECT min(path) FROM document_paths AS other
               WHERE other.document_id = documents.document_id)
           WHERE path IN (SELECT path FROM named)
             AND (document_id, path) NOT IN (SELECT (document_id, path) FROM document_paths)
             AND document_id IN (SELECT document_id FROM document_paths)"""
    )


def _note_series(connection: Connection) -> None:
    connection.execute(
        """INSERT INTO series_to_link
           SELECT DISTINCT series_id FROM meetings
           WHERE series_id IS NOT NULL AND document_id IN (SELECT document_id FROM touched)"""
    )


def _remove(connection: Connection) -> None:
    for table in _BY_MEETING:
        connection.execute(
            f"""DELETE FROM {table} WHERE meeting_id IN (
                    SELECT meeting_id FROM meetings
                    WHERE document_id IN (SELECT document_id FROM touched))"""
        )
    for table in _BY_DOCUMENT:
        connection.execute(
            f"DELETE FROM {table} WHERE document_id IN (SELECT document_id FROM touched)"
        )
