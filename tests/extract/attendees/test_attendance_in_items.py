"""Who came, where an item calls the roll and no list stands in the head."""

import pytest

from tests.extract.people import HEAD, people

FIRST = "1. Mötets öppnande\nOrdföranden Tyra Holm öppnade mötet.\n\n"
LAST = "\n\n3. Lägesbild\nPolisen redogjorde för läget under våren.\n"
CHAIR = "Tyra Holm |  |  |  |  | chair"

ROLLS = {
    "those present, others and those away in one line": (
        "2. Upprop\nNärvarande ledamöter: Tyra Holm, Olle Berg, Zoravar von Kant och Mona Falk. Övriga"
        " närvarande: Nils Sand, Per-Olof Strand. Anmält förhinder: Ulla Ek.",
        [
            "Olle Berg",
            "Zoravar von Kant",
            "Mona Falk",
            "Nils Sand",
            "Per-Olof Strand",
            "Ulla Ek |  |  |  | absent",
        ],
    ),
    "sentences": (
        "2. Närvaro\nTyra Holm, Olle Berg och Mona Falk var närvarande. Frånvarande var Ulla Ek.",
        ["Olle Berg", "Mona Falk", "Ulla Ek |  |  |  | absent"],
    ),
    "a title of two parts": (
        "2. Upprop och röstlängd\nVid uppropet var följande närvarande: Tyra Holm, Olle Berg (S), Mona Falk.\n"
        "Förhinder hade anmälts av Ulla Ek.",
        ["Olle Berg |  |  | S", "Mona Falk", "Ulla Ek |  |  |  | absent"],
    ),
    "one status a line": (
        "2. Upprop\nNärvarande ersättare: Olle Berg, Mona Falk\nFrånvarande ledamöter: Ulla Ek",
        ["Olle Berg", "Mona Falk", "Ulla Ek |  |  |  | absent"],
    ),
    "a call for something is no roll": (
        "2. Upprop mot våldet\nDeltagare: Olle Berg, Mona Falk och Nils Sand från föreningen gick runt.",
        [],
    ),
}


@pytest.mark.parametrize(("item", "persons"), ROLLS.values(), ids=ROLLS.keys())
def test_the_roll_call_tells_who_came(item: str, persons: list[str]) -> None:
    assert sorted(people(HEAD + FIRST + item + LAST)) == sorted([CHAIR, *persons])
