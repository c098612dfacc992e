"""The annexes that a document names."""

import pytest

from models.meeting import Attachment
from pipeline.config import ReadSettings
from pipeline.extract.attachments import attachments
from pipeline.read import read
from pipeline.segment import segment


def found(body: str) -> tuple[Attachment, ...]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade alla.\n\n2. Läget\n{body}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    records = tuple(each for part in segment(document) for each in attachments(part))
    for each in records:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return records


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("Polisen visar statistik, se bilaga 1.", ["bilaga 1"]),
        ("Listorna finns i bilagor 1-3.", ["bilaga 1", "bilaga 2", "bilaga 3"]),
        ("Listorna finns i bilaga 2 och 4.", ["bilaga 2", "bilaga 4"]),
        ("Bilaga a) Lägesbild b) Enkät", ["Bilaga a", "Bilaga b"]),
        ("Statistiken redovisas (se bilaga).", ["bilaga"]),
        ("Polisens presentation biläggs protokollet.", ["Polisens presentation"]),
        ("Enkäten bifogas.", ["Enkäten"]),
        ("Bilarna parkeras på gården.", []),
    ],
)
def test_labels(sentence: str, labels: list[str]) -> None:
    assert [each.label for each in found(sentence)] == labels


def test_a_label_named_twice_is_one_record_with_its_first_sentence() -> None:
    records = found("Polisen visar statistik, se bilaga 1. Skolan hänvisar till Bilaga 1.")
    assert [(each.label, each.text) for each in records] == [
        ("bilaga 1", "Polisen visar statistik, se bilaga 1.")
    ]
