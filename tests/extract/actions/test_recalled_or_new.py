"""What was bound earlier and is told again, beside what is bound now; what is routine, beside what is new."""

import pytest

from tests.extract.held import told


@pytest.mark.parametrize(
    "body",
    [
        # told again before what became of it
        "Maj Ek lovade i höstas att måla planket. Det blev av i maj.",
        "Vi enades i oktober om att räcket skulle lagas. Smeden har varit där.",
        "Rektorn fick i augusti i uppdrag att skriva om blanketten. Den är i bruk.",
        "I december bad vi kyrkan om en lokal. Vi fick låna salen.",
        # what was told at the meeting, or done before it
        "Att personalen går en kurs i nätvett redovisades som hastigast.",
        "Bo Alm hann räkna lamporna före semestern.",
        "Lena presenterar den förteckning hon lovade i vintras.",
        # talk and the meeting's own running
        "Eva Lind slog klubban i bordet.",
        "Träffen avrundades kl. 16.40.",
        "Kaj skriver.",
        "Bo Alm ville inte överdriva saken.",
        "Kaj Holm lovade ingenting.",
        "Rådet fastställde följande.",
        "Maj Ek går igenom februari och mars.",
        "Lena hör från klubben att grinden står öppen.",
        # as usual
        "Snusdosor köps numera på nätet och hämtas vid kiosken.",
        "Polisen ska som alltid stå vid grindarna.",
    ],
)
def test_nothing_new(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lena mejlar ut ett nummer som alltid är öppet.", [("commitment", "Lena")]),
        ("Lena föreslog en filmkväll varje månad.", [("proposal", None)]),
        ("Bo Alm går en extra rond varje kväll i december.", [("commitment", "Bo Alm")]),
        ("Bo Alm kommer med siffror den 3 maj.", [("commitment", "Bo Alm")]),
        ("Maj Ek informerar sin personal.", [("commitment", "Maj Ek")]),
        ("Maj Ek anmodar bolaget att tömma kärlen.", [("commitment", "Maj Ek")]),
        ("Bemanning ska ske kvällstid.", [("decision", None)]),
        ("Samsyn saknades, men alla gillade tanken, så städkväll blir det.", [("decision", None)]),
        ("Enighet om att kiosken stänger tidigare.", [("decision", None)]),
        ("Kaj Holm önskar en lampa till vid bryggan.", [("proposal", None)]),
        ("Beslut: Medborgarförslaget avslås.", [("decision", None)]),
        ("Rådet beslutar att be regionen om en kurator.", [("decision", None)]),
        ("Rådet enades om att hamnen ska vara årets fråga.", [("decision", None)]),
        ("Beslut: Bo Alm får i uppdrag att be hamnen laga räcket.", [("assignment", "Bo Alm")]),
        # two doers in one
        ("Zelal och Bo kontaktar klubben om fler vandrare.", [("commitment", "Zelal och Bo")]),
        ("Kultur- och idrottsenheten låser grinden senast den 1 maj.", [("commitment", "Kultur- och idrottsenheten")]),
        ("LF + BoA ringer klubben om fler vandrare.", [("commitment", "LF + BoA")]),
    ],
)  # fmt: skip
def test_something_new(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(body) == expected
