"""Whether a problem that a section speaks of is there: none, ceased, falling, moved, feared."""

import pytest

from tests.extract.mentioned import told


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Inga bränder har rapporterats.", "brand"),
        ("Inga nya bränder har anlagts.", "brand"),
        ("Personrånen har upphört helt.", "personran"),
        ("Skadegörelse har inte förekommit under hösten.", "skadegorelse"),
        ("Inga tips om narkotikaförsäljning har kommit in.", "narkotika"),
        ("Båtinbrotten brukar komma i april men har uteblivit i år.", "inbrott_annat"),
        ("Hälsocentralen rapporterar inga hot mot personalen.", "hot_trakasserier"),
        ("Ingen misshandel har anmälts.", "misshandel_vald"),
        ("Sedan skjutningen i maj har ingen ny inträffat.", "gangkriminalitet_skjutning"),
        ("Sedan kamerorna kom har inga bränder anlagts.", "brand"),
        ("Det har inte varit några slagsmål i år.", "misshandel_vald"),
        ("Polisen har inte fått in några anmälningar om rån.", "personran"),
        ("Buskörningen har upphört.", "trafik_buskorning"),
        ("Några cykelstölder har inte anmälts under perioden.", "cykelstold"),
        ("Ryktet om skjutningen stämde inte.", "gangkriminalitet_skjutning"),
        ("Inga problem med langning har märkts vid kiosken.", "alkohol_langning"),
        ("Inga fler containrar har brunnit.", "brand"),
        ("Rån mot pensionärer vid bankomaten har inte inträffat i år.", "personran"),
        ("Inga hatbrott, trots oron i grannkommunen.", "hatbrott"),
        ("Bilinbrott? Nej, inte sedan vakterna kom.", "fordonsbrott"),
        ("Inga förråd har brutits upp i år.", "inbrott_annat"),
        ("Ingen har rapporterat misshandel på matcherna.", "misshandel_vald"),
        (
            "Ingen har längre sett till ungdomarna som brukade hålla till i trapphuset.",
            "ungdomsgang",
        ),
        ("Några personrån har inte kommit till polisens kännedom.", "personran"),
        ("Någon anlagd brand har däremot inte anmälts.", "brand"),
        ("Uppgifterna om hedersförtryck har visat sig vara felaktiga.", "hedersrelaterat"),
        ("Det har varit lugnt, inga bränder.", "brand"),
        ("Inga nya fall av langning.", "alkohol_langning"),
        ("Problemen med mopeder på gångvägen har försvunnit.", "trafik_buskorning"),
        ("Ingen har sett några lösa hundar.", "hundar"),
        ("Källarbränder – inga.", "brand"),
        ("Att det langas öl på badet är en skröna.", "alkohol_langning"),
        ("Det förekommer ingen skadegörelse på skolan längre.", "skadegorelse"),
        ("Klottret har upphört sedan kamerorna sattes upp.", "klotter"),
        ("Inte ett enda källarinbrott har anmälts sedan maj.", "inbrott_annat"),
        ("Bilbränderna som härjade i augusti har tystnat.", "brand"),
        ("Stölderna ur omklädningsrummen hör numera till det förflutna.", "stold_snatteri"),
        ("Det var länge sedan någon stal diesel ur maskinerna.", "fordonsbrott"),
        ("Uppgifterna om prostitution på salongen kunde polisen inte bekräfta.", "sexualbrott"),
        ("Ryktet om knarkförsäljningen är taget ur luften.", "narkotika"),
        ("Klotter på förskolan har vi inte behövt se i år.", "klotter"),
        ("I trapphusen klottras det inte.", "klotter"),
        ("Farhågorna om skadegörelse efter skolavslutningen kom på skam.", "skadegorelse"),
        ("Den befarade vågen av villainbrott kom aldrig.", "bostadsinbrott"),
        ("Polisen har satt stopp för langningen i hamnen.", "alkohol_langning"),
        ("Det påstås att rån har skett i parken, men polisen har inget ärende.", "personran"),
        (
            "Kyrkan har tidigare haft problem med inbrott i förrådet men det har upphört.",
            "inbrott_annat",
        ),
    ],
)
def test_none_and_ceased_are_negative(sentence: str, problem: str) -> None:
    assert told(sentence) == {(problem, "negative")}


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Klottret har minskat.", "klotter"),
        ("Klottret har inte minskat.", "klotter"),
        ("Klottret har flyttat till gångbron.", "klotter"),
        ("Det går knappast en helg utan bråk på torget.", "ordningsstorning"),
        ("Ingen har gripits för personrånen.", "personran"),
        ("Grannarna har slutat anmäla klottret.", "klotter"),
        ("Cykelstölderna har nästan upphört, det rör sig om enstaka fall.", "cykelstold"),
        ("Skadegörelsen har avtagit men upphör inte helt.", "skadegorelse"),
        ("Ingen har testats, men cannabis säljs vid bryggan.", "narkotika"),
        ("Inga åtgärder mot skadegörelsen har gett resultat.", "skadegorelse"),
        ("Klottret kommer tillbaka så fort det har tvättats bort.", "klotter"),
        ("Inte mindre än fjorton cyklar stals i mars.", "cykelstold"),
        ("Ingen vecka går utan inbrott i förråden.", "inbrott_annat"),
        ("Inget område är förskonat från klottret.", "klotter"),
        ("Vi ser inget slut på skadegörelsen.", "skadegorelse"),
        ("Inte förrän i mars upptäcktes klottret.", "klotter"),
        ("Källarinbrotten har ebbat ut, bara ett sedan i april.", "inbrott_annat"),
        ("Inbrotten i förråden har klingat av.", "inbrott_annat"),
        ("Inga andra brott än cykelstölder har anmälts.", "cykelstold"),
        ("Förutom klotter har inget hänt.", "klotter"),
        ("Inget av de tolv källarinbrotten är uppklarat.", "inbrott_annat"),
        ("Rattfyllorna har inte blivit färre.", "trafik_buskorning"),
        ("Personrånen har inte ökat.", "personran"),
        ("Narkotika märks inte av mer än vanligt.", "narkotika"),
        ("Två lärare har blivit hotade, en rektor har slutat.", "hot_trakasserier"),
        ("Maj efterlyser koppel på hundarna vid skolgården.", "hundar"),
        ("Folk vågar inte längre gå genom parken i mörkret.", "otrygg_plats"),
        ("Det brann i tvättstugan, ingen skadades.", "brand"),
        ("Skadegörelsen har inte gått att få bukt med.", "skadegorelse"),
        ("Knarket säljs inte längre vid fontänen utan i trapphusen.", "narkotika"),
    ],
)
def test_falling_moved_and_unsolved_are_positive(sentence: str, problem: str) -> None:
    assert told(sentence) == {(problem, "positive")}


