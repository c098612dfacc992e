"""Answers counted beforehand say what counting from the facts says, and are not asked where they are stale."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.extract.taxonomy import taxonomy
from pipeline.ingest.relink import relink
from pipeline.stages import Versions
from pipeline.store.counted import Kept, bring_up_to_date, kept, standing, whole_series
from pipeline.store.database import Connection, open_for_writing
from pipeline.store.filters import Filters
from pipeline.store.ledger import start_run
from pipeline.store.load import replace_problems
from pipeline.store.query import Result, run_report
from pipeline.store.reading_copy import open_copy, refreshed
from pipeline.store.report import report, reports
from tests.store.samples import NOW, full_protocol, protocol, store
from tests.store.test_questions import FENCE, GRAFFITI, LAMP

KEPT = [each.name for each in reports() if each.kept in ("series", "all") or each.of]
FILTERS = [
    Filters(),
    Filters("Granvik"),
    Filters("trygg"),
    Filters("trygghetsrådet vikdal"),
    Filters("zz Ekmo"),
    Filters("ekmo"),
    Filters(None, date(2020, 2, 1)),
    Filters(None, date(2020, 2, 15), date(2021, 1, 1)),
    Filters(None, date(2021, 1, 1)),
    Filters("Granvik", None, date(2020, 3, 31)),
    Filters("zz Ekmo", date(2020, 1, 15), date(2021, 1, 1)),
]


def begin(connection: Connection, run_id: str) -> None:
    versions = Versions("1", "2", "3")
    start_run(connection, run_id, NOW.replace(second=int(run_id)), versions, 0)


def fill(connection: Connection) -> None:
    """Three councils with facts of all kinds, one of which spells its name in two ways."""
    replace_problems(connection, taxonomy())
    begin(connection, "1")
    store(
        connection,
        full_protocol(),
        *(
            protocol(
                day,
                area=area,
                attendees=[("Maj Ek", "kommunen", "present"), ("Bo Alm", "polisen", "present")]
                if nth < 3
                else [("Maj Ek", "kommunen", "present"), ("Bo Alm", "polisen", "absent")],
                actions=[LAMP, FENCE, GRAFFITI],
                problems=["klotter", "brand"] if nth != 2 else ["personran"],
                priorities=["klotter"],
                next_day="2020-08-10" if nth == 3 else None,
            )
            for area in ("Granvik", "Ekmo", "Vikdal")
            for nth, day in enumerate(
                ("2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01", "2021-05-01")
            )
        ),
    )
    connection.execute(
        "UPDATE meetings SET area = 'zz Ekmo' WHERE meeting_date = '2020-02-01' AND area = 'Ekmo'"
    )
    linked = relink(connection)
    connection.execute(
        """INSERT INTO year_words
           SELECT series_id, year, word, false, uses, 2, ''
           FROM (SELECT DISTINCT series_id FROM meetings WHERE series_id IS NOT NULL),
                (VALUES (2020, 'park', 90), (2021, 'park', 60), (2021, 'drönare', 30)) AS used(year, word, uses)"""
    )
    bring_up_to_date(connection, linked)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("counted") / "a.duckdb"
    with open_for_writing(database) as connection:
        fill(connection)
    return database


@pytest.fixture
def counted(archive: Path, tmp_path: Path) -> Iterator[Connection]:
    with open_for_writing(Path(shutil.copy(archive, tmp_path))) as connection:
        yield connection


def kept_rows(connection: Connection, name: str, filters: Filters) -> Kept | None:
    series = whole_series(connection, filters.council) if filters.council else ()
    return kept(report(name), filters, series, standing(connection))


def from_facts(connection: Connection, name: str, filters: Filters, limit: int | None) -> Result:
    """The answer with what is kept out of reach."""
    connection.execute("UPDATE counted.state SET code = 'other ' || code")
    found = run_report(connection, report(name), filters, limit)
    connection.execute("UPDATE counted.state SET code = substr(code, 7)")
    return found


@pytest.mark.slow
def test_kept_rows_are_those_of_the_facts(counted: Connection) -> None:
    for name in KEPT:
        assert run_report(counted, report(name), Filters()).rows, name
        for filters in FILTERS:
            for limit in (None, 3):
                counted_rows = run_report(counted, report(name), filters, limit)
                assert counted_rows == from_facts(counted, name, filters, limit), (name, filters)


SINCE = date(2020, 2, 1)


@pytest.mark.parametrize(
    ("name", "filters", "is_kept"),
    [
        ("recurring-problems", Filters(), True),
        ("recurring-problems", Filters("Granvik"), True),
        ("recurring-problems", Filters("Granvik", SINCE), False),  # dates change its rows
        ("longest-open", Filters("Granvik", SINCE), True),  # dates choose among them
        ("new-words", Filters(None, SINCE), True),
        (
            "recurring-problems",
            Filters("zz Ekmo"),
            False,
        ),  # one of the names of a series: some of its meetings
        ("recurring-problems", Filters("Nowhere"), False),
        ("problem-by-council", Filters("Granvik"), False),
        ("action-audit", Filters(), False),
        ("ingest-health", Filters(), False),
    ],
)
def test_they_are_asked_for_whole_series_alone(
    counted: Connection, name: str, filters: Filters, is_kept: bool
) -> None:
    assert (kept_rows(counted, name, filters) is not None) is is_kept


def test_a_council_that_is_not_there_is_told(counted: Connection) -> None:
    with pytest.raises(UsageError, match="Nowhere"):
        run_report(counted, report("recurring-problems"), Filters("Nowhere"))


def test_what_a_later_run_has_stored_is_not_missed(counted: Connection) -> None:
    asked = report("recurring-problems")
    before = run_report(counted, asked, Filters())
    begin(counted, "2")
    store(counted, protocol("2022-01-01", area="Åby", problems=["klotter"]))
    during = run_report(counted, asked, Filters())
    assert len(during.rows) == len(before.rows) + 1
    assert kept_rows(counted, asked.name, Filters()) is None
    bring_up_to_date(counted, relink(counted))
    assert kept_rows(counted, asked.name, Filters()) is not None
    assert run_report(counted, asked, Filters()) == during


def test_a_run_that_changes_nothing_counts_nothing(counted: Connection) -> None:
    asked = report("recurring-problems")
    counted.execute("DELETE FROM counted.recurring_problems")
    begin(counted, "2")
    bring_up_to_date(counted, 0)
    assert run_report(counted, asked, Filters()).rows == ()
    begin(counted, "3")  # broken off
    begin(counted, "4")
    bring_up_to_date(counted, 0)
    assert run_report(counted, asked, Filters()).rows


def test_other_words_for_a_problem_are_seen(counted: Connection) -> None:
    counted.execute("UPDATE problems SET label_sv = 'Sprej' WHERE problem = 'klotter'")
    found = run_report(counted, report("recurring-problems"), Filters())
    assert "Sprej" in {row[found.columns.index("label_sv")] for row in found.rows}


@pytest.mark.slow
@pytest.mark.parametrize("broken_off", [False, True])
def test_the_copy_of_the_page_answers_alike(
    archive: Path, tmp_path: Path, broken_off: bool
) -> None:
    database = Path(shutil.copy(archive, tmp_path))
    asked = [(each, filters) for each in reports() if each.kept for filters in FILTERS]
    with open_for_writing(database) as connection:
        if broken_off:
            begin(connection, "2")
            store(connection, protocol("2022-01-01", area="Åby", actions=[LAMP]))
        expected = [run_report(connection, each, filters, 5) for each, filters in asked]
    with open_copy(refreshed(database, tmp_path / "copies", 400), 200) as read:
        for (each, filters), answer in zip(asked, expected, strict=True):
            assert run_report(read, each, filters, 5) == answer, (each.name, filters)
            assert kept_rows(read, each.name, Filters()) is not None


def test_rows_of_many_councils_are_in_the_order_of_the_report(counted: Connection) -> None:
    counted.execute(
        """CREATE OR REPLACE TABLE counted.longest_open AS
           SELECT place, 'ort' || hash(place) % 400 AS series_id FROM range(200_000) AS rows(place)"""
    )
    series = [f"ort{nth}" for nth in range(10)]
    answer = kept(report("longest-open"), Filters("ort"), series, standing(counted))
    assert answer is not None
    places = [place for place, _ in counted.execute(answer.query, answer.values).fetchall()]
    assert len(places) > 1000
    assert places == sorted(places)
