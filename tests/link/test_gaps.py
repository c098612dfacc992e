"""Which meetings were held and have no protocol."""

from datetime import date, timedelta

from pipeline.link.gaps import Gap, HeldRow, Items, SignRow, gaps

FIRST, LOST, LAST = date(2018, 2, 7), date(2018, 5, 9), date(2018, 9, 12)
WEEKS = timedelta(weeks=1)


def held(day: date, items: tuple[int, int] | None = None, kind: str = "protokoll") -> HeldRow:
    numbers = Items(f"{day}-s1", *items) if items else None
    return HeldRow(str(day), day, kind, numbers)


def says(by: date, sign: str, day: date | None, number: int | None = None) -> SignRow:
    return SignRow(f"{by}-{sign}-{day}", str(by), sign, day, day, number)


def found(meetings: list[HeldRow], *signs: SignRow) -> list[tuple[date | None, str, str]]:
    return [(gap.meeting_date, gap.reason, gap.known_from) for gap in gaps(meetings, signs)]


BOTH = [held(FIRST), held(LAST)]
ANNOUNCED = says(FIRST, "coming", LOST)


def test_announced_and_named_later_is_one_gap_shown_by_the_surer_sign() -> None:
    assert found(BOTH, ANNOUNCED) == [(LOST, "announced", str(FIRST))]
    named = says(LAST, "previous", LOST)
    assert found(BOTH, named) == [(LOST, "previous", str(LAST))]
    assert gaps(BOTH, [ANNOUNCED, named]) == [
        Gap(LOST, FIRST, LAST, str(LAST), "previous", named.sign_id)
    ]


def test_a_month_alone_is_enough_and_takes_its_day_from_what_was_announced() -> None:
    month = SignRow("m", str(LAST), "previous", date(2018, 5, 1), date(2018, 5, 31))
    assert found(BOTH, month) == [(None, "previous", str(LAST))]
    assert found(BOTH, ANNOUNCED, month) == [(LOST, "previous", str(LAST))]


def test_a_summons_is_no_protocol_and_shows_a_meeting() -> None:
    summons = held(LOST, kind="kallelse")
    assert found([*BOTH, summons]) == [(LOST, "summoned", str(LOST))]
    assert found([held(FIRST), summons]) == []


def test_nothing_lacks_before_the_first_protocol_or_after_the_last() -> None:
    assert found(BOTH, says(FIRST, "previous", FIRST - 20 * WEEKS)) == []
    assert found(BOTH, says(LAST, "coming", LAST + 20 * WEEKS)) == []


def test_a_meeting_moved_by_some_days_is_no_gap() -> None:
    near = held(LOST + timedelta(days=10))
    assert found([*BOTH, near], ANNOUNCED, says(LAST, "previous", near.meeting_date)) == []


def test_cancelled_or_moved_is_no_gap() -> None:
    for sign in ("cancelled", "moved"):
        assert found(BOTH, ANNOUNCED, says(LAST, sign, LOST)) == []
        assert found(BOTH, ANNOUNCED, says(LAST, sign, None)) == []
    notice = held(LOST - 2 * WEEKS, kind="annat")
    assert found([*BOTH, notice], ANNOUNCED, says(LOST - 2 * WEEKS, "cancelled", LOST)) == []
    later = LAST + 20 * WEEKS
    assert found(BOTH, ANNOUNCED, says(LAST, "cancelled", later)) != []


def test_announced_anew_for_another_day_is_no_gap() -> None:
    planned, between = says(FIRST, "coming", LAST - 5 * WEEKS), held(LOST)
    anew = says(LOST, "coming", LAST)
    assert found([*BOTH, between], planned, anew) == []


def test_the_next_protocol_rules_out_what_was_announced_by_naming_the_one_before() -> None:
    assert found(BOTH, ANNOUNCED, says(LAST, "previous", FIRST)) == []


def test_numbers_of_items_that_jump() -> None:
    run = [held(FIRST - 8 * WEEKS, (1, 8)), held(FIRST, (9, 16)), held(LAST, (25, 31))]
    run = [held(date(2018, 1, 10), (1, 8)), *run[1:]]
    assert found(run) == [(None, "section_numbers", str(LAST))]
    assert found(run, ANNOUNCED) == [(LOST, "announced", str(FIRST))]
    follows = [*run[:2], held(LAST, (17, 23))]
    assert found(follows, ANNOUNCED) == []


def test_items_that_begin_anew_or_skip_a_few_tell_nothing() -> None:
    assert found([held(FIRST, (1, 8)), held(LAST, (1, 9))]) == []
    assert found([held(FIRST, (1, 8)), held(LAST, (11, 18))]) == []
    assert found([held(FIRST, (1, 8)), held(LAST, (200, 208))]) == []


