"""Problems over time, counted over protocols that exist, and the words behind each number."""

from dataclasses import dataclass

from pipeline.store.database import Connection
from pipeline.store.desk.asked import Part, Row, Where, number, row, rows


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Problems by year. `protocols`: year -> protocols; `counts`: (problem, year) -> those with it.

    `problems`: problem, label_sv, label_en, meetings_with over all years, the most frequent first.
    """

    problems: list[Row]
    years: list[int]
    protocols: dict[int, int]
    counts: dict[tuple[str, int], int]


def heat_map(connection: Connection, council: str) -> HeatMap:
    """Of all councils, or of those that the text fits."""
    series = _series(council)
    protocols: dict[int, int] = dict(
        connection.execute(
            f"""SELECT year(meeting_date), count(*) FROM desk.meeting_days
                WHERE {series} GROUP BY 1 ORDER BY 1""",
            series.values,
        ).fetchall()
    )
    counted = connection.execute(
        f"""SELECT problem, year(meeting_date), count(*) FROM desk.problem_days
            WHERE {series} GROUP BY ALL""",
        series.values,
    ).fetchall()
    totals: dict[str, int] = {}
    for problem, _, count in counted:
        totals[problem] = totals.get(problem, 0) + count
    known = problem_labels(connection)
    problems = [
        {
            "label_sv": problem,
            "label_en": problem,
            "problem": problem,
            **known.get(problem, {}),
            "meetings_with": totals[problem],
        }
        for problem in sorted(totals, key=lambda problem: (-totals[problem], problem))
    ]
    years = list(range(min(protocols), max(protocols) + 1)) if protocols else []
    return HeatMap(problems, years, protocols, {(p, year): n for p, year, n in counted})


def problem(connection: Connection, name: str) -> Row | None:
    """Its labels; None where the taxonomy does not have it."""
    return row(connection, "SELECT * FROM problems WHERE problem = ?", [name])


def problem_labels(connection: Connection) -> dict[str, Row]:
    """problem -> its labels."""
    return {each["problem"]: each for each in rows(connection, "SELECT * FROM problems")}


def recurrence(connection: Connection, name: str, council: str, limit: int) -> list[Row]:
    """How the problem runs in each council, as the report recurring-problems has it."""
    where = Where()
    where.add("problem = ?", name)
    where.council(council)
    return rows(
        connection,
        f"""SELECT * FROM desk.recurring_problems WHERE {where}
            ORDER BY meetings_with DESC, protocols DESC, series_id LIMIT {limit}""",
        where.values,
    )


def mentions(
    connection: Connection, name: str, council: str, year: int | None, limit: int, offset: int
) -> Part:
    """The sayings, the latest first: text, polarity, meeting and page."""
    where = Where()
    where.add("problem = ?", name)
    where.council(council)
    where.add("year(meeting_date) = ?", year)
    source = "problem_mentions JOIN meetings USING (meeting_id)"
    total = number(connection, f"SELECT count(*) FROM {source} WHERE {where}", where.values)
    found = rows(
        connection,
        f"""WITH chosen AS (
                SELECT mention_id, problem_mentions.text, polarity, section_id, meeting_id, document_id, council,
                       area, series_id, meeting_date
                FROM {source} WHERE {where}
                ORDER BY meeting_date DESC NULLS LAST, mention_id LIMIT {limit} OFFSET {offset}),
            paged AS (
                SELECT record_id AS mention_id, min(page) AS page
                FROM evidence SEMI JOIN chosen ON record_id = mention_id
                WHERE document_id IN (SELECT document_id FROM chosen) GROUP BY record_id)
            SELECT chosen.*, page FROM chosen LEFT JOIN paged USING (mention_id)
            ORDER BY meeting_date DESC NULLS LAST, mention_id""",
        where.values,
    )
    return Part(found, total)


def actions_beside(connection: Connection, name: str, council: str, limit: int) -> list[Row]:
    """Actions that stand under an item that speaks of the problem, the latest first."""
    where = Where()
    where.council(council)
    return rows(
        connection,
        f"""SELECT * FROM desk.action_audit
            WHERE {where} AND action_id IN (
                SELECT action_id FROM actions WHERE section_id IN (
                    SELECT section_id FROM problem_mentions WHERE problem = ? AND polarity = 'positive'))
            ORDER BY meeting_date DESC NULLS LAST, action_id LIMIT {limit}""",
        [*where.values, name],
    )


def _series(council: str) -> Where:
    where = Where()
    if council:
        inner = Where()
        inner.council(council)
        where.add(f"series_id IN (SELECT series_id FROM desk.series WHERE {inner})", *inner.values)
    return where
