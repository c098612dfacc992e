"""Lists, tables and sentences of attendance whose forms short notes and summonses use."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import BODY, HEAD, people

LISTED = (
    "Närvarande: Ronja Alm, räddningstjänsten, Anette Vik, IFO, Jens Häll, tekniska"
    " och Bo Ros, polisen\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Namn\tParti\tNärv\nLind, Anna-Karin\tS\tX\nFors, Bo\tM\tX\nGran, Eva\tC\t-\n",
            [
                "Anna-Karin Lind |  |  | S",
                "Bo Fors |  |  | M",
                "Eva Gran |  |  | C | absent",
            ],
        ),
        (
            "Kommunhuset, rum Almen\n13.00 - 15.10\nNamn\tUppdrag\tNärvarande\nAnna Ek\tOrdförande\tx\n"
            "Bo Fors\tKommunpolis\tx\nEva Gran\tSkolchef\t-\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Fors | Kommunpolis",
                "Eva Gran | Skolchef |  |  | absent",
            ],
        ),
        (
            "Politiker\tAnna Ek (FP), BN, ordförande\nBo Fors (S), KS Ekby\nEva Gran (KD), SN för Ulf Hed (M)\n"
            "Föreningar\tKerstin Ivars (PRO)\nLars Jern (HRF), ej närvarande\n",
            [
                "Anna Ek |  | BN | FP |  | chair",
                "Bo Fors |  | KS Ekby | S",
                "Eva Gran |  | SN | KD",
                "Ulf Hed |  |  | M | absent",
                "Kerstin Ivars |  | PRO",
                "Lars Jern |  | HRF |  | absent",
            ],
        ),
        (
            "Deltagare:\nAnna Ek Hotell Ankaret\nBo Fors Ekby kommun\nEva Gran Södra skolan\n"
            "Kerstin Ivars, fritidsledare Ladan\nLars Jern, Ekby Energi\n",
            [
                "Anna Ek |  | Hotell Ankaret",
                "Bo Fors |  | Ekby kommun",
                "Eva Gran |  | Södra skolan",
                "Kerstin Ivars | fritidsledare | Ladan",
                "Lars Jern |  | Ekby Energi",
            ],
        ),
        (
            "Närvarande\nKommunen\tAnna Ek, samordnare\nBo Fors, fältare\nEkby församling\tEva Gran\n"
            "Frånvarande\nPolisen\tLars Jern\n",
            [
                "Anna Ek | samordnare | Kommunen",
                "Bo Fors | fältare | Kommunen",
                "Eva Gran |  | Ekby församling",
                "Lars Jern |  | Polisen |  | absent",
            ],
        ),
        (
            "Kommunen\tAnna Ek, samordnare\nBo Fors, fältare\nEkby församling\tEva Gran\n",
            [
                "Anna Ek | samordnare | Kommunen",
                "Bo Fors | fältare | Kommunen",
                "Eva Gran |  | Ekby församling",
            ],
        ),
        (
            "Deltagare\nAnna Ek\tBo Fors\tEva Gran\nordförande\tpolisen\tkurator\n\nLars Jern\tKerstin Ivars\n"
            "rektor\tEkby församling\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Fors |  | polisen",
                "Eva Gran | kurator",
                "Lars Jern | rektor",
                "Kerstin Ivars |  | Ekby församling",
            ],
        ),
        (
            "Samtalsledare\tAnna Ek, samordnare\nNärvarande\tBo Fors, polis\nEva Gran, kurator Ekskolan\n",
            [
                "Anna Ek | samordnare |  |  |  | chair",
                "Bo Fors | polis",
                "Eva Gran | kurator | Ekskolan",
            ],
        ),
        (
            "Vilka: Anna (handlarna), Bo (fältarna), Eva (skolan, antecknar)\n",
            ["Anna |  | handlarna", "Bo |  | fältarna", "Eva |  | skolan |  |  | secretary"],
        ),
        (
            "Vi som var där: Anna, Bo, Peppe och kommunpolisen Lars-Åke.\n",
            ["Anna", "Bo", "Peppe", "Lars-Åke | kommunpolisen"],
        ),
        (
            "Kallade\tNärvarande\tFrånvarande\nAnna Ek (S)\tX\t\nBo Fors, kommunpolis\t\tX\nEva Gran\tx\t\n",
            ["Anna Ek |  |  | S", "Bo Fors | kommunpolis |  |  | absent", "Eva Gran"],
        ),
        (
            "Namn\tKallad\tNärvarande\nAnna Ek\tX\tX\nBo Fors\tX\t-\nEva Gran\tX\tX\n",
            ["Anna Ek", "Bo Fors |  |  |  | absent", "Eva Gran"],
        ),
        (
            "Ledamöter\tNärvarande\nAnna Ek, S\tja\nBo Fors, M\tnej\nEva Gran, V\tt.o.m. punkt 4\n",
            ["Anna Ek |  |  | S", "Bo Fors |  |  | M | absent", "Eva Gran |  |  | V | partial"],
        ),
        (
            "Kallade   Närvarande\nAnna Ek   Anna Ek\nBo Fors   Eva Gran\nEva Gran\n",
            ["Anna Ek", "Bo Fors |  |  |  | absent", "Eva Gran"],
        ),
        (
            "Närvarande\nAnna Ek, Stadshandeln, ordf.\nBo Fors, polisen, t.o.m. kl 14\nEva Gran, rektor\n",
            [
                "Anna Ek |  | Stadshandeln |  |  | chair",
                "Bo Fors |  | polisen |  | partial",
                "Eva Gran | rektor",
            ],
        ),
        (
            "Närvarande: Anna, Bo (skrev), Kerstin\nRut kunde inte.\n",
            ["Anna", "Bo |  |  |  |  | secretary", "Kerstin", "Rut |  |  |  | absent"],
        ),
        ("Närv: Anna Ek, Bo Lind (BL)\n", ["Anna Ek", "Bo Lind"]),
        (
            "Med på mötet: Anna Ek (ordförande), Bo Lind från polisen. Cia Alm skrev.\nDan Ros hade anmält förhinder.\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lind |  | polisen",
                "Dan Ros |  |  |  | absent",
                "Cia Alm |  |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande:\nAnna Ek, polisen\nBo Lind, rektor\nUnder punkt 3 deltog även Cia Alm, socialtjänsten\nDan Ros, fritid\n",
            [
                "Anna Ek |  | polisen",
                "Bo Lind | rektor",
                "Cia Alm |  | socialtjänsten",
                "Dan Ros |  | fritid",
            ],
        ),
        (
            "Närvarande Carl Löf, kommundelschef, ordf; Rut Nord, polisen; Jamal Aziz, Ekbyhem; Stina Wall, sekr.\n",
            [
                "Carl Löf | kommundelschef |  |  |  | chair",
                "Rut Nord |  | polisen",
                "Jamal Aziz |  | Ekbyhem",
                "Stina Wall |  |  |  |  | secretary",
            ],
        ),
        (
            "På plats: Kia (Ekby byalag), Maja, kommunpolis Berit samt Bosse\n\nVi började med laget runt.\nKia pratar med handlaren.\n",
            ["Kia |  | Ekby byalag", "Maja", "Berit | kommunpolis", "Bosse"],
        ),
        (
            "Närvarande: Arne, Kent, Ulla, Sven-Olof med fru Gerd och Anita\n",
            ["Arne", "Kent", "Ulla", "Sven-Olof", "Gerd", "Anita"],
        ),
        (
            "Närvarande\nBengt Falk, ordf.\nKomm. Anders Wahl, Polisen\nCia Alm, rektor\nAnmält förhinder: Pastor Karl Ek\n",
            [
                "Bengt Falk |  |  |  |  | chair",
                "Anders Wahl | Komm. | Polisen",
                "Cia Alm | rektor",
                "Karl Ek | Pastor |  |  | absent",
            ],
        ),
        (
            "Namn\tOrg\tNärv\nÅhlén Birgitta (S), ordf\tEkby\tX\nÖberg Stig (C)\tHagby\tX\nNyström Ulla (M)\tHagby\t-\n",
            [
                "Birgitta Åhlén |  | Ekby | S |  | chair",
                "Stig Öberg |  | Hagby | C",
                "Ulla Nyström |  | Hagby | M | absent",
            ],
        ),
        (
            "Beslutande                  Göran Hult (M), ordförande\n                            Elsa Krantz (S)\n"
            "Övriga deltagande           Mikaela Trygg, nämndsekreterare\nUtses att justera           Elsa Krantz\n"
            "Underskrifter\nSekreterare                 ..................   Paragrafer 21-25\n                            Mikaela Trygg\n"
            "Ordförande                  ..................\n                            Göran Hult\n",
            [
                "Göran Hult |  |  | M |  | chair",
                "Elsa Krantz |  |  | S |  | adjuster",
                "Mikaela Trygg | nämndsekreterare |  |  |  | secretary",
            ],
        ),
        (
            "Ledamöter\nPer Lind (M), ordf.\nGun Alm (S)\n\nSekreterare\nAnna Blom\n\nPer Lind\tGun Alm\nOrdförande\tJusteringsman\n",
            [
                "Per Lind |  |  | M |  | chair",
                "Gun Alm |  |  | S |  | adjuster",
                "Anna Blom |  |  |  |  | secretary",
            ],
        ),
        ("Med: Inga, Roland, Vera, Gudrun\n", ["Inga", "Roland", "Vera", "Gudrun"]),
        (
            "Ordinarie\nYngve Lind, KS, ordförande\nMaj Ros (HRF)\nTor Alm (PRO), ej närvarande\n\nErsättare\nHjördis Gran (PRO), tjg för Tor Alm\n",
            [
                "Yngve Lind |  | KS |  |  | chair",
                "Maj Ros |  | HRF",
                "Tor Alm |  | PRO |  | absent",
                "Hjördis Gran |  | PRO",
            ],
        ),
        (
            "Närvarande: Rolf Berg ordf, Bibbi Lejon, Kjell-Åke Plym och Monika Rask\nKjell-Åke gick efter § 3. Ej närvarande: Torsten Gyll.\n",
            [
                "Rolf Berg |  |  |  |  | chair",
                "Bibbi Lejon",
                "Kjell-Åke Plym |  |  |  | partial",
                "Monika Rask",
                "Torsten Gyll |  |  |  | absent",
            ],
        ),
        (
            "Närvarande:\nAnna Ek, rektor Ekskolan (ny efter Bo Lind)\nCia Alm, polisen (första mötet)\n",
            ["Anna Ek | rektor | Ekskolan", "Cia Alm |  | polisen"],
        ),
        (
            "Närvarande:\nAnna Ek, polisen\nBo Lind och Cia Alm, Ekby Energi\nDan Ros, fritid\n",
            [
                "Anna Ek |  | polisen",
                "Bo Lind |  | Ekby Energi",
                "Cia Alm |  | Ekby Energi",
                "Dan Ros |  | fritid",
            ],
        ),
        (
            "Närvarande:\nAnna Ek, enhetschef socialtjänst barn och unga\nBo Lind, enhetschef socialtjänsten\n",
            [
                "Anna Ek | enhetschef socialtjänst barn och unga",
                "Bo Lind | enhetschef | socialtjänsten",
            ],
        ),
        (
            "Närvarande: Anna Ek, ordförande; Bo Lind, folkhälsosekreterare, tillika sekreterare; Cia Alm, polisen\n",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lind | folkhälsosekreterare |  |  |  | secretary",
                "Cia Alm |  | polisen",
            ],
        ),
        (
            "Vi som var där: Hasse, Mirja, Leif, Sami, Tessan och Göte. Elin var med på telefon de första tio minuterna.\nHasse ledde det hela och Tessan skrev.\n",
            [
                "Hasse |  |  |  |  | chair",
                "Mirja",
                "Leif",
                "Sami",
                "Tessan |  |  |  |  | secretary",
                "Göte",
                "Elin |  |  |  | partial",
            ],
        ),
        (
            "Med: Bengt Nilsson (höll i mötet), Gun Lasu, Erling Fors, Siv\nLundmark, Anna-Karin Stoor samt närpolisen Lotta\nHedlund t.o.m. punkt 3. Per-Erik hade fått skotern i sjön och kunde inte\nkomma.\n",
            [
                "Bengt Nilsson |  |  |  |  | chair",
                "Gun Lasu",
                "Erling Fors",
                "Siv Lundmark",
                "Anna-Karin Stoor",
                "Lotta Hedlund | närpolisen |  |  | partial",
                "Per-Erik |  |  |  | absent",
            ],
        ),
        (
            "Närvarande: Margareta Wik, Hans Tall, Ove Lind, Parviz Azimi och Kerstin Björk samt vår kontakt vid polisen Tommy Rydell.\nFörhinder: Lennart Boman\n",
            [
                "Margareta Wik",
                "Hans Tall",
                "Ove Lind",
                "Parviz Azimi",
                "Kerstin Björk",
                "Tommy Rydell |  | polisen",
                "Lennart Boman |  |  |  | absent",
            ],
        ),
        (
            "Ledamöter\nWennström Karl, SPF, ordförande\nOlofsson Gunvor, PRO\nMalmqvist Barbro, SRF, ej närvarande\nEk Roland, HRF\n\nErsättare\nBodin Sune, SRF, för Barbro Malmqvist\n",
            [
                "Karl Wennström |  | SPF |  |  | chair",
                "Gunvor Olofsson |  | PRO",
                "Barbro Malmqvist |  | SRF |  | absent",
                "Roland Ek |  | HRF",
                "Sune Bodin |  | SRF",
            ],
        ),
        (
            "Kallade\nNorra Ekby: Hasse Norell, kommunalråd; Meri Kallio, säkerhetssamordnare\nÖvre Lund: Agneta Fors, kommunalråd; Tova Renlund, utredare\nPolisen: Yusuf Karaca, kommunpolis\n",
            [
                "Hasse Norell | kommunalråd | Norra Ekby |  | invited",
                "Meri Kallio | säkerhetssamordnare | Norra Ekby |  | invited",
                "Agneta Fors | kommunalråd | Övre Lund |  | invited",
                "Tova Renlund | utredare | Övre Lund |  | invited",
                "Yusuf Karaca | kommunpolis | Polisen |  | invited",
            ],
        ),
        (
            "Deltagare\nNamn\tFrån\tNärvaro\nAnna Ek\tPolisen\tX\nBo Lind\tFritid\tX\nCia Alm\tSkolan\t–\nGäst under punkt 2: Rut Alm, kvinnojouren Tuva\n",
            [
                "Anna Ek |  | Polisen",
                "Bo Lind |  | Fritid",
                "Cia Alm |  | Skolan |  | absent",
                "Rut Alm |  | kvinnojouren Tuva |  | partial",
            ],
        ),
        (
            "Kallade\nStig Hall, kommunalråd\nMaj Edlund, rektor\n\nNärvarande\nStig Hall, Maj Edlund\n\nÖvriga närvarande\nAnders Thelin, utredare, sekreterare\n\nStig Hall förklarar mötet öppnat.\n",
            [
                "Stig Hall | kommunalråd |  |  |  | chair",
                "Maj Edlund | rektor",
                "Anders Thelin | utredare |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande:\nAnna Ek, polisen\nBo Lind, rektor\n\nUnderskrifter\nSekreterare Hedvig Ström Paragrafer TR 12-18\nOrdförande Anna Ek\n",
            [
                "Anna Ek |  | polisen |  |  | chair",
                "Bo Lind | rektor",
                "Hedvig Ström |  |  |  |  | secretary",
            ],
        ),
        (
            "Närvarande: Anna Ek 39, Bo Fors 82, Eva Gran 17 och Per Vik 3",
            ["Anna Ek", "Bo Fors", "Eva Gran", "Per Vik"],
        ),
        (
            "Närvarande: Anna Ek, Bo Fors § 82, Eva Gran och Per Vik",
            ["Anna Ek", "Bo Fors |  |  |  | partial", "Eva Gran", "Per Vik"],
        ),
        (
            "Ledamöter\nAnna Ek X\nBo Fors X, mötesordf. § 4-8\nEva Gran X, ej § 9-10\nSiv Hed -\nPer Vik Anmält förhinder\n\n",
            [
                "Anna Ek",
                "Bo Fors |  |  |  |  | chair",
                "Eva Gran |  |  |  | partial",
                "Siv Hed |  |  |  | absent",
                "Per Vik |  |  |  | absent",
            ],
        ),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "1. Val av ordförande för dagen\nRonja. Anette antecknar.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Till ordförande för mötet valdes Ronja Alm och till sekreterare Anette Vik.\n\n2. Justeringsmän: Jens Häll, Bo Ros.\n\n3. Läget\nPolisen berättade.\n",
            {
                "Ronja Alm": "chair",
                "Anette Vik": "secretary",
                "Jens Häll": "adjuster",
                "Bo Ros": "adjuster",
            },
        ),
        (
            "1. Mötesledare\nRonja utsågs att leda mötet och Anette att upprätta protokoll.\n\n2. Läget\nPolisen berättade.\n\n3. Beslut\nMötet beslutade välja Bo Ros att justera protokollet.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Bo Ros": "adjuster"},
        ),
        (
            "1. Läget\nPolisen berättade om läget i byn.\n\n2. Övrigt\nInget.\n\nEkby den 3 maj Ronja Alm Ordförande Anette Vik Sekreterare\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Läget\nPolisen berättade om läget i byn.\n\n2. Övrigt\nInget.\n\nSekreterare Anette Vik Ordförande Ronja Alm Justerare Jens Häll\n",
            {"Anette Vik": "secretary", "Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Val av mötesordförande: Ronja Alm\n\n2. Val av justerare\nAnette och Jens.\n\n3. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "adjuster", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja öppnade och valdes till ordförande för kvällen. Anette skriver.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja hälsade välkommen. Jens Häll valdes att läsa och skriva under dagens.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja höll i trådarna och Anette antecknade. Jens fick förtroendet att justera.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nMötet leddes av Ronja. Anette tog på sig att skriva. Jens för pennan vidare.\n\n2. Läget\nPolisen justerar tiderna. Bo justerar kameran.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja öppnade mötet och valdes att leda det. Anette för pennan och\nJens justerar.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary", "Jens Häll": "adjuster"},
        ),
        (
            "Till justerare utsågs Jens Häll och Anette Vik.\n\n1. Läget\nPolisen berättade om läget i byn.\n",
            {"Jens Häll": "adjuster", "Anette Vik": "adjuster"},
        ),
        (
            "1. Inledning\nMötet leddes av Ronja. Anette satt vid tangenterna.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nMöte öppnades.\n\n2. Läget\nPolisen berättade om läget i byn.\n\n\nRonja Alm, ordförande\t\tAnette Vik, sekreterare\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nMöte öppnades.\n\n2. Läget\nPolisen berättade om läget i byn.\n\n\nRonja Alm vid pennan            Anette Vik, justerare\n",
            {"Ronja Alm": "secretary", "Anette Vik": "adjuster"},
        ),
        (
            "1. Inledning\nSom ordförande fungerade Ronja, och Anette som sekreterare.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nRonja var ordförande, Anette förde pennan.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nI ordförandens frånvaro ledde Ronja mötet.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair"},
        ),
        (
            "1. Inledning\nOrdförande Ronja Alm tog emot. Vi utsåg Jens till justerare.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Jens Häll": "adjuster"},
        ),
        (
            "1. Inledning\nRonja slog klubban i bordet. Sekreterare är Anette.\n\n2. Läget\nPolisen berättade om läget i byn.\n",
            {"Ronja Alm": "chair", "Anette Vik": "secretary"},
        ),
        (
            "1. Inledning\nPer bjöd på kaffe.\n\n2. Läget\nPolisen öppnade ett kontor. Jens ledde arbetet. Bo sade att flera skrev till protokollet.\n\n3. Vid protokollets slut\nNästa tid meddelas i kallelse.\n",
            {},
        ),
    ],
)
def test_functions(items: str, expected: dict[str, str]) -> None:
    persons, _ = attendees(part(HEAD + LISTED + items))
    assert {each.name: each.function for each in persons if each.function} == expected


def test_who_signs_a_summons_is_invited() -> None:
    text = (
        "Trygghetsrådet Ekby\nKALLELSE\nOnsdagen den 14 mars 2018, klockan 13.00\n\nKallade\n"
        "Vice ordförande Katja Lind (S)\nLedamot Amir Ros (MP)\n\nErsättare\nOlle Grip (M)\n\n"
        "1. Upprop\n2. Lägesbild\n3. Övriga frågor\n\nKatja Lind, ordförande\tAmir Ros, sekreterare\n"
    )
    persons, _ = attendees(part(text))
    assert {each.name: each.status for each in persons} == {
        "Katja Lind": "invited",
        "Amir Ros": "invited",
        "Olle Grip": "invited",
    }
    assert [each.function for each in persons] == ["chair", "secretary", None]


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (
            "Välkomna!\nAmir Ros, sammankallande\n",
            [("Katja Lind", None), ("Amir Ros", "sammankallande")],
        ),
        (
            "Vänliga hälsningar\nAmir Ros\nsäkerhetschef\n",
            [("Katja Lind", None), ("Amir Ros", "säkerhetschef")],
        ),
        ("Väl mött!\nAmir\n", [("Katja Lind", None)]),
        (
            "Katja Lind\tAmir Ros\nOrdförande\tSekreterare\n\nGruppmöten hålls en timme före.\n",
            [("Katja Lind", None), ("Amir Ros", None)],
        ),
        (
            "Katja Lind                 Amir Ros\nOrdförande                 Sekreterare\n",
            [("Katja Lind", None), ("Amir Ros", None)],
        ),
    ],
)
def test_who_signs_a_summons_is_one_of_its_persons(
    signed: str, expected: list[tuple[str, str | None]]
) -> None:
    text = (
        "Trygghetsrådet Ekby\nKALLELSE\nOnsdagen den 14 mars 2018, klockan 13.00\n\nKallade\nKatja Lind (S)\n\n"
        f"1. Upprop\n2. Lägesbild\n3. Övriga frågor\n\n{signed}"
    )
    persons, _ = attendees(part(text))
    assert [(each.name, each.role) for each in persons] == expected
    assert {each.status for each in persons} == {"invited"}


def test_a_secretary_in_the_list_goes_before_who_writes_something_later() -> None:
    items = "1. Inledning\nAlla hälsades.\n\n2. Utåt\nEn text ska in i bladet, Bo skriver.\n"
    listed = LISTED + "Sekreterare: Anette Vik\n\n"
    persons, _ = attendees(part(HEAD + listed + items))
    assert {each.name for each in persons if each.function == "secretary"} == {"Anette Vik"}


def test_a_frame_of_marks_above_the_title_is_nobody() -> None:
    frame = "*" * 15
    text = f"{frame}\n**   Trygghetsrådet   **\n{frame}\n\nProtokoll den 3 mars 2021\n\n1. Läget\nDet är lugnt.\n"
    assert attendees(part(text), "protokoll") == ((), ())
