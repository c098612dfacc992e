"""Who was there, chaired or signed for a part of a meeting, or in one line with others (see people.py)."""

import pytest

from tests.extract.people import BODY, HEAD, people

LISTED = "Närvarande\nAnna Ek, rektor, {chair}\nBo Li, polis{other}\nPia Ros, sekreterare\n\n"
ITEMS = "1. Öppnande\nAnna Ek öppnade mötet.\n\n2. Läget\nDet har varit lugnt. {told}\n\n3. Övrigt\nInget.\n"


@pytest.mark.parametrize(
    ("chair", "other"),
    [
        ("ordförande § 1 - § 4", ", ordf. från punkt 5"),
        ("ordf. t.o.m. punkt 3", ", ordförande från punkt 4"),
        ("ordförande punkt 1-2", ", ordförande punkt 3-5"),
    ],
)
def test_each_chairs_some_of_the_items(chair: str, other: str) -> None:
    text = HEAD + LISTED.format(chair=chair, other=other) + ITEMS.format(told="")
    assert people(text)[:2] == [
        "Anna Ek | rektor |  |  |  | chair",
        "Bo Li | polis |  |  |  | chair",
    ]


@pytest.mark.parametrize("told", ["Bo inleder.", "Bo Li inledde.", "Bo öppnade."])
def test_who_speaks_first_of_a_later_item_does_not_chair(told: str) -> None:
    items = (
        f"1. Dagordning\nGodkändes.\n\n2. Läget\n{told} Det har varit lugnt.\n\n3. Övrigt\nInget.\n"
    )
    text = HEAD + LISTED.format(chair="mötesordförande", other="") + items
    assert people(text)[:2] == ["Anna Ek | rektor |  |  |  | chair", "Bo Li | polis"]


@pytest.mark.parametrize(
    "told",
    [
        "Bo Li lämnade mötet efter punkten.",
        "Efter punkten lämnade Bo mötet.",
        "Bo anslöt till mötet kl 10.15.",
        "Under punkt 2 anslöt Bo Li.",
        "Bo Li avvek vid § 2.",
    ],
)
def test_the_items_say_who_was_there_for_a_part(told: str) -> None:
    text = HEAD + LISTED.format(chair="ordförande", other="") + ITEMS.format(told=told)
    assert people(text)[1] == "Bo Li | polis |  |  | partial"


@pytest.mark.parametrize(
    "told",
    ["Bo Li lämnade en rapport till mötet.", "Bo gick igenom punkt 2.", "Lisa Ny lämnade mötet."],
)
def test_what_somebody_hands_in_is_no_leaving(told: str) -> None:
    text = HEAD + LISTED.format(chair="ordförande", other="") + ITEMS.format(told=told)
    assert [person.split(" | ")[0] for person in people(text)] == ["Anna Ek", "Bo Li", "Pia Ros"]
    assert people(text)[1] == "Bo Li | polis"


@pytest.mark.parametrize("part", ["20-21", "§§ 20–21", "(§ 20-21)"])
def test_items_stand_on_a_line_below_the_person(part: str) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek, socialchef\n{part}\nBo Li, rektor\n{BODY}"
    assert people(text) == ["Anna Ek | socialchef |  |  | partial", "Bo Li | rektor"]


def test_a_firm_is_nobody_though_it_opens_with_a_first_name() -> None:
    text = f"{HEAD}Närvarande\nBo Li, Harry Bevakning, t.o.m. kl 9.30\nEva Ask, Maja Taxi\nPia Gård\n{BODY}"
    assert people(text) == [
        "Bo Li |  | Harry Bevakning |  | partial",
        "Eva Ask |  | Maja Taxi",
        "Pia Gård",
    ]


@pytest.mark.parametrize(
    "signed", ["P A Alm Bo Björk-Li", "Bo Björk-Li P A Alm", "Alm P A Bo Björk-Li"]
)
def test_adjusters_sign_on_one_line(signed: str) -> None:
    listed = "Närvarande\nAnna Ek, ordförande\nP A Alm\nBo Björk-Li\nMoa\n"
    found = people(f"{HEAD}{listed}{BODY}\nVid protokollet\nAnna Ek\nJusteras\n{signed}\n")
    assert found[1:] == [
        "P A Alm |  |  |  |  | adjuster",
        "Bo Björk-Li |  |  |  |  | adjuster",
        "Moa",
    ]


@pytest.mark.parametrize(
    "line", ["Klockan 19 hos Rut.", "Kl. 18.30 i tvättstugan", "Vi träffades klockan 18:30 hos Bo."]
)
def test_when_and_where_they_met_is_nobody(line: str) -> None:
    text = f"{HEAD}Närvarande: Anna Ek, Bo Li, Moa och Siv.\nFörhindrade: Eva.\n{line}\n{BODY}"
    assert people(text) == ["Anna Ek", "Bo Li", "Moa", "Siv", "Eva |  |  |  | absent"]


def test_the_room_that_somebody_sits_in_is_no_part_of_the_meeting() -> None:
    table = "Namn\tBefattning\tRum\nAnna Ek\tchef\t214\nBo Li\tpolis\tB2\nEva Ros\trektor\t3\n"
    assert people(f"{HEAD}Deltagare\n\n{table}{BODY}") == [
        "Anna Ek | chef",
        "Bo Li | polis",
        "Eva Ros | rektor",
    ]


@pytest.mark.parametrize(
    "signed",
    [
        "Anna Ek Bo Li\n\nOrdförande Sekreterare",
        "Underskrifter\tSekreterare .................. Bo Li, kanslist\nOrdförande ............... Anna Ek",
    ],
)
def test_names_stand_over_or_behind_what_they_sign_for(signed: str) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek\nEva Ros\n{BODY}\n{signed}\n"
    assert people(text) == [
        "Anna Ek |  |  |  |  | chair",
        "Eva Ros",
        "Bo Li |  |  |  |  | secretary",
    ]
