"""The first page: which protocols there are, what needs attention, what is new."""

from dataclasses import dataclass

from pipeline.store.database import Connection
from pipeline.store.desk.asked import Part, Row, Where, number, part, row, rows


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


def grid(connection: Connection, council: str | None, limit: int, offset: int) -> Grid:
    """Protocols found and missing; `partial` counts documents of which something was lost."""
    where = Where()
    where.council(council)
    found = part(
        connection, "desk.series", where, "lower(council), lower(area), series_id", limit, offset
    )
    spans = [(each["first_date"], each["last_date"]) for each in found.rows if each["first_date"]]
    if not spans:
        return Grid(found.rows, found.total, [], {}, False)
    first, last = min(first.year for first, _ in spans), max(last.year for _, last in spans)
    start = max(first, last - _YEARS + 1)
    names = [each["series_id"] for each in found.rows]
    counted = rows(
        connection,
        """WITH held AS (
               SELECT series_id, year(meeting_date) AS year, count(DISTINCT meeting_date) AS found,
                      count(DISTINCT document_id) FILTER (status = 'partial') AS partial
               FROM held_meetings JOIN documents USING (document_id)
               WHERE series_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY ALL),
           gaps AS (
               SELECT series_id, year(coalesce(meeting_date, before_date)) AS year, count(*) AS missing
               FROM desk.archive_gaps
               WHERE series_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY ALL)
           SELECT series_id, year, coalesce(found, 0) AS found, coalesce(missing, 0) AS missing,
                  coalesce(partial, 0) AS partial
           FROM held FULL JOIN gaps USING (series_id, year) WHERE year >= ?""",
        [names, names, start],
    )
    cells = {(each["series_id"], each["year"]): each for each in counted}
    return Grid(found.rows, found.total, list(range(start, last + 1)), cells, start > first)


def sums(connection: Connection) -> Row:
    """How much there is, and how many actions are in which state."""
    whole = row(
        connection,
        """SELECT (SELECT count(*) FROM documents) AS documents,
                  (SELECT count(*) FROM documents WHERE status = 'failed') AS failed,
                  (SELECT count(*) FROM documents WHERE status = 'partial') AS partial,
                  (SELECT count(*) FROM meetings) AS meetings,
                  (SELECT count(*) FROM desk.series) AS series,
                  (SELECT count(*) FROM desk.archive_gaps) AS gaps,
                  (SELECT count(*) FROM desk.action_audit) AS actions,
                  (SELECT count(*) FROM desk.action_audit WHERE overdue) AS overdue,
                  (SELECT count(*) FROM desk.action_audit WHERE state = 'silent') AS silent,
                  (SELECT count(*) FROM desk.action_audit
                   WHERE state IN ('open', 'reported')) AS open""",
    )
    assert whole is not None
    return whole


def newest(connection: Connection, limit: int) -> list[Row]:
    """The latest meetings, each with the number of its actions and problems."""
    return rows(
        connection,
        """SELECT meeting_id, council, area, meeting_date, kind,
                  (SELECT count(*) FROM actions WHERE actions.meeting_id = m.meeting_id
                   AND kind <> 'formality') AS actions,
                  (SELECT count(*) FROM problem_mentions AS p WHERE p.meeting_id = m.meeting_id) AS problems
           FROM (SELECT * FROM meetings WHERE meeting_date IS NOT NULL
                 ORDER BY meeting_date DESC, meeting_id LIMIT ?) AS m
           ORDER BY meeting_date DESC, meeting_id""",
        [limit],
    )


def issue_kinds(connection: Connection) -> list[Row]:
    """Issues by kind, those that matter most first: kind, severity, issues, documents."""
    return rows(
        connection,
        """SELECT kind, severity, count(*) AS issues, count(DISTINCT document_id) AS documents
           FROM issues GROUP BY kind, severity
           ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
                    issues DESC, kind""",
    )


def issues(
    connection: Connection, kind: str, severity: str, council: str, limit: int, offset: int
) -> Part:
    """Issues with their meeting and the words that they are about."""
    where = Where()
    where.add("issues.kind = ?", kind)
    where.add("severity = ?", severity)
    where.council(council)
    source = "issues LEFT JOIN meetings USING (meeting_id) JOIN documents ON documents.document_id = issues.document_id"
    total = number(connection, f"SELECT count(*) FROM {source} WHERE {where}", where.values)
    found = rows(
        connection,
        f"""WITH chosen AS (
                SELECT issue_id, issues.kind, severity, message, issues.document_id, documents.path,
                       meeting_id, council, area, meeting_date
                FROM {source} WHERE {where}
                ORDER BY meeting_date DESC NULLS LAST, issue_id LIMIT {limit} OFFSET {offset})
            SELECT chosen.*, quote, page FROM chosen
            LEFT JOIN evidence ON record_id = issue_id AND evidence.document_id = chosen.document_id
            ORDER BY meeting_date DESC NULLS LAST, issue_id""",
        where.values,
    )
    return Part(found, total)


def documents(connection: Connection, status: str, limit: int, offset: int) -> Part:
    """Documents by how reading them went, the troubled first."""
    where = Where()
    where.add("status = ?", status)
    order = "CASE status WHEN 'failed' THEN 0 WHEN 'partial' THEN 1 ELSE 2 END, path"
    return part(connection, "documents", where, order, limit, offset)


def gaps(connection: Connection, council: str, limit: int, offset: int) -> Part:
    """Meetings known to have been held, or announced, without a protocol."""
    where = Where()
    where.council(council)
    order = "lower(council), lower(area), series_id, coalesce(meeting_date, before_date)"
    return part(connection, "desk.archive_gaps", where, order, limit, offset)
