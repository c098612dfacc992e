"""What linking reads: the rows of some series, each part in order of series and date."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from pipeline.store.bulk import staged
from pipeline.store.database import Connection
from pipeline.store.rows import encode


class OfSeries(Protocol):
    """A row that belongs to a series."""

    @property
    def series_id(self) -> str: ...


Row = TypeVar("Row", bound=OfSeries)

CONTEXT = 300  # characters of its item before an action
PRONOUNS = ("han", "hon", "hen", "jag")  # owners that are named by their attendee instead
CONTEXT_KNOWN = 40  # characters by which an action is found in its item


class AttendeeRow(NamedTuple):
    series_id: str
    attendee_id: str
    meeting_date: date | None
    name: str
    role: str | None
    organisation: str | None
    function: str | None
    other_surname: str | None


class MeetingRow(NamedTuple):
    """`first_item`, `last_item`: the first item's number and the highest; null where they have none."""

    series_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    first_section_id: str | None
    first_item: int | None
    last_item: int | None


class SignRow(NamedTuple):
    series_id: str
    sign_id: str
    meeting_id: str
    sign: str
    first_date: date | None
    last_date: date | None
    number: int | None


class ActionRow(NamedTuple):
    series_id: str
    action_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    text: str
    owner: str | None
    due_date: date | None
    section_title: str | None
    section_number: str | None
    context: str | None


class FollowUpRow(NamedTuple):
    series_id: str
    follow_up_id: str
    meeting_id: str
    meeting_date: date | None
    outcome: str
    text: str
    section_title: str | None
    probability: float | None = None  # of what may be one
    problem: bool | None = None  # whether that speaks of a problem


class TextRow(NamedTuple):
    """What the items of a meeting say that was held."""

    series_id: str
    meeting_id: str
    meeting_date: date
    text: str


class SeriesRows(NamedTuple):
    """Everything that linking needs of some series, each part in order of series and date."""

    attendees: list[AttendeeRow]
    meetings: list[MeetingRow]
    signs: list[SignRow]
    actions: list[ActionRow]
    follow_ups: list[FollowUpRow]
    texts: list[TextRow]


_Plain = list[tuple[Any, ...]]
_series = itemgetter(0)


class PlainRows(NamedTuple):
    """The same as DuckDB gives them: whoever links names the cells, and not the one process that stores."""

    attendees: _Plain
    meetings: _Plain
    signs: _Plain
    actions: _Plain
    follow_ups: _Plain
    texts: _Plain

    def between(self, first: str, last: str) -> "PlainRows":
        """Those of the series from `first` to `last` in the order of their ids, both included."""

        def some(rows: _Plain) -> _Plain:
            begin = bisect_left(rows, first, key=_series)
            return rows[begin : bisect_right(rows, last, lo=begin, key=_series)]

        return PlainRows(*map(some, self))

    def named(self) -> SeriesRows:
        """The same rows with names for their columns."""
        return SeriesRows(
            list(map(AttendeeRow._make, self.attendees)),
            list(map(MeetingRow._make, self.meetings)),
            list(map(SignRow._make, self.signs)),
            list(map(ActionRow._make, self.actions)),
            list(map(FollowUpRow._make, self.follow_ups)),
            list(map(TextRow._make, self.texts)),
        )


def series_to_link(connection: Connection) -> list[str]:
    """The series whose meetings have changed since they were linked."""
    rows = connection.execute("SELECT DISTINCT series_id FROM series_to_link ORDER BY 1").fetchall()
    return [series_id for (series_id,) in rows]


def series_rows(connection: Connection, series: Sequence[str]) -> PlainRows:
    """The rows of these series."""
    asked = encode({"series_id": each} for each in series)
    with staged(connection, "asked_series", {"series_id": "VARCHAR"}, [asked]):
        return _rows(connection)


def _rows(connection: Connection) -> PlainRows:
    def rows(columns: str, tables: str, key: str) -> _Plain:
        return connection.execute(
            f"""SELECT series_id, {columns} FROM {tables} SEMI JOIN asked_series USING (series_id)
                ORDER BY series_id, meetings.meeting_date NULLS LAST, {key}"""
        ).fetchall()

    return PlainRows(
        attendees=rows(
            "attendee_id, meeting_date, name, role, organisation, function, other_surname",
            f"attendees JOIN meetings USING (meeting_id) LEFT JOIN ({_OTHER_SURNAMES}) USING (attendee_id)",
            "meeting_id, attendees.ordinal",
        ),
        meetings=rows(
            "meeting_id, meeting_date, kind, first_section_id, first_item, last_item",
            f"meetings LEFT JOIN ({_ITEMS}) USING (meeting_id)",
            "meeting_id",
        ),
        signs=rows(
            "sign_id, meeting_id, sign, meeting_signs.meeting_date, last_date, number",
            "meeting_signs JOIN meetings USING (meeting_id)",
            "meeting_id, meeting_signs.ordinal",
        ),
        actions=rows(
            f"""action_id, meeting_id, meeting_date, actions.kind, actions.text,
               CASE WHEN lower(owner) IN {PRONOUNS} THEN coalesce(owner_person, owner) ELSE owner END AS owner,
               due_date, title, sections.number, {_CONTEXT}""",
            """actions JOIN meetings USING (meeting_id)
               LEFT JOIN sections USING (meeting_id, section_id)""",
            "meeting_id, actions.ordinal",
        ),
        follow_ups=rows(
            "follow_up_id, meeting_id, meeting_date, outcome, told.text, title, probability, problem",
            f"""({_TOLD}) AS told JOIN meetings USING (meeting_id)
               LEFT JOIN sections USING (meeting_id, section_id)""",
            "meeting_id, told.ordinal, follow_up_id",
        ),
        texts=rows(
            "meeting_id, meeting_date, text",
            f"held_meetings AS meetings JOIN ({_TEXTS}) USING (meeting_id)",
            "meeting_id",
        ),
    )


_CONTEXT = rf"""
    CASE WHEN contains(regexp_replace(sections.text, '\s+', ' ', 'g'), left(actions.text, {CONTEXT_KNOWN})) THEN
        right(split_part(regexp_replace(sections.text, '\s+', ' ', 'g'), left(actions.text, {CONTEXT_KNOWN}), 1),
              {CONTEXT}) END"""

_OTHER_SURNAMES = """
    SELECT record_id AS attendee_id, min(quote) AS other_surname FROM evidence WHERE field = 'other_surname'
    GROUP BY record_id"""

_ITEMS = r"""
    SELECT meeting_id, arg_min(section_id, ordinal) AS first_section_id,
           arg_min(item, ordinal) AS first_item, max(item) AS last_item
    FROM (SELECT meeting_id, section_id, ordinal,
                 try_cast(regexp_extract(number, '^\D{0,8}(\d{1,3})$', 1) AS INTEGER) AS item
          FROM sections)
    WHERE item IS NOT NULL
    GROUP BY meeting_id"""

_TOLD = """
    SELECT follow_up_id, meeting_id, section_id, outcome_read AS outcome, text, ordinal,
           NULL AS probability, NULL AS problem
    FROM follow_ups ANTI JOIN possible_follow_ups USING (follow_up_id)
    UNION ALL BY NAME
    SELECT follow_up_id, meeting_id, section_id, outcome, text, ordinal, probability, problem
    FROM possible_follow_ups"""

_TEXTS = """
    SELECT meeting_id, string_agg(text, chr(10)) AS text FROM sections GROUP BY meeting_id"""