def test_items_of_a_new_year_that_do_not_begin_at_one() -> None:
    run = [
        held(date(2017, 9, 1), (10, 18)),
        held(date(2017, 12, 1), (19, 27)),
        held(LAST, (10, 17)),
    ]
    assert found(run) == [(None, "section_numbers", str(LAST))]


def test_numbers_of_meetings() -> None:
    one, three = says(FIRST, "number", None, 1), says(LAST, "number", None, 3)
    assert found(BOTH, one, three) == [(None, "meeting_numbers", str(LAST))]
    assert found(BOTH, one, three, ANNOUNCED) == [(LOST, "announced", str(FIRST))]
    assert found(BOTH, one, says(LAST, "number", None, 2), ANNOUNCED) == []


def test_numbers_that_begin_anew_each_year_do_not_tell_of_the_old_years_last_meetings() -> None:
    spring, autumn, lost, winter = (
        date(2018, 4, 11),
        date(2018, 9, 12),
        date(2018, 11, 14),
        date(2019, 2, 6),
    )
    run = [held(spring), held(autumn), held(winter)]
    numbers = [says(spring, "number", None, 1), says(autumn, "number", None, 2)]
    announced = says(autumn, "coming", lost)
    follows = [*numbers, says(winter, "number", None, 1)]
    assert found(run, *follows) == []
    assert found(run, *follows, announced) == [(lost, "announced", str(autumn))]
    assert found(run, *follows, announced, says(winter, "previous", autumn)) == []
    second = [*numbers, says(winter, "number", None, 2), announced]
    assert found(run, *second) == [
        (lost, "announced", str(autumn)),
        (None, "meeting_numbers", str(winter)),
    ]


SHARED = [
    held(date(2018, 2, 7), (11, 18)),
    held(date(2018, 5, 9), (27, 33)),
    held(date(2018, 9, 12), (44, 50)),
    held(date(2019, 3, 6), (9, 15)),
]


def test_items_between_are_of_other_meetings_where_the_next_one_was_announced() -> None:
    assert len(found(SHARED)) == 3
    first, second = (
        says(date(2018, 2, 7), "coming", date(2018, 5, 9)),
        SignRow("m", "2018-09-12", "previous", date(2018, 5, 1), date(2018, 5, 31)),
    )
    assert found(SHARED, first) == found(SHARED, second) == []


def test_items_run_on_in_a_series_that_missed_one_meeting_besides_an_announced_one() -> None:
    run = [
        held(date(2018, 1, 10), (1, 8)),
        held(date(2018, 2, 7), (9, 16)),
        held(date(2018, 4, 11), (17, 24)),
        held(date(2018, 6, 13), (33, 40)),
        held(date(2018, 9, 12), (49, 55)),
    ]
    announced = says(date(2018, 4, 11), "coming", date(2018, 6, 13))
    assert found(run, announced) == [(None, "section_numbers", "2018-09-12")]


def test_a_day_announced_after_the_lost_one_rules_nothing_out() -> None:
    year = [says(FIRST, "coming", day) for day in (LOST, LAST)]
    assert found([held(FIRST, (1, 8)), held(LAST, (17, 23))], *year) == [
        (LOST, "announced", str(FIRST))
    ]


def test_a_season_without_a_protocol_whose_minutes_are_missed() -> None:
    spring = SignRow("s", str(LAST), "previous", date(2018, 1, 1), date(2018, 6, 30))
    winter = date(2017, 11, 15)
    assert found([held(winter), held(LAST)], spring) == [(None, "previous", str(LAST))]
    assert found([held(winter), held(LOST), held(LAST)], spring) == []
    announced = says(winter, "coming", LOST)
    assert found([held(winter), held(LAST)], announced, spring) == [(LOST, "previous", str(LAST))]


def test_the_last_meeting_of_which_nobody_has_minutes() -> None:
    missed = says(LAST, "previous", None)
    assert gaps(BOTH, [missed]) == [Gap(None, FIRST, LAST, str(LAST), "previous", missed.sign_id)]
    assert found(BOTH, ANNOUNCED, missed) == [(LOST, "announced", str(FIRST))]
    assert found(BOTH, says(FIRST, "coming", LAST), missed) == []
    assert found(BOTH, says(LAST, "previous", FIRST), missed) == []
    follows = [held(FIRST, (1, 8)), held(LAST, (9, 15))]
    assert found(follows, missed) == []
    assert found(BOTH, says(FIRST, "previous", None)) == []
