"""Statements on earlier actions and how they came out."""

import pytest

from models.meeting import FollowUp
from pipeline.config import ReadSettings
from pipeline.extract.follow_ups import follow_ups
from pipeline.read import read
from pipeline.segment import segment
from tests.extract.parts import part


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
        ("Maj har mejlat regionen två gånger men inte fått något svar.", "in_progress"),
        ("Kameraansökan: avslag från länsstyrelsen.", "dropped"),
        ("Bygglovet beviljades den 3 mars.", "done"),
        ("Svar från Trafikverket har ännu inte kommit.", "in_progress"),
        ("Hemsidan är uppdaterad.", "done"),
        ("Ingen har hört av sig om lokalen, Bo försöker igen i april.", "postponed"),
        ("Utdelningen av broschyrer blev av i november.", "done"),
        ("Förslaget om vakter röstades ned av styrelsen.", "dropped"),
        ("Åtgärdat.", "done"),
        ("Kvarstår.", "mentioned"),
        ("Belysning vid skolan: ej klart.", "in_progress"),
        ("Belysning vid skolan: klart.", "done"),
        ("Möte med fastighetsägarna: hölls 4/2.", "done"),
        ("Märta ringde kommunen om grusplanen.", "done"),
        ("Maj berättade att alla skolor har fått affischerna.", "done"),
        ("Nattvandringen kom aldrig igång på grund av för få anmälda.", "dropped"),
        ("Frågan om bommar vilar i väntan på kommunens budget.", "in_progress"),
        ("Broschyren trycks just nu.", "in_progress"),
        ("Platsbesöket får göras om i maj eftersom det var snö.", "postponed"),
        ("Enkäten skjuts på framtiden.", "postponed"),
        ("Soprummet har fått nytt lås.", "done"),
        ("Rådet har skickat skrivelsen till nämnden.", "done"),
        ("Väktarnas avtal löpte ut i december och förlängdes inte.", "done"),
        ("Reflexvästarna är inköpta och utdelade.", "done"),
        ("Kontakt är tagen med föreningen.", "done"),
        ("Trygghetsvandring: datum är satt till 4 maj.", "in_progress"),
        ("Mejllistan finns nu.", "done"),
        ("Bo fick inget gehör hos kommunen, så frågan stryks.", "dropped"),
        ("Tove har avsagt sig uppdraget och ingen annan vill ta över.", "dropped"),
        ("Ansökan är inlämnad, besked väntas i juni.", "in_progress"),
        ("Diskussionen om kameror togs upp igen men rådet var fortsatt oenigt.", "mentioned"),
        ("Städdagen hölls den 4 maj med 30 deltagare.", "done"),
        ("Vi väntar fortfarande på offerten.", "in_progress"),
        ("Förskjutet till oktober.", "postponed"),
        ("Tekniska kontoret meddelar att häcken är klippt.", "done"),
        ("Rektorn vill inte ha besök av hundpatrullen, så det blir inget.", "dropped"),
        ("Hemtjänsten fick broschyren i mars.", "done"),
        ("Kontakten med hamnen gav inget.", "done"),
        ("Till farthinder finns inte pengar, svarade kommunen.", "dropped"),
        ("Bommen – ok, vakten har nyckeln och väntar på besked om låset.", "done"),
        ("Affischen om lås är hos tryckeriet.", "in_progress"),
        ("En av bänkarna vid dammen är målad.", "in_progress"),
        ("Avverkningen är upphandlad och startar i maj.", "in_progress"),
        ("Kursen för vakter – första gruppen klar, resten i maj.", "in_progress"),
        ("Avtalet med vaktbolaget kan tecknas tidigast i september.", "postponed"),
        ("Rutinen drar ut på tiden och väntas till skolstarten i augusti.", "postponed"),
        ("Löpslingan intresserade ingen mer än Bo.", "dropped"),
        ("Skylten vid bryggan fick inte sättas upp utan bygglov.", "dropped"),
        ("Skyltning i korsningen – avfört, vägen är Trafikverkets.", "dropped"),
        ("Beslut om ordningsvakter fattades av länsstyrelsen i maj.", "done"),
        ("Mötet med rektorerna har flyttats fram till efter lovet.", "postponed"),
        ("Kartläggningen drar ut på tiden.", "in_progress"),
        ("Arbetsgruppen har träffats två gånger och fortsätter i höst.", "in_progress"),
        ("Grannsamverkan är igång på tre gator.", "done"),
        ("Maj har begärt in offerter.", "in_progress"),
        ("Utbildningen får vänta till våren.", "postponed"),
        ("Föreläsningen är genomförd och fick goda omdömen.", "done"),
        ("Trygghetsvandringen genomfördes inte på grund av regn.", "dropped"),
        ("Lokalen är hyrd från den 1 maj.", "done"),
        ("Ännu har ingen anmält sig till kursen.", "in_progress"),
        ("Frågan om belysning bereds av tekniska kontoret.", "in_progress"),
        ("Tekniska kontoret har lovat att laga staketet i maj.", "in_progress"),
        ("Staketet lagas i maj.", "in_progress"),
        ("Frågan är färdigbehandlad.", "done"),
        ("Buskarna är nedklippta.", "done"),
        ("Tjänsten som torgvärd är utlyst.", "in_progress"),
        ("Loppisen får vila, ingen ville hålla i den.", "dropped"),
        ("Siv mindes inte vad hon hade åtagit sig.", "mentioned"),
    ],
)
def test_outcomes_in_a_standing_item(sentence: str, outcome: str) -> None:
    assert outcomes(sentence) == [outcome]


