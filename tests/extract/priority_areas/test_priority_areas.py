"""What a document declares as prioritised, and what it only speaks of."""

import pytest

from models.meeting import PriorityArea
from pipeline.config import ReadSettings
from pipeline.extract.priority_areas import priority_areas
from pipeline.read import read
from pipeline.segment import segment


def found(body: str, title: str = "Handlingsplan") -> tuple[PriorityArea, ...]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n\n3. Övrigt\nInget.\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    records = tuple(each for part in segment(document) for each in priority_areas(part))
    for each in records:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return records


def names(body: str, title: str = "Handlingsplan") -> list[str]:
    return [each.name for each in found(body, title)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("De prioriterade områdena är Vikparken, ungdomar och narkotika.", ["Vikparken", "ungdomar", "narkotika"]),
        ("De prioriterade områdena i överenskommelsen är fortsatt Vikparken och klotter.", ["Vikparken", "klotter"]),
        ("Prioriterade områden 2019: narkotika, klotter", ["narkotika", "klotter"]),
        ("Rådet har sedan tidigare två fokusområden: narkotika och klotter.", ["narkotika", "klotter"]),
        ("Gruppen enades om att prioritera narkotika och klotter. Snatteri och trafik föll bort i omröstningen.", ["narkotika", "klotter"]),
        ("Kommunstyrelsen har prioriterat skolnärvaro och trafik.", []),
        ("Att göra\tVem\tNär\nFråga om reglerna för narkotika och klotter\tMaj\t4 maj\nPrioritera bland tunnlar och parker\tBo\t9 maj", []),
        ("Prioriterade områden 2019:\n- narkotika\n- klotter\n- unga i riskzon", ["narkotika", "klotter", "unga i riskzon"]),
        ("Fokusområden:\n1. Narkotika\n2. Klotter", ["Narkotika", "Klotter"]),
        ("Årets fokusområden är trygghet i centrum samt bedrägerier mot äldre.", ["trygghet i centrum", "bedrägerier mot äldre"]),
        ("Under fem huvudområden – Trygghet. – Narkotika. – Klotter.", ["Trygghet", "Narkotika", "Klotter"]),
        ("Narkotika, klotter och ungdomar i riskzon är prioriterade områden.", ["Narkotika", "klotter", "ungdomar i riskzon"]),
        ("De lokala problem som prioriteras under 2019 är narkotika och klotter.", ["narkotika", "klotter"]),
        ("Prioriterat område 2019 är klotter.", ["klotter"]),
        ("Gruppen enades om att prioritera narkotika och klotter.", ["narkotika", "klotter"]),
        ("Rådet fastställer att stationsområdet och narkotika ska vara prioriterade under 2020.", ["stationsområdet", "narkotika"]),
    ],
)  # fmt: skip
def test_declarations(body: str, expected: list[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Efter ett samtal i smågrupper, där nio ämnen kom upp, enades rådet om följande: hamnen, klotter och unga utan jobb.",
         ["hamnen", "klotter", "unga utan jobb"]),
        ("Rådet har sedan tidigare två fokusområden: torget och bedrägerier mot äldre. De ligger fast tills vidare.",
         ["torget", "bedrägerier mot äldre"]),
        ("Därefter fördelades arbetet: Maj ringer skolan, Bo skriver till polisen och Eva bokar salen.", []),
    ],
)  # fmt: skip
def test_what_follows_a_colon_under_a_title_of_priorities(body: str, expected: list[str]) -> None:
    assert names(body, "Fokusområden 2018-2019") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Beslut: Gruppen fastställer följande fokusområden för 2018 och 2019:\nHamnparken, ungdomar utan jobb och stölder ur bilar.",
         ["Hamnparken", "ungdomar utan jobb", "stölder ur bilar"]),
        ("Rådet fastställer följande prioriterade områden för nästa år:\nbusstorget, ensamma äldre, stölder ur bilar", ["busstorget", "ensamma äldre", "stölder ur bilar"]),
        ("Som prioriterade områden för kommande period beslutades:\nvillainbrott,\nnyanlända ungdomar och\nSödra torget.", ["villainbrott", "nyanlända ungdomar", "Södra torget"]),
        ("Till slut stannade rådet för tre prioriterade områden:\nhamnen om natten\nunga utan jobb\nfalska fakturor", ["hamnen om natten", "unga utan jobb", "falska fakturor"]),
        ("Rådets beslut\n1. Rådet fastställer följande prioriterade områden: Södra torget, falska fakturor och unga under 15 år.\n2. Lena får i uppdrag att skriva en plan.",
         ["Södra torget", "falska fakturor", "unga under 15 år"]),
        ("Prioriterade områden 2020\nFylleri i centrum\nUnga vuxna med missbruk\nLekparken Ugglan", ["Fylleri i centrum", "Unga vuxna med missbruk", "Lekparken Ugglan"]),
    ],
)  # fmt: skip
def test_a_list_on_the_lines_under_its_lead(body: str, expected: list[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kvar blev Kullaparken och droger. Rådet beslutade att de två är prioriterade områden.", ["Kullaparken", "droger"]),
        ("Högst kom Strandvägen, bedrägerier och fylleri. Vi bestämde att de tre är våra fokusområden.", ["Strandvägen", "bedrägerier", "fylleri"]),
        ("Flera nämnde Strandvägen, bedrägerier och fylleri. Dessa diskuteras vidare som fokusområden.", []),
    ],
)  # fmt: skip
def test_what_a_declaration_points_back_at(body: str, expected: list[str]) -> None:
    assert names(body) == expected