@pytest.mark.parametrize(
    ("sentence", "problems"),
    [
        (
            "Inga inbrott, rån eller stölder har anmälts.",
            {"inbrott_annat", "personran", "stold_snatteri"},
        ),
        ("Lugnt, varken klotter eller skadegörelse.", {"klotter", "skadegorelse"}),
    ],
)
def test_a_negation_holds_for_the_whole_list(sentence: str, problems: set[str]) -> None:
    assert told(sentence) == {(problem, "negative") for problem in problems}


def test_none_but_feared_is_both() -> None:
    found = told("Inga bilbränder har inträffat, men många är oroliga för att det ska börja om.")
    assert found == {("brand", "positive"), ("brand", "negative")}


def test_in_a_long_sentence_a_negation_may_deny_something_else() -> None:
    sentence = "I källargången på Sandvägen sover folk som inte har någonstans att ta vägen."
    assert told(sentence) == {("hemloshet", "positive")}


def test_the_only_problem_of_a_sentence_is_denied_in_words_that_no_rule_knows() -> None:
    assert told("Torget är förskonat från klotter sedan i våras.") == {("klotter", "negative")}


def test_one_sentence_may_tell_of_one_that_is_there_and_one_that_is_not() -> None:
    assert told("Fler pojkar bär kniv, men inga slagsmål har förekommit.") == {
        ("misshandel_vald", "positive"),
        ("misshandel_vald", "negative"),
    }


def test_what_is_there_instead_is_not_denied() -> None:
    assert told("Denna gång tog de inget utan slog sönder rutorna i köket.") == {
        ("skadegorelse", "positive")
    }
