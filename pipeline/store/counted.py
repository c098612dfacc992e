"""Answers counted beforehand: whole reports over all councils, as they are when an ingest ends.

A report that opens with "-- kept:" (report.py) has its rows, in its order, in a table of the schema
`counted`. They are asked instead of the facts where they say the same: when no run has begun since, and
the filters leave each council either whole or out; with dates, too, where these choose rows and change none
("-- days:"). Where they change some, or no rows are kept, a report with "-- of:" is counted over tables
that hold narrowly what was said on which day. Everything else is counted from the facts.
The copy that the page reads (reading_copy.py) keeps those that depend on today, too.
"""

import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import NamedTuple

import duckdb

from pipeline.store.database import Connection, sql, transaction
from pipeline.store.filters import Filters
from pipeline.store.report import Report, reports, views_in_order


class Kept(NamedTuple):
    """A query for kept rows, with the values of its question marks."""

    query: str
    values: Sequence[object]


def bring_up_to_date(connection: Connection, linked: int) -> None:
    """At the end of a run, the last in the ledger, that has linked so many series.

    One that has changed nothing costs nothing. Raises DatabaseUnwritable.
    """
    with transaction(connection):
        if linked or not _taken_over(connection):
            _count(connection)


def count_for_copy(connection: Connection) -> None:
    """The same in a copy of the database, whatever its last run has done."""
    if not standing(connection):
        with transaction(connection):
            _count(connection)


def _count(connection: Connection) -> None:
    connection.execute("DROP SCHEMA IF EXISTS counted CASCADE")
    connection.execute("CREATE SCHEMA counted")
    for name in _DAYS:
        connection.execute(
            f"CREATE TABLE counted.{name} AS FROM {name} ORDER BY series_id, meeting_date"
        )
    for each in reports():
        if each.kept in ("series", "all"):
            connection.execute(f"CREATE TABLE counted.{each.view} AS {over_days(each)}")
    connection.execute(
        "CREATE TABLE counted.names AS SELECT DISTINCT series_id, council, area FROM meetings"
    )
    connection.execute(f"CREATE TABLE counted.lengths AS {_LENGTHS}")
    connection.execute(
        f"""CREATE TABLE counted.state AS
            SELECT ? AS code, {_PROBLEMS} AS problems, {_LAST_RUN} AS run_id, false AS today""",
        [_code()],
    )


def _taken_over(connection: Connection) -> bool:
    """Whether the answers of the run before the last still stand, since the last has stored nothing."""
    (run_id,) = connection.execute(f"SELECT {_LAST_RUN}").fetchone() or (None,)
    did = connection.execute("SELECT 1 FROM run_documents WHERE run_id = ? LIMIT 1", [run_id])
    if did.fetchone() or not _standing(connection, _RUN_BEFORE):
        return False
    connection.execute("UPDATE counted.state SET run_id = ?", [run_id])
    return True


class State(NamedTuple):
    """Of what is kept. `today`: whether answers that depend on today are kept, too, as they were today."""

    today: bool


def standing(connection: Connection) -> State | None:
    """The state of what is kept, None where it does not say what counting from the facts would."""
    return _standing(connection, _LAST_RUN)


def kept(
    report: Report, filters: Filters, series: Sequence[str], state: State | None
) -> Kept | None:
    """The kept rows of a report for these filters, None where none can be had.

    `series`: those that the filters' council stands for as a whole, none where it does not.
    """
    if state is None or not report.kept or (report.kept == "today" and not state.today):
        return None
    if filters.council is not None and (not series or report.kept == "all"):
        return None
    if filters.dated and report.days is None:
        return None
    where, values = ["true"], list[object]()
    if len(series) == 1:  # lets blocks be skipped
        where.append("series_id = ?")
        values += series
    elif series:  # a long IN becomes a join, which may lose the order of the rows
        where.append("list_contains(?::VARCHAR[], series_id)")
        values.append(list(series))
    first, last = report.days or ("", "")
    for condition, day in ((f"{last} >= ?", filters.from_date), (f"{first} <= ?", filters.to_date)):
        if day is not None:
            where.append(condition)
            values.append(day)
    return Kept(f"FROM counted.{report.view} WHERE {' AND '.join(where)}", values)


