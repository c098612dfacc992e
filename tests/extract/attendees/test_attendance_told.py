"""Attendance that no label announces, or that comes with notes: sentences, leads and tables."""

import pytest

from tests.extract.people import BODY, HEAD, people

SENTENCES = {
    "a verb after the place": (
        "På plats i tvättstugan, Storgatan 9, var Birgitta Ek, Awa Jallow (avvek efter § 60), "
        "Bo Wahl från Bostadsbolaget Hästen, trygghetspolis Malin Eek samt Rune Hedvall.\n"
        "Förhindrade: Tina Olausson och Per Ånger, diakon i Mikaelskyrkan.\n"
        "Birgitta höll i klubban och Rune i pennan.",
        [
            "Birgitta Ek |  |  |  |  | chair",
            "Awa Jallow |  |  |  | partial",
            "Bo Wahl |  | Bostadsbolaget Hästen",
            "Malin Eek | trygghetspolis",
            "Rune Hedvall |  |  |  |  | secretary",
            "Tina Olausson |  |  |  | absent",
            "Per Ånger | diakon | Mikaelskyrkan |  | absent",
        ],
    ),
    "first names, one absent": (
        "Med vid kaffebordet var Greta, Arvid, Lilly, unge Petter och Holger. Arvid satt ordförande. "
        "Greta, som är äldst och därför får skriva, skrev. Folke ej närvarande (höften).",
        [
            "Greta |  |  |  |  | secretary",
            "Arvid |  |  |  |  | chair",
            "Lilly",
            "Petter",
            "Holger",
            "Folke |  |  |  | absent",
        ],
    ),
    "names before the verb": (
        "Anna Ek, Bo Lindh och Carin Öst deltog i mötet.",
        ["Anna Ek", "Bo Lindh", "Carin Öst"],
    ),
    "a participle after the names": (
        "Till mötet hade Anna Ek, Bo Lindh och Carin Öst kommit.",
        ["Anna Ek", "Bo Lindh", "Carin Öst"],
    ),
    "the passive": (
        "Kallelsen hade hörsammats av Anna Ek, Bo Lindh och Carin Öst.",
        ["Anna Ek", "Bo Lindh", "Carin Öst"],
    ),
    "round the table": (
        "Runt bordet satt Anna Ek, polisen, Bo Lindh, Ekskolan, och Carin Öst, kyrkan.",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Ekskolan", "Carin Öst |  | kyrkan"],
    ),
    "how many we were": (
        "Vi var fem: Anna, Bosse, Carina, Dan och Eva.",
        ["Anna", "Bosse", "Carina", "Dan", "Eva"],
    ),
    "we who met": ("Vi som möttes: Anna, Bosse och Carina", ["Anna", "Bosse", "Carina"]),
    "a lead of its own": (
        "Gänget: Anna, Bosse, Carina och Dan",
        ["Anna", "Bosse", "Carina", "Dan"],
    ),
    "a second sentence after the list": (
        "Närvarande: Anna Ek och Bo Lindh.\nDessutom deltog Carin Öst, polisen.",
        ["Anna Ek", "Bo Lindh", "Carin Öst |  | polisen"],
    ),
    "wrapped, with a clause and who adjusts": (
        "Dessutom deltar kommunpolis Bo Ek (§§ 21-23) och kommunsekreterare Lisbeth Ström,\n"
        "som för anteckningarna. Anteckningarna justeras av Bo Ek.",
        [
            "Bo Ek | kommunpolis |  |  | partial | adjuster",
            "Lisbeth Ström | kommunsekreterare |  |  |  | secretary",
        ],
    ),
    "a wrapped clause, then who replaces whom": (
        "Församlade: Arvid (ordf.), Lilly, Ulla fr.o.m. kl 18.30, Erik från Hultagården samt\n"
        "Ingvar, vilken fyllt åttiofem och förde anteckningar. Stig-Åke för\nPetter.",
        [
            "Arvid |  |  |  |  | chair",
            "Lilly",
            "Ulla |  |  |  | partial",
            "Erik |  | Hultagården",
            "Ingvar |  |  |  |  | secretary",
            "Stig-Åke",
            "Petter |  |  |  | absent",
        ],
    ),
    "those who stayed away, told": (
        "Närvarande: Anna Ek och Bo Lindh. Återbud hade kommit från Carin Öst och Dan Rot.",
        ["Anna Ek", "Bo Lindh", "Carin Öst |  |  |  | absent", "Dan Rot |  |  |  | absent"],
    ),
    "a sentence of anything else names nobody": (
        "Närvarande: Anna Ek och Bo Lindh. Anna Ek informerade om att Carin Öst har slutat.",
        ["Anna Ek", "Bo Lindh"],
    ),
    "who opened in other words": (
        "Närvarande: Anna Ek och Bo Lindh.\n\n1. Start\nAnna satte igång mötet.",
        ["Anna Ek |  |  |  |  | chair", "Bo Lindh"],
    ),
}

