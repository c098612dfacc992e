"""Which meeting or item a follow-up refers to."""

from datetime import date

import pytest

from pipeline.link.references import reference

HELD = date(2019, 2, 1)
AUTUMN, SPRING = (8, 9, 10, 11, 12), (2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Lamporna, som beslutades i höstas, är bytta.", AUTUMN),
        ("Maj, som i höstas tog på sig att begära in priser, har fått ett.", AUTUMN),
        ("Maj, som tog på sig det i höstas, har ringt.", AUTUMN),
        ("Översynen, som vi i våras bestämde, är klar.", SPRING),
        ("Bo, som i våras fick i uppdrag att räkna dem, är klar.", SPRING),
        ("Ekmohus, som i oktober lovade nya lås, har bytt dem.", (10,)),
        ("Beslutet från oktobermötet är verkställt.", (10,)),
        ("I oktober åtog sig Ekmohus att byta låsen.", (10,)),
        ("I höstas lovade Bo att räkna dem.", AUTUMN),
        ("Kameraförslaget från i våras faller.", SPRING),
        ("Majs idé från i oktober togs upp igen.", (10,)),
        ("Beslutet från oktobersammanträdet är verkställt.", (10,)),
        ("Utredningen lämnades vid oktobersammanträdet.", ()),
        ("I oktober åkte Bo dit.", ()),
        ("Det brann i höstas.", ()),
        ("Låsen, som i höstas var trasiga, är bytta.", ()),
        ("Bo ringer i oktober.", ()),
        ("Policyn som antogs i oktober är tryckt.", (10,)),
        ("Muren, som rådet i oktober lät måla, är ren.", (10,)),
        ("Listan som Bo beställde i höstas är här.", AUTUMN),
        ("Räkningen kommer till oktobermötet.", ()),
        ("Räkningen visas på oktobermötet i stället.", ()),
        ("Det är bestämt att det blir i oktober.", ()),
    ],
)
def test_the_season_or_month_in_which_something_was_decided(
    text: str, months: tuple[int, ...]
) -> None:
    assert reference(text, HELD).months == months


@pytest.mark.parametrize(
    ("text", "day", "fits"),
    [
        ("Lamporna, som beslutades i höstas, är bytta.", date(2018, 10, 4), True),
        ("Lamporna, som beslutades i höstas, är bytta.", date(2017, 10, 4), False),
        ("Policyn som antogs i mars är tryckt.", date(2017, 3, 4), False),
        ("Policyn som antogs i mars 2017 är tryckt.", date(2017, 3, 4), True),
        ("Policyn som antogs i mars förra året är tryckt.", date(2017, 3, 4), True),
        ("Lamporna, som rådet bestämde om för ett år sedan, är tända.", date(2018, 3, 1), True),
        ("Lamporna, som rådet bestämde om för ett år sedan, är tända.", date(2018, 10, 1), False),
        ("Bänkarna, som Maj lovade i fjol, är målade.", date(2018, 10, 1), True),
        ("Bänkarna, som Maj lovade i fjol, är målade.", date(2017, 10, 1), False),
        ("Beslutet för drygt två år sedan är verkställt.", date(2017, 2, 1), True),
        ("Lampan gick sönder för ett år sedan.", date(2018, 2, 1), None),
    ],
)
def test_the_latest_season_or_month_and_years_ago(text: str, day: date, fits: bool | None) -> None:
    assert reference(text, HELD).fits(day, None, 3) is fits


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Husen revs, såsom föreslogs i april.", ["proposal"]),
        ("Kameraförslaget faller.", ["proposal"]),
        ("Majs idé togs upp igen.", ["proposal"]),
        ("Stängslet, som gruppen kom överens om, är uppsatt.", ["decision", "assignment"]),
        ("Beslutet är verkställt.", ["decision", "assignment"]),
        ("De pass som polisen lovade genomfördes.", ["commitment", "assignment"]),
        ("Bo, som gavs i uppgift att räkna dem, är klar.", ["commitment", "assignment"]),
        ("Lampan är bytt.", []),
    ],
)
def test_what_the_earlier_action_is_called(text: str, called: list[str]) -> None:
    told = reference(text, HELD)
    kinds = ("proposal", "decision", "assignment", "commitment")
    assert {kind for kind in kinds if told.calls(kind)} == set(called)
    assert told.calls("proposal") is (("proposal" in called) if called else None)
