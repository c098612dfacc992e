"""Strings found in words by their first letters."""

import pytest

from pipeline.vocabulary.pieces import Pieces

STRINGS = frozenset({"a", "stöld", "stö", "ld", "cykel", "elst", "ölden", "cykelstölden", "nn"})


@pytest.mark.parametrize("letters", [2, 3])
@pytest.mark.parametrize("word", ["cykelstölden", "stöld", "a", "la", "n", "", "ny"])
def test_all_that_a_word_holds_are_told(word: str, letters: int) -> None:
    pieces = Pieces(letters, STRINGS)
    assert STRINGS & {*pieces.inside(word)} == {each for each in STRINGS if each in word}
    assert STRINGS & {*pieces.opening(word)} == {each for each in STRINGS if word.startswith(each)}


def test_strings_may_be_added() -> None:
    pieces = Pieces(3)
    assert not [*pieces.inside("cykelstölden")]
    pieces.add(STRINGS)
    assert "elst" in [*pieces.inside("cykelstölden")]
