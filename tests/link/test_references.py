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
        ("Det brann i höstas.", ()),
        ("Låsen, som i höstas var trasiga, är bytta.", ()),
        ("Bo ringer i oktober.", ()),
    ],
)
def test_the_season_or_month_in_which_something_was_decided(
    text: str, months: tuple[int, ...]
) -> None:
    assert reference(text, HELD).months == months
