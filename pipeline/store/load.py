"""Taking documents in: many at once, each document's rows replaced as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.problem import Problem
from pipeline.errors import Interrupted
from pipeline.stages import Versions
from pipeline.store.bulk import insert, staged, types_of
from pipeline.store.changes import note_before, note_changes
from pipeline.store.database import Connection, transaction
from pipeline.store.ledger import note_counts
from pipeline.store.rows import Facts, Row, encode

_BY_MEETING = (
    "meeting_signs",
    "attendees",
    "sections",
    "priority_areas",
    "priority_problems",
    "actions",
    "follow_ups",
    "possible_follow_ups",
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
    """A document that the database holds. `error`: code and message where it has failed."""

    status: str
    versions: Versions
    error: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Name:
    """What a path holds: a document, and the stamp that the file had when that was found."""

    document_id: str
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to take in: its row in `documents`, and its facts where it could be read.

    `cause`: why it was read, for the ledger.
    """

    document: Row
    facts: Facts | None
    cause: str


_LEDGER = f"""
    INSERT INTO run_documents BY NAME
    SELECT run_id, document_id, path, cause,
           CASE WHEN error_code = '{Interrupted.code}' THEN 'interrupted'
                WHEN status = 'ok' THEN 'loaded' ELSE status END AS outcome
    FROM entered
"""


def known_documents(connection: Connection) -> dict[str, Known]:
    """document_id -> what is known of it."""
    rows = connection.execute(
        """SELECT document_id, status, pipeline_version, reading_version, facts_version,
                  error_code, error_message FROM documents"""
    )
    made_by: dict[tuple[str, str, str], Versions] = {}  # few, of many documents
    known = {}
    for document_id, status, pipeline, reading, found, code, message in rows.fetchall():
        versions = made_by.setdefault(
            (pipeline, reading, found), Versions(pipeline, reading, found)
        )
        known[document_id] = Known(status, versions, (code, message) if code else None)
    return known


def known_paths(connection: Connection) -> dict[str, Name]:
    """What every path held under which a document was met."""
    rows = connection.execute("SELECT path, document_id, stamp FROM document_paths").fetchall()
    return {path: Name(document_id, stamp) for path, document_id, stamp in rows}


def load(
    connection: Connection,
    run_id: str,
    entries: Sequence[Entry],
    names: Mapping[str, Name],
    now: datetime,
    tally: Mapping[str, int] | None = None,
) -> None:
    """Store the entries in place of what was stored for the same documents, in one transaction.

    `names`: what the paths now hold. A document whose last name has passed to other bytes is
    forgotten. The series whose meetings come or go are noted in `series_to_link`, and what was done
    in the run's ledger; `tally`: the run's counts with these entries.
    """
    entered: list[Row] = [{**entry.document, "cause": entry.cause} for entry in entries]
    named: list[Row] = [
        {"path": path, "document_id": name.document_id, "first_seen": now, "stamp": name.stamp}
        for path, name in names.items()
    ]
    entry_types = {**types_of("documents"), "cause": "VARCHAR"}
    with (
        transaction(connection),
        staged(connection, "entered", entry_types, [encode(entered)]),
        staged(connection, "named", types_of("document_paths"), [encode(named)]),
    ):
        connection.execute("CREATE TEMP TABLE touched AS SELECT document_id FROM entered")
        _rename(connection, run_id)
        replaced = _holds_touched(connection)
        if replaced:
            note_before(connection)
            _note_series(connection)
            _remove(connection)
        connection.execute("INSERT INTO documents BY NAME SELECT * EXCLUDE (cause) FROM entered")
        connection.execute(_LEDGER)
        for table, lines in _by_table(entries).items():
            insert(connection, table, lines)
        _note_series(connection)
        if replaced:
            note_changes(connection, run_id)
        connection.execute("DROP TABLE touched")
        note_counts(connection, run_id, tally or {})


def replace_problems(connection: Connection, problems: Iterable[Problem]) -> None:
    """Store the taxonomy in place of the one before."""
    with transaction(connection):
        connection.execute("DELETE FROM problems")
        insert(connection, "problems", [encode(problem.model_dump() for problem in problems)])


def _by_table(entries: Iterable[Entry]) -> dict[str, list[bytes]]:
    lines: dict[str, list[bytes]] = {}
    for entry in entries:
        for table, encoded in entry.facts.lines.items() if entry.facts else ():
            lines.setdefault(table, []).append(encoded)
    return lines


def _rename(connection: Connection, run_id: str) -> None:
    """Give the paths to their documents of today; what has lost its last name leaves."""
    connection.execute("DELETE FROM document_paths WHERE path IN (SELECT path FROM named)")
    connection.execute("INSERT INTO document_paths BY NAME SELECT * FROM named")
    connection.execute(
        """CREATE TEMP TABLE nameless AS
           SELECT document_id, path FROM documents
           WHERE document_id NOT IN (SELECT document_id FROM document_paths)
             AND document_id NOT IN (SELECT document_id FROM touched)
             AND (error_code IS DISTINCT FROM 'unreadable_file'
                  OR path IN (SELECT path FROM named))"""
    )
    connection.execute("INSERT INTO touched SELECT document_id FROM nameless")
    connection.execute(
        """INSERT INTO run_documents
           SELECT ?, document_id, path, 'forgotten', 'bytes' FROM nameless""",
        [run_id],
    )
    connection.execute("DROP TABLE nameless")
    connection.execute(
        """UPDATE documents SET path = (
               SELECT min(path) FROM document_paths AS other
               WHERE other.document_id = documents.document_id)
           WHERE path IN (SELECT path FROM named)
             AND (document_id, path) NOT IN (SELECT (document_id, path) FROM document_paths)
             AND document_id IN (SELECT document_id FROM document_paths)"""
    )


def _holds_touched(connection: Connection) -> bool:
    """Whether any of the documents has rows to be replaced: each table is read through for them."""
    row = connection.execute("SELECT count(*) FROM documents SEMI JOIN touched USING (document_id)")
    return row.fetchall() != [(0,)]


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
