"""Problems over time, counted over protocols that exist, and the words behind each number."""

from dataclasses import dataclass

from pipeline.store.database import Row
from pipeline.store.desk.actions import audited
from pipeline.store.desk.asked import Desk, Part, Where, part, rows


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Problems by year. `protocols`: year -> protocols; `counts`: (problem, year) -> those with it.

    `problems`: problem, label_sv, label_en, meetings_with over all years, the most frequent first.
    """

    problems: list[Row]
    years: list[int]
    protocols: dict[int, int]
    counts: dict[tuple[str, int], int]


def heat_map(desk: Desk, council: str, problem: str | None = None) -> HeatMap:
    """Of all councils, or of those that the text fits; of one problem, or of all."""
    where = Where()
    where.council(desk, council)
    protocols: dict[int, int] = dict(
        desk.connection.execute(
            f"""SELECT year, sum(protocols)::INTEGER FROM desk.protocol_years
                WHERE {where} GROUP BY year ORDER BY year""",
            where.values,
        ).fetchall()
    )
    where.add("problem = ?", problem)
    counted = desk.connection.execute(
        f"""SELECT problem, year, sum(meetings_with)::INTEGER FROM desk.problem_years
            WHERE {where} GROUP BY problem, year""",
        where.values,
    ).fetchall()
    totals: dict[str, int] = {}
    for problem, _, count in counted:
        totals[problem] = totals.get(problem, 0) + count
    known = desk.known.problems
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


def recurrence(desk: Desk, name: str, council: str, limit: int) -> list[Row]:
    """How the problem runs in each council, as the report recurring-problems has it."""
    where = Where()
    where.add("problem = ?", name)
    where.council(desk, council)
    return rows(
        desk,
        f"""SELECT * FROM {"counted" if council else "desk"}.recurring_problems WHERE {where}
            ORDER BY meetings_with DESC, protocols DESC, series_id LIMIT {limit}""",
        where.values,
    )


def mentions(
    desk: Desk, name: str, council: str, year: int | None, limit: int, offset: int
) -> Part:
    """The sayings, the latest first: text, polarity, meeting and page."""
    where = Where()
    where.add("problem = ?", name)
    where.council(desk, council)
    where.add("year(meeting_date) = ?", year)
    order = "meeting_date DESC NULLS LAST, mention_id"
    return part(desk, "desk.mentions", where, order, limit, offset)


def actions_beside(desk: Desk, name: str, council: str, limit: int) -> list[Row]:
    """Actions that stand under an item that speaks of the problem, the latest first."""
    where = Where()
    where.add("problem = ?", name)
    where.council(desk, council)
    chosen = rows(
        desk,
        f"""SELECT action_id FROM desk.problem_actions WHERE {where}
            ORDER BY meeting_date DESC NULLS LAST, action_id LIMIT {limit}""",
        where.values,
    )
    return audited(desk, [each["action_id"] for each in chosen])
