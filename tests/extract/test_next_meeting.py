"""When and where the next meeting is."""

from datetime import date, time

import pytest

from models.issue import Issue
from models.meeting import NextMeeting
from pipeline.config import ReadSettings
from pipeline.extract.next_meeting import next_meeting
from pipeline.read import read
from pipeline.segment import segment

HELD = date(2019, 2, 22)  # a Friday
Told = tuple[date | None, time | None, time | None, str | None]


def found(
    body: str, title: str = "Nästa möte", held: date | None = HELD
) -> tuple[NextMeeting | None, tuple[Issue, ...]]:
    text = f"Protokoll Lokala Brå Ekmo 2019-02-22\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    (part,) = segment(document)
    record, issues = next_meeting(part, held, hours=(time(9), time(11)))
    for evidence in record.evidence if record else ():
        assert document.text[evidence.start : evidence.end] == evidence.quote
    return record, issues


def told(body: str, title: str = "Nästa möte") -> Told | None:
    record, _ = found(body, title)
    if record is None:
        return None
    return record.meeting_date, record.start_time, record.end_time, record.place


MAY = date(2019, 5, 10)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Nästa möte är den 10 maj klockan 9-11, samma lokal.",
            (MAY, time(9), time(11), "samma lokal"),
        ),
        ("Nästa möte är fredagen den 10 maj 2019 kl. 09.00-11.00 i Kommunhuset.", (MAY, time(9), time(11), "Kommunhuset")),
        ("Nästa sammanträde: 2019-05-10", (MAY, None, None, None)),
        ("Nästa möte hålls 10/5 kl 13.", (MAY, time(13), None, None)),
        ("Fredagen den 10 maj kl. 13.15 i skolans aula.", (MAY, time(13, 15), None, "skolans aula")),
        ("Den 10 maj klockan 15:30 hos Greta.", (MAY, time(15, 30), None, "hos Greta")),
        ("Nästa möte är 15 januari.", (date(2020, 1, 15), None, None, None)),
        ("Nästa möte: Torsdagen den 10 maj kl 9-11, Stadshuset, sal B.", (MAY, time(9), time(11), "Stadshuset, sal B")),
        ("Nästa möte 10/5-19 kl 9", (MAY, time(9), None, None)),
        ("Nytt möte bokas till den 10 maj kl. 9.", (MAY, time(9), None, None)),
        ("Fredag 190510 klockan 19, bygdegården.", (MAY, time(19), None, "bygdegården")),
        ("Kod 190510 gäller.", None),
        ("Nästa möte är inställt.", None),
        ("Den 10 maj kl 9, förhoppningsvis på plats i Kulturhuset.", (MAY, time(9), None, "Kulturhuset")),
        ("Nästa gång blir 10 maj i bygdegården, samma tid.", (MAY, time(9), time(11), "bygdegården")),
        ("Förhinder anmäls senast fredagen den 10 maj.", None),
        ("Vi ses igen den 10 maj.", (MAY, None, None, None)),
        ("Nästa BRÅ: 10 maj kl 15, Ekby medborgarhus.", (MAY, time(15), None, "Ekby medborgarhus")),
        ("10 maj, kl 8.15 som alltid, fast hos polisen.", (MAY, time(8, 15), None, "hos polisen")),
        ("10 maj kl 9, Kommunhuset, därefter 13 juni.", (MAY, time(9), None, "Kommunhuset")),
        ("Nästa gång dag meddelas senare. Julmarknaden är den 12 december på torget.", None),
        ("Datum för nästa möte är inte bestämt.", None),
        ("Ordföranden kallar.", None),
    ],
)  # fmt: skip
def test_forms(body: str, expected: Told | None) -> None:
    assert told(body) == expected


def test_the_date_in_the_title() -> None:
    assert told("Maj tackade och avslutade mötet.", "Nästa möte 10 maj kl 15:00") == (
        MAY,
        time(15),
        None,
        None,
    )


def test_behind_another_sentence_of_a_summons() -> None:
    body = "Partierna samlas klockan 8.15. Vårens möten: 22 februari, 10 maj, alltid kl 9.00. Anmäl förhinder."
    record, _ = found(body, "Övriga frågor")
    assert record is not None
    assert (record.meeting_date, record.start_time) == (MAY, time(9))


