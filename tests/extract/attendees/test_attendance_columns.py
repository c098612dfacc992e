"""Persons, signatures and foreign matter in columns, and sentences behind a run of names."""

import pytest

from tests.extract.people import BODY, HEAD, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deltagare\nAnna Ek,\tBo Fors, fältarna\tSiv Gran, polisen\nkommunen, ordförande\tPer Vik, Granhus\tEva Alm, rektor\n",
            [
                "Anna Ek |  | kommunen |  |  | chair",
                "Bo Fors |  | fältarna",
                "Siv Gran |  | polisen",
                "Per Vik |  | Granhus",
                "Eva Alm | rektor",
            ],
        ),
        (
            "Närvarande\nAnna Ek, polisen\nBo Fors, kurator\tEKBY INKOM\tKOMMUN\nSiv Gran, rektor\t2018-03-20\n",
            ["Anna Ek |  | polisen", "Bo Fors | kurator", "Siv Gran | rektor"],
        ),
        (
            "Namn\tFörening\tNärv\nAnna Ek\tHRF\tX\nBo Fors\tPRO\t-\n\nErsättare\nSiv Gran\tSPF\tX\nPer Vik\tDHR\t\n",
            [
                "Anna Ek |  | HRF",
                "Bo Fors |  | PRO |  | absent",
                "Siv Gran |  | SPF",
                "Per Vik |  | DHR |  | absent",
            ],
        ),
        (
            "Namn\tFörening\tNamn\tFörening\nAnna Ek, ordf.\tHRF\tSiv Gran\tSPF\nBo Fors\tPRO\tPer Vik, ej närvarande\tDHR\nEva Alm\tFUB\n",
            [
                "Anna Ek |  | HRF |  |  | chair",
                "Siv Gran |  | SPF",
                "Bo Fors |  | PRO",
                "Per Vik |  | DHR |  | absent",
                "Eva Alm |  | FUB",
            ],
        ),
        (
            "Ledamöter\tParti\tNärvarande\tFrånvarande\nAnna Ek\tC\tX\t\nBo Fors\tM\t\tX\nTjänstemän\t\t\t\nSiv Gran\t\tX\t\nPer Vik\t\t\tX\n",
            [
                "Anna Ek |  |  | C",
                "Bo Fors |  |  | M | absent",
                "Siv Gran",
                "Per Vik |  |  |  | absent",
            ],
        ),
        (
            "Närvarande\nAnna Ek, kommunchef\n(ordf.)\nBo Fors, biträdande\nrektor\nSiv Gran, polisen\n",
            [
                "Anna Ek | kommunchef |  |  |  | chair",
                "Bo Fors | biträdande rektor",
                "Siv Gran |  | polisen",
            ],
        ),
        (
            "Förnamn\tEfternamn\tFörening\nAnna\tEk\tHRF\nBo\tFors\tPRO\n",
            ["Anna Ek |  | HRF", "Bo Fors |  | PRO"],
        ),
        (
            "Närvarande: Anna Ek (S)\tBo Fors (M)\n\nUnderskrifter\tSekreterare Siv Gran Paragrafer 4–9\nOrdförande\nAnna Ek\n",
            [
                "Anna Ek |  |  | S |  | chair",
                "Bo Fors |  |  | M",
                "Siv Gran |  |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande: Anna Ek (S)\tBo Fors (M)\n\nUnderskrifter\tSekreterare ........ Siv Gran Paragrafer TR 4–9\nOrdförande\nAnna Ek\n",
            [
                "Anna Ek |  |  | S |  | chair",
                "Bo Fors |  |  | M",
                "Siv Gran |  |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande: Anna Ek (S)\tBo Fors (M)\n\nUnderskrifter\tSekreterare ............\tParagrafer\nSiv Gran\tTR 4-9\nOrdförande ............\nAnna Ek\n",
            [
                "Anna Ek |  |  | S |  | chair",
                "Bo Fors |  |  | M",
                "Siv Gran |  |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande: Anna Ek, polisen\nAnteckningar\tBo Fors\n",
            ["Anna Ek |  | polisen", "Bo Fors |  |  |  |  | secretary"],
        ),
        (
            "Med på mötet\nAnna Ek (ordf.), Bo Fors (antecknar),\nSiv Gran (Granhus)\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Fors |  |  |  |  | secretary",
                "Siv Gran |  | Granhus",
            ],
        ),
        (
            "Deltagare\tAnna Ek (kyrkan), Bo Fors (polisen)\nEj med\tSiv Gran (Granhus)\nSkrev\tBo\n",
            [
                "Anna Ek |  | kyrkan",
                "Bo Fors |  | polisen |  |  | secretary",
                "Siv Gran |  | Granhus |  | absent",
            ],
        ),
        (
            "Närvarande: Anna Ek, rektor, HR 4–HR 6, Bo Fors\n",
            ["Anna Ek | rektor |  |  | partial", "Bo Fors"],
        ),
        (
            "Med: Anna, Bo, Siv G. Rut kunde inte komma.\n",
            ["Anna", "Bo", "Siv G", "Rut |  |  |  | absent"],
        ),
        (
            "Närvarande: Anna Ek, kurator, Ekskolan, t.o.m. kl 14; Bo\nFors, butikschef, Livsboden; Siv Gran, polisen\n",
            [
                "Anna Ek | kurator | Ekskolan |  | partial",
                "Bo Fors | butikschef | Livsboden",
                "Siv Gran |  | polisen",
            ],
        ),
    ],
)
def test_columns(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected


def test_who_bids_welcome_does_not_chair_where_the_chair_opens() -> None:
    listed = "Närvarande\nAnna Ek, kommunalråd, ordförande\nBo Fors, kyrkan\n"
    said = "Bo Fors hälsar välkommen till kyrkan och ordföranden öppnar mötet."
    items = BODY.replace("Mötet öppnades och alla hälsades välkomna.", said)
    assert people(HEAD + listed + items) == [
        "Anna Ek | kommunalråd |  |  |  | chair",
        "Bo Fors |  | kyrkan",
    ]


def test_signatures_in_two_rows_of_names_over_functions() -> None:
    listed = "Närvarande: Anna Ek, Bo Fors, Siv Gran, Per Vik\n"
    signed = (
        "Anna Ek\tBo Fors\nsekreterare\tordförande\n\nSiv Gran\tPer Vik\njusterare\tjusterare\n"
    )
    assert people(HEAD + listed + BODY + "\n" + signed) == [
        "Anna Ek |  |  |  |  | secretary",
        "Bo Fors |  |  |  |  | chair",
        "Siv Gran |  |  |  |  | adjuster",
        "Per Vik |  |  |  |  | adjuster",
    ]


def test_who_signs_a_summons_in_a_row_over_the_functions() -> None:
    summons = (
        "Trygghetsrådet\tKALLELSE\n\nTrygghetsrådet kallas till sammanträde\n"
        "Onsdagen den 14 mars 2018, klockan 13.30\n\n"
        "1. Val av justerare\n2. Lägesbild från polisen\n3. Övriga frågor\n\n"
        "Sammanträden 2018: 14 mars och 16 maj.\nAnna Ek\tBo Fors-Alm\nOrdförande\tSekreterare\n"
    )
    assert people(summons) == [
        "Anna Ek |  |  |  | invited | chair",
        "Bo Fors-Alm |  |  |  | invited | secretary",
    ]


def test_the_party_of_who_is_replaced_beside_the_next_person() -> None:
    text = (
        "Beslutande\tAnna Ek (C)\tordförande\nSiv Gran (S)\tersätter Bo Fors\nPer Vik (Vägv)\t(M)\n"
    )
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  |  | C |  | chair",
        "Siv Gran |  |  | S",
        "Bo Fors |  |  | M | absent",
        "Per Vik |  |  | Vägv",
    ]
