"""Series that go on under another name."""

from datetime import date

from pipeline.link.continued import SpanRow, continued, roots

PEOPLE = frozenset({"Maj Ek", "Bo Alm", "Lo Ur", "Ali Demir"})


def span(
    key: str, first: int, last: int, names: frozenset[str] = PEOPLE, area: str = "ekmo"
) -> SpanRow:
    return SpanRow(key, area, date(first, 2, 1), date(last, 9, 1), names, names)


def joined(*spans: SpanRow) -> dict[str, str]:
    return {each.series_key: each.successor for each in continued(spans)}


def test_the_same_people_in_the_same_area_under_a_new_name() -> None:
    assert joined(span("bra-ekmo", 2012, 2015), span("trygghetsrad-ekmo", 2016, 2019)) == {
        "bra-ekmo": "trygghetsrad-ekmo"
    }


def test_two_at_one_time_or_with_other_people_or_elsewhere_are_two() -> None:
    old = span("bra-ekmo", 2012, 2015)
    assert joined(old, span("trygghetsrad-ekmo", 2014, 2019)) == {}
    assert joined(old, span("trygghetsrad-ekmo", 2016, 2019, frozenset({"Maj Ek", "Per Ås"}))) == {}
    assert joined(old, span("trygghetsrad-liden", 2016, 2019, area="liden")) == {}
    assert joined(old, span("a-ekmo", 2016, 2017), span("b-ekmo", 2016, 2018)) == {}


def test_joins_over_joins_lead_to_the_last() -> None:
    assert roots([("a", "b"), ("b", "c"), ("x", "y")]) == {"a": "c", "b": "c", "x": "y"}
    assert set(roots([("a", "b"), ("b", "a")])) == {"a", "b"}
