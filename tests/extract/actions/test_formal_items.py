"""Actions in items of formal boards: what led to them, motions, the vote, the decision, dissent and papers."""

import pytest

from pipeline.acts import judge_of
from pipeline.extract.follow_ups import follow_ups
from pipeline.extract.priority_areas import priority_areas
from tests.extract.held import HEAD, found, told
from tests.extract.parts import part


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        # what is told is decided only under its own subhead
        ("Ärendebeskrivning\nAvtalet ska ersättas av ett nytt i maj.\n\nBeslut\nAvtalet sägs upp.", ["decision"]),
        ("Bakgrund\nHamnlaget finns sedan 2009. Bommen ska målas vart tredje år.\n\nBeslut\nBommen målas nu.", ["decision"]),
        ("Sammanfattning av ärendet\nBron ska rivas 2022.\n\nRådets beslut\natt avstå från yttrande.", ["decision"]),
        # but who undertakes something does so there as well
        ("Ärendebeskrivning\nMaj Ek återkommer i maj med priset på låsen.\n\nBeslut\nBommen låses.", ["commitment", "decision"]),
        # without a subhead for decisions they stand in the text
        ("Bakgrund\nBommen är trasig.\n\nDiskussion\nRådet beslutar att bommen ska lagas.", ["decision"]),
        # what became of a motion is told there, and is no decision of its own
        ("Förslag på sammanträdet\nBo Alm (S) föreslår att bommen tas bort. Rådet avslår förslaget.\n\nRådets beslut\nMaj Ek får i uppdrag att måla bommen.", ["proposal", "assignment"]),
        # how it was put to the vote
        ("Beslutsgång\nOrdföranden ställer förslagen mot varandra. Omröstning begärs och verkställs.\n\nBeslut\nBommen lagas.", ["decision"]),
        # to whom it goes, and the papers
        ("Beslut\nBommen lagas.\n\nSkickas till\nHamnlaget för utförande\n\nBeslutsunderlag\nFörslag till lagning av bommen", ["decision"]),
        # what stands behind them is told again
        ("Beslut\nBommen lagas.\n\nSkickas till\nHamnlaget\n\nParagrafen förklaras omedelbart justerad.", ["decision", "formality"]),
    ],
)  # fmt: skip
def test_where_a_sentence_stands(body: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(body, "Bommen")] == kinds


@pytest.mark.parametrize(
    "end",
    [
        # the mover dissents
        "Beslut\nBommen lagas i år.\n\nReservation\nBo Alm (S) reserverar sig till förmån för eget yrkande.",
        # the vote says so
        "Beslutsgång\nOrdföranden ställer Bo Alms yrkande mot avslag och finner att rådet avslår det.\n\nBeslut\nBommen lagas i år.",
    ],
)
def test_a_motion_turned_down_stays_one(end: str) -> None:
    body = f"Yrkanden\nEva Lind (C) yrkar bifall till förslaget.\n\nBo Alm (S) yrkar att bommen tas bort i år.\n\n{end}"
    assert [(each.kind, each.text) for each in found(body, "Bommen")] == [
        ("proposal", "Bo Alm (S) yrkar att bommen tas bort i år."),
        ("decision", "Bommen lagas i år."),
    ]


def test_a_motion_that_is_carried_is_the_decision() -> None:
    body = "Yrkanden\nBo Alm (S) yrkar att bommen lagas i år.\n\nBeslut\nBommen lagas i år.\n\nReservation\nKaj Holm (M) reserverar sig."
    assert [kind for kind, _ in told(body, "Bommen")] == ["decision"]


def test_papers_and_bodies_tell_of_nothing() -> None:
    meeting = part(
        f"{HEAD}2. Uppföljning av beslut\n\nBeslut\nRådet beslutar\n\natt hamnen och torget är prioriterade områden 2020.\n\n"
        "Beslutet skickas till\nKommunstyrelsen, hamnlaget, Ekskolans elevråd\n\n"
        "Beslutsunderlag\nFörteckning över avslutade uppdrag, 2019-01-10\nRapport om den slutförda nattvandringen\n"
    )
    assert [each.name for each in priority_areas(meeting)] == ["hamnen", "torget"]
    assert follow_ups(meeting, judge_of(meeting)) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what is proposed to others is what the body decides
        ("Rådets beslut\nRådet föreslår kommunstyrelsen att bommen rivs.", [("decision", None)]),
        # a clause inside of what is decided is nobody's task
        ("Beslut\natt tillstyrka att kommunen söker tillstånd för bommen.", [("decision", None)]),
        ("Beslut\natt bevilja Ekmo BK 9 000 kronor.", [("decision", None)]),
        # an office with a word before it
        ("Beslut\natt tekniska kontoret ska olja grinden.", [("assignment", "tekniska kontoret")]),
        ("Beslut\natt sociala enheten ska räkna båtarna.", [("assignment", "sociala enheten")]),
        # a point that sounds like routine is decided
        ("Beslut\n1. Planen antas.\n2. Planen följs upp vart tredje år.", [("decision", None)] * 2),
    ],
)  # fmt: skip
def test_what_a_body_decides(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(body, "Bommen") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Alm, Ekmohem AB, kommenterar siffrorna för hamnen.",
        "Lena Frisk presenterar de delar som rör hamnen.",
        "Bo Alm uppskattar båtarna till fyrtio.",
        "Maj Ek (S) begär att få ställa en fråga om kiosken.",
        "Deltagarna röstade med lappar.",
        "Lena Frisk följer upp besluten från den 20 november.",
    ],
)
def test_reports_and_what_is_asked_for_at_the_table_bind_nobody(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Skrivelserna antecknas.",
        "I övrigt noteras redovisningarna.",
        "Beslut: att godkänna redovisningen av båträkningen.",
    ],
)
def test_what_is_noted_is_a_formality(sentence: str) -> None:
    assert [kind for kind, _ in told(sentence)] == ["formality"]
