"""Which spellings of a body and its area are one series."""

import pytest

from pipeline.link.series import series_key


@pytest.mark.parametrize(
    ("council", "area"),
    [
        ("Lokala Brå", "Vinnersjö"),
        ("Lokala BRÅ", "Vinnersjö kommun"),
        ("lokala brå", "VINNERSJÖ"),
        ("Lokala brottsförebyggande rådet (Brå)", "Vinnersjös kommun"),
        ("Brottsförebyggande rådet i Vinnersjö", None),
        ("Lokala Brå Vinnersjö", "Vinnersjö stad"),
        ("Brå", "Vinnersjo"),
        ("Brå", "Vinnersjö by"),
        ("BRÅ-gruppen", "Vinnersjö stadsdelsförvaltning"),
    ],
)
def test_spellings_of_one_series(council: str, area: str | None) -> None:
    assert series_key(council, area) == "bra-vinnersjo"


def test_towns_that_end_in_s_and_their_genitive() -> None:
    assert series_key("Brå", "Alsnäs") == series_key("Brå", "Alsnäs stad")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Lokala Brå", "Vinnersjö"), ("Lokala Brå", "Ekmo")),
        (("Lokala Brå", "Vinnersjö"), ("Trygghetsrådet", "Vinnersjö")),
        (("Lokala Brå", "Vinnersjö"), ("Lokala Brå", None)),
    ],
)
def test_other_bodies_and_areas_are_other_series(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert series_key(*one) != series_key(*other)


def test_definite_and_indefinite_form() -> None:
    assert series_key("Trygghetsrådet", "Ekmo") == series_key("trygghetsråd", "Ekmo kommun")


@pytest.mark.parametrize(("council", "area"), [(None, None), ("", " "), (None, "")])
def test_nothing_known(council: str | None, area: str | None) -> None:
    assert series_key(council, area) is None
