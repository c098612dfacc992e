"""Which problems a section speaks of."""

from pathlib import Path

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.extract.taxonomy import taxonomy
from pipeline.read import read
from pipeline.segment import segment
from tests.extract.mentioned import mentions, told

SEED = Path(__file__).parents[2] / "corpus" / "hagersten-liljeholmen-2019-02-22.txt"
IDS = """personran ran_annat narkotika alkohol_langning skadegorelse klotter brand bostadsinbrott
inbrott_annat fordonsbrott cykelstold stold_snatteri bedrageri misshandel_vald vald_i_nara_relation
hot_trakasserier hedersrelaterat valdsbejakande_extremism ungdomsgang gangkriminalitet_skjutning
ordningsstorning tiggeri olovlig_bosattning nedskrapning trafik_buskorning otrygg_plats hemloshet
sexualbrott hatbrott fyrverkerier hundar annat"""


def test_the_taxonomy_holds_each_id_once_with_labels() -> None:
    problems = taxonomy()
    assert sorted(each.problem for each in problems) == sorted(IDS.split())
    assert all(each.label_sv and each.label_en for each in problems)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Personrånen mot unga ökar.", {"personran"}),
        ("Elever rånas av andra ungdomar på väg hem.", {"personran"}),
        ("Rånen mot butiker har blivit fler.", {"ran_annat"}),
        ("Narkotika och andra droger säljs öppet.", {"narkotika"}),
        ("Öl langas till elever vid kiosken.", {"alkohol_langning"}),
        ("Flera fönster krossades på skolan i helgen.", {"skadegorelse"}),
        ("Det klottras på stationshuset.", {"klotter"}),
        ("En anlagd bilbrand inträffade på Lövgatan.", {"brand"}),
        ("Under hösten anlades eld i två soprum.", {"brand"}),
        ("Villainbrotten ligger kvar på en hög nivå.", {"bostadsinbrott"}),
        ("Källarinbrotten minskar.", {"inbrott_annat"}),
        ("Stölderna ur bilar fortsätter.", {"fordonsbrott"}),
        ("Katalysatorer stjäls på pendlarparkeringen.", {"fordonsbrott"}),
        ("Cyklar stjäls vid badhuset.", {"cykelstold"}),
        ("Butikerna ser fler snatterier.", {"stold_snatteri"}),
        ("Äldre har utsatts för telefonbedrägerier.", {"bedrageri"}),
        ("Hot och våld förekommer på skolan.", {"hot_trakasserier", "misshandel_vald"}),
        ("Fler våldsbrott har anmälts.", {"misshandel_vald"}),
        ("Våld i nära relation anmäls oftare.", {"vald_i_nara_relation"}),
        ("Hedersrelaterat våld och förtryck ökar.", {"hedersrelaterat"}),
        ("Högerextremister har delat ut flygblad.", {"valdsbejakande_extremism"}),
        ("Ungdomarna som höll till i parken skapar otrygghet.", {"ungdomsgang"}),
        ("Två skjutningar har inträffat.", {"gangkriminalitet_skjutning"}),
        ("Ordningsstörningar har blivit vanligare.", {"ordningsstorning"}),
        ("Det påträngande tiggeriet fortsätter.", {"tiggeri"}),
        ("Olovliga bosättningar har uppmärksammats.", {"olovlig_bosattning"}),
        ("Nedskräpningen vid sjön ökar.", {"nedskrapning"}),
        ("Mopeder kör för fort på gångvägen.", {"trafik_buskorning"}),
        ("Gångtunneln är mörk och flera undviker den.", {"otrygg_plats"}),
        ("Personer utan bostad sover i trapphus.", {"hemloshet"}),
        ("En man blottar sig vid elljusspåret.", {"sexualbrott"}),
        ("Smällare kastas på perrongen.", {"fyrverkerier"}),
        ("Lösa hundar skrämmer barnen.", {"hundar"}),
        ("Äldre damer har fått sina handväskor ryckta på torget.", {"personran"}),
        ("Kassörskan på macken rånades under pistolhot.", {"ran_annat"}),
        ("Mobiltelefoner stjäls ur skåpen på högstadiet.", {"stold_snatteri"}),
        ("En man med kniv greps vid skolan.", {"misshandel_vald"}),
        ("Det handlas med hasch bakom idrottshallen.", {"narkotika"}),
        ("Tonåringar dricker i parken varje fredag.", {"alkohol_langning"}),
        ("Rutor har krossats i busskuren tre gånger.", {"skadegorelse"}),
        ("Toaletterna i parken är nedklottrade.", {"klotter"}),
        ("Någon tände på soptunnor vid förskolan.", {"brand"}),
        ("Det brann i två bilar natten till söndag.", {"brand"}),
        ("Villaägarna har drabbats av flera inbrott.", {"bostadsinbrott"}),
        ("Inbrott har skett i kyrkans förråd.", {"inbrott_annat"}),
        ("Äldre personer rings upp av personer som låtsas vara från banken.", {"bedrageri"}),
        ("Flera pensionärer har lurats på sina besparingar.", {"bedrageri"}),
        ("En ordningsvakt blev slagen i ansiktet.", {"misshandel_vald"}),
        ("En lärare har hotats av en förälder.", {"hot_trakasserier"}),
        ("Flickor kontrolleras av sina bröder på skolan.", {"hedersrelaterat"}),
        ("Nazistiska klistermärken har satts upp på lyktstolpar.", {"valdsbejakande_extremism"}),
        ("Ett ungdomsgäng skrämmer besökarna på biblioteket.", {"ungdomsgang"}),
        ("Ett gäng killar hänger utanför affären och skräms.", {"ungdomsgang"}),
        ("Boende hörde skott på lördagsnatten.", {"gangkriminalitet_skjutning"}),
        ("Kriminella rekryterar barn på skolan.", {"gangkriminalitet_skjutning"}),
        ("Fyllerister stör på stationen.", {"ordningsstorning"}),
        ("Personer tigger aggressivt utanför butikerna.", {"tiggeri"}),
        ("Ett läger med tält har vuxit fram i skogsdungen.", {"olovlig_bosattning"}),
        ("Det ligger skräp överallt efter helgerna.", {"nedskrapning"}),
        ("Vitvaror har dumpats längs skogsvägen.", {"nedskrapning"}),
        ("Bilisterna håller inte hastigheten på Skolgatan.", {"trafik_buskorning"}),
        ("Hemlösa sover i tvättstugan.", {"hemloshet"}),
        ("Belysningen på gångstigen är trasig sedan i höstas.", {"otrygg_plats"}),
        ("Kvinnor undviker gångtunneln på kvällarna.", {"otrygg_plats"}),
        ("Bangers smälls av på skolgården.", {"fyrverkerier"}),
        ("En lös hund har bitit ett barn.", {"hundar"}),
        ("Narkotikan har minskat men finns kvar i parken.", {"narkotika"}),
        ("Fyra bilar antändes på Hällvägen.", {"brand"}),
        ("Containrar har eldats upp två gånger.", {"brand"}),
        ("Tre ladugårdar har haft objudna gäster, diesel är borta.", {"inbrott_annat"}),
        ("Förråden i källaren blev åter uppbrutna.", {"inbrott_annat"}),
        ("Berusade karlar slåss vid kiosken.", {"ordningsstorning"}),
        ("Väktarna ingrep mot personer som stört ordningen.", {"ordningsstorning"}),
        ("Hissen har blivit nedklottrad.", {"klotter"}),
        ("Cyklar tas vid stationen.", {"cykelstold"}),
        ("Två cyklar är borta från stationen.", {"cykelstold"}),
        ("Mopeder har sladdat sönder gräset.", {"trafik_buskorning"}),
        ("Hundägare släpper sina djur på fotbollsplanen.", {"hundar"}),
        ("Flera boende går hellre en omväg.", {"otrygg_plats"}),
        ("Båda lokalerna har fått glaskross.", {"skadegorelse"}),
        ("En kvinna utsattes för väskryckning med våld.", {"personran"}),
        ("Bråken mellan de två grupperingarna har fortsatt.", {"gangkriminalitet_skjutning"}),
        ("Katalysatorer skärs av från bilar.", {"fordonsbrott"}),
        ("Falska bankmän ringer äldre.", {"bedrageri"}),
        ("Utombordare har försvunnit från fyra båtar.", {"stold_snatteri"}),
        ("Elever mobbas på nätet.", {"hot_trakasserier"}),
        ("Hets mot folkgrupp har anmälts två gånger.", {"hatbrott"}),
        ("Polisen berättar att rån mot ungdomar gått ner jämfört med förra året.", {"personran"}),
        ("Två väskor har ryckts av äldre kvinnor.", {"personran"}),
        ("Guldsmeden på Storgatan blev rånad i mars.", {"ran_annat"}),
        ("Droghandeln i centrum har flyttat inomhus.", {"narkotika"}),
        ("Sprutor hittas i buskarna vid förskolan.", {"narkotika"}),
        ("Oroande många niondeklassare uppger att de använt cannabis.", {"narkotika"}),
        ("Alkoholkonsumtionen bland unga minskar.", {"alkohol_langning"}),
        ("Kiosken säljer folköl till minderåriga.", {"alkohol_langning"}),
        ("Vandalismen på skolgården kostar mycket.", {"skadegorelse"}),
        ("En busskur slogs sönder i helgen.", {"skadegorelse"}),
        ("Tagg på gångbron och på skolans gavel.", {"klotter"}),
        ("En moped hittades utbränd i skogen.", {"brand"}),
        ("Soprumsbränderna har ökat.", {"brand"}),
        ("Tjuvar har varit i flera radhus.", {"bostadsinbrott"}),
        ("Källargångarna har haft inbrott varje vecka.", {"inbrott_annat"}),
        ("Verktyg försvinner ur hantverkarbilar.", {"fordonsbrott"}),
        ("Bildelar stjäls nattetid.", {"fordonsbrott"}),
        ("Ficktjuvar arbetar på marknaden.", {"stold_snatteri"}),
        ("Paket stjäls i trapphusen.", {"stold_snatteri"}),
        ("Köpmännen besväras av snattare.", {"stold_snatteri"}),
        ("Seniorer har blivit lurade via telefon.", {"bedrageri"}),
        ("Kortbedrägerier är vanligast bland äldre.", {"bedrageri"}),
        ("En 17-åring knivskars på torget.", {"misshandel_vald"}),
        ("Det var ett stort slagsmål efter matchen.", {"misshandel_vald"}),
        (
            "Tre kvinnor vistas på skyddat boende efter hot från sina män.",
            {"hot_trakasserier", "vald_i_nara_relation"},
        ),
        ("Bibliotekets personal får ta emot hot.", {"hot_trakasserier"}),
        ("Personalen på socialkontoret känner sig hotad.", {"hot_trakasserier"}),
        ("Unga flickor gifts bort under sommarlovet.", {"hedersrelaterat"}),
        ("Islamistisk extremism sprids på nätet bland ungdomar.", {"valdsbejakande_extremism"}),
        ("Ungdomarna på torget stökar och skriker.", {"ungdomsgang"}),
        ("En explosion inträffade i en port på Granvägen.", {"gangkriminalitet_skjutning"}),
        ("Det är oroligt runt krogen på helgerna.", {"ordningsstorning"}),
        ("Boende störs av fester på badplatsen.", {"ordningsstorning"}),
        ("Tiggare sitter utanför varje butik.", {"tiggeri"}),
        ("Husvagnar står uppställda på parkeringen sedan i maj.", {"olovlig_bosattning"}),
        ("Sopor slängs i dungen bakom skolan.", {"nedskrapning"}),
        ("Bilar kör alldeles för fort förbi förskolan.", {"trafik_buskorning"}),
        ("Mopedister kör på lekplatsen.", {"trafik_buskorning"}),
        ("Lampor saknas längs gångvägen till stationen.", {"otrygg_plats"}),
        ("Buskaget vid tunneln skymmer sikten.", {"otrygg_plats"}),
        ("Ett tiotal hemlösa vistas i parkeringshuset.", {"hemloshet"}),
        ("Flickor har utsatts för sexuella trakasserier på badet.", {"sexualbrott"}),
        ("Rasistiska klistermärken har satts upp.", {"hatbrott"}),
        ("Raketer sköts mot bussar på nyårsafton.", {"fyrverkerier"}),
        ("Hundar rastas utan koppel på lekplatsen.", {"hundar"}),
        ("Skolfrånvaron ökar i årskurs nio.", {"annat"}),
    ],
)
def test_inflections_compounds_and_descriptions(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == {(problem, "positive") for problem in expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandförsvaret Öst deltog i mötet.",
        "Räddningstjänsten har öppet hus på brandstationen.",
        "Lokala Brå i grannorten har bytt ordförande.",
        "Skolan håller på att skriva en narkotikapolicy.",
        "Ledstråken syns inte efter mörkrets inbrott.",
        "Drogförebyggande arbete bedrivs i alla klasser.",
        "En stöld- och inbrottsblankett finns på webbplatsen.",
        "Våldsregementet kom upp i diskussionen.",
        "Polisen inför nya rutiner i hela länet.",
        "Mötet drog ut på tiden.",
        "Ungdomar samlas på fritidsgården varje fredag.",
        "Polisen gör nedslag i centrum nästa vecka.",
        "Vattendroppar störde projektorn en stund.",
        "Polisen informerar om projektet mot bostadsinbrott.",
        "Föreläsning om näthat hålls den 4 maj.",
        "Fritidsgården hotas av nedläggning.",
        "Rådet besökte brandstationen.",
        "Trafikverket bygger om korsningen.",
        "Bo Brandt hälsade välkommen.",
        "Skolan har haft en temadag mot mobbning.",
        "Ordningsvakterna finns kvar till juni.",
        "Det nya cykelstället är på plats.",
        "Trygghetsvandringen går genom parken.",
        "Kvinnojouren presenterade sin verksamhet.",
        "Hundrastgården öppnar i maj.",
        "Nya soptunnor har satts ut.",
        "Majbrasan sköts av räddningstjänsten.",
        "Alla brinner för frågan.",
        "Fyra lampor i tunneln är bytta.",
        "Kommunen köper in brandfiltar.",
        "Mobbningsplanen revideras.",
        "Grannsamverkan mot inbrott startar i Ekbacken.",
        "Nolltolerans mot klotter gäller.",
        "Polisen genomför trafikkontroller i veckan.",
        "Socialtjänsten erbjuder stöd till våldsutsatta kvinnor.",
        "Kommunen tar fram en rutin för hot och våld.",
        "Klotterkonferensen anordnas av länsstyrelsen.",
        "Maj har tagit fram siffror över cykelstölder.",
        "Skyltar om koppeltvång ska sättas upp.",
        "Inga vapen har hittats vid skolan.",
        "Bo ringer kommunen om belysningen.",
        "Belysningen har bytts i parken.",
        "Polisen har en ny chef för narkotikaroteln.",
        "Brottsofferjouren söker volontärer.",
        "Rådet diskuterade hur föräldrar kan nås.",
        "Hotell Ekmo bjuder på lunch.",
        "Skolornas program mot mobbning utvärderas.",
        "Polisen delar ut broschyrer om bedrägerier på torget.",
        "Trafiknämnden beslutar om farthinder.",
        "Parkeringsplatserna målas om.",
        "Ungdomsrådet deltog i mötet.",
        "Ungdomar har målat planket.",
        "Stationsvärdarna står för tryggheten.",
        "Räddningstjänsten utbildar i brandsäkerhet.",
        "Stöldmärkning av cyklar erbjuds på lördag.",
        "Föreläsningen om alkohol hålls som vanligt i november.",
        "Nämndens yttrande över buskörningen på Storgatan.",
        "Gun fick höra att tvättstugan aldrig städas.",
    ],
)
def test_names_and_work_in_general_are_no_mention(sentence: str) -> None:
    assert told(sentence) == set()


