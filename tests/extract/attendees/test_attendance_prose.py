"""Attendance as short notes, mails and village minutes tell it: in prose, and with sentences among the names."""

import pytest

from tests.extract.people import BODY, HEAD, people

CASES = {
    "round the fire, with work before names and a function behind one": (
        "På plats i stugan var denna kväll Disa Nord från Ekby köpmän (hon fick åka efter kaffet), "
        "oppositionsrådet Siv Lund, som ledde samtalet, Ulf Sten och Åke Sten, byalaget, läkaren Moa Ros samt "
        "nämndsekreteraren Eva Bäck vid tangenterna. Förhinder hade anmälts av fritidschefen Kaj Hav och av "
        "Pär Dal, brandkåren.\n",
        [
            "Disa Nord |  | Ekby köpmän |  | partial",
            "Siv Lund | oppositionsrådet |  |  |  | chair",
            "Ulf Sten |  | byalaget",
            "Åke Sten |  | byalaget",
            "Moa Ros | läkaren",
            "Eva Bäck | nämndsekreteraren |  |  |  | secretary",
            "Kaj Hav | fritidschefen |  |  | absent",
            "Pär Dal |  | brandkåren |  | absent",
        ],
    ),
    "one from a company, with her work": (
        "Närvarande: Siv Lund, Ulf Sten, Moa Ros och från Ekby Bostäder fastighetschef Disa Nord.\n",
        ["Siv Lund", "Ulf Sten", "Moa Ros", "Disa Nord | fastighetschef | Ekby Bostäder"],
    ),
    "places that tell two of one name apart, and who was there for a while": (
        "Med: Gunnel B-L, Åke (han dock endast på § 3), Rut på Åsen och Rut i Dalen. Siv var bortrest.\n",
        [
            "Gunnel B-L",
            "Åke |  |  |  | partial",
            "Rut på Åsen",
            "Rut i Dalen",
            "Siv |  |  |  | absent",
        ],
    ),
    "roles in their definite form before the names": (
        "Vid sammanträdet var följande närvarande: ordföranden Rut Hav (S), ledamoten Olle Grip (M), rektorn "
        "Siv Lund (C), områdespolisen Åke Sten samt sekreteraren Disa Nord.\n",
        [
            "Rut Hav |  |  | S |  | chair",
            "Olle Grip | ledamoten |  | M",
            "Siv Lund | rektorn |  | C",
            "Åke Sten | områdespolisen",
            "Disa Nord |  |  |  |  | secretary",
        ],
    ),
    "who speaks for a body, who stands in for somebody, who came by the clock": (
        "Närvarande: Rut Hav för Ekby köpmän, Siv Lund (C) för Moa Ros (C), Åke Sten (V) kl 9.15-10.30 "
        "och Disa Nord, polisen.\nSom sekreterare tjänstgjorde Rut Hav.\n",
        [
            "Rut Hav |  | Ekby köpmän |  |  | secretary",
            "Siv Lund |  |  | C",
            "Moa Ros |  |  | C | absent",
            "Åke Sten |  |  | V | partial",
            "Disa Nord |  | polisen",
        ],
    ),
    "here and not here": (
        "Här: Siv, Ulf, Disa (moderator)\nInte här: Moa och Åke\n",
        [
            "Siv",
            "Ulf",
            "Disa |  |  |  |  | chair",
            "Moa |  |  |  | absent",
            "Åke |  |  |  | absent",
        ],
    ),
    "who we were, and who could not": (
        "Vi var Anna från kommunen, Bosse, Carina L och Dan Ros från Ekbo bostäder samt jag. "
        "Eva fick en utryckning och kom inte.\n",
        [
            "Anna |  | kommunen",
            "Bosse",
            "Carina L",
            "Dan Ros |  | Ekbo bostäder",
            "Eva |  |  |  | absent",
        ],
    ),
    "wrapped, one on the telephone for a while, one forgot": (
        "Så här blev det när vi hade satt oss ner i stugan och druckit kaffe.\n"
        "Anna, Bosse, Carina, Ulf B och Ulf K var på plats. Dan Wik, styrelseordförande i\n"
        "Granviks kommun, var med på telefon första timmen. Eva dök aldrig upp, hon hade\n"
        "glömt tiden.\n",
        [
            "Anna",
            "Bosse",
            "Carina",
            "Ulf B",
            "Ulf K",
            "Dan Wik | styrelseordförande | Granviks kommun |  | partial",
            "Eva |  |  |  | absent",
        ],
    ),
    "who sent word, under the list": (
        "Vi som kom: Anna, Bosse, Carina (gick 20.15)\n"
        "Rune hade skickat bud om att han satt fast i snön.\n",
        ["Anna", "Bosse", "Carina |  |  |  | partial", "Rune |  |  |  | absent"],
    ),
    "who greeted that he could not": (
        "Närvarande: Anna Ek, polisen, Bo Lind, rektor\n"
        "Rune Alm hälsade genom Bo att han inte kunde.\n",
        ["Anna Ek |  | polisen", "Bo Lind | rektor", "Rune Alm |  |  |  | absent"],
    ),
    "one with a body who was not there": (
        "Deltagare\n• Anna Ek, Hyresgästföreningen\n• Bo Lind, handlare\n• Cia Alm, samordnare vid staden\n"
        "Dan Ros från villaföreningen var inte med.\n",
        [
            "Anna Ek |  | Hyresgästföreningen",
            "Bo Lind | handlare",
            "Cia Alm | samordnare | staden",
            "Dan Ros |  | villaföreningen |  | absent",
        ],
    ),
    "whom to tell that one cannot come": (
        "Närvarande: Anna Ek (S), Bo Lind (polisen), Cia Alm (skolan)\n\n"
        "Förhinder lämnas till Dan Ros senast 22/11.\n",
        ["Anna Ek |  |  | S", "Bo Lind |  | polisen", "Cia Alm |  | skolan"],
    ),
    "part of the meeting, by the coffee and the break": (
        "Med var: Anna Ek (kommunen), Bo Lind (polisen, t.o.m. kaffet), Cia Alm, Lions, fr.o.m. lunchen,"
        " Dan Ros, till pausen\n",
        [
            "Anna Ek |  | kommunen",
            "Bo Lind |  | polisen |  | partial",
            "Cia Alm |  | Lions |  | partial",
            "Dan Ros |  |  |  | partial",
        ],
    ),
    "part of the meeting, by numbers with letters": (
        "Närvarande\nAnna Ek, säkerhetschef\nBo Lind, kommunpolis, t.o.m. RT 9\n"
        "Cia Alm, rektor, fr.o.m. BRÅ § 4\nDan Ros, kyrkan, ej RT 5\n",
        [
            "Anna Ek | säkerhetschef",
            "Bo Lind | kommunpolis |  |  | partial",
            "Cia Alm | rektor |  |  | partial",
            "Dan Ros |  | kyrkan |  | partial",
        ],
    ),
    "initials in brackets, with hyphens and stops": (
        "Närvarande\nAnna Ek (AE), chef\nKarl-Erik Lind (K-E L), Räddningstjänsten\nCia Alm (C.A.), skolan\n",
        ["Anna Ek | chef", "Karl-Erik Lind |  | Räddningstjänsten", "Cia Alm |  | skolan"],
    ),
    "a wrapped run with initials for a first name": (
        "Närvarande: Anna Hed (S) ordförande, K-G Ros polisen, Jelena Wik\nsamordnare, Göran Alm Ekbohem, Eva Lund\n"
        "fältgruppen, Farid\nAziz socialchef och Birgitta Norén,\nsekreterare.\nAnmält förhinder: Ingrid Ek, rektor.\n",
        [
            "Anna Hed |  |  | S |  | chair",
            "K-G Ros |  | polisen",
            "Jelena Wik | samordnare",
            "Göran Alm |  | Ekbohem",
            "Eva Lund |  | fältgruppen",
            "Farid Aziz | socialchef",
            "Birgitta Norén |  |  |  |  | secretary",
            "Ingrid Ek | rektor |  |  | absent",
        ],
    ),
    "full names, first names and initials side by side": (
        "Med var: Anna (ordf), P-O, Jelena, Ingrid W, Cia Lidén, Tomas från kyrkan och Kim Sandell som skrev.\n"
        "Förhindrade: Dan Ros, Lennart\n",
        [
            "Anna |  |  |  |  | chair",
            "P-O",
            "Jelena",
            "Ingrid W",
            "Cia Lidén",
            "Tomas |  | kyrkan",
            "Kim Sandell |  |  |  |  | secretary",
            "Dan Ros |  |  |  | absent",
            "Lennart |  |  |  | absent",
        ],
    ),
    "what somebody is called, and where somebody lives": (
        'Runt bordet: Sigge, Karl-Erik ("Kajan"), Ninni, Rut på berget och den nya polisen Sara Holm. '
        "Rut satt ordförande, Sigge höll i pennan.\n",
        [
            "Sigge |  |  |  |  | secretary",
            "Karl-Erik",
            "Ninni",
            "Rut |  |  |  |  | chair",
            "Sara Holm |  | polisen",
        ],
    ),
    "all who were called but one": (
        "Kallade\nAnna Ek\tchef\nBo Lind\tpolis\nCia Alm\trektor\n\n"
        "Närvarande: samtliga kallade utom Cia Alm. Vid pennan: Dan Ros.\n",
        [
            "Anna Ek | chef",
            "Bo Lind | polis",
            "Cia Alm | rektor |  |  | absent",
            "Dan Ros |  |  |  |  | secretary",
        ],
    ),
    "all who were called but one, in a sentence": (
        "Kallade: Anna Ek, chef; Bo Lind, polis; Cia Alm, rektor\n\n"
        "Samtliga kallade var närvarande förutom Cia Alm.\n",
        ["Anna Ek | chef", "Bo Lind | polis", "Cia Alm | rektor |  |  | absent"],
    ),
    "who wrote, as a sentence of the list": (
        "Deltagare: Anna Ek, som ledde mötet, Bo Lind, polis, Cia Alm, Hamnskolan. Antecknat av Nils Berg.\n",
        [
            "Anna Ek |  |  |  |  | chair",
            "Bo Lind | polis",
            "Cia Alm |  | Hamnskolan",
            "Nils Berg |  |  |  |  | secretary",
        ],
    ),
    "columns that nothing announces": (
        "Kontoret, kl. 15-17\nAnna Ek (L)\tordförande\nBo Lind\tsamordnare\nR Ros\tbitr. rektor\n"
        "Jan Wall, för Hans Wall\tVillaägarna\nEva Norr\tsekreterare\n",
        [
            "Anna Ek |  |  | L |  | chair",
            "Bo Lind | samordnare",
            "R Ros | bitr. rektor",
            "Jan Wall |  | Villaägarna",
            "Hans Wall |  |  |  | absent",
            "Eva Norr |  |  |  |  | secretary",
        ],
    ),
    "a host who chairs": (
        "Deltagare: G Ekestam Broo (värd och ordförande), Klara Ström och Sara Lind från stadsdelen, Rolf Dahl, polisen\n",
        [
            "G Ekestam Broo | värd |  |  |  | chair",
            "Klara Ström |  | stadsdelen",
            "Sara Lind |  | stadsdelen",
            "Rolf Dahl |  | polisen",
        ],
    ),
    "bullets before first names are no surnames": (
        "Närvarande:\n• Gunilla Broo, ordförande\n• Mehmet Yilmaz\n• Fatuma Warsame Ali, Hoppet\n",
        [
            "Gunilla Broo |  |  |  |  | chair",
            "Mehmet Yilmaz",
            "Fatuma Warsame Ali |  | Hoppet",
        ],
    ),
    "who drew the notes up, where nobody is told to have written": (
        "Upprättade av Anna Ek den 9 december.\n\nMed var: Anna Ek (kommunen), Bo Lind (polisen).\n",
        ["Anna Ek |  | kommunen |  |  | secretary", "Bo Lind |  | polisen"],
    ),
    "what is said of the last two": (
        "Deltagare: Anna Ek, Bo Lind, Cia Alm samt Dan Ros (de två sista fr.o.m. punkt 3)\n",
        ["Anna Ek", "Bo Lind", "Cia Alm |  |  |  | partial", "Dan Ros |  |  |  | partial"],
    ),
    "a neighbour and somebody's official": (
        "Runt kaffebordet: Märta, Göte, nye grannen Amir och kommunens Jenny Ek.\n",
        ["Märta", "Göte", "Amir |  | nye grannen", "Jenny Ek |  | kommunen"],
    ),
    "why somebody was away": (
        "Närvarande: Anna Ek, Bo Lind\nÖvriga: Dan Ros (del av § 2)\n"
        "Ej närvarande: Eva Norr (anmält), Filip Gran (oanmält)\n",
        [
            "Anna Ek",
            "Bo Lind",
            "Dan Ros |  |  |  | partial",
            "Eva Norr |  |  |  | absent",
            "Filip Gran |  |  |  | absent",
        ],
    ),
    "who writes, by name": (
        "Med på mötet var jag (Anna Ek, kommunen), Bo Lind från polisen och Cia Alm från skolan.\n",
        ["Anna Ek |  | kommunen", "Bo Lind |  | polisen", "Cia Alm |  | skolan"],
    ),
    "one who rang in": (
        "Mötet samlade Anna Ek, Bo Lind och Cia Alm. Dan Ros ringde in den sista halvtimmen.\n",
        ["Anna Ek", "Bo Lind", "Cia Alm", "Dan Ros |  |  |  | partial"],
    ),
    "trades by their endings": (
        "Närvarande:\nAnna Ek, näringsidkare\nCia Alm, brottsförebyggare vid polisen i Norr\n",
        ["Anna Ek | näringsidkare", "Cia Alm | brottsförebyggare | polisen i Norr"],
    ),
}


