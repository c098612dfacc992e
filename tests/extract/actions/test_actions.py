"""What binds somebody: kinds, owners, deadlines, and what is no action."""

import pytest

from tests.extract.held import found, told


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # who it falls on
        ("Det får bli Bo Alm som lägger in den nya koden.", [("assignment", "Bo Alm")]),
        ("Maj Ek, som inte var där, blev den som ska fråga hamnen.", [("assignment", "Maj Ek")]),
        ("På Lena Frisk lades att hålla i kvällen.", [("assignment", "Lena Frisk")]),
        ("För tunneln svarar Lena Frisk.", [("assignment", "Lena Frisk")]),
        ("Brevet besvaras av ordföranden.", [("assignment", "ordföranden")]),
        ("Svaren sammanställs av Kaj Holm.", [("commitment", "Kaj Holm")]),
        ("Kaj Holm hemställer att kommunen anställer en vakt.", [("proposal", None)]),
        ("Kaj Holm sa sig kunna ordna fram två ledare.", [("commitment", "Kaj Holm")]),
        # what the body does together
        ("Vi köper fyra.", [("decision", "Vi")]),
        ("Vi kom fram till att bommen låses.", [("decision", None)]),
        ("Blomlådor ska vi ha igen.", [("decision", None)]),
        ("Beslut: Att rådet ställer sig bakom planen.", [("decision", None)]),
        ("Beslut: Att i övrigt notera informationen.", [("formality", None)]),
        # what somebody wants
        ("Kaj Holm vill låsa bommen nattetid.", [("proposal", None)]),
        ("Kunde man inte öppna tidigare? undrade Maj Ek.", [("proposal", None)]),
        # proposals that are decided at once
        ("Kaj Holm föreslog att bommen målas. Alla gillade det, beslöts så.", [("decision", None)]),
        ("Kaj Holm föreslog en lampa vid bommen och det sades ja till.", [("decision", None)]),
        ("Kaj Holm föreslog att bommen målas. Förslaget antogs enhälligt.", [("decision", None)]),
        ("Kaj Holm föreslog att bommen målas. Rådet beslutade inget.", [("proposal", None)]),
        # proposals in other words
        ("Eva Lind (M) väcker förslag om en kamera i tunneln.", [("proposal", None)]),
        ("Förslag från Kaj Holm att rådet skriver till regionen.", [("proposal", None)]),
        ("Kaj Holm framförde önskemålet att rampen görs bredare.", [("proposal", None)]),
        ("Lena kläckte uppslaget att hyra ut båtskjulet.", [("proposal", None)]),
        ("Eva Lind menade att badet skulle ha grindar mot vägen.", [("proposal", None)]),
        ("Kaj Holm ansåg att hallen skulle ha öppet längre.", [("proposal", None)]),
        # what is decided may be listed on the next line
        ("Beslut: Rådet fastställer följande prioriterade områden:\nhamnen, ensamma pensionärer och båtstölder.", [("decision", None)]),
        ("Lena lyfte tanken på att låta klubben måla bryggan.", [("proposal", None)]),
        ("Kaj Holm tipsade om att hyra in en vaktstuga.", [("proposal", None)]),
        # offers
        ("Bo Alm kan avvara två vaktmästare på söndagar.", [("commitment", "Bo Alm")]),
        ("Lena Frisk kan tänka sig att hålla i slöjdkvällen.", [("commitment", "Lena Frisk")]),
        ("Maj låter byta låset så fort bolaget har svarat.", [("commitment", "Maj")]),
        # whose deed it is: who opens the sentence, a group with its name, an office by its short name, a place beside the name
        ("Bo Alm ringer klubben och meddelar Lena vad de svarar.", [("commitment", "Bo Alm")]),
        ("Till nästa möte kontaktar även Maj båtklubben.", [("commitment", "Maj")]),
        ("Skolan gör en egen mätning, lovar Lena.", [("commitment", "Skolan")]),
        ("Beslut: Att arbetsgruppen Trygg hamn räknar lamporna.", [("assignment", "arbetsgruppen Trygg hamn")]),
        ("Tekniska pratar med sopbolaget.", [("commitment", "Tekniska")]),
        ("Greta på Udden pratar med fiskarna.", [("commitment", "Greta på Udden")]),
        ("Rådet hemställer att parknämnden byter bänkarna.", [("assignment", "parknämnden")]),
        ("Lena frågar klubben var de vill ha bänken.", [("commitment", "Lena")]),
        ("Alla hjälps åt med en städkväll.", [("commitment", "Alla")]),
        # reports, talk, questions, what is still under way, who gets the extract
        ("Maj vittnar om hårda ord vid kiosken.", []),
        ("Lena vädjar om fler vuxna.", []),
        ("Bo Alm söker fortfarande en lokal.", []),
        ("Rådet resonerar om bryggan ska vara stängd.", []),
        ("Vad ska vi ta tag i först?", []),
        ("Vid sammanträdet den 4 december uppdrogs åt skolan att räkna cyklarna.", []),
        ("Beslutet skickas till: Kultur- och fritidsnämnden", []),
        ("Kommunen bygger en ramp vid kajen, det stod i bladet.", []),
        ("Lena Frisk yrkar bifall till förslaget.", []),
        # formalities
        ("Till att skriva utsågs Lena.", [("formality", None)]),
        ("Protokollet justeras av Lena Frisk.", [("formality", None)]),
        ("Maj öppnar.", []),
        ("Ordföranden tackade och avslutade mötet kl. 18.15.", []),
        ("Eva Lind Kaj Holm ordförande sekreterare", []),
        ("Dagordningen, som låg på stolarna, fastställdes.", [("formality", None)]),
        ("Vårens protokoll var det ingen som hade något att invända mot.", [("formality", None)]),
        ("Med ett tillägg från skolan om isen fastställs dagordningen.", [("formality", None)]),
        ("Listan över ärenden godkändes.", [("formality", None)]),
        ("Utan erinran.", [("formality", None)]),
        ("Inget att erinra mot anteckningarna från i maj.", [("formality", None)]),
        ("Protokollet fick stå som det var.", [("formality", None)]),
        ("Kaj ombads skriva.", [("formality", None)]),
        ("Bo Alm åtog sig protokollet.", [("formality", None)]),
        ("Beslut: Fastställs med det tillägget att § 9 tas sist.", [("formality", None)]),
        ("Styrelsen beviljades ansvarsfrihet.", [("formality", None)]),
        ("Till ny kassör valdes Bo Alm.", [("decision", None)]),
        ("Bo Alm åtog sig att skriva ett brev till bolaget.", [("commitment", "Bo Alm")]),
        # decisions
        ("Rådet beslutar att köpa in reflexvästar.", [("decision", None)]),
        ("Rådet beslutar att bilda en arbetsgrupp för sommaren.", [("decision", None)]),
        ("Beslut: Reflexvästar köps in.", [("decision", None)]),
        ("Beslut: Rådet antar handlingsplanen.", [("decision", None)]),
        ("En anslagstavla ska sättas upp vid affären.", [("decision", None)]),
        ("Fritidsgården ska tillfrågas.", [("decision", None)]),
        ("Rådet enades om att narkotika är prioriterat.", [("decision", None)]),
        ("Personrånen ska göras till en prioritering.", [("decision", None)]),
        ("Utkastet skickas ut till alla.", [("decision", None)]),
        # assignments
        ("Preventionssamordnaren får i uppdrag att undersöka tiderna.", [("assignment", "Preventionssamordnaren")]),
        ("Rådet beslutar att ge Bo Alm i uppdrag att ringa skolan.", [("assignment", "Bo Alm")]),
        ("Rådet uppdrar åt polisen att redovisa statistiken.", [("assignment", "polisen")]),
        ("Polisen ska ta fram statistik.", [("assignment", "Polisen")]),
        ("Beslut: Att fritidsgården tar fram ett schema.", [("assignment", "fritidsgården")]),
        ("Bo Alm ska tillsammans med polisen kontakta skolan.", [("assignment", "Bo Alm")]),
        ("Det bestämdes att Bo Alm ringer hamnen.", [("assignment", "Bo Alm")]),
        ("Uppdrag: Lena Frisk sammanställer enkäten.", [("assignment", "Lena Frisk")]),
        ("Kommunen ska kontaktas av Bo Alm.", [("assignment", "Bo Alm")]),
        ("Mötet beslutade att Lena Frisk tar fram en inbjudan.", [("assignment", "Lena Frisk")]),
        ("Rådet uppdrar åt Lena Frisk och Bo Alm att skriva ett brev.", [("assignment", "Lena Frisk och Bo Alm")]),
        ("Lena Frisk och Bo Alm ska skriva ett brev.", [("assignment", "Lena Frisk och Bo Alm")]),
        # commitments
        ("Bo Alm kontaktar skolan.", [("commitment", "Bo Alm")]),
        ("Polisen bokar in ett möte med handlarna.", [("commitment", "Polisen")]),
        ("Lena återkommer med förslag.", [("commitment", "Lena")]),
        ("Kaj tar med sig frågan.", [("commitment", "Kaj")]),
        ("Maj Ek åtar sig att ringa hamnen.", [("commitment", "Maj Ek")]),
        ("Till nästa möte kontaktar Lena skolan.", [("commitment", "Lena")]),
        ("Bo Alm kollar upp priset och återkommer.", [("commitment", "Bo Alm")]),
        ("Bo Alm och Lena tar tillsammans fram ett förslag.", [("commitment", "Bo Alm och Lena")]),
        ("Var och en frågar i sin egen förening.", [("commitment", "Var och en")]),
        ("BA kontaktar skolan.", [("commitment", "BA")]),
        ("Alla skickar sina synpunkter till Kaj.", [("commitment", "Alla")]),
        # proposals
        ("Bo Alm föreslår att rådet skickar ett brev.", [("proposal", None)]),
        ("Det föreslås att mötena flyttas till eftermiddagar.", [("proposal", None)]),
        ("Belysningen vid stationen bör ses över.", [("proposal", None)]),
        ("Förslag på en gemensam vandring framfördes.", [("proposal", None)]),
        # formalities
        ("Dagordningen godkändes.", [("formality", None)]),
        ("Föregående protokoll lades till handlingarna.", [("formality", None)]),
        ("Till att justera dagens protokoll utses Bo Alm.", [("formality", None)]),
        ("Informationen antecknas till protokollet.", [("formality", None)]),
        ("Godkändes.", [("formality", None)]),
        (
            "Dagordningen godkändes och föregående protokoll lades till handlingarna.",
            [("formality", None), ("formality", None)],
        ),
    ],
)  # fmt: skip
def test_kind_and_owner(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Polisen informerar om läget.",
        "Maj Ek berättar att polisen ska öka närvaron i sommar.",
        "Fältgruppen besöker skolorna varje vecka.",
        "Kommunstyrelsen beslutade i mars att avsätta medel.",
        "Polisen håller medborgardialog den 23 oktober.",
        "Klotter blir inget eget område.",
        "Inga beslut fattades.",
        "Syftet är att ungdomar ska trivas.",
        "Finns det någon förening som vill hjälpa till?",
        "Det tål att tänkas på, sa Maj Ek.",
        "Rådet instämmer.",
        "Lena Frisk slutar sista december.",
        "Lena Frisk skulle ta fram en lista, den är inte klar.",
        "Kommunpolisen lämnar en muntlig redogörelse.",
        "Bo Alm ska på konferens i Karlstad.",
        "Räddningstjänsten flyttar till nya lokaler i höst.",
        "Vid rådets sammanträde i september uppdrogs åt Lena Frisk att hämta in anbud.",
        "Maj Ek läste upp brevet, i vilket Lions erbjuder sig att betala jackorna.",
        "Kaj Holm vill veta vad det kostar.",
        "Rådet diskuterade hur arbetet ska organiseras.",
        "Bo Alm ansvarar för skolans trygghetsarbete.",
        "Tidigare prioriteringar ligger fast.",
        "Avtalet ska gälla till och med den 31 december.",
        "Skyltarna som Bo skulle sätta upp är uppsatta.",
        "Lamporna är utbytta.",
        "Enligt tidigare beslut ska lamporna bytas.",
        "Kommunfullmäktige ska ta ställning till budgeten i juni.",
        "Bo frågade när lamporna ska bytas.",
        "Ingen har kontaktat skolan.",
        "Ordföranden ställer de två yrkandena mot varandra.",
        "Ska trappan rivas blir det dyrt.",
        "Frånvaro anmäls till kansliet senast den 3 mars.",
        "Bo Alm ansåg att det borde ha handlat om skolan.",
        "Ingenting bestämdes.",
        "Mötet avslutas klockan 11.",
        "Nästa möte är den 10 maj.",
        "Eva tackade för ett bra möte.",
        "Kaj Holm övertar klubban medan ordföranden är ute.",
        "Eva Lind lämnar över klubban till Kaj Holm.",
        "Kaj Holm lämnar sitt uppdrag vid nyår; klubben väljer själv sin ersättare.",
        "Eva Lind redovisar hur andra föreningar ordnar sig.",
        "Eva Lind grunnar över om hamnen klarar sig utan vakt.",
        "Alla var överens om att någonting borde ske snart.",
        "Kaj Holm och en väktare finns fortfarande i hallen om lördagarna.",
        "Avtalet omfattar rutor och lås på bottenplanet.",
        "Fastighetsverket bestämmer i höst om magasinet ska rivas.",
        "Rutiner ska enligt länsstyrelsen skrivas av alla skolor.",
        "Somliga ville flytta grinden.",
        "Lena Frisk.",
    ],
)
def test_reports_routine_and_other_bodies_are_none(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Läget diskuterades.\n\nBeslut\natt köpa västar\natt byta lampor",
        "Läget diskuterades.\n\n**Beslut**\natt köpa västar\natt byta lampor",
        "Läget diskuterades.\n\nBeslut:\natt köpa västar\natt byta lampor",
        "Rådet beslutar\natt köpa västar, och\natt byta lampor.",
    ],
)
def test_each_att_clause_of_a_decision_is_one(body: str) -> None:
    assert told(body) == [("decision", None), ("decision", None)]


