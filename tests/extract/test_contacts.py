"""Whom a document says to turn to."""

import pytest

from pipeline.config import ReadSettings
from pipeline.extract.contacts import contacts
from pipeline.read import read
from pipeline.segment import segment

Found = tuple[str | None, str | None, str | None]


def found(end: str) -> list[Found]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01 kl. 09.00-11.00\nDnr 2018/00071\n\n1. Läget\nLugnt i dag.\n\n2. Nästa möte\nDen 10 maj klockan 9-11.\n\n{end}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    records = [each for part in segment(document) for each in contacts(part)]
    for each in records:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return [(each.name, each.phone, each.email) for each in records]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "Kontakt: Maj Ek, tel: 0500-12 34 56\nmaj.ek@ekmo.example",
            [("Maj Ek", "0500-12 34 56", "maj.ek@ekmo.example")],
        ),
        (
            "Vid frågor kontakta Maj Ek på 070-123 45 67 eller maj@ekmo.example.",
            [("Maj Ek", "070-123 45 67", "maj@ekmo.example")],
        ),
        (
            "Maj Ek 08-123 45 67, Bo Alm 08-123 45 68",
            [("Maj Ek", "08-123 45 67", None), ("Bo Alm", "08-123 45 68", None)],
        ),
        (
            "Ekmo kommun\nBox 12\nTelefon: 0500-12 34 56\ninfo@ekmo.example",
            [("Ekmo kommun", "0500-12 34 56", "info@ekmo.example")],
        ),
        ("Kontaktperson: Bo Alm", [("Bo Alm", None, None)]),
        ("Telefon: +46 70 123 45 67", [(None, "+46 70 123 45 67", None)]),
        ("Mötet 2019-05-10, kl. 08-10, personnummer 010203-1234.", []),
        ("Bo Alm kontaktar skolan.", []),
    ],
)
def test_contacts(end: str, expected: list[Found]) -> None:
    assert found(end) == expected


def test_the_same_contact_twice_is_one() -> None:
    line = "Kontakt: Maj Ek, tel: 0500-12 34 56"
    assert found(f"{line}\n\n{line}") == [("Maj Ek", "0500-12 34 56", None)]
