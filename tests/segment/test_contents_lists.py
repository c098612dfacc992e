"""Contents lists and ranges in the head, which tell of items that a cut or flattened text shows few of."""

import pytest

from tests.segment.cut import meeting, outline

TALK = (
    "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "
    "Bostadsbolaget byter lås i två trappor och hör av sig när det är klart. "
)


def test_items_below_a_contents_list_that_the_text_s_end_cuts_off() -> None:
    text = (
        "Protokoll Ekmo trygghetsråd 2019-03-12\n\nInnehållsförteckning\n"
        "TR 7 Dagordning\nTR 8 Läget i Ekmo\nTR 9 Belysning\nTR 10 Nattvandring\nTR 11 Övrigt\n\n"
        f"TR 7 Dagordning\nDagordningen godkänns.\n\nTR 8 Läget i Ekmo\n{TALK}\n\nTR 9 Nya lampor\n{TALK}\n"
    )
    assert outline(text) == [
        ("TR 7", "Dagordning"), ("TR 8", "Läget i Ekmo"), ("TR 9", "Nya lampor"),
    ]  # fmt: skip


def test_items_below_a_contents_list_with_pages() -> None:
    text = (
        "Protokoll Ekmo trygghetsråd 2019-03-12\n\n"
        "1 Upprop...2\n2 Läget i Ekmo...2\n3 Belysning...3\n4 Övrigt...4\n\n"
        f"1 Upprop\nAlla är här.\n\n2 Läget i Ekmo\n{TALK}\n"
    )
    assert outline(text) == [("1", "Upprop"), ("2", "Läget i Ekmo")]


def test_an_item_above_the_list_that_it_holds() -> None:
    text = (
        "Protokoll Ekmo trygghetsråd 2019-03-12\n\n12 Beslutad ärendelista\n"
        "13 Läget i Ekmo...3\n14 Belysning...4\n15 Övrigt...5\n\n"
        f"13 Läget i Ekmo\n{TALK}\n\n14 Belysning\n{TALK}\n"
    )
    assert outline(text) == [
        ("12", "Beslutad ärendelista"), ("13", "Läget i Ekmo"), ("14", "Belysning"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told", ["Paragrafer 31-38", "Justerade paragrafer 31 38", "Paragrafer §§ 31–38", "§§ 31-38"]
)
def test_two_items_whose_numbers_the_head_gives(told: str) -> None:
    text = (
        f"Ekmo trygghetsråd 2019-03-12 Plats och tid Polishuset kl 13-15 Beslutande Maj Ek (S) Bo Li (M) {told} "
        f"Underskrifter Sekreterare Rut Alm Ordförande Maj Ek Justerande Bo Li 31 Dagordning Mötet godkänner den. {TALK} "
        f"32 Läget i Ekmo Kommunpolisen berättar om vintern. {TALK}{TALK}{TALK}"
    )
    assert [number for number, _ in outline(text)] == ["31", "32"]


def test_one_item_with_a_prefix_whose_number_the_head_gives() -> None:
    text = (
        f"Ekmo trygghetsråd 2019-03-12 Plats Polishuset Paragrafer 31-38 Närvarande Maj Ek (S) Bo Li (M) "
        f"TR 31 Dagordning Ordförande öppnar mötet. {TALK}{TALK}{TALK}"
    )
    assert [number for number, _ in outline(text)] == ["TR 31"]


def test_numbers_that_no_head_gives_are_no_items() -> None:
    text = (
        f"Ekmo trygghetsråd 2019-03-12 Plats Polishuset Närvarande Maj Ek (S) Bo Li (M) {TALK} "
        f"31 Lampor är släckta. {TALK}{TALK}"
    )
    assert outline(text) == []


def test_what_leads_a_decision_behind_a_title_is_no_part_of_it() -> None:
    text = (
        f"Ekmo trygghetsråd 2019-03-12 Plats Polishuset Närvarande Maj Ek (S) Bo Li (M) "
        f"1 Läget i Ekmo Beslut 1. Informationen noteras. {TALK} 2 Lampor på torget Beslut 1. Frågan tas upp i maj. {TALK} "
        f"3 Nattvandring Rådets beslut 1. Två grupper går. {TALK}{TALK}"
    )
    assert [title for _, title in outline(text)][:2] == ["Läget i Ekmo", "Lampor på torget"]


def test_pages_of_unlike_length_without_lines() -> None:
    names = "Maj Ek (S), ordförande Bo Li (M), vice ordförande Rut Alm (C), ledamot Per Frid (V), ersättare"
    first = (
        f"Nr 3 Ekmo trygghetsråd 2019-03-12 1(3) Plats och tid Polishuset i Ekmo, stora salen på plan 2, kl. 13.00-15.30 Beslutande {names} "
        "Utses att justera Bo Li Justeringens plats och tid Kommunhuset i Ekmo den 19 mars 2019 Paragrafer 7-9 Underskrifter Sekreterare Eva Ask "
        "Ordförande Maj Ek Justerande Bo Li ANSLAG/BEVIS Protokollet är justerat. Justeringen har tillkännagivits genom anslag på kommunens tavla. "
        "Organ Ekmo trygghetsråd Datum för anslags uppsättande 2019-03-20 Datum för anslags nedtagande 2019-04-12 Förvaringsplats för protokollet Kommunkontoret"
    )
    contents = (
        "Ekmo trygghetsråd 2019-03-12 2 Innehållsförteckning 7 Trygg vinter i Ekmo 3 8 Lampor på torget "
        "och vid skolan 4 9 Övriga frågor från ledamöterna i rådet 5"
    )
    body = f"Ekmo trygghetsråd 2019-03-12 3 7 Trygg vinter i Ekmo Rådet godkänner informationen. {TALK}{TALK}"
    text = f"{first}\n{contents}\n{body}\n"
    present = [b for b in meeting(text).blocks if b.field == "present"]
    assert [row[0].text[:6] for row in present[0].rows] == ["Maj Ek", "Bo Li ", "Rut Al", "Per Fr"]
    assert [number for number, _ in outline(text)] == ["7"]
