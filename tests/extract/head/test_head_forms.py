"""Forms of heads that summonses, joint groups and saved web pages use."""

from datetime import date, time

import pytest

from pipeline.config import ReadSettings
from pipeline.extract.head import head
from pipeline.extract.next_meeting import next_meeting
from pipeline.read import read
from pipeline.segment import segment
from tests.extract.parts import BODY, part
from tests.extract.people import people


@pytest.mark.parametrize(
    ("top", "number"),
    [
        ("Dnr\t(Dnr 012 - 88 / 09)\n", "012 - 88 / 09"),
        ("Dnr KS 18/0371\n", "KS 18/0371"),
        ("Diarienummer\n2018-00712\n", "2018-00712"),
        ("Registreringsnummer TRG 2018/15\n", "TRG 2018/15"),
        ("Dnr TRG 2018: 315\n", "TRG 2018: 315"),
        ("Datum: 2018-03-14\nA017.305/2018\n", "A017.305/2018"),
    ],
)
def test_a_registration_number_ends_with_its_line(top: str, number: str) -> None:
    when = "Onsdagen den 14 mars 2018, kl 13.30\nAulan, Ekmo bibliotek"
    found = head(part(f"Protokoll\nRådet för trygghet, Ekmo kommun\n{top}{when}{BODY}"))
    assert found.registration_number == number
    if "\n" not in top.strip():
        assert (found.meeting_date, found.start_time) == (date(2018, 3, 14), time(13, 30))
        assert found.place == "Aulan, Ekmo bibliotek"


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Anteckningar Operativa samverkansgruppen, Ekmo\n2018-03-14", "Operativa samverkansgruppen", "Ekmo"),
        ("Förvaltningsövergripande trygghetsgruppen i Ekmo\n2018-03-14", "Förvaltningsövergripande trygghetsgruppen", "Ekmo"),
        (
            "Samverkansgruppen skola-polis, Ekmo\n2018-03-14\n\nAnteckningar Samverkansgruppen mars 2018",
            "Samverkansgruppen skola-polis",
            "Ekmo",
        ),
        ("Protokoll för Ekmo Villaförening, trygghetsgruppen, den 14 mars 2018", "trygghetsgruppen", "Ekmo"),
        ("Protokoll Trygghetsrådet\n2018-03-14\nPlats: Lilla salen, Ekmo kommunhus", "Trygghetsrådet", "Ekmo"),
    ],
)  # fmt: skip
def test_council_and_area(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Plats och tid\tMedborgarhuset, lokal Sälgen, kl 1300-1540", "Medborgarhuset, lokal Sälgen"),
        ("Minnesanteckningar. Polisstationen, kl 13.00-14.30.", "Polisstationen"),
        ("Plats: Medborgarhuset, mötes-\n       salen", "Medborgarhuset, mötessalen"),
        ("Plats: Medborgarhuset, Sälgen (obs lokalen!)", "Medborgarhuset, Sälgen"),
        ("Träff vid lekplatsen 14 mars 2018 kl 19", "lekplatsen"),
        ("kl 13-14.30 Kryptan", "Kryptan"),
        ("Vårt möte i bystugan 14/3 2018", "bystugan"),
        ("Plats Folkets hus, rum 12 2 (4)", "Folkets hus, rum 12"),
        ("Lokal: Sälgen", "Sälgen"),
    ],
)  # fmt: skip
def test_place(line: str, place: str) -> None:
    assert head(part(f"Lokala Brå Ekmo den 14 mars 2018\n{line}{BODY}")).place == place


_SUMMONS = (
    "Trygghetsrådet kallas till sammanträde\nDag: onsdagen den 14 mars 2018\nTid: klockan 15.00-17.00\n"
    "Plats: Lilla salen, Ekmo kommunhus\n\nKallade\nAnna Ek (S), ordförande\nBo Lind (M)\n\nÄrenden\n"
    "1 Upprop\nOrdföranden föreslår att Bo Lind justerar.\n"
    "2 Läget (kl. 15.10)\nFöredragande: kommunpolis Li Alm. Stölderna har ökat och rådet beslutade om rondering.\n"
    "3 Avtal\nFöredragande: utredare Per Ask. Rådet diskuterade det i januari och Bo redovisade kostnaden.\n"
    "\fEKMO KOMMUN\tKALLELSE\tSIDA 2 (2)\n4 Vakter i parken\nFöredragande: säkerhetschef Ulf Dal.\n"
    "5 Årets sammanträden\nOnsdagar kl. 15-17: 14 mars, 23 maj, 12 september.\n"
)


def test_presenters_show_no_other_meeting_and_who_is_called_has_not_come() -> None:
    found = head(part(_SUMMONS))
    assert (found.kind, found.area) == ("kallelse", "Ekmo")
    coming, _ = next_meeting(part(_SUMMONS), date(2018, 3, 14))
    assert coming is not None
    assert (coming.meeting_date, coming.start_time, coming.end_time) == (
        date(2018, 5, 23),
        time(15),
        time(17),
    )