def over_days(report: Report) -> str:
    """The report's query over kept days instead of facts: for any dates and for whole series.

    Named before the query, a relation stands for the view of its name, in the query and in whatever is
    named after it.
    """
    if not report.of:
        return report.sql
    named = {name: _CHOSEN_DAYS.format(name) for name in report.of}
    named |= _upon_days()
    used = {each.view for each in reports() if each.name in report.uses}
    named |= {view: query for view, query in views_in_order() if view in used}
    before = ", ".join(f"{name} AS ({query})" for name, query in named.items())
    return f"WITH {before} SELECT * FROM ({report.sql})"


# Views whose rows belong to a series and a day.
_DAYS = (
    "held_days", "held_pages", "problem_days", "organisation_days", "priority_days", "action_problems",
    "action_priorities",
)  # fmt: skip
_UPON_DAYS = ("meeting_days", "denominators")  # and those that read them

# As chosen_meetings is narrowed (views.sql).
_CHOSEN_DAYS = """
    SELECT * FROM counted.{}
    WHERE coalesce(list_contains(getvariable('series')::VARCHAR[], series_id), getvariable('series') IS NULL)
      AND coalesce(meeting_date >= getvariable('from_date')::DATE, getvariable('from_date') IS NULL)
      AND coalesce(meeting_date <= getvariable('to_date')::DATE, getvariable('to_date') IS NULL)"""


@cache
def _upon_days() -> dict[str, str]:
    """Views that read days, and their queries."""
    found = re.findall(r"CREATE OR REPLACE VIEW (\w+) AS\n(.*?);\n", sql("views.sql"), re.DOTALL)
    return {name: query for name, query in found if name in _UPON_DAYS}


def whole_series(connection: Connection, council: str) -> list[str]:
    """The series that a council's name fits, where it fits all of their names; else none.

    As far as is kept.
    """
    found = connection.execute(_WHOLE, {"council": council}).fetchall()
    series = [series_id for series_id, whole in found if whole and series_id is not None]
    return series if len(series) == len(found) else []


_LENGTHS = "SELECT list(passage) AS passages, list(length) AS lengths FROM search.passages"


def lengths(connection: Connection) -> str:
    """A query for the numbers and lengths of all passages of the search, each as one list."""
    return "FROM counted.lengths" if standing(connection) else _LENGTHS


# Series with a name that fits, and whether all of their names do.
_WHOLE = """
    SELECT series_id, bool_and(fits) FROM (
        SELECT series_id,
               coalesce(series_id = $council, false)
               OR contains(lower(concat_ws(' ', council, area)), lower($council)) AS fits
        FROM counted.names)
    GROUP BY series_id HAVING bool_or(fits)"""

# The taxonomy's words stand in the answers.
_PROBLEMS = "(SELECT md5(string_agg(concat_ws(' ', problem, label_sv, label_en), ',' ORDER BY problem)) FROM problems)"


_LAST_RUN = "(SELECT arg_max(run_id, started_at) FROM runs)"
_RUN_BEFORE = f"(SELECT arg_max(run_id, started_at) FROM runs WHERE run_id <> {_LAST_RUN})"


def _standing(connection: Connection, run: str) -> State | None:
    """What is kept, where it is of that run and made by this code with this taxonomy."""
    try:
        found = connection.execute(
            f"""SELECT today FROM counted.state
                WHERE code = ? AND problems = {_PROBLEMS} AND run_id IS NOT DISTINCT FROM {run}""",
            [_code()],
        ).fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):  # none, or of an earlier form
        return None
    return State(*found) if found else None


@cache
def _code() -> str:
    """Changes with what the answers are made by."""
    made_by = (sql("views.sql"), list(views_in_order()), _DAYS, _LENGTHS)
    return sha256(repr(made_by).encode()).hexdigest()
