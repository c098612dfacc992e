"""Rows of a running list that stand in it again."""

from datetime import date

import pytest

from pipeline.link.ledger import Ledger, ledger
from pipeline.link.rows import ActionRow, FollowUpRow, MeetingRow

DAYS = (date(2019, 2, 1), date(2019, 5, 3), date(2019, 9, 6), date(2019, 12, 6))


def row(nth: int, task: str, owner: str = "Maj", when: str = "") -> tuple[ActionRow, FollowUpRow]:
    meeting = f"m{nth}-1"
    key = f"{nth}{task}"
    text = " / ".join(each for each in (task, owner, when) if each)
    outcome = "postponed" if when else "mentioned"
    return (
        ActionRow(key, meeting, DAYS[nth], "assignment", task, owner, None, "Listan"),
        FollowUpRow(f"q{key}", meeting, DAYS[nth], outcome, text, "Listan", 0.5),
    )


def book(*rows: tuple[ActionRow, FollowUpRow], told: tuple[FollowUpRow, ...] = ()) -> Ledger:
    meetings = [MeetingRow(f"m{nth}-1", day, "protokoll") for nth, day in enumerate(DAYS)]
    return ledger(meetings, [one for one, _ in rows], [*(two for _, two in rows), *told])


def said(found: Ledger) -> dict[str, tuple[str, str]]:
    return {key: (found.outcomes[key], link.action_id) for key, link in found.links.items()}


TASK = "Sätta nya lås i källaren"


def test_a_row_that_stands_there_again_is_spoken_of() -> None:
    found = book(row(0, TASK), row(1, TASK), row(1, "Köpa fem reflexvästar"))
    assert said(found) == {f"q1{TASK}": ("mentioned", f"0{TASK}")}
    assert found.states[f"1{TASK}"] == "reported"
    assert found.carried[f"1{TASK}"].action_id == f"0{TASK}"


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("", "jul", "mentioned"),
        ("jul", "jul", "mentioned"),
        ("jul", "påsk", "postponed"),
        ("jul", "", "mentioned"),
    ],
)
def test_another_time_postpones_it(first: str, second: str, outcome: str) -> None:
    found = book(row(0, TASK, when=first), row(1, TASK, when=second))
    assert found.outcomes == {f"q1{TASK}": outcome}


def test_a_row_is_known_with_another_owner_or_a_word_more_and_not_by_another_figure() -> None:
    longer = f"{TASK} före vintern"
    assert said(book(row(0, TASK), row(1, longer))) == {f"q1{longer}": ("mentioned", f"0{TASK}")}
    assert said(book(row(0, TASK), row(1, TASK, "Bo"))) == {f"q1{TASK}": ("mentioned", f"0{TASK}")}
    assert said(book(row(0, "Byta lampa i hus 3"), row(1, "Byta lampa i hus 5"))) == {}
    assert said(book(row(0, "Ringa kommunen"), row(1, "Ringa kommunen", "Bo"))) == {}


def test_a_meeting_without_a_list_between_makes_no_difference_and_a_list_without_the_row_does() -> (
    None
):
    assert said(book(row(0, TASK), row(2, TASK))) == {f"q2{TASK}": ("mentioned", f"0{TASK}")}
    other = row(1, "Köpa fem reflexvästar")
    assert said(book(row(0, TASK), other, row(2, TASK))) == {}


def test_a_row_of_which_the_meeting_before_told_stands_in_its_list() -> None:
    told = FollowUpRow("f", "m1-1", DAYS[1], "in_progress", f"{TASK} / Maj / pågår", "Listan")
    found = said(book(row(0, TASK), row(1, "Köpa reflexvästar"), row(2, TASK), told=(told,)))
    assert found == {"f": ("in_progress", f"0{TASK}"), f"q2{TASK}": ("mentioned", f"0{TASK}")}


def test_what_was_done_is_a_new_task_when_it_is_written_down_again() -> None:
    told = FollowUpRow("f", "m1-1", DAYS[1], "done", f"{TASK} / Maj / klart", "Listan")
    found = book(row(0, TASK), row(2, TASK), told=(told,))
    assert said(found) == {"f": ("done", f"0{TASK}")}
    assert found.states[f"2{TASK}"] == "silent"


def test_a_row_adds_nothing_where_the_meeting_tells_that_it_was_postponed() -> None:
    told = FollowUpRow(
        "f", "m1-1", DAYS[1], "postponed", "Låsen i källaren skjuts till hösten.", "Sedan sist"
    )
    assert said(book(row(0, TASK), row(1, TASK), told=(told,))) == {"f": ("postponed", f"0{TASK}")}
