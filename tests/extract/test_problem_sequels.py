"""What the next sentence says of a problem, what is told of other places, and rows of figures."""

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.read import read
from pipeline.segment import segment

Told = set[tuple[str, str]]
NOTHING: Told = set()


def told(body: str, title: str = "Rapporter") -> Told:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    return {
        (each.problem, each.polarity)
        for part in segment(read(text.encode(), ReadSettings(ocr="off")))
        for each in problem_mentions(part, judge_of(part))
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Pelle frågade om det förekommer hot mot personalen. Så har inte varit fallet i år.",
            {("hot_trakasserier", "negative")},
        ),
        (
            "Fråga om det varit inbrott i båthusen. Ingen känner till några.",
            {("inbrott_annat", "negative")},
        ),
        (
            "Ulla frågade om bosättningen vid grustaget. Ingen bor kvar, husvagnarna är bortforslade.",
            {("olovlig_bosattning", "negative")},
        ),
    ],
)
def test_a_question_is_answered_by_the_next_sentence(body: str, expected: Told) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Skolan har en handlingsplan mot narkotika. Problemet växer, säger rektor.",
            {("narkotika", "positive")},
        ),
        (
            "Polisen har arbetat mot buskörningen. Anmälningarna är färre än i fjol.",
            {("trafik_buskorning", "positive")},
        ),
        (
            "Polisen har arbetat mot langningen. Inga nya fall har kommit in.",
            {("alkohol_langning", "negative")},
        ),
        ("Projektet mot skadegörelse är avslutat. Ekonomin är god.", NOTHING),
    ],
)
def test_work_against_a_problem_and_how_it_goes(body: str, expected: Told) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Anlagda bränder befarades av kommunen. Sådana uteblev helt.",
            {("brand", "negative")},
        ),
        ("Fruktade bråk på valborg. Det blev dock lugnt.", {("ordningsstorning", "negative")}),
        ("Buskörningen på Storgatan? Som bortblåst.", {("trafik_buskorning", "negative")}),
        ("Skolan hade bränder i fjol. Det har inte hänt igen.", {("brand", "negative")}),
        ("Skolan hade bränder i fjol. Det är inte bra.", {("brand", "positive")}),
        ("Har någon sett till mopedgänget? Nej.", {("trafik_buskorning", "negative")}),
        (
            "I en grannkommun har tre butiker rånats. Inget sådant har hänt här.",
            {("ran_annat", "negative")},
        ),
    ],
)
def test_the_next_sentence_denies_what_was_there_or_feared(body: str, expected: Told) -> None:
    assert told(body) == expected


def test_what_a_burglary_or_a_robbery_took_is_no_theft_of_its_own() -> None:
    assert told("Inbrott i villa på Ekvägen. Smycken och kontanter borta.") == {
        ("bostadsinbrott", "positive")
    }
    assert told("Elever har rånats vid stationen. De blev bestulna på mobiler.") == {
        ("personran", "positive")
    }


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "Maj hade varit på studiebesök i en annan kommun. Bränderna har halverats där.",
            "Rapport",
        ),
        ("Bo berättade om grannstaden, där personrånen nästan är borta.", "Rapport"),
        (
            "Gun berättade om Almköping. Skadegörelsen har minskat där.",
            "Lärdomar från kusten",
        ),
    ],
)
def test_what_is_told_of_other_places_is_no_mention(body: str, title: str) -> None:
    assert told(body, title) == NOTHING


def test_who_comes_from_another_place_does_it_here() -> None:
    assert ("hot_trakasserier", "positive") in told(
        "Två elever har hotats av jämnåriga från annan ort."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Skadegörelse 14 (11), stöld ur bil 6 (9), misshandel 3 (3), personrån 0 (2).",
            {
                ("skadegorelse", "positive"),
                ("fordonsbrott", "positive"),
                ("misshandel_vald", "positive"),
                ("personran", "negative"),
            },
        ),
        (
            "Anlagda bränder 2 (0), klotter 5 (9), rån 0 (0).",
            {("brand", "positive"), ("klotter", "positive"), ("personran", "negative")},
        ),
    ],
)
def test_a_row_of_figures_is_read_figure_by_figure(body: str, expected: Told) -> None:
    assert told(body) == expected


def test_a_negation_denies_only_the_problem_behind_it() -> None:
    assert told("Under tertialet anmäldes 4 fall av klotter, 2 av skadegörelse och inget rån.") == {
        ("klotter", "positive"),
        ("skadegorelse", "positive"),
        ("personran", "negative"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "Klottret på kiosken togs bort samma vecka.",
        "Skräpet i dungen plockades upp av klass 5B.",
        "Taggarna på elskåpen målades över före helgen.",
        "Klottret som anmäldes i maj är sanerat.",
        "Klottret från senaste helgen är sanerat.",
        "Belysningen på elljusspåret fungerar som den ska.",
        "Länsstyrelsens rapport om hatbrott lades ut på webben.",
        "Polisen bjuds in för att tala om bedrägerier.",
    ],
)
def test_what_is_mended_or_only_a_subject_is_no_mention(body: str) -> None:
    assert told(body) == NOTHING


def test_what_was_mended_and_is_back_is_a_mention() -> None:
    assert told("Klottret är sanerat men kommer tillbaka.") == {("klotter", "positive")}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("En pensionär rånades på halskedjan utanför banken.", "personran"),
        ("En man rånade Ica-butiken under knivhot.", "ran_annat"),
        ("Stigen bakom kyrkan är ett ställe där de flesta ogärna vistas.", "otrygg_plats"),
        ("Kajen är fortfarande becksvart trots att fler lyktor utlovats.", "otrygg_plats"),
        ("Lamporna längs kanalen fungerar inte.", "otrygg_plats"),
        ("Belysningen på parkeringsdäcket fungerar på två av sex plan.", "otrygg_plats"),
        ("Det sitter vuxna män och dricker på bänkarna hela dagarna.", "ordningsstorning"),
        ("En kvinna fick höra hånfulla ord om sin huvudduk på bussen.", "hatbrott"),
        ("Fyra pensionärer har lurats att köpa falska biljetter.", "bedrageri"),
        ("Gasolflaskor försvinner från uteplatserna.", "stold_snatteri"),
    ],
)
def test_which_problem_it_is(body: str, problem: str) -> None:
    assert told(body) == {(problem, "positive")}


def test_what_is_told_of_another_place_and_denied_here() -> None:
    body = "I övriga landet ökar sprängningarna; något sådant har aldrig inträffat här."
    assert told(body) == {("gangkriminalitet_skjutning", "negative")}
