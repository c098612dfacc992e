"""How long linking takes on an archive of generated meetings, and whether it grows with their number alone.

    python benchmarks/linking.py [--councils 200 400] [--meetings 50] [--keep FILE]

The generator's meetings (tools/generate.py) are stored as records, without being written and read, in
a database of their own; each council has an area of its own, and a meeting's first item holds its whole text. Timed is `relink`: rows read, people, follow-ups,
states and gaps found, links stored. Prints seconds of the clock and of the processor, meetings a second and
the largest memory; then how often planted links were found.
"""

import argparse
import resource
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from generator.archive import series
from generator.sheet import Generated
from pipeline.evaluate.truth import TrueMeeting
from pipeline.ingest.relink import relink
from pipeline.link.areas import area_key
from pipeline.link.series import series_key
from pipeline.store.bulk import insert
from pipeline.store.database import Connection, open_for_writing, transaction
from pipeline.store.rows import Row, encode

NOW = datetime(2026, 1, 1)
AT_ONCE = 5_000  # meetings stored in one transaction
_POSSIBLE = 10  # sentences of a meeting that may be follow-ups
_SENTENCE = 40  # characters of a line that is taken for one


def rows(generated: Generated, council: int) -> Iterator[tuple[str, Row]]:
    """The rows of a generated meeting, each with its table; its series is its council's alone."""
    (meeting,) = generated.truth.meetings
    document_id, meeting_id = generated.stem, f"{generated.stem}-1"
    yield "documents", {
        "document_id": document_id, "path": f"/{generated.stem}.txt", "status": "ok", "page_count": 1,
        "ocr_page_count": 0, "pipeline_version": "1", "run_id": "bench", "ingested_at": NOW,
    }  # fmt: skip
    yield "pages", {
        "document_id": document_id, "page": 1, "start": 0, "end": len(generated.text),
        "turned": 0, "ocr": False, "text": generated.text,
    }  # fmt: skip
    key = series_key(meeting.council, f"{meeting.area} {council}")
    yield "meetings", {
        "meeting_id": meeting_id, "document_id": document_id, "ordinal": 1, "kind": meeting.kind,
        "council": meeting.council, "area": meeting.area, "series_key": key, "series_id": key,
        "meeting_date": meeting.meeting_date, "next_meeting_date": meeting.next_meeting.meeting_date,
    }  # fmt: skip
    for table, letter, facts in _facts(meeting, meeting_id, generated.text):
        for ordinal, fact in enumerate(facts, 1):
            record_id = f"{meeting_id}-{letter}{ordinal}"
            yield (
                table,
                {_KEYS[table]: record_id, "meeting_id": meeting_id, "ordinal": ordinal, **fact},
            )
            quote = str(fact.get("text") or fact.get("name") or fact.get("title") or "")
            yield "evidence", {
                "record_id": record_id, "field": "text", "document_id": document_id, "ordinal": 1,
                "page": 1, "start": 0, "end": len(quote), "quote": quote, "rule": "x", "confidence": 1.0,
            }  # fmt: skip


_KEYS = {
    "attendees": "attendee_id", "sections": "section_id", "actions": "action_id",
    "follow_ups": "follow_up_id", "possible_follow_ups": "follow_up_id", "problem_mentions": "mention_id", "meeting_signs": "sign_id",
    "priority_areas": "priority_area_id",
}  # fmt: skip


