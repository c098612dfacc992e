"""Which action a follow-up speaks of, and how each action stands."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.link.follow_ups import SURE, link_follow_ups
from pipeline.link.ledger import ledger
from pipeline.link.rows import ActionRow, FollowUpRow, Link, MeetingRow
from pipeline.link.states import action_states

FIRST, SECOND, THIRD = date(2019, 2, 1), date(2019, 5, 3), date(2019, 9, 6)
ACTIONS = {
    "survey": "Bo Alm får i uppdrag att kartlägga personrånen och redovisa resultatet vid nästa möte.",
    "walk": "Maj Ek bjuder in hyresgästerna till en trygghetsvandring i Ekbacken i april.",
    "locks": "AB Ekmohus får i uppdrag att se över låsen till soprummen på Granvägen.",
    "leaflet": "Räddningstjänsten tar fram ett informationsblad till de boende innan vintern.",
    "light": "Maj Ek och Bo Alm får i uppdrag att ta fram ett belysningsförslag till nästa möte.",
}
OWNERS = {"survey": "Bo Alm", "walk": "Maj Ek", "locks": "AB Ekmohus"}


def action(
    key: str, text: str, on: date = FIRST, kind: str = "assignment", meeting: str = "a-1"
) -> ActionRow:
    return ActionRow(key, meeting, on, kind, text, OWNERS.get(key), None, "Åtgärder")


def answer(
    key: str, text: str, on: date = SECOND, outcome: str = "done", meeting: str = "b-1"
) -> FollowUpRow:
    return FollowUpRow(key, meeting, on, outcome, text)


GIVEN = [action(key, text) for key, text in ACTIONS.items()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kartläggningen av personrånen är inte klar utan redovisas i februari.", "survey"),
        ("Trygghetsvandringen i Ekbacken hölls den 14 april.", "walk"),
        ("Låsen till soprummen på Granvägen är bytta.", "locks"),
        ("Informationsbladet är tryckt och delas ut under mars.", "leaflet"),
        ("Belysningsförslaget är fortfarande under arbete.", "light"),
        ("Förslaget om belysning är klart.", "light"),
    ],
)
def test_inflection_and_compounds(text: str, expected: str) -> None:
    links = link_follow_ups(GIVEN, [answer("f", text)])
    assert links["f"].action_id == expected
    assert 0 < links["f"].score <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Cykelställen vid simhallen är uppsatta.",
        "Ärendet har avslutats.",
        "Polisen har redovisat läget.",
        "Hyresgästerna har fått besked om sophämtningen.",
        "",
    ],
)
def test_what_speaks_of_no_known_action_stays_without_one(text: str) -> None:
    assert link_follow_ups(GIVEN, [answer("f", text)]) == {}


def test_the_meeting_at_which_something_is_told_is_not_what_it_is_of() -> None:
    given = [
        action("guards", "Siv ska utreda om väktare behövs på bussterminalen."),
        action("cellars", "Bo ska gå igenom källargångarna till septembersammanträdet."),
    ]
    told = answer("f", "Utredningen om väktare lämnades vid septembersammanträdet.", on=THIRD)
    assert link_follow_ups(given, [told])["f"].action_id == "guards"


def test_a_street_alone_is_never_sure() -> None:
    told = answer("f", "Mötet med fastighetsägarna på Granvägen hölls i maj.")
    assert all(link.score < SURE for link in link_follow_ups(GIVEN, [told]).values())


def test_what_stands_before_an_action_is_said_of_it_too() -> None:
    texts = {"lamp": "Bo Alm ser till att den byts.", "dogs": "Maj Ek tar upp det med kommunen."}
    before = {
        "lamp": "Vid ishallen är belysningen trasig.",
        "dogs": f"Vid ishallen är belysningen trasig. {texts['lamp']} Hundar springer lösa i Ekbacken.",
    }
    given = [replace(action(key, text), context=before[key]) for key, text in texts.items()]
    for told, expected in (
        ("Det lyser igen utanför ishallen.", "lamp"),
        ("Kommunen har skyltat om lösa hundar.", "dogs"),
    ):
        assert link_follow_ups(given, [answer("f", told)])["f"].action_id == expected


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Maj Ek ordnar en bom vid infarten.", "Bommarna är uppe."),
        ("Två viltkameror köps in.", "Kamerorna är på plats."),
        ("Bo Alm startar en SSPF-grupp.", "SSPF är i gång igen."),
    ],
)
def test_forms_that_the_dictionary_does_not_join(task: str, told: str) -> None:
    given = [action("task", task), action("walk", ACTIONS["walk"])]
    assert link_follow_ups(given, [answer("f", told)])["f"].action_id == "task"


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Maj Ek ordnar en gårdsfest i juni.", "Kalaset blev av, sextio kom."),
        ("Bo Alm börjar med nattvandring i hamnen.", "Vandrarlaget har gått tre fredagar."),
        ("Ett elljusspår anläggs i skogen.", "Motionsslingan är klar."),
        ("Maj Ek bjuder in en talare om bluffsamtal.", "Hur man blir lurad i telefon lärde sig åttio åhörare."),
        ("Polisen talar med årskurs 8 om näthat.", "Åttorna har haft besök."),
        ("Bjuda in sexan till en samling.", "Träffen för årskurs 6 drog fullt hus."),
        ("Parkenheten fäller träden i dungen.", "Granarna är nedsågade."),
        ("Biblioteket håller öppet på fredagar.", "Fredagskvällarna är välbesökta."),
    ],
)  # fmt: skip
def test_other_words_for_the_same(task: str, told: str) -> None:
    given = [action("task", task), action("locks", ACTIONS["locks"])]
    assert link_follow_ups(given, [answer("f", told)])["f"].action_id == "task"


def test_when_a_thing_is_to_be_done_says_not_what_it_is() -> None:
    given = action("task", "Bo Alm ordnar en bil till midsommar.")
    told = answer("f", "Grinden monterades till midsommar.")
    assert link_follow_ups([given, action("walk", ACTIONS["walk"])], [told]) == {}


@pytest.mark.parametrize("name", ["Maj Ek", "Bo", "K-G"])
def test_an_owner_who_is_named_first_is_enough(name: str) -> None:
    told = answer("f", f"{name} har tagit kontakt med samtliga.")
    given = replace(action("walk", ACTIONS["walk"]), owner=name)
    assert link_follow_ups([given], [told])["f"].action_id == "walk"


def test_two_that_fit_alike_are_not_guessed_between() -> None:
    twins = [
        action("north", "Maj Ek kontaktar hyresvärden om belysningen."),
        action("south", "Bo Alm kontaktar skolan om belysningen."),
    ]
    assert link_follow_ups(twins, [answer("f", "Belysningen är lagad.")]) == {}


def test_of_a_decision_and_who_carries_it_out_the_likelier_is_linked() -> None:
    given = [
        action("bench", "Rådet beslutar att en bänk ska ställas vid ån.", kind="decision"),
        action("who", "Bo Alm målar bänken."),
    ]
    links = link_follow_ups(given, [answer("f", "Bänken vid ån är målad.")])
    assert links["f"].action_id in {"bench", "who"}


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Gården har öppet varje tisdag.", "Tisdagskvällarna har dragit fullt hus."),
        ("Bo Alm spelar schack med dem på lördagarna.", "Lördagsschacket är igång."),
    ],
)
def test_a_weekday_of_every_week_tells_what_it_is(task: str, told: str) -> None:
    given = [action("task", task), action("other", "Maj Ek köper reflexvästar.")]
    assert link_follow_ups(given, [answer("f", told)])["f"].action_id == "task"


def test_a_set_phrase_is_no_word_of_an_action() -> None:
    given = [action("tree", "Maj Ek tar hand om muren innan fallet vid ån.")]
    assert link_follow_ups(given, [answer("f", "Fem personer har i alla fall svarat.")]) == {}


def test_only_earlier_meetings_and_no_formalities() -> None:
    text = "Låsen till soprummen på Granvägen är bytta."
    assert link_follow_ups([action("late", ACTIONS["locks"], THIRD)], [answer("f", text)]) == {}
    assert link_follow_ups([action("same", ACTIONS["locks"], SECOND)], [answer("f", text)]) == {}
    formal = action("formal", ACTIONS["locks"], kind="formality")
    assert link_follow_ups([formal], [answer("f", text)]) == {}


def test_a_bundle_follows_up_its_own_first_meeting() -> None:
    given = action("locks", ACTIONS["locks"], SECOND, meeting="b-1")
    follow_up = answer("f", "Låsen till soprummen på Granvägen är bytta.", meeting="b-2")
    assert link_follow_ups([given], [follow_up])["f"].action_id == "locks"
    assert link_follow_ups([given], [answer("f", follow_up.text, meeting="c-2")]) == {}


def test_a_chain_leads_back_to_the_same_action() -> None:
    links = link_follow_ups(
        GIVEN,
        [
            answer("f", "Kartläggningen av personrånen pågår.", SECOND, "in_progress"),
            answer("g", "Kartläggningen av personrånen är redovisad.", THIRD, "done", "c-1"),
        ],
    )
    assert {key: link.action_id for key, link in links.items()} == {"f": "survey", "g": "survey"}


def states(
    outcomes: list[tuple[date, str]], later: list[tuple[date, str]], kind: str = "assignment"
) -> str:
    given = action("x", "Bo Alm ringer hamnen.", kind=kind)
    meetings = [MeetingRow("a-1", FIRST, "protokoll")]
    meetings += [MeetingRow(f"m{n}-1", day, kind) for n, (day, kind) in enumerate(later)]
    answers = [
        FollowUpRow(f"f{n}", f"m{n}-1", day, outcome, "Hamnen.")
        for n, (day, outcome) in enumerate(outcomes)
    ]
    links = {each.follow_up_id: Link("x", 0.8) for each in answers}
    return action_states(meetings, [given], answers, links)["x"]


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        (["in_progress"], "reported"),
        (["postponed"], "reported"),
        (["mentioned"], "reported"),
        (["done"], "done"),
        (["dropped"], "dropped"),
        (["postponed", "done"], "done"),
        (["done", "in_progress"], "done"),
        (["done", "postponed"], "done"),
        (["dropped", "in_progress"], "reported"),
        (["done", "mentioned"], "done"),
    ],
)
def test_the_last_that_says_how_it_goes_decides(outcomes: list[str], state: str) -> None:
    dated = list(zip((SECOND, THIRD), outcomes, strict=False))
    assert states(dated, [(SECOND, "protokoll"), (THIRD, "protokoll")]) == state
    assert states(dated[::-1], [(THIRD, "protokoll")]) == state


def test_silent_needs_a_later_protocol() -> None:
    assert states([], []) == "open"
    assert states([], [(SECOND, "kallelse")]) == "open"
    assert states([], [(date(2018, 11, 1), "protokoll")]) == "open"
    assert states([], [(SECOND, "protokoll")]) == "silent"
    assert states([], [(SECOND, "minnesanteckningar")]) == "silent"


def test_a_formality_is_over_when_it_is_noted() -> None:
    assert states([], [(SECOND, "protokoll")], kind="formality") == "done"


def possible(key: str, text: str, probability: float = 0.1) -> FollowUpRow:
    return replace(answer(key, text), probability=probability)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Låsen till soprummen på Granvägen är bytta.", "locks"),
        ("Tjugo hyresgäster kom på Maj Eks trygghetsvandring i Ekbacken.", "walk"),
        ("Polisen har stått på torget.", None),
    ],
)
def test_what_may_be_a_follow_up_is_one_where_an_action_fits(
    text: str, expected: str | None
) -> None:
    link = link_follow_ups(GIVEN, [possible("f", text)]).get("f")
    assert (link and link.action_id) == expected


def test_what_speaks_of_a_problem_is_less_likely_a_follow_up() -> None:
    told = possible("f", "Personrånen vid stationen har minskat.")
    either = [
        link_follow_ups(GIVEN, [replace(told, problem=each)]).get("f") for each in (True, False)
    ]
    scores = [link.score if link else 0.0 for link in either]
    assert scores[0] <= scores[1]


def test_what_may_be_a_follow_up_needs_more_than_what_is_one() -> None:
    text = "Informationsbladet kom i november."
    assert link_follow_ups(GIVEN, [answer("f", text)])["f"].action_id == "leaflet"
    sure = link_follow_ups(GIVEN, [answer("f", text)])["f"].score
    told = link_follow_ups(GIVEN, [possible("f", text)]).get("f")
    assert told is None or told.score < sure


def test_what_may_be_a_follow_up_needs_more_beside_one_of_the_same_action() -> None:
    stated = answer("s", "Låsen till soprummen på Granvägen är bytta.")
    weak, strong = "Ett av soprummen har fått lås.", "AB Ekmohus har bytt lås i två soprum."
    for text in (weak, strong):
        assert link_follow_ups(GIVEN, [possible("f", text)])["f"].action_id == "locks"
    assert link_follow_ups(GIVEN, [possible("f", weak), stated]).keys() == {"s"}
    assert link_follow_ups(GIVEN, [possible("f", strong), stated]).keys() == {"s", "f"}


@pytest.mark.parametrize("text", ["Sinikkas folder är tryckt.", "Sinikka har tryckt foldern."])
def test_an_owner_is_known_by_the_first_name_alone_also_in_the_genitive(text: str) -> None:
    given = [
        replace(action("folder", "Sinikka Rask tar fram en folder om stöd."), owner="Sinikka Rask"),
        replace(action("other", "Bo Alm tar fram en folder om vägar."), owner="Bo Alm"),
    ]
    assert link_follow_ups(given, [answer("f", text)])["f"].action_id == "folder"


def test_a_sentence_on_two_actions_is_two_follow_ups() -> None:
    first, second = (
        "Låsen till soprummen är bytta",
        "Maj har bjudit in hyresgästerna till vandringen.",
    )
    rows = [
        answer("f", f"{first} och {second}", outcome="in_progress"),
        possible("q0", first),
        possible("q1", second),
    ]
    links = link_follow_ups(GIVEN, rows)
    assert {key: link.action_id for key, link in links.items()} == {"f": "locks", "q1": "walk"}
    assert links["f"].half == "q0"
    meetings = [MeetingRow("a-1", FIRST, "protokoll"), MeetingRow("b-1", SECOND, "protokoll")]
    assert ledger(meetings, GIVEN, rows).outcomes["f"] == "done"


def test_a_statement_of_two_sentences_on_two_actions_is_two_follow_ups() -> None:
    first, second = (
        "Låsen till soprummen är bytta.",
        "Maj har bjudit in hyresgästerna till vandringen.",
    )
    rows = [answer("f", f"{first} {second}"), possible("q0", first), possible("q1", second)]
    links = link_follow_ups(GIVEN, rows)
    assert {key: link.action_id for key, link in links.items()} == {"f": "locks", "q1": "walk"}


def test_a_sentence_of_a_statement_on_one_action_is_no_follow_up_beside_it() -> None:
    first, second, third = (
        "Låsen till soprummen är bytta.",
        "Soprummen på Granvägen går att låsa.",
        "Nycklarna är utdelade.",
    )
    rows = [
        answer("f", f"{first} {second} {third}"),
        *(possible(f"q{at}", text) for at, text in enumerate((first, second, third))),
    ]
    assert set(link_follow_ups(GIVEN, rows)) == {"f"}


def test_halves_on_one_action_are_one_follow_up() -> None:
    first, second = "Låsen till soprummen är bytta", "nycklarna till soprummen är utdelade."
    whole = answer("f", f"{first} och {second}")
    links = link_follow_ups(GIVEN, [whole, possible("q0", first), possible("q1", second)])
    assert set(links) == {"f"}
    assert links["f"].half is None


@pytest.mark.parametrize("text", ["Bo sätter upp sådana.", "Bo gör en ny.", "Vi köper två."])
def test_what_an_action_points_at_is_the_sentence_before_it(text: str) -> None:
    before = "Vid bryggan saknas livbojar."
    given = [replace(action("buoy", text), context=f"{before} "), *GIVEN]
    told = answer("f", "Livbojarna vid bryggan hänger på plats.")
    assert link_follow_ups(given, [told])["f"].action_id == "buoy"


def test_the_title_of_its_item_tells_which_of_an_owners_actions_is_meant() -> None:
    tasks = [
        replace(action(key, f"Siri Alm {text}"), owner="Siri Alm")
        for key, text in (
            ("land", "tar reda på vem som äger ängen vid bäcken."),
            ("bus", "ringer bussbolaget om turlistan."),
            ("card", "ber Vikhus om lampor."),
            ("gym", "undersöker om gymmet går att larma nattetid."),
        )
    ]
    said = answer("f", "Siri Alm väntar på besked från ägaren.", outcome="in_progress")
    said = replace(said, probability=0.6, section_title="Gymmet")
    assert link_follow_ups(tasks, [said])["f"].action_id == "gym"