def test_a_table_that_tells_each_area_s_level() -> None:
    table = "1) Maj visade tabellen.\nOmråde\tNivå\tAnsvarig\nCykelstölder\tPrioriterat\tBo\nKlotter\tBevakas\t-\nUnga 12–15 år\tPrioriterat\tLena"
    assert [(each.name, each.area_kind) for each in found(table)] == [
        ("Cykelstölder", "problem"),
        ("Unga 12–15 år", "group"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Årets fokusområden är unga (främst killar och tjejer på högstadiet), Åparken (inklusive bryggan) och spel.",
         ["unga (främst killar och tjejer på högstadiet)", "Åparken (inklusive bryggan)", "spel"]),
        ("Rådet beslutade att prioritera rån (14 röster), Åparken (polisen) och spel.", ["rån", "Åparken", "spel"]),
        ("Prioriterade områden:\n- barn 12-15 år på glid\n- Åparken (ny)", ["barn 12-15 år på glid", "Åparken"]),
        ("Årets teman är äldre, hamnen och sena bussturer samt nätbrott.", ["äldre", "hamnen och sena bussturer", "nätbrott"]),
        ("Fokusområden 2020 är oro och rädsla, häleri, tjejer på nätet och Åparken.", ["oro och rädsla", "häleri", "tjejer på nätet", "Åparken"]),
        ("Rådet beslutade att prioritera Åparken, eftersom den är mörk och ödslig, ungas spelande, som ökat mest, och häleri.", ["Åparken", "ungas spelande", "häleri"]),
        ("Som fokusområden valdes \"Lugna kvällar och helger\", \"Unga på väg\" och \"Åparken\".", ["Lugna kvällar och helger", "Unga på väg", "Åparken"]),
    ],
)  # fmt: skip
def test_what_belongs_to_a_name(body: str, expected: list[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Efter omröstning prioriterar rådet följande tre områden:\nHäleri - det säljs stulet på loppisen varje söndag och ingen anmäler.\nÅparken - där är mörkt, och lamporna har varit trasiga sedan våren.\nunga på glid - skolan ser allt fler som inte kommer på lektionerna.",
         ["Häleri", "Åparken", "unga på glid"]),
        ("Arbetet drivs i tre spår. Spår 1: Häleri Spår 2: Unga på glid Spår 3: Åparken", ["Häleri", "Unga på glid", "Åparken"]),
        ("Fokusområden:\n• Häleri\n  Kartläggs av polisen under våren.\n• Unga på glid\n  Skolan tar fram siffror.", ["Häleri", "Unga på glid"]),
        ("Planen antogs. Prioriterade områden är\n1. Häleri. Ansvarig är polisen.\n2. Åparken. Ansvarig är parkenheten.", ["Häleri", "Åparken"]),
        ("Motivering\tPrioriterat område\tBeslutat\nMånga anmälningar\tHäleri\t2019-03-05\nMörkt\tGångvägen vid ån\t2019-03-05", ["Häleri", "Gångvägen vid ån"]),
        ("Punkt\tBeslut\tAnm\nPrioriterat i höst\tHäleri, stölder ur båtar och bryggan vid Ekudden\tEnhälligt\nAvgift\tOförändrad\t", ["Häleri", "stölder ur båtar", "bryggan vid Ekudden"]),
    ],
)  # fmt: skip
def test_areas_with_more_told_of_each(body: str, expected: list[str]) -> None:
    assert names(body) == expected


def test_what_was_collected_to_choose_from_is_none() -> None:
    body = "På tavlan samlades idéer: buller, stölder, droger, hundar och skräp. Efter omröstningen valde gruppen två prioriterade områden för hösten: stölder ur båtar och buller vid badet."
    assert names(body, "Prioriterat nästa år") == ["stölder ur båtar", "buller vid badet"]


def test_what_an_item_is_about_is_none() -> None:
    body = "Särskilt om cykelstölder, Norra parken och ensamkommande."
    assert names(body, "Samtal om prioriterade områden 2018") == []


