"""What is told of the state of a database."""

from datetime import datetime

import pytest

from pipeline.stages import Versions
from pipeline.store.database import Connection
from pipeline.store.health import health
from pipeline.store.ledger import COUNTS, finish_run, start_run
from tests.store.samples import full_protocol, store

MADE_BY = Versions("1", "1", "1")  # as the samples are stored


def counts(seen: int) -> dict[str, int]:
    return {**dict.fromkeys(COUNTS, 0), "seen": seen}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (MADE_BY, 0),
        (Versions("2", "1", "1"), 1),
        (Versions("1", "2", "1"), 1),
        (Versions("1", "1", "2"), 1),
    ],
)
def test_documents_of_other_code_are_counted(
    connection: Connection, now: Versions, expected: int
) -> None:
    store(connection, full_protocol())
    assert health(connection, now).other_versions == expected


@pytest.mark.parametrize(("seen_later", "told"), [(5, True), (6, False), (9, False)])
def test_a_run_that_was_broken_off_is_told_of_until_one_has_done_as_much(
    connection: Connection, seen_later: int, told: bool
) -> None:
    broken_off = datetime(2021, 3, 4, 9)
    start_run(connection, "a", broken_off, MADE_BY, 6)
    assert health(connection, MADE_BY).unfinished == (broken_off,)

    start_run(connection, "b", datetime(2021, 3, 4, 10), MADE_BY, seen_later)
    finish_run(connection, "b", datetime(2021, 3, 4, 11), counts(seen_later))

    assert health(connection, MADE_BY).unfinished == ((broken_off,) if told else ())
