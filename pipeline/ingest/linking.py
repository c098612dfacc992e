"""The links of some series: people, follow-ups, states, gaps and words of a year."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.link import gaps, people
from pipeline.link.doers import with_doers
from pipeline.link.ledger import Ledger, ledger
from pipeline.link.new_words import year_words
from pipeline.link.rows import ActionRow, FollowUpRow, MeetingRow, TextRow
from pipeline.store import links as store
from pipeline.store.links import Links
from pipeline.store.to_link import MeetingRow as HeldRow
from pipeline.store.to_link import Row, SeriesRows, SignRow
from pipeline.store.to_link import TextRow as HeldText


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
        follow_up_links += _follow_ups(book)
        action_links += _actions(book)
        missing += _missing(series_id, held, signs.get(series_id, ()))
        words += _words(series_id, texts.get(series_id, ()))
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


def _follow_ups(book: Ledger) -> Iterator[store.FollowUpLink]:
    """Which action each follow-up speaks of."""
    for key, each in book.links.items():
        words = ", ".join(each.words) or None
        yield store.FollowUpLink(
            key, each.action_id, each.score, book.outcomes[key], each.rule, words, each.via
        )


def _actions(book: Ledger) -> Iterator[store.ActionLink]:
    """How each action stands, and which it was carried over from."""
    for action_id, state in book.states.items():
        first = book.carried.get(action_id)
        repeats = (first.action_id, first.rule) if first is not None else (None, None)
        yield store.ActionLink(action_id, state, *repeats)


def _missing(
    series_id: str, held: Iterable[HeldRow], signs: Iterable[SignRow]
) -> Iterator[store.MissingProtocol]:
    """Meetings that were held and have no protocol."""
    found = gaps.gaps([_held(each) for each in held], [gaps.SignRow(*each[1:]) for each in signs])
    for ordinal, gap in enumerate(found, 1):
        yield store.MissingProtocol(
            series_id,
            ordinal,
            gap.meeting_date,
            gap.after,
            gap.before,
            gap.known_from,
            gap.reason,
            gap.record_id,
        )


def _words(series_id: str, texts: Iterable[HeldText]) -> Iterator[store.YearWord]:
    """Words of a year that the years before lack."""
    said = year_words([TextRow(*each[1:]) for each in texts])
    for (year, word), used in said.items():
        first = next(iter(used.meetings))
        yield store.YearWord(
            series_id, year, word, used.known, used.uses, len(used.meetings), first
        )


def _held(row: HeldRow) -> gaps.HeldRow:
    items = None
    if row.first_section_id is not None and row.first_item and row.last_item:
        items = gaps.Items(row.first_section_id, row.first_item, row.last_item)
    return gaps.HeldRow(row.meeting_id, row.meeting_date, row.kind, items)


def _by_series(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows that come in order of series, parted."""
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.series_id)}