def test_a_list_under_the_title() -> None:
    assert names("- narkotika\n- klotter", "Prioriterade områden 2019") == ["narkotika", "klotter"]


@pytest.mark.parametrize(
    "body",
    [
        "Prioriterade områden diskuterades.",
        "Polisen berättade om narkotika och klotter.",
        "Förslag: de prioriterade områdena ska vara narkotika och klotter.",
        "Förra årets prioriterade områden var narkotika och klotter.",
        "Regeringens prioriterade områden är terrorism och gängbrott.",
        "Polisens prioriterade områden är trafik och narkotika.",
        "Skolan prioriterar läsning.",
        "Trafik blir inte ett av de prioriterade områdena.",
        "Uppgifterna fördelas så här:\n\nMaj Ek kassör\n\nBo Lind Kontakten med skolan\n\nEva Gran Hemsidan",
        "Vi fördelade ansvaret på följande vis:\n- Maj Ek: Ungdomar\n- Bo Lind: Belysning\n- Eva Gran: Trafik",
    ],
)
def test_what_is_only_discussed_recalled_or_another_s_is_none(body: str) -> None:
    assert names(body) == []


def test_where_a_list_is_narrowed_the_last_step_counts() -> None:
    body = (
        "Prioriterade områden efter första rundan: narkotika, klotter, trafik, cykelstölder och bedrägerier.\n\n"
        "Som de tre största valdes narkotika, klotter och bedrägerier."
    )
    assert names(body) == ["narkotika", "klotter", "bedrägerier"]


def test_a_list_that_is_cut_down_to_some() -> None:
    body = "Beredningen hade sju frågor. Efter diskussion begränsar rådet sig till tre: häleri, hamnen och unga utan jobb."
    assert names(body, "Prioriteringar 2020") == ["häleri", "hamnen", "unga utan jobb"]


def test_a_point_keeps_its_whole_name_and_no_reason() -> None:
    body = (
        "Rådet fastställer följande fokusområden:\n- Ungdomsrån, eftersom de ökar varje höst.\n"
        "- Norra torget och busstationen\n- Hot och våld på krogen\n- Nyanlända kvinnor, som sällan nås."
    )
    assert names(body) == [
        "Ungdomsrån",
        "Norra torget och busstationen",
        "Hot och våld på krogen",
        "Nyanlända kvinnor",
    ]


def test_what_a_survey_s_answers_put_first_is_not_declared() -> None:
    body = "De tre viktigaste frågorna enligt dem som svarade var nedskräpning, buskörning och klotter."
    assert names(body, "Enkäten") == []


def test_an_area_named_twice_is_one() -> None:
    body = (
        "De prioriterade områdena är narkotika och klotter.\n\nNarkotika är ett prioriterat område."
    )
    assert [name.lower() for name in names(body)] == ["narkotika", "klotter"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Vikparken", "place"),
        ("Ekmo centrum", "place"),
        ("ungdomar", "group"),
        ("unga i riskzon", "group"),
        ("våldsbejakande extremism", "problem"),
        ("bedrägerier mot äldre", "problem"),
        ("trygghet i offentlig miljö", "problem"),
        ("unga som säljer narkotika", "group"),
        ("seniorer som utsätts för telefonbedragare", "problem"),
        ("sömnproblem bland pojkar i mellanstadiet", "problem"),
        ("lågstadiebarn med långa skoldagar", "group"),
        ("barnfrid", "problem"),
        ("tryggheten kring Nytorpsgränd", "place"),
        ("båtplatserna vid sundet", "place"),
        ("framkomligheten på Storgatan", "problem"),
    ],
)
def test_kinds_of_area(name: str, kind: str) -> None:
    areas = found(f"De prioriterade områdena är klotter och {name}.")
    assert {each.name: each.area_kind for each in areas} == {"klotter": "problem", name: kind}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Prioriterade områden 2020\n• Narkotika\n• Stationsparken\n",
            ["Narkotika", "Stationsparken"],
        ),
        (
            "Fokusområden: klotter, Västra torget och unga vuxna\n",
            ["klotter", "Västra torget", "unga vuxna"],
        ),
        ("Prioriterade områden\tKlotter\nPlats\tStora salen\n", ["Klotter"]),
        ("Närvarande:\n• Anna Ek, polisen\n• Bo Li, rektor\n", []),
        ("Prioriterade områden 2020\nSe bilaga.\n", []),
        ("Dagordning\n6. Prioriterade områden\n7. Frågor från golvet\n8. Rundvandring\n", []),
    ],
)
def test_a_list_in_the_head_of_the_document(head: str, expected: list[str]) -> None:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n{head}\n1. Inledning\nMaj hälsade.\n\n2. Övrigt\nInget.\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    assert [a.name for part in segment(document) for a in priority_areas(part)] == expected