def test_minutes_bound_behind_a_summons_with_presenters_are_a_meeting() -> None:
    minutes = (
        "\fMinnesanteckningar, Trygghetsrådet Ekmo\nOnsdag 17 januari 2018 klockan 14.00, digitalt\n"
        "Deltagare: Anna Ek (S), ordförande, Bo Lind (M), Li Alm, kommunpolis.\n\n1. Start\nAnna öppnade.\n"
        "2. Läget\nLi Alm redogjorde för stölderna i hamnen under hösten.\n"
    )
    assert len(segment(read((_SUMMONS + minutes).encode(), ReadSettings()))) == 2


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Nästa avstämning", "10 maj kl. 10:00–11:30.", (date(2019, 5, 10), time(10), None)),
        ("Övrigt", "Vårens övriga tider: 10 maj och 4 juni.", (date(2019, 5, 10), None, None)),
        ("Nästa möte", "10 maj kl 14, då på Brandstationen.", (date(2019, 5, 10), time(14), "Brandstationen")),
        ("Nästa möte", "10 maj kl 14, på samma vis.", (date(2019, 5, 10), time(14), None)),
        ("Datum", "Höststädningen är den 10 maj klockan 10 och årsmötet den 11 juni.", None),
    ],
)  # fmt: skip
def test_next_meeting(
    title: str, body: str, expected: tuple[date, time | None, str | None] | None
) -> None:
    text = f"Protokoll Lokala Brå Ekmo 2019-02-22\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    found, _ = next_meeting(part(text), date(2019, 2, 22), "Salen", (time(9), None))
    assert (found and (found.meeting_date, found.start_time, found.place)) == expected


_TOP = "Protokoll för Lokala Brå Granvik\n\n2018-03-14\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ledamöter\n\nEk Anna\tKS\tX\nFors Bo\tBN\tX\nGran Eva\tHRF\t-\nDal Siv\tPRO, ers\tX\n\nTjänstemän\n\nZetterlund Ulla\tutredare\tX\nRos Dan\tpolisen\tX\n",
            ["Anna Ek |  | KS", "Bo Fors |  | BN", "Eva Gran |  | HRF |  | absent", "Siv Dal |  | PRO", "Ulla Zetterlund | utredare", "Dan Ros |  | polisen"],
        ),
        (
            "Ledamöter\nAnna Solhem (HRF)\nBo Fors (PRO)\n",
            ["Anna Solhem |  | HRF", "Bo Fors |  | PRO"],
        ),
        (
            "Närvarande\nAnna Ek, rektor Ekskolan, ordförande i dag\nBo Fors, linjeansvarig Norrbanan\nEva Gran, gruppchef Gränsbevakningen\n",
            ["Anna Ek | rektor | Ekskolan |  |  | chair", "Bo Fors | linjeansvarig | Norrbanan", "Eva Gran | gruppchef | Gränsbevakningen"],
        ),
        (
            "Beslutande\nAnna Ek (S), ordförande\nBo Fors (M), tjänstgör för Eva Gran\n(M)\nSiv Dal (C)\n",
            ["Anna Ek |  |  | S |  | chair", "Bo Fors |  |  | M", "Eva Gran |  |  | M | absent", "Siv Dal |  |  | C"],
        ),
        (
            "På plats: Anna Ek (ordförande för kvällen), Tuva, Hamid, Bo Fors från\npolisen och Siv (sekreterare)\n\nÄrende | Beslut | Anm.\n",
            ["Anna Ek |  |  |  |  | chair", "Tuva", "Hamid", "Bo Fors |  | polisen", "Siv |  |  |  |  | secretary"],
        ),
        (
            "Med: Anna Ek, Bo Fors, Eva Gran och Dan Ros (ordf.). Bo för\npennan. Siv Dal hade anmält att hon inte kunde.\n",
            ["Anna Ek", "Bo Fors |  |  |  |  | secretary", "Eva Gran", "Dan Ros |  |  |  |  | chair", "Siv Dal |  |  |  | absent"],
        ),
    ],
)  # fmt: skip
def test_attendance(text: str, expected: list[str]) -> None:
    assert (
        people(
            _TOP + text + BODY.replace("\n\nNärvarande:\nAnna Ek, polisen\nBo Lindh, rektor", "")
        )
        == expected
    )


