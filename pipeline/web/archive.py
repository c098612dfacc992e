"""The archive as the page reads it: the newest copy of the database, and how it is kept new."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Event, Lock, Thread

from pipeline.errors import DatabaseBusy, DatabaseLocked, DatabaseUnwritable, LokalbraError
from pipeline.execute import Limits, run_all
from pipeline.niceness import give_way
from pipeline.store.database import Connection, OutOfMemory
from pipeline.store.desk.asked import Desk, Known, known_of
from pipeline.store.reading_copy import (
    Copy,
    is_being_written,
    is_current,
    latest,
    open_copy,
    refreshed,
)

_LOOK = 2.0  # seconds between looks at whether the database has changed
_MEMORY = 224  # MB that DuckDB may hold while pages are answered
_AT_ONCE = 2  # pages whose questions are asked at the same time; the memory is theirs together
_MEMORY_TO_COPY = 400  # MB that DuckDB may hold while a copy is laid out
_COPYING = Limits(seconds=3_600.0, megabytes=2 * _MEMORY_TO_COPY)


@dataclass(frozen=True, slots=True)
class State:
    """`copy`: what is read, None where there is none yet; `busy`: somebody writes just now.

    `trouble`: why the database cannot be copied, empty where it can.
    """

    copy: Copy | None
    busy: bool
    trouble: str


def made(place: tuple[Path, Path]) -> Copy | LokalbraError:
    """The copy of a database in a folder; for the process that makes it."""
    give_way()
    try:
        return refreshed(*place, _MEMORY_TO_COPY)
    except LokalbraError as error:
        return error


class Archive:
    """A database that is read through copies in `folder`. Safe to use from many threads."""

    def __init__(self, database: Path, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.state = State(None, busy=False, trouble="")
        self._opened: tuple[Connection, Known] | None = None
        self._swap = Lock()
        self._turns = BoundedSemaphore(_AT_ONCE)
        self._looking = Lock()
        self._stop = Event()
        self._thread = Thread(target=self._watch, name="copy of the database", daemon=True)

    def start(self) -> None:
        """Open the copy, made if need be, and go on looking for changes.

        Where the database is being written to, an older copy serves until that has ended. Raises
        DatabaseError where there can be none.
        """
        try:
            self._open(self._copied(), busy=False)
        except DatabaseLocked as error:
            copy = latest(self.database, self.folder)
            if copy is None:
                self.state = State(None, busy=True, trouble=str(error))
            else:
                self._open(copy, busy=True)
        self._thread.start()

    def stop(self) -> None:
        """End looking and close. What is being answered is answered to its end."""
        self._stop.set()
        self._thread.join()
        with self._swap:
            if self._opened is not None:
                self._opened[0].close()
                self._opened = None

    @contextmanager
    def reading(self) -> Iterator[Desk]:
        """The copy with a connection of the caller's own, when it is the caller's turn.

        Raises DatabaseLocked where there is no copy yet, DatabaseBusy where memory runs out.
        """
        with self._turns:
            with self._swap:
                if self._opened is None:
                    raise DatabaseLocked(
                        f"{self.database} is being written to, and no copy is there"
                    )
                connection, known = self._opened
                cursor = connection.cursor()
            try:
                yield Desk(cursor, known)
            except OutOfMemory as error:
                raise DatabaseBusy(f"This needs more than {_MEMORY} MB of memory") from error
            finally:
                cursor.close()

    def _copied(self) -> Copy:
        """The copy of the database as it is now, made by a process of its own where there is none."""
        copy = latest(self.database, self.folder)
        if copy is not None and is_current(copy, self.database):
            return copy
        ((_, answer),) = run_all(made, [(self.database, self.folder)], 1, _COPYING)
        if isinstance(answer, LokalbraError):
            raise answer
        if not isinstance(answer, Copy):
            raise DatabaseUnwritable(f"{self.folder}: making the copy was broken off ({answer})")
        return answer

    def _open(self, copy: Copy, busy: bool) -> None:
        connection = open_copy(copy, _MEMORY)
        opened = connection, known_of(connection)
        with self._swap:
            before, self._opened = self._opened, opened
            self.state = State(copy, busy, trouble="")
        if before is not None:
            before[0].close()

    def _watch(self) -> None:
        while not self._stop.wait(_LOOK):
            self.look()

    def look(self) -> None:
        """Bring the copy up to date where the database has changed and nobody writes."""
        with self._looking:
            self._look()

    def _look(self) -> None:
        copy = self.state.copy
        try:
            busy = is_being_written(self.database)
            if busy or (copy is not None and is_current(copy, self.database)):
                self.state = State(copy, busy, trouble="")
                return
            self._open(self._copied(), busy=False)
        except DatabaseLocked:
            self.state = State(copy, busy=True, trouble="")
        except (LokalbraError, OSError) as error:  # the disk may come back: go on looking
            self.state = State(copy, busy=False, trouble=str(error))
