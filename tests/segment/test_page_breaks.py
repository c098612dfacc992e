"""Feet and heads of pages inside the text: what stands between two pages is no text of an item."""

import pytest

from tests.segment.cut import meeting, meetings

_TOP = "EKBY KOMMUN\tSAMMANTRÄDESPROTOKOLL\t1 (3)\nTrygghetsnämnden\n2015-05-19\n\nBeslutande: Anna Ek (S), Bo Li (M)\n\n"
_ITEM = "§ 4 Läget\nPolisen berättade om våren och svarade på frågor om torget.\n"


def _texts(text: str) -> list[str]:
    return [p.view.text for section in meeting(text).sections for p in section.paragraphs]


@pytest.mark.parametrize(
    "between",
    [
        "Justerandes sign\tUtdragsbestyrkande\n\nEKBY KOMMUN\tSAMMANTRÄDESPROTOKOLL\t2 (3)\n",
        "Justerandes signatur: ________   AE   BL\n\nEKBY KOMMUN SAMMANTRÄDESPROTOKOLL 2 (3)\nTrygghetsnämnden\n2015-05-19\n",
        "Utdragsbestyrkande\n\nSida 2 (3)\n",
        "Just. sign. ........ ........\n",
        "Ordförandens sign   Justerandes sign   Utdragsbestyrkande\n\n2 (3)\n",
        "Dnr KS 2015/00036 Justerandes signatur: ________\tSida 2 (3)\n",
        "Justerares sign ____\n\nBlad 2 (3)\n",
    ],
)
def test_what_stands_between_two_pages_is_no_text(between: str) -> None:
    text = f"{_TOP}§ 3 Öppnande\nMötet öppnades av Anna Ek som hälsade alla\n{between}välkomna till nämnden.\n\n{_ITEM}"
    assert _texts(text) == [
        "Mötet öppnades av Anna Ek som hälsade alla välkomna till nämnden.",
        "Polisen berättade om våren och svarade på frågor om torget.",
    ]


def test_in_flattened_text() -> None:
    opened = "Mötet öppnades av Anna Ek som hälsade alla välkomna till nämnden och berättade om resan till Norrby."
    told = (
        "Polisen berättade om våren, då torget var lugnt men hamnen full av bilar om kvällarna, och svarade på frågor om",
        "torget.",
    )
    foot, head = "Justerandes sign Utdragsbestyrkande", "EKBY KOMMUN SAMMANTRÄDESPROTOKOLL"
    text = (
        f"{head} 1 (3) Trygghetsnämnden 2015-05-19 Plats Sal B Beslutande Anna Ek (S) Bo Li (M) § 3 Öppnande {opened} {foot} "
        f"{head} 2 (3) § 4 Lägesbild {told[0]} {foot} {head} 3 (3) {told[1]} § 5 Övrigt Inget fanns att ta upp. "
    )
    first, second, third = _texts(text)
    assert (first, third) == (opened, "Inget fanns att ta upp.")
    assert second.endswith(" ".join(told))


def test_the_first_head_and_what_only_looks_like_one_stay() -> None:
    text = f"{_TOP}§ 3 Enkäten\nAv de svarande var 3 (12) rädda i centrum.\nAv de svarande var 2 (12) rädda hemma.\n\n{_ITEM}"
    part = meeting(text)
    assert part.head[0].text.startswith("EKBY KOMMUN")
    assert "3 (12) rädda" in _texts(text)[0]
    assert "2 (12) rädda" in _texts(text)[-2]


def test_another_document_s_head_in_the_same_file_stays() -> None:
    minutes = "Brå Ekby\n{day}\nNärvarande: Anna Ek, Bo Li\n\n1. Läget\nLugnt i {place}.\n\n2. Övrigt\nInget.\n\nSida {page} (1)\n\n"
    text = minutes.format(day="2015-05-19", place="parken", page=1) + minutes.format(
        day="2015-09-19", place="hamnen", page=1
    )
    first, second = meetings(text)
    assert [line.text for line in second.head[:2]] == ["Brå Ekby", "2015-09-19"]
    assert len(first.sections) == len(second.sections)


def test_an_item_s_registration_number_is_no_text() -> None:
    text = f"{_TOP}§ 3 Öppnande\tDnr 2015/00188\nMötet öppnades.\n\n§ 4 Läget\nDnr KS 2015/12.109\nDet var lugnt under våren.\n"
    assert _texts(text) == ["Mötet öppnades.", "Det var lugnt under våren."]
