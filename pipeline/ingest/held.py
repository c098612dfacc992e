"""What the database held when the batch began."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import Interrupted
from pipeline.ingest.source import stamp_of, stored_name
from pipeline.stages import Versions
from pipeline.store.database import Connection
from pipeline.store.load import Known, Name, known_documents, known_paths


class Held:
    """Documents and the paths that they were met under."""

    def __init__(self, connection: Connection | None) -> None:
        self._documents = known_documents(connection) if connection else {}
        self._names = known_paths(connection) if connection else {}

    def document(self, document_id: str) -> Known | None:
        """What is known of the document with this sha256; None where it is new."""
        return self._documents.get(document_id)

    def name(self, path: str) -> Name | None:
        """What the path stood for when it was last seen; None where it is new."""
        return self._names.get(path)

    def is_unchanged(self, path: Path, at: float) -> bool:
        """Whether the file's stamp, looked at now (`at`), is that of a document held."""
        name = self._names.get(stored_name(str(path)))
        try:
            return (
                name is not None
                and name.stamp is not None
                and stamp_of(path.stat(), at) == name.stamp
            )
        except OSError:
            return False

    def cause(self, path: str, document_id: str, made_by: Versions) -> str:
        """Why a document is read: new, bytes, retry, version, reading, facts or forced."""
        known = self._documents.get(document_id)
        if known is None:
            return "bytes" if path in self._names else "new"
        if known.status == "failed":
            return "retry"
        for part, cause in (("pipeline", "version"), ("reading", "reading"), ("facts", "facts")):
            if getattr(known.versions, part) != getattr(made_by, part):
                return cause
        return "forced"

    def was_interrupted(self, document_id: str) -> bool:
        """Whether reading the document was broken off in an earlier run."""
        known = self._documents.get(document_id)
        return known is not None and known.error is not None and known.error[0] == Interrupted.code

    def note_interrupted(self, document_ids: Iterable[str], made_by: Versions) -> None:
        """Hold these too, as failed."""
        for document_id in document_ids:
            self._documents[document_id] = Known("failed", made_by, (Interrupted.code, ""))
