"""What is in a database, for someone who wonders whether it is well."""

from dataclasses import dataclass
from datetime import datetime

from pipeline.stages import Versions
from pipeline.store.database import Connection


@dataclass(frozen=True, slots=True)
class Health:
    """`failed`: path and error code. `unfinished`: when runs began that were broken off
    and that none has come after which had as much to do.

    `ocr_pages`: read from their pictures; `layers_replaced`: documents with a scanner's text layer
    that was worse. `poorly_read`: meetings of whose head and lists more than a quarter gave no fact.
    """

    documents: int
    ocr_pages: int
    layers_replaced: int
    partial: int
    meetings: int
    without_date: int
    without_council: int
    poorly_read: int
    personal_numbers: int
    last_run: datetime | None
    unfinished: tuple[datetime, ...]
    unlinked_series: int
    unindexed: int  # documents that search does not find yet
    other_versions: int  # documents that other code read
    failed: tuple[tuple[str, str], ...]


def health(connection: Connection, made_by: Versions) -> Health:
    """The state of the database, seen by the code of these versions."""

    def rows(query: str, *values: str) -> list[tuple[object, ...]]:
        return connection.execute(query, list(values)).fetchall()

    def number(query: str, *values: str) -> int:
        return int(str(rows(query, *values)[0][0]))

    last_run = connection.execute("SELECT max(finished_at) FROM runs").fetchone()
    unfinished = connection.execute(
        """SELECT started_at FROM runs AS run
           WHERE finished_at IS NULL AND NOT EXISTS (
               FROM runs AS later
               WHERE later.finished_at > run.started_at AND later.seen >= run.seen)
           ORDER BY 1"""
    ).fetchall()
    failed = connection.execute(
        "SELECT path, error_code FROM documents WHERE status = 'failed' ORDER BY 1"
    ).fetchall()
    return Health(
        documents=number("SELECT count(*) FROM documents"),
        ocr_pages=number("SELECT count(*) FROM pages WHERE ocr"),
        layers_replaced=number(
            "SELECT count(DISTINCT document_id) FROM issues WHERE kind = 'ocr_layer_replaced'"
        ),
        partial=number("SELECT count(*) FROM documents WHERE status = 'partial'"),
        meetings=number("SELECT count(*) FROM meetings"),
        without_date=number("SELECT count(*) FROM meetings WHERE meeting_date IS NULL"),
        without_council=number("SELECT count(*) FROM meetings WHERE series_id IS NULL"),
        poorly_read=number("SELECT count(*) FROM meetings WHERE unclaimed_share > 0.25"),
        personal_numbers=number(
            "SELECT count(DISTINCT document_id) FROM issues WHERE kind = 'personal_number'"
        ),
        last_run=last_run[0] if last_run else None,
        unfinished=tuple(started for (started,) in unfinished),
        unlinked_series=number("SELECT count(DISTINCT series_id) FROM series_to_link"),
        unindexed=number("SELECT count(DISTINCT document_id) FROM search.pending"),
        other_versions=number(
            """SELECT count(*) FROM documents WHERE (pipeline_version, reading_version, facts_version)
               IS DISTINCT FROM (?, ?, ?)""",
            made_by.pipeline,
            made_by.reading,
            made_by.facts,
        ),
        failed=tuple((path, code) for path, code in failed),
    )
