"""Heads that tell in sentences: letters, hours behind a day, how long it lasted; the number of an extract."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part

_LETTER = (
    "Från: Siri Alm\nSkickat: den 16 mars 2018 07:45\nTill: Tuva; Egon; Melker\nÄmne: Det vi sade\n\nHej!\n\n"
    "Tack för senast, här är vad jag skrev upp på vår träff i onsdags (14 mars, 17-18.30 i\n"
    "kaffestugan på Ekgården). Vi var Tuva, Egon och så jag, och det blev riktigt trevligt.\n\n"
    "Bryggan\nEgon har lagat bommen vid bryggan och hängt upp den nya skylten där.\n\n"
    "Båtarna\nEn båt försvann i april. Tuva berättade att polisen letar efter den.\n\n"
    "Nästa gång\nTorsdag 3 maj.\n\nHa det gott\nSiri\nsamordnare, Trygghetsgruppen Granvik\n"
)


def test_a_letter_is_of_the_meeting_not_of_the_day_it_was_sent() -> None:
    found = head(part(_LETTER))
    assert found.meeting_date == date(2018, 3, 14)
    assert (found.start_time, found.end_time) == (time(17), time(18, 30))
    assert (found.place, found.council, found.area) == (
        "kaffestugan på Ekgården",
        "Trygghetsgruppen",
        "Granvik",
    )
    assert [issue.kind for issue in found.issues] == ["year_inferred"]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("ons. 14 mars -18, från 18.45, i Siris lada på Ekgården 6", time(18, 45), None),
        ("Onsdag 14 mars 2018, 18.30", time(18, 30), None),
        ("Onsdag 14 mars 2018, byastugan. Start 10.00, slut 11.50.", time(10), time(11, 50)),
        ("Onsdag 14 mars 2018, 17.30 till ungefär 19", time(17, 30), time(19)),
        ("Onsdag 14 mars 2018\nVi började halv två och höll på i två timmar.", time(13, 30), time(15, 30)),
        ("Onsdag 14 mars 2018 kl 18. Mötet varade i en och en halv timme.", time(18), time(19, 30)),
        ("14 mars 2018 kl. -16.30\nLadans stora rum", None, time(16, 30)),
        ("Onsdag 14 mars 2018\nBygdegården 18.30 (vi satt i köket)", time(18, 30), None),
        ("Onsdag 14 mars 2018\nVi höll till i tvättstugan, Ekvägen 4, och började halv sju (18.30).", time(18, 30), None),
        ("Onsdag 14 mars 2018, version 1.10", None, None),
        ("Onsdag 14 mars 2018\nLokalen kostar 18.50", None, None),
        ("14 mars 2018, blad 2 av 3", None, None),
    ],
)  # fmt: skip
def test_hours_told(line: str, start: time | None, end: time | None) -> None:
    found = head(part(f"Anteckningar från lokala Brå Ekby\n\n{line}{BODY}"))
    assert (found.start_time, found.end_time) == (start, end)


def test_the_number_of_an_extract_stands_by_its_item() -> None:
    item = "§ 7 Belysning i parken\t\tDnr TRG 2018/21\n\nRådet beslutar att anmäla lampan.\n"
    top = "Trygghetsrådet i Granvik\nSammanträdesdatum\n2018-03-14\n\n"
    assert head(part("PROTOKOLLSUTDRAG\n" + top + item)).registration_number == "TRG 2018/21"
    assert head(part("PROTOKOLL\n" + top + item)).registration_number is None


def test_a_flattened_extract_has_its_number_under_another_label() -> None:
    text = (
        "PROTOKOLLSUTDRAG 1 (1) Trygghetsrådet Granvik Sammanträdesdatum 2018-03-14 TRG 7 Belysning i parken "
        "Dnr TRG 2018/21 Sammanfattning Parken är mörk. Beslut 1. Lampan anmäls. 2. Vägen sopas."
    )
    assert head(part(text)).registration_number == "TRG 2018/21"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("vår träff i onsdags", date(2018, 3, 14)),
        ("vårt möte i fredags", date(2018, 3, 9)),
        ("träffen igår kväll", date(2018, 3, 15)),
        ("mötet i förrgår", date(2018, 3, 14)),
        ("vår träff i dag", date(2018, 3, 16)),
    ],
)
def test_a_letter_counts_back_from_its_own_day(told: str, day: date) -> None:
    text = _LETTER.replace("vår träff i onsdags (14 mars, 17-18.30 i\n", told + " (17-18.30 i\n")
    assert head(part(text)).meeting_date == day


@pytest.mark.parametrize(
    ("subject", "day"),
    [("gårdagens möte", date(2018, 3, 14)), ("måndagens träff", date(2018, 3, 12))],
)
def test_a_letter_s_label_of_its_day_is_not_the_meeting_s(subject: str, day: date) -> None:
    head_lines = f"Från: Siri Alm\nDatum: torsdag 15 mars 2018 09:12\nÄmne: Sammanfattning av {subject} i Trygghetsgruppen\n\n"
    items = _LETTER[_LETTER.index("Bryggan") :]
    found = head(part(head_lines + "Hej alla, tack för senast.\n\n" + items))
    assert (found.meeting_date, found.start_time) == (day, None)
    assert (found.kind, found.council) == ("minnesanteckningar", "Trygghetsgruppen")
