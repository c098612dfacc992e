"""When a file has to be read to know that it is the same, and when its times tell."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.ingest.source import Looked, Unreadable, looked_at, stamp_of
from pipeline.store.load import Name

OTHER = "an id that reading the bytes would not give"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.txt"
    made.write_bytes(b"Protokoll")
    return made


def later(path: Path) -> float:
    return path.stat().st_ctime + 60


def test_a_file_with_the_stamp_that_is_held_is_not_read(path: Path) -> None:
    held = Name(OTHER, stamp_of(path.stat(), later(path)))
    assert looked_at(path, held, later(path)) == Looked(OTHER, 9, held.stamp)


@pytest.mark.parametrize("change", [b"protokoll", b"Protokoll 2"])
def test_changed_bytes_are_read_though_the_time_is_set_back(path: Path, change: bytes) -> None:
    before = path.stat()
    held = Name(OTHER, stamp_of(before, later(path)))
    path.write_bytes(change)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    found = looked_at(path, held, later(path))

    assert isinstance(found, Looked)
    assert found.document_id == sha256(change).hexdigest()


def test_a_file_just_written_has_no_stamp_yet(path: Path) -> None:
    """Within the grain of the clock it could change again and keep its times."""
    found = looked_at(path, None, path.stat().st_mtime + 0.5)
    assert found == Looked(sha256(b"Protokoll").hexdigest(), 9, None)


def test_a_file_that_is_not_there_says_why(tmp_path: Path) -> None:
    assert looked_at(tmp_path / "none", Name(OTHER, "9 1 1"), 0) == Unreadable(
        "No such file or directory"
    )
