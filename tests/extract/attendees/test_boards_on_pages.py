"""Lists of boards as pages of the web and converters leave them: party columns, group columns, ticks with offices, seats that change."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part

_TOP = "Trygghetsnämnden i Ekmo\nProtokoll 2018-03-15\n\n"
_ITEMS = "\n\n§ 3 Upprop\nSammanträdet öppnades.\n\n§ 4 Lägesbild\nPolisen redogjorde för läget.\n"


def _of(text: str) -> dict[str, tuple[str | None, str | None, str | None, str, str | None]]:
    found, _ = attendees(part(_TOP + text + _ITEMS))
    return {
        each.name: (each.role, each.organisation, each.party, each.status, each.function)
        for each in found
    }


def test_a_column_of_parties_before_the_names() -> None:
    found = _of(
        "Beslutande\tS\tSiri Alm, ordförande\n\tM\tTuva Bergh\n\tV\tEgon Kvist tjänstgör för Melker Sand (V)\n\tKD\tBo Lind, 2:e vice ordförande\n"
    )
    assert found["Siri Alm"] == (None, None, "S", "present", "chair")
    assert found["Tuva Bergh"] == (None, None, "M", "present", None)
    assert found["Egon Kvist"] == (None, None, "V", "present", None)
    assert found["Melker Sand"] == (None, None, "V", "absent", None)
    assert found["Bo Lind"] == ("2:e vice ordförande", None, "KD", "present", None)


def test_a_heading_beside_the_first_of_several_is_no_work_of_theirs() -> None:
    found = _of(
        "Ledamöter\tutsedda av rektor\tSiri Alm\n\t\tTuva Bergh\n\tföreträdare för lärarna\tEgon Kvist\n\t\tBo Lind\n"
        "Övriga närvarande\tMelker Sand\tföredragande, Polisen\n\tMaj Ek\tSACO (närvaro- och yttranderätt)\n"
    )
    assert [found[name][:2] for name in ("Siri Alm", "Egon Kvist", "Bo Lind")] == [(None, None)] * 3
    assert found["Melker Sand"][:2] == ("föredragande", "Polisen")
    assert found["Maj Ek"][:2] == (None, "SACO")


def test_ticks_behind_an_office_and_bare_party_letters() -> None:
    found = _of(
        "NÄRVAROLISTA\n\nLEDAMÖTER Ja Nej Tid Kl. 14.30-16.15 Ja Nej\nSiri Alm, ordf m x\nTuva Bergh m x\nEgon Kvist, v ordf s x\nBo Lind s x\nMaj Ek c\n"
    )
    assert set(found) == {"Siri Alm", "Tuva Bergh", "Egon Kvist", "Bo Lind", "Maj Ek"}
    assert found["Siri Alm"] == (None, None, "M", "present", "chair")
    assert found["Egon Kvist"] == ("v ordf", None, "S", "present", None)


def test_who_chairs_some_items_was_there_for_all() -> None:
    found = _of(
        "Ledamöter\tNärvarande\nSiri Alm\tX, mötesordförande § 3\nTuva Bergh\tX\nBo Lind\tX, ordf § 4 - § 5\nMaj Ek\t-\n\n"
        "Suppleanter\nEgon Kvist\tX, ej § 4 - § 5\nMelker Sand\tX\n"
    )
    assert [found[name][3:] for name in ("Siri Alm", "Bo Lind")] == [("present", "chair")] * 2
    assert [found[name][3] for name in ("Egon Kvist", "Maj Ek")] == ["partial", "absent"]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("t.o.m. § 3", "fr.o.m. § 4", "present"),
        ("till och med § 3", "från och med § 4", "present"),
        ("t.o.m. § 3", "fr.o.m. § 6", "partial"),
    ],
)
def test_a_seat_that_changes_is_no_absence(first: str, second: str, status: str) -> None:
    found = _of(
        f"Tjänstgörande ersättare\nSiri Alm (S) för Bo Lind (S) {first}\nTuva Bergh (M) för Maj Ek (M)\n\n"
        f"Övriga närvarande\nSiri Alm (S) {second}\nEgon Kvist, ekonom (information under fm)\n"
    )
    assert found["Siri Alm"][3] == status
    assert found["Egon Kvist"] == ("ekonom", None, None, "partial", None)


def test_who_is_replaced_behind_a_slip_of_the_pen_or_a_body() -> None:
    found = _of(
        "Beslutande\nSiri Alm (S), ordförande\nTuva Bergh (S), tgj ers för Egon Kvist (S)\nMaj Ek, ers PRO för Bo Lind\nMelker Sand (KD), ej tjg ers\n"
    )
    assert [found[name][3] for name in ("Egon Kvist", "Bo Lind")] == ["absent"] * 2
    assert found["Melker Sand"] == (None, None, "KD", "present", None)
