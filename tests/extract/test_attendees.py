"""Attendance parts of every form seen: text in, persons out (see people.py)."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import BODY, HEAD, people

LISTS = {
    "role after comma": (
        "Närvarande:\nAnna Ek, kommunpolis\nBo Lindh, säkerhetssamordnare\nLeyla Aydin, rektor",
        ["Anna Ek | kommunpolis", "Bo Lindh | säkerhetssamordnare", "Leyla Aydin | rektor"],
    ),
    "organisation after comma": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, Granviks Bostäder\nHodan Warsame, Ekskolan",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Granviks Bostäder", "Hodan Warsame |  | Ekskolan"],
    ),
    "role and organisation": (
        "Deltagare:\nAnna Ek, kurator Ekskolan\nBo Lindh, rektor, Bergskolan\n"
        "Mira Saleh, enhetschef vid socialtjänsten",
        [
            "Anna Ek | kurator | Ekskolan",
            "Bo Lindh | rektor | Bergskolan",
            "Mira Saleh | enhetschef | socialtjänsten",
        ],
    ),
    "dash and colon": (
        "Medverkande:\nAnna Ek - kommunpolis\nBo Lindh – fritidschef\nPolisen: Carin Öst",
        ["Anna Ek | kommunpolis", "Bo Lindh | fritidschef", "Carin Öst |  | Polisen"],
    ),
    "parties": (
        "Beslutande:\nAnna Ek (S)\nBo Lindh (m)\nCarin Öst ( c)\nDan Rot (FP)\nEva Ros (Vägv)\nFia Blom, s",
        [
            "Anna Ek |  |  | S",
            "Bo Lindh |  |  | M",
            "Carin Öst |  |  | C",
            "Dan Rot |  |  | FP",
            "Eva Ros |  |  | Vägv",
            "Fia Blom |  |  | S",
        ],
    ),
    "associations and boards in brackets": (
        "Närvarande ledamöter:\nAnna Ek (HRF)\nBo Lindh (DHR)\nCarin Öst (PRO)\nDan Rot KS\nEva Ros SBN",
        [
            "Anna Ek |  | HRF",
            "Bo Lindh |  | DHR",
            "Carin Öst |  | PRO",
            "Dan Rot |  | KS",
            "Eva Ros |  | SBN",
        ],
    ),
    "association and council": (
        "Närvarande:\nAnna Ek (HRF), funktionshinderrådet\nBo Lindh, polisen",
        ["Anna Ek |  | HRF, funktionshinderrådet", "Bo Lindh |  | polisen"],
    ),
    "role before the name": (
        "Närvarande:\nKommunpolis Anna Ek\nRektor Bo Lindh\nSäkerhetssamordnare Carin Öst (S)",
        ["Anna Ek | Kommunpolis", "Bo Lindh | Rektor", "Carin Öst | Säkerhetssamordnare |  | S"],
    ),
    "columns": (
        "Närvarande:\nAnna Ek\tKommunpolis\nBo Lindh\tRektor\tEkskolan\nCarin Öst\tGranviks Bostäder",
        [
            "Anna Ek | Kommunpolis",
            "Bo Lindh | Rektor | Ekskolan",
            "Carin Öst |  | Granviks Bostäder",
        ],
    ),
    "surname first": (
        "Närvarande:\nEk Anna, Granviks Bostäder\nLindh Bo, polisen\nSaleh Mira, Ekskolan",
        [
            "Anna Ek |  | Granviks Bostäder",
            "Bo Lindh |  | polisen",
            "Mira Saleh |  | Ekskolan",
        ],
    ),
    "surname, comma, first name": (
        "Närvarande:\nEk, Anna, polisen\nLindh, Bo, Ekskolan\nSaleh, Mira, socialtjänsten",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Ekskolan", "Mira Saleh |  | socialtjänsten"],
    ),
    "two persons of one company": (
        "Närvarande:\nAnna Ek och Bo Lindh, Granviks Bostäder AB\nCarin Öst, polisen",
        [
            "Anna Ek |  | Granviks Bostäder AB",
            "Bo Lindh |  | Granviks Bostäder AB",
            "Carin Öst |  | polisen",
        ],
    ),
    "an organisation with och in it": (
        "Närvarande:\nAnna Ek, kultur och fritid\nBo Lindh, Vård och omsorg\nCarin Öst, rektor",
        [
            "Anna Ek |  | kultur och fritid",
            "Bo Lindh |  | Vård och omsorg",
            "Carin Öst | rektor",
        ],
    ),
    "run-on sentence": (
        "Närvarande: Anna Ek, Bo Lindh, Carin Öst, Dan Rot och Eva Ros.",
        ["Anna Ek", "Bo Lindh", "Carin Öst", "Dan Rot", "Eva Ros"],
    ),
    "run-on sentence wrapped": (
        "Närvarande: Anna Ek, Bo Lindh, Carin Öst,\nDan Rot och Eva Ros.",
        ["Anna Ek", "Bo Lindh", "Carin Öst", "Dan Rot", "Eva Ros"],
    ),
    "run-on sentence wrapped inside a name": (
        "Närvarande: Anna Ek, Bo Lindh, Carin Öst, Dan\nRot, Eva Ros, Fia Blom och Gun-\nBritt Alm.",
        ["Anna Ek", "Bo Lindh", "Carin Öst", "Dan Rot", "Eva Ros", "Fia Blom", "Gun-Britt Alm"],
    ),
    "run-on with roles": (
        "Närvarande: Anna Ek, polisen, Bo Lindh, rektor, Carin Öst, Granviks Bostäder och Dan Rot (S).",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor",
            "Carin Öst |  | Granviks Bostäder",
            "Dan Rot |  |  | S",
        ],
    ),
    "run-on with brackets": (
        "Närvarande: Anna Ek (polisen), Bo Lindh (Ekskolan), Carin Öst (S), Dan Rot (M)",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh |  | Ekskolan",
            "Carin Öst |  |  | S",
            "Dan Rot |  |  | M",
        ],
    ),
    "first names": (
        "Närvarande: Anna, Bosse, Carina, Dan, Eva och Kickan",
        ["Anna", "Bosse", "Carina", "Dan", "Eva", "Kickan"],
    ),
    "first names one a line": (
        "Närvarande:\nAnna\nBosse\nCarina\nDan",
        ["Anna", "Bosse", "Carina", "Dan"],
    ),
    "all names, then all roles": (
        "Närvarande:\nAnna Ek\nBo Lindh\nCarin Öst\nkommunpolis\nrektor\nfritidschef",
        ["Anna Ek | kommunpolis", "Bo Lindh | rektor", "Carin Öst | fritidschef"],
    ),
    "names with parties and who was away, then all bodies": (
        "Närvarande:\nAnna Ek (S)\nBo Lindh, ej närvarande\nCarin Öst\nKS, ordförande\nPRO\nPolisen",
        [
            "Anna Ek |  | KS | S |  | chair",
            "Bo Lindh |  | PRO |  | absent",
            "Carin Öst |  | Polisen",
        ],
    ),
    "table with head row": (
        "Namn\tFunktion\tNärvarande\nAnna Ek\tKommunpolis\tX\nBo Lindh\tRektor\t-\nCarin Öst\tFritidschef\tx",
        ["Anna Ek | Kommunpolis", "Bo Lindh | Rektor |  |  | absent", "Carin Öst | Fritidschef"],
    ),
    "table with columns for both": (
        "Ledamot\tParti\tNärv\tFrånv\nAnna Ek\tS\tX\t\nBo Lindh\tM\t\tX\nCarin Öst\tC\tX\t",
        ["Anna Ek |  |  | S", "Bo Lindh |  |  | M | absent", "Carin Öst |  |  | C"],
    ),
    "table without head row": (
        "Närvarande:\nAnna Ek\tKommunpolis\tX\nBo Lindh\tRektor\t-\nCarin Öst\tFritidschef\tX\nDan Rot\tKurator\tX",
        [
            "Anna Ek | Kommunpolis",
            "Bo Lindh | Rektor |  |  | absent",
            "Carin Öst | Fritidschef",
            "Dan Rot | Kurator",
        ],
    ),
    "partial attendance": (
        "Närvarande:\nAnna Ek, polisen, t.o.m. punkt 4\nBo Lindh, rektor (fr.o.m. kl 10.00)\n"
        "Carin Öst från punkt 3\nDan Rot (S) § 5 - § 8\nEva Ros (M), ej § 3-4\nFia Blom (C) 65-66\n"
        "Gun Alm, kurator, t.o.m. kl. 14.30\nHans Bäck, del av mötet",
        [
            "Anna Ek |  | polisen |  | partial",
            "Bo Lindh | rektor |  |  | partial",
            "Carin Öst |  |  |  | partial",
            "Dan Rot |  |  | S | partial",
            "Eva Ros |  |  | M | partial",
            "Fia Blom |  |  | C | partial",
            "Gun Alm | kurator |  |  | partial",
            "Hans Bäck |  |  |  | partial",
        ],
    ),
    "absent": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor, ej närvarande\n\nAnmält förhinder:\nCarin Öst, kurator\nDan Rot (S)",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor |  |  | absent",
            "Carin Öst | kurator |  |  | absent",
            "Dan Rot |  |  | S | absent",
        ],
    ),
    "absent, on one line": (
        "Närvarande: Anna Ek, Bo Lindh och Carin Öst\nFörhindrade: Dan Rot, Eva Ros",
        [
            "Anna Ek",
            "Bo Lindh",
            "Carin Öst",
            "Dan Rot |  |  |  | absent",
            "Eva Ros |  |  |  | absent",
        ],
    ),
    "nobody absent": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor\n\nFrånvarande: -",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor"],
    ),
    "replaced": (
        "Beslutande:\nAnna Ek (S)\nBo Lindh (M) tjg ers för Carin Öst (M)\nDan Rot (C), ersätter Eva Ros\n"
        "Fia Blom i stället för Gun Alm\nHans Bäck (L) för Ivar Dal (L)",
        [
            "Anna Ek |  |  | S",
            "Bo Lindh |  |  | M",
            "Carin Öst |  |  | M | absent",
            "Dan Rot |  |  | C",
            "Eva Ros |  |  |  | absent",
            "Fia Blom",
            "Gun Alm |  |  |  | absent",
            "Hans Bäck |  |  | L",
            "Ivar Dal |  |  | L | absent",
        ],
    ),
    "notes after work and workplace": (
        "Närvarande:\nAnna Ek, polisen § 33\nBo Lindh, föreningskonsulent fr.o.m. kl. 9.45\n"
        "Carin Öst, Kronofogden t.o.m. kl 14\nDan Rot, rektor, kom 10.20\n"
        "Eva Ros, Granviks kommun, till kl. 11\nFia Blom, kurator, hela mötet\n"
        "Hodan Warsame, polisen, lämnade kl 14.40",
        [
            "Anna Ek |  | polisen |  | partial",
            "Bo Lindh | föreningskonsulent |  |  | partial",
            "Carin Öst |  | Kronofogden |  | partial",
            "Dan Rot | rektor |  |  | partial",
            "Eva Ros |  | Granviks kommun |  | partial",
            "Fia Blom | kurator",
            "Hodan Warsame |  | polisen |  | partial",
        ],
    ),
    "a note wrapped onto the next line": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, projektledare Mötesplats Granvik, från\npunkt 3",
        ["Anna Ek |  | polisen", "Bo Lindh | projektledare | Mötesplats Granvik |  | partial"],
    ),
    "a note before the next name": (
        "Övriga närvarande:\nAnna Ek, polischef Hassan Nuur, fältsekreterare, punkt 2 Siv Mårdh, kurator",
        [
            "Anna Ek | polischef",
            "Hassan Nuur | fältsekreterare |  |  | partial",
            "Siv Mårdh | kurator",
        ],
    ),
    "initials, absence and functions among the names": (
        "Närvarande: Gustav Almén (GA), Åsa Sköldh (ÅS), Ikram Daoud (ID), Petter Ösmo\n(PÖ)\n"
        "Ej på plats: Vesna Kovac (VK)\nÅsa höll i mötet. Gustav förde minneslistan.",
        [
            "Gustav Almén |  |  |  |  | secretary",
            "Åsa Sköldh |  |  |  |  | chair",
            "Ikram Daoud",
            "Petter Ösmo",
            "Vesna Kovac |  |  |  | absent",
        ],
    ),
    "absence in the next sentence": (
        "Närvarande: Anita, Firas, Gudrun, Mirsad och Rolf. Bengt-Åke hade lämnat återbud.",
        ["Anita", "Firas", "Gudrun", "Mirsad", "Rolf", "Bengt-Åke |  |  |  | absent"],
    ),
    "with, and kin": (
        "Med: Sixten, Zahra, Rut, Göran L, Görans fru Maj, Amir och Kicki\nSixten ledde mötet, Rut skrev.",
        [
            "Sixten |  |  |  |  | chair",
            "Zahra",
            "Rut |  |  |  |  | secretary",
            "Göran L",
            "Maj",
            "Amir",
            "Kicki",
        ],
    ),
    "the last of a run is from somewhere": (
        "Närvarande: Anna Ek, Bo Lindh, Carin Öst samt Dan Rot från Granviks Bostäder.",
        ["Anna Ek", "Bo Lindh", "Carin Öst", "Dan Rot |  | Granviks Bostäder"],
    ),
    "acting chair": (
        "Närvarande:\nAnna Ek, stadsdelschef, tf ordförande\nBo Lindh, avdelningschef IFO",
        ["Anna Ek | stadsdelschef |  |  |  | chair", "Bo Lindh | avdelningschef IFO"],
    ),
    "words in the column for presence": (
        "Namn\tRepresenterar\tNärvaro\nAnna Ek\tGranviks kommun\tordf\nBo Lindh\tPRO\tx\n"
        "Carin Öst\tSKPF\tej närv\nDan Rot\tPolisen\thela mötet\nEva Ros\tRegionen\tkom 10.20\nFia Blom\tKyrkan\t–",
        [
            "Anna Ek |  | Granviks kommun |  |  | chair",
            "Bo Lindh |  | PRO",
            "Carin Öst |  | SKPF |  | absent",
            "Dan Rot |  | Polisen",
            "Eva Ros |  | Regionen |  | partial",
            "Fia Blom |  | Kyrkan |  | absent",
        ],
    ),
    "table of seats under no label": (
        "Ledamöter och ersättare\tParti\tNärv.\tFrånv.\tAnm.\nAnna Ek\tS\tX\t\tordf. punkt 1-3\n"
        "Bo Lindh\tC\tX\t\tordf. från punkt 4\nCarin Öst\tM\t\tX\t\nDan Rot\tFP\tX\t\tt.o.m. punkt 4\nEva Ros\tV\t-\t\t",
        [
            "Anna Ek |  |  | S |  | chair",
            "Bo Lindh |  |  | C |  | chair",
            "Carin Öst |  |  | M | absent",
            "Dan Rot |  |  | FP | partial",
            "Eva Ros |  |  | V | absent",
        ],
    ),
    "roles of which one reads like a label": (
        "Närvarande\nAnna Ek\nBo Lindh\nCarin Öst\n\nStadsdelsdirektör, ordförande\nKommunpolis\nSekreterare\n",
        [
            "Anna Ek | Stadsdelsdirektör |  |  |  | chair",
            "Bo Lindh | Kommunpolis",
            "Carin Öst |  |  |  |  | secretary",
        ],
    ),
    "everybody's seat behind the last name": (
        "Ledamöter\nAnna Ek\nBo Lindh\nCarin Öst\nDan Rot Ordförande, KS Vice ordförande, SN HRF, ej närvarande PRO",
        [
            "Anna Ek |  | KS |  |  | chair",
            "Bo Lindh | Vice ordförande | SN",
            "Carin Öst |  | HRF |  | absent",
            "Dan Rot |  | PRO",
        ],
    ),
    "a slip in the secretary's name": (
        "Närvarande:\nKadir Öz, Granviks kommun\nBo Lindh, rektor\n\nSekreterare: Kadir öz",
        ["Kadir Öz |  | Granviks kommun |  |  | secretary", "Bo Lindh | rektor"],
    ),
    "workplace in the definite without a comma": (
        "Närvarande:\nAnna Ek Polisen\nBo Lindh Räddningstjänsten, via Teams\nCarin Öst, skolan, antecknade",
        [
            "Anna Ek |  | Polisen",
            "Bo Lindh |  | Räddningstjänsten",
            "Carin Öst |  | skolan |  |  | secretary",
        ],
    ),
    "vacant seats": (
        "Närvarande:\nAnna Ek, polisen\nVakant, Hyresgästföreningen\n\nFörhindrade:\nVakant (Villaägarna)\nBo Lindh, Ekskolan",
        ["Anna Ek |  | polisen", "Bo Lindh |  | Ekskolan |  | absent"],
    ),
    "called and present": (
        "Kallade:\nAnna Ek, polisen\nBo Lindh, rektor\nCarin Öst, kurator\n\nNärvarande:\nAnna Ek\nCarin Öst",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor |  |  | absent",
            "Carin Öst | kurator",
        ],
    ),
    "called only": (
        "Kallade:\nAnna Ek, polisen\nBo Lindh, rektor\nCarin Öst, kurator",
        [
            "Anna Ek |  | polisen |  | invited",
            "Bo Lindh | rektor |  |  | invited",
            "Carin Öst | kurator |  |  | invited",
        ],
    ),
    "invited and informed beside those present": (
        "Närvarande:\nAnna Ek, polisen\n\nInbjudna:\nBo Lindh, rektor\n\nUnderrättade:\nCarin Öst, kurator",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor |  |  | invited",
            "Carin Öst | kurator |  |  | invited",
        ],
    ),
    "function lines": (
        "Ordförande: Anna Ek, kommunalråd\nSekreterare: Bo Lindh\nJusterare: Carin Öst\n\nNärvarande:\nAnna Ek\nBo Lindh\nCarin Öst\nDan Rot, polisen",
        [
            "Anna Ek | kommunalråd |  |  |  | chair",
            "Bo Lindh |  |  |  |  | secretary",
            "Carin Öst |  |  |  |  | adjuster",
            "Dan Rot |  | polisen",
        ],
    ),
    "function suffixes": (
        "Närvarande:\nAnna Ek (S), ordförande\nBo Lindh, ordf.\nCarin Öst, sekreterare\nDan Rot, justerare\nEva Ros, vice ordförande",
        [
            "Anna Ek |  |  | S |  | chair",
            "Bo Lindh |  |  |  |  | chair",
            "Carin Öst |  |  |  |  | secretary",
            "Dan Rot |  |  |  |  | adjuster",
            "Eva Ros | vice ordförande",
        ],
    ),
    "chair of another body": (
        "Närvarande:\nAnna Ek, Ordförande stadsdelsnämnden\nBo Lindh, ordförande i socialnämnden\nCarin Öst, polisen",
        [
            "Anna Ek | Ordförande | stadsdelsnämnden",
            "Bo Lindh | ordförande | socialnämnden",
            "Carin Öst |  | polisen",
        ],
    ),
    "chair by item": (
        "Närvarande:\nAnna Ek (S), ordförande § 1-4\nBo Lindh (M), ordf. från punkt 5\nCarin Öst (C)",
        [
            "Anna Ek |  |  | S |  | chair",
            "Bo Lindh |  |  | M |  | chair",
            "Carin Öst |  |  | C",
        ],
    ),
    "two secretaries": (
        "Närvarande:\nAnna Ek, polisen\n\nSekreterare: Bo Lindh/Carin Öst",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh |  |  |  |  | secretary",
            "Carin Öst |  |  |  |  | secretary",
        ],
    ),
    "groups and hyphens": (
        "Närvarande ledamöter\nCarl-Henric af Ek (S)\nIng-Marie Holm Öst (M)\nP-O Lindh (C)\nP A Ros (V)\n"
        "Övriga närvarande\nÅsa Ödman, nämndsekreterare\nGunn-Britt Ål, tf stadsdelschef",
        [
            "Carl-Henric af Ek |  |  | S",
            "Ing-Marie Holm Öst |  |  | M",
            "P-O Lindh |  |  | C",
            "P A Ros |  |  | V",
            "Åsa Ödman | nämndsekreterare",
            "Gunn-Britt Ål | tf stadsdelschef",
        ],
    ),
    "names of many origins": (
        "Närvarande:\nFadumo Abdi Warsame, föreningsrådet\nNguyen Thi Lan, kurator\nKrzysztof Wiśniewski, polisen\n"
        "Çiğdem Yıldız, rektor\nSiavash Moradzadeh, fältassistent\nPäivi Mäkinen, Ekskolan\nDženan Hadžić, polisen",
        [
            "Fadumo Abdi Warsame |  | föreningsrådet",
            "Nguyen Thi Lan | kurator",
            "Krzysztof Wiśniewski |  | polisen",
            "Çiğdem Yıldız | rektor",
            "Siavash Moradzadeh | fältassistent",
            "Päivi Mäkinen |  | Ekskolan",
            "Dženan Hadžić |  | polisen",
        ],
    ),
    "listed twice": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor\n\nÖvriga närvarande:\nAnna Ek\nCarin Öst, kurator",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor", "Carin Öst | kurator"],
    ),
    "readings of one name": (
        "Närvarande:\nClas Ödman, polisen\nLillemor Ek, rektor\n\nSekreterare: C1as Odman\nJusterare: LiIlemor Ek",
        ["Clas Ödman |  | polisen |  |  | secretary", "Lillemor Ek | rektor |  |  |  | adjuster"],
    ),
    "firm whose name looks like a person's": (
        "Närvarande:\nAnna Ek, Nordisk Bevakning\nBo Lindh, Trygg Hamn\nCarin Öst, polisen",
        [
            "Anna Ek |  | Nordisk Bevakning",
            "Bo Lindh |  | Trygg Hamn",
            "Carin Öst |  | polisen",
        ],
    ),
    "bullets and numbers": (
        "Närvarande:\n- Anna Ek, polisen\n- Bo Lindh, rektor\n• Carin Öst, kurator",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor", "Carin Öst | kurator"],
    ),
    "nobody from addresses, telephones or prose": (
        "Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor, bo.lindh@granvik.se, 010-123 45 67\n\n"
        "Postadress: Box 1214, 123 45 Granvik\nBesöksadress: Stora Torget 4\nTelefon: 010-123 45 00\n",
        ["Anna Ek |  | polisen", "Bo Lindh | rektor"],
    ),
    "told in a sentence": (
        "Närvarande vid mötet var Anna Ek (polisen), Bo Lindh samt Carin Öst från Granviks Bostäder.",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh |  | Granviks Bostäder",
            "Carin Öst |  | Granviks Bostäder",
        ],
    ),
    "two entries on one line": (
        "Närvarande:\nAnna Ek, polisen Bo Lindh, rektor\nCarin Öst (S), vice ordförande Dan Rot (M)",
        [
            "Anna Ek |  | polisen",
            "Bo Lindh | rektor",
            "Carin Öst | vice ordförande |  | S",
            "Dan Rot |  |  | M",
        ],
    ),
    "a number of voters is no list": (
        "Närvarande: 34 röstberättigade medlemmar\n\nOrdförande: Anna Ek",
        ["Anna Ek |  |  |  |  | chair"],
    ),
}


@pytest.mark.parametrize(("attendance", "expected"), LISTS.values(), ids=LISTS.keys())
def test_lists(attendance: str, expected: list[str]) -> None:
    assert people(HEAD + attendance + BODY) == expected


SENTENCES = {
    "opened": ("Bo Lindh öppnade mötet och hälsade alla välkomna.", "Bo Lindh", "chair"),
    "opened by": ("Mötet öppnades av Bo Lindh.", "Bo Lindh", "chair"),
    "chair's title": ("Ordförande Bo Lindh hälsade alla välkomna.", "Bo Lindh", "chair"),
    "chair of the meeting": (
        "Mötets ordförande Bo Lindh redogjorde för läget.",
        "Bo Lindh",
        "chair",
    ),
    "chosen": ("Till ordförande för mötet valdes Bo Lindh.", "Bo Lindh", "chair"),
    "led": ("Bo Lindh ledde mötet.", "Bo Lindh", "chair"),
    "held": ("Bo Lindh höll i mötet.", "Bo Lindh", "chair"),
    "sat": ("Bo Lindh satt ordförande.", "Bo Lindh", "chair"),
    "chosen for the evening": ("Bo Lindh valdes till ordförande för kvällen.", "Bo Lindh", "chair"),
    "welcomed": ("Bo Lindh hälsade välkommen.", "Bo Lindh", "chair"),
    "only the first to open": (
        "Bo Lindh öppnade mötet. Anna Ek inledde.",
        "Bo Lindh",
        "chair",
    ),
    "chosen to write": ("Bo Lindh valdes att skriva.", "Bo Lindh", "secretary"),
    "writer chosen": ("Till att skriva protokoll utsågs Bo Lindh.", "Bo Lindh", "secretary"),
    "kept the list": ("Bo Lindh förde minneslistan.", "Bo Lindh", "secretary"),
    "at the pen": ("Vid pennan: Bo Lindh.", "Bo Lindh", "secretary"),
    "wrote": ("Bo Lindh antecknade.", "Bo Lindh", "secretary"),
    "kept": ("Bo Lindh förde minnesanteckningar.", "Bo Lindh", "secretary"),
    "adjusts": ("Bo Lindh utses att justera protokollet.", "Bo Lindh", "adjuster"),
    "adjusters": (
        "Till justeringspersoner valdes Anna Ek och Bo Lindh.",
        "Bo Lindh",
        "adjuster",
    ),
}


@pytest.mark.parametrize(("sentence", "name", "function"), SENTENCES.values(), ids=SENTENCES.keys())
def test_functions_in_sentences(sentence: str, name: str, function: str) -> None:
    text = f"{HEAD}Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor\n\n1. Mötets öppnande\n{sentence}\n\n2. Övrigt\nInget fanns att ta upp.\n"
    persons, _ = attendees(part(text))
    assert {person.name: person.function for person in persons}[name] == function
    assert len(persons) == 2


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (
            "Vid protokollet: Bo Lindh\nAnna Ek, ordförande Carin Öst, justerare",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
        (
            "Rätt återgivet intygar Carin Öst, justerare",
            ["Carin Öst |  |  |  |  | adjuster"],
        ),
        ("Vid protokollet\n\nBo Lindh", ["Bo Lindh |  |  |  |  | secretary"]),
        (
            "Sekreterare\nMarina Blom/Ola\nGren",
            ["Marina Blom |  |  |  |  | secretary", "Ola Gren |  |  |  |  | secretary"],
        ),
        ("Antecknat av Bo Lindh", ["Bo Lindh |  |  |  |  | secretary"]),
        (
            "Underskrifter\nSekreterare\tBo Lindh\nOrdförande\tAnna Ek\nJusterande\tCarin Öst",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
        (
            "Vid protokollet\tJusteras\nBo Lindh\tCarin Öst",
            ["Bo Lindh |  |  |  |  | secretary", "Carin Öst |  |  |  |  | adjuster"],
        ),
        (
            "Sekreterare\nBo Lindh\n\nOrdförande\nAnna Ek\nCarin Öst Justeras",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
    ],
    ids=[
        "above other signatures",
        "attested",
        "below",
        "two, wrapped",
        "by",
        "label and name",
        "functions over names",
        "run together",
    ],
)
def test_signatures(tail: str, expected: list[str]) -> None:
    assert sorted(people(HEAD + BODY + "\n\n" + tail)) == expected


def test_a_signature_and_a_list_make_one_record() -> None:
    found = people(
        HEAD
        + "Närvarande:\nAnna Ek, kommunalråd\nBo Lindh, polisen"
        + BODY
        + "\nOrdförande\nAnna Ek\n"
    )
    assert found == ["Anna Ek | kommunalråd |  |  |  | chair", "Bo Lindh |  | polisen"]


def test_the_stand_in_who_opened_is_chair() -> None:
    text = (
        HEAD
        + "Närvarande:\nAnna Ek, vice ordförande\nBo Lindh, polisen\n\nAnmält förhinder:\nCarin Öst, ordförande\n\n"
        "1. Mötets öppnande\nVice ordförande Anna Ek öppnade mötet.\n\n2. Övrigt\nInget.\n"
    )
    assert people(text) == [
        "Anna Ek | vice ordförande |  |  |  | chair",
        "Bo Lindh |  | polisen",
        "Carin Öst |  |  |  | absent",
    ]


def test_called_only_the_one_who_opened_was_there() -> None:
    text = (
        HEAD + "Kallade:\nAnna Ek\tOrdförande stadsdelsnämnden\nBo Lindh\tRektor\n\n"
        "1. Sammanträdet öppnades av mötesordförande Anna Ek.\n2. Övrigt\nBo Lindh berättade om skolan.\n"
    )
    assert people(text) == [
        "Anna Ek | Ordförande | stadsdelsnämnden |  |  | chair",
        "Bo Lindh | Rektor |  |  | invited",
    ]


def test_persons_of_the_running_text_are_no_attendees() -> None:
    text = (
        HEAD
        + "Närvarande:\nAnna Ek, polisen\n"
        + BODY
        + "Utredare Dan Rot föredrar på nästa möte.\n"
    )
    assert people(text) == ["Anna Ek |  | polisen"]


def test_everyone_on_a_summons_is_invited_and_who_signs_it_too() -> None:
    text = (
        "Brottsförebyggande rådet Granvik\nKALLELSE\n\nHärmed kallas ledamöter och ersättare till sammanträde den 14 mars 2018 klockan 13.00.\n\n"
        "Ledamöter\nAnna Ek (S)\nBo Lindh (M)\n\nErsättare\nCarin Öst (C)\n\n"
        "1. Mötets öppnande\n2. Information\n3. Övriga frågor\n\nAnna Ek\nOrdförande\n"
    )
    assert people(text) == [
        "Anna Ek |  |  | S | invited | chair",
        "Bo Lindh |  |  | M | invited",
        "Carin Öst |  |  | C | invited",
    ]


def test_the_last_line_gives_the_writer_a_surname() -> None:
    text = HEAD + "Närvarande: Sixten, Zahra, Rut" + BODY + "\nGranvik 16 mars 2018\nRut Lindh\n"
    assert people(text) == ["Sixten", "Zahra", "Rut Lindh"]


def test_present_and_absent_is_an_issue() -> None:
    _, issues = attendees(
        part(HEAD + "Närvarande:\nAnna Ek\nBo Lindh\n\nFrånvarande:\nBo Lindh" + BODY)
    )
    assert [issue.kind for issue in issues] == ["present_and_absent"]


def test_every_quote_is_literally_there() -> None:
    for attendance, _ in LISTS.values():
        meeting = part(HEAD + attendance + BODY)
        for person in attendees(meeting)[0]:
            assert person.evidence
            for each in person.evidence:
                assert meeting.document.text[each.start : each.end] == each.quote


def test_running_text_without_lines_holds_nobody() -> None:
    meeting = part(HEAD + "Närvarande: " + "kultur och fritid " * 2500 + BODY)
    assert attendees(meeting)[0] == ()
