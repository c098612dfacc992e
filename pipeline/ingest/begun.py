"""What is under way: written before work on a document starts, struck out once it is stored.

A file beside the database, since a transaction a document would cost more than reading many of them.
What it still lists when nobody writes to the database was begun and never stored: the process was
killed under it, the machine stopped, or the document brought either down.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from pipeline.errors import DatabaseUnwritable


def begun_file(database: Path) -> Path:
    """Where the documents that a run has under way are noted, beside its database."""
    return database.with_name(database.name + ".begun")


class Undertaking(NamedTuple):
    """A file that was begun: its stored name, its document and size where they are known."""

    path: str
    document_id: str
    size_bytes: int | None


def left_over(database: Path) -> list[Undertaking]:
    """What was begun and never stored."""
    found: dict[str, Undertaking] = {}
    with suppress(FileNotFoundError):
        for line in begun_file(database).read_bytes().splitlines():
            with suppress(ValueError, TypeError):  # the last line may be cut off
                each = Undertaking(*json.loads(line))
                found[each.path] = each
    return list(found.values())


class Begun:
    """The list of one run. Safe to write to from several threads.

    Raises DatabaseUnwritable where the disk does not take it.
    """

    def __init__(self, database: Path) -> None:
        self._path = begun_file(database)
        self._lock = Lock()
        self._under_way = {each.path: each for each in left_over(database)}
        self._file = self._anew()

    def add(self, undertakings: Iterable[Undertaking]) -> None:
        """Note that work on files starts."""
        begun = {each.path: each for each in undertakings}
        with self._lock, _no_room(self._path):
            self._under_way.update(begun)
            os.write(self._file, b"".join(map(_line, begun.values())))

    def strike(self, paths: Iterable[str]) -> None:
        """Note that these are stored."""
        with self._lock:
            for path in paths:
                self._under_way.pop(path, None)
            os.close(self._file)
            self._file = self._anew()

    def close(self) -> None:
        """Take the list away where it is empty."""
        os.close(self._file)
        if not self._under_way:
            self._path.unlink(missing_ok=True)

    def _anew(self) -> int:
        """The list written in one go in place of the old one, open to be added to."""
        new = self._path.with_name(self._path.name + ".new")
        with _no_room(self._path):
            new.write_bytes(b"".join(map(_line, self._under_way.values())))
            new.replace(self._path)
            return os.open(self._path, os.O_WRONLY | os.O_APPEND)


def _line(undertaking: Undertaking) -> bytes:
    return json.dumps(undertaking).encode() + b"\n"


@contextmanager
def _no_room(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseUnwritable(f"{path} cannot be written ({error.strerror})") from error