def test_the_model_adds_a_problem_of_which_it_is_sure_beside_those_that_sayings_find() -> None:
    sentence = "Ett gäng pojkar tog mobiler av jämnåriga på väg hem, en av dem visade kniv."
    assert ("personran", "positive") in told(sentence)


def test_one_fact_is_one_problem() -> None:
    assert told("Källaren fick besök, inbrott i sju förråd.") == {("inbrott_annat", "positive")}


def test_mended_is_no_mention() -> None:
    assert told("Klottret på stationen är sanerat.") == set()


def test_one_mention_for_a_section_problem_and_polarity() -> None:
    found = mentions("Klottret ökar. Klottret stör alla. Inget klotter har anmälts i Norrby.")
    assert [(each.problem, each.polarity) for each in found] == [
        ("klotter", "positive"),
        ("klotter", "negative"),
    ]
    assert found[0].section == 2
    assert found[0].text == "Klottret ökar."
    assert [(each.field, each.quote) for each in found[0].evidence] == [("problem", "Klottret")]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Lägesbild", "Prioriterade områden 2019: narkotika, klotter och ungdomar."),
        ("Prioriterade områden", "De prioriterade områdena är narkotika och klotter."),
        ("Mål för 2020", "Rådet fastställer att narkotika och klotter ska vara prioriterade."),
        ("Prioriterade områden", "De prioriterade områdena är fortsatt narkotika och klotter."),
        ("Beslut", "Rådet enades om att prioritera narkotika under 2019."),
        ("Handlingsplan", "Rådet har tidigare arbetat med narkotika och bostadsinbrott."),
    ],
)
def test_names_in_a_priority_list_are_no_mention(title: str, sentence: str) -> None:
    assert told(sentence, title) == set()


def test_a_list_that_the_local_picture_upholds_says_that_the_problems_are_there() -> None:
    found = told(
        "De prioriterade områdena är fortsatt Liden, påträngande tiggeri och klotter.",
        "Lokala lägesbilden utifrån prioriterade områden",
    )
    assert found == {("tiggeri", "positive"), ("klotter", "positive")}


def test_a_heading_that_names_a_problem_counts_where_its_text_does_not_name_it() -> None:
    assert told("Maj visar bilder från fyra insatser.", "Bränder i soprum") == {
        ("brand", "positive")
    }
    assert told("Inga bränder har anmälts.", "Bränder i soprum") == {("brand", "negative")}


def test_seed() -> None:
    parts = segment(read(SEED.read_bytes(), ReadSettings(ocr="off")))
    found = {each.problem for part in parts for each in problem_mentions(part, judge_of(part))}
    assert found == {
        "personran",
        "valdsbejakande_extremism",
        "narkotika",
        "tiggeri",
        "olovlig_bosattning",
        "ungdomsgang",
        "hot_trakasserier",
        "misshandel_vald",
        "ordningsstorning",
    }
