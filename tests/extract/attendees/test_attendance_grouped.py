"""Classes and sides of a council before their persons, names in rows above one a line, items behind persons, who was chosen."""

import pytest

from tests.extract.people import BODY, HEAD, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Närvarande:\nÅk 4: Bo & Vilma\nÅk 5, Karl & Ida\nÅk 6: Zuhur & Maria\nVuxna:   Karin & Gun\n",
            ["Bo", "Vilma", "Karl", "Ida", "Zuhur", "Maria", "Karin", "Gun"],
        ),
        (
            "Närvarande:\nKlass 7: Siv & Per\nKlass 8: Tindra & Eva\nVuxna: Karin\n",
            ["Siv", "Per", "Tindra", "Eva", "Karin"],
        ),
        (
            "Närvarande:\nAnna Ek Bo Berg Siv Gran\nEva Alm Per Vik\nMaj Ros (på plats från och med § 4)\nLars Fors, Fritidsgården\n",
            [
                "Anna Ek",
                "Bo Berg",
                "Siv Gran",
                "Eva Alm",
                "Per Vik",
                "Maj Ros |  |  |  | partial",
                "Lars Fors |  | Fritidsgården",
            ],
        ),
        (
            "Närvarande\nAnna Ek, ordförande\nBo Li\nEva Alm mejlade sina synpunkter men kom inte\n\nPer Ros, polisen (punkt 5)\nSiv Vik\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Li",
                "Eva Alm |  |  |  | absent",
                "Per Ros |  | polisen |  | partial",
                "Siv Vik",
            ],
        ),
        (
            "Tjänstemän\tSäkerhetschef Jan Ek, ekonom Ann-Marie Alm 24, kommunpolis Bo Ros 22-23, fritidschef Eva Vik 25.\n",
            [
                "Jan Ek | Säkerhetschef",
                "Ann-Marie Alm | ekonom |  |  | partial",
                "Bo Ros | kommunpolis |  |  | partial",
                "Eva Vik | fritidschef |  |  | partial",
            ],
        ),
        (
            "Närvarande:\nAnna Ek\nBo Li\nInbjuden: Åke Alm (pkt 5)\n",
            ["Anna Ek", "Bo Li", "Åke Alm |  |  |  | partial"],
        ),
        (
            "Närvarande: Anna Ek, Bo Li\nUtses att justera\tAnna Ek och Bo Li med Siv Gran som ersättare\n",
            ["Anna Ek |  |  |  |  | adjuster", "Bo Li |  |  |  |  | adjuster"],
        ),
        (
            "Närvarande: Anna Ek, Bo Li\n\nTill protokolljusterare valdes: Anna Ek\n\nTill sekreterare utsågs: Bo Li\n",
            ["Anna Ek |  |  |  |  | adjuster", "Bo Li |  |  |  |  | secretary"],
        ),
        (
            "Närvarande: Anna Ek, Bo Li\n\nSekreterare\t............. Paragrafer 1-7\nAnna Ek\n",
            ["Anna Ek |  |  |  |  | secretary", "Bo Li"],
        ),
        (
            "Närvarande: Anna Ek, Bo Li\nJustering: Bo Li\nJusteringens plats/tid: Stadshuset, Granvik\n",
            ["Anna Ek", "Bo Li |  |  |  |  | adjuster"],
        ),
        (
            "Byalagets representanter\nAnna Ek, kassör\nBo Li\n\nFrånvarande\nEva Alm\n\nKommunens representanter\nSiv Gran, rektor\nPer Vik, fältassistent\n",
            [
                "Anna Ek | kassör",
                "Bo Li",
                "Eva Alm |  |  |  | absent",
                "Siv Gran | rektor",
                "Per Vik | fältassistent",
            ],
        ),
    ],
)
def test_grouped(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected
