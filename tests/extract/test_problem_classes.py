"""Problems by what gives them away (problem_classes.tsv): who avoids a place, the jour's queue, what is referred back to."""

from pathlib import Path

import pytest

from tests.extract.mentioned import told

LINES = [
    line.partition("\t")
    for line in Path(__file__).with_name("problem_classes.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("body", "problems"), [(body, told) for body, _, told in LINES])
def test_section(body: str, problems: str) -> None:
    polarities = {"+": "positive", "-": "negative"}
    assert told(body) == {(each[:-1], polarities[each[-1]]) for each in problems.split()}


@pytest.mark.parametrize(
    ("heading", "problems"),
    [
        ("Det säljs piller i tvättstugan varje kväll.", {("narkotika", "positive")}),
        ("Inga bränder har anlagts sedan förra mötet.", {("brand", "negative")}),
        ("Mopederna kör som tokar på gården igen.", {("trafik_buskorning", "positive")}),
        ("Kommunen har antagit en policy mot klotter.", set()),
        ("Ulla har beställt en broschyr om bedrägerier.", set()),
        ("Sanering av klotter.", set()),
    ],
)
def test_a_heading_may_be_the_sentence_that_tells(
    heading: str, problems: set[tuple[str, str]]
) -> None:
    assert told("Pelle ringer hyresvärden om saken.", heading) == problems
