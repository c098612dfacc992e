"""What is linked anew when documents have come, changed or gone, in a real database."""

from datetime import date
from pathlib import Path

import pytest

from models.meeting import ActionKind
from pipeline.ingest.relink import relink
from pipeline.store.database import open_for_reading, open_for_writing
from pipeline.store.filters import Filters
from pipeline.store.load import Name, load
from pipeline.store.meeting import stored_meeting
from pipeline.store.query import Result, run_report
from pipeline.store.report import report
from tests.store.samples import NOW, entry, protocol, store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.duckdb"


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with open_for_reading(database) as connection:
        return connection.execute(query).fetchall()


def test_what_has_changed_is_linked_series_by_series(database: Path) -> None:
    first = protocol(
        "2020-01-10",
        attendees=[("Maj Ek", "kommunen", "present")],
        actions=[
            ("assignment", "Kommunen ska laga belysningen i gångtunneln vid stationen.", None)
        ],
    )
    second = protocol(
        "2020-02-10",
        attendees=[("Maj Ek", "kommunen", "present")],
        follow_ups=[("done", "Belysningen i gångtunneln vid stationen är lagad.")],
    )
    elsewhere = protocol("2020-03-10", area="Vikdal", attendees=[("Maj Ek", None, "present")])
    with open_for_writing(database) as connection:
        store(connection, first, second, elsewhere)
        assert relink(connection) == 2
        assert relink(connection) == 0

    action_id = f"{first.document.document_id[:16]}-1-a1"
    assert rows(database, "SELECT action_id FROM follow_ups") == [(action_id,)]
    assert rows(database, "SELECT state FROM actions") == [("done",)]
    assert rows(
        database,
        """SELECT count(DISTINCT person_id), count(*) FROM attendees JOIN meetings USING (meeting_id)
           WHERE area = 'Granvik' AND person_id IN (SELECT person_id FROM persons)""",
    ) == [(1, 2)]


def test_a_possible_follow_up_is_one_as_long_as_its_action_is_in_the_archive(
    database: Path,
) -> None:
    light = "Kommunen ska laga belysningen i gångtunneln vid stationen."
    lit = "Belysningen i gångtunneln vid stationen lyser igen."
    before = protocol("2020-01-10", actions=[("assignment", light, None)])
    after = protocol("2020-02-10", possible=[("done", lit), ("done", "Kaffet var gott i dag.")])
    told = """SELECT follow_ups.text, action_id, evidence.quote, evidence.rule FROM follow_ups
              JOIN evidence ON record_id = follow_up_id"""
    action_id = f"{before.document.document_id[:16]}-1-a1"
    meeting_id = f"{after.document.document_id[:16]}-1"
    with open_for_writing(database) as connection:
        store(connection, after)
        relink(connection)
        alone = connection.execute(told).fetchall()
        store(connection, before)
        for _ in range(2):
            relink(connection)
        both = connection.execute(told).fetchall()
        states = connection.execute("SELECT state FROM actions").fetchall()
        shown = stored_meeting(connection, meeting_id)
        store(connection, after)
        relink(connection)
        again = connection.execute(told).fetchall()
        empty = protocol("2020-01-10")
        names = {f"/archive/{before.document.document_id}": Name(empty.document.document_id)}
        load(connection, "run", [entry(empty)], names, NOW)
        relink(connection)
        without = connection.execute(told).fetchall()
    assert alone == without == []
    assert both == again == [(lit, action_id, lit, "test.rule")]
    assert states == [("done",)]
    assert shown is not None
    assert [each.text for each in shown.meeting.follow_ups] == [lit]
    assert [each.text for each in shown.meeting.possible_follow_ups] == ["Kaffet var gott i dag."]


def test_an_outcome_is_judged_by_the_promise_as_long_as_its_action_is_in_the_archive(
    database: Path,
) -> None:
    asked = "Maj Ek frågar gallerian om belysningen i gångtunneln vid stationen."
    no = "Gallerian säger nej till belysningen i gångtunneln vid stationen."
    before = protocol("2020-01-10", actions=[("commitment", asked, None)])
    sure = protocol("2020-02-10", follow_ups=[("dropped", no)])
    maybe = protocol("2020-03-10", possible=[("dropped", no)])
    told = "SELECT outcome, outcome_read FROM follow_ups ORDER BY follow_up_id"
    with open_for_writing(database) as connection:
        store(connection, before, sure, maybe)
        for _ in range(2):
            relink(connection)
        judged = connection.execute(told).fetchall()
        states = connection.execute("SELECT state FROM actions").fetchall()
        empty = protocol("2020-01-10")
        names = {f"/archive/{before.document.document_id}": Name(empty.document.document_id)}
        load(connection, "run", [entry(empty)], names, NOW)
        relink(connection)
        without = connection.execute(told).fetchall()
    assert judged == [("done", "dropped")] * 2
    assert states == [("done",)]
    assert without == [("dropped", "dropped")]


def test_a_task_repeated_from_protocol_to_protocol_is_one_in_the_audit(database: Path) -> None:
    task: tuple[ActionKind, str, str | None] = (
        "commitment",
        "Maj Ek kontaktar fastighetsägaren om belysningen i gångtunneln.",
        None,
    )
    new: tuple[ActionKind, str, str | None] = (
        "commitment",
        "Bo Alm bjuder in grannarna till en vandring i Ekbacken.",
        None,
    )
    days = ("2020-01-10", "2020-03-10", "2020-05-10", "2020-09-10")
    papers = [protocol(day, actions=[task]) for day in days[:2]]
    papers.append(protocol(days[2], actions=[new, task]))
    papers.append(protocol(days[3], actions=[new]))
    with open_for_writing(database) as connection:
        store(connection, *papers)
        relink(connection)
        before = run_report(connection, report("action-audit"), Filters())
        done = protocol(
            "2020-11-10",
            follow_ups=[("done", "Fastighetsägaren har kontaktats om belysningen i gångtunneln.")],
        )
        store(connection, done)
        relink(connection)
        after = run_report(connection, report("action-audit"), Filters())
        copies = connection.execute(
            "SELECT state, carried_from FROM actions WHERE carried_from IS NOT NULL"
        ).fetchall()

    def told(result: Result) -> list[tuple[object, ...]]:
        kept = [
            result.columns.index(each) for each in ("meeting_date", "text", "state", "repeated")
        ]
        return [tuple(row[place] for place in kept) for row in result.rows]

    light = (date(2020, 1, 10), task[1], "reported", 2)
    assert told(before) == [light, (date(2020, 5, 10), new[1], "reported", 1)]
    assert told(after)[0] == (*light[:2], "done", 2)
    root = f"{papers[0].document.document_id[:16]}-1-a1"
    walk = f"{papers[2].document.document_id[:16]}-1-a1"
    assert sorted(copies) == sorted([("done", root), ("done", root), ("reported", walk)])