@pytest.mark.parametrize(
    "title",
    [
        "Föregående mötes protokoll",
        "Sedan sist",
        "Uppföljning",
        "Beslutslogg",
        "Tidigare beslut",
        "Återkoppling",
        "Återkoppling från förra mötet",
        "Genomgång av vad som lovades i april",
        "Från sist",
        "Vad vi bestämde sist",
        "Avstämning av uppdrag",
    ],
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
        "Nattvandringen i februari blev inställd.",
        "Inga kvarstående punkter.",
        "Sekreteraren gick igenom anteckningarna.",
        "Det var inget att anmärka på.",
        "Den trasiga porten i 12:an är lagad.",
        "Maj Ek kontaktar skolan.",
        "Beslut: Bo Alm får i uppdrag att ringa hamnen.",
        "Vid bryggan är det tyst.",
        "Ekmo kommun   Lokala Brå   2019-03-01   Sida 2 (2)",
        "Ofta bullrade det runt kiosken i juli.",
        "Ljudet i trappan är fortfarande för högt.",
        "Ordföranden, som efterträtt Maj Ek, öppnar mötet.",
        "Lollo, som bytte namn i somras, antecknade.",
        "Bo visade foton av den målade muren.",
        "Protokollet från mars har inte återfunnits.",
        "Bo Alm ser över lamporna på Storgatan, klart till 15 april.",
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
        ("Skrivelsen är avsänd av Kadir, som det var sagt i november.", "done"),
        ("Avtalet, som rådet uppdrog åt henne att säga upp, är uppsagt.", "done"),
        ("Bo Alm har, enligt uppdraget från i våras, ordnat en föräldrakväll.", "done"),
        ("Beslutet från § 4 om en telefonlinje är verkställt.", "done"),
        ("Föreläsningen, planerad till september, blir av först den 14 november.", "postponed"),
        ("Annonsen, som vi kom överens om i juni, är inställd på grund av kostnaden.", "dropped"),
        ("Röjningen som beslutades i februari är beställd men inte utförd.", "in_progress"),
        ("Selim skulle höra med bolaget och har fått svar: inga nya bommar i år.", "done"),
        ("Fadumo skulle ordna en kurs; hon väntar på besked från ABF.", "in_progress"),
        ("Maj skulle beställa lampor och har beställt dem.", "done"),
        ("Maj skulle beställa lampor men har inte beställt dem.", "in_progress"),
        ("Kartan över mörka gångvägar är inte färdig, den läggs fram i januari.", "postponed"),
        ("Krogkollen på vårdshuset är framskjuten till april.", "postponed"),
        ("Bo skulle kontakta vägföreningen. Han har ringt och de kommer i maj.", "done"),
        ("Vid förra mötet bestämdes att skylten skulle bytas. Den är nu på plats.", "done"),
        ("Maj hann inte prata med rektorn men tar det i april.", "postponed"),
        ("Skylten som vi pratade om förra gången är uppe.", "done"),
        ("Uppdraget till Bo att ordna städdag är slutfört.", "done"),
        ("Rådets beslut i maj om vakter har verkställts.", "done"),
        ("Den utlovade lampan vid bron har inte kommit upp.", "in_progress"),
        ("Bo lovade i mars att fråga församlingen och har nu fått ja.", "done"),
        ("Maj har som bestämt kontaktat hamnen.", "done"),
        ("Inventeringen som Maj tog på sig är gjord.", "done"),
        ("Handlingsplanen, som beslutades i mars, har reviderats.", "done"),
        ("Maj hade åtagit sig att ringa skolan; det är gjort.", "done"),
        ("Som beslutades vid förra mötet har polisen och fältarna gått gemensamt.", "done"),
        ("Belysningen som utlovats är nu monterad.", "done"),
        ("Maj redovisade den enkät hon fick i uppdrag att göra i höstas.", "done"),
        ("Den städdag vi pratade om i våras blir den 4 maj.", "in_progress"),
        ("I enlighet med tidigare beslut har brevet skickats.", "done"),
        ("Lägret som bestämdes då hölls på ön i augusti.", "done"),
        ("Kiosken vi beslutade om har fått tak.", "done"),
        ("Klubbens förslag från i våras diskuterades.", "mentioned"),
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
        "Bo skulle vilja ha fler bänkar.",
        "Det skulle behövas en lampa vid porten.",
        "Om polisen skulle komma oftare vore det bra.",
        "Polisens nya lokaler är försenade till hösten.",
        "Kommunen har bytt lampor på Storgatan.",
        "Maj ska kontakta skolan.",
        "Polisen skulle behöva fler patruller.",
        "Antalet anmälda brott har inte ökat, enligt polisen.",
        "Polisen har gripit två personer.",
        "Nattvandrarna har börjat gå igen och det är uppskattat.",
        "Trygghetsvandringen blev inställd.",
        "Det bestämdes att byn ska ha städdag.",
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


def test_a_sentence_that_only_names_the_matter_goes_with_the_next() -> None:
    records = found("Genomgång av häckarna vid tunneln. Den är gjord.", "Gamla åtaganden")
    assert [(each.outcome, each.text) for each in records] == [
        ("done", "Genomgång av häckarna vid tunneln. Den är gjord.")
    ]


def test_a_question_and_what_answers_it_are_one() -> None:
    records = found("Staketet vid ån? Uppsatt i maj. Hur gick det med bommen? Ägaren har svarat.")
    assert [(each.text, each.outcome) for each in records] == [
        ("Staketet vid ån? Uppsatt i maj.", "done"),
        ("Hur gick det med bommen? Ägaren har svarat.", "done"),
    ]
    asked = found("Vad gör vi åt bommen? Ingen visste.", "Lägesbild")
    assert asked == ()


def test_what_is_left_goes_with_what_was_done() -> None:
    records = found("Bo har målat två av portarna. Kvarnvägen och Ågatan återstår.")
    assert [each.outcome for each in records] == ["in_progress"]


def test_when_the_council_meets_is_no_follow_up() -> None:
    assert found("Den 12 mars ställs in, vi ses den 9 april i stället.") == ()


def test_that_nobody_has_the_earlier_minutes_is_no_follow_up() -> None:
    assert found("Anteckningarna från det digitala mötet i höstas är borta.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Bryggan diskuterades inte.",
        "Ingen tog upp staketet.",
        "Loppisen togs inte upp vid mötet.",
        "Om ringlistan sades ingenting.",
    ],
)
def test_that_a_matter_was_not_spoken_of_is_no_follow_up(sentence: str) -> None:
    assert not found(sentence, "Uppföljning av beslut")


