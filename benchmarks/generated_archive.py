"""A database of any size, its rows made by chance and loaded as a batch loads them.

Each council meets every other month. A meeting is one document of one page with six items, six
attendees, three actions, a follow-up, three problems and now and then a priority: some 14 facts and
their evidence, and an issue; one meeting of twenty is missing. An item is five sentences of words drawn
by Zipf's law from some 200,000. Persons, states, follow-ups, missing protocols and words of a year are
given as linking would give them, since what is measured is asking.
"""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.taxonomy import taxonomy
from pipeline.ingest.intake import now
from pipeline.language.terms import forms_in, terms_of, words_of
from pipeline.store.bulk import insert
from pipeline.store.counted import bring_up_to_date
from pipeline.store.database import open_for_writing
from pipeline.store.load import Entry, Name, load, replace_problems
from pipeline.store.rows import Facts, Row, encode
from pipeline.store.search_index import index_pending
from pipeline.store.shorthand import shorthand

ITEMS, ATTENDEES, ACTIONS, PROBLEMS = 6, 6, 3, 3
SENTENCES, WORDS = 5, 12  # of an item, of a sentence
POOL = 30_000  # sentences that differ
OTHER_WORDS = 200_000
SYLLABLES = "bal dor fin gra hus jin kol lum mar nys pod ris sko tav und vem äng örn".split()
SMALL = "och att i det som en på är av för med till den har de inte om ett var vi".split()
FIRST = "gatu tunnel park skol bostads cykel person ungdoms torg kväll natt trafik klotter brand rån medborgar trygghets stations centrum fritids butiks mopeds skogs kommun buss".split()
LAST = "belysningen vandringar rånen stölder inbrott gården mötet vägen planen gruppen kontrollen anmälan skador insatsen lokalen patrullen samverkan dialogen mätningar huset".split()
ORGANISATIONS = "Polisen,Kommunen,Räddningstjänsten,Skolan,Svenska kyrkan,Bostadsbolaget,Socialtjänsten,Grannsamverkan".split(",")  # fmt: skip
ISSUES = ("ambiguous_owner", "unknown_owner", "unclaimed_text")
STATES = ("open", "reported", "done", "dropped", "silent")


class Item(NamedTuple):
    text: str
    counts: Counter[str]
    length: int


def make(path: Path, councils: int, meetings: int, seed: int = 1) -> None:
    """Write a database with so many councils of so many meetings each."""
    chance = random.Random(seed)
    pool = _pool(chance)
    problems = [problem.problem for problem in taxonomy()]
    with open_for_writing(path) as connection:
        replace_problems(connection, taxonomy())
        for council in range(0, councils, 20):
            entries = [
                _document(chance, each, nth, meetings, pool, problems)
                for each in range(council, min(council + 20, councils))
                for nth in range(meetings)
            ]
            names = {
                str(each.document["path"]): Name(str(each.document["document_id"]))
                for each in entries
            }
            load(connection, "benchmark", entries, names, now())
        persons: list[Row] = [
            {"person_id": f"{council}-{nth}", "name": f"Person{nth} Efternamn{council}"}
            for council in range(councils)
            for nth in range(2 * ATTENDEES)
        ]
        insert(connection, "persons", [encode(persons)])
        connection.execute("DELETE FROM series_to_link")
        connection.execute(_MISSING)
        for some in range(_PARTS):
            connection.execute(_YEAR_WORDS, [_PARTS, some])
        index_pending(connection)
        bring_up_to_date(connection, councils)


_PARTS = 20  # of the councils, whose words are counted at a time

# Known from the announcement in the protocol before: the summons itself is not in the archive.
_MISSING = """
    INSERT INTO missing_protocols BY NAME
    SELECT series_id, ordinal, meeting_date - 30 AS meeting_date, meeting_date - 60 AS after_date,
           meeting_date AS before_date, meeting_id AS known_from, 'previous' AS reason,
           meeting_id || '-a1' AS record_id
    FROM (SELECT *, row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) AS ordinal
          FROM meetings WHERE hash(meeting_id) % 20 = 0)"""

