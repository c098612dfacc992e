"""How fast questions are answered over a large archive, beside SQLite with indexes in the same run.

    python benchmarks/questions.py [--councils 2000] [--meetings 50] [--database FILE] [--copy DIR]

Makes a database of rows by chance (generated_archive.py) or takes FILE, copies what the questions need
into SQLite with an index on each key and date and an FTS5 table of the items, and asks both in turn.
Prints for each question the best of three: milliseconds by the clock and of processor time, for one
council, for the first 50 rows over all, and for these between two days; for SQLite where the same question
is put to it. With --copy, searches are put to the page's copy of the database, kept in DIR, too.
"""

import argparse
import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from generated_archive import make

from pipeline.store.database import Connection, open_for_reading
from pipeline.store.desk.asked import Desk, known_of
from pipeline.store.desk.search import find
from pipeline.store.filters import Filters
from pipeline.store.query import run_report
from pipeline.store.reading_copy import open_copy, refreshed
from pipeline.store.report import reports
from pipeline.store.search import search

ROUNDS = 3
ROWS = 50
SEARCHES = (
    "belysning",
    "rån",
    "gatubelysning",
    "polisen ungdomsgården",
    '"och rånen"',
    '"rånets"',
    '"tunnelrånen skolmätningar"',
    "mopedsvandringar",
    "personrån -skolgården",
)
COPIED = (
    "meetings",
    "attendees",
    "persons",
    "actions",
    "follow_ups",
    "problem_mentions",
    "problems",
)
INDEXES = (
    "meetings(series_id, meeting_date)",
    "meetings(meeting_id)",
    "attendees(meeting_id)",
    "persons(person_id)",
    "actions(meeting_id)",
    "actions(action_id)",
    "follow_ups(action_id)",
    "problem_mentions(meeting_id)",
)

DAYS = date(2012, 3, 1), date(2015, 8, 31)

# The same questions in SQLite's words; {chosen} narrows meetings to one council, to these days or not at all.
SQLITE = {
    "recurring-problems": """
        WITH days AS (SELECT series_id, count(DISTINCT meeting_date) AS protocols FROM meetings {chosen} GROUP BY series_id)
        SELECT series_id, problem, count(DISTINCT meeting_date) AS meetings_with, protocols,
               min(meeting_date), max(meeting_date)
        FROM meetings JOIN problem_mentions USING (meeting_id) JOIN days USING (series_id) {chosen}
        GROUP BY series_id, problem ORDER BY meetings_with DESC LIMIT {limit}""",
    "problem-by-year": """
        SELECT series_id, substr(meeting_date, 1, 4) AS year, problem, count(DISTINCT meeting_date)
        FROM meetings JOIN problem_mentions USING (meeting_id) {chosen}
        GROUP BY series_id, year, problem ORDER BY series_id, year LIMIT {limit}""",
    "action-audit": """
        SELECT action_id, actions.text, actions.quote, state, due_date, persons.name,
               (SELECT count(DISTINCT later.meeting_date) FROM meetings AS later
                WHERE later.series_id = meetings.series_id AND later.meeting_date > meetings.meeting_date),
               (SELECT f.outcome || f.quote FROM follow_ups AS f JOIN meetings AS m USING (meeting_id)
                WHERE f.action_id = actions.action_id ORDER BY m.meeting_date DESC LIMIT 1)
        FROM meetings JOIN actions USING (meeting_id) LEFT JOIN persons ON person_id = owner_person_id
        {chosen} ORDER BY series_id, meeting_date, action_id LIMIT {limit}""",
    "attendance": """
        SELECT series_id, person_id, name, count(*), sum(present), max(CASE WHEN present THEN meeting_date END)
        FROM (SELECT series_id, meeting_date, person_id, persons.name, max(status = 'present') AS present
              FROM meetings JOIN attendees USING (meeting_id) JOIN persons USING (person_id) {chosen}
              GROUP BY series_id, meeting_date, person_id)
        GROUP BY series_id, person_id ORDER BY series_id LIMIT {limit}""",
    "most-open": """
        SELECT series_id, owner_person_id, count(*) AS open FROM meetings JOIN actions USING (meeting_id)
        {chosen} {and} state IN ('open', 'reported', 'silent')
        GROUP BY series_id, owner_person_id ORDER BY open DESC LIMIT {limit}""",
}


def best(ask: Callable[[], object]) -> str:
    """The best of some rounds: milliseconds by the clock, and of processor time in brackets."""
    times = []
    for _ in range(ROUNDS):
        clock, processor = perf_counter(), process_time()
        ask()
        times.append((perf_counter() - clock, process_time() - processor))
    return f"{1000 * min(c for c, _ in times):8.1f} ({1000 * min(p for _, p in times):7.1f})"


def _rows(connection: Connection | sqlite3.Connection, sql: str, *values: str) -> object:
    return connection.execute(sql, values).fetchall()


