"""What became of earlier tasks, in the words of all kinds of secretaries (outcome_wordings.tsv)."""

from collections import Counter
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.extract.follow_ups import follow_ups
from pipeline.read import read
from pipeline.segment import segment

LINES = Path(__file__).with_name("outcome_wordings.tsv").read_text(encoding="utf-8").splitlines()


def outcomes(sentence: str) -> list[str]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. Uppföljning av beslut\n{sentence}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    return [each.outcome for part in segment(document) for each in follow_ups(part)]


def test_most_outcomes_are_told_right() -> None:
    right, told = Counter[str](), Counter[str]()
    wrong = []
    for outcome, sentence in (line.split("\t") for line in LINES):
        found = outcomes(sentence)
        told[outcome] += 1
        right[outcome] += found == [outcome]
        if found != [outcome]:
            wrong.append((outcome, found, sentence))
    assert told.total() >= 120
    assert right.total() / told.total() >= 0.9, wrong
    assert all(right[outcome] / told[outcome] >= 0.75 for outcome in told), wrong
