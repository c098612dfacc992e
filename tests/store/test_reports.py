from collections.abc import Callable
from datetime import date

import pytest

from models.meeting import Protocol
from models.problem import Problem
from pipeline.errors import UsageError
from pipeline.ingest.relink import relink
from pipeline.store.database import Connection
from pipeline.store.filters import Filters
from pipeline.store.links import (
    ActionLink,
    FollowUpLink,
    Links,
    PersonLink,
    PersonRow,
    encoded,
    replace_links,
)
from pipeline.store.load import Name, load, replace_problems
from pipeline.store.query import run_report
from pipeline.store.report import Report, labels, report, reports
from pipeline.store.to_link import series_to_link
from tests.store.samples import NOW, failed_entry, protocol, store

PROMISED_COLUMNS = {
    "recurring-problems": "series_id, council, area, problem, label_sv, meetings_with, protocols, first_seen, last_seen, longest_run, came_back, trend",
    "action-audit": "action_id, series_id, council, meeting_date, kind, text, owner, owner_person, due_date, state, overdue, later_protocols, last_follow_up_date, last_outcome, quote_action, quote_follow_up",
    "open-actions": "action_id, series_id, council, meeting_date, state, overdue",
    "archive-gaps": "series_id, council, meeting_date, known_from, reason",
    "attendance": "series_id, kind, name, meetings_listed, present, absent, last_present",
    "priority-timeline": "series_id, area_key, name, from_date, to_date",
    "ingest-health": "status, error_code, documents, pages, issues",
    "longest-open": "action_id, series_id, council, meeting_date, text, owner, state, days_open, later_protocols",
    "lost-organisations": "series_id, council, name, present, last_present, meetings_since",
    "most-open": "series_id, council, owner, open, silent, overdue, oldest",
    "priority-outcomes": "series_id, council, name, problems, from_date, to_date, mentions, actions, done, verdict",
    "problem-by-council": "series_id, council, area, problem, meetings_with, protocols, share_percent",
    "silent-actions": "action_id, series_id, council, text, searched, searched_dates, searched_meetings",
    "new-words": "year, word, uses, protocols, uses_before, keyness",
    "problem-by-year": "series_id, year, problem, meetings_with, protocols",
}

Asked = list[dict[str, object]]


@pytest.fixture
def ask(connection: Connection) -> Callable[..., Asked]:
    def answer(
        name: str,
        council: str | None = None,
        from_date: date | None = None,
        to_date: date | None = None,
    ) -> Asked:
        result = run_report(connection, report(name), Filters(council, from_date, to_date))
        return [dict(zip(result.columns, row, strict=True)) for row in result.rows]

    return answer


def ids(protocol: Protocol) -> str:
    return f"{protocol.document.document_id[:16]}-1"


def link(connection: Connection, follows: dict[str, str], states: dict[str, str]) -> None:
    """Store links as the linking stage would: follow-up -> action, action -> state."""
    names = connection.execute("SELECT attendee_id, name FROM attendees").fetchall()
    links = Links(
        persons=[PersonRow(name.lower(), name) for _, name in names],
        attendees=[PersonLink(attendee_id, name.lower()) for attendee_id, name in names],
        follow_ups=[FollowUpLink(answer, action, 0.8) for answer, action in follows.items()],
        actions=[ActionLink(action, state) for action, state in states.items()],
    )
    replace_links(connection, series_to_link(connection), [encoded(links)])


def test_every_promised_report_is_there_with_its_columns(connection: Connection) -> None:
    assert {each.name for each in reports()} == PROMISED_COLUMNS.keys()
    for each in reports():
        columns = run_report(connection, each, Filters()).columns
        assert set(PROMISED_COLUMNS[each.name].split(", ")) <= set(columns)
        view = connection.execute(f"SELECT * FROM {each.view}").description or ()
        assert tuple(column[0] for column in view) == columns


@pytest.mark.parametrize("each", reports(), ids=lambda each: each.name)
def test_every_column_of_a_table_has_a_label_in_both_languages(
    connection: Connection, each: Report
) -> None:
    assert set(each.columns) <= set(run_report(connection, each, Filters()).columns)
    for column in each.columns:
        assert labels().columns[column].keys() == {"sv", "en"}


def test_an_unknown_report_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="open-actions"):
        report("open-action")


