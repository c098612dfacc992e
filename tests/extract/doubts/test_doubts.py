"""Each doubt where it must be raised, and the likeness of it where it must not."""

import pytest

from models.issue import Issue
from pipeline.run import extract
from tests.extract.parts import part

HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n"
LIST = "Närvarande:\nMaj Ek, kommunpolis\nAnna Lind, rektor\nBo Alm, fältare\n"
HELD = "\n1. Mötets öppnande\nMaj Ek hälsade alla välkomna.\n"


def issues(text: str) -> list[Issue]:
    """The issues of a text, each of which stands where it says."""
    meeting = part(text)
    found = extract(meeting).issues
    for each in found:
        assert each.span is not None
        assert meeting.start <= each.span.start < each.span.end <= meeting.end
    return list(found)


def quotes(text: str) -> list[tuple[str, str]]:
    """Kind and quote of each issue."""
    return [
        (each.kind, text[each.span.start : each.span.end]) for each in issues(text) if each.span
    ]


def test_a_protocol_at_peace_with_itself() -> None:
    assert quotes(HEAD + "Tid: 09.00-11.00\nPlats: Kommunhuset\n" + LIST + HELD) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protokoll Lokala Brå Ekmo\nTorsdagen den 1 mars 2019\n", ("weekday_mismatch", "Torsdagen den 1 mars 2019")),
        ("Protokoll Lokala Brå Ekmo\nFredagen den 1 mars 2019\n", None),
        ("Protokoll Lokala Brå Ekmo mars 2018\n2019-03-01\n", ("month_mismatch", "mars 2018")),
        ("Protokoll Lokala Brå Ekmo mars 2019\n2019-03-01\n", None),
        ("Protokoll Lokala Brå Ekmo 1 mars\nUpprättad 2019\n", ("year_inferred", "1 mars")),
        ("Protokoll Lokala Brå Ekmo 1 mars 2019\n", None),
        ("Protokoll Lokala Brå Ekmo 2019-03-01\nSammanträdesdatum: 2019-03-08\n", ("date_mismatch", "2019-03-01")),
        ("Kallelse Lokala Brå Ekmo\n2019-02-20\nTid: fredag 1 mars 2019 kl 9\n", None),
    ],
)  # fmt: skip
def test_the_day_in_the_head(text: str, expected: tuple[str, str] | None) -> None:
    assert quotes(text + LIST + HELD) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mötet öppnades kl 13.00.", ("time_mismatch", "kl 13.00")),
        ("Maj öppnade mötet kl 09.05.", None),
        ("Mötet avslutades kl 12.30.", ("time_mismatch", "kl 12.30")),
        ("Mötet avslutades kl. 10.45.", None),
        ("Nästa möte börjar kl 14.00.", None),
        ("Vandringen börjar kl 18.00.", None),
        ("Detta möte hölls den 8 mars 2019.", ("date_mismatch", "den 8 mars 2019")),
        ("Detta möte hölls den 1 mars 2019.", None),
        ("Förra mötet hölls den 8 februari 2019.", None),
        ("Maj Ek hälsade välkomna till Kulturhuset.", ("place_mismatch", "Kulturhuset")),
        ("Maj Ek hälsade välkomna till kommunhuset.", None),
    ],
)
def test_the_text_against_the_head(sentence: str, expected: tuple[str, str] | None) -> None:
    head = "Tid: 09.00-11.00\nPlats: Kommunhuset, sal Granen\n"
    text = f"{HEAD}{head}{LIST}\n1. Öppnande\n{sentence}\n\n2. Övrigt\nInget.\n"
    assert quotes(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Tid: 11.00-09.00\n", ("end_before_start", "11.00-09.00")),
        ("Tid: 22.30-00.15\n", None),
        ("Tid: 09.00-11.00\n", None),
    ],
)
def test_hours_in_order(head: str, expected: tuple[str, str] | None) -> None:
    assert quotes(HEAD + head + LIST + HELD) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nästa möte är den 31 april 2019.", [("impossible_date", "31 april 2019")]),
        ("Vandringen hålls 2019-06-31.", [("impossible_date", "2019-06-31")]),
        ("Vandringen hålls 29 februari 2021.", [("impossible_date", "29 februari 2021")]),
        ("Vandringen hålls 29 februari.", []),
        ("Se dnr KS 2019-06-31.", [("impossible_date", "2019-06-31")]),
        ("Se dnr 2019-31-04.", []),
        ("Nästa möte är den 1 februari 2019.", [("next_meeting_before", "den 1 februari 2019")]),
        ("Nästa möte är den 8 oktober 2021.", [("next_meeting_far", "den 8 oktober 2021")]),
        ("Nästa möte är den 6 mars 2020.", []),
        ("Nästa möte är torsdagen den 12 april.", [("weekday_mismatch", "torsdagen den 12 april")]),
        ("Nästa möte är fredagen den 12 april kl 11.00-09.00.", [("end_before_start", "kl 11.00-09.00")]),
        ("Maj kontaktar skolan senast den 5 februari 2019.", [("deadline_before_meeting", "den 5 februari 2019")]),
        ("Maj kontaktar skolan om mötet den 5 februari 2019.", []),
        ("Maj kontaktar skolan senast fredagen den 11 april.", [("weekday_mismatch", "fredagen den 11 april")]),
        ("Maj kontaktar skolan senast torsdagen den 11 april.", []),
    ],
)  # fmt: skip
def test_days_to_come(sentence: str, expected: list[tuple[str, str]]) -> None:
    text = f"{HEAD}{LIST}\n1. Öppnande\nMaj hälsade.\n\n2. Avslutning\n{sentence}\n"
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Närvarande (4):\nMaj Ek\nAnna Lind\nBo Alm\n", ("attendee_count", "4")),
        ("Närvarande (3):\nMaj Ek\nAnna Lind\nBo Alm\n", None),
        ("Närvarande ledamöter (3 st)\nMaj Ek\nAnna Lind\nBo Alm\n", None),
        ("Närvarande (3)\nMaj Ek\nAnna Lind\nBo Alm, ersätter Eva Ros\n", None),
        ("Närvarande (2):\nMaj Ek\nAnna Lind\nOrdförande: Eva Ros\nBo Alm\n", ("attendee_count", "2")),
        ("Närvarande:\n9 ledamöter\nMaj Ek\nAnna Lind\nBo Alm\n", ("attendee_count", "9")),
        ("Närvarande:\n3 ledamöter\nMaj Ek\nAnna Lind\nBo Alm\n", None),
        ("Närvarande: 25 personer\n", None),
        ("Närvarande (§ 1-4)\nMaj Ek\nAnna Lind\nBo Alm\n", None),
    ],
)  # fmt: skip
def test_the_count_of_a_list(listed: str, expected: tuple[str, str] | None) -> None:
    assert quotes(HEAD + listed + HELD) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Närvarande:\nMaj Ek\nAnna Lind\nAnmält förhinder:\nMaj Ek\n", [("present_and_absent", "Maj Ek")]),
        ("Närvarande:\nMaj Ek\nAnna Lind\nAnmält förhinder:\nBo Alm\n", []),
        ("Närvarande:\nAnna Lind, Ekskolan\nBo Alm, polisen\nAnna Lind, Granskolan\n", [("listed_twice", "Anna Lind")]),
        ("Närvarande:\nAnna Lind, Ekskolan\nBo Alm, polisen\nSekreterare: Anna Lind, Ekskolan\n", []),
    ],
)  # fmt: skip
def test_a_person_in_two_places(listed: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(HEAD + listed + HELD) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Via telefonbrygga:", [("unknown_heading", "Via telefonbrygga")]),
        ("Observatörskåren:", [("unknown_heading", "Observatörskåren")]),
        ("Polisen:", []),
        ("Tjänstemän:", []),
        ("Anmält förhinder:", []),
    ],
)
def test_a_heading_among_the_names(heading: str, expected: list[tuple[str, str]]) -> None:
    text = f"{HEAD}Närvarande:\nMaj Ek, kommunpolis\nAnna Lind, rektor\n{heading}\nBo Alm, fältare\n{HELD}"
    assert [each for each in quotes(text) if each[0] != "unclaimed_text"] == expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("Anna", [("ambiguous_owner", "Anna")]),
        ("Anna Lind", []),
        ("Anna E.", []),
        ("Rektorn", [("ambiguous_owner", "Rektorn")]),
        ("Kommunpolisen", []),
        ("Lena", [("unknown_owner", "Lena")]),
        ("Polisen", []),
        ("Alla", []),
    ],
)
def test_whose_task_it_is(owner: str, expected: list[tuple[str, str]]) -> None:
    people = (
        "Närvarande:\nMaj Ek, kommunpolis\nAnna Lind, rektor\nAnna Ek, rektor\nBo Alm, fältare\n"
    )
    text = f"{HEAD}{people}\n1. Öppnande\nMaj hälsade.\n\n2. Skolan\n{owner} kontaktar skolan.\n"
    assert quotes(text) == expected


