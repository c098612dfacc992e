"""Names that run on over lines, two of one name, and what is said of them in passing."""

import pytest

from pipeline.run import read_protocol

HEAD = "Protokoll för Trygghetsrådet i Ekby den 12 mars 2019\nkl. 18.30 i Bygdegården\n\n"
BODY = "\n\n§ 1 Mötet öppnades.\n\n§ 2 Läget är lugnt i hela området sedan jul.\n"

RUNS = {
    "a name and its work are cut by line ends": (
        "Närvarande: Anna Ek, ordförande (fr.o.m. § 2, bussen var sen), Bengt\nÅke Lindh och Mira Saleh,"
        " båda villaföreningen, Bo Alm, förvaltare\nGranviks Bostäder och Eva Ros, sekreterare.",
        [
            "Anna Ek |  |  | partial | chair",
            "Bengt Åke Lindh |  | villaföreningen | present | ",
            "Mira Saleh |  | villaföreningen | present | ",
            "Bo Alm | förvaltare | Granviks Bostäder | present | ",
            "Eva Ros |  |  | present | secretary",
        ],
    ),
    "who sent word stands on the next line": (
        "Närvarande: Anna Ek (ordförande), Bo Alm,\npolisen, Mira Saleh från\nfritidsgården Kvisten och"
        " undertecknad Eva Ros, sekreterare. Återbud\nhade kommit från Per Holm, fältgruppen.",
        [
            "Anna Ek |  |  | present | chair",
            "Bo Alm |  | polisen | present | ",
            "Mira Saleh |  | fritidsgården Kvisten | present | ",
            "Eva Ros |  |  | present | secretary",
            "Per Holm |  | fältgruppen | absent | ",
        ],
    ),
    "two of one name, and the chair of another body": (
        "Närvarande:\nBo Alm, ordförande\nAnna Ek, rektor, Ekskolan\nAnna Ek, ordförande, PRO Ekby",
        [
            "Bo Alm |  |  | present | chair",
            "Anna Ek | rektor | Ekskolan | present | ",
            "Anna Ek | ordförande | PRO Ekby | present | ",
        ],
    ),
    "a run that ends with a bracket above a heading and marked lines": (
        "Närvarande: Bo Alm (ordf), Eva Ros (fält-\ngruppen), Per Holm (Ekbyhem), Mira Saleh\n"
        "(skolan), Lars Grip (polisen), Sara Falk (kyrkan)\n"
        "Anmält förhinder: Ylva Berg (Kvisten), Tor Lind (Svenska kyrkan)\n"
        "Kvar från i våras\n• Kiosken: den är såld och ska rivas.\n• Punkt 4, bänkarna: får vänta.",
        [
            "Bo Alm |  |  | present | chair",
            "Eva Ros |  | fältgruppen | present | ",
            "Per Holm |  | Ekbyhem | present | ",
            "Mira Saleh |  | skolan | present | ",
            "Lars Grip |  | polisen | present | ",
            "Sara Falk |  | kyrkan | present | ",
            "Ylva Berg |  | Kvisten | absent | ",
            "Tor Lind |  | Svenska kyrkan | absent | ",
        ],
    ),
    "small words after a name that no list holds": (
        "Närvarande:\nBo Alm rektor\nEva Ros hamnlaget\nPer Holm kommunens lotsar\nMira Saleh kom senare",
        [
            "Bo Alm | rektor |  | present | ",
            "Eva Ros |  | hamnlaget | present | ",
            "Per Holm |  | kommunens lotsar | present | ",
            "Mira Saleh |  |  | partial | ",
        ],
    ),
    "first names with initials": (
        "Här: Anna S (ordf), Bo I, Samira, Eva (skolan), Eva N (PRO), Mira (skriver)",
        [
            "Anna S |  |  | present | chair",
            "Bo I |  |  | present | ",
            "Samira |  |  | present | ",
            "Eva |  | skolan | present | ",
            "Eva N |  | PRO | present | ",
            "Mira |  |  | present | secretary",
        ],
    ),
}


def listed(attendance: str) -> list[str]:
    (meeting,) = read_protocol((HEAD + attendance + BODY).encode()).meetings
    return [
        f"{each.name} | {each.role or ''} | {each.organisation or ''} | {each.status} | {each.function or ''}"
        for each in meeting.attendees
    ]


@pytest.mark.parametrize(("attendance", "expected"), RUNS.values(), ids=RUNS.keys())
def test_runs(attendance: str, expected: list[str]) -> None:
    assert listed(attendance) == expected


def test_a_remark_is_no_body() -> None:
    assert listed("Närvarande:\nAnna Ek, polisen\nEva Ros, för sista gången") == [
        "Anna Ek |  | polisen | present | ",
        "Eva Ros |  |  | present | ",
    ]


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("§ 1 Micke Alm gav en bild av läget. Sedan jul är det lugnt.", None),
        ("§ 1 Vandringen somnade in för två år sedan när Eva flyttade.\nIngen har tagit vid.", None),
        ("§ 1 Workshop: vad ska vi prioritera?\nMötet delades i tre grupper.", "Workshop: vad ska vi prioritera?"),
        ("§ 1 Kvarterens lägesbild utifrån prioriterade områden.\nPolisen berättade om läget.", "Kvarterens lägesbild utifrån prioriterade områden."),
    ],
)  # fmt: skip
def test_a_sentence_under_a_number_is_no_title(item: str, title: str | None) -> None:
    text = f"{HEAD}Närvarande: Anna Ek, Bo Alm\n\n{item}\n\n§ 2 Nästa möte\nDen 3 maj.\n"
    (meeting,) = read_protocol(text.encode()).meetings
    assert meeting.sections[0].title == title
