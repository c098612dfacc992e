"""A task repeated from the protocol before is one task, carried over."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.link.carried import carried_over
from pipeline.link.rows import ActionRow, FollowUpRow, Link, MeetingRow

DAYS = (date(2019, 2, 1), date(2019, 5, 3), date(2019, 9, 6), date(2019, 12, 6))
MEETINGS = [MeetingRow(f"m{nth}-1", day, "minnesanteckningar") for nth, day in enumerate(DAYS)]
TASK = "Maj Ek kontaktar fastighetsägaren om belysningen i gångtunneln."


def action(nth: int, text: str = TASK, owner: str | None = "Maj Ek", key: str = "a") -> ActionRow:
    return ActionRow(f"{key}{nth}", f"m{nth}-1", DAYS[nth], "commitment", text, owner, None, None)


def carried(*actions: ActionRow) -> dict[str, str]:
    found = carried_over(MEETINGS, actions, (), {})
    return {action_id: each.action_id for action_id, each in found.items()}


def test_each_repetition_leads_to_the_first() -> None:
    assert carried(*map(action, range(4))) == {"a1": "a0", "a2": "a0", "a3": "a0"}


@pytest.mark.parametrize(
    "text",
    [
        "Maj  Ek kontaktar fastighetsägaren om\nbelysningen i gångtunneln",
        "MajEk kontaktar fastighetsägaren ombelysningen i gångtunneln.",
        "Maj Ek kontaktar fastighetsagaren om be1ysningen i gångtunne1n.",
        "Maj Ek kontaktar fastighetsägaren om belysningcn i gångtunneln.",
    ],
)
def test_white_space_and_slips_of_a_scan_make_no_difference(text: str) -> None:
    assert carried(action(0), action(1, text)) == {"a1": "a0"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TASK, "Maj Ek kontaktar fastighetsägaren om belysningen i centrum."),
        (TASK, TASK.replace("gångtunneln", "gångtunneln nu")),
        ("Maj bokar lokal till den 5 mars.", "Maj bokar lokal till den 6 mars."),
        ("Maj bokar lokal till den 5 mars.", "Maj bokar lokal till den 5 maj."),
        ("Maj ringer.", "Maj ringer."),
    ],
)
def test_what_is_said_in_other_words_or_hardly_said_is_new(first: str, second: str) -> None:
    assert carried(action(0, first), action(1, second)) == {}


def test_another_s_task_is_new() -> None:
    assert carried(action(0), action(1, owner="Bo Alm")) == {}


def test_a_formality_is_not_carried() -> None:
    assert carried(*(replace(action(nth), kind="formality") for nth in (0, 1))) == {}


def test_a_task_that_the_protocol_between_left_out_is_new() -> None:
    assert carried(action(0), action(2)) == {}


def test_two_like_tasks_of_one_meeting_are_carried_one_by_one() -> None:
    assert carried(action(0), action(0, key="b"), action(1), action(1, key="b")) == {
        "a1": "a0",
        "b1": "b0",
    }


def test_what_was_done_and_is_written_down_again_is_new() -> None:
    done = FollowUpRow("f", "m1-1", DAYS[1], "done", "Maj har kontaktat fastighetsägaren.")
    actions = [action(0), action(1), action(2), action(3)]
    links = {"f": Link("a0", 0.9)}
    found = carried_over(MEETINGS, actions, [done], links)
    assert {action_id: each.action_id for action_id, each in found.items()} == {
        "a1": "a0",
        "a3": "a2",
    }


def test_a_task_given_again_in_other_words_is_joined_to_its_first() -> None:
    again = "Maj Ek får igen i uppdrag att kontakta ägaren om ljuset i gångtunneln."
    found = carried_over(MEETINGS, [action(0), action(2, again)], (), {})
    assert {key: (each.action_id, each.rule) for key, each in found.items()} == {
        "a2": ("a0", "assigned_again")
    }
    assert carried(action(0), action(2, again.replace(" igen", ""))) == {}
    assert carried(action(0), action(2, "Maj Ek får igen i uppdrag att boka lokal i mars.")) == {}
