"""Answers counted beforehand: whole reports over all councils, as they are when an ingest ends.

A report that opens with "-- kept:" (report.py) has its rows, in its order, in a table of the schema
`counted`. They are asked instead of the facts where they say the same: when no run has begun since, and
the filters leave each council either whole or out. Everything else is counted from the facts.
The copy that the page reads (reading_copy.py) keeps those that depend on today, too.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import NamedTuple

import duckdb

from pipeline.store.database import Connection, sql, transaction
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
    if not _standing(connection, _LAST_RUN):
        with transaction(connection):
            _count(connection)


def _count(connection: Connection) -> None:
    connection.execute("DROP SCHEMA IF EXISTS counted CASCADE")
    connection.execute("CREATE SCHEMA counted")
    for each in reports():
        if each.kept in ("series", "all"):
            connection.execute(f"CREATE TABLE counted.{each.view} AS {each.sql}")
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


def kept(connection: Connection, report: Report, council: str | None, dated: bool) -> Kept | None:
    """The kept rows of a report for a council (see query.Filters), None where none can be had.

    `dated`: the filters have dates, too.
    """
    if not report.kept or dated or (council is not None and report.kept == "all"):
        return None
    state = _standing(connection, _LAST_RUN)
    if state is None or (report.kept == "today" and not state.today):
        return None
    if council is None:
        return Kept(f"FROM counted.{report.view}", [])
    found = connection.execute(_WHOLE, {"council": council}).fetchall()
    series = [series_id for series_id, whole in found if whole and series_id is not None]
    if not series or len(series) < len(found):
        return None
    marks = ", ".join("?" * len(series))
    return Kept(f"FROM counted.{report.view} WHERE series_id IN ({marks})", series)


_LENGTHS = "SELECT list(passage) AS passages, list(length) AS lengths FROM search.passages"


def lengths(connection: Connection) -> str:
    """A query for the numbers and lengths of all passages of the search, each as one list."""
    return "FROM counted.lengths" if _standing(connection, _LAST_RUN) else _LENGTHS


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


class _State(NamedTuple):
    """`today`: whether answers that depend on today are kept, too, as they were today."""

    today: bool


def _standing(connection: Connection, run: str) -> _State | None:
    """What is kept, where it is of that run and made by this code with this taxonomy."""
    try:
        found = connection.execute(
            f"""SELECT today FROM counted.state
                WHERE code = ? AND problems = {_PROBLEMS} AND run_id IS NOT DISTINCT FROM {run}""",
            [_code()],
        ).fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):  # none, or of an earlier form
        return None
    return _State(*found) if found else None


@cache
def _code() -> str:
    """Changes with what the answers are made by."""
    made_by = (sql("views.sql"), list(views_in_order()), _LENGTHS)
    return sha256(repr(made_by).encode()).hexdigest()
