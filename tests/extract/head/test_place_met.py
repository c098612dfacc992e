"""The place where running text says that the body met, and what is no part of a place."""

from datetime import time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Vi möttes i Folkets park, lilla salen. Alla hade hittat dit.", "Folkets park, lilla salen"),
        ("Den 14 mars samlades rådet för tionde gången i Ladan (samlingslokalen).", "Ladan (samlingslokalen)"),
        ("Vi sitter i Stora salen, Ekby bibliotek. Fika från 8.30.", "Stora salen, Ekby bibliotek"),
        (
            "Här är det som sades på vår träff i onsdags (14 mars, 15-16.30 i\nkafferummet på Ekgården). Vi var bara fyra den här gången.",
            "kafferummet på Ekgården",
        ),
        ("Den 14 mars sammanträdde rådet i Ekby kommun i sessionssalen mellan klockan 13 och 15.", "sessionssalen"),
        ("Här är anteckningar från mötet den 14 mars 2018 (kl 9-11, på biblioteket).", "biblioteket"),
        ("Vi sågs i ladan. Alla kom.", "ladan"),
        ("Vi träffades hos Siri, och hon bjöd på bullar.", "hos Siri"),
        ("Rådet höll möte den 14 mars. Det genomfördes helt digitalt via Zoom.", "digitalt via Zoom"),
        ("Vi sågs på distans (Teams) den här gången.", "distans (Teams)"),
        ("Träffen hölls på Ekgårdens café mellan 14 och 16.", "Ekgårdens café"),
        ("Onsdag 14 mars 2018 i bystugan i Ekby. Renskrivet av Siri den 16 mars.", "bystugan i Ekby"),
        ("14 mars 2018 kl 9-11, Ekby kommun, Kommunhuset, rum Eken", "Kommunhuset, rum Eken"),
        ("14 mars 2018 kl 18 hos Siri i Lillstugan, vi åt först", "hos Siri i Lillstugan"),
        ("Möte den 14 mars 2018 kl 19 hemma hos Siri på\nLönnstigen 9.", "hemma hos Siri på Lönnstigen 9"),
        ("14 mars 2018 kl. -16.30\nLadans stora rum", "Ladans stora rum"),
        ("2018-03-14 kl 9.00-11.20\nDigitalt (Teams)", "Digitalt (Teams)"),
    ],
)  # fmt: skip
def test_place_told(told: str, place: str) -> None:
    found = head(part(f"Anteckningar från lokala Brå Ekby\n\n{told}{BODY}"))
    assert found.place == place


@pytest.mark.parametrize(
    "told",
    [
        "Vi möttes i onsdags den 14 mars 2018.",
        "Vi träffades på stört, som det brukar bli.",
        "Vi är nu på god väg i arbetet.",
        "Vi var överens om det mesta av det som hänt i skolan.",
        "Det var på Ekgården som Siri växte upp.",
    ],
)
def test_no_place_told(told: str) -> None:
    assert head(part(f"Anteckningar från lokala Brå Ekby\n\n{told}{BODY}")).place is None


@pytest.mark.parametrize(
    ("list_end", "place", "start"),
    [
        ("Maj Ek och rektor Bo Alm. Vi satt i skolans matsal\nfrån klockan 18.30.", "skolans matsal", time(18, 30)),
        ("Maj Ek och Bo Alm.\nMötet hölls i bystugan mellan 9.15 och 11.", "bystugan", time(9, 15)),
    ],
)  # fmt: skip
def test_what_is_told_behind_the_names(list_end: str, place: str, start: time) -> None:
    text = f"Protokoll, lokala Brå Ekby den 14 mars 2018\n\nNärvarande: Siri Lund, {list_end}"
    found = head(part(text + BODY.replace("Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor\n", "")))
    assert (found.place, found.start_time) == (place, start)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("Kommunhuset Ekby, Linderummet\n13.00-14.15", "Kommunhuset Ekby, Linderummet"),
        ("Ekby skola, lärarrummet", "Ekby skola, lärarrummet"),
        ("Kommunkontoret rum 214\nkl 13–14", "Kommunkontoret rum 214"),
        ("Tid:\t10-12\nPlats:\tKommunhuset, Stora salen och\nTeams", "Kommunhuset, Stora salen och Teams"),
        ("kl 14.00\nRådhuset, sal Eken, alternativt Teams", "Rådhuset, sal Eken, alternativt Teams"),
        ("Anteckningar förda på Ekskolans bibliotek kl 9", "Ekskolans bibliotek"),
        ("Möte ute på torget kl 18", "torget"),
        ("Gruppen kallas härmed till möte onsdagen den mars kl :00-:30 i Ekhuset, plan 2.", "Ekhuset, plan 2"),
        ("Mötet öppnades kl 18 i Folkets Hus av Siv Lund.", "Folkets Hus"),
        ("Klockan 18.30 samlades gruppen i Ekby i Missionskyrkans källare.", "Missionskyrkans källare"),
    ],
)  # fmt: skip
def test_a_place_in_rows_beside_the_day(rows: str, place: str) -> None:
    found = head(part(f"Trygghetsgruppen Ekby\n2018-03-14\n{rows}{BODY}"))
    assert found.place == place