@pytest.mark.parametrize(
    "task",
    [
        "Bo Alm får i uppdrag, tillsammans med klubben, att räkna båtarna.",
        "Bo Alm fick i uppdrag, trots att han var sjuk, att räkna båtarna.",
        "Rådet uppdrog åt Bo Alm, som har båt, att räkna dem.",
    ],
)
def test_what_stands_between_the_task_and_its_att_is_a_part_of_it(task: str) -> None:
    assert [each.text for each in found(task)] == [task]


def test_under_the_heading_beslut_points_are_decisions() -> None:
    assert told("Läget diskuterades.\n\nBeslut:\n- Västar köps in.\n- Bo Alm ringer skolan.") == [
        ("decision", None),
        ("assignment", "Bo Alm"),
    ]
    assert told("Läget diskuterades.\n\nRådets beslut\nRådet antar planen.") == [("decision", None)]


def test_a_sentence_with_several_doers_is_several_actions() -> None:
    assert told("Bo Alm kontaktar skolan och Maj Ek ringer hamnen.") == [
        ("commitment", "Bo Alm"),
        ("commitment", "Maj Ek"),
    ]


def test_each_doer_that_gets_a_task_in_one_decision_has_an_action_of_its_own() -> None:
    body = "Rådet beslutar att ge Bo Alm i uppdrag att ringa skolan samt att ge Maj Ek i uppdrag att ringa hamnen."
    assert told(body) == [("assignment", "Bo Alm"), ("assignment", "Maj Ek")]