@pytest.mark.parametrize(
    ("items", "who", "function"),
    [
        ("§ 1 Val av justerare\nEva Gran utsågs. Dagordningen fastställdes.\n", "Eva Gran", "adjuster"),
        ("§ 1 Start\nAnna Ek öppnade. Att justera blir Eva Gran.\n", "Eva Gran", "adjuster"),
        ("§ 1 Start\nEva körde i gång och Bo skrev.\n", "Eva Gran", "chair"),
        ("§ 1 Start\nEva Gran, ordförande, öppnade mötet.\n", "Eva Gran", "chair"),
        ("§ 1 Start\nEva Gran ordnade fikat, ledde samtalet och skrev.\n", "Eva Gran", "chair"),
        ("§ 1 Start\nTill sekreterare valdes Bo Fors och till justerare Eva Gran.\n", "Eva Gran", "adjuster"),
        ("§ 1 Start\nFör protokollet svarade Eva Gran.\n", "Eva Gran", "secretary"),
        ("§ 1 Start\nEva Gran ryckte in som ordförande i Lottas ställe.\n", "Eva Gran", "chair"),
    ],
)  # fmt: skip
def test_functions(items: str, who: str, function: str) -> None:
    text = f"{_TOP}Närvarande: Anna Ek, Bo Fors och Eva Gran\n\n{items}\n§ 2 Läget\nPolisen redogjorde för läget.\n"
    assert f"{who} |  |  |  |  | {function}" in people(text)


def test_signatures_below_each_other_have_the_name_over_its_function() -> None:
    text = f"{_TOP}Närvarande: Anna Ek, Bo Fors och Eva Gran\n\n1. Läget\nPolisen redogjorde för läget.\n\n"
    signed = "Bo Fors\nOrdförande\n\nEva Gran\nSekreterare\n"
    assert people(text + signed) == [
        "Anna Ek",
        "Bo Fors |  |  |  |  | chair",
        "Eva Gran |  |  |  |  | secretary",
    ]
    labelled = "Ordförande\nBo Fors\n\nSekreterare\nEva Gran\n"
    assert people(text + labelled) == people(text + signed)


@pytest.mark.parametrize("mark", ["1/1", "1 / 4", "Sida 1/4", "sid. 2/3"])
def test_the_page_in_a_letterhead_is_no_day(mark: str) -> None:
    head_of = f"Ekmo kommun\t{mark}\nAnteckningar\nLokala Brå Ekmo\nDatum: den 14 mars 2018"
    found = head(part(head_of + BODY))
    assert (found.meeting_date, found.issues) == (date(2018, 3, 14), ())


def test_a_registration_number_in_a_row_of_labels() -> None:
    top = "Organ\tLokala Brå Ekby\tDnr\tKS 2018/0418\n\nSammanträdesdag\t2018-03-14\tTid\t9-11\n"
    assert head(part("Protokoll\n" + top + BODY)).registration_number == "KS 2018/0418"


def test_a_day_among_the_values_below_all_labels_is_no_registration_number() -> None:
    labels = "Sammanträdesdatum\nBlad\nDnr\n2018-03-14\n1 (2)\nTRG 2018/0052\n"
    text = f"Ekmo kommun\nTrygghetsrådet\nPROTOKOLL\n{labels}{BODY}"
    assert head(part(text)).registration_number == "TRG 2018/0052"


def test_the_days_of_posting_beside_the_bodys_name_are_not_the_meetings() -> None:
    posted = (
        "Organ\tSammanträdesdatum\tAnslaget sätts upp 2018-03-22\n"
        "Trygghetsrådet\t2018-03-14\tAnslaget tas ned 2018-04-13\n"
    )
    ladder = "Plats och tid\tKommunhuset, kl. 13.00-15.10\n"
    text = f"Ekmo kommun\tSAMMANTRÄDESPROTOKOLL\n{ladder}{posted}{BODY}"
    assert head(part(text)).meeting_date == date(2018, 3, 14)


def test_a_registration_number_in_the_foot_of_a_single_page() -> None:
    text = f"Anteckningar\nLokala Brå Ekmo 2018-03-14{BODY}\nDnr KS 2018/0031\tSIDA 1 (1)\n"
    assert head(part(text)).registration_number == "KS 2018/0031"


@pytest.mark.parametrize(
    ("top", "day", "place"),
    [
        (
            "Justering\nPlats: kansliet\nDatum: 2018-03-20\nJusterare: Anna Ek\n\nDatum:\t2018-03-14\nPlats:\tEkmo bibliotek\n",
            date(2018, 3, 14),
            "Ekmo bibliotek",
        ),
        (
            "Justering\nDatum: 2018-03-14\nPlats: Ekmo bibliotek\n",
            date(2018, 3, 14),
            "Ekmo bibliotek",
        ),
    ],
)
def test_where_and_when_the_minutes_are_adjusted_in_a_box_of_its_own(
    top: str, day: date, place: str
) -> None:
    found = head(part(f"Protokoll\nRådet för trygghet, Ekmo kommun\n\n{top}{BODY}"))
    assert (found.meeting_date, found.place) == (day, place)