def test_a_point_and_its_status_are_one() -> None:
    records = found("Punkt 3 Belysning i parken. Är klart sedan april.")
    assert [(each.text, each.outcome) for each in records] == [
        ("Punkt 3 Belysning i parken. Är klart sedan april.", "done")
    ]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Gruppen skulle ta fram en affisch. Affischen är tryckt och utdelad.", "done"),
        ("Jonna skulle kolla med regionen. Hon har fått ut siffrorna.", "done"),
        ("Ruth skulle bjuda in kören. Hon hann inte men gör det till nästa möte.", "postponed"),
        ("Vid förra mötet bestämdes att skylten skulle bytas. Den är nu på plats.", "done"),
    ],
)
def test_what_somebody_was_to_do_and_the_sentence_that_tells_how_it_went(
    body: str, outcome: str
) -> None:
    for title in ("Sedan sist", "Övriga frågor"):
        assert [(each.text, each.outcome) for each in found(body, title)] == [(body, outcome)]


def test_what_somebody_was_to_do_alone_counts_in_a_standing_item_only() -> None:
    body = "Jonna skulle kolla med regionen om statistik."
    assert outcomes(body, "Sedan sist") == ["mentioned"]
    assert outcomes(body, "Lägesbild") == []


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Lyktan vid bryggan. Anmäld till kommunen 3/5, bytt i juli. Avslutad.", "done"),
        ("Lås till skjulet. Offert inhämtad, vi väntar på styrelsens svar.", "in_progress"),
        ("Vägvisare till hjärtstartaren. Inget har hänt. Flyttas fram till oktober.", "postponed"),
    ],
)
def test_entries_of_a_log_are_one_each(body: str, outcome: str) -> None:
    assert [(each.text, each.outcome) for each in found(body, "Sedan sist")] == [(body, outcome)]
    carried = f"Från april: {body}"
    assert [(each.text, each.outcome) for each in found(carried, "Läget")] == [(carried, outcome)]


