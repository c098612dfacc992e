"""Protocols made by chance: what was planted is found where it was planted, noise or not."""

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

SEEDS = range(4)
SURE = (  # fields that are read without a fault in all ten styles, where nothing is damaged
    "meetings",
    "kind",
    "council",
    "area",
    "meeting_date",
    "start_time",
    "end_time",
    "place",
    "next_meeting_date",
    "next_start_time",
    "formalities",
)
WRONG = 0.02  # of all facts, more wrong values under any noise than without


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


def test_places_are_kept_under_noise() -> None:
    for seed, protocol in enumerate(protocols()):
        for name in ("hyphenated", "page heads", "lost §", "lost line ends"):
            damaged = NOISES[name](Random(seed), protocol)
            assert damaged.text != protocol.text or name == "lost §"
            for before, after in zip(protocol.planted, damaged.planted, strict=True):
                one = protocol.text[before.start : before.end]
                two = damaged.text[after.start : after.end]
                letters = [
                    "".join(filter(str.isalpha, each)) for each in (one, two.split("\n2 (")[0])
                ]
                assert letters[0].startswith(letters[1][:5]), (name, one, two)


def test_what_was_planted_is_found_or_doubted(clean: tuple[list[Fault], int]) -> None:
    faults, planted = clean
    assert planted > 1500
    sure = [one for one in faults if one.field in SURE and one.kind != "misplaced"]
    assert [one for one in sure if not one.doubted] == []
    silent = Counter(one.kind for one in faults if not one.doubted)
    assert silent["missed"] < 0.01 * planted
    assert silent["wrong"] < 0.01 * planted
    assert silent["misplaced"] < 0.01 * planted


@pytest.mark.parametrize("name", NOISES)
def test_noise_loses_values_and_does_not_change_them(
    name: str, clean: tuple[list[Fault], int]
) -> None:
    damaged = [NOISES[name](Random(seed), each) for seed, each in enumerate(protocols())]
    faults, planted = faults_of(damaged)
    wrong, without = (
        sum(one.kind == "wrong" and not one.doubted for one in each) for each in (faults, clean[0])
    )
    assert wrong - without < WRONG * planted
