"""The links of some series: people, follow-ups, states, gaps and words of a year."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline.link import gaps, people
from pipeline.link.doers import with_doers
from pipeline.link.ledger import ledger
from pipeline.link.new_words import year_words
from pipeline.link.rows import ActionRow, FollowUpRow, MeetingRow, TextRow
from pipeline.store import links as store
from pipeline.store.links import Links
from pipeline.store.to_link import MeetingRow as HeldRow
from pipeline.store.to_link import Row, SeriesRows


def link(series: Sequence[str], rows: SeriesRows) -> Links:
    """The links of these series, from their rows."""
    present = [
        people.Appearance(each.attendee_id, each.series_id, *each[2:]) for each in rows.attendees
    ]
    persons, found = people.link_people(present)
    listed = {key: list(group) for key, group in groupby(present, key=lambda each: each.series_id)}
    meetings, signs = _by_series(rows.meetings), _by_series(rows.signs)
    actions, answers = _by_series(rows.actions), _by_series(rows.follow_ups)
    texts = _by_series(rows.texts)
    follow_up_links: list[store.FollowUpLink] = []
    action_links: list[store.ActionLink] = []
    missing: list[store.MissingProtocol] = []
    words: list[store.YearWord] = []
    for series_id in series:
        held = meetings.get(series_id, ())
        book = ledger(
            [MeetingRow(each.meeting_id, each.meeting_date, each.kind) for each in held],
            with_doers(
                [ActionRow(*each[1:]) for each in actions.get(series_id, ())],
                listed.get(series_id, ()),
                found,
            ),
            [FollowUpRow(*each[1:]) for each in answers.get(series_id, ())],
        )
        follow_up_links += [
            store.FollowUpLink(
                key,
                each.action_id,
                each.score,
                book.outcomes[key],
                each.rule,
                ", ".join(each.words) or None,
                each.via,
            )
            for key, each in book.links.items()
        ]
        for action_id, state in book.states.items():
            first = book.carried.get(action_id)
            repeats = (first.action_id, first.rule) if first is not None else (None, None)
            action_links.append(store.ActionLink(action_id, state, *repeats))
        found_gaps = gaps.gaps(
            [_held(each) for each in held],
            [gaps.SignRow(*each[1:]) for each in signs.get(series_id, ())],
        )
        missing += [
            store.MissingProtocol(
                series_id,
                ordinal,
                gap.meeting_date,
                gap.after,
                gap.before,
                gap.known_from,
                gap.reason,
                gap.record_id,
            )
            for ordinal, gap in enumerate(found_gaps, 1)
        ]
        said = year_words([TextRow(*each[1:]) for each in texts.get(series_id, ())])
        words += [
            store.YearWord(
                series_id,
                year,
                word,
                used.known,
                used.uses,
                len(used.meetings),
                next(iter(used.meetings)),
            )
            for (year, word), used in said.items()
        ]
    return Links(
        persons=[store.PersonRow(person.person_id, person.name) for person in persons],
        attendees=[
            store.PersonLink(attendee_id, each.person_id, each.rule, each.other)
            for attendee_id, each in found.items()
        ],
        follow_ups=follow_up_links,
        actions=action_links,
        missing=missing,
        words=words,
    )


def _held(row: HeldRow) -> gaps.HeldRow:
    items = None
    if row.first_section_id is not None and row.first_item and row.last_item:
        items = gaps.Items(row.first_section_id, row.first_item, row.last_item)
    return gaps.HeldRow(row.meeting_id, row.meeting_date, row.kind, items)


def _by_series(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows that come in order of series, parted."""
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.series_id)}
