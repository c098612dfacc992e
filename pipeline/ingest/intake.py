"""What a batch already knows, what it has to read, and what waits to be stored."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path

from pipeline import VERSION
from pipeline.config import ReadSettings
from pipeline.errors import LimitExceeded, LokalbraError, UnreadableFile
from pipeline.execute import Broken, Crashed, OutgrewMemory, TimedOut
from pipeline.ingest.document import Failed, Task
from pipeline.store.bulk import RowsRejected
from pipeline.store.database import Connection
from pipeline.store.load import Entry, Known, known_documents, known_paths, load
from pipeline.store.rows import Facts

_BATCH_DOCUMENTS = 1000
_BATCH_BYTES = 64 * 1024 * 1024
_BATCH_SECONDS = 10.0  # no more than this is lost when the machine stops


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: a code of errors.py and a sentence."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file. `size_bytes` is None where its bytes could not be read."""

    path: str
    document_id: str
    size_bytes: int | None
    answer: Facts | Failed


class Intake:
    """The parent's side of a batch: gives out tasks, takes answers, stores them by the thousand.

    `counts`: loaded, partial, unchanged, duplicates, and done (all of them and the failures);
    `facts`: the rows stored, by table.
    """

    def __init__(
        self, connection: Connection, run_id: str, force: bool, on_progress: Callable[[int], None]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self._connection = connection
        self._run_id = run_id
        self._force = force
        self._on_progress = on_progress
        self._known = known_documents(connection)
        self._paths = known_paths(connection)
        self._more_names: dict[str, str] = {}  # path -> a document that needs no reading for it
        self._waiting: list[_Outcome] = []
        self._waiting_bytes = 0
        self._stored_at = time.monotonic()

    def tasks(self, paths: Iterable[Path], settings: ReadSettings) -> Iterator[Task]:
        """What has to be read. Unchanged, repeated and unreadable files are settled on the way."""
        begun: set[str] = set()
        for path in paths:
            name = stored_name(str(path))
            try:
                with path.open("rb") as file:
                    size = os.fstat(file.fileno()).st_size
                    document_id = file_digest(file, "sha256").hexdigest()
            except OSError as error:
                why = Failed(UnreadableFile.code, error.strerror or str(error))
                self._add(_Outcome(name, unreadable_id(name), None, why))
                continue
            if document_id in begun:
                self._settle("duplicates", name, document_id)
            elif self._is_current(document_id):
                self._settle("unchanged", name, document_id)
            else:
                yield Task(str(path), document_id, size, settings)
            begun.add(document_id)

    def take(self, task: Task, answer: Facts | Failed | Broken) -> None:
        """Note what became of a task."""
        match answer:
            case TimedOut(seconds):
                answer = Failed(LimitExceeded.code, f"It took more than {seconds:g} seconds")
            case OutgrewMemory(megabytes):
                why = f"It took more memory than max_memory = {megabytes} MB"
                answer = Failed(LimitExceeded.code, why)
            case Crashed(exit_code):
                answer = Failed(LokalbraError.code, f"The process reading it died ({exit_code})")
        name = stored_name(task.path)
        self._add(_Outcome(name, task.document_id, task.size_bytes, answer))

    def close(self) -> None:
        """Store what is left."""
        self._store(self._waiting)
        load(self._connection, (), self._more_names, now())

    def _is_current(self, document_id: str) -> bool:
        known = self._known.get(document_id)
        return not self._force and known is not None and _is_settled(known)

    def _settle(self, how: str, name: str, document_id: str) -> None:
        self.counts[how] += 1
        if self._paths.get(name) != document_id or unreadable_id(name) in self._known:
            self._more_names[name] = document_id
        self._done()

    def _add(self, outcome: _Outcome) -> None:
        self._waiting.append(outcome)
        if isinstance(outcome.answer, Facts):
            self._waiting_bytes += sum(map(len, outcome.answer.lines.values()))
        if (
            len(self._waiting) >= _BATCH_DOCUMENTS
            or self._waiting_bytes >= _BATCH_BYTES
            or time.monotonic() - self._stored_at >= _BATCH_SECONDS
        ):
            self._store(self._waiting)
            self._waiting = []
            self._waiting_bytes = 0
            self._stored_at = time.monotonic()
        self._done()

    def _store(self, outcomes: Sequence[_Outcome]) -> None:
        """Store all at once; where the database refuses, one by one, and the culprit as failed."""
        names = {each.path: each.document_id for each in outcomes if each.size_bytes is not None}
        try:
            load(self._connection, [self._entry(each) for each in outcomes], names, now())
        except RowsRejected as error:
            if len(outcomes) > 1:
                for each in outcomes:
                    self._store([each])
                return
            if isinstance(outcomes[0].answer, Failed):
                raise
            self._store([replace(outcomes[0], answer=Failed(LokalbraError.code, str(error)))])
            return
        for each in outcomes:
            if isinstance(each.answer, Facts):
                self.counts["loaded"] += 1
                self.counts["partial"] += each.answer.partial
                self.facts.update(each.answer.counts)
            else:
                self.failures.append(Failure(each.path, each.answer.code, each.answer.message))

    def _entry(self, outcome: _Outcome) -> Entry:
        facts = outcome.answer if isinstance(outcome.answer, Facts) else None
        failed = outcome.answer if isinstance(outcome.answer, Failed) else None
        status = "failed" if facts is None else "partial" if facts.partial else "ok"
        return Entry(
            document={
                "document_id": outcome.document_id,
                "path": outcome.path,
                "media_type": facts.media_type if facts else None,
                "size_bytes": outcome.size_bytes,
                "page_count": facts.page_count if facts else None,
                "ocr_page_count": facts.ocr_page_count if facts else None,
                "status": status,
                "error_code": failed.code if failed else None,
                "error_message": failed.message if failed else None,
                "pipeline_version": VERSION,
                "run_id": self._run_id,
                "ingested_at": now(),
            },
            facts=facts,
        )

    def _done(self) -> None:
        self.counts["done"] += 1
        self._on_progress(self.counts["done"])


def unreadable_id(path: str) -> str:
    """The id of a document whose bytes cannot be read."""
    return sha256(f"path:{path}".encode()).hexdigest()


def stored_name(path: str) -> str:
    """The path as text; bytes of it that are no UTF-8 (names from old systems) as "\\xf6"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def now() -> datetime:
    """UTC without zone, as the database holds it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _is_settled(known: Known) -> bool:
    return known.status != "failed" and known.pipeline_version == VERSION
