"""What a follow-up tells of an earlier action is no action again."""

import pytest

from pipeline.config import ReadSettings
from pipeline.run import read_protocol
from tests.extract.held import HEAD


def read(body: str) -> tuple[list[str], list[str]]:
    """The actions and follow-ups of an item on what was decided before."""
    text = f"{HEAD}2. Föregående mötes protokoll\n{body}\n"
    (meeting,) = read_protocol(text.encode(), ReadSettings(ocr="off")).meetings
    actions = [each.text for each in meeting.actions if each.kind != "formality"]
    return actions, [each.text for each in meeting.follow_ups]


@pytest.mark.parametrize(
    "body",
    [
        "Bo Alm lovade att fråga om lampan vid kiosken. Han har fått till svar att den byts i vår.",
        "Lena Frisk skulle enligt protokollet skaffa scheman från andra orter. Hon lägger fram två stycken.",
        "Kaj Holm åtog sig att ringa hamnen. Det har han gjort.",
    ],
)
def test_it_is_told_once(body: str) -> None:
    assert read(body) == ([], [body])


def test_what_is_laid_on_somebody_anew_stands() -> None:
    actions, _ = read(
        "Listan, som Lena skulle ha skickat, är inte klar. Lena Frisk ska skicka den senast den 1 maj."
    )
    assert actions == ["Lena Frisk ska skicka den senast den 1 maj."]