def test_problems_are_counted_over_the_meetings_held(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    mentioned = {
        1: ["klotter"],
        2: ["klotter", "brand"],
        3: [],
        4: [],
        5: ["klotter"],
        6: ["brand"],
    }
    store(
        connection,
        *(protocol(f"2020-0{month}-01", problems=found) for month, found in mentioned.items()),
        protocol("2020-07-01", kind="kallelse", problems=["klotter"]),
        protocol("2020-03-01", kind="minnesanteckningar", absent_problems=["brand"]),
        protocol("2020-01-01", area="Vikdal", problems=["brand"]),
    )
    replace_problems(
        connection, [Problem(problem="klotter", label_sv="Klotter", label_en="Graffiti")]
    )

    graffiti, fire, elsewhere = ask("recurring-problems")

    assert (
        graffiti
        | {
            "series_id": "trygghetsrådet granvik",
            "council": "Trygghetsrådet",
            "area": "Granvik",
            "problem": "klotter",
            "label_sv": "Klotter",
            "meetings_with": 3,
            "protocols": 6,
            "first_seen": date(2020, 1, 1),
            "last_seen": date(2020, 5, 1),
            "longest_run": 2,
            "came_back": True,
            "trend": "unclear",
            "label_en": "Graffiti",
            "meetings_held": 6,
            "pages_readable": 7,
        }
        == graffiti
    )
    assert (graffiti["share_low"], graffiti["share_high"]) == (0.19, 0.81)
    assert (fire["meetings_with"], fire["came_back"], fire["trend"]) == (2, True, "unclear")
    assert (elsewhere["area"], elsewhere["protocols"], elsewhere["trend"]) == ("Vikdal", 1, None)


def test_filters_narrow_the_meetings_that_are_counted(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(
        connection,
        *(protocol(f"2020-0{month}-01", problems=["klotter"]) for month in (1, 2, 3)),
        protocol("2020-01-01", area="Vikdal", problems=["klotter"]),
    )

    narrowed = ask("recurring-problems", council="granvik", from_date=date(2020, 2, 1))
    by_series = ask("problem-by-year", council="trygghetsrådet vikdal")

    assert [(row["area"], row["meetings_with"], row["protocols"]) for row in narrowed] == [
        ("Granvik", 2, 2)
    ]
    assert [(row["area"], row["year"], row["meetings_with"]) for row in by_series] == [
        ("Vikdal", 2020, 1)
    ]
    assert ask("attendance", council="Vikdal", from_date=date(2030, 1, 1)) == []
    with pytest.raises(UsageError, match="Vikdal"):
        ask("attendance", council="Ingenstans")


def test_actions_are_audited_with_their_follow_ups(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    first = protocol(
        "2020-01-01",
        actions=[
            ("assignment", "Bo Alm ska laga lampan", "2020-02-01"),
            ("decision", "Staketet ska rivas", "2020-02-01"),
            ("formality", "Dagordningen godkänns", None),
        ],
    )
    second = protocol("2020-02-02", follow_ups=[("in_progress", "Lampan är beställd")])
    third = protocol("2020-03-03", follow_ups=[("done", "Lampan är lagad")])
    store(connection, first, second, third)
    lamp, fence = f"{ids(first)}-a1", f"{ids(first)}-a2"
    link(
        connection,
        {f"{ids(second)}-f1": lamp, f"{ids(third)}-f1": lamp},
        {lamp: "done", fence: "silent"},
    )

    audit = ask("action-audit")
    still_open = ask("open-actions")

    assert [row["action_id"] for row in audit] == [lamp, fence]
    assert audit[0] == {
        "repeated": 0,
        "action_id": lamp,
        "series_id": "trygghetsrådet granvik",
        "council": "Trygghetsrådet",
        "meeting_date": date(2020, 1, 1),
        "kind": "assignment",
        "text": "Bo Alm ska laga lampan",
        "owner": None,
        "owner_person": None,
        "due_date": date(2020, 2, 1),
        "state": "done",
        "overdue": False,
        "later_protocols": 2,
        "last_follow_up_date": date(2020, 3, 3),
        "last_outcome": "done",
        "quote_action": "Bo Alm ska laga lampan",
        "quote_follow_up": "Lampan är lagad",
        "area": "Granvik",
        "due_text": None,
        "meeting_id": ids(first),
    }
    assert [(row["action_id"], row["overdue"]) for row in still_open] == [(fence, True)]


def test_an_announced_meeting_without_protocol_is_a_gap(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    first = protocol("2020-01-10", next_day="2020-03-10")
    summons = protocol("2020-06-10", kind="kallelse")
    store(
        connection,
        first,
        protocol("2020-05-10", next_day="2020-09-10"),
        protocol("2020-09-20", next_day="2020-12-10"),  # moved by ten days: no gap
        summons,
    )

    relink(connection)
    gaps = [
        (row["meeting_date"], row["known_from"], row["known_on"], row["reason"], row["quote"])
        for row in ask("archive-gaps")
    ]

    assert gaps == [
        (date(2020, 3, 10), ids(first), date(2020, 1, 10), "announced", "Nästa möte 2020-03-10"),
        (date(2020, 6, 10), ids(summons), None, "summoned", "2020-06-10"),
    ]
    (series,) = connection.execute("SELECT protocols, meetings_held FROM series").fetchall()
    assert series == (3, 5)


def test_a_trend_is_told_where_chance_does_not_explain_it(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(
        connection,
        *(
            protocol(
                f"20{year}-0{month}-01",
                problems=["klotter"] if year > 15 else ["brand"],
                absent_problems=["klotter"] if year < 15 else [],
            )
            for year in (14, 15, 16, 17)
            for month in (2, 5, 9)
        ),
    )

    trends = {row["problem"]: row["trend"] for row in ask("recurring-problems")}

    assert trends == {"klotter": "rising", "brand": "falling"}


def test_a_year_without_protocols_is_no_year_without_the_problem(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(
        connection,
        protocol("2018-02-01", problems=["klotter"]),
        protocol("2020-02-01"),
        protocol("2021-02-01", problems=["klotter"]),
    )

    years = [
        (row["year"], row["meetings_with"], row["protocols"]) for row in ask("problem-by-year")
    ]

    assert years == [(2018, 1, 1), (2019, None, 0), (2020, 0, 1), (2021, 1, 1)]


def test_attendance_is_counted_by_meeting(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(
        connection,
        protocol(
            "2020-01-01",
            attendees=[("Maj Ek", "kommunen", "present"), ("Bo Alm", "Polisen", "absent")],
        ),
        protocol(
            "2020-02-01",
            attendees=[("Maj Ek", "kommunen", "absent"), ("Lo Ur", "kommunen", "partial")],
        ),
    )
    link(connection, {}, {})

    counted = {
        (row["kind"], row["name"]): (row["meetings_listed"], row["present"], row["absent"])
        for row in ask("attendance")
    }

    assert counted == {
        ("person", "Maj Ek"): (2, 1, 1),
        ("person", "Lo Ur"): (1, 1, 0),
        ("person", "Bo Alm"): (1, 0, 1),
        ("organisation", "kommunen"): (2, 2, 0),
        ("organisation", "Polisen"): (1, 0, 1),
    }


def test_a_priority_lasts_until_a_declaration_without_it(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(
        connection,
        protocol("2020-01-01", priorities=["ungdomar", "trafik"]),
        protocol("2020-02-01"),
        protocol("2020-03-01", priorities=["Ungdomar"]),
        protocol("2020-04-01", priorities=["trafik"]),
    )

    timeline = [
        (row["area_key"], row["name"], row["from_date"], row["to_date"])
        for row in ask("priority-timeline")
    ]

    assert timeline == [
        ("trafik", "trafik", date(2020, 1, 1), date(2020, 3, 1)),
        ("ungdomar", "Ungdomar", date(2020, 1, 1), date(2020, 4, 1)),
        ("trafik", "trafik", date(2020, 4, 1), None),
    ]


def test_health_counts_documents_and_their_issues(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    store(connection, protocol("2020-01-01"), protocol("2021-01-01"))
    load(
        connection, "run", [failed_entry("/bad.pdf", "damaged")], {"/bad.pdf": Name("failed")}, NOW
    )

    assert [tuple(row.values()) for row in ask("ingest-health")] == [
        ("ok", None, 2, 2, 0, None, 0),
        ("failed", "damaged", 1, 0, 0, None, 0),
    ]
    assert [tuple(row.values()) for row in ask("ingest-health", from_date=date(2021, 1, 1))] == [
        ("ok", None, 1, 1, 0, None, 0)
    ]


def test_health_sums_up_what_was_not_understood(
    connection: Connection, ask: Callable[..., Asked]
) -> None:
    paper = protocol("2020-01-01")
    (meeting,) = paper.meetings
    lost = [
        paper.document.evidence("unclaimed", 0, 5, f"unclaimed.{what}")
        for what in ("line", "sentence")
    ]
    marked = meeting.model_copy(update={"unclaimed": tuple(lost), "unclaimed_share": 0.25})
    store(connection, paper.model_copy(update={"meetings": (marked,)}), protocol("2021-01-01"))

    (row,) = ask("ingest-health")
    assert (row["unclaimed_percent"], row["unclaimed_sentences"]) == (25.0, 1)


def test_links_are_replaced_and_people_without_appearance_leave(connection: Connection) -> None:
    first = protocol("2020-01-01", attendees=[("Maj Ek", None, "present")])
    second = protocol("2020-02-01", attendees=[("Bo Alm", None, "present")])
    store(connection, first, second)
    link(connection, {}, {})
    assert series_to_link(connection) == []

    store(connection, second.model_copy(update={"meetings": ()}))
    assert series_to_link(connection) == ["trygghetsrådet granvik"]
    link(connection, {}, {})

    assert connection.execute("SELECT name FROM persons").fetchall() == [("Maj Ek",)]
