"""Each problem as people write of it, over all kinds of wording (problem_wordings.toml)."""

import tomllib
from pathlib import Path

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.extract.taxonomy import taxonomy
from pipeline.read import read
from pipeline.segment import segment

WORDINGS = tomllib.loads(
    Path(__file__).with_name("problem_wordings.toml").read_text(encoding="utf-8")
)
POLARITIES = {"there": {"positive"}, "none": {"negative"}, "no": set()}


def told(sentence: str, problem: str) -> set[str]:
    """The polarities with which a section of that one sentence mentions the problem."""
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. Lägesbild\n{sentence}\n"
    return {
        each.polarity
        for part in segment(read(text.encode(), ReadSettings(ocr="off")))
        for each in problem_mentions(part, judge_of(part))
        if each.problem == problem
    }


def test_each_problem_has_wordings() -> None:
    assert set(WORDINGS) == {each.problem for each in taxonomy()}
    assert all(
        len(each["there"]) >= 6 and len(each["none"]) >= 3 and len(each["no"]) >= 3
        for each in WORDINGS.values()
    )


@pytest.mark.parametrize(
    ("problem", "kind", "sentence"),
    [
        (problem, kind, sentence)
        for problem, kinds in WORDINGS.items()
        for kind, sentences in kinds.items()
        for sentence in sentences
    ],
)
def test_wording(problem: str, kind: str, sentence: str) -> None:
    assert told(sentence, problem) == POLARITIES[kind]
