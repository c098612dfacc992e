"""Priority areas as people declare them, and speak of them without declaring (priority_wordings.txt)."""

import re
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.extract.priority_areas import priority_areas
from pipeline.read import read
from pipeline.segment import segment

ITEMS = re.split(
    r"^## ",
    Path(__file__).with_name("priority_wordings.txt").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)[1:]


def found(item: str) -> set[str]:
    """The names that an item gives when it stands in a protocol."""
    plain = re.sub(r"[\[\]]", "", item)
    title, _, body = plain.partition("\n")
    title = re.sub(r"^(?:§\s*)?\d*\.?\s*", "", title) or "Ärende"
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n6. Inledning\nMaj hälsade.\n\n7. {title}\n{body}\n8. Slut\nMötet avslutades.\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    records = [each for part in segment(document) for each in priority_areas(part)]
    for each in records:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote == each.name
    return {each.name for each in records}


def test_most_names_are_found_and_few_that_are_none() -> None:
    right = claimed = declared = 0
    wrong = []
    for item in ITEMS:
        expected, names = set(re.findall(r"\[([^]]+)\]", item)), found(item)
        right += len(expected & names)
        claimed += len(names)
        declared += len(expected)
        if expected != names:
            wrong.append((item.split("\n")[0], expected, names))
    assert declared >= 70
    assert right / declared >= 0.9, wrong
    assert right / claimed >= 0.85, wrong


def test_a_sentence_of_great_length_ends_and_gives_no_false_name() -> None:
    body = f"De prioriterade områdena är {'klotter, ' * 5000}rån."
    assert found(f"Prioriterade områden\n{body}") <= {"klotter", "rån"}