def test_in_another_item() -> None:
    body = "Inget övrigt. Nästa möte är den 10 maj klockan 9.00."
    assert told(body, "Övriga frågor") == (MAY, time(9), None, None)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Mötestider", "Den 10 maj, 6 september och 29 november kl. 13-15."),
        ("Mötestider 2019", "- 10 maj\n- 6 september\n- 29 november"),
        ("Kommande möten", "10 maj 2019\n6 september 2019"),
        ("Mötestider", "Den 11 januari, 10 maj och 6 september."),
    ],
)
def test_of_several_dates_the_first_after_the_meeting(title: str, body: str) -> None:
    record, _ = found(body, title)
    assert record is not None
    assert record.meeting_date == MAY


@pytest.mark.parametrize(
    "other",
    [
        "Trygghetsvandring hålls den 3 april.",
        "Festivalen är den 3 april.",
        "Handlingar skickas senast den 3 april.",
        "Föregående möte hölls den 11 januari.",
    ],
)
def test_other_events_are_not_it(other: str) -> None:
    record, _ = found(f"{other} Nästa möte är den 10 maj.")
    assert record is not None
    assert record.meeting_date == MAY
    assert found(other, "Övriga frågor")[0] is None


def test_a_weekday_that_does_not_fit_is_told() -> None:
    record, issues = found("Nästa möte är torsdagen den 10 maj 2019.")
    assert record is not None
    assert record.meeting_date == MAY
    assert [issue.kind for issue in issues] == ["weekday_mismatch"]
    assert "fredag" in issues[0].message


def test_a_next_meeting_before_this_one_is_told() -> None:
    record, issues = found("Nästa möte är den 10 maj 2018.")
    assert record is not None
    assert record.meeting_date == date(2018, 5, 10)
    assert [issue.kind for issue in issues] == ["next_meeting_before"]


def test_without_a_year_and_without_a_known_meeting_nothing_is_guessed() -> None:
    assert found("Nästa möte är den 10 maj klockan 9.", held=None) == (None, ())


def test_a_table_row() -> None:
    assert told("Nästa möte\tfredag 10 maj kl 18:00\thos Greta", "Övrigt") == (
        MAY,
        time(18),
        None,
        "hos Greta",
    )


def test_the_same_time_is_that_of_this_meeting() -> None:
    text = "Protokoll Lokala Brå Ekmo 2019-02-22\n\n1. Inledning\nMaj hälsade.\n\n2. Nästa möte\n10 maj i bystugan, samma tid.\n"
    (part,) = segment(read(text.encode(), ReadSettings(ocr="off")))
    record, _ = next_meeting(part, HELD, hours=(time(19), None))
    assert record is not None
    assert (record.start_time, record.place) == (time(19), "bystugan")


