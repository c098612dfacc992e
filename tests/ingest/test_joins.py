"""Series that are one under two names, in a database."""

from pathlib import Path

import pytest

from models.meeting import Status
from pipeline.errors import UsageError
from pipeline.ingest.joins import join_series, read_joins
from pipeline.ingest.relink import relink
from pipeline.store.database import Connection, open_for_writing
from tests.commands import lokalbra
from tests.store.samples import protocol, store

FILE = """
[[series]]
council = "Trygghetsrådet"
area = "Granvik-Liden"
also = [{ council = "Trygghetsrådet", area = "Granvik" }, { council = "Trygghetsrådet", area = "Liden" }]
"""
PEOPLE: list[tuple[str, str | None, Status]] = [
    (name, None, "present") for name in ("Maj Ek", "Bo Alm", "Lo Ur")
]


def series(connection: Connection) -> dict[str, str]:
    rows = connection.execute("SELECT area, series_id FROM meetings").fetchall()
    return dict(rows)


def as_spelled(connection: Connection) -> None:
    """Give the meetings the keys that they get when they are read."""
    connection.execute("UPDATE meetings SET series_key = 'trygghetsrad-' || lower(area)")
    connection.execute("UPDATE meetings SET series_id = series_key")


def test_a_file_joins_districts_and_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "series.toml"
    file.write_text(FILE, encoding="utf-8")
    with open_for_writing(tmp_path / "x.duckdb") as connection:
        first = protocol("2018-02-01", actions=[("assignment", "Bo Alm lagar staketet", None)])
        after = protocol(
            "2019-02-01", area="Granvik-Liden", follow_ups=[("done", "Staketet är lagat")]
        )
        store(connection, first, protocol("2018-05-01", area="Liden"), after)
        as_spelled(connection)
        join_series(connection, read_joins(file))
        relink(connection)
        assert set(series(connection).values()) == {"trygghetsrad-granvik-liden"}
        assert connection.execute("SELECT state FROM actions").fetchall() == [("done",)]
        join_series(connection, None)
        assert connection.execute("SELECT count(*) FROM series_to_link").fetchone() == (0,)
        join_series(connection, [])
        assert series(connection)["Liden"] == "trygghetsrad-liden"
        relink(connection)
        assert connection.execute("SELECT state FROM actions").fetchall() == [("open",)]


def test_a_renamed_council_is_known_by_its_people_and_says_why(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "x.duckdb") as connection:
        store(
            connection,
            protocol("2018-02-01", attendees=PEOPLE),
            protocol("2019-02-01", kind="minnesanteckningar", attendees=PEOPLE),
        )
        as_spelled(connection)
        connection.execute(
            "UPDATE meetings SET series_key = 'bra-granvik' WHERE meeting_date < '2019-01-01'"
        )
        join_series(connection, None)
        joins = connection.execute("FROM series_joins").fetchall()
        assert joins == [
            (
                "bra-granvik",
                "trygghetsrad-granvik",
                "continued",
                "Slutar 2018-02-01; trygghetsrad-granvik börjar 2019-02-01 i samma område med"
                " Bo Alm, Lo Ur, Maj Ek",
            )
        ]
        assert series(connection) == {"Granvik": "trygghetsrad-granvik"}


@pytest.mark.parametrize(
    "text", ["[[series]]\ncouncil = 'X'", "series = 3", "[[series", "[[series]]\nalso = [1]"]
)
def test_a_file_that_is_none_is_told_of(tmp_path: Path, text: str) -> None:
    file = tmp_path / "series.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="series"):
        read_joins(file)


def test_the_command_takes_the_file_and_refuses_one_that_is_none(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text("Trygghetsrådet Liden\nProtokoll 2018-02-01\n\n1. Läget\nLugnt.\n", "utf-8")
    (tmp_path / "series.toml").write_text(FILE, encoding="utf-8")
    (tmp_path / "bad.toml").write_text("series = 3", encoding="utf-8")
    database = tmp_path / "x.duckdb"
    refused = lokalbra("ingest", paper, "--db", database, "--series", tmp_path / "bad.toml")
    assert (refused.returncode, database.exists()) == (2, False)
    assert "bad.toml" in refused.stderr
    taken = lokalbra("ingest", paper, "--db", database, "--series", tmp_path / "series.toml")
    assert taken.returncode == 0
    with open_for_writing(database) as connection:
        assert series(connection) == {"Liden": "trygghetsrad-granvik-liden"}
