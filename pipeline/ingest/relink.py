"""Linking what has changed: people, follow-ups and the states of actions, series by series."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol, TypeVar

from pipeline.link import follow_ups, people
from pipeline.link.carried import carried_over
from pipeline.store.database import Connection
from pipeline.store.links import Links, SeriesRows, replace_links, series_rows, series_to_link

_SERIES_AT_ONCE = 200  # bounds memory; each round scans the tables once


class _OfSeries(Protocol):
    @property
    def series_id(self) -> str: ...


Row = TypeVar("Row", bound=_OfSeries)


def relink(connection: Connection) -> int:
    """Link the series whose meetings have changed; how many they were."""
    series = series_to_link(connection)
    for first in range(0, len(series), _SERIES_AT_ONCE):
        some = series[first : first + _SERIES_AT_ONCE]
        replace_links(connection, some, link(some, series_rows(connection, some)))
    return len(series)


def link(series: Sequence[str], rows: SeriesRows) -> Links:
    """The links of these series, from their rows."""
    persons, person_of = people.link_people(
        [
            people.Appearance(
                attendee_id=each.attendee_id,
                series_id=each.series_id,
                meeting_date=each.meeting_date,
                name=each.name,
                role=each.role,
                organisation=each.organisation,
            )
            for each in rows.attendees
        ]
    )
    meetings = _by_series(rows.meetings)
    actions = _by_series(rows.actions)
    answers = _by_series(rows.follow_ups)
    follow_up_actions: list[tuple[str, str, float]] = []
    action_links: list[tuple[str, str, str | None]] = []
    for series_id in series:
        action_rows = [
            follow_ups.ActionRow(
                action_id=each.action_id,
                meeting_id=each.meeting_id,
                meeting_date=each.meeting_date,
                kind=each.kind,
                text=each.text,
                owner=each.owner,
                due_date=each.due_date,
                section_title=each.section_title,
            )
            for each in actions.get(series_id, ())
        ]
        follow_up_rows = [
            follow_ups.FollowUpRow(
                follow_up_id=each.follow_up_id,
                meeting_id=each.meeting_id,
                meeting_date=each.meeting_date,
                outcome=each.outcome,
                text=each.text,
            )
            for each in answers.get(series_id, ())
        ]
        meeting_rows = [
            follow_ups.MeetingRow(
                meeting_id=each.meeting_id, meeting_date=each.meeting_date, kind=each.kind
            )
            for each in meetings.get(series_id, ())
        ]
        links = follow_ups.link_follow_ups(action_rows, follow_up_rows)
        first = carried_over(meeting_rows, action_rows, follow_up_rows, links)
        links = {
            key: replace(each, action_id=first.get(each.action_id, each.action_id))
            for key, each in links.items()
        }
        states = follow_ups.action_states(meeting_rows, action_rows, follow_up_rows, links)
        repeated = set(first.values())
        for each in action_rows:
            root = first.get(each.action_id, each.action_id)
            state = states[root]
            if root in repeated and state in {"open", "silent"}:
                state = "reported"  # to be repeated is to be spoken of
            action_links.append((each.action_id, state, first.get(each.action_id)))
        follow_up_actions += [
            (follow_up_id, each.action_id, each.score) for follow_up_id, each in links.items()
        ]
    return Links(
        persons=[(person.person_id, person.name) for person in persons],
        attendee_persons=person_of.items(),
        follow_up_actions=follow_up_actions,
        actions=action_links,
    )


def _by_series(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows that come in order of series, parted."""
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.series_id)}