def test_the_place_under_a_label_of_its_own() -> None:
    body = "Tid för nästa möte: 10 maj 09:00–10:30\nPlats för nästa möte: Kulturhuset"
    assert told(body) == (MAY, time(9), time(10, 30), "Kulturhuset")


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Nästa möte",
            "10 maj 0930, Ekmo Folkets Hus",
            (MAY, time(9, 30), None, "Ekmo Folkets Hus"),
        ),
        (
            "Nästa möte",
            "Fredag den 10 maj, samma tid och plats.",
            (MAY, time(9), time(11), "samma tid och plats"),
        ),
        (
            "Nytt möte",
            "Fredag 10 maj klockan 16 i bygdegården, med kroppkakor till självkostnad.",
            (MAY, time(16), None, "bygdegården"),
        ),
        (
            "Kommande",
            "Fredag 10 maj 2019 klockan 10, kommunhuset i Ekmo. Den som vill åka tillsammans säger till.",
            (MAY, time(10), None, "kommunhuset i Ekmo"),
        ),
        (
            "Ses igen",
            "fredag 10 maj 2019 kl 11, samma bryggor",
            (MAY, time(11), None, "samma bryggor"),
        ),
        (
            "Möte",
            "Fredag 10 maj kl 9.30 i samlingslokalen Näckrosen.",
            (MAY, time(9, 30), None, "samlingslokalen Näckrosen"),
        ),
        (
            "Nästa tillfälle",
            "Fredag 10 maj kl 9.30 i Stallet.",
            (MAY, time(9, 30), None, "Stallet"),
        ),
        ("Nästa tid", "10 maj kl 9.30", (MAY, time(9, 30), None, None)),
        ("Vi hörs", "Fredag 10 maj kl 9.30", (MAY, time(9, 30), None, None)),
        ("Härnäst", "Fredag 10 maj kl 9.30", (MAY, time(9, 30), None, None)),
        ("Nästa", "10/5 kl 13, Teams", (MAY, time(13), None, "Teams")),
        ("Nästa", "10/5 kl 13, via Teams", (MAY, time(13), None, "Teams")),
        ("Nästa gång", "10 maj 13.00, samma lokal.", (MAY, time(13), None, "samma lokal")),
        (
            "Mötet avslutas",
            "Ordföranden avslutar. Nästa möte är inte bestämt. Sidan uppdaterad 2019-04-02",
            None,
        ),
        ("Nästa möte", "Inte bestämt. Trygghetsdagen är den 4 april.", None),
        (
            "Nästa möte",
            "Den 10 maj kl 10.00. Plats: Församlingshemmet.",
            (MAY, time(10), None, "Församlingshemmet"),
        ),
        (
            "Nästa möte",
            "Den 10 maj kl 10.00. Lokal: Rådhuset, rum 2.",
            (MAY, time(10), None, "Rådhuset, rum 2"),
        ),
        (
            "Nästa möte",
            "Fredagen den 10 maj kl 10. Vi ses i Bibblan.",
            (MAY, time(10), None, "Bibblan"),
        ),
        (
            "Nästa möte",
            "Datum: 10 maj\nTid: 10-12\nPlats: Rådhuset",
            (MAY, time(10), time(12), "Rådhuset"),
        ),
        (
            "Övrigt",
            "Grillkväll blir den 28 april kl 17. Nästa möte hos Egon den 10 maj klockan 19.",
            (MAY, time(19), None, "hos Egon"),
        ),
        (
            "Övrigt",
            "Nästa möte i Gillestugan fredag 10 maj klockan 19.",
            (MAY, time(19), None, "Gillestugan"),
        ),
        (
            "Nästa möte hålls fredagen den 10 maj kl 19 hos Egon.",
            "",
            (MAY, time(19), None, "hos Egon"),
        ),
        (
            "Nästa möte",
            "blir den 10 maj kl. 19 hemma hos Egon",
            (MAY, time(19), None, "hemma hos Egon"),
        ),
        (
            "Avslutning",
            "Nästa träff 10/5 kl 18.30, Egon bjuder på kaffe.",
            (MAY, time(18, 30), None, None),
        ),
        (
            "Avslutning",
            "Ordföranden tackade. Ny träff den 10 maj 18-20 på biblioteket.",
            (MAY, time(18), time(20), "biblioteket"),
        ),
        (
            "Avslutning",
            "Vi träffas nästa gång fredagen den 10 maj kl 9 i Rådhuset.",
            (MAY, time(9), None, "Rådhuset"),
        ),
        ("Avslutning", "Rådet sammanträder härnäst 10 maj kl 9.", (MAY, time(9), None, None)),
        (
            "Avslutning",
            "Nästkommande sammanträde äger rum 2019-05-10 kl. 13:15, Sessionssalen.",
            (MAY, time(13, 15), None, "Sessionssalen"),
        ),
        (
            "Avslutning",
            "Nästa möte: fre 10/5 kl 8.30-10 på Polishuset (obs lokalen).",
            (MAY, time(8, 30), time(10), "Polishuset"),
        ),
        ("Avslutning", "Nästa möte blir i maj. Kallelse kommer.", None),
        (
            "Nästa möte",
            "Preliminärt fredagen den 10 maj, tid och plats meddelas senare.",
            (MAY, None, None, None),
        ),
        (
            "Nästa möte",
            "10 maj 2019 kl. 09.00 (fika från 08.45), Medborgarhuset",
            (MAY, time(9), None, "Medborgarhuset"),
        ),
        ("Kommande aktiviteter", "Trygghetsdag 4 april på torget.", None),
        ("Kommande", "Nattvandring startar 4 april. Tipspromenad 6 april.", None),
        (
            "Mötestider 2019",
            "10 maj, 6 september. Alla möten kl 13-15 i Rådhuset.",
            (MAY, time(13), time(15), "Rådhuset"),
        ),
        (
            "Mötestider 2019",
            "10 maj, 6 september. Alla hålls i Almsalen med början klockan 13.15.",
            (MAY, time(13, 15), None, "Almsalen"),
        ),
        (
            "Nästa möte",
            "10 maj 2019 kl 18, ute vid bryggan om vädret tillåter.",
            (MAY, time(18), None, "ute vid bryggan"),
        ),
        ("Möte med handlarna", "Den 3 april träffar polisen handlarna på torget.", None),
        (
            "Till sist",
            "Nästa gång vi ses är den 10 maj, som vanligt klockan 13.",
            (MAY, time(13), None, None),
        ),
        (
            "Nästa sammankomst",
            "fredagen den 10 maj klockan nio i Rådhuset",
            (MAY, time(9), None, "Rådhuset"),
        ),
    ],
)
def test_titles_places_and_what_is_not_set(title: str, body: str, expected: Told | None) -> None:
    assert told(body, title) == expected
