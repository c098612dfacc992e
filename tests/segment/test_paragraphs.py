"""Lines of an item's body joined to paragraphs and cut into sentences."""

import pytest

from models.segmented import Paragraph
from tests.segment.cut import meeting

Told = list[tuple[str, str, str | None]]


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n§ 1 Inledning\nMaj hälsade.\n\n§ 2 Läget\n{body}\n"
    return meeting(text).sections[1].paragraphs


def told(body: str) -> Told:
    return [(each.kind, each.view.text, each.lead) for each in paragraphs(body)]


def sentences(body: str) -> list[str]:
    return [each.text for paragraph in paragraphs(body) for each in paragraph.sentences]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Polisen berättar att cyklarna som stjäls vid\nstationen brukar hittas i skogen.",
            [("body", "Polisen berättar att cyklarna som stjäls vid stationen brukar hittas i skogen.", None)],
        ),
        (
            "Gruppen fastställer följande områden:\nTorget, ensamma pensionärer och båtstölder.",
            [("body", "Gruppen fastställer följande områden: Torget, ensamma pensionärer och båtstölder.", None)],
        ),
        (
            "Gruppen talade länge om vad som är viktigast just nu i hela området.\n\nVi fokuserar nu på följande:\nKlotter på tre stationer\nHot och våld\nParken vid ån",
            [
                ("body", "Gruppen talade länge om vad som är viktigast just nu i hela området.", None),
                ("heading", "Vi fokuserar nu på följande:", None),
                ("body", "Klotter på tre stationer", "Vi fokuserar nu på följande"),
                ("body", "Hot och våld", "Vi fokuserar nu på följande"),
                ("body", "Parken vid ån", "Vi fokuserar nu på följande"),
            ],
        ),
        ("Planen fast-\nställdes.", [("body", "Planen fastställdes.", None)]),
        ("Vi har gång-\noch cykelvägar.", [("body", "Vi har gång- och cykelvägar.", None)]),
        ("Polisen har sett att\n\fcyklar stjäls.", [("body", "Polisen har sett att cyklar stjäls.", None)]),
        ("Polisen har sett att\n\ncyklar stjäls.", [("body", "Polisen har sett att cyklar stjäls.", None)]),
        ("Lugnt.\n\nStökigt.", [("body", "Lugnt.", None), ("body", "Stökigt.", None)]),
        ("a) Cyklar\nb) Lampor", [("item", "Cyklar", None), ("item", "Lampor", None)]),
        ("- Cyklar\n- Lampor", [("item", "Cyklar", None), ("item", "Lampor", None)]),
        (
            "Mycket är stulet.\na) Cyklar\nb) Lampor",
            [("body", "Mycket är stulet.", None), ("item", "Cyklar", None), ("item", "Lampor", None)],
        ),
        (
            "Ekonomi: a) kassan b) bidrag c) lån",
            [("body", "Ekonomi:", None), ("item", "kassan", None), ("item", "bidrag", None), ("item", "lån", None)],
        ),
        ("Vem\tVad\nBo\tringer", [("row", "Vem Vad", None), ("row", "Bo ringer", None)]),
        (
            "Läget är lugnt i hela området just nu.\n\nBeslut:\n- Cyklar märks.\n- Lampor byts.",
            [
                ("body", "Läget är lugnt i hela området just nu.", None),
                ("heading", "Beslut:", None),
                ("item", "Cyklar märks.", "Beslut"),
                ("item", "Lampor byts.", "Beslut"),
            ],
        ),
    ],
)  # fmt: skip
def test_paragraphs(body: str, expected: Told) -> None:
    assert told(body) == expected


def test_hard_wrapped_paragraphs_end_where_the_secretary_ended_them() -> None:
    body = (
        "Polisen berättar att cyklarna som stjäls vid stationen brukar\n"
        "hittas i skogen. Det är lugnt.\n"
        "Skolan berättar att eleverna som brukar samlas vid kiosken nu\n"
        "har flyttat till parken."
    )
    assert [each.view.text for each in paragraphs(body)] == [
        "Polisen berättar att cyklarna som stjäls vid stationen brukar hittas i skogen. Det är lugnt.",
        "Skolan berättar att eleverna som brukar samlas vid kiosken nu har flyttat till parken.",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lugnt. Stökigt i går.", ["Lugnt.", "Stökigt i går."]),
        ("Bl.a. stjäls cyklar kl. 22.30 varje kväll.", ["Bl.a. stjäls cyklar kl. 22.30 varje kväll."]),
        ("Cyklar, mopeder m.m. Polisen spanar.", ["Cyklar, mopeder m.m.", "Polisen spanar."]),
        ("Det kostar 900 kr. Bo köper en.", ["Det kostar 900 kr.", "Bo köper en."]),
        ("Högst 900 kr. 3 lampor räcker.", ["Högst 900 kr. 3 lampor räcker."]),
        ("Mötet hålls den 3. maj på skolan.", ["Mötet hålls den 3. maj på skolan."]),
        ("Vem ringer? Bo gör det!", ["Vem ringer?", "Bo gör det!"]),
        ("Vi har ingen bil. Bo ringer.", ["Vi har ingen bil.", "Bo ringer."]),
        ("Listan följer som bil. 2 till brevet.", ["Listan följer som bil. 2 till brevet."]),
    ],
)  # fmt: skip
def test_sentences(body: str, expected: list[str]) -> None:
    assert sentences(body) == expected


def test_a_struck_line_is_no_paragraph() -> None:
    assert told("Lugnt.\n\n~~Bo ringer skolan.~~\n\nKlart.") == [
        ("body", "Lugnt.", None),
        ("body", "Klart.", None),
    ]


def test_the_side_column_of_initials_is_left_out() -> None:
    text = (
        "Protokoll Lokala Brå Ekmo 2019-03-01\n\n§ 1 Läget\tAnsvar\nBo ringer skolan.\tBA\n"
        "Maj köper lampor.\tME\n\n§ 2 Övrigt\tAnsvar\nInget nytt.\tME\n"
    )
    body = " ".join(each.view.text for each in meeting(text).sections[0].paragraphs)
    assert body.endswith("Bo ringer skolan. Maj köper lampor.")


def test_a_full_line_that_ends_in_a_colon_leads_nothing() -> None:
    body = (
        "Efter omröstningen räknades lapparna och rådets tre områden blev de här:\n"
        "Kvarnplan, klottret samt ensamma äldre."
    )
    ((kind, text, lead),) = told(body)
    assert (kind, text, lead) == ("body", body.replace("\n", " "), None)
