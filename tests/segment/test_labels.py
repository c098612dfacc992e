"""Labels of head, attendance and signatures, and the rows under each."""

import pytest

from tests.segment.cut import meeting

ITEMS = "\n\n§ 1 Inledning\nMaj hälsade.\n\n§ 2 Övrigt\nInget.\n"


def read_blocks(head: str, tail: str = "") -> dict[str | None, list[list[str]]]:
    found: dict[str | None, list[list[str]]] = {}
    for block in meeting(f"Protokoll Lokala Brå Ekmo\n\n{head}{ITEMS}{tail}").blocks:
        rows = [[cell.text for cell in row] for row in block.rows]
        found.setdefault(block.field, []).extend(rows)
    return found


@pytest.mark.parametrize(
    ("head", "field", "rows"),
    [
        ("Plats: Kommunhuset", "place", [["Kommunhuset"]]),
        ("Plats Kommunhuset", "place", [["Kommunhuset"]]),
        ("Plats\tKommunhuset", "place", [["Kommunhuset"]]),
        ("Plats\nKommunhuset", "place", [["Kommunhuset"]]),
        ("Lokal: Kulturhuset", "place", [["Kulturhuset"]]),
        ("Tid: 9.00-11.00", "time", [["9.00-11.00"]]),
        ("Sammanträdesdatum 2019-02-02", "date", [["2019-02-02"]]),
        ("Plats och tid: Kommunhuset kl 9", "place_time", [["Kommunhuset kl 9"]]),
        ("Närvarande:\nMaj Ek\nBo Alm", "present", [["Maj Ek"], ["Bo Alm"]]),
        ("Närvarande\tMaj Ek\tpolisen\n\tBo Alm\trektor", "present", [["Maj Ek", "polisen"], ["Bo Alm", "rektor"]]),
        ("Närvarande (på plats): Maj Ek", "present", [["Maj Ek"]]),
        ("Anmält förhinder: Bo Alm", "absent", [["Bo Alm"]]),
        ("Förhindrad att delta:\nBo Alm", "absent", [["Bo Alm"]]),
        ("Kallade:\nMaj Ek", "called", [["Maj Ek"]]),
        ("Inbjudna: Maj Ek", "invited", [["Maj Ek"]]),
        ("Dnr: KS 2019/0377", "registration", [["KS 2019/0377"]]),
        ("• Ordförande: Maj Ek", "chair", [["Maj Ek"]]),
    ],
)  # fmt: skip
def test_label_and_value(head: str, field: str, rows: list[list[str]]) -> None:
    assert read_blocks(head)[field] == rows


def test_several_labels_on_one_line() -> None:
    found = read_blocks("Datum: 2019-02-03 Tid: 09.00 Plats: Kulturhuset")
    assert found["plain_date"] == [["2019-02-03"]]
    assert found["time"] == [["09.00"]]
    assert found["place"] == [["Kulturhuset"]]


def test_the_longer_label_wins() -> None:
    found = read_blocks(
        "Justeringens plats och tid: Kommunhuset 2019-03-04\nÖvriga närvarande: Bo Alm"
    )
    assert found["ignored"] == [["Kommunhuset 2019-03-04"]]
    assert "place_time" not in found
    assert found["present"] == [["Bo Alm"]]


@pytest.mark.parametrize(
    "line",
    [
        "Ordförande stadsdelsnämnden, Maj Ek",
        "Närvarande fick ordet i tur och ordning.",
        "Platsen är bra",
    ],
)
def test_a_word_in_running_text_is_no_label(line: str) -> None:
    assert set(read_blocks(line)) == {None}


def test_signatures_side_by_side() -> None:
    found = read_blocks("", "\n\nOrdförande\tSekreterare\tJusterare\nMaj Ek\tBo Alm\tEva Lind\n")
    assert (found["chair"], found["secretary"], found["adjuster"]) == (
        [["Maj Ek"]],
        [["Bo Alm"]],
        [["Eva Lind"]],
    )


def test_a_place_by_link_beside_its_label_is_no_label_of_a_list() -> None:
    assert read_blocks("Plats\tDigitalt (Teams)")["place"] == [["Digitalt (Teams)"]]


def test_a_struck_line_says_nothing() -> None:
    assert "absent" not in read_blocks("Närvarande: Maj Ek\n~~Anmält förhinder: Bo Alm~~")


def test_a_function_between_two_present_persons_ends_with_its_own_person() -> None:
    found = read_blocks("Närvarande:\nMaj Ek, polisen\nOrdförande: Eva Lind\nBo Alm, rektor")
    assert found["chair"] == [["Eva Lind"]]
    assert found["present"] == [["Maj Ek, polisen"], ["Bo Alm, rektor"]]


def test_a_label_beside_the_title_ends_with_its_line() -> None:
    found = read_blocks(
        "Trygghetsgruppen\tDnr: KS 2019/114\nEkmo kommun\tTid: 2019-05-20\n16 maj 2019 kl 13 i Rådhuset"
    )
    assert found["time"] == [["2019-05-20"]]
    assert ["16 maj 2019 kl 13 i Rådhuset"] in found[None]
