"""Statements on earlier actions and how they came out."""

import pytest

from models.meeting import FollowUp
from pipeline.config import ReadSettings
from pipeline.extract.follow_ups import follow_ups
from pipeline.read import read
from pipeline.segment import segment


def found(body: str, title: str = "Uppföljning av beslut") -> tuple[FollowUp, ...]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    records = tuple(each for part in segment(document) for each in follow_ups(part))
    for each in records:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return records


def outcomes(body: str, title: str = "Uppföljning av beslut") -> list[str]:
    return [each.outcome for each in found(body, title)]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Enkäten har genomförts på två skolor.", "done"),
        ("Förslaget är klart och överlämnat.", "done"),
        ("Lamporna på Lövgatan är utbytta.", "done"),
        ("Bo Alm har tagit kontakt med fritidsgården.", "done"),
        ("Trygghetsvandringen hölls den 14 april.", "done"),
        ("Brevet till föräldrarna gick ut i februari.", "done"),
        ("Ärendet om skyltarna avslutades.", "done"),
        ("De nya skyltarna sitter uppe.", "done"),
        ("Arbetet med handlingsplanen pågår.", "in_progress"),
        ("Vandringen är bokad till den 23 april.", "in_progress"),
        ("Ärendet ligger nu hos tekniska nämnden.", "in_progress"),
        ("Upphandlingen av kameror har påbörjats.", "in_progress"),
        ("Tre av åtta skolor har fått besök.", "in_progress"),
        ("Kartläggningen är inte klar utan redovisas i mars.", "postponed"),
        ("Enkäten är framskjuten till hösten.", "postponed"),
        ("Frågan flyttas till nästa möte.", "postponed"),
        ("Vandringen ställdes in och hålls i stället i maj.", "postponed"),
        ("Förslaget om cykelställ läggs ner.", "dropped"),
        ("Ärendet om kameror avskrivs.", "dropped"),
        ("Kampanjen är inte längre aktuell.", "dropped"),
        ("Frågan om kameror diskuterades.", "mentioned"),
        ("Kedjan vid torget diskuterades på nytt utan resultat.", "mentioned"),
    ],
)
def test_outcomes_in_a_standing_item(sentence: str, outcome: str) -> None:
    assert outcomes(sentence) == [outcome]


@pytest.mark.parametrize(
    "title",
    ["Föregående mötes protokoll", "Sedan sist", "Uppföljning", "Beslutslogg", "Tidigare beslut"],
)
def test_standing_items(title: str) -> None:
    assert outcomes("Skyltarna är uppsatta.", title) == ["done"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Föregående protokoll lades till handlingarna.",
        "Protokollet från den 24 september gås igenom.",
        "Godkändes.",
        "Maj Ek berättade om läget på skolan.",
        "Staden har under sommaren antagit en ny policy för klottersanering.",
        "Mötet i mars ställdes in.",
        "Maj Ek kontaktar skolan.",
        "Beslut: Bo Alm får i uppdrag att ringa hamnen.",
    ],
)
def test_formalities_other_bodies_and_new_tasks_are_none(sentence: str) -> None:
    assert outcomes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Skyltarna, som Maj Ek lovade att sätta upp före jul, sitter nu i alla portar.", "done"),
        ("Vandringen som föreslogs i höstas är bokad till den 23 april.", "in_progress"),
        ("Översynen som bestämdes i oktober har genomförts.", "done"),
        ("Enkäten, som skulle ha gått ut i augusti, är framskjuten till februari.", "postponed"),
        ("Gällande belysningen har kontakt tagits med energibolaget.", "done"),
        ("Uppdraget från förra mötet är avslutat.", "done"),
        ("Maj Ek påminner om uppdraget från förra mötet.", "mentioned"),
    ],
)
def test_pointing_back_in_any_item(sentence: str, outcome: str) -> None:
    assert outcomes(sentence, "Övriga frågor") == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lamporna på Lövgatan är utbytta.",
        "Polisen har genomfört en insats i centrum.",
        "Bo Alm berättade om läget på skolan.",
        "Sommarlovsaktiviteter planeras som vanligt.",
    ],
)
def test_without_an_earlier_action_in_sight_other_items_hold_none(sentence: str) -> None:
    assert outcomes(sentence, "Lägesbild") == []
    assert outcomes(sentence, "Aktuell uppföljning och utveckling av trygghet") == []


def test_sentences_on_one_matter_are_one_follow_up_and_a_new_subject_a_new_one() -> None:
    records = found(
        "Enkäten har påbörjats. Den är nu klar. Brevet till föräldrarna gick ut i februari."
    )
    assert [(each.text, each.outcome) for each in records] == [
        ("Enkäten har påbörjats. Den är nu klar.", "done"),
        ("Brevet till föräldrarna gick ut i februari.", "done"),
    ]
    assert [each.section for each in records] == [2, 2]


def test_two_reported_in_one_sentence() -> None:
    records = found("Maj sade att skyltarna är uppsatta och att enkäten pågår.")
    assert [each.outcome for each in records] == ["done", "in_progress"]


def test_a_point_and_its_status_are_one() -> None:
    records = found("Punkt 3 Belysning i parken. Är klart sedan april.")
    assert [(each.text, each.outcome) for each in records] == [
        ("Punkt 3 Belysning i parken. Är klart sedan april.", "done")
    ]
