"""Type of one width, as of a typewriter or a printed text file."""

from pipeline.read.cells import rows_of
from pipeline.read.layout import PlacedWord

LETTER = 6.02  # points, of type of ten points whose boxes are no higher than its letters


def typed(*lines: str) -> list[list[str]]:
    """The cells of lines that are written letter by letter."""
    words = []
    for number, line in enumerate(lines):
        at = 0
        for text in line.split(" "):
            if text:
                x, y = 56.8 + LETTER * at, 60.0 + 11.6 * number
                words.append(PlacedWord(text, x, y, x + LETTER * len(text), y + 9.1))
            at += len(text) + 1
    return [[" ".join(word.text for word in cell) for cell in row.cells] for row in rows_of(words)]


def test_words_under_words_are_no_columns() -> None:
    lines = [
        "Kim har tagit upp saken med dem",
        "Bea ser gärna att vägen går dit",
        "Leo vet vilka som bodde där nyss",
    ]
    assert typed(*lines) == [[line] for line in lines]


def test_two_spaces_behind_a_full_stop_part_no_columns() -> None:
    lines = ["Lampan är hel.  Anna Ek tackade.", "Bänken är borta.  Bo Alm hämtar den."]
    assert typed(*lines) == [[line.replace("  ", " ")] for line in lines]


def test_columns_of_a_typed_list_are_columns() -> None:
    lines = ["Anna Ek       polisen       X", "Bo Alm        skolan        -"]
    assert typed(*lines) == [["Anna Ek", "polisen", "X"], ["Bo Alm", "skolan", "-"]]