def copy(connection: Connection, path: Path) -> sqlite3.Connection:
    """The tables that the questions need, in SQLite, indexed; the items in FTS5."""
    other = sqlite3.connect(path)
    for table in COPIED:
        cursor = connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description or ()]
        other.execute(f"CREATE TABLE {table} ({', '.join(names)})")
        marks = ", ".join("?" for _ in names)
        while rows := cursor.fetchmany(20_000):
            other.executemany(
                f"INSERT INTO {table} VALUES ({marks})",
                [
                    [str(cell) if hasattr(cell, "isoformat") else cell for cell in row]
                    for row in rows
                ],
            )
    other.execute("CREATE VIRTUAL TABLE items USING fts5(text, meeting_id UNINDEXED)")
    cursor = connection.execute("SELECT text, meeting_id FROM sections")
    while rows := cursor.fetchmany(20_000):
        other.executemany("INSERT INTO items VALUES (?, ?)", rows)
    for index, where in enumerate(INDEXES):
        other.execute(f"CREATE INDEX i{index} ON {where}")
    other.execute("ANALYZE")
    other.commit()
    return other


def ask_reports(connection: Connection, other: sqlite3.Connection, council: str) -> None:
    headings = ("one council", "all, 50 rows", "all, with dates")
    print(
        f"{'report, ms (of processor)':<26}"
        + "".join(f"{each:>20}{'SQLite':>20}" for each in headings)
    )
    since, until = DAYS
    asked = (
        (Filters(council), None, f"series_id = '{council}'"),
        (Filters(), ROWS, "true"),
        (Filters(None, since, until), ROWS, f"meeting_date BETWEEN '{since}' AND '{until}'"),
    )
    for each in reports():
        print(f"{each.name:<26}", end="")
        for filters, limit, narrowed in asked:
            took = best(partial(run_report, connection, each, filters, limit))
            same = ""
            if query := SQLITE.get(each.name):
                sql = query.replace("{chosen}", f"WHERE {narrowed}").replace("{and}", "AND")
                same = best(partial(_rows, other, sql.format(limit=-1 if limit is None else limit)))
            print(f"{took:>20}{same:>20}", end="", flush=True)
        print()


def ask_searches(
    connection: Connection, other: sqlite3.Connection, council: str, copied: Desk | None
) -> None:
    print(
        f"{'search, ms (of processor)':<26}{'all':>20}{'FTS5, bare words':>20}{'one council':>20}{'with dates':>20}"
        + (f"{'copy, all':>20}{'copy, one council':>20}" if copied else "")
    )
    chosen = (Filters(), Filters(council), Filters(None, *DAYS))
    for words in SEARCHES:
        every, *some = (best(partial(search, connection, words, each, 10)) for each in chosen)
        bare = words.replace(" -", " NOT ")
        same = best(
            partial(
                _rows,
                other,
                "SELECT meeting_id, snippet(items, 0, '[', ']', '…', 30) FROM items WHERE items MATCH ?"
                " ORDER BY rank LIMIT 10",
                bare,
            )
        )
        if copied:
            some += [best(partial(find, copied, words, each, 10)) for each in chosen[:2]]
        print(
            f"{words:<26}{every:>20}{same:>20}" + "".join(f"{each:>20}" for each in some),
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--councils", type=int, default=2_000)
    parser.add_argument("--meetings", type=int, default=50)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--copy", type=Path)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = chosen.database or Path(folder) / "archive.duckdb"
        if chosen.database is None:
            start = perf_counter()
            make(path, chosen.councils, chosen.meetings)
            print(f"made in {perf_counter() - start:.0f} s")
        with open_for_reading(path) as connection:
            sums = connection.execute(
                """SELECT (SELECT count(*) FROM meetings), (SELECT count(*) FROM sections),
                          (SELECT count(*) FROM attendees) + (SELECT count(*) FROM actions)
                          + (SELECT count(*) FROM follow_ups) + (SELECT count(*) FROM problem_mentions)
                          + (SELECT count(*) FROM priority_areas), (SELECT count(DISTINCT term) FROM search.postings)"""
            ).fetchone()
            print(
                "meetings, items, facts, terms:",
                *(sums or ()),
                f"{path.stat().st_size / 1e6:.0f} MB",
            )
            with copy(connection, Path(folder) / "archive.sqlite") as other:
                print(f"SQLite: {(Path(folder) / 'archive.sqlite').stat().st_size / 1e6:.0f} MB")
                ask_reports(connection, other, "bra-ort17")
                copied = None
                if chosen.copy:
                    opened = open_copy(refreshed(path, chosen.copy, 400), 200)
                    copied = Desk(opened, known_of(opened))
                ask_searches(connection, other, "bra-ort17", copied)


if __name__ == "__main__":
    main()