@pytest.mark.parametrize(("attendance", "expected"), CASES.values(), ids=CASES.keys())
def test_attendance(attendance: str, expected: list[str]) -> None:
    assert people(HEAD + attendance + BODY) == expected


LISTED = "Närvarande: Anna Ek (AE), Bo Lind (BL), Cia Alm\n"
ENDINGS = {
    "initials": (
        "Anteckningarna fördes av BL och har lästs av AE.",
        ["Anna Ek", "Bo Lind |  |  |  |  | secretary", "Cia Alm"],
    ),
    "a day behind the adjuster's label": (
        "Vid protokollet: Anna Ek\nJusterat den 20 juni 2011: Bo Lind",
        ["Anna Ek |  |  |  |  | secretary", "Bo Lind |  |  |  |  | adjuster", "Cia Alm"],
    ),
    "a day above two who adjusted": (
        "Justerat 2/4 -22\nBo Lind          Cia Alm",
        ["Anna Ek", "Bo Lind |  |  |  |  | adjuster", "Cia Alm |  |  |  |  | adjuster"],
    ),
    "labels side by side without colons": (
        "Vid protokollet Anna Ek\tJusteras Bo Lind",
        ["Anna Ek |  |  |  |  | secretary", "Bo Lind |  |  |  |  | adjuster", "Cia Alm"],
    ),
    "a greeting, with what she is": (
        "Med vänlig hälsning\nCia Alm, samordnare\nRådets sekreterare",
        ["Anna Ek", "Bo Lind", "Cia Alm | samordnare |  |  |  | secretary"],
    ),
    "a slash, with a clause": (
        "/Cia Alm (som också fick vara ordförande denna kväll)",
        ["Anna Ek", "Bo Lind", "Cia Alm |  |  |  |  | chair"],
    ),
}