LABELS = {
    "following persons": (
        "Följande personer deltog:\nAnna Ek, polisen\nBo Lindh, rektor",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor"],
    ),
    "no colon, of a body": (
        "Dagens deltagare från rådet\nAnna Ek, polisen\nBo Lindh, rektor",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor"],
    ),
    "absence announced by": (
        "Närvarande:\nBo Lindh, rektor\n\nFörhinder har anmälts av:\nCarola Ek, Tunaskolan",
        ["Bo Lindh | rektor", "Carola Ek |  | Tunaskolan |  | absent"],
    ),
    "could not come": (
        "På mötet medverkade:\nAnna Ek\nBo Lindh\n\nKunde inte komma: Carin Öst",
        ["Anna Ek", "Bo Lindh", "Carin Öst |  |  |  | absent"],
    ),
}

NOTES = {
    "brackets wrapped inside": (
        "Närvarande: Henrik Wall (rektor Lindskolan, sekre-\nterare), Samir Haddad (fältassis-\n"
        "tent, socialtjänsten) fr.o.m. kl 8.45, Conny Rask\n(verksamhetsledare, fritidsgården Kupolen), "
        "Mehmet Kaya (butikschef Hemköp Getekulla)",
        [
            "Henrik Wall | rektor | Lindskolan |  |  | secretary",
            "Samir Haddad | fältassistent | socialtjänsten |  | partial",
            "Conny Rask | verksamhetsledare | fritidsgården Kupolen",
            "Mehmet Kaya | butikschef | Hemköp Getekulla",
        ],
    ),
    "a vacant seat in a run": (
        "Förhindrade: Karl Modig (svenska kyrkan), Gunilla Ask (Ekhem), föreningsrådet (vakant), Bo Ek",
        [
            "Karl Modig |  | svenska kyrkan |  | absent",
            "Gunilla Ask |  | Ekhem |  | absent",
            "Bo Ek |  |  |  | absent",
        ],
    ),
    "present for one item": (
        "Närvarande\nOskar Fjäll\tprojektledare\tLänstrafiken\tnärvarade under kollektivtrafik\n"
        "Bo Ek\tpolisen\tdeltog hela mötet\nEva Ros\tkyrkan\tkom senare",
        [
            "Oskar Fjäll | projektledare | Länstrafiken |  | partial",
            "Bo Ek |  | polisen",
            "Eva Ros |  | kyrkan |  | partial",
        ],
    ),
    "items with a prefix; chair of the day": (
        "Ledamöter\nGöran Malm (M)\tvice ordförande, ordf. vid dagens sammanträde\n"
        "Jeanette Oland (SD), §§ TR 9–12\nDragan Petrovic\tkommunpolis, t.o.m. § TR 17",
        [
            "Göran Malm | vice ordförande |  | M |  | chair",
            "Jeanette Oland |  |  | SD | partial",
            "Dragan Petrovic | kommunpolis |  |  | partial",
        ],
    ),
    "from the police is no note on presence": (
        "I mötet deltog Anna Ek och Bo Lindh samt från polisen Carin Öst.",
        ["Anna Ek", "Bo Lindh", "Carin Öst |  | polisen"],
    ),
    "a function between the names": (
        "Närvarande: Anna Ek, kommunstyrelsen (C), ordförande, Maj Söder, sekreterare, samt Kaj Öberg, sjöräddningen",
        [
            "Anna Ek |  | kommunstyrelsen | C |  | chair",
            "Maj Söder |  |  |  |  | secretary",
            "Kaj Öberg |  | sjöräddningen",
        ],
    ),
    "a workplace after at": (
        "Närvarande:\nAnna Ek, rektor på Lindbacka\nBo Lindh, handlare Stadens Livs",
        ["Anna Ek | rektor | Lindbacka", "Bo Lindh | handlare | Stadens Livs"],
    ),
}

