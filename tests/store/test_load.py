import pytest

from models.issue import Issue
from models.meeting import Meeting
from models.problem import Problem
from pipeline.store.bulk import RowsRejected
from pipeline.store.database import Connection
from pipeline.store.load import Name, known_documents, known_paths, load, replace_problems
from pipeline.store.meeting import stored_meeting
from tests.store.samples import NOW, document, entry, failed_entry, full_protocol, protocol, store

CHILDREN = {
    "meeting_signs": "sign_id",
    "attendees": "attendee_id",
    "sections": "section_id",
    "priority_areas": "priority_area_id",
    "actions": "action_id",
    "follow_ups": "follow_up_id",
    "possible_follow_ups": "follow_up_id",
    "problem_mentions": "mention_id",
    "attachments": "attachment_id",
    "contacts": "contact_id",
}


def rows(connection: Connection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query).fetchall()


def everything(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that hold facts."""
    tables = ("documents", "document_paths", "pages", "meetings", "issues", "evidence", *CHILDREN)
    return {table: rows(connection, f"FROM {table} ORDER BY ALL") for table in tables}


def test_a_meeting_comes_back_as_it_went_in(connection: Connection) -> None:
    stored = full_protocol()
    store(connection, stored)

    first, second = stored.meetings
    sha = stored.document.document_id[:16]
    found = stored_meeting(connection, f"{sha}-1")

    assert found is not None
    plain_issues = tuple(issue.model_copy(update={"span": None}) for issue in first.issues)
    assert found.meeting == first.model_copy(update={"issues": plain_issues})
    assert found.document_id == stored.document.document_id
    other = stored_meeting(connection, f"{sha}-2")
    assert other is not None
    assert other.meeting == second
    assert stored_meeting(connection, "no-such-meeting") is None


def test_ids_are_made_of_the_document_and_places_in_it(connection: Connection) -> None:
    store(connection, full_protocol())
    sha = full_protocol().document.document_id[:16]

    assert rows(connection, "SELECT action_id, section_id FROM actions ORDER BY 1") == [
        (f"{sha}-1-a1", f"{sha}-1-s1"),
        (f"{sha}-1-a2", None),
    ]


def test_every_quote_stands_in_the_text_of_its_page(connection: Connection) -> None:
    store(connection, full_protocol())

    count = rows(connection, "SELECT count(*) FROM evidence")[0][0]
    literal = rows(
        connection,
        """SELECT count(*) FROM evidence JOIN pages USING (document_id, page)
           WHERE substr(pages.text, evidence.start - pages.start + 1, length(quote)) = quote""",
    )[0][0]

    assert count == literal == 21


def test_evidence_names_the_column_and_belongs_to_a_record(connection: Connection) -> None:
    store(connection, full_protocol())

    fields = {field for (field,) in rows(connection, "SELECT DISTINCT field FROM evidence")}
    assert {"next_meeting_date", "next_meeting_place", "due_date", "message"} <= fields
    ids = " UNION ALL ".join(f"SELECT {key} AS id FROM {table}" for table, key in CHILDREN.items())
    stray = rows(
        connection,
        f"""SELECT record_id FROM evidence WHERE record_id NOT IN (
                {ids} UNION ALL SELECT meeting_id FROM meetings UNION ALL SELECT issue_id FROM issues)""",
    )
    assert stray == []


def test_ids_are_unique(connection: Connection) -> None:
    store(connection, full_protocol(), *(protocol(f"2020-0{month}-01") for month in range(1, 9)))

    for table, key in {**CHILDREN, "meetings": "meeting_id", "issues": "issue_id"}.items():
        ids = [each for (each,) in rows(connection, f"SELECT {key} FROM {table}")]
        assert len(set(ids)) == len(ids) > 0, table


def test_loading_again_changes_nothing(connection: Connection) -> None:
    store(connection, full_protocol(), protocol("2020-01-01", problems=["klotter"]))
    before = everything(connection)

    store(connection, full_protocol())

    assert everything(connection) == before


def test_a_document_read_otherwise_replaces_its_rows_alone(connection: Connection) -> None:
    other = protocol("2020-01-01", problems=["klotter"])
    changed = full_protocol()
    store(connection, changed, other)

    store(connection, changed.model_copy(update={"meetings": changed.meetings[1:]}))

    assert rows(connection, "SELECT count(*) FROM meetings") == [(2,)]
    assert rows(connection, "SELECT DISTINCT meeting_id FROM problem_mentions") == [
        (f"{other.document.document_id[:16]}-1",)
    ]
    assert rows(connection, "SELECT count(*) FROM attendees") == [(0,)]


def test_new_bytes_under_an_old_name_take_its_place(connection: Connection) -> None:
    old, new = protocol("2020-01-01"), protocol("2020-01-02")
    path = "/archive/protocol.pdf"
    load(connection, "run", [entry(old, path)], {path: Name(old.document.document_id)}, NOW)

    load(connection, "run", [entry(new, path)], {path: Name(new.document.document_id)}, NOW)

    assert known_documents(connection).keys() == {new.document.document_id}
    assert known_paths(connection) == {path: Name(new.document.document_id)}
    assert rows(connection, "SELECT CAST(meeting_date AS VARCHAR) FROM meetings") == [
        ("2020-01-02",)
    ]


def test_a_document_with_another_name_left_stays_under_that_one(connection: Connection) -> None:
    old, new = protocol("2020-01-01"), protocol("2020-01-02")
    old_id, new_id = old.document.document_id, new.document.document_id
    load(
        connection,
        "run",
        [entry(old, "/a.pdf")],
        {"/a.pdf": Name(old_id), "/copy.pdf": Name(old_id)},
        NOW,
    )

    load(connection, "run", [entry(new, "/a.pdf")], {"/a.pdf": Name(new_id)}, NOW)

    assert rows(connection, "SELECT document_id, path FROM documents ORDER BY path") == [
        (new_id, "/a.pdf"),
        (old_id, "/copy.pdf"),
    ]


def test_an_unreadable_file_leaves_when_it_could_be_read(connection: Connection) -> None:
    load(connection, "run", [failed_entry("/a.pdf", "unreadable_file")], {}, NOW)
    store(connection, protocol("2020-01-01"))
    assert "failed" in known_documents(connection)

    readable = protocol("2020-01-02")
    load(
        connection,
        "run",
        [entry(readable, "/a.pdf")],
        {"/a.pdf": Name(readable.document.document_id)},
        NOW,
    )

    assert "failed" not in known_documents(connection)
    assert len(known_documents(connection)) == 2


def test_rows_that_do_not_fit_leave_the_database_as_it_was(connection: Connection) -> None:
    store(connection, full_protocol())
    before = everything(connection)
    paper = document("Bo Alm")
    place = paper.evidence("council", 0, 6, "test").model_copy(update={"page": 2**40})
    broken = full_protocol().model_copy(
        update={
            "document": paper,
            "meetings": (Meeting(ordinal=1, kind="annat", evidence=(place,)),),
        }
    )

    with pytest.raises(RowsRejected):
        store(connection, broken)

    assert everything(connection) == before


def test_text_with_odd_characters_is_kept(connection: Connection) -> None:
    odd = 'nul \0, quote ", backslash \\, line\r\nends, \u0085\u2029, emoji \U0001f9ed, å'
    store(
        connection, full_protocol().model_copy(update={"document": document(odd), "meetings": ()})
    )
    store(
        connection,
        full_protocol().model_copy(
            update={"document": document("half \ud800 pair"), "meetings": ()}
        ),
    )

    assert rows(connection, "SELECT text FROM pages ORDER BY text DESC") == [
        (odd,),
        ("half ? pair",),
    ]


def test_a_very_long_page_is_taken_in(connection: Connection) -> None:
    long = "Trygghet " * 500_000
    store(
        connection, full_protocol().model_copy(update={"document": document(long), "meetings": ()})
    )

    assert rows(connection, "SELECT length(text) FROM pages") == [(len(long),)]


def test_an_issue_of_severity_error_makes_the_document_partial(connection: Connection) -> None:
    lost = Issue(kind="page_failed", severity="error", message="Sidan gick inte att läsa.")
    store(
        connection,
        full_protocol().model_copy(update={"document": document("Text", (lost,)), "meetings": ()}),
    )

    assert rows(connection, "SELECT status FROM documents") == [("partial",)]
    assert rows(connection, "SELECT meeting_id, kind FROM issues") == [(None, "page_failed")]


def test_the_taxonomy_is_replaced_as_a_whole(connection: Connection) -> None:
    replace_problems(connection, [Problem(problem="a", label_sv="A", label_en="A")])
    replace_problems(connection, [Problem(problem="b", label_sv="B", label_en="B")])

    assert rows(connection, "SELECT problem FROM problems") == [("b",)]