@pytest.mark.parametrize(("ending", "expected"), ENDINGS.values(), ids=ENDINGS.keys())
def test_signed(ending: str, expected: list[str]) -> None:
    assert people(HEAD + LISTED + BODY + "\n" + ending + "\n") == expected


def test_a_slash_behind_the_last_line_gives_the_full_name() -> None:
    listed = "Närvarande: Anna, Bo, Cia\n"
    assert people(HEAD + listed + BODY + "\nRenskrivet 2 sept /Bo Lind\n") == [
        "Anna",
        "Bo Lind |  |  |  |  | secretary",
        "Cia",
    ]


def test_who_sends_notes_counts_herself_and_those_she_sends_them_to_are_no_attendees() -> None:
    mail = (
        "Från: Anna Ek\nSkickat: den 6 oktober 2023 08:12\nTill: Farid; Kicki; Torbjörn N; Olle; Gun\n"
        "Ämne: Anteckningar\n\nHej alla!\nHär kommer det jag hann skriva ner från vår träff. Vi var Farid från skolan,"
        " Kicki från fritids, Torbjörn\nN från Ekbohem och så jag. Olle blev sjuk.\n"
    )
    ending = "\nHälsar\nAnna\n\n--\nAnna Ek\nsamordnare, Samverkansgruppen\n"
    assert people(HEAD + mail + BODY + ending) == [
        "Farid |  | skolan",
        "Kicki |  | fritids",
        "Torbjörn N |  | Ekbohem",
        "Olle |  |  |  | absent",
        "Anna Ek | samordnare |  |  |  | secretary",
    ]