def test_several_actions_in_a_paragraph_each_with_its_own_sentence() -> None:
    records = found(
        "Läget är lugnt. Bo Alm kontaktar skolan. Cyklar stjäls. Polisen ska ta fram statistik."
    )
    assert [each.text for each in records] == [
        "Bo Alm kontaktar skolan.",
        "Polisen ska ta fram statistik.",
    ]


def test_what_is_proposed_and_then_decided_is_one_record() -> None:
    body = "Bo Alm föreslår att reflexvästar köps in. Rådet beslutar att köpa in reflexvästar."
    assert told(body) == [("decision", None)]
    body = "Bo Alm föreslår att reflexvästar köps in.\n\nBeslut: Reflexvästar köps in."
    assert told(body) == [("decision", None)]
    body = "Förslaget är att köpa reflexvästar.\n\nRådet beslutar enligt förslaget."
    assert told(body) == [("decision", None)]


def test_a_rejected_proposal_stays_a_proposal() -> None:
    assert told("Bo Alm föreslår att grinden låses. Yrkandet avslås.") == [("proposal", None)]


@pytest.mark.parametrize("lead", ["Förslag till beslut", "Förslag"])
def test_under_a_proposal_s_heading(lead: str) -> None:
    assert told(f"Läget diskuterades.\n\n{lead}\n- Grinden låses om natten.") == [
        ("proposal", None)
    ]


