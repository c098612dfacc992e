import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store.database import Connection, open_for_writing

os.environ.setdefault("LOKALBRA_NICE", "0")  # here somebody waits for the ingest


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """An empty database in a file of its own, open for writing."""
    with open_for_writing(tmp_path / "test.duckdb") as opened:
        yield opened
