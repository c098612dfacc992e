"""Lists of presence whose crosses a converter has put in one block behind all persons."""

from tests.extract.attendees.test_attendance_ladders import TALK
from tests.extract.people import BODY, HEAD, people

TOLD = [
    "Maj Alm |  | PRO |  |  | chair",
    "Bo Brandt |  | SPF",
    "Eva Dahl |  | KS |  | absent",
    "Nils Ek | kommunpolis",
    "Karin Falk |  | HRF",
]
ENTRIES = [
    "Alm Maj, ordf. PRO",
    "Brandt Bo SPF",
    "Dahl Eva KS",
    "Ek Nils kommunpolis",
    "Falk Karin HRF",
]
MARKS = ["X", "X", "-", "X", "X"]


def _list(*lines: str) -> list[str]:
    return people(HEAD + "\n".join(lines) + BODY)


def test_one_mark_a_line_below_persons_with_a_head_row() -> None:
    assert _list("Plats: Rådhuset", "Ledamot Organ Närv.", *ENTRIES, *MARKS) == TOLD


def test_all_marks_in_one_line() -> None:
    assert _list("Närvaro", "Namn Förening Närvaro", *ENTRIES, "x x – x x") == TOLD


def test_names_then_work_then_marks() -> None:
    names = ["Maj Alm", "Bo Brandt", "Eva Dahl", "Nils Ek", "Karin Falk"]
    work = ["ordförande, PRO", "SPF", "KS", "kommunpolis", "HRF"]
    found = _list("Tid: kl 13.00", "Namn", "Organisation", "Närv", *names, *work, *MARKS)
    assert found[1:] == TOLD[1:]
    assert found[0].startswith("Maj Alm |")


def test_flattened_head() -> None:
    text = f"{HEAD}Tid 13.00 Plats Rådhuset, sal 2 {' '.join(ENTRIES)} {' '.join(MARKS)}{TALK}"
    text += " 4. Nästa möte Den 3 maj klockan 13 i samma sal, och dit bjuds skolans rektor in."
    assert people(" ".join(text.split())) == TOLD


def test_marks_that_are_fewer_than_the_persons_are_nobodys() -> None:
    found = _list("Närvarande", "Maj Alm, PRO", "Bo Brandt, SPF", "Eva Dahl, KS", "X", "X", "-")
    assert found == ["Maj Alm |  | PRO", "Bo Brandt |  | SPF", "Eva Dahl |  | KS"]
