"""Persons one after the other with nothing between them, in lines that break anywhere; school classes behind names."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import BODY, HEAD, people

STRUNG = {
    "what somebody is, and the next name without a comma": (
        "Närvarande: Tyra Holm, rektor Olle Berg, Granviks Bostäder Mona Falk, fältassistent Nils Sand, PRO",
        [
            "Tyra Holm | rektor",
            "Olle Berg |  | Granviks Bostäder",
            "Mona Falk | fältassistent",
            "Nils Sand |  | PRO",
        ],
    ),
    "lines that break in a name, in a body and behind a comma": (
        "Deltagare:\nTyra Holm, Ekskolan\nOlle Berg, Ekskolan Mona Falk, Bergskolan Nils\nSand,\nkurator Ulla Vik,"
        " Svenska\nkyrkan",
        [
            "Tyra Holm |  | Ekskolan",
            "Olle Berg |  | Ekskolan",
            "Mona Falk |  | Bergskolan",
            "Nils Sand | kurator",
            "Ulla Vik |  | Svenska kyrkan",
        ],
    ),
    "a given name that no list holds, behind a known body": (
        "Deltagare: Tyra Holm, Ekskolan Zoravar Berg, Ekskolan Mona Falk, enhetschef för\nFritid Ung Nils Sand,"
        " Granviks gymnasium",
        [
            "Tyra Holm |  | Ekskolan",
            "Zoravar Berg |  | Ekskolan",
            "Mona Falk | enhetschef | Fritid Ung",
            "Nils Sand |  | Granviks gymnasium",
        ],
    ),
    "the last one behind och": (
        "Närvarande: Tyra Holm, polis Olle Berg, socialtjänsten och Mona Falk, Ekskolan",
        ["Tyra Holm | polis", "Olle Berg |  | socialtjänsten", "Mona Falk |  | Ekskolan"],
    ),
    "nothing but names": (
        "Närvarande:\nTyra Holm Olle Berg\nMona Falk Nils Sand Lind Ulla Vik\nHans von Kant Eva Ros",
        [
            "Tyra Holm",
            "Olle Berg",
            "Mona Falk",
            "Nils Sand Lind",
            "Ulla Vik",
            "Hans von Kant",
            "Eva Ros",
        ],
    ),
    "nothing but names, one broken by the line and one unknown": (
        "Ledamöter\nTyra Holm Olle Berg Mona\nFalk Nils Sand Ulla Vik\nZorava Ask Eva Ros",
        [
            "Tyra Holm",
            "Olle Berg",
            "Mona Falk",
            "Nils Sand",
            "Ulla Vik",
            "Zorava Ask",
            "Eva Ros",
        ],
    ),
}
OFFICES = {
    "one a line, two of the offices in no list": (
        "Närvarande:\nTyra Holm Ordförande\nOlle Berg Sekreterare\nMona Falk Kassör\nNils Sand Bryggvakt\n"
        "Ulla Ek Ledamot\nBo Alm Trygghet",
        [
            "Tyra Holm |  |  |  |  | chair",
            "Olle Berg |  |  |  |  | secretary",
            "Mona Falk | Kassör",
            "Nils Sand | Bryggvakt",
            "Ulla Ek | Ledamot",
            "Bo Alm |  | Trygghet",
        ],
    ),
    "all in one line, one with a field behind a comma": (
        "Närvarande: Tyra Holm Ordförande Olle Berg Kassör Mona Falk Ledamot, bryggor Nils Sand Nattvakt"
        " Ulla Ek Suppleant",
        [
            "Tyra Holm |  |  |  |  | chair",
            "Olle Berg | Kassör",
            "Mona Falk | Ledamot | bryggor",
            "Nils Sand | Nattvakt",
            "Ulla Ek | Suppleant",
        ],
    ),
    "lines that break anywhere": (
        "Närvarande:\nTyra Holm Ordförande Olle\nBerg Kassör Mona Falk Ledamot Nils Sand\nSuppleant",
        [
            "Tyra Holm |  |  |  |  | chair",
            "Olle Berg | Kassör",
            "Mona Falk | Ledamot",
            "Nils Sand | Suppleant",
        ],
    ),
    "two surnames among names with offices": (
        "Närvarande:\nTyra Holm Ordförande\nOlle Berg Ledamot\nMona Falk Kassör\nNils Sand Granlund\nUlla Ek Lind",
        [
            "Tyra Holm |  |  |  |  | chair",
            "Olle Berg | Ledamot",
            "Mona Falk | Kassör",
            "Nils Sand Granlund",
            "Ulla Ek Lind",
        ],
    ),
    "a body that bears a given name": (
        "Närvarande:\nTyra Holm Ordförande\nOlle Berg Ledamot\nMona Falk Kassör\nNils Sand Rektor Karl Johansskolan",
        [
            "Tyra Holm |  |  |  |  | chair",
            "Olle Berg | Ledamot",
            "Mona Falk | Kassör",
            "Nils Sand | Rektor | Karl Johansskolan",
        ],
    ),
}

CLASSES = {
    "a class behind each name, and roles in the line below": (
        "Närvarande: Tyra Holm 5B, Olle Berg 1A+4A, Mona Falk FA, Nils Sand FD+2B, Ulla Ek 3A/3C.\n"
        "Eva Ros rektor, Bo Alm lärare åk 6",
        [
            "Tyra Holm",
            "Olle Berg",
            "Mona Falk",
            "Nils Sand",
            "Ulla Ek",
            "Eva Ros | rektor",
            "Bo Alm | lärare åk 6",
        ],
    ),
    "one a line, with and without marks": (
        "Närvarande:\nTyra Holm 5B\nOlle Berg 1A, 4A\nMona Falk (FA)\nNils Sand, 9b\nUlla Ek klass 3C\n"
        "Bo Alm åk 4 och 6\nEva Ros, kurator Ekskolan",
        [
            "Tyra Holm",
            "Olle Berg",
            "Mona Falk",
            "Nils Sand",
            "Ulla Ek",
            "Bo Alm",
            "Eva Ros | kurator | Ekskolan",
        ],
    ),
    "letters that name a body and items that somebody heard": (
        "Närvarande:\nTyra Holm KS\nOlle Berg FAS\nMona Falk § 4-6\nNils Sand, punkt 3 och 6",
        [
            "Tyra Holm |  | KS",
            "Olle Berg |  | FAS",
            "Mona Falk |  |  |  | partial",
            "Nils Sand |  |  |  | partial",
        ],
    ),
}


OTHER = {
    "roles before their names": (
        "Närvarande: kommunpolis Tyra Holm, rektor Olle Berg, kurator Mona Falk, fältassistent Nils Sand",
        [
            "Tyra Holm | kommunpolis",
            "Olle Berg | rektor",
            "Mona Falk | kurator",
            "Nils Sand | fältassistent",
        ],
    ),
    "roles in the definite form before their names": (
        "Närvarande: Tyra Holm, rektorn Olle Berg, kuratorn Mona Falk, Nils Sand, Ulla Vik",
        ["Tyra Holm", "Olle Berg | rektorn", "Mona Falk | kuratorn", "Nils Sand", "Ulla Vik"],
    ),
    "a name of three or four words alone in its line": (
        "Närvarande:\nTyra Maria Holm Lind\nKarl Olle Berg\nMona Falk Sand",
        ["Tyra Maria Holm Lind", "Karl Olle Berg", "Mona Falk Sand"],
    ),
    "a small word that is a given name as well": (
        "Närvarande:\nTyra Holm, rektor Ekskolan, ordförande i dag\nOlle Berg, kommunpolis\nMona Falk, Ekskolan",
        [
            "Tyra Holm | rektor | Ekskolan |  |  | chair",
            "Olle Berg | kommunpolis",
            "Mona Falk |  | Ekskolan",
        ],
    ),
    "a body that bears a given name, at the end of its line": (
        "Närvarande:\nTyra Holm, föreståndare, fritidsgården Ladan\nIng-Marie Berg, förvaltare\nMona Falk, Ekskolan",
        [
            "Tyra Holm | föreståndare | fritidsgården Ladan",
            "Ing-Marie Berg | förvaltare",
            "Mona Falk |  | Ekskolan",
        ],
    ),
    "commas between persons of whom some have no work": (
        "Närvarande: Tyra Holm, Olle Berg, Mona Falk, polisen, Nils Sand, Ekskolan",
        ["Tyra Holm", "Olle Berg", "Mona Falk |  | polisen", "Nils Sand |  | Ekskolan"],
    ),
}


@pytest.mark.parametrize(("text", "persons"), STRUNG.values(), ids=STRUNG.keys())
def test_every_person_is_found_with_their_work(text: str, persons: list[str]) -> None:
    assert people(HEAD + text + BODY) == persons


@pytest.mark.parametrize(("text", "persons"), OFFICES.values(), ids=OFFICES.keys())
def test_an_office_right_behind_the_name_is_no_part_of_it(text: str, persons: list[str]) -> None:
    assert people(HEAD + text + BODY) == persons


@pytest.mark.parametrize(("text", "persons"), CLASSES.values(), ids=CLASSES.keys())
def test_a_school_class_hides_nobody_and_is_no_body(text: str, persons: list[str]) -> None:
    assert people(HEAD + text + BODY) == persons


@pytest.mark.parametrize(("text", "persons"), OTHER.values(), ids=OTHER.keys())
def test_lists_that_only_look_alike_are_left_alone(text: str, persons: list[str]) -> None:
    assert people(HEAD + text + BODY) == persons


@pytest.mark.parametrize("text", [text for text, _ in STRUNG.values()], ids=STRUNG.keys())
def test_quotes_are_literally_there(text: str) -> None:
    meeting = part(HEAD + text + BODY)
    for person in attendees(meeting)[0]:
        assert person.evidence
        for each in person.evidence:
            assert meeting.document.text[each.start : each.end] == each.quote
