"""The formulas of boards and associations, what titles state, and notes without items."""

from datetime import date

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
from pipeline.extract.follow_ups import follow_ups
from pipeline.read import read
from pipeline.segment import segment
from tests.extract.held import found, told


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        # decided, in the words of boards
        ("Beslut om att anlägga en stig bakom skolan.", "decision"),
        ("Beslut togs att flytta brevlådorna.", "decision"),
        ("Styrelsen tog beslut om att byta bank.", "decision"),
        ("Vi var eniga om att säga upp avtalet.", "decision"),
        ("Styrelsen var enig om att hyra ut loftet.", "decision"),
        ("Mötet godkände budgeten för nästa år.", "decision"),
        ("Verksamhetsplanen godkändes.", "decision"),
        # bought, mended and done in the passive
        ("Ny hjärtstartare inköps.", "decision"),
        ("Spruckna rutor i skjulet byts ut till våren.", "decision"),
        ("Bryggan lagas till våren.", "decision"),
        ("Röjning av diket görs i oktober.", "decision"),
        # elections
        ("Omval av Rut Hed som revisor.", "decision"),
        ("Ola Rask omvaldes till kassör.", "decision"),
        ("Ola Rask valdes till ny kassör för två år.", "decision"),
        # what those at the table mean to do
        ("Vi avser att söka bidrag hos sparbanken.", "commitment"),
        ("I april tänker vi måla planket.", "commitment"),
        ("Kaj Holm ser efter om pumpen håller.", "commitment"),
        # the meeting's own running
        ("Stämman förklarades behörigt utlyst.", "formality"),
        ("Mötet beslutade att kallelsen utsänts i behörig ordning.", "formality"),
        ("Röstlängden fastställdes till 31 röster.", "formality"),
        ("Bokslutet för 2018 godkändes.", "formality"),
        ("Berättelsen godkändes och skrevs under.", "formality"),
        ("Justeringspersoner Bo Alm och Maj Ek.", "formality"),
        ("Godkännes.", "formality"),
    ],
)
def test_words_of_boards(body: str, kind: str) -> None:
    assert [each for each, _ in told(body, "Gården")] == [kind]


@pytest.mark.parametrize(
    "body",
    [
        "I fjol tog andra beslut om avgiften.",
        "Salarna på plan ett målas om efter branden.",
        "Lampor lagas varje höst.",
        "Siv Alm föreslås.",
        "Jag ser fram emot våren, säger Maj Ek.",
        "Samtal om hur gruppen ska arbeta.",
        "Förslag till nytt program finns.",
        "Klubben har betalat men skriver nu att kommunen ska göra det.",
        "Kaj Holm går igenom antalet anmälningar under hösten.",
        "Så tänker vi fortsätta.",
    ],
)
def test_what_binds_nobody(body: str) -> None:
    assert told(body, "Gården") == []


def test_all_of_something_is_no_doer() -> None:
    assert told("Det bestämdes att alla portkoder byts.") == [("decision", None)]
    assert told("Det bestämdes att alla byter kod.") == [("assignment", "alla")]


def test_who_pays_is_decided() -> None:
    assert told("Beslutades att byalaget bekostar färgen.") == [("decision", None)]
    assert told("Beslutades att Bo Alm ringer målaren.") == [("assignment", "Bo Alm")]


def test_a_task_goes_on_behind_och_att() -> None:
    body = "Beslut: Bo Alm får i uppdrag att räkna lamporna och att sedan lägga fram en plan."
    assert told(body) == [("assignment", "Bo Alm")]
    two = "Beslut: att köpa lampor och att låsa grinden."
    assert told(two) == [("decision", None), ("decision", None)]


def test_one_decision_holds_a_formality_and_more() -> None:
    body = "Rådet beslutar att med det tillägget fastställa dagordningen att nattvandringen ska stå med varje gång."
    assert [each for each, _ in told(body)] == ["formality", "decision"]
    alone = "Rådet beslutar att med två tillägg fastställa dagordningen."
    assert [each for each, _ in told(alone)] == ["formality"]


def test_a_task_beside_what_is_to_be_done_each_time() -> None:
    body = "Bommen ska smörjas och varje gång den fastnar ska vi höra av oss till bolaget."
    assert len(told(body)) == 1
    assert told("Bolaget smörjer bommen varje vecka.") == []


def test_a_list_of_what_was_settled_elsewhere_is_told() -> None:
    told_of = "Polisen gick igenom de löften som staden har gett för i år:"
    body = f"{told_of}\n- Staden ska låsa hamnen.\n- Polisen ska gå ronder."
    assert told(body) == []
    assert told(body.replace(told_of, "Det här gör vi:"))


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Val av justerare: Ola Rask", "", "Val av justerare: Ola Rask"),
        ("Justerare", "Ola Rask, Siv Alm.", "Justerare: Ola Rask, Siv Alm."),
        ("Dagordningen godkänns", "", "Dagordningen godkänns"),
    ],
)
def test_a_title_states_a_formality(title: str, body: str, text: str) -> None:
    (action,) = found(body, title)
    assert (action.kind, action.text) == ("formality", text)


def test_a_title_that_its_text_repeats_is_one() -> None:
    assert len(found("Dagordningen godkändes.", "Dagordningen godkänns")) == 1
    assert found("Frågan diskuterades.", "Val av justerare") == ()


NOTES = """Minnesanteckningar Lokala Brå Ekmo 2019-02-22

Den 22 februari samlades rådet i skolans matsal för att tala om våren.

Rådet beslutade att hamnens lampor ska tas upp som en egen fråga i maj.

Listan över mörka platser, som Bo lovade i höstas, är klar.
"""


def test_notes_without_items_are_read() -> None:
    (part,) = segment(read(NOTES.encode(), ReadSettings(ocr="off")))
    assert not part.sections
    persons = attendees(part)[0]
    (action,) = actions(part, persons, date(2019, 2, 22), None)
    assert (action.kind, action.section) == ("decision", None)
    (follow_up,) = follow_ups(part, judge_of(part), persons)
    assert (follow_up.outcome, follow_up.section) == ("done", None)


@pytest.mark.parametrize(
    ("body", "due"),
    [
        ("I kväll bestämdes att grinden låses.", None),
        ("Bo Alm låser grinden i kväll.", date(2019, 2, 22)),
        ("Nästa möte ska vi bjuda in räddningstjänsten.", date(2019, 4, 11)),
    ],
)
def test_due(body: str, due: date | None) -> None:
    assert [each.due for each in found(body, following=date(2019, 4, 11))] == [due]
