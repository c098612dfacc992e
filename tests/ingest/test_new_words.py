"""Words of a year that the years before and the taxonomy of problems lack."""

from datetime import date
from pathlib import Path

from pipeline.ingest.batch import Settings, ingest
from pipeline.link.new_words import YearWord, counted, year_words
from pipeline.link.rows import TextRow
from pipeline.store.database import open_for_reading
from pipeline.store.filters import Filters
from pipeline.store.query import run_report
from pipeline.store.report import report

USUAL = (
    "Polisen berättade att klottret fortsätter vid stationen och att biblioteket hade öppet hela"
    " lovet. Verksamheten i parken och matsalen gick igenom, och grannarna i kvarteret var nöjda."
)
NEW = "Drönarna över skolgården oroar. En drönare störtade, och drönaren hade kamera."


def test_nouns_count_in_their_dictionary_form_and_the_taxonomys_are_known() -> None:
    forms = ["drönarna", "drönaren", "klottret", "polisen", "fortsätter", "och", "elsparkleken"]
    assert {form: counted(form) for form in forms} == {
        "drönarna": ("drönare", False),
        "drönaren": ("drönare", False),
        "klottret": ("klotter", True),
        "polisen": ("polis", True),
        "fortsätter": None,
        "och": None,
        "elsparkleken": ("elsparkleken", False),
    }


def test_a_word_counts_in_small_letters_as_a_whole_and_once_a_protocol() -> None:
    texts = [
        TextRow("a-1", date(2019, 2, 1), "Drönarna kom. Drönaren, en drönare och fem drönare¹."),
        TextRow("b-1", date(2019, 5, 3), "Av skol-drönare blev drönareX, inte xdrönare."),
    ]
    words = year_words(texts)
    assert words[2019, "drönare"] == YearWord(False, 3, {"a-1": None, "b-1": None})


def test_a_word_of_one_year_is_offered(tmp_path: Path) -> None:
    for area in ("Granvik", "Liden"):
        for day in (
            "2016-05-03",
            "2017-05-03",
            "2018-02-01",
            "2018-05-03",
            "2019-02-01",
            "2019-05-03",
        ):
            told = NEW if area == "Granvik" and day > "2019" else ""
            text = f"Trygghetsrådet {area}\nProtokoll {day}\n\n1. Läget\n{USUAL} {USUAL} {told}\n"
            (tmp_path / f"{area}-{day}.txt").write_text(text, encoding="utf-8")
    database = tmp_path / "x.duckdb"
    ingest([str(tmp_path)], Settings(database, workers=1))
    offered = {}
    with open_for_reading(database) as connection:
        for council in ("Granvik", "Liden"):
            result = run_report(connection, report("new-words"), Filters(council))
            rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
            offered[council] = [
                (row["year"], row["word"], row["protocols"], row["uses_before"]) for row in rows
            ]
    assert offered == {"Granvik": [(2019, "drönare", 2, 0)], "Liden": []}