# A third of the words without a part; about the share of nouns of running text.
_YEAR_WORDS = """
    INSERT INTO year_words BY NAME
    SELECT series_id, year(meeting_date) AS year, word, hash(word) % 10 = 0 AS known,
           sum(uses) AS uses, count(DISTINCT meeting_id) AS protocols, min(meeting_id) AS meeting_id
    FROM (SELECT meeting_id, unnest(terms) AS word, unnest(counts) AS uses
          FROM search.pending
          WHERE meeting_id IN (SELECT meeting_id FROM meetings WHERE hash(series_id) % $1 = $2))
    JOIN meetings USING (meeting_id)
    WHERE len(word) >= 4 AND NOT contains(word, '+') AND word[1] <> '=' AND hash(word) % 3 = 0
    GROUP BY series_id, year(meeting_date), word"""


def _pool(chance: random.Random) -> list[Item]:
    """Sentences of twelve words by Zipf's law: known words, compounds of them, and words of no meaning."""
    known = [*FIRST, *LAST, *(f"{first}{last}" for first in FIRST for last in LAST)]
    chance.shuffle(known)
    others = ["".join(chance.choices(SYLLABLES, k=5)) for _ in range(OTHER_WORDS)]
    words = [*known[:100], *SMALL, *known[100:200], *others[:2_000], *known[200:], *others[2_000:]]
    weights = list(accumulate(1 / rank for rank in range(20, len(words) + 20)))
    terms = {word: terms_of(word) for word in (*known, *SMALL)}
    sentences = []
    for _ in range(POOL):
        drawn = chance.choices(words, cum_weights=weights, k=WORDS)
        found = [terms.get(word, (word,)) for word in drawn]
        counts = Counter(term for each in found for term in each)
        sentences.append(Item(" ".join(drawn).capitalize() + ".", counts, sum(map(bool, found))))
    return sentences


def _item(chance: random.Random, pool: list[Item]) -> Item:
    some = chance.choices(pool, k=SENTENCES)
    counts: Counter[str] = Counter()
    for sentence in some:
        counts.update(sentence.counts)
    return Item(" ".join(each.text for each in some), counts, sum(each.length for each in some))


