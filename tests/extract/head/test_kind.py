"""Minutes or notes: what a document is that calls itself nothing, or only in passing."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import part

_NAMED = (
    "Trygghetsgruppen i Granvik den 14 mars 2018\n\nNärvarande: Tuva, Egon, Siri och Melker.\n\n"
)
_ITEMS = (
    "§ 1\nEgon {opened}\n\n"
    "§ 2 Från sist\nSiri har lagat bommen vid bryggan och hängt upp den nya skylten.\n\n"
    "§ 3 Övrigt\nEn båt försvann i april. {closing}\n\n{foot}\n"
)
_HEADINGS = (
    "Bryggan\nSiri har lagat bommen vid bryggan och hängt upp den nya skylten.\n\n"
    "Båtarna\nEn båt försvann i april. Tuva berättade att polisen letar efter den.\n\n"
    "Nästa gång\n{closing}\n\n{foot}\n"
)


@pytest.mark.parametrize(
    ("opened", "closing", "foot"),
    [
        ("öppnade mötet.", "Tuva sätter upp en ny lapp.", "Melker, sekreterare"),
        ("hälsade alla välkomna.", "Tuva valdes att justera.", "Melker"),
        ("hälsade alla välkomna.", "Gruppen beslutade att köpa lås.", "Vid protokollet: Melker"),
        (
            "hälsade alla. Till att skriva utsågs Melker.",
            "Tuva lagar kaffe.",
            "Antecknat av Melker",
        ),
        ("öppnade. Melker antecknade.", "Protokollet från maj lästes upp.", ""),
    ],
)
def test_formal_ways_make_minutes(opened: str, closing: str, foot: str) -> None:
    text = _NAMED + _ITEMS.format(opened=opened, closing=closing, foot=foot)
    assert head(part(text)).kind == "protokoll"


@pytest.mark.parametrize(
    ("opened", "closing", "foot"),
    [
        ("öppnade. Majanteckningarna lästes upp.", "Vi sätter upp en lapp.", ""),
        ("bjöd på bullar. Siri skrev.", "Vi fikade när vi hade sett vad vi fått.", ""),
        ("bjöd på bullar.", "Melker höll i pennan.", "Hälsningar Melker"),
    ],
)
def test_informal_ways_make_notes_also_under_paragraphs(
    opened: str, closing: str, foot: str
) -> None:
    text = _NAMED + _ITEMS.format(opened=opened, closing=closing, foot=foot)
    assert head(part(text)).kind == "minnesanteckningar"


@pytest.mark.parametrize(
    ("closing", "foot"),
    [
        ("Torsdag 3 maj.", ""),
        ("Torsdag 3 maj.", "Antecknat av Melker"),
        ("Vi ses den 3 maj. Majprotokollet lades i pärmen.", "Melker, som skrev."),
        ("Torsdag 3 maj.", "De här anteckningarna mejlas till alla."),
    ],
)
def test_headings_without_numbers_make_notes(closing: str, foot: str) -> None:
    text = _NAMED + _HEADINGS.format(closing=closing, foot=foot)
    assert head(part(text)).kind == "minnesanteckningar"


@pytest.mark.parametrize(
    "foot", ["Justeras: Siri Alm", "Vid protokollet\nMelker", "Melker åtog sig protokollet."]
)
def test_headings_without_numbers_and_minutes_that_are_adjusted(foot: str) -> None:
    body = _HEADINGS.format(closing="Mötet beslutade att ses den 3 maj.", foot=foot)
    assert head(part(_NAMED + body)).kind == "protokoll"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Trygghetsgruppen Granvik – anteckningar från träffen 14 mars 2018", "minnesanteckningar"),
        ("Trygghetsgruppen i Granvik, protokoll 14 mars 2018", "protokoll"),
        ("Sammanfattning från träffen med Trygghetsgruppen i Granvik", "minnesanteckningar"),
        ("Beslutsprotokoll, Trygghetsgruppen i Granvik", "protokoll"),
    ],
)
def test_a_title_that_names_the_kind_in_passing(title: str, kind: str) -> None:
    body = "\n\nNärvarande: Tuva och Egon.\n\n1. Inledning\nEgon öppnade.\n\n2. Läget\nLugnt.\n"
    found = head(part(title + body))
    assert found.kind == kind
    assert [each.field for each in found.evidence if each.field == "kind"] == ["kind"]


def test_presenters_over_a_table_of_items_have_not_come() -> None:
    text = (
        "EKMO KOMMUN\tKALLELSE\nTrygghetsrådet\n\nTid: 14 mars 2018 kl 13\nPlats: Aulan\n\nÄrende\tFöredragande\n"
        "1\tVal av justerare\n2\tLägesbild\tMaj Ek\n3\tHandlingsplan\tBo Alm\n\nOrdförande Bo Alm\n"
    )
    assert head(part(text)).kind == "kallelse"


def test_a_label_of_who_is_called_makes_a_summons() -> None:
    text = "Kallelse till Ekmo trygghetsforum\n\nTid: 14 mars 2018 kl 18\nPlats: Aulan\n\nDagordning\n\nA. Inledning\n\nB. Läget\nPolisen berättade i höstas om bränder.\n"
    assert head(part(text)).kind == "kallelse"


def test_a_letter_to_those_who_met_is_notes() -> None:
    text = (
        "Från: Siri Alm\nSkickat: den 16 mars 2018 09:10\nTill: Tuva; Egon\n"
        "Ämne: Det vi sade i onsdags\n\nHej alla!\n\n"
        "Tack för sist, här är vad jag kom ihåg av vårt möte i onsdags (14 mars).\n\n"
        + _HEADINGS.format(closing="Vi ses torsdag 3 maj.", foot="Ha det gott\nSiri")
    )
    assert head(part(text)).kind == "minnesanteckningar"


def test_a_letter_that_calls_some_by_name_is_a_summons() -> None:
    text = "Hej!\n\nVälkomna till höstens första träff i Samverkansgruppen Ekmo torg.\nNär: tisdag 18/9 2018 kl 8.30\nVar: Ladan\nKallade: Siri Alm, Egon Ek\n\nDagordning\nA. Vad har hänt?\nB. Klottret vid stationen\n   Egon visar bilder. Värden har bett oss ta ställning till en vägg.\nC. Nästa träff\n\nVi ses!\nTuva\n"
    assert head(part(text)).kind == "kallelse"


@pytest.mark.parametrize(
    ("number", "spoken", "kind"),
    [
        ("", "Gunn kollar priset på lampor.", "minnesanteckningar"),
        ("", "Egon såg två mopeder i lågor.", "minnesanteckningar"),
        ("", "Egon, sekreterare, tackade för i dag.", "protokoll"),
        ("", "Mötet avslutades.", "protokoll"),
        ("", "Justeras: Siri Alm", "protokoll"),
        (
            "Dnr: KS 2018/0219\n",
            "Siri (S) och Egon (M), ordförande, läste majanteckningarna.",
            "protokoll",
        ),
    ],
)
def test_plain_numbers_alone_make_no_minutes(number: str, spoken: str, kind: str) -> None:
    text = (
        f"Trygghetsgruppen i Granvik\n{number}Datum: 14 mars 2018\n\nMed: Gunn, Egon och Siri\n\n"
        f"1. Sedan sist\nSiri har lagat bommen vid bryggan och hängt upp skylten.\n\n2. Nytt\n{spoken}\n"
    )
    assert head(part(text)).kind == kind


@pytest.mark.parametrize("label", ["Tjänstepersoner", "Övriga", "Gäster"])
def test_those_below_the_called_do_not_make_minutes(label: str) -> None:
    text = (
        "Granviks kommun        Kallelse med föredragningslista\n\nTrygghetsrådet\n\n"
        "Tid: onsdagen den 14 mars 2018 kl 18.00\nPlats: Stadshotellet\n\n"
        f"Kallade\nLedamöter: Vanja Ström (L), Kadir Dal (S)\n{label}: säkerhetschef Olle Berg\n\n"
        "Ärenden\nA Upprop\nA Lägesbild\n"
    )
    assert head(part(text)).kind == "kallelse"


def test_a_summons_that_says_whom_it_calls_without_a_name_lists_nobody_who_came() -> None:
    text = (
        "Brottsförebyggande rådet\nKALLELSE\n\nNär:\t14 mars 2018 klockan 13:30\nVar:\tAulan\n"
        "Vilka:\tRådets ledamöter enligt sändlista\n\nÄrenden\n1\tDagordning\n2\tLägesbild\tMaj\n"
        "3\tFörslag till plan\nSamordnaren föreslår att kommunen anställer en ledare på halvtid.\n"
    )
    assert head(part(text)).kind == "kallelse"


@pytest.mark.parametrize(
    "title",
    [
        "Protokoll\nKALLELSE till Trygghetsrådet i Granvik",
        "KALLELSE till Trygghetsrådet i Granvik\nMinnesanteckningar",
        "Kallelse Trygghetsrådet i Granvik\tPROTOKOLL",
    ],
)
def test_a_template_does_not_make_minutes_of_a_summons(title: str) -> None:
    text = (
        f"{title}\nTisdag den 14 mars 2018 klockan 13\nAulan\nKallade\nVanja Ström, ordförande\nKadir Dal, polis\n"
        "Föredragningslista\n1. Inbrotten har ökat, enligt underlaget.\n2. Läget. Det har rapporterats om rån.\n3. Övrigt\n"
    )
    assert head(part(text)).kind == "kallelse"
