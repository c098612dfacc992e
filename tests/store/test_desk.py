"""What is kept together in a copy says what the tables say, whole and in order."""

from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.extract.taxonomy import taxonomy
from pipeline.ingest.relink import relink
from pipeline.store.database import Connection, open_for_writing
from pipeline.store.desk.asked import Desk, Known, known_of
from pipeline.store.desk.people import person
from pipeline.store.desk.records import given_action, meeting_record
from pipeline.store.desk.reports import report_rows
from pipeline.store.desk.search import find
from pipeline.store.filters import Filters
from pipeline.store.load import replace_problems
from pipeline.store.query import run_report
from pipeline.store.ranking import lengths
from pipeline.store.reading_copy import open_copy, refreshed
from pipeline.store.report import report, reports
from pipeline.store.search import search
from pipeline.store.search_index import index_pending
from tests.store.samples import full_protocol, protocol, store
from tests.store.test_questions import FENCE, GRAFFITI, LAMP

MB = 200
DAYS = ("2020-01-01", "2020-02-01", "2020-03-01", "2021-04-01", "2022-04-01")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A copy of two councils, its records put together two at a time."""
    folder = tmp_path_factory.mktemp("desk")
    database = folder / "a.duckdb"
    with open_for_writing(database) as connection:
        replace_problems(connection, taxonomy())
        store(
            connection,
            full_protocol(),
            *(
                protocol(
                    day,
                    area=area,
                    attendees=[("Maj Ek", "kommunen", "present"), ("Bo Alm", "polisen", "absent")],
                    actions=[LAMP, FENCE, GRAFFITI],
                    problems=["klotter"],
                )
                for area in ("Granvik", "Ekmo")
                for day in DAYS
            ),
        )
        relink(connection)
        index_pending(connection)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("pipeline.store.desk.records._MEETINGS_AT_ONCE", 2)
        patched.setattr("pipeline.store.desk.records._PERSONS_AT_ONCE", 1)
        copied = refreshed(database, folder / "copies", MB)
    with open_copy(copied, MB) as copy:
        yield Desk(copy, known_of(copy))


def told(connection: Connection, query: str, *values: object) -> list[dict[str, Any]]:
    """The rows of a query with dates and times as text."""
    cursor = connection.execute(query, list(values))
    names = [column[0] for column in cursor.description or ()]
    plain = (None, bool, int, float, str)
    return [
        {
            name: value if value is None or type(value) in plain else str(value)
            for name, value in zip(names, row, strict=True)
        }
        for row in cursor.fetchall()
    ]


def test_a_meeting_s_record_holds_its_rows(desk: Desk) -> None:
    meetings = told(desk.connection, "FROM meetings")
    assert len(meetings) == 2 + 2 * len(DAYS)
    for meeting in meetings:
        key = meeting["meeting_id"]
        record = meeting_record(desk, key)
        assert record is not None
        assert record.meeting == meeting
        assert record.document["document_id"] == meeting["document_id"]
        for table in record.parts:
            rows = told(desk.connection, f"FROM {table} WHERE meeting_id = ? ORDER BY ordinal", key)
            assert len(rows) == len(record.parts[table])
            for row, found in zip(rows, record.parts[table], strict=True):
                shown = {name: value for name, value in found.items() if name != "text"}
                assert shown == {name: row[name] for name in shown}
                assert found.get("text") in (row.get("text"), None)
        proofs = told(
            desk.connection,
            """FROM evidence WHERE record_id = $key OR starts_with(record_id, $key || '-')
               ORDER BY record_id, ordinal""".replace("$key", f"'{key}'"),
        )
        assert [
            (key, each.field, each.page, each.start, each.end, each.quote)
            for key in sorted(record.evidence)
            for each in record.evidence[key]
        ] == [
            (row["record_id"], row["field"], row["page"], row["start"], row["end"], row["quote"])
            for row in proofs
        ]


def test_items_without_heading_keep_their_text(desk: Desk) -> None:
    desk_sections = [
        section
        for (key,) in desk.connection.execute("SELECT meeting_id FROM meetings").fetchall()
        for record in [meeting_record(desk, key)]
        if record is not None
        for section in record.parts["sections"]
    ]
    assert desk_sections
    assert all(each["number"] or each["title"] or each["text"] for each in desk_sections)


def test_an_action_has_its_meeting_and_its_item(desk: Desk) -> None:
    rows = told(
        desk.connection,
        """SELECT action_id, council, area, meeting_date, number, title
           FROM actions JOIN meetings USING (meeting_id) LEFT JOIN sections USING (section_id)""",
    )
    assert rows
    for row in rows:
        found = given_action(desk, row["action_id"])
        assert found is not None
        assert {name: found[name] for name in row} == row
    assert given_action(desk, "no-such-a1") is None


def test_a_person_s_appearances_are_those_of_the_attendees(desk: Desk) -> None:
    persons = desk.connection.execute("SELECT person_id FROM persons").fetchall()
    assert persons
    for (person_id,) in persons:
        found = person(desk, person_id)
        assert found is not None
        listed = desk.connection.execute(
            """SELECT attendee_id FROM attendees JOIN meetings USING (meeting_id)
               WHERE person_id = ? ORDER BY meeting_date DESC NULLS LAST, meeting_id""",
            [person_id],
        ).fetchall()
        assert [each["attendee_id"] for each in found.appearances] == [each for (each,) in listed]
        owned = desk.connection.execute(
            "SELECT action_id FROM desk.action_audit JOIN actions USING (action_id) WHERE owner_person_id = ?",
            [person_id],
        ).fetchall()
        assert sorted(found.owned) == sorted(each for (each,) in owned)


@pytest.mark.parametrize("name", [each.name for each in reports()])
@pytest.mark.parametrize("council", [None, "Granvik", "trygghetsrådet", "ekmo"])
def test_a_report_says_the_same(desk: Desk, name: str, council: str | None) -> None:
    chosen, filters = report(name), Filters(council)
    found = report_rows(desk, chosen, filters, 50)
    expected = run_report(desk.connection, chosen, filters, 50)
    assert (found.columns, found.rows) == (expected.columns, expected.rows)


def test_a_search_finds_the_same(desk: Desk) -> None:
    for council in (None, "Ekmo", "trygg"):
        found = find(desk, "lampan", Filters(council), 20)
        assert found
        assert found == search(desk.connection, "lampan", Filters(council), 20)
    with pytest.raises(UsageError):
        find(desk, "lampan", Filters("ingenstans"), 20)


def test_a_council_is_found_by_its_id_or_by_part_of_a_name(desk: Desk) -> None:
    names = (("a", "brå alby"), ("a", "brå albyberget"), ("b", "brå berga"), (None, "alby"))
    known = Known(names, {}, lengths(desk.connection))
    assert known.series("a") == ["a"]
    assert known.series("ALBY") == [None, "a"]
    assert known.series("brå") == ["a", "b"]
    assert known.whole_series("brå") == ["a", "b"]
    assert known.whole_series("b") == ["b"]
    assert known.whole_series("berget") is None  # not all of the meetings have it in their name
    assert known.whole_series("alby") is None  # nor is it known whose all of them are
    assert known.whole_series("x") is None
