"""The first rows of a report over all councils, found without counting all of them."""

import pytest

from pipeline.store.database import Connection
from pipeline.store.filters import Filters
from pipeline.store.query import run_report
from pipeline.store.report import reports
from tests.store.samples import protocol, store
from tests.store.test_questions import FENCE, GRAFFITI, LAMP
from tests.store.test_reports import ids, link

AREAS = ("Granvik", "Ekmo", "Vikdal", "Åby", "Ömossa", "Berga", "Dalby", "Fors", "Hult", "Lid")


@pytest.fixture
def councils(connection: Connection) -> Connection:
    """Ten councils, one of which spells its name in two ways, so that it stands in two places."""
    protocols = [
        protocol(day, area=area, actions=[LAMP, FENCE, GRAFFITI])
        for area in AREAS
        for day in ("2020-01-01", "2020-02-01", "2020-03-01")
    ]
    store(connection, *protocols)
    connection.execute(
        """UPDATE meetings SET area = 'zz ' || area
           WHERE meeting_date = '2020-02-01' AND area IN ('Berga', 'Dalby')"""
    )
    link(connection, {}, {f"{ids(each)}-a1": "silent" for each in protocols})
    return connection


@pytest.mark.parametrize("name", [each.name for each in reports() if each.by])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 12, 1000])
def test_they_are_those_of_the_whole(
    councils: Connection, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr("pipeline.store.query._FIRST_COUNCILS", 2)
    monkeypatch.setattr("pipeline.store.query._MORE", 2)
    asked = next(each for each in reports() if each.name == name)
    whole = run_report(councils, asked, Filters())
    first = run_report(councils, asked, Filters(), limit)
    assert first.columns == whole.columns
    assert first.rows == whole.rows[:limit]
    assert first.cut is (len(whole.rows) > limit)
