"""Lists and signatures whose labels, marks or legends a converter has parted from their persons."""

import pytest

from tests.extract.people import BODY, HEAD, people

TALK = (
    " 1. Öppnande Mötet hälsas välkommet. 2. Läget Polisen berättar att vintern har varit lugn och att fler ringer in tips. "
    "Skolan berättar att fler stannar kvar på kvällarna. Bostadsbolaget byter lås i två trappor och hör av sig när det är klart. "
    "Fritidsgården håller öppet till klockan 22 på fredagar. 3. Övrigt Inga frågor togs upp."
)


def _flat(text: str) -> list[str]:
    return people(" ".join((HEAD + text + TALK).split()))


@pytest.mark.parametrize(
    "legend",
    [
        "Närv (N), Frånv (F)",
        "N = närvarande",
        "(N) Närvarande (F) Frånvarande",
        "Närvarande = N",
    ],
)
def test_letters_that_a_legend_explains(legend: str) -> None:
    text = f"""
Ledamöter
{legend}
Anna Ek KS N
Bo Lindh Kof N
Cia Alm PRO:s samorganisation N
Dan Ask SPF
Ulla Frid Finska föreningen N
Ersättare
Eva Lind KS N
Per Holm SPF Frånvaro anmäld"""
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  | KS",
        "Bo Lindh |  | Kof",
        "Cia Alm |  | PRO:s samorganisation",
        "Dan Ask |  | SPF |  | absent",
        "Ulla Frid |  | Finska föreningen",
        "Eva Lind |  | KS",
        "Per Holm |  | SPF |  | absent",
    ]


def test_a_legend_and_a_vote_s_head_over_entries_run_together() -> None:
    text = """
Ledamöter
Närv (X), Frånv (F)
Ja Nej Ja Nej
Anna Ek SON X
Bo Lindh SPF X Vakant SRF V
Cia Alm PRO X
Dan Ask HRF F"""
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  | SON", "Bo Lindh |  | SPF", "Cia Alm |  | PRO", "Dan Ask |  | HRF |  | absent",
    ]  # fmt: skip


def test_letters_that_nothing_explains_stay_with_the_name() -> None:
    text = "\nNärvarande\nAnna Ek, rektor\nBo Lindh, polisen\nCia Alm (N)"
    assert people(HEAD + text + BODY)[:2] == ["Anna Ek | rektor", "Bo Lindh |  | polisen"]


def test_labels_of_lists_before_all_names() -> None:
    text = (
        "Plats Polishuset Beslutande Övriga deltagande Förhindrade Anna Ek (S) Bo Lindh (M) Cia Alm (C) "
        "Dan Ask Ulla Frid Per Holm Eva Lind (V)"
    )
    found = _flat(text)
    assert [each.partition(" |")[0] for each in found if "absent" in each] == ["Eva Lind"]
    assert len(found) == 7


def test_labels_of_lists_that_do_not_tell_where_the_names_part() -> None:
    text = "Plats Polishuset Beslutande Frånvarande Anna Ek Bo Lindh Cia Alm Dan Ask Ulla Frid Per Holm"
    assert not [each for each in _flat(text) if "absent" in each]


def test_a_list_of_absent_persons_beside_one_of_those_present() -> None:
    text = (
        "\nNärvarande: enligt lista\nFrånvarande:\nAnna Ek\nBo Lindh\nCia Alm\nDan Ask\nUlla Frid"
    )
    assert ["absent" in each for each in people(HEAD + text + BODY)] == [True] * 5


@pytest.mark.parametrize(
    "signed",
    [
        "Sekreterare Paragrafer 1-3 Ordförande Justerare Rut Alm Maj Ek Bo Lindh",
        "Justerare Plats och tid Sekreterare Paragrafer 1-3 Ordförande Justerare Rut Alm Maj Ek Bo Lindh",
        "Utses att justera Bo Lindh Sekreterare Ordförande 2018-03-20 kl. 16.00 Rut Alm Maj Ek Bo Lindh",
    ],
)
def test_labels_of_signatures_before_all_names(signed: str) -> None:
    found = _flat(
        f"Plats Polishuset Beslutande Maj Ek (S), ordförande Bo Lindh (M) Rut Alm, utredare {signed} ANSLAG/BEVIS Justerat."
    )
    assert sorted(found) == [
        "Bo Lindh |  |  | M |  | adjuster",
        "Maj Ek |  |  | S |  | chair",
        "Rut Alm | utredare |  |  |  | secretary",
    ]


def test_a_signature_before_the_word_for_items_and_the_chair_s_label() -> None:
    found = _flat(
        "Plats Polishuset Beslutande Maj Ek Bo Lindh Rut Alm Justerare Justeringens plats och tid Underskrifter "
        "Sekreterare Rut Alm Paragrafer Ordförande Maj Ek Justerare"
    )
    assert sorted(found) == [
        "Bo Lindh",
        "Maj Ek |  |  |  |  | chair",
        "Rut Alm |  |  |  |  | secretary",
    ]
