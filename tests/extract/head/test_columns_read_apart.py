"""Heads whose columns a converter has read one after the other: all labels and then all values, or the reverse."""

from pipeline.extract.head import Head, head
from tests.extract.parts import part
from tests.extract.people import people

ITEMS = """
1 Öppnande
Ordföranden hälsade välkommen. Dagordningen godkändes.
2 Läget
Polisen berättade att vintern har varit lugn. Skolan instämde.
3 Nästa möte
Den 4 juni klockan 13.
"""
TALK = (
    " 1 Öppnande Ordföranden hälsade välkommen och dagordningen godkändes. 2 Läget Polisen berättade att vintern har varit lugn och att "
    "fler ringer in tips. Skolan instämde, och fritidsgården har öppet till klockan 22 på fredagar. Bostadsbolaget byter lås i två "
    "trappor och hör av sig när det är klart. Föreningarna vill ha en träff i sommar. 3 Nästa möte Den 4 juni klockan 13."
)


def _told(found: Head) -> tuple[str | None, ...]:
    told = (found.meeting_date, found.start_time, found.place, found.registration_number)
    return tuple(None if each is None else str(each)[:16] for each in told)


def test_labels_one_a_line_then_values_one_a_line() -> None:
    text = (
        "TRYGGHETSRÅDET\nGranby kommun\nKlockan\nPlats\nDatum\nDnr\nSaknr\n13.30\nRådhuset, sal 3\n2009-03-12\n44/09-12\n130\n"
        "Protokoll från möte med Trygghetsrådet\nNärvarande\nMaj Alm\nBo Brandt\n"
    )
    assert _told(head(part(text + ITEMS))) == (
        "2009-03-12",
        "13:30:00",
        "Rådhuset, sal 3"[:16],
        "44/09-12",
    )


def test_labels_in_another_order() -> None:
    text = (
        "Trygghetsrådet i Granby\nDatum\nTid\nLokal\nden 12 mars 2009\nkl. 13.30-15.00\nBiblioteket\n"
        "Närvarande: Maj Alm, Bo Brandt\n"
    )
    assert _told(head(part(text + ITEMS))) == ("2009-03-12", "13:30:00", "Biblioteket", None)


def test_flattened_row_of_labels_and_of_values() -> None:
    text = (
        "Granby kommun Trygghetsrådet Datum Klockan Plats Dnr 12 mars 2009 13.30 Rådhuset, sal 3 2009/44-12 "
        "PROTOKOLL Närvarande Maj Alm Bo Brandt"
    )
    assert _told(head(part(text + TALK))) == (
        "2009-03-12",
        "13:30:00",
        "Rådhuset, sal 3",
        "2009/44-12",
    )


def test_values_over_their_labels() -> None:
    text = (
        "Trygghetsforum i Granby den 12 mars 2009\nBiblioteket, studierummet\nkl 13.30\nMaj Alm\nBo Brandt\n"
        "Lokal:\nTid:\nOrdförande:\nSekreterare:\nNärvarande:\nEva Dahl\nMaj Alm\nBo Brandt\nKarin Falk\n"
        "Socialtjänsten\nPolisen\nBrunns Taxi\nGranbyhus AB\nInledning\nMaj öppnade mötet och hälsade alla välkomna till det.\n"
        "Lägesbild\nEva berättade att det har varit lugnt på gatorna under vintern.\nNästa träff\nBestäms senare.\n"
    )
    assert _told(head(part(text))) == ("2009-03-12", "13:30:00", "Biblioteket, stu", None)
    assert people(text) == [
        "Maj Alm |  | Polisen |  |  | chair",
        "Bo Brandt |  | Brunns Taxi |  |  | secretary",
        "Eva Dahl |  | Socialtjänsten",
        "Karin Falk |  | Granbyhus AB",
    ]
    titles = [each.title.text for each in part(text).sections if each.title is not None]
    assert titles == ["Inledning", "Lägesbild", "Nästa träff"]


def test_a_title_under_empty_labels_is_no_value() -> None:
    text = "Protokoll\nPlats\nTid\nTrygghetsrådet i Granby den 12 mars 2009\nNärvarande: Maj Alm, Bo Brandt\n"
    assert head(part(text + ITEMS)).place is None
