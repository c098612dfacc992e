"""Reports that answer questions over a council's years: what stays open, who, what came of it."""

from collections.abc import Callable
from datetime import date

import pytest

from models.meeting import ActionKind, Protocol, Status
from models.problem import Problem
from pipeline.store.database import Connection
from pipeline.store.filters import Filters
from pipeline.store.load import replace_problems
from pipeline.store.query import readable, run_report
from pipeline.store.report import report
from tests.store.samples import protocol, store
from tests.store.test_reports import ids, link

Asked = list[dict[str, object]]
Task = tuple[ActionKind, str, str | None]
LAMP: Task = ("assignment", "Bo Alm ska laga lampan", "2020-02-01")
FENCE: Task = ("decision", "Staketet ska rivas", None)
GRAFFITI: Task = ("decision", "Klottret vid skolan saneras", None)


@pytest.fixture
def ask(connection: Connection) -> Callable[[str], Asked]:
    def answer(name: str) -> Asked:
        result = run_report(connection, report(name), Filters())
        return [dict(zip(result.columns, row, strict=True)) for row in result.rows]

    return answer


def test_what_is_open_the_longest_stands_first_until_the_last_protocol(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    first = protocol("2020-01-01", actions=[LAMP, FENCE])
    second = protocol("2020-02-01", actions=[GRAFFITI])
    last = protocol("2020-03-01", actions=[GRAFFITI])
    store(connection, first, second, last)
    lamp, fence, graffiti = f"{ids(first)}-a1", f"{ids(first)}-a2", f"{ids(second)}-a1"
    link(connection, {}, {lamp: "done", fence: "silent", graffiti: "reported"})

    found = [
        (row["action_id"], row["days_open"], row["later_protocols"]) for row in ask("longest-open")
    ]

    assert found == [(fence, 60, 2), (graffiti, 29, 1)]


def test_silence_names_the_protocols_that_were_searched(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    first, second, third = (protocol(f"2020-0{month}-01", actions=[FENCE]) for month in (1, 2, 3))
    store(connection, first, second, third, protocol("2020-04-01", area="Vikdal"))
    link(connection, {}, {f"{ids(each)}-a1": "silent" for each in (first, second)})

    found = [
        (row["action_id"], row["searched"], row["searched_dates"], row["searched_meetings"])
        for row in ask("silent-actions")
    ]

    assert found == [
        (f"{ids(first)}-a1", 2, "2020-02-01, 2020-03-01", f"{ids(second)}, {ids(third)}"),
        (f"{ids(second)}-a1", 1, "2020-03-01", ids(third)),
    ]


def test_owners_are_counted_with_what_they_have_open(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    def owned(paper: Protocol, *owners: str | None) -> Protocol:
        (meeting,) = paper.meetings
        actions = tuple(
            action.model_copy(update={"owner": owner})
            for action, owner in zip(meeting.actions, owners, strict=True)
        )
        return paper.model_copy(
            update={"meetings": (meeting.model_copy(update={"actions": actions}),)}
        )

    paper = owned(
        protocol("2020-01-01", actions=[LAMP, FENCE, GRAFFITI]), "Polisen", "polisen", None
    )
    later = owned(protocol("2020-05-01", actions=[FENCE]), "Kommunen")
    store(connection, paper, later)
    link(connection, {}, {f"{ids(paper)}-a1": "silent", f"{ids(paper)}-a2": "done"})

    found = [tuple(row.values())[3:] for row in ask("most-open")]

    assert found == [
        ("Polisen", 1, 1, 1, date(2020, 1, 1), 1, 2),
        ("Kommunen", 1, 0, 0, date(2020, 5, 1), 0, 1),
    ]


def test_an_organisation_that_stopped_coming_is_told_and_one_with_no_list_is_not(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    came: list[tuple[str, str, Status]] = [
        ("Maj Ek", "kommunen", "present"),
        ("Bo Alm", "Polisen", "present"),
    ]
    missed: list[tuple[str, str, Status]] = [
        ("Maj Ek", "kommunen", "present"),
        ("Bo Alm", "polisen", "absent"),
    ]
    store(
        connection,
        *(protocol(f"2020-0{month}-01", attendees=came) for month in (1, 2)),
        *(protocol(f"2020-0{month}-01", attendees=missed) for month in (3, 4)),
        protocol("2020-05-01"),
    )

    (row,) = ask("lost-organisations")

    assert (row["name"], row["present"], row["last_present"]) == ("Polisen", 2, date(2020, 2, 1))
    assert (row["meetings_since"], row["absent_since"]) == (2, 2)


def test_a_priority_is_followed_to_what_was_done(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    def in_one_item(paper: Protocol) -> Protocol:
        (meeting,) = paper.meetings
        parts = {
            name: tuple(each.model_copy(update={"section": 1}) for each in getattr(meeting, name))
            for name in ("actions", "problem_mentions")
        }
        return paper.model_copy(update={"meetings": (meeting.model_copy(update=parts),)})

    first = protocol("2020-01-01", priorities=["klotter", "ungdomar", "parken"])
    second = in_one_item(protocol("2020-02-01", problems=["klotter"], actions=[FENCE]))
    third = protocol("2020-03-01", actions=[("decision", "Lamporna i Parken byts", None)])
    later = in_one_item(
        protocol("2020-04-01", problems=["klotter"], actions=[LAMP], priorities=["ungdomar"])
    )
    store(connection, first, second, third, later)
    link(connection, {}, {f"{ids(second)}-a1": "done", f"{ids(third)}-a1": "silent"})

    found = {
        row["name"]: (row["problems"], row["mentions"], row["actions"], row["verdict"])
        for row in ask("priority-outcomes")
    }

    assert found == {
        "ungdomar": (None, 0, 0, "no_action"),
        "parken": (None, 0, 1, "no_outcome"),
        "klotter": ("klotter", 1, 1, "done"),
    }
    assert ask("priority-outcomes")[0]["name"] == "ungdomar"


def test_a_council_s_problems_are_set_beside_those_of_all(
    connection: Connection, ask: Callable[[str], Asked]
) -> None:
    store(
        connection,
        protocol("2020-01-01", problems=["klotter"]),
        protocol("2020-02-01", problems=["klotter", "brand"]),
        *(protocol(f"2020-0{month}-01", area="Vikdal", problems=["brand"]) for month in (1, 2)),
    )

    found = [
        (row["area"], row["problem"], row["share_percent"], row["all_percent"])
        for row in ask("problem-by-council")
    ]

    assert found == [
        ("Granvik", "klotter", 100.0, 50.0),
        ("Granvik", "brand", 50.0, 75.0),
        ("Vikdal", "brand", 100.0, 75.0),
    ]


def test_first_rows_are_told_to_be_cut(connection: Connection) -> None:
    store(connection, protocol("2020-01-01", actions=[LAMP, FENCE]))
    audit = report("action-audit")
    whole, one, two = (run_report(connection, audit, Filters(), limit) for limit in (None, 1, 2))
    assert (one.rows, one.cut) == (whole.rows[:1], True)
    assert (two.rows, two.cut) == (whole.rows, False)


def test_a_person_reads_words_of_the_language_asked_for(connection: Connection) -> None:
    store(connection, protocol("2020-01-01", problems=["klotter"]))
    replace_problems(
        connection, [Problem(problem="klotter", label_sv="Klotter", label_en="Graffiti")]
    )
    asked = report("problem-by-council")
    result = run_report(connection, asked, Filters())
    swedish = readable(result, asked, "sv", without={"council", "area"})
    english = readable(result, asked, "en", without={"council", "area"})
    assert (swedish.columns[0], swedish.rows[0][0]) == ("Problem", "Klotter")
    assert (english.columns[1], english.rows[0][0]) == ("Meetings with", "Graffiti")
