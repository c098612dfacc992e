"""Functions that the items tell of, and who signs a summons (see people.py)."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import HEAD

LISTED = (
    "Närvarande: Ronja Alm, räddningstjänsten, Anette Vik, IFO, Jens Häll, tekniska"
    " och Bo Ros, polisen\n\n"
)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "1. Val av ordförande för dagen\nRonja. Anette antecknar.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Till ordförande för mötet valdes Ronja Alm och till sekreterare Anette Vik.\n\n2. Justeringsmän: Jens Häll, Bo Ros.\n\n3. Läget\nPolisen berättade.\n",
            {
                "Ronja Alm": "chair",
                "Anette Vik": "secretary",
                "Jens Häll": "adjuster",
                "Bo Ros": "adjuster",
            },
        ),
        (
            "1. Mötesledare\nRonja utsågs att leda mötet och Anette att upprätta protokoll.\n\n2. Läget\nPolisen berättade.\n\n3. Beslut\nMötet beslutade välja Bo Ros att justera protokollet.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Bo Ros": "adjuster"},
        ),
        (
            "1. Läget\nPolisen berättade om läget i byn.\n\n2. Övrigt\nInget.\n\nEkby den 3 maj Ronja Alm Ordförande Anette Vik Sekreterare\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Läget\nPolisen berättade om läget i byn.\n\n2. Övrigt\nInget.\n\nSekreterare Anette Vik Ordförande Ronja Alm Justerare Jens Häll\n",
            {"Anette Vik": "secretary", "Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Val av mötesordförande: Ronja Alm\n\n2. Val av justerare\nAnette och Jens.\n\n3. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "adjuster", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja öppnade och valdes till ordförande för kvällen. Anette skriver.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja hälsade välkommen. Jens Häll valdes att läsa och skriva under dagens.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja höll i trådarna och Anette antecknade. Jens fick förtroendet att justera.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nMötet leddes av Ronja. Anette tog på sig att skriva. Jens för pennan vidare.\n\n2. Läget\nPolisen justerar tiderna. Bo justerar kameran.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja öppnade mötet och valdes att leda det. Anette för pennan och\nJens justerar.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Jens Häll": "adjuster"},
        ),
        (
            "Till justerare utsågs Jens Häll och Anette Vik.\n\n1. Läget\nPolisen berättade om läget i byn.\n",
            {"Jens Häll": "adjuster", "Anette Vik": "adjuster"},
        ),
        (
            "1. Inledning\nMötet leddes av Ronja. Anette satt vid tangenterna.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nMöte öppnades.\n\n2. Läget\nPolisen berättade om läget i byn.\n\n\nRonja Alm, ordförande\t\tAnette Vik, sekreterare\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nMöte öppnades.\n\n2. Läget\nPolisen berättade om läget i byn.\n\n\nRonja Alm vid pennan            Anette Vik, justerare\n",
            {"Ronja Alm": "secretary", "Anette Vik": "adjuster"},
        ),
        (
            "1. Inledning\nSom ordförande fungerade Ronja, och Anette som sekreterare.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja var ordförande, Anette förde pennan.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nI ordförandens frånvaro ledde Ronja mötet.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair"},
        ),
        (
            "1. Inledning\nOrdförande Ronja Alm tog emot. Vi utsåg Jens till justerare.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja slog klubban i bordet. Sekreterare är Anette.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nPer bjöd på kaffe.\n\n2. Läget\nPolisen öppnade ett kontor. Jens ledde arbetet. Bo sade att flera skrev till protokollet.\n\n3. Vid protokollets slut\nNästa tid meddelas i kallelse.\n",
            {},
        ),
    ],
)
def test_functions(items: str, expected: dict[str, str]) -> None:
    persons, _ = attendees(part(HEAD + LISTED + items))
    assert {each.name: each.function for each in persons if each.function} == expected


def test_who_signs_a_summons_is_invited() -> None:
    text = (
        "Trygghetsrådet Ekby\nKALLELSE\nOnsdagen den 14 mars 2018, klockan 13.00\n\nKallade\n"
        "Vice ordförande Katja Lind (S)\nLedamot Amir Ros (MP)\n\nErsättare\nOlle Grip (M)\n\n"
        "1. Upprop\n2. Lägesbild\n3. Övriga frågor\n\nKatja Lind, ordförande\tAmir Ros, sekreterare\n"
    )
    persons, _ = attendees(part(text))
    assert {each.name: each.status for each in persons} == {
        "Katja Lind": "invited",
        "Amir Ros": "invited",
        "Olle Grip": "invited",
    }
    assert [each.function for each in persons] == ["chair", "secretary", None]


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (
            "Välkomna!\nAmir Ros, sammankallande\n",
            [("Katja Lind", None), ("Amir Ros", "sammankallande")],
        ),
        (
            "Vänliga hälsningar\nAmir Ros\nsäkerhetschef\n",
            [("Katja Lind", None), ("Amir Ros", "säkerhetschef")],
        ),
        ("Väl mött!\nAmir\n", [("Katja Lind", None)]),
        (
            "Katja Lind\tAmir Ros\nOrdförande\tSekreterare\n\nGruppmöten hålls en timme före.\n",
            [("Katja Lind", None), ("Amir Ros", None)],
        ),
        (
            "Katja Lind                 Amir Ros\nOrdförande                 Sekreterare\n",
            [("Katja Lind", None), ("Amir Ros", None)],
        ),
    ],
)
def test_who_signs_a_summons_is_one_of_its_persons(
    signed: str, expected: list[tuple[str, str | None]]
) -> None:
    text = (
        "Trygghetsrådet Ekby\nKALLELSE\nOnsdagen den 14 mars 2018, klockan 13.00\n\nKallade\nKatja Lind (S)\n\n"
        f"1. Upprop\n2. Lägesbild\n3. Övriga frågor\n\n{signed}"
    )
    persons, _ = attendees(part(text))
    assert [(each.name, each.role) for each in persons] == expected
    assert {each.status for each in persons} == {"invited"}


def test_a_secretary_in_the_list_goes_before_who_writes_something_later() -> None:
    items = "1. Inledning\nAlla hälsades.\n\n2. Utåt\nEn text ska in i bladet, Bo skriver.\n"
    listed = LISTED + "Sekreterare: Anette Vik\n\n"
    persons, _ = attendees(part(HEAD + listed + items))
    assert {each.name for each in persons if each.function == "secretary"} == {"Anette Vik"}


def test_a_frame_of_marks_above_the_title_is_nobody() -> None:
    frame = "*" * 15
    text = f"{frame}\n**   Trygghetsrådet   **\n{frame}\n\nProtokoll den 3 mars 2021\n\n1. Läget\nDet är lugnt.\n"
    assert attendees(part(text), "protokoll") == ((), ())
