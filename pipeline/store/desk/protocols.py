"""Protocols: which there are, and what a page of one needs beside its record."""

from datetime import date
from pathlib import Path

from pipeline.store.database import Row
from pipeline.store.desk.asked import Desk, Part, Where, part, row, rows


def protocols(
    desk: Desk,
    council: str,
    kind: str,
    from_date: date | None,
    to_date: date | None,
    limit: int,
    offset: int,
) -> Part:
    """Meetings that fit, the latest first."""
    where = Where()
    where.council(desk, council)
    where.add("kind = ?", kind)
    where.add("meeting_date >= ?", from_date)
    where.add("meeting_date <= ?", to_date)
    order = "meeting_date DESC NULLS LAST, meeting_id"
    # by council, or the latest first: whichever lets most be skipped
    table = "main.meetings" if council else "desk.meetings"
    return part(desk, table, where, order, limit, offset)


def document(desk: Desk, document_id: str) -> Row | None:
    """A document, with `paths`: all names it was met under."""
    found = row(desk, "SELECT * FROM documents WHERE document_id = ?", [document_id])
    if found is None:
        return None
    names = rows(
        desk,
        "SELECT path FROM document_paths WHERE document_id = ? ORDER BY first_seen, path",
        [document_id],
    )
    return found | {"paths": list(dict.fromkeys([found["path"], *(n["path"] for n in names)]))}


def document_meetings(desk: Desk, document_id: str) -> list[Row]:
    """The meetings in a document, in its order."""
    return rows(
        desk, "SELECT * FROM meetings WHERE document_id = ? ORDER BY ordinal", [document_id]
    )


def document_issues(desk: Desk, document_id: str) -> list[Row]:
    """What reading the document could not do."""
    return rows(
        desk,
        "SELECT * FROM issues WHERE document_id = ? AND meeting_id IS NULL ORDER BY ordinal",
        [document_id],
    )


def pages(desk: Desk, document_id: str) -> list[Row]:
    """The document's pages in order, with their text."""
    return rows(desk, "SELECT * FROM pages WHERE document_id = ? ORDER BY page", [document_id])


def page(desk: Desk, document_id: str, number: int) -> Row | None:
    """One page; None where there is none."""
    return row(
        desk,
        "SELECT * FROM pages WHERE document_id = ? AND page = ?",
        [document_id, number],
    )


def original_names(found: Row) -> list[Path]:
    """Where the original may lie, of what `document` gave."""
    return [Path(name) for name in found["paths"]]