def _document(
    chance: random.Random, council: int, nth: int, last: int, pool: list[Item], problems: list[str]
) -> Entry:
    document_id = sha256(f"{council} {nth}".encode()).hexdigest()
    meeting_id = f"{document_id[:16]}-1"
    day = date(2010, 1, 10) + timedelta(days=60 * nth + chance.randrange(10))
    place = {"meeting_id": meeting_id}
    tables: dict[str, list[Row]] = {}

    def add(table: str, key: str, letter: str, rows: list[Row], field: str) -> None:
        ids = [f"{meeting_id}-{letter}{ordinal}" for ordinal in range(1, len(rows) + 1)]
        quoted = {"page": 1} if table in ("actions", "follow_ups") else {}
        tables[table] = [
            {key: each, "ordinal": ordinal, **place, **row, **quoted}
            for ordinal, (each, row) in enumerate(zip(ids, rows, strict=True), start=1)
        ]
        for each, row in zip(ids, rows, strict=True):
            quote = str(row.get(field) or "?")
            tables.setdefault("evidence", []).append(
                {"record_id": each, "field": field, "document_id": document_id, "ordinal": 1, "page": 1,
                 "start": 0, "end": len(quote), "quote": quote, "rule": "benchmark", "confidence": 1.0}
            )  # fmt: skip

    items = [_item(chance, pool) for _ in range(ITEMS)]
    text = "\n".join(item.text for item in items)
    add("sections", "section_id", "s", [
        {"number": str(number), "title": f"Punkt {item.text[:20]}", "text": item.text}
        for number, item in enumerate(items, start=1)
    ], "title")  # fmt: skip
    add("attendees", "attendee_id", "p", [
        {"name": f"Person{who} Efternamn{council}", "organisation": ORGANISATIONS[who % len(ORGANISATIONS)],
         "status": chance.choice(("present", "present", "absent")), "person_id": f"{council}-{who}"}
        for who in chance.sample(range(2 * ATTENDEES), ATTENDEES)
    ], "name")  # fmt: skip
    add("actions", "action_id", "a", [
        {"quote": chance.choice(pool).text[:120], "section_id": f"{meeting_id}-s{chance.randint(1, ITEMS)}", "kind": "assignment",
         "text": chance.choice(pool).text[:120], "owner": "Polisen", "state": chance.choice(STATES),
         "owner_person_id": f"{council}-{chance.randrange(2 * ATTENDEES)}",
         "due_date": day + timedelta(days=chance.randrange(20, 200))}
        for _ in range(ACTIONS)
    ], "text")  # fmt: skip
    before = sha256(f"{council} {nth - 1}".encode()).hexdigest()[:16]
    add("follow_ups", "follow_up_id", "f", [
        {"quote": chance.choice(pool).text[:100], "action_id": f"{before}-1-a{chance.randint(1, ACTIONS)}" if nth else None, "outcome": "in_progress", "outcome_read": "in_progress",
         "text": chance.choice(pool).text[:100], "score": 0.8}
    ], "text")  # fmt: skip
    add("problem_mentions", "mention_id", "m", [
        {"section_id": f"{meeting_id}-s{chance.randint(1, ITEMS)}", "problem": problem,
         "polarity": "positive", "text": chance.choice(pool).text[:100]}
        for problem in chance.sample(problems, PROBLEMS)
    ], "text")  # fmt: skip
    if nth % 6 == 0:
        add("priority_areas", "priority_area_id", "r", [
            {"name": name, "area_kind": "problem", "area_key": name}
            for name in chance.sample(("klotter", "narkotika", "trafik", "ungdomar"), 2)
        ], "name")  # fmt: skip
        tables["priority_problems"] = [
            {"priority_area_id": row["priority_area_id"], **place, "problem": row["name"]}
            for row in tables["priority_areas"]
            if row["name"] in problems
        ]
    announced = day + timedelta(days=60) if nth + 1 < last else None
    tables["issues"] = [
        {"issue_id": f"{meeting_id}-i1", "document_id": document_id, **place, "ordinal": 1,
         "kind": chance.choice(ISSUES), "severity": "warning", "message": "Vem som menas är oklart"}
    ]  # fmt: skip
    tables["meetings"] = [
        {"meeting_id": meeting_id, "document_id": document_id, "ordinal": 1, "kind": "protokoll", "council": "Lokala Brå",
         "area": f"Ort{council}", "series_key": f"bra-ort{council}", "series_id": f"bra-ort{council}", "meeting_date": day,
         "next_meeting_date": announced}
    ]  # fmt: skip
    tables["pages"] = [
        {
            "document_id": document_id,
            "page": 1,
            "start": 0,
            "end": len(text),
            "turned": 0,
            "ocr": False,
            "text": text,
        }
    ]
    tables["search.pending"] = list(_passages(document_id, meeting_id, items))
    return Entry(
        {"document_id": document_id, "path": f"/arkiv/{council}/{nth}.pdf", "media_type": "application/pdf",
         "size_bytes": len(text), "page_count": 1, "ocr_page_count": 0, "status": "ok",
         "pipeline_version": "benchmark", "run_id": "benchmark", "ingested_at": now()},
        Facts(document_id, "application/pdf", len(text), 1, 0, False, {},
              {table: encode(rows) for table, rows in tables.items()}),
        "new",
    )  # fmt: skip


def _passages(document_id: str, meeting_id: str, items: list[Item]) -> Iterator[Row]:
    at = 0
    for number, item in enumerate(items, start=1):
        yield {
            "document_id": document_id, "meeting_id": meeting_id, "section_id": f"{meeting_id}-s{number}",
            "start": at, "end": at + len(item.text), "length": item.length,
            "terms": list(terms := {**item.counts, **forms_in(item.text)}), "counts": list(terms.values()),
            "shorthand": shorthand(words_of(item.text)),
        }  # fmt: skip
        at += len(item.text) + 1
