"""What became of the database between two runs: numbers, documents and why, facts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.errors import UsageError
from pipeline.store.changes import facts_said
from pipeline.store.database import Connection


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the ledger that has ended."""

    run_id: str
    finished_at: datetime
    pipeline_version: str
    reading_version: str
    facts_version: str


@dataclass(frozen=True, slots=True)
class Differences:
    """From the end of one run to that of another.

    numbers: those that are others, with the values before and after; causes: why documents were
    touched, what came of them, and how many; sums: kind of fact, came, went; facts: path, why, kind,
    came or went, the fact as JSON. Facts of documents new in between stand in `sums` alone, as they are now.
    """

    before: Run
    after: Run
    numbers: tuple[tuple[str, int, int], ...]
    causes: tuple[tuple[str, str, int], ...]
    sums: tuple[tuple[str, int, int], ...]
    facts: tuple[tuple[str, str, str, str, str], ...]


def differences(connection: Connection, before: str | None, after: str | None) -> Differences:
    """Between the ends of two runs; without names the last one and the one before it.

    Raises UsageError for a run that is not there or has not ended, and where there are not two.
    """
    runs = [
        Run(*row)
        for row in connection.execute(
            """SELECT run_id, finished_at, pipeline_version, reading_version, facts_version
               FROM runs WHERE finished_at IS NOT NULL ORDER BY finished_at, run_id"""
        ).fetchall()
    ]
    last = _named(runs, after) if after else len(runs) - 1
    first = _named(runs, before) if before else last - 1
    if first < 0:
        raise UsageError("There is no run before that one to compare with")
    if first > last:
        raise UsageError(f"{runs[first].run_id} ended after {runs[last].run_id}")
    between = [run.run_id for run in runs[first + 1 : last + 1]]
    connection.execute("CREATE OR REPLACE TEMP TABLE runs_between (run_id VARCHAR)")
    for run_id in between:
        connection.execute("INSERT INTO runs_between VALUES (?)", [run_id])
    connection.execute(_TOUCHED)
    connection.execute(_CHANGED)
    return Differences(
        before=runs[first],
        after=runs[last],
        numbers=_rows(connection, _NUMBERS, [runs[first].run_id, runs[last].run_id]),
        causes=_rows(connection, _CAUSES),
        sums=_rows(connection, _SUMS.format(said=facts_said("new_between"))),
        facts=_rows(connection, "SELECT path, cause, kind, change, fact FROM changed ORDER BY ALL"),
    )


def _named(runs: list[Run], name: str) -> int:
    """The place of the one run whose id begins so."""
    found = [place for place, run in enumerate(runs) if run.run_id.startswith(name)]
    if len(found) != 1:
        known = ", ".join(run.run_id for run in runs[-5:])
        raise UsageError(f"{name} names {len(found)} runs that have ended; the last are {known}")
    return found[0]


def _rows(
    connection: Connection, query: str, values: list[str] | None = None
) -> tuple[tuple[Any, ...], ...]:
    return tuple(connection.execute(query, values or []).fetchall())


# Documents met for the first time in between, under a name that was new as well.
_TOUCHED = """
    CREATE OR REPLACE TEMP TABLE new_between AS
    SELECT DISTINCT document_id FROM run_documents SEMI JOIN runs_between USING (run_id)
    WHERE cause = 'new'
"""

# Net of coming and going, by name of the file: new bytes that say the same change nothing.
_CHANGED = """
    CREATE OR REPLACE TEMP TABLE changed AS
    WITH done AS (
        SELECT path, arg_max(cause, run_id) AS cause, list(DISTINCT (run_id, document_id)) AS places
        FROM run_documents SEMI JOIN runs_between USING (run_id) GROUP BY path
    ),
    net AS (
        SELECT path, any_value(cause) AS cause, kind, fact,
               sum(CASE change WHEN 'came' THEN 1 ELSE -1 END)::INTEGER AS net
        FROM fact_changes
        SEMI JOIN runs_between USING (run_id)
        ANTI JOIN new_between USING (document_id)
        JOIN (SELECT path, cause, unnest(places) AS place FROM done)
          ON place = (run_id, document_id)
        GROUP BY path, kind, fact
    )
    SELECT path, cause, kind, CASE WHEN net > 0 THEN 'came' ELSE 'went' END AS change, fact,
           unnest(range(abs(net))) AS copy
    FROM net WHERE net <> 0
"""

_NUMBERS = """
    SELECT number, coalesce(one.value, 0), coalesce(other.value, 0)
    FROM (FROM run_numbers WHERE run_id = ?) AS one
    FULL JOIN (FROM run_numbers WHERE run_id = ?) AS other USING (number)
    WHERE coalesce(one.value, 0) <> coalesce(other.value, 0) ORDER BY number
"""

_CAUSES = """
    SELECT cause, outcome, count(DISTINCT path)
    FROM run_documents SEMI JOIN runs_between USING (run_id) GROUP BY ALL ORDER BY ALL
"""

_SUMS = """
    SELECT kind, count(*) FILTER (change = 'came'), count(*) FILTER (change = 'went')
    FROM (SELECT kind, change FROM changed UNION ALL SELECT kind, 'came' FROM ({said}))
    GROUP BY kind ORDER BY kind
"""
