"""When two declared priority areas are one."""

import pytest

from pipeline.link.areas import area_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ungdomar", "Ungdomar"),
        ("ungdomar", "ungdom"),
        ("skadegörelse", "Skadegörelsen"),
        ("Västertorp", "VÄSTERTORP"),
        (
            "påträngande tiggeri/olovliga bosättningar",
            "påträngande tiggeri och olovliga bosättningar",
        ),
    ],
)
def test_spellings_of_one_area(one: str, other: str) -> None:
    assert area_key(one) == area_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("narkotika", "klotter"), ("Norra torget", "Södra torget"), ("?", "!")]
)
def test_other_areas(one: str, other: str) -> None:
    assert area_key(one) != area_key(other)
