"""Protocols: which there are, and what a page of one needs beside its record."""

from datetime import date
from pathlib import Path

from pipeline.store.database import Connection
from pipeline.store.desk.asked import Part, Row, Where, part, row, rows


def protocols(
    connection: Connection,
    council: str,
    kind: str,
    from_date: date | None,
    to_date: date | None,
    limit: int,
    offset: int,
) -> Part:
    """Meetings that fit, the latest first."""
    where = Where()
    where.council(connection, council)
    where.add("kind = ?", kind)
    where.add("meeting_date >= ?", from_date)
    where.add("meeting_date <= ?", to_date)
    order = "meeting_date DESC NULLS LAST, meeting_id"
    return part(connection, "desk.meetings", where, order, limit, offset)


def meeting(connection: Connection, meeting_id: str) -> Row:
    """The meeting's own row; the meeting must be there."""
    found = row(connection, "SELECT * FROM meetings WHERE meeting_id = ?", [meeting_id])
    assert found is not None
    return found


def document(connection: Connection, document_id: str) -> Row | None:
    """A document, with `paths`: all names it was met under."""
    found = row(connection, "SELECT * FROM documents WHERE document_id = ?", [document_id])
    if found is None:
        return None
    names = rows(
        connection,
        "SELECT path FROM document_paths WHERE document_id = ? ORDER BY first_seen, path",
        [document_id],
    )
    return found | {"paths": list(dict.fromkeys([found["path"], *(n["path"] for n in names)]))}


def document_meetings(connection: Connection, document_id: str) -> list[Row]:
    """The meetings in a document, in its order."""
    return rows(
        connection, "SELECT * FROM meetings WHERE document_id = ? ORDER BY ordinal", [document_id]
    )


def document_issues(connection: Connection, document_id: str) -> list[Row]:
    """What reading the document could not do."""
    return rows(
        connection,
        "SELECT * FROM issues WHERE document_id = ? AND meeting_id IS NULL ORDER BY ordinal",
        [document_id],
    )


def pages(connection: Connection, document_id: str) -> list[Row]:
    """The document's pages in order, with their text."""
    return rows(
        connection, "SELECT * FROM pages WHERE document_id = ? ORDER BY page", [document_id]
    )


def page(connection: Connection, document_id: str, number: int) -> Row | None:
    """One page; None where there is none."""
    return row(
        connection,
        "SELECT * FROM pages WHERE document_id = ? AND page = ?",
        [document_id, number],
    )


def parts(connection: Connection, meeting_id: str) -> Row:
    """`parts`: tables that have rows of the meeting; `meetings_of_document`: how many it has."""
    found = row(connection, "SELECT * FROM desk.parts WHERE meeting_id = ?", [meeting_id])
    return found or {"parts": [], "meetings_of_document": 0}


def neighbours(connection: Connection, meeting_id: str) -> Row:
    """The meetings of the series just before and after: before_id, before_date, after_id, after_date."""
    found = row(connection, "SELECT * FROM desk.neighbours WHERE meeting_id = ?", [meeting_id])
    return found or dict.fromkeys(("before_id", "before_date", "after_id", "after_date"))


def original_names(found: Row) -> list[Path]:
    """Where the original may lie, of what `document` gave."""
    return [Path(name) for name in found["paths"]]


def meeting_links(connection: Connection, meeting_id: str) -> dict[str, Row]:
    """record_id -> person_id of attendees and action_id, score of follow-ups."""
    found = rows(
        connection,
        """SELECT attendee_id AS record_id, person_id, NULL AS action_id, NULL AS score
           FROM attendees WHERE meeting_id = ?
           UNION ALL
           SELECT follow_up_id, NULL, action_id, score FROM follow_ups WHERE meeting_id = ?""",
        [meeting_id, meeting_id],
    )
    return {each["record_id"]: each for each in found}
