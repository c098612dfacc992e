"""Which facts a run changes, noted while documents are replaced; and the numbers that a run ends with."""

from collections.abc import Mapping

from models.meeting import HEAD_FIELDS
from pipeline.store.database import Connection

# What a fact says: no ids, no places, nothing that linking adds.
SAID: Mapping[str, tuple[str, ...]] = {
    "pages": ("page", "text"),
    "meetings": (
        *HEAD_FIELDS,
        "next_meeting_date",
        "next_meeting_start",
        "next_meeting_end",
        "next_meeting_place",
    ),
    "attendees": ("name", "role", "organisation", "party", "status", "function"),
    "sections": ("number", "title", "text"),
    "meeting_signs": ("sign", "meeting_date", "last_date", "number", "text"),
    "priority_areas": ("name", "area_kind", "area_key"),
    "actions": ("kind", "text", "owner", "owner_person", "due_date", "due_text"),
    "follow_ups": ("outcome_read", "text"),
    "problem_mentions": ("problem", "polarity", "text"),
    "attachments": ("label", "text"),
    "contacts": ("name", "phone", "email"),
    "issues": ("kind", "severity", "message"),
}
_OWN = {"follow_ups": "(FROM follow_ups ANTI JOIN possible_follow_ups USING (follow_up_id)) AS follow_ups"}  # fmt: skip
_OF_DOCUMENTS = ("pages", "meetings", "issues")  # the others belong to meetings
_LONG = ("pages", "sections")  # whose text stands in the facts as its digest

_NUMBERS = """
    SELECT 'documents ' || status AS number, count(*) AS value FROM documents GROUP BY ALL
    UNION ALL SELECT 'pages', count(*) FROM pages
    UNION ALL SELECT 'pages ocr', count(*) FROM pages WHERE ocr
    UNION ALL SELECT 'meetings ' || kind, count(*) FROM meetings GROUP BY ALL
    UNION ALL SELECT 'persons', count(*) FROM persons
    UNION ALL SELECT 'attendees ' || status, count(*) FROM attendees GROUP BY ALL
    UNION ALL SELECT 'sections', count(*) FROM sections
    UNION ALL SELECT 'priority_areas ' || area_kind, count(*) FROM priority_areas GROUP BY ALL
    UNION ALL SELECT 'actions ' || kind, count(*) FROM actions GROUP BY ALL
    UNION ALL SELECT 'actions ' || state, count(*) FROM actions GROUP BY ALL
    UNION ALL SELECT 'follow_ups ' || outcome, count(*) FROM follow_ups GROUP BY ALL
    UNION ALL SELECT 'follow_ups linked', count(action_id) FROM follow_ups
    UNION ALL SELECT 'problem_mentions ' || problem || ' ' || polarity, count(*)
              FROM problem_mentions GROUP BY ALL
    UNION ALL SELECT 'attachments', count(*) FROM attachments
    UNION ALL SELECT 'contacts', count(*) FROM contacts
    UNION ALL SELECT 'issues ' || kind, count(*) FROM issues GROUP BY ALL
"""

_CHANGES = """
    INSERT INTO fact_changes BY NAME
    WITH watched AS (  -- a document met for the first time changes nothing
        SELECT document_id FROM said_before
        UNION SELECT document_id FROM run_documents WHERE run_id = $run_id AND cause = 'bytes'
    )
    SELECT $run_id AS run_id, 'went' AS change, *
    FROM (FROM said_before EXCEPT ALL FROM said_after)
    UNION ALL
    SELECT $run_id, 'came', *
    FROM (FROM said_after SEMI JOIN watched USING (document_id) EXCEPT ALL FROM said_before)
"""


def facts_said(documents: str) -> str:
    """A query for document_id, kind and fact of the documents whose ids the table `documents` holds."""
    return " UNION ALL ".join(
        f"""SELECT document_id, '{table}' AS kind, to_json({{{_struct(table)}}})::VARCHAR AS fact
            FROM {_OWN.get(table, table)} {"" if table in _OF_DOCUMENTS else "JOIN meetings USING (meeting_id)"}
            WHERE document_id IN (SELECT document_id FROM {documents})"""
        for table in SAID
    )


def note_before(connection: Connection) -> None:
    """Set aside what the documents of the table `touched` say, before they are replaced."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE said_before AS {facts_said('touched')}")


def note_changes(connection: Connection, run_id: str) -> None:
    """Note what they say otherwise now, and all that new bytes under an old name say."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE said_after AS {facts_said('touched')}")
    connection.execute(_CHANGES, {"run_id": run_id})
    connection.execute("DROP TABLE said_before")
    connection.execute("DROP TABLE said_after")


def note_numbers(connection: Connection, run_id: str) -> None:
    """Note what can be counted now. Belongs in a transaction."""
    connection.execute(
        f"INSERT INTO run_numbers BY NAME SELECT ? AS run_id, * FROM ({_NUMBERS})", [run_id]
    )


def _struct(table: str) -> str:
    def expression(column: str) -> str:
        place = f"{table}.{column}"
        return f"md5({place})" if table in _LONG and column == "text" else place

    return ", ".join(f"'{column}': {expression(column)}" for column in SAID[table])
