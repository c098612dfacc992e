"""What the page of one meeting or person is made of, kept in one row of the copy.

DuckDB takes 2 to 6 ms to find a meeting's rows in one table, since it unpacks two thousand values of each
column for them, and they stand in a dozen tables. One row by its key takes one: its cells hold the rows
of a table as JSON, a list for each column, which DuckDB writes when the copy is made.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.evidence import Box
from pipeline.store.database import Connection, Row, transaction
from pipeline.store.desk.asked import Desk, row, unpacked

# table -> where its rows are taken from, and the columns that a page shows
_PARTS = {
    "attendees": (
        "main.attendees",
        "ordinal attendee_id name role organisation party status function person_id",
    ),
    "sections": ("desk.headings", "ordinal section_id number title text"),
    "priority_areas": ("main.priority_areas", "ordinal priority_area_id name area_kind"),
    "actions": (
        "main.actions",
        "ordinal action_id section_id kind text quote page owner owner_person due_date due_text state carried_from",
    ),
    "follow_ups": ("main.follow_ups", "ordinal follow_up_id action_id outcome text score"),
    "problem_mentions": ("main.problem_mentions", "ordinal mention_id problem polarity text"),
    "attachments": ("main.attachments", "ordinal attachment_id text"),
    "contacts": ("main.contacts", "ordinal contact_id name phone email"),
    "issues": ("main.issues", "ordinal severity message"),
}
_PROOFS = "ordinal record field page start end quote x0 y0 x1 y1"
_APPEARANCES = (
    "attendee_id meeting_id meeting_date series_id council area name role organisation party status "
    "function person_rule person_other"
)
_MEETINGS_AT_ONCE, _PERSONS_AT_ONCE = 2_000, 2_000  # put together: what memory must hold


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a field stands: page, characters of the document's text, and a box in points."""

    field: str
    page: int
    start: int
    end: int
    quote: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting with all that stands in it.

    `beside`: before_id, before_date, after_id, after_date; `document` has `paths`, `meetings` (how many) and
    its own `issues`; `parts`: table -> its rows of the meeting, in order; `evidence`: by record.
    """

    meeting: Row
    document: Row
    beside: Row
    parts: Mapping[str, Sequence[Row]]
    evidence: Mapping[str, Sequence[Proof]]


def meeting_record(desk: Desk, meeting_id: str) -> MeetingRecord | None:
    """None where there is no such meeting."""
    found = row(desk, "SELECT * FROM desk.records WHERE meeting_id = ?", [meeting_id])
    if found is None:
        return None
    proofs: defaultdict[str, list[Proof]] = defaultdict(list)
    for each in _ordered(found["evidence"]):
        box = None if each["x0"] is None else Box(each["x0"], each["y0"], each["x1"], each["y1"])
        proofs[f"{meeting_id}{each['record']}"].append(
            Proof(each["field"], each["page"], each["start"], each["end"], each["quote"], box)
        )
    beside = dict.fromkeys(("before_id", "before_date", "after_id", "after_date"))
    document = json.loads(found["document"])
    document["paths"] = list(dict.fromkeys([document["path"], *(document.pop("names") or ())]))
    document["issues"] = sorted(document["issues"] or (), key=lambda each: int(each["ordinal"]))
    return MeetingRecord(
        json.loads(found["meeting"]),
        document,
        json.loads(found["beside"]) if found["beside"] else beside,
        {table: _ordered(found[table]) for table in _PARTS},
        proofs,
    )


def given_action(desk: Desk, action_id: str) -> Row | None:
    """The action with its meeting and its item, found by the meeting that its id begins with."""
    meeting_id = action_id.rpartition("-")[0]
    found = row(
        desk,
        "SELECT meeting, actions, sections FROM desk.records WHERE meeting_id = ?",
        [meeting_id],
    )
    if found is None:
        return None
    action = _with_id(found["actions"], "action_id", action_id)
    if action is None:
        return None
    meeting = json.loads(found["meeting"])
    section = _with_id(found["sections"], "section_id", action["section_id"]) or {}
    return (
        action
        | {"meeting_id": meeting_id}
        | {name: meeting[name] for name in ("council", "area", "series_id", "meeting_date")}
        | {name: section.get(name) for name in ("number", "title")}
    )


def _with_id(cell: str | None, key: str, wanted: str | None) -> Row | None:
    return next((each for each in unpacked(cell) if each[key] == wanted), None)


def _ordered(cell: str | None) -> list[Row]:
    return sorted(unpacked(cell), key=lambda each: int(each["ordinal"]))


def count_records(connection: Connection) -> None:
    """Make desk.records and desk.people, some at a time. Raises DatabaseUnwritable."""
    meetings = _meeting_records()
    for table, query, source, key, size in (
        ("desk.records", meetings, "meetings", "meeting_id", _MEETINGS_AT_ONCE),
        ("desk.people", _PEOPLE, "persons", "person_id", _PERSONS_AT_ONCE),
    ):
        with transaction(connection):  # else each part is written twice, and the last ones anew
            connection.execute(f"CREATE TABLE {table} AS {query} LIMIT 0", _nothing())
            _in_parts(connection, source, key, size, f"INSERT INTO {table} {query}")
    for read in ("whole_documents", "neighbours", "headings"):
        connection.execute(f"DROP TABLE desk.{read}")


def layout() -> str:
    """Changes with how the records are made."""
    return _meeting_records() + _PEOPLE


def _nothing() -> dict[str, str]:
    return {"first": "", "last": ""}


def _in_parts(connection: Connection, table: str, key: str, size: int, query: str) -> None:
    """Run a query for each stretch of so many keys, from $first up to $last."""
    keys = connection.execute(
        f"""SELECT {key} FROM (SELECT {key}, row_number() OVER (ORDER BY {key}) AS nth FROM {table})
            WHERE (nth - 1) % {size} = 0 ORDER BY {key}"""
    ).fetchall()
    for first, last in pairwise([*(each for (each,) in keys), _BEHIND_ALL]):
        connection.execute(query, {"first": first, "last": last})


_BEHIND_ALL = "\U0010ffff"


def _rows(columns: str) -> str:
    """SQL for the rows of a group as `unpacked` reads them."""
    lists = ", ".join(f'"{column}" := list("{column}")' for column in columns.split())
    return f"to_json(struct_pack({lists}))::VARCHAR"


def _meeting_records() -> str:
    """The query for the records of the meetings from $first up to $last."""
    parts = "".join(
        f"""
        LEFT JOIN (SELECT meeting_id, {_rows(columns)} AS {table}
                   FROM {source} WHERE {_WITHIN} GROUP BY meeting_id) USING (meeting_id)"""
        for table, (source, columns) in _PARTS.items()
    )
    return f"""
        SELECT meeting_id, meeting, document, beside, {", ".join(_PARTS)}, evidence
        FROM (SELECT meeting_id, document_id, to_json(whole)::VARCHAR AS meeting
              FROM main.meetings AS whole WHERE {_WITHIN})
        JOIN desk.whole_documents USING (document_id)
        LEFT JOIN (SELECT meeting_id, to_json(two)::VARCHAR AS beside
                   FROM desk.neighbours AS two WHERE {_WITHIN}) USING (meeting_id)
        {parts}
        LEFT JOIN (SELECT meeting_id, {_rows(_PROOFS)} AS evidence
                   FROM (SELECT *, regexp_extract(record_id, '^[^-]*-[^-]*') AS meeting_id,
                                substr(record_id, length(meeting_id) + 1) AS record
                         FROM main.evidence WHERE record_id >= $first AND record_id < $last)
                   GROUP BY meeting_id) USING (meeting_id)
        ORDER BY meeting_id"""


_WITHIN = "meeting_id >= $first AND meeting_id < $last"

# appearances: where the person is listed; owned: ids of actions, the unfinished first.
_PEOPLE = f"""
    SELECT person_id, name, appearances, owned
    FROM main.persons
    LEFT JOIN (
        SELECT person_id, {_rows(_APPEARANCES)} AS appearances
        FROM main.attendees JOIN main.meetings USING (meeting_id)
        WHERE person_id >= $first AND person_id < $last GROUP BY person_id
    ) USING (person_id)
    LEFT JOIN (
        SELECT owner_person_id AS person_id,
               to_json(list(action_id ORDER BY audit.state IN ('done', 'dropped'),
                                               audit.meeting_date DESC, action_id))::VARCHAR AS owned
        FROM main.actions JOIN desk.action_audit AS audit USING (action_id)
        WHERE owner_person_id >= $first AND owner_person_id < $last GROUP BY owner_person_id
    ) USING (person_id)
    WHERE person_id >= $first AND person_id < $last
    ORDER BY person_id"""