def _facts(
    meeting: TrueMeeting, meeting_id: str, text: str
) -> Iterator[tuple[str, str, Sequence[Row]]]:
    def section(ordinal: int | None) -> str | None:
        return None if ordinal is None else f"{meeting_id}-s{ordinal}"

    coming = meeting.next_meeting.meeting_date
    yield "meeting_signs", "g", [
        {"sign": "coming", "meeting_date": coming, "last_date": coming, "text": f"Nästa möte {coming}"}
    ] if coming else []  # fmt: skip
    yield "attendees", "p", [
        {"name": each.name, "role": each.role, "organisation": each.organisation, "party": each.party,
         "status": each.status, "function": each.function} for each in meeting.attendees
    ]  # fmt: skip
    sections: list[Row] = [
        {"number": each.number, "title": each.title, "text": "" if at else text}
        for at, each in enumerate(meeting.sections)
    ]
    yield "sections", "s", sections
    yield "actions", "a", [
        {"section_id": section(each.section), "kind": each.kind, "text": each.text, "owner": each.owner,
         "due_date": each.due, "due_text": each.due_text, "state": "open"} for each in meeting.actions
    ]  # fmt: skip
    yield (
        "follow_ups",
        "f",
        [
            {
                "section_id": section(each.section),
                "outcome": each.outcome,
                "outcome_read": each.outcome,
                "text": each.text,
            }
            for each in meeting.follow_ups
        ],
    )
    stated = {each.text for each in (*meeting.actions, *meeting.follow_ups)}
    yield "possible_follow_ups", "q", [
        {"outcome": "done", "probability": 0.05, "problem": False, "text": line}
        for line in text.splitlines() if len(line) > _SENTENCE and line not in stated
    ][:_POSSIBLE]  # fmt: skip
    yield "problem_mentions", "m", [
        {"section_id": section(each.section), "problem": each.problem, "polarity": each.polarity,
         "text": each.problem} for each in meeting.problems
    ]  # fmt: skip
    yield (
        "priority_areas",
        "r",
        [
            {"name": each.name, "area_kind": each.area_kind, "area_key": area_key(each.name)}
            for each in meeting.priority_areas
        ],
    )


def fill(connection: Connection, councils: int, meetings: int) -> tuple[int, int, dict[str, str]]:
    """Store the archive. How many meetings and facts it has, and the planted links by follow-up id."""
    counted: Counter[str] = Counter()
    links: dict[str, str] = {}
    batch: list[tuple[str, Row]] = []
    for council in range(councils):
        known: dict[tuple[str, str], str] = {}
        for generated in series(council, meetings):
            batch += rows(generated, council)
            counted["meetings"] += 1
            (meeting,) = generated.truth.meetings
            for at, action in enumerate(meeting.actions, 1):
                known[generated.stem, action.text] = f"{generated.stem}-1-a{at}"
            for at, told in enumerate(meeting.follow_ups, 1):
                if told.action is not None:
                    links[f"{generated.stem}-1-f{at}"] = known[
                        told.action.document, told.action.text
                    ]
        if len(batch) > 40 * AT_ONCE or council == councils - 1:
            counted["facts"] += _store(connection, batch)
            batch = []
    connection.execute("INSERT INTO series_to_link SELECT DISTINCT series_id FROM meetings")
    return counted["meetings"], counted["facts"], links


def _store(connection: Connection, batch: Iterable[tuple[str, Row]]) -> int:
    tables: dict[str, list[Row]] = {}
    for table, row in batch:
        tables.setdefault(table, []).append(row)
    with transaction(connection):
        for table, of_table in tables.items():
            insert(connection, table, [encode(of_table)])
    return sum(len(of_table) for table, of_table in tables.items() if table in _KEYS)


def measure(path: Path, councils: int, meetings: int) -> float:
    """Fill a database and link it; meetings a second."""
    with open_for_writing(path) as connection:
        held, facts, planted = fill(connection, councils, meetings)
        clock, cpu = perf_counter(), process_time()
        relink(connection)
        seconds, worked = perf_counter() - clock, process_time() - cpu
        found = dict(
            connection.execute(
                """SELECT follow_up_id, action_id
                   FROM follow_ups ANTI JOIN possible_follow_ups USING (follow_up_id)
                   WHERE action_id IS NOT NULL"""
            ).fetchall()
        )
    right = sum(planted.get(key) == action for key, action in found.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{held:,} meetings of {councils:,} councils, {facts:,} facts: {seconds:.0f} s, processor"
        f" {worked:.0f} s, {held / worked:.0f} meetings a second of processor; {peak:.0f} MB;"
        f" links: {len(found):,} of {len(planted):,}, right {right / max(1, len(found)):.2f}",
        flush=True,
    )
    return held / worked


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--councils", type=int, nargs="+", default=[200, 400])
    parser.add_argument("--meetings", type=int, default=50, help="of each council")
    parser.add_argument("--keep", type=Path, help="keep the last database here")
    options = parser.parse_args()
    speeds = []
    for councils in options.councils:
        with TemporaryDirectory(prefix="lokalbra-") as folder:
            path = Path(folder) / "linking.duckdb"
            speeds.append(measure(path, councils, options.meetings))
            if options.keep is not None:
                options.keep.write_bytes(path.read_bytes())
    if len(speeds) > 1:
        print(f"speed at the largest against the smallest: {speeds[-1] / speeds[0]:.2f}")


if __name__ == "__main__":
    main()
