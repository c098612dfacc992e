"""Asking: ready reports, and free questions in a sandbox."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import duckdb

from pipeline.errors import QueryError
from pipeline.store.counted import State, kept, over_days, standing, whole_series
from pipeline.store.database import Connection, open_for_reading
from pipeline.store.filters import Filters, narrow
from pipeline.store.report import Language, Report, labels


@dataclass(frozen=True, slots=True)
class Result:
    """Rows under named columns. `cut` says that there were more rows than allowed."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a free question is broken off."""

    rows: int = 10_000
    seconds: float = 30.0
    memory_mb: int = 1_000


_SANDBOX = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
}


def run_report(
    connection: Connection,
    report: Report,
    filters: Filters,
    limit: int | None = None,
    series: Sequence[str] = (),
    state: State | None = None,
) -> Result:
    """The report's first rows, all its columns. Raises UsageError where no council fits the filter.

    `series`: those that the council stands for as a whole, `state`: of what is kept; where they are known.
    """
    state = state or standing(connection)
    if state and filters.council is not None and not series:
        series = whole_series(connection, filters.council)
    answer = kept(report, filters, series, state)
    if answer is not None:
        query = answer.query if limit is None else f"{answer.query} LIMIT {limit + 1}"
        return result_of(connection.execute(query, answer.values), limit)
    narrow(connection, filters, series)
    query = report.sql
    if state and (filters.council is None or series):
        query = over_days(report)
    if limit is None:
        return result_of(connection.execute(query))
    if report.by is not None and filters.council is None:
        found = _first_councils(connection, report, query, limit)
        if found is not None:
            return found
    return result_of(connection.execute(f"SELECT * FROM ({query}) LIMIT {limit + 1}"), limit)


_FIRST_COUNCILS = 8
_MORE = 6  # times, where these have too few rows


def _first_councils(
    connection: Connection, report: Report, query: str, limit: int
) -> Result | None:
    """The first rows of a report that is ordered by council, from the first councils alone.

    None where it takes so many that all may be asked. A series whose meetings spell its name in
    several ways stands in several places: what counts is up to which place the rows are whole.
    """
    source = (
        "chosen_meetings"
        if report.by == "meetings"
        else "series SEMI JOIN chosen_series USING (series_id)"
    )
    names = connection.execute(
        f"SELECT DISTINCT lower(council), lower(area), series_id FROM {source} ORDER BY ALL"
    ).fetchall()
    places = {name: place for place, name in enumerate(names)}
    upto = _FIRST_COUNCILS
    while upto * 2 < len(names):
        some = sorted({series_id for *_, series_id in names[:upto] if series_id is not None})
        connection.execute("SET VARIABLE series = ?", [some])
        try:
            result = result_of(
                connection.execute(f"SELECT * FROM ({query}) LIMIT {limit + 1}"), limit
            )
        finally:
            connection.execute("RESET VARIABLE series")
        if result.cut and _place(result, places) < upto:
            return result
        upto *= _MORE
    return None


def _place(result: Result, places: Mapping[tuple[object, ...], int]) -> int:
    """Which of the names in order the last row has; behind all where it has none of them."""
    row = dict(zip(result.columns, result.rows[-1], strict=True))
    council, area = (name and str(name).lower() for name in (row["council"], row["area"]))
    return places.get((council, area, row["series_id"]), len(places))


def readable(
    result: Result, report: Report, language: Language, without: Collection[str] = ()
) -> Result:
    """A report's result for a person: its columns for people under their headings, values in words.

    `without`: columns to leave out.
    """
    columns = [
        f"label_{language}" if column == "label_sv" else column
        for column in report.columns
        if column not in without
    ]
    places = [result.columns.index(column) for column in columns]
    words = labels()
    return Result(
        tuple(words.column(column, language) for column in columns),
        tuple(
            tuple(words.value(result.columns[place], row[place], language) for place in places)
            for row in result.rows
        ),
        result.cut,
    )


def run_query(path: Path, query: str, limits: Limits) -> Result:
    """The rows of one SELECT (or EXPLAIN, DESCRIBE, SUMMARIZE) on the database at `path`.

    It can reach no file and no network, change nothing, load no extension. Raises QueryError where
    it is wrong, forbidden, too slow or too large; DatabaseError where the database cannot be used.
    """
    config = {**_SANDBOX, "memory_limit": f"{limits.memory_mb}MB"}
    with open_for_reading(path, config) as connection:
        connection.execute("SET lock_configuration = true")
        timer = Timer(limits.seconds, connection.interrupt)
        try:
            statements = connection.extract_statements(query)
            allowed = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
            if len(statements) != 1 or statements[0].type not in allowed:
                raise QueryError("One SELECT, please: this is for asking, not for changing")
            timer.start()
            return result_of(connection.execute(statements[0]), limits.rows)
        except duckdb.InterruptException as error:
            raise QueryError(f"Broken off after {limits.seconds:g} seconds") from error
        except duckdb.OutOfMemoryException as error:
            raise QueryError(f"It needs more than {limits.memory_mb} MB of memory") from error
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        finally:
            timer.cancel()


def result_of(cursor: Connection, limit: int | None = None) -> Result:
    """What a query has found, its first rows alone where there is a limit."""
    columns = tuple(column[0] for column in cursor.description or ())
    rows = cursor.fetchall() if limit is None else cursor.fetchmany(limit + 1)
    cut = limit is not None and len(rows) > limit
    return Result(columns, tuple(rows[:limit]), cut)
