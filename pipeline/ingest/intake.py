"""What a batch has to read, and what waits to be stored."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.errors import (
    Interrupted,
    LimitExceeded,
    LokalbraError,
    ReaderDied,
    UnreadableFile,
)
from pipeline.execute import Broken, Crashed, OutgrewMemory, TimedOut
from pipeline.ingest.account import Account, Failure
from pipeline.ingest.begun import Begun, Undertaking
from pipeline.ingest.document import Failed, Task
from pipeline.ingest.held import Held
from pipeline.ingest.remote import Remote
from pipeline.ingest.source import Looked, Unreadable, looked_at, stored_name, unreadable_id
from pipeline.stages import versions
from pipeline.store.bulk import RowsRejected
from pipeline.store.database import Connection
from pipeline.store.load import Entry, Name, load
from pipeline.store.rows import Facts

_BATCH_DOCUMENTS = 1000
_BATCH_BYTES = 64 * 1024 * 1024
_LEAST_SECONDS = 1.0  # between two transactions
_MOST_SECONDS = 10.0  # no more work than this is lost when the machine stops
_SHARE = 50  # a transaction takes no more than a fiftieth of the time between two


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents to read though nothing has changed: all, or those that failed before."""

    force: bool = False
    retry_failed: bool = False


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file. `size_bytes` is None where its bytes could not be read."""

    path: str
    document_id: str
    size_bytes: int | None
    stamp: str | None
    answer: Facts | Failed


class Intake:
    """The parent's side of a batch: gives out tasks, takes answers, stores them by the thousand."""

    def __init__(
        self,
        connection: Connection,
        run_id: str,
        held: Held,
        begun: Begun,
        account: Account,
        on_progress: Callable[[Account], None] = lambda _account: None,
    ) -> None:
        self.account = account
        self._connection = connection
        self._run_id = run_id
        self._held = held
        self._begun = begun
        self._on_progress = on_progress
        self._versions = versions()
        self._taken: set[str] = set()  # documents met in this batch
        self._more_names: dict[str, Name] = {}  # paths whose document needs no reading
        self._waiting: list[_Outcome] = []
        self._waiting_bytes = 0
        self._store_at = time.monotonic() + _LEAST_SECONDS

    def recover(self, undertakings: Sequence[Undertaking]) -> None:
        """Note as failed what an earlier run had begun and never stored.

        Where an older reading of it stands, it is left standing.
        """
        why = Failed(Interrupted.code, "The run was broken off while it was being read")
        lost = [
            _Outcome(each.path, each.document_id, each.size_bytes, None, why)
            for each in undertakings
            if self._held.document(each.document_id) is None
        ]
        names = {each.path: Name(each.document_id) for each in lost if each.size_bytes is not None}
        load(self._connection, self._run_id, [self._entry(each) for each in lost], names, now())
        self._held.note_interrupted((each.document_id for each in lost), self._versions)
        self._begun.strike(each.path for each in undertakings)

    def tasks(
        self, files: Iterable[Path | Remote], settings: ReadSettings, choice: Choice
    ) -> Iterator[Task]:
        """What has to be read. Unchanged, repeated and unreadable files are settled on the way.

        What an earlier run was broken off under comes last, so that a document that brings the
        machine down does not keep the others out.
        """
        last: list[Task] = []
        for each in files:
            path = each.url if isinstance(each, Remote) else str(each)
            name = stored_name(path)
            file = self._looked_at(each, name)
            if isinstance(file, Unreadable):
                why = Failed(UnreadableFile.code, file.why)
                self._add(_Outcome(name, unreadable_id(name), None, None, why))
            elif isinstance(file, Remote):
                yield Task(path, None, None, file.stamp, settings, file.size_bytes)
            elif file.document_id in self._taken:
                self._settle("duplicates", name, file.as_name())
            elif not self._is_due(file.document_id, choice):
                self._settle("unchanged", name, file.as_name())
            else:
                task = Task(path, file.document_id, file.size_bytes, file.stamp, settings)
                if self._held.was_interrupted(file.document_id):
                    last.append(task)
                else:
                    yield task
            if isinstance(file, Looked):
                self._taken.add(file.document_id)
        yield from last

    def _looked_at(self, file: Path | Remote, name: str) -> Looked | Unreadable | Remote:
        """What is known of a file before it is read: of a URL only that it is what was held."""
        held = self._held.name(name)
        if isinstance(file, Path):
            return looked_at(file, held, time.time())
        if held is not None and file.stamp is not None and file.stamp == held.stamp:
            return Looked(held.document_id, None, held.stamp)
        return file

    def begin(self, tasks: Iterable[Task]) -> None:
        """Note that work on tasks starts. Safe to call from another thread."""
        names = ((stored_name(task.path), task) for task in tasks)
        self._begun.add(
            Undertaking(name, task.document_id or unreadable_id(name), task.size_bytes)
            for name, task in names
        )

    def take(self, task: Task, answer: Facts | Failed | Broken) -> None:
        """Note what became of a task."""
        match answer:
            case TimedOut(seconds):
                answer = Failed(LimitExceeded.code, f"It took more than {seconds:g} seconds")
            case OutgrewMemory(megabytes):
                why = f"It took more memory than max_memory = {megabytes} MB"
                answer = Failed(LimitExceeded.code, why)
            case Crashed(exit_code, words):
                why = words or f"it ended with {exit_code}"
                answer = Failed(ReaderDied.code, f"The process reading it died: {why}")
            case Facts():
                self.account.read(answer)
        name = stored_name(task.path)
        document_id = task.document_id or answer.document_id
        size = answer.size_bytes if task.size_bytes is None else task.size_bytes
        if task.document_id is None and document_id in self._taken:
            self._settle("duplicates", name, Name(document_id, task.stamp))
            self._begun.strike([name])
            return
        if document_id is None:
            document_id = unreadable_id(name)
        self._taken.add(document_id)
        self._add(_Outcome(name, document_id, size, task.stamp, answer))

    def close(self) -> None:
        """Store what is left."""
        self._store(self._waiting)
        self._waiting = []

    def _is_due(self, document_id: str, choice: Choice) -> bool:
        known = self._held.document(document_id)
        if known is None or choice.force or known.versions != self._versions:
            return True
        if known.error is None:
            return False
        return choice.retry_failed or self._held.was_interrupted(document_id)

    def _settle(self, how: str, name: str, file: Name) -> None:
        """Count a file whose document needs no reading; one that failed before has failed still."""
        known = self._held.document(file.document_id)
        if how == "unchanged" and known is not None and known.error is not None:
            self.account.failures.append(Failure(name, *known.error, before=True))
        else:
            self.account.counts[how] += 1
        if self._held.name(name) != file or self._held.document(unreadable_id(name)):
            self._more_names[name] = file
        self._progress()

    def _add(self, outcome: _Outcome) -> None:
        self._waiting.append(outcome)
        if isinstance(outcome.answer, Facts):
            self._waiting_bytes += sum(map(len, outcome.answer.lines.values()))
        if (
            len(self._waiting) >= _BATCH_DOCUMENTS
            or self._waiting_bytes >= _BATCH_BYTES
            or time.monotonic() >= self._store_at
        ):
            start = time.monotonic()
            self._store(self._waiting)
            took = time.monotonic() - start
            self._waiting = []
            self._waiting_bytes = 0
            pause = min(max(_LEAST_SECONDS, _SHARE * took), _MOST_SECONDS)
            self._store_at = time.monotonic() + pause
        self._progress()

    def _store(self, outcomes: Sequence[_Outcome]) -> None:
        """Store all at once; where the database refuses, one by one, and the culprit as failed."""
        loaded = [each.answer for each in outcomes if isinstance(each.answer, Facts)]
        tally = dict(self.account.tally())
        tally["loaded"] += len(loaded)
        tally["partial"] += sum(facts.partial for facts in loaded)
        tally["failed"] += len(outcomes) - len(loaded)
        names = dict(self._more_names)
        for each in outcomes:
            if each.size_bytes is not None:
                names[each.path] = Name(each.document_id, each.stamp)
        entries = [self._entry(each) for each in outcomes]
        try:
            load(self._connection, self._run_id, entries, names, now(), tally)
        except RowsRejected as error:
            if len(outcomes) > 1:
                for each in outcomes:
                    self._store([each])
                return
            if not loaded:
                raise
            self._store([replace(outcomes[0], answer=Failed(LokalbraError.code, str(error)))])
            return
        self._more_names = {}
        for each in outcomes:
            if isinstance(each.answer, Facts):
                self.account.stored(each.answer)
            else:
                failure = Failure(each.path, each.answer.code, each.answer.message)
                self.account.failures.append(failure)
        self._begun.strike(each.path for each in outcomes)

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
                "pipeline_version": self._versions.pipeline,
                "reading_version": self._versions.reading,
                "facts_version": self._versions.facts,
                "run_id": self._run_id,
                "ingested_at": now(),
            },
            facts=facts,
            cause=self._held.cause(outcome.path, outcome.document_id, self._versions),
        )

    def _progress(self) -> None:
        self.account.answered += 1
        self._on_progress(self.account)


def now() -> datetime:
    """UTC without zone, as the database holds it."""
    return datetime.now(UTC).replace(tzinfo=None)
