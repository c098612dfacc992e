"""How far a denial, a cause, a comparison or a word of another thing reaches into what a sentence says of problems."""

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.read import read
from pipeline.segment import segment
from tests.extract.mentioned import told


def outside(text: str) -> set[tuple[str, str]]:
    """What stands in no section, with its polarity."""
    return {
        (each.problem, each.polarity)
        for part in segment(read(text.encode(), ReadSettings(ocr="off")))
        for each in problem_mentions(part, judge_of(part))
        if each.section is None
    }


@pytest.mark.parametrize(
    ("sentence", "problem", "polarities"),
    [
        (
            "Klottret kommer tillbaka i tunneln, eftersom ingen har lagat lampan.",
            "klotter",
            {"positive"},
        ),
        (
            "Langarna står vid macken, eftersom det inte finns några kameror där.",
            "narkotika",
            {"positive"},
        ),
        ("Inga bränder har anlagts, eftersom soprummen är låsta.", "brand", {"negative"}),
        ("Cyklar stjäls vid badet, även om det inte anmäls lika ofta.", "cykelstold", {"positive"}),
        (
            "Grannarna störs av fester, därför att värden aldrig svarar i telefon.",
            "ordningsstorning",
            {"positive"},
        ),
        (
            "Personalen hade inget att säga utöver att skräp ligger kvar på gräset efter helgerna.",
            "nedskrapning",
            {"positive"},
        ),
        (
            "Föreningen hade inget nytt att berätta förutom att lösa hundar springer på ängen.",
            "hundar",
            {"positive"},
        ),
        (
            "Fastighetsskötaren har inga klagomål, bortsett från att klotter dyker upp i port 4.",
            "klotter",
            {"positive"},
        ),
        (
            "Skolan hade inget att klaga på och ingen skadegörelse har anmälts.",
            "skadegorelse",
            {"negative"},
        ),
        ("Två bilar brändes i april, därefter ingenting.", "brand", {"positive"}),
        ("Ett förråd bröts upp i mars, därefter inget mer.", "inbrott_annat", {"positive"}),
        (
            "Mopeder kör på gångvägen, där bommen inte stängs längre.",
            "trafik_buskorning",
            {"positive"},
        ),
        ("Rutor krossades på skolan, där larmet aldrig gick.", "skadegorelse", {"positive"}),
        (
            "Några tips om droghandel i parken, där det tidigare såldes öppet, har inte kommit in.",
            "narkotika",
            {"negative"},
        ),
        (
            "Äldre undviker parken, där ingen vågar gå efter mörkrets inbrott.",
            "otrygg_plats",
            {"positive"},
        ),
        ("Gångvägen går förbi panncentralen, där det är kolsvart.", "otrygg_plats", {"positive"}),
        (
            "Några rån har vi inte haft, och villainbrotten ligger på två i månaden.",
            "bostadsinbrott",
            {"positive"},
        ),
        ("Klottret är tillbaka, och bränderna har upphört.", "brand", {"negative"}),
        ("Tunneln är full av klotter, inga bränder har anmälts.", "klotter", {"positive"}),
        ("Tunneln är full av klotter, inga bränder har anmälts.", "brand", {"negative"}),
        ("Badplatsen är skräpig, inga ungdomar har setts där.", "nedskrapning", {"positive"}),
        ("Det har varit lugnt, inga personrån är anmälda.", "personran", {"negative"}),
        (
            "Skadegörelsen på torget ökar, källarinbrotten har däremot inte förekommit.",
            "skadegorelse",
            {"positive"},
        ),
        (
            "Skadegörelsen på torget ökar, källarinbrotten har däremot inte förekommit.",
            "inbrott_annat",
            {"negative"},
        ),
        ("Mobilen stals ur väskan i omklädningsrummet.", "stold_snatteri", {"positive"}),
        ("Fem mobiler har stulits på simhallen.", "stold_snatteri", {"positive"}),
        ("En firmabil stals på Kvarngatan.", "fordonsbrott", {"positive"}),
        ("Mobilen låg i bilen som stals.", "fordonsbrott", {"positive"}),
        (
            "Polisen hade statistiken med sig: snatterierna är uppe i fem om dagen.",
            "stold_snatteri",
            {"positive"},
        ),
        ("Klotter: inget har anmälts.", "klotter", {"negative"}),
        (
            "Villainbrotten har minskat, men vi har fler än grannkommunerna.",
            "bostadsinbrott",
            {"positive"},
        ),
        (
            "Skjutningen i grannkommunen har ingen koppling hit.",
            "gangkriminalitet_skjutning",
            set(),
        ),
        (
            "Efter skjutningen i grannkommunen är många oroliga för att det ska komma hit.",
            "gangkriminalitet_skjutning",
            {"positive"},
        ),
        ("I grannkommunen har narkotikahandeln ökat.", "narkotika", set()),
        ("Cannabis i skåpen är inget nytt, sade rektorn.", "narkotika", {"positive"}),
        ("Inget nytt klotter har synts.", "klotter", {"negative"}),
        (
            "Rektorn berättade att frånvaron är hög i nian, men att personalen inte har sett några tecken på droger.",
            "narkotika",
            {"negative"},
        ),
        ("Bostadsinbrott 0 i juli.", "bostadsinbrott", {"negative"}),
        ("Epaåket på kvällarna fortsätter.", "trafik_buskorning", {"positive"}),
        ("Diesel tappad ur två grävmaskiner.", "fordonsbrott", {"positive"}),
        ("Valborgsbrasan: elden tänds klockan 20.", "brand", set()),
        ("Det tas cyklar ur garagen i radhusen.", "cykelstold", {"positive"}),
        ("Resenärer hånas av ett par tonåringar på bussen.", "hot_trakasserier", {"positive"}),
        ("Inga fler rån har drabbat kiosken.", "ran_annat", {"negative"}),
        ("Tre lgh-inbrott i maj.", "bostadsinbrott", {"positive"}),
        ("Hyresgästerna sover dåligt av musiken från krogen.", "ordningsstorning", {"positive"}),
        ("Raketskjutningen på nyårsnatten skrämde många.", "fyrverkerier", {"positive"}),
        (
            "En tolvåring erbjöds att utföra uppdrag åt nätverket.",
            "gangkriminalitet_skjutning",
            {"positive"},
        ),
        ("Det hänger en sötaktig lukt i trapphuset varje kväll.", "narkotika", {"positive"}),
        (
            "Peter ser inget mönster förutom att det är där lamporna inte lyser.",
            "otrygg_plats",
            {"positive"},
        ),
        (
            "Det har påståtts att rån sker i parken. Polisen har inte ett enda sådant ärende.",
            "personran",
            {"negative"},
        ),
        ("Fokus på klotter och på skadegörelsen vid stationen.", "klotter", {"positive"}),
        (
            "Ett gäng pojkar som ingen känner skrämmer besökare vid entrén.",
            "ungdomsgang",
            {"positive"},
        ),
        (
            "Parken har blivit skräpig, och på kvällen vill en del inte gå dit längre.",
            "nedskrapning",
            {"positive"},
        ),
        ("Midsommarhelgen passerade utan buskörning.", "trafik_buskorning", {"negative"}),
        ("Inte ett spår av langarna vid macken i sommar.", "narkotika", {"negative"}),
        ("Det finns inget som tyder på skadegörelse.", "skadegorelse", {"negative"}),
        (
            "Villainbrotten är få men i radhusen tas det elcyklar ur carportarna.",
            "cykelstold",
            {"positive"},
        ),
        ("Motorsågar stals ur trädgårdsmaskinbutiken.", "fordonsbrott", set()),
    ],
)
def test_what_is_denied_of_which_problem(sentence: str, problem: str, polarities: set[str]) -> None:
    assert {polarity for each, polarity in told(sentence) if each == problem} == polarities


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Inga bostadsinbrott har anmälts av föreningens medlemmar i år.",
            {("bostadsinbrott", "negative")},
        ),
        (
            "Bråken på diskot har upphört sedan åldersgränsen höjdes.",
            {("ordningsstorning", "negative")},
        ),
        (
            "Butiksinbrotten har upphört sedan handlarna fick rökskydd.",
            {("inbrott_annat", "negative")},
        ),
    ],
)
def test_what_is_denied_is_what_the_sentence_names_and_nothing_akin(
    sentences: str, expected: set[tuple[str, str]]
) -> None:
    assert told(sentences) == expected


def test_notes_without_items_tell_of_problems_outside_sections() -> None:
    text = (
        "Infomöte den 4 mars 2015\n\n"
        "Måndagen den 4 mars bjöd styrelsen in till infomöte, ett fyrtiotal medlemmar kom.\n\n"
        "Två av tre är med i grannsamverkan, och det behövs, för sedan i somras har\nvi bl.a. haft:\n"
        "• Cyklar som stulits ur källargångarna.\n"
        "• Klotter.\n\n"
        "Inga bränder har däremot anlagts i området.\n"
    )
    found = outside(text)
    assert found == {
        ("cykelstold", "positive"), ("klotter", "positive"), ("brand", "negative")
    }  # fmt: skip


def test_labels_and_lists_of_persons_before_the_items_tell_of_no_problem() -> None:
    text = (
        "Brottsförebyggande rådet mot våld och narkotika\nDatum: 2015-03-04\n"
        "Närvarande: Maj Ek, Kvinnojouren mot våld, Ove Lund, Föreningen mot droger.\n\n"
        "1. Inledning\nMaj hälsade.\n"
    )
    assert outside(text) == set()
