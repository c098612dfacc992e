"""Protocols made by chance: what was planted is found where it was planted, noise or not."""

import re
from collections import Counter
from itertools import islice
from random import Random

import pytest

from generator.archive import series
from generator.judge import Fault, judge
from generator.noise import NOISES
from generator.plan import STYLES
from generator.sheet import Generated
from pipeline.run import read_protocol

SEEDS = range(3)
SURE = (  # fields that are read without a fault in all ten styles, where nothing is damaged
    "meetings",
    "kind",
    "council",
    "meeting_date",
    "start_time",
    "end_time",
    "place",
    "next_meeting_date",
    "next_start_time",
    "formalities",
)
WRONG = dict.fromkeys(NOISES, 0.01) | {  # of all facts, read wrongly and without an issue
    "flattened": 0.02,
    "page heads": 0.03,
    "lost line ends": 0.04,  # two persons on a line, a label behind the line before it
    "misread": 0.02,
}


def last_of(style: str, seed: int) -> Generated:
    """The third protocol of a council, which speaks of the two before it."""
    return next(islice(series(1000 * seed + ord(style), 3, style), 2, None))


def protocols() -> list[Generated]:
    return [last_of(style, seed) for style in STYLES for seed in SEEDS]


def faults_of(made: list[Generated]) -> tuple[list[Fault], int]:
    """All faults, and how many facts were planted."""
    verdicts = [judge(each, read_protocol(each.text.encode())) for each in made]
    planted = sum(sum(verdict.planted.values()) for verdict in verdicts)
    return [fault for verdict in verdicts for fault in verdict.faults], planted


@pytest.fixture(scope="module")
def clean() -> tuple[list[Fault], int]:
    return faults_of(protocols())


def test_the_same_seed_gives_the_same_protocol() -> None:
    assert list(series(7, 3)) == list(series(7, 3))
    assert next(series(7, 1)) != next(series(8, 1))


def test_later_meetings_speak_of_what_earlier_ones_decided() -> None:
    made = list(series(11, 6, "A"))
    actions = {
        (each.stem, action.text) for each in made for action in each.truth.meetings[0].actions
    }
    told = [follow_up for each in made for follow_up in each.truth.meetings[0].follow_ups]
    assert len(told) > 3
    for follow_up in told:
        assert follow_up.action is not None
        assert (follow_up.action.document, follow_up.action.text) in actions


@pytest.mark.parametrize("name", ["hyphenated", "page heads", "lost line ends", "flattened"])
def test_places_are_kept_under_noise(name: str) -> None:
    def letters(protocol: Generated) -> list[str]:
        spans = (protocol.text[one.start : one.end] for one in protocol.planted)
        return [re.sub(r"[\s-]", "", words) for words in spans]

    for seed, protocol in enumerate(protocols()):
        damaged = NOISES[name](Random(seed), protocol)
        assert letters(damaged) == letters(protocol)
        assert name != "flattened" or "\n" not in damaged.text


def test_what_was_planted_is_found_or_doubted(clean: tuple[list[Fault], int]) -> None:
    faults, planted = clean
    assert planted > 1000
    sure = [one for one in faults if one.field in SURE and one.kind != "misplaced"]
    assert [one for one in sure if not one.doubted] == []
    silent = Counter(one.kind for one in faults if not one.doubted)
    assert silent["missed"] < 0.01 * planted
    assert silent["wrong"] < 0.01 * planted
    assert silent["misplaced"] < 0.01 * planted


@pytest.mark.parametrize("name", NOISES)
def test_noise_loses_values_and_does_not_change_them(name: str) -> None:
    damaged = [NOISES[name](Random(ord(style)), last_of(style, seed=0)) for style in STYLES]
    faults, planted = faults_of(damaged)
    wrong = sum(one.kind == "wrong" and not one.doubted for one in faults)
    assert wrong < WRONG[name] * planted
