"""Year, day and area that only running text tells in passing."""

from datetime import date

import pytest

from pipeline.extract.head import head
from tests.extract.parts import part

_NAMES = "\n\nNärvarande: Siri Alm, Tuva Bergh, Egon Kvist\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Från hamnrådet 4/11" + _NAMES + "• Ny tavla vid kajen, kommer upp först våren 2016.\n• Bommen är lagad.", date(2015, 11, 4)),
        ("Från hamnrådet 4/11" + _NAMES + "• Vi bestämde datum för kvällarna fram till sommaren 2016.\n• Bommen är lagad.", date(2015, 11, 4)),
        ("Från hamnrådet 4/11" + _NAMES + "• Lyktan har varit trasig sedan hösten 2014.\n• Bommen är lagad.", date(2014, 11, 4)),
        ("Hamnrådet: protokoll 4 mars" + _NAMES + "§ 1 Siri öppnade mötet.\n\n§ 2 Föregående protokoll (2 september 2014) godkändes.\n", date(2015, 3, 4)),
        ("Hamnrådet: protokoll 4 november" + _NAMES + "§ 1 Siri öppnade mötet.\n\n§ 2 Egon söker bidraget senast den 31 januari 2016.\n", date(2015, 11, 4)),
        ("HAMNRÅDSMÖTE\n\ntext SIRI" + _NAMES + "På mötet den 4/11 gick vi igenom polisens lista. Vi enades om tre saker.\n\nSchemat gäller till våren 2016.", date(2015, 11, 4)),
    ],
)  # fmt: skip
def test_the_year_of_a_day_without_one_is_told_beside_another_day_or_season(
    text: str, day: date
) -> None:
    found = head(part(text))
    assert found.meeting_date == day
    assert "year_inferred" in [issue.kind for issue in found.issues]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Förra torsdagen höll nätverket ett möte om portarna.", date(2023, 5, 4)),
        ("I måndags träffades nätverket hos Siri.", date(2023, 5, 8)),
        ("Den 27 april (27/4) hölls ett möte för alla hyresvärdar.", date(2023, 4, 27)),
    ],
)
def test_a_page_of_news_counts_back_from_the_day_it_was_put_there(said: str, day: date) -> None:
    text = f"Nätverket Trygga portar\n\nPublicerat 10 maj 2023\n\n{said} Polisen berättade om läget.\n\nLåsen\n\nEgon byter låsen i två portar.\n"
    assert head(part(text)).meeting_date == day


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("Vi enades om det som är viktigast för oss i Ekmo.", "Ekmo"),
        ("Siri gör ett nyhetsbrev för hela Ekmo.", "Ekmo"),
        ("Alla vill öka tryggheten i Norra Ekmo.", "Norra Ekmo"),
        ("Det är dags att Ekmobygden får ett gemensamt råd.", "Ekmobygden"),
        ("Boende i Ekmo klagar på mopeder, liksom boende i Ekmo på buller. Boende i Kvarnby är nöjda.", "Ekmo"),
        ("Vi på Storgatan klagar på mopeder.", None),
        ("Mötet hölls i Ekmo bygdegård.", None),
    ],
)  # fmt: skip
def test_the_area_is_told_as_that_of_those_who_speak(said: str, area: str | None) -> None:
    text = f"Trygghetsrådet: protokoll 4 mars 2015{_NAMES}§ 1 Siri öppnade mötet.\n\n§ 2 {said}\n"
    assert head(part(text)).area == area


def test_who_is_represented_in_a_table_at_the_end_is_not_the_body() -> None:
    text = (
        "Sammanfattning möte 4 mars 2015\n\nSiri berättade varför Trygga Gårdar finns. Alla tyckte att det behövs.\n\n"
        "Representerade på mötet var:\n\n| Ekmo | Kvarnby |\n| Tallbo | Sjöbo hembygdsförening |\n| Nytorp | Norrtorp |\n| Ås | Grind |\n"
    )
    assert head(part(text)).council == "Trygga Gårdar"


def test_a_house_in_capitals_is_no_area() -> None:
    found = head(
        part(
            "PROTOKOLL FÖRT VID EKMO-KVARNBYS GRANNSTÄMMA I TALLBO BYGDEGÅRD DEN 4 MARS 2015.\n\n1. Stämman öppnades.\n\n2. Egon valdes till ordförande.\n"
        )
    )
    assert (found.council, found.area) == ("GRANNSTÄMMA", "EKMO-KVARNBY")
