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
        (
            "Närvarande:\nKarl-Gunnar Ek, Sven-Erik Lund, Lena Maria      Holmdal, Tommy Ros,\nSiv Alm och Set Vik\n",
            [
                "Karl-Gunnar Ek",
                "Sven-Erik Lund",
                "Lena Maria Holmdal",
                "Tommy Ros",
                "Siv Alm",
                "Set Vik",
            ],
        ),
        (
            "Närvarande:\nAnna Ek\nBo Lund\nPer Alm Zuhra Hedvall\nSiv Gran\n",
            ["Anna Ek", "Bo Lund", "Per Alm", "Zuhra Hedvall", "Siv Gran"],
        ),
    ],
)
def test_grouped(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected


def test_items_with_letters_tell_who_came() -> None:
    items = "§  1 a     Närvarande:\n           Anna Ek, Bo Lund och Siv Gran\n\n§ 1 b      Ej närvarande:\n           Eva Alm\n\n"
    rest = "§ 2        Dagordning:\n           Ordföranden Anna Ek föredrog dagordningen som godkändes.\n\n§ 3        Läget.\n           Lugnt.\n"
    assert people(HEAD + items + rest) == [
        "Anna Ek |  |  |  |  | chair",
        "Bo Lund",
        "Siv Gran",
        "Eva Alm |  |  |  | absent",
    ]


def test_the_last_line_tells_who_kept_notes() -> None:
    assert people(f"{HEAD}Närvarande: Anna Ek, Bo Lund\n{BODY}\nAnteckningar Bo Lund\n") == [
        "Anna Ek",
        "Bo Lund |  |  |  |  | secretary",
    ]
