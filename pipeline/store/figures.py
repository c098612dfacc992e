"""What the plots draw: counts and days over the meetings that the filters choose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.store.database import Connection
from pipeline.store.filters import Filters, narrow


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Problems by half-year. A half-year is (year, 1 or 2); all from the first to the last are there.

    `protocols`: half-year -> protocols, 0 where there is none; `counts`: (problem, half-year) ->
    protocols that speak of it. `problems` in order of their protocols, with labels as (sv, en).
    """

    halves: tuple[tuple[int, int], ...]
    protocols: Mapping[tuple[int, int], int]
    problems: tuple[str, ...]
    labels: Mapping[str, tuple[str, str]]
    counts: Mapping[tuple[str, tuple[int, int]], int]


@dataclass(frozen=True, slots=True)
class LifeLine:
    """An action from its meeting on. `follow_ups`: (day, outcome) in order; `state` as in actions."""

    text: str
    given: date
    due: date | None
    follow_ups: tuple[tuple[date, str], ...]
    state: str


@dataclass(frozen=True, slots=True)
class LifeLines:
    """The actions in order of their meetings, the days with a protocol, and how many were left out."""

    actions: tuple[LifeLine, ...]
    protocols: tuple[date, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Organisations by meeting. `present`: (organisation, day) -> whether one of its people was there.

    Days in `unlisted` have a protocol that lists nobody.
    """

    days: tuple[date, ...]
    unlisted: frozenset[date]
    organisations: tuple[str, ...]
    present: Mapping[tuple[str, date], bool]


def recurrence(connection: Connection, filters: Filters) -> Recurrence:
    """Raises UsageError where no council fits the filter."""
    narrow(connection, filters)
    half = "(year(meeting_date), CASE WHEN month(meeting_date) > 6 THEN 2 ELSE 1 END)"
    protocols = dict(
        connection.execute(f"SELECT {half}, count(*) FROM meeting_days GROUP BY 1").fetchall()
    )
    rows = connection.execute(
        f"""SELECT problem, {half}, count(*), coalesce(any_value(label_sv), problem),
                   coalesce(any_value(label_en), problem)
            FROM problem_days LEFT JOIN problems USING (problem) GROUP BY 1, 2"""
    ).fetchall()
    totals: dict[str, int] = {}
    for problem, _, count, *_ in rows:
        totals[problem] = totals.get(problem, 0) + count
    return Recurrence(
        halves=tuple(_halves(sorted(protocols))),
        protocols=protocols,
        problems=tuple(sorted(totals, key=lambda problem: (-totals[problem], problem))),
        labels={problem: (swedish, english) for problem, _, _, swedish, english in rows},
        counts={(problem, at): count for problem, at, count, *_ in rows},
    )


def life_lines(connection: Connection, filters: Filters, limit: int) -> LifeLines:
    """The `limit` latest actions. Raises UsageError where no council fits the filter."""
    narrow(connection, filters)
    rows = connection.execute(
        """SELECT action_id, actions.text, meeting_date, due_date, state, count(*) OVER ()
           FROM actions JOIN chosen_held_meetings USING (meeting_id)
           WHERE actions.kind NOT IN ('formality', 'proposal') AND carried_from IS NULL
           ORDER BY meeting_date DESC, action_id DESC LIMIT ?""",
        [limit],
    ).fetchall()
    rows.reverse()
    answers = connection.execute(
        """SELECT action_id, meeting_date, outcome
           FROM follow_ups JOIN held_meetings USING (meeting_id)
           WHERE action_id IN (SELECT unnest(?::VARCHAR[]))
           ORDER BY meeting_date, follow_up_id""",
        [[row[0] for row in rows]],
    ).fetchall()
    days = connection.execute("SELECT DISTINCT meeting_date FROM meeting_days ORDER BY 1")
    return LifeLines(
        actions=tuple(
            LifeLine(
                text,
                given,
                due,
                tuple((day, outcome) for answered, day, outcome in answers if answered == action),
                state,
            )
            for action, text, given, due, state, _ in rows
        ),
        protocols=tuple(day for (day,) in days.fetchall()),
        left_out=rows[0][5] - len(rows) if rows else 0,
    )


def presence(connection: Connection, filters: Filters, limit: int) -> Presence:
    """The `limit` organisations that came most. Raises UsageError where no council fits the filter."""
    narrow(connection, filters)
    rows = connection.execute(
        """SELECT lower(trim(organisation)), any_value(trim(organisation)), meeting_date,
                  bool_or(status IN ('present', 'partial'))
           FROM attendees JOIN chosen_held_meetings USING (meeting_id)
           WHERE organisation IS NOT NULL AND status <> 'invited' GROUP BY 1, 3 ORDER BY 3"""
    ).fetchall()
    days = connection.execute(
        "SELECT DISTINCT meeting_date FROM meeting_days ORDER BY 1"
    ).fetchall()
    listed = connection.execute(
        "SELECT DISTINCT meeting_date FROM attendees JOIN chosen_held_meetings USING (meeting_id)"
    ).fetchall()
    names = {key: name for key, name, *_ in rows}
    came = {key: sum(there for each, _, _, there in rows if each == key) for key in names}
    chosen = sorted(names, key=lambda key: (-came[key], key))[:limit]
    return Presence(
        days=tuple(day for (day,) in days),
        unlisted=frozenset(day for (day,) in days) - {day for (day,) in listed},
        organisations=tuple(names[key] for key in chosen),
        present={(names[key], day): there for key, _, day, there in rows if key in chosen},
    )


def _halves(known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """All half-years from the first to the last."""
    if not known:
        return []
    (first, part), (last, end) = known[0], known[-1]
    return [(at // 2, at % 2 + 1) for at in range(2 * first + part - 1, 2 * last + end)]