def test_entries_of_a_log_before_the_first_item_have_no_section() -> None:
    records = follow_ups(
        part(
            "Trygghetsgruppen i Ekmo\nProtokoll 2023-09-20\nNärvarande: Maj Ek, Bo Alm\n\n"
            "Nr\tÄrende och läge\tAnsvar\n"
            "1\tFrån april: Lyktan vid bryggan. Bytt i juli. Avslutad.\tMaj\n"
            "2\tNy: Beställa ljusslingor till torget.\tBo\n\n"
            "Nästa möte\nSöndag 26 november kl 16.\n"
        )
    )
    assert [(each.outcome, each.section) for each in records] == [("done", None)]


@pytest.mark.parametrize("minutes", ["Protokollet från den 4 september", "Protokollet från juni"])
def test_an_item_without_a_heading_that_opens_with_the_earlier_minutes_is_a_standing_one(
    minutes: str,
) -> None:
    records = follow_ups(
        part(
            "Boenderådet den 9 oktober 2014\n\n§ 41 Mötet öppnades av Berit.\n\n"
            f"§ 42 {minutes} lästes upp. Skyltarna är uppsatta.\n\n"
            "§ 43 Lamporna är bytta.\n"
        )
    )
    assert [(each.text, each.section) for each in records] == [("Skyltarna är uppsatta.", 2)]


def test_what_only_says_that_earlier_actions_are_gone_through() -> None:
    opening = "Vi gick igenom besluten från i våras."
    told = "Låsen är bytta enligt Bo. Enkäten pågår ännu."
    assert outcomes(f"{opening} {told}") == ["done", "in_progress"]
    assert outcomes(f"{opening} {told}", "Läget") == ["done", "in_progress"]
    assert outcomes(f"Genomgång av det vi bestämde i mars. {told}", "Läget")[-1:] == ["in_progress"]
