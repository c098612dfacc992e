"""The first page: which protocols there are, what needs attention, what is new."""

from dataclasses import dataclass

from pipeline.store.database import Row
from pipeline.store.desk.asked import Desk, Part, Where, part, row, rows


@dataclass(frozen=True, slots=True)
class Grid:
    """Councils by year. `cells`: (series_id, year) -> found, missing, partial.

    `councils` are one page of `total`, with series_id, council, area, protocols, first_date,
    last_date; `years` run without holes and end with the last that has a protocol.
    """

    councils: list[Row]
    total: int
    years: list[int]
    cells: dict[tuple[str, int], Row]
    earlier: bool


_YEARS = 12  # columns at most


def grid(desk: Desk, council: str | None, limit: int, offset: int) -> Grid:
    """Protocols found and missing; `partial` counts documents of which something was lost."""
    where = Where()
    where.council(desk, council)
    found = part(
        desk, "desk.series", where, "lower(council), lower(area), series_id", limit, offset
    )
    spans = [(each["first_date"], each["last_date"]) for each in found.rows if each["first_date"]]
    if not spans:
        return Grid(found.rows, found.total, [], {}, False)
    first, last = min(first.year for first, _ in spans), max(last.year for _, last in spans)
    start = max(first, last - _YEARS + 1)
    names = [each["series_id"] for each in found.rows]
    counted = rows(
        desk,
        f"SELECT * FROM desk.grid WHERE series_id IN ({', '.join('?' * len(names))}) AND year >= ?",
        [*names, start],
    )
    cells = {(each["series_id"], each["year"]): each for each in counted}
    return Grid(found.rows, found.total, list(range(start, last + 1)), cells, start > first)


def sums(desk: Desk) -> Row:
    """How much there is, and how many actions are in which state."""
    whole = row(desk, "FROM desk.sums")
    assert whole is not None
    return whole


def newest(desk: Desk) -> list[Row]:
    """The latest meetings, each with the number of its actions and problems."""
    return rows(desk, "FROM desk.newest")


def issue_kinds(desk: Desk) -> list[Row]:
    """Issues by kind, those that matter most first: kind, severity, issues, documents."""
    return rows(desk, "FROM desk.issue_kinds")


def issues(desk: Desk, kind: str, severity: str, council: str, limit: int, offset: int) -> Part:
    """Issues with their meeting and the words that they are about."""
    where = Where()
    where.add("kind = ?", kind)
    where.add("severity = ?", severity)
    where.council(desk, council)
    order = "meeting_date DESC NULLS LAST, issue_id"
    return part(desk, "desk.issues", where, order, limit, offset)


def documents(desk: Desk, status: str, limit: int, offset: int) -> Part:
    """Documents by how reading them went, the troubled first."""
    where = Where()
    where.add("status = ?", status)
    order = "CASE status WHEN 'failed' THEN 0 WHEN 'partial' THEN 1 ELSE 2 END, path"
    return part(desk, "documents", where, order, limit, offset)


def gaps(desk: Desk, council: str, limit: int, offset: int) -> Part:
    """Meetings known to have been held, or announced, without a protocol."""
    where = Where()
    where.council(desk, council)
    order = "lower(council), lower(area), series_id, coalesce(meeting_date, before_date)"
    return part(desk, "desk.archive_gaps", where, order, limit, offset)