def test_an_owner_is_not_missed_where_no_list_tells_who_was_there() -> None:
    text = f"{HEAD}\n1. Öppnande\nAlla hälsades.\n\n2. Skolan\nLena kontaktar skolan.\n"
    assert quotes(text) == []


def test_a_personal_number_is_told_of_and_not_repeated() -> None:
    text = f"{HEAD}{LIST}\n1. Öppnande\nFirman tecknas av Maj Ek, 850709-9805, från i dag.\n"
    (issue,) = issues(text)
    assert issue.kind == "personal_number"
    assert issue.span is not None
    assert text[issue.span.start : issue.span.end] == "850709-9805"
    assert "850709" not in issue.message


def test_a_line_among_the_names_that_nobody_understood() -> None:
    text = (
        f"{HEAD}{LIST}samt ytterligare några från bygden som inte skrev upp sig på listan.\n{HELD}"
    )
    meeting = extract(part(text))
    assert [each.kind for each in meeting.issues] == ["unclaimed_text"]
    assert [(each.rule, each.quote[:5]) for each in meeting.unclaimed] == [
        ("unclaimed.line", "samt ")
    ]
    assert meeting.unclaimed_share is not None
    assert 0.3 < meeting.unclaimed_share < 0.6


def test_offices_vacant_seats_and_notices_are_understood() -> None:
    text = f"Kommunkansliet\n{HEAD}{LIST}Vakant, Svenska kyrkan\n{HELD}\nANSLAG / BEVIS\nJusteringen har tillkännagivits genom anslag.\n"
    meeting = extract(part(text))
    assert meeting.unclaimed == ()
    assert meeting.unclaimed_share == 0


@pytest.mark.parametrize(
    ("sentence", "unclaimed"),
    [
        ("Föreningen ordnar julskyltning den 2 december.", True),
        ("Maj Ek kontaktar skolan.", False),
        ("Det har varit lugnt i centrum.", False),
    ],
)
def test_a_sentence_that_sounds_binding_and_gave_nothing(sentence: str, unclaimed: bool) -> None:
    text = f"{HEAD}{LIST}\n1. Öppnande\nMaj hälsade.\n\n2. Läget\n{sentence}\n"
    found = extract(part(text)).unclaimed
    assert [each.quote for each in found if each.rule == "unclaimed.sentence"] == (
        [sentence] if unclaimed else []
    )
