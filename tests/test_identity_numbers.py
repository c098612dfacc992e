"""Personal identity numbers: found in every written form, told from what looks like them, masked."""

import pytest

from pipeline.dates import dates
from pipeline.identity_numbers import identity_numbers, masked, masked_in

# Numbers that the tax agency has set apart for tests.
NUMBERS = [
    "850709-9805",
    "850709+9805",
    "850709–9805",
    "850709 - 9805",
    "850709-\n9805",
    "8507099805",
    "19850709-9805",
    "198507099805",
    "19850709 9805",
    "701063-2391",  # samordningsnummer
    "19121212-1212",
    "19 12 12 12-12 12",  # a scan
    "85 07 09-98 05",
    "85O7O9-98O5",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_found_and_masked_at_its_length(number: str) -> None:
    text = f"Firman tecknas av Maj Ek, {number}, från i dag."
    assert [text[start:end] for start, end in identity_numbers(text)] == [number]
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert not any(char.isdigit() for char in hidden)
    assert hidden.startswith("Firman tecknas av Maj Ek, ")
    assert hidden.endswith(", från i dag.")


@pytest.mark.parametrize(
    "text",
    [
        "850709-9804",  # the checksum
        "851309-9805",  # no month
        "Org.nr 556036-0793",
        "tel 0705-12 34 56",
        "0701234567",
        "mobil 070512-3456",
        "08-508 22 030",
        "Dnr 850709-9805",
        "Dnr 2019-00312 102",
        "KS2011/084-10",
        "406-291-06",
        "1.5.3-227-2013",
        "2019-02-22",
        "20181218",
        "09.00-11.00",
        "12 12 12 12 12 12",
        "a850709-9805",
        "850709-98051",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert list(identity_numbers(text)) == []
    assert masked(text) == text


@pytest.mark.parametrize("word", ["personnummer", "Pers.nr:", "pnr", "samordningsnummer", "född"])
def test_after_its_word_a_misread_digit_gives_nothing_away(word: str) -> None:
    assert masked(f"{word} 850709-9804") == f"{word} XXXXXX-XXXX"


def test_several_in_one_text() -> None:
    assert masked("Maj 850709-9805 och Bo 701063-2391") == "Maj XXXXXX-XXXX och Bo XXXXXX-XXXX"


def test_every_text_of_a_record_is_masked_and_nothing_else() -> None:
    record = {"a": ["850709-9805", 8507099805, None], "b": {"c": ("Maj 850709-9805", True)}}
    assert masked_in(record) == {
        "a": ["XXXXXX-XXXX", 8507099805, None],
        "b": {"c": ["Maj XXXXXX-XXXX", True]},
    }


def test_the_beginning_of_a_number_is_no_date() -> None:
    assert dates("Maj Ek 20121212 1213")  # the checksum fails: a day, and something else
    assert not dates("Maj Ek 20121212 1212")
    assert not dates("Maj Ek 121212-1212")
    assert not dates("Maj Ek 19121212 1212")
