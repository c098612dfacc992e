"""Who is bound by what stands under "Beslut", as a point of it, or under a title for what is to be done."""

import pytest

from tests.extract.held import found, told


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what the body that meets does itself is decided and nobody's task
        ("Beslut: Rådet behåller onsdagar som mötesdag.", [("decision", None)]),
        ("Beslut: Trygghetsrådet ansluter sig till nätverket Lugna hamnar.", [("decision", None)]),
        ("Beslut: Att rådet går med i kampanjen.", [("decision", None)]),
        ("Vi bestämde att gruppen har ett eget bord på torgdagen.", [("decision", None)]),
        ("Nattvandrarna beviljas 5 000 kronor.", [("decision", None)]),
        # who pays is what was decided; elsewhere somebody undertakes it
        ("Beslut: Kommunen delar kostnaden lika med bolaget.", [("decision", None)]),
        ("Bolaget bekostar låsen och Maj Ek redovisar priset till mötet i maj.", [("commitment", "Bolaget"), ("commitment", "Maj Ek")]),
        # a point without its label
        ("Bommen ska låsas. Att Bo Alm ordnar nyckeln.", [("decision", None), ("assignment", "Bo Alm")]),
        ("Beslut: att be hamnkaptenen räkna båtarna.", [("assignment", "hamnkaptenen")]),
        ("Beslut: att avstyrka förslaget till taxa.", [("decision", None)]),
        ("Beslut: Att ge Bo Alm i uppdrag att räkna lamporna, att redovisas i maj.", [("assignment", "Bo Alm")]),
        # what else was decided in the same sentence
        ("Rådet beslutar att bommen ska låsas på natten samt att kiosken hålls öppen.", [("decision", None), ("decision", None)]),
        ("Rådet beslutar att Lena Frisk får i uppdrag att räkna lamporna samt att skylten tas ned.", [("assignment", "Lena Frisk"), ("decision", None)]),
        # what somebody makes who is on no list
        ("Gunvor snickrar en hylla till klubben.", [("commitment", "Gunvor")]),
        # what a notice says or somebody sees to is theirs who does it
        ("Bo Alm sätter upp lappar om att porten ska hållas låst.", [("commitment", "Bo Alm")]),
        ("Maj Ek mejlar kommunen om att bommen ska flyttas.", [("commitment", "Maj Ek")]),
        ("Lena Frisk ser till att planket ska målas.", [("commitment", "Lena Frisk")]),
        ("Gruppen enades om att planket ska målas.", [("decision", None)]),
        # what somebody only wishes, or an answer that is put forward
        ("Lena Frisk vill att rådet bekostar nya västar.", [("proposal", None)]),
        ("Klubben önskar att gruppen köper två pumpar.", [("proposal", None)]),
        ("Maj Ek hade gärna sett att vi hyr en lokal.", [("proposal", None)]),
        ("Bo Alm vill att vi hyr en lokal. Alla höll med, så får det bli.", [("decision", None)]),
        ("Maj Ek tycker att vi ska skriva till bolaget.", [("proposal", None)]),
        ("Förslag till yttrande: rådet tillstyrker att bommen flyttas.", [("proposal", None)]),
        # bodies whose names no list knows, told as the doers of a decision
        ("Beslut: Att Granhus målar portarna under våren.", [("assignment", "Granhus")]),
        ("Rådet beslutar att Kvarn Bostäder sätter upp skyltar.", [("assignment", "Kvarn Bostäder")]),
        ("Beslut: Att klubben får ta fram ett schema.", [("assignment", "klubben")]),
        ("Polisen ska i stället räkna passagerna.", [("assignment", "Polisen")]),
        # bodies behind "ska"
        ("Därför ska kommunen besöka klubben.", [("assignment", "kommunen")]),
        ("I vår ska skolan och bolaget ordna en vandring.", [("assignment", "skolan och bolaget")]),
        ("Till hösten ska planket vara målat.", []),
        # offices and bodies that no list of roles knows
        ("Brottsförebyggaren får i uppdrag att räkna passagerna.", [("assignment", "Brottsförebyggaren")]),
        ("Kommunkansliet uppdras att skicka avtalet.", [("assignment", "Kommunkansliet")]),
        ("Byalaget och båtsällskapet ska märka båtarna.", [("assignment", "Byalaget och båtsällskapet")]),
        ("Beslut: Att samtliga skolor mäter sina skolvägar.", [("assignment", "samtliga skolor")]),
        # a measure with its time, by a body
        ("Bolaget låser tvättstugan nattetid från och med v. 9.", [("commitment", "Bolaget")]),
        ("Polisen besöker kiosken den 3 maj.", [("commitment", "Polisen")]),
        # who was named right before
        ("Lena Frisk har blad på somaliska. Hon delar ut en bunt på torget.", [("commitment", "Hon")]),
        ("Lena Frisk var bekymrad. På frågan lovade hon att planket målas.", [("commitment", "hon")]),
        ("Någon behöver höra med klubben, det får Bo Alm göra.", [("assignment", "Bo Alm")]),
        ("Maj och Bo träffas och skissar på en kväll för föräldrar.", [("commitment", "Maj och Bo")]),
    ],
)  # fmt: skip
def test_who_is_bound(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Det här gör vi", "Bevakningsbolaget lägger en extra rond.", [("commitment", "Bevakningsbolaget")]),
        ("Vem gör vad", "- Polisen står för blad om bedrägerier.", [("commitment", "Polisen")]),
        ("Vem gör vad", "- Boka salen i april", [("assignment", None)]),
        ("Så gör vi", "Bevakningsbolaget går en extra runda efter lunch.", [("commitment", "Bevakningsbolaget")]),
        ("Beslut", "Att skolan räknar cyklarna.", [("assignment", "skolan")]),
    ],
)  # fmt: skip
def test_titles_for_what_is_to_be_done(
    title: str, body: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(body, title) == expected


@pytest.mark.parametrize(
    ("body", "owner", "person"),
    [
        ("Bo Alm trodde att elen räcker, han lämnar besked till nästa möte.", "han", "Bo Alm"),
        ("Lena Frisk hade bladen slut, så hon trycker upp fler.", "hon", "Lena Frisk"),
        ("Kommunpolisen berättade om stölderna. Hon delar ut märkpennor på torget.", "Hon", "Maj Ek"),
        ("Lena F sammankallar en ny grupp.", "Lena F", "Lena Frisk"),
        ("Bosse sammankallar en ny grupp.", "Bosse", "Bo Alm"),
        ("Lena Frisk hade inte hunnit ringa, hon gör ett nytt försök på måndag.", "hon", "Lena Frisk"),
        ("Maj Ek ville ha fler vuxna, så Bo Alm sätter upp en lapp på macken.", "Bo Alm", "Bo Alm"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_or_a_short_form_means(body: str, owner: str, person: str) -> None:
    last = found(body)[-1]
    assert (last.kind, last.owner, last.owner_person) == ("commitment", owner, person)


def test_a_name_is_no_infinitive_in_a_list_of_tasks() -> None:
    assert told("- Lena ska mäta tunneln.\n- Boka hallen", "Att göra") == [
        ("assignment", "Lena"),
        ("assignment", None),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Bo Alm går igenom vårens anmälningar.",
        "Maj Ek läser upp ett brev från klubben.",
        "Bo Alm anmäler avvikande mening.",
        "Lena Frisk kompletterar med ett fall från hamnen.",
        "Maj Ek ersätter Siv Rask.",
        "Maj Ek återkommer till frågan om grinden, som hon drivit länge.",
        "Ingen vill att skolan ska låsa grinden.",
        "Vi bestämde inget men alla ska tänka.",
        "Idén om en bom diskuterades utan att rådet tog ställning.",
        "Enligt stadgarna ska rådet träffas fyra gånger.",
        "Butikerna ringer polisen när det blir stökigt.",
        "Bolaget byter portkoder varje halvår.",
        "Rektorn har slutat räkna rutorna, han byter dem.",
        "Beslut: Nästa möte hålls i skolans matsal.",
        "Folk blir rädda och hyresgästerna ringer både polis och värd.",
        "Bo Alm frågar hur siffrorna ser ut.",
        "Datum för nästa möte meddelas senare.",
    ],
)
def test_what_is_told_at_the_meeting_is_none(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Listan fastställs.",
        "Rådet fastställer sammanträdestiderna för våren.",
        "Siv Rask väljs.",
    ],
)
def test_formalities(body: str) -> None:
    assert told(body) == [("formality", None)]


def test_notes_that_are_laid_out_for_all_are_no_formality() -> None:
    assert told("Beslut: Anteckningarna läggs ut på webben.") == [("decision", None)]
