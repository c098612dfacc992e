from pathlib import Path

import pytest

from pipeline.language.compounds import parts

LABELLED = Path(__file__).parents[1] / "data" / "compounds.tsv"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("personrånen", ("person", "rån")),
        ("bostadsinbrott", ("bostad", "inbrott")),
        ("cykelstöldsvågen", ("cykel", "stöld", "våg")),
        ("gatubelysning", ("gata", "belysning")),
        ("medborgarlöfte", ("medborgare", "löfte")),
        ("skolgården", ("skola", "gård")),
        ("Trygghetsvandringar", ("trygghet", "vandring")),
    ],
)
def test_a_compound_is_its_parts(word: str, expected: tuple[str, ...]) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize("word", ["misshandel", "verksamheten", "inbrotten", "förening", "polisen"])
def test_prefixes_and_endings_are_no_parts(word: str) -> None:
    assert len(parts(word)) == 1


@pytest.mark.parametrize("word", ["", "a", "07:30", "x" * 500, "ÅÄÖ", "K-2019/5"])
def test_what_is_no_word_stays_whole(word: str) -> None:
    assert parts(word) == (word.lower(),)


def test_nineteen_of_twenty_labelled_words_are_right() -> None:
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    labelled = [line.split("\t") for line in lines if not line.startswith("#")]
    right = sum(parts(word) == tuple(expected.split()) for word, expected in labelled)
    assert len(labelled) > 200
    assert right / len(labelled) >= 0.94