TABLES = {
    "heads that name two things": (
        "Namn\tFörening / nämnd\tUppdrag\tAnm.\nAxelsson Bodil\tHRF\tordf.\t\nEk Tommy\tFöretagarna\t\t\n"
        "Holm Jan-Olof\tSPF Seniorerna\t\tej närvarande\nGren Helmut\tBåtklubben Delfinen\tersättare för Kaj\t\n"
        "Rehn Patrik\tpolisområde Norra\tadjungerad\t",
        [
            "Bodil Axelsson |  | HRF |  |  | chair",
            "Tommy Ek |  | Företagarna",
            "Jan-Olof Holm |  | SPF Seniorerna |  | absent",
            "Helmut Gren |  | Båtklubben Delfinen",
            "Kaj |  |  |  | absent",
            "Patrik Rehn |  | polisområde Norra",
        ],
    ),
    "a sentence under the table": (
        "Närvarande:\nAnna Ek\tKS\tX\nBo Lindh\tSN\t\nCarin Öst\tEkhem\tX\nDan Rot\tkyrkan\tX\n"
        "Dessutom deltar kommunpolis Eva Ros (§§ 2-3) och kommunsekreterare Fia Blom.",
        [
            "Anna Ek |  | KS",
            "Bo Lindh |  | SN |  | absent",
            "Carin Öst |  | Ekhem",
            "Dan Rot |  | kyrkan",
            "Eva Ros | kommunpolis |  |  | partial",
            "Fia Blom | kommunsekreterare",
        ],
    ),
    "names that lost their line break": (
        "Närvarande:\nJoel Torstensson Marie Dahlqvist\nBo Ek\nAnna Maria Lind Holm",
        ["Joel Torstensson", "Marie Dahlqvist", "Bo Ek", "Anna Maria Lind Holm"],
    ),
    "a label that a table put behind a name": (
        "Närvarande\nAnna Ek\trektor\nBo Lindh Förhindrade\tpolisen\nCarin Öst\tEkhem",
        ["Anna Ek | rektor", "Bo Lindh |  | polisen", "Carin Öst |  | Ekhem |  | absent"],
    ),
}

