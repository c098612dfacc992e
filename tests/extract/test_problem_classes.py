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
