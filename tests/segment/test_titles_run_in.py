"""Titles that only a space parts from what is said under them."""

import pytest

from tests.segment.cut import outline

HEAD = (
    "Trygghetsrådet Granby\nAnteckningar den 4 mars 2021\nNärvarande: Maj Ek, Lena Barkman, Bo Li\n"
)


def title(line: str) -> str | None:
    """The title of an item of one line among others."""
    text = (
        f"{HEAD}§ 1 Öppnande Maj öppnade mötet. Hon hälsade alla välkomna.\n§ 2 {line}\n"
        "§ 3 Läget Det är lugnt. Inget nytt att säga om saken i år.\n"
    )
    return dict(outline(text))["2"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Information från polisen Närpolis Lena Barkman berättar. Hon är ny.", "Information från polisen"),
        ("Brottsutvecklingen 2010 Kommunpolis Bo Li kom och berättade. Cyklar stjäls.", "Brottsutvecklingen 2010"),
        ("Skolan Rektor Maj Ek berättade om klottret. Det är mindre nu.", "Skolan"),
        ("Aktuellt i föreningarna Bo: många vågar inte öppna. Maj: lås stjäls.", "Aktuellt i föreningarna"),
        ("Torget Lena Barkman: lamporna är trasiga sedan i julas och någon måste laga dem.", "Torget"),
        ("Fyrverkerier Inga klagomål efter nyåret, till skillnad från förra vintern.", "Fyrverkerier"),
        ("Branden Den 9 maj brann det i en lada. Ingen har sett något.", "Branden"),
        ("Bommen Den står öppen om nätterna. Nycklar lämnas till Bo.", "Bommen"),
        ("Läget under våren (kl .20-13.40) Kommunpolis Lena Barkman föredrar. Lugnt.", "Läget under våren"),
        ("Nästa möte 21 oktober kl 18 i skolan. Fest i parken den 25 september.", "Nästa möte"),
    ],
)  # fmt: skip
def test_title_ends_before_who_speaks_or_what_opens_a_sentence(line: str, told: str) -> None:
    assert title(line) == told


@pytest.mark.parametrize(
    "line",
    ["Rapport från Maj Ek", "Besök av kommunpolis Lena Barkman", "Skolan och fritidsgården"],
)
def test_names_that_are_a_part_of_the_title_stay(line: str) -> None:
    assert title(line) == line


def test_name_behind_a_preposition_is_the_titles() -> None:
    assert (
        title("Rapport från Lena: cyklar stjäls vid stationen och torget.") == "Rapport från Lena"
    )