RUNS = {
    "all but": (
        "Närvarande: Samtliga ledamöter utom Bo Ek (C) och Eva Ros (M).",
        ["Bo Ek |  |  | C | absent", "Eva Ros |  |  | M | absent"],
    ),
    "bodies before their persons": (
        "Närvarande:\nFrån polisen: Anna Ek, Bo Lindh\nFrån kommunen: Carin Öst, fritidschef\nFrån Ekhem: Dan Rot",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh |  | polisen",
            "Carin Öst | fritidschef | kommunen",
            "Dan Rot |  | Ekhem",
        ],
    ),
    "roles before their persons, under no label": (
        "Kommunpolis: Anna Ek\nRektor: Bo Lindh\nFritidschef: Carin Öst",
        ["Anna Ek | Kommunpolis", "Bo Lindh | Rektor", "Carin Öst | Fritidschef"],
    ),
    "semicolons": (
        "Deltagare: Anna Ek, kommunpolis; Bo Lindh, rektor, Ekskolan; Carin Öst (S); Dan Rot, Ekhem",
        [
            "Anna Ek | kommunpolis",
            "Bo Lindh | rektor | Ekskolan",
            "Carin Öst |  |  | S",
            "Dan Rot |  | Ekhem",
        ],
    ),
    "a slash before the workplace": (
        "Närvarande: Anna Ek/polisen, Bo Lindh/Ekskolan",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Ekskolan"],
    ),
    "how they took part": (
        "Närvarande: Anna Ek (polisen, via Teams), Bo Lindh (Ekskolan, lämnade 14.30), Carin Öst (digitalt)",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Ekskolan |  | partial", "Carin Öst"],
    ),
    "substitutes in other words": (
        "Närvarande:\nAnna Ek, polisen (ersätter Dan Rot)\nBo Lindh, vikarie för Eva Ros",
        [
            "Anna Ek |  | polisen",
            "Dan Rot |  |  |  | absent",
            "Bo Lindh",
            "Eva Ros |  |  |  | absent",
        ],
    ),
    "boxes": (
        "Närvarande:\n☒ Anna Ek, polisen\n☐ Bo Lindh, rektor\n☒ Carin Öst, kyrkan",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor |  |  | absent", "Carin Öst |  | kyrkan"],
    ),
    "sentences on who came and went": (
        "Närvarande: Anna Ek, Bo Lindh och Carin Öst. Bo Lindh kom kl 10. Carin Öst gick efter § 4.",
        ["Anna Ek", "Bo Lindh |  |  |  | partial", "Carin Öst |  |  |  | partial"],
    ),
    "an absent one among the names": (
        "Vi som var med den här gången var Anna, Bosse och Kickan, Lasse fick förhinder.",
        ["Anna", "Bosse", "Kickan", "Lasse |  |  |  | absent"],
    ),
    "roles in the definite": (
        "Närvarande: rektorn Anna Ek, kyrkoherden Bo Lindh, polisen Carin Öst",
        ["Anna Ek | rektorn", "Bo Lindh | kyrkoherden", "Carin Öst |  | polisen"],
    ),
    "how many of how many": (
        "Närvarande (3 av 9): Anna Ek, Bo Lindh, Carin Öst",
        ["Anna Ek", "Bo Lindh", "Carin Öst"],
    ),
    "two lists side by side": (
        "Närvarande:\t\tFrånvarande:\nAnna Ek\t\tCarin Öst\nBo Lindh\t\tDan Rot",
        ["Anna Ek", "Bo Lindh", "Carin Öst |  |  |  | absent", "Dan Rot |  |  |  | absent"],
    ),
    "why they stayed away": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor, deltog ej\nCarin Öst (sjuk)\nDan Rot, tjänstledig",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor |  |  | absent",
            "Carin Öst |  |  |  | absent",
            "Dan Rot |  |  |  | absent",
        ],
    ),
    "prose of the head names nobody": (
        "Det var Anna Ek som hade tagit initiativ till mötet. Nästa gång är det Bo Lindh som bjuder på fika.",
        [],
    ),
}

FORMS = SENTENCES | LABELS | NOTES | TABLES | RUNS


@pytest.mark.parametrize(("attendance", "expected"), FORMS.values(), ids=FORMS.keys())
def test_forms(attendance: str, expected: list[str]) -> None:
    assert people(HEAD + attendance + BODY) == expected


def test_a_digit_read_for_a_letter_makes_no_second_person() -> None:
    text = HEAD + "Närvarande:\nIngegerd Sj6berg, polisen" + BODY + "\nJusterare: Ingegerd Sjöberg"
    assert people(text) == ["Ingegerd Sj6berg |  | polisen |  |  | adjuster"]


def test_a_heading_that_invites_is_no_list() -> None:
    text = (
        HEAD + "Närvarande: Anna Ek" + BODY + "\n4. Inbjudan till SKR-konferens\nDen lästes upp.\n"
    )
    assert people(text) == ["Anna Ek"]


@pytest.mark.parametrize(
    "text",
    [
        "\n1. Närvarande\nAnna Ek, polisen\nBo Lindh, rektor\n\n2. Läget\nAllt var lugnt.\n\n3. Övrigt\nInget.\n",
        "\n§ 1 Mötet öppnas\nNärvarande var Anna Ek, polisen, och Bo Lindh, rektor.\n\n§ 2 Läget\nAllt var lugnt.\n",
        BODY + "\nNärvarande: Anna Ek, polisen, Bo Lindh, rektor\n",
    ],
    ids=["an item", "in the first item", "after the last item"],
)
def test_attendance_that_does_not_stand_in_the_head(text: str) -> None:
    assert people(HEAD + text) == ["Anna Ek |  | polisen", "Bo Lindh | rektor"]


def test_who_took_part_in_something_else_did_not_attend() -> None:
    text = "\n1. Läget\nAnna Ek och Bo Lindh deltog i länets konferens.\n\n2. Övrigt\nInget.\n"
    assert people(HEAD + text) == []