def test_who_opens_until_a_chair_is_chosen_does_not_chair() -> None:
    items = (
        "\n1. Öppning\nAnna Ek öppnade mötet och ledde det fram till valet.\n\n"
        "2. Val\nForumet utsåg Bo Lind till ordförande för 2019 och Cia Alm till vice ordförande.\n\n"
        "3. Läget\nPolisen berättade om läget i området.\n"
    )
    assert people(HEAD + "Närvarande: Anna Ek, Bo Lind, Cia Alm\n" + items) == [
        "Anna Ek",
        "Bo Lind |  |  |  |  | chair",
        "Cia Alm",
    ]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (
            "direktör, ordförande kommunpolis biträdande rektor Sjöskolan",
            [
                "Anna Ek | direktör |  |  |  | chair",
                "Omar Ali | kommunpolis",
                "Pia Lind | biträdande rektor | Sjöskolan",
            ],
        ),
        (
            "direktör kommunpolis biträdande rektor Sjöskolan kurator, sekreterare",
            ["Anna Ek", "Omar Ali", "Pia Lind"],
        ),
    ],
)
def test_names_and_then_roles_in_text_that_lost_its_lines(roles: str, expected: list[str]) -> None:
    flat = (
        "Lokala BRÅ Granvik Minnesanteckningar 2016-04-20 Tid 13.00 - 14.45 Lokal Medborgarhuset, rum Näcken "
        f"Närvarande Anna Ek Omar Ali Pia Lind {roles} 1. Inledning Alla hälsades välkomna och dagordningen"
        " godkändes. 2. Sedan sist Listan gicks igenom och det mesta är klart. 3. Läget Cykelstölderna vid"
        " stationen ökar, framför allt dagtid, och flera butiker har anmält snatterier under hela våren."
        " 4. Nästa möte Vi ses igen den 8 juni klockan 13.00 i samma rum som i dag."
    )
    assert people(flat) == expected
