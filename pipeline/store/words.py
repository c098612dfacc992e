"""Words of a year: in how many protocols of a series each stands, in dictionary form."""

from collections.abc import Callable, Iterable, Sequence

from pipeline.store.bulk import staged
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import Row

# Words in small letters of four letters or more: neither names nor the first word of a sentence.
_WORDS = r"""
    SELECT series_id, meeting_id, meeting_date, year(meeting_date) AS year,
           unnest(regexp_extract_all(sections.text, '(?:^|[^\p{L}-])(\p{Ll}{4,})', 1)) AS form
    FROM sections JOIN held_meetings AS meetings USING (meeting_id)
    WHERE list_contains(?::VARCHAR[], series_id)"""


def replace_year_words(
    connection: Connection,
    series: Sequence[str],
    dictionary: Callable[[Iterable[str]], Iterable[tuple[str, str, bool]]],
) -> None:
    """Count the words of these series anew.

    `dictionary` gives the forms that count, each with its dictionary form and whether that is known.
    """
    with transaction(connection):
        connection.execute(
            f"""CREATE TEMP TABLE year_forms AS
                SELECT series_id, year, form, meeting_id, meeting_date, count(*) AS uses
                FROM ({_WORDS}) GROUP BY ALL""",
            [list(series)],
        )
        forms = connection.execute("SELECT DISTINCT form FROM year_forms ORDER BY 1").fetchall()
        rows: list[Row] = [
            {"form": form, "word": word, "known": known}
            for form, word, known in dictionary(form for (form,) in forms)
        ]
        types = {"form": "VARCHAR", "word": "VARCHAR", "known": "BOOLEAN"}
        with staged(connection, "counted_forms", types, rows):
            connection.execute(
                """DELETE FROM year_words
                   WHERE list_contains(?::VARCHAR[], series_id)
                      OR series_id NOT IN (SELECT series_id FROM meetings WHERE series_id IS NOT NULL)""",
                [list(series)],
            )
            connection.execute(
                """INSERT INTO year_words BY NAME
                   SELECT series_id, year, word, bool_or(known) AS known, sum(uses)::INTEGER AS uses,
                          count(DISTINCT meeting_id) AS protocols,
                          arg_min(meeting_id, meeting_date) AS meeting_id
                   FROM year_forms JOIN counted_forms USING (form)
                   GROUP BY series_id, year, word"""
            )
        connection.execute("DROP TABLE year_forms")