@pytest.mark.parametrize(
    ("owner", "person"),
    [
        ("Bo Alm", "Bo Alm"),
        ("Lena", "Lena Frisk"),
        ("Rektorn", "Bo Alm"),
        ("Preventionssamordnaren", "Lena Frisk"),
        ("Ordföranden", "Eva Lind"),
        ("Sekreteraren", "Kaj Holm"),
        ("Kommunpolis Maj Ek", "Maj Ek"),
        ("ME", "Maj Ek"),
        ("Polisen", None),
        ("Alla", None),
        ("Bo och Lena", None),
    ],
)
def test_an_owner_is_resolved_to_the_one_attendee_meant(owner: str, person: str | None) -> None:
    (record,) = found(f"{owner} kontaktar skolan.")
    assert (record.owner, record.owner_person) == (owner, person)


def test_owner_and_deadline_behind_the_task() -> None:
    (record,) = found("En broschyr ska tryckas. Ansvarig: Lena. Klart v. 12.")
    assert (record.kind, record.owner, record.owner_person) == ("decision", "Lena", "Lena Frisk")
    assert record.due_text == "v. 12"


def test_a_proposal_s_label_holds_for_all_its_numbered_points() -> None:
    body = "Förslag till beslut: 1. Kommunen söker tillstånd för vakter. 2. Bo Alm får i uppdrag att följa upp det."
    assert [each.kind for each in found(body)] == ["proposal", "proposal"]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Bo Alm föreslår att rådet köper blomkrukor. Beslut: Sex blomkrukor köps in.", ["decision"]),
        ("Bo Alm föreslår att bommen låses. Mötet beslutar i enlighet med Alms förslag.", ["decision"]),
        ("Bo Alm vill pröva ronder på natten. Det beslutas att ronder ska prövas i mars.", ["decision"]),
        ("Bo Alm yrkar att gångtunneln stängs. Beslut: Lamporna i gångtunneln tvättas.", ["proposal", "decision"]),
        ("Bo Alm yrkar att vakter anlitas vid kajen. Rådet avslår yrkandet. Beslut: Kaj Holm tar fram en text om vakterna.", ["proposal", "assignment"]),
    ],
)  # fmt: skip
def test_a_proposal_that_is_decided_is_one_record_with_the_decision(
    body: str, kinds: list[str]
) -> None:
    assert [each.kind for each in found(body)] == kinds


def test_who_is_given_a_task_under_another_word() -> None:
    (task,) = found("Beslut: Att ge Maj Ek uppgiften att skriva ihop en text till boende.")
    assert (task.kind, task.owner) == ("assignment", "Maj Ek")
