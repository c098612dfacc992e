"""Dates and clock times of every form seen, and what is none."""

from datetime import date, time

import pytest

from pipeline.dates import clock, dates, times


@pytest.mark.parametrize(
    "text",
    [
        "2019-02-22",
        "2019 - 02 - 22",
        "2019/02/22",
        "2019.02.22",
        "2019–02–22",
        "20190222",
        "190222",
        "22 februari 2019",
        "22 February 2019",
        "February 22, 2019",
        "Friday, February 22nd, 2019",
        "22 FEBRUARI 2019",
        "den 22 februari 2019",
        "den22 februari 2019",
        "d. 22 februari 2019",
        "22februari 2019",
        "22 februari2019",
        "22 februari, 2019",
        "22 februari år 2019",
        "den 22:a februari 2019",
        "fredag 22 februari 2019",
        "Fredagen den 22 februari 2019",
        "fredag, den 22 februari 2019",
        "fre 22 feb 2019",
        "fre. 22 feb. 2019",
        "22 feb. -19",
        "22 feb ´19",
        "22/2 2019",
        "22/2-2019",
        "22/2-19",
        "22.2.2019",
        "2O19-02-22",
        "20l9-02-22",
        "2019-O2-22",
        "22 februari 2O19",
        "2019-02-22:",
        "(2019-02-22)",
        "22/2 -19",
        "den tjugoandra februari 2019",
        "fredagen den Tjugoandra februari, år 2019",
    ],
)
def test_one_day(text: str) -> None:
    assert [mention.value for mention in dates(text)] == [date(2019, 2, 22)]


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("den 10 maj", 5, 10),
        ("den förste maj", 5, 1),
        ("senast den sista april", 4, 30),
        ("den sista december", 12, 31),
        ("den14 februari", 2, 14),
        ("l5 mars", 3, 15),
        ("1O maj", 5, 10),
        ("23/5", 5, 23),
        ("(24/11)", 11, 24),
        ("14 feb", 2, 14),
        ("onsdag 3 april kl 13", 4, 3),
        ("1:a juni", 6, 1),
        ("29 februari", 2, 29),
    ],
)
def test_a_day_without_a_year(text: str, month: int, day: int) -> None:
    (mention,) = dates(text)
    assert (mention.year, mention.month, mention.day) == (None, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "2019-02-31",
        "den 31 september",
        "§ 12/2019 fördes",
        "KS 2019/0377",
        "070-123 45 67",
        "08-508 22 030",
        "vecka 12",
        "5 marsvin",
        "3 August Ek öppnade mötet",
        "March 12",
        "1 (21)",
        "version 2.1",
        "SFS 1991:900",
    ],
)
def test_no_day(text: str) -> None:
    assert not dates(text)


def test_the_weekday_is_kept() -> None:
    assert [
        mention.weekday for mention in dates("tisdagen den 5 mars, tors 7/3 och 2019-03-09")
    ] == [
        1,
        3,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "after", "day"),
    [
        ("den 10 maj", date(2019, 2, 22), date(2019, 5, 10)),
        ("den 10 januari", date(2019, 2, 22), date(2020, 1, 10)),
        ("22 februari", date(2019, 2, 22), date(2020, 2, 22)),
        ("29 februari", date(2019, 2, 22), date(2020, 2, 29)),
        ("10 maj 2021", date(2019, 2, 22), date(2021, 5, 10)),
        ("10 maj", None, None),
    ],
)
def test_a_missing_year_is_the_first_such_day_after(
    text: str, after: date | None, day: date | None
) -> None:
    (mention,) = dates(text)
    assert mention.resolve(after) == day


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("09.00-11.00", time(9), time(11)),
        ("9.00-10.30", time(9), time(10, 30)),
        ("9:00 - 11.15", time(9), time(11, 15)),
        ("09:00–10:30", time(9), time(10, 30)),
        ("09,00-11,00", time(9), time(11)),
        ("kl 14.00-16.50", time(14), time(16, 50)),
        ("kl. 08:00", time(8), None),
        ("kl.13.00", time(13), None),
        ("kl13.00", time(13), None),
        ("klockan 15:30", time(15, 30), None),
        ("klockan 13", time(13), None),
        ("Kl: 9", time(9), None),
        ("kl 1400", time(14), None),
        ("kl 0900-1100", time(9), time(11)),
        ("17:30", time(17, 30), None),
        ("kl 9-11", time(9), time(11)),
        ("klockan 9-11", time(9), time(11)),
        ("kl 13 – 15.30", time(13), time(15, 30)),
        ("från kl 9 till kl 11", time(9), time(11)),
        ("kl. 18.30 - ca 20.00", time(18, 30), time(20)),
        ("kl l3.00-15.O0", time(13), time(15)),
        ("kl. 09.00 - 11.00", time(9), time(11)),
        ("klockan: 9.15", time(9, 15), None),
        ("kl.: 13-15", time(13), time(15)),
        ("mellan 14 och 16.", time(14), time(16)),
        ("mellan kl 9.30 och 11", time(9, 30), time(11)),
        ("mellan 9.30 och 11.15 satt rådet", time(9, 30), time(11, 15)),
    ],
)
def test_times(text: str, begins: time, ends: time | None) -> None:
    assert [(found.begins, found.ends) for found in times(text)] == [(begins, ends)]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("9-11", time(9), time(11)),
        ("9.30", time(9, 30), None),
        ("13-15.30", time(13), time(15, 30)),
        ("9 – 11", time(9), time(11)),
        ("2019-02-22 09.00-11.00", time(9), time(11)),
        ("Fredagen den 22 februari 2019, 13.00 - 15.00", time(13), time(15)),
    ],
)
def test_bare_times_after_a_label(text: str, begins: time, ends: time | None) -> None:
    assert [(found.begins, found.ends) for found in times(text, bare=True)] == [(begins, ends)]


@pytest.mark.parametrize(
    "text",
    [
        "2019-02-22",
        "22.2.2019",
        "mellan 14 och 16 år",
        "Storgatan 9-11",
        "punkt 4.1",
        "12 personer",
        "08-508 22 030",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("text", ["kl. :00", "kl :15", "kl. :30–16:30", "kl :00-.30"])
def test_a_converter_that_lost_the_hour_left_no_time(text: str) -> None:
    assert times(text) == []
    assert times(text, bare=True) == []


def test_offsets_are_those_of_the_text() -> None:
    text = "Nästa möte är den l0 maj 2O19 kl. 9–11, samma lokal"
    (day,), (hour,) = dates(text), times(text)
    assert text[day.start : day.end] == "den l0 maj 2O19"
    assert text[hour.start : hour.end] == "kl. 9–11"


@pytest.mark.parametrize(
    ("text", "expected"), [("25.00", None), ("24.00", time(0)), ("9", time(9)), ("9.75", None)]
)
def test_clock(text: str, expected: time | None) -> None:
    assert clock(text) == expected
