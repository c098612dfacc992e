"""One document's way from its file to the rows of the store, in a process of its own."""

import time
import traceback
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.errors import (
    DamagedDocument,
    DocumentError,
    LimitExceeded,
    LokalbraError,
    UnreadableFile,
)
from pipeline.ingest.remote import is_url, read_bytes
from pipeline.store.rows import Facts, Keys, facts


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, by path or URL. `stamp`: see source.py.

    `document_id`, the sha256 of the bytes, and their number are None where whoever reads finds them;
    `listed_bytes` is the number then that the folder tells, if it does.
    """

    path: str
    document_id: str | None
    size_bytes: int | None
    stamp: str | None
    settings: ReadSettings
    listed_bytes: int | None = None

    def weight(self) -> int | None:
        """Bytes, as far as that is known before it is read."""
        return self.listed_bytes if self.size_bytes is None else self.size_bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a document could not be read: a code of errors.py and a sentence.

    `document_id` and `size_bytes` where the bytes were found by whoever read.
    """

    code: str
    message: str
    document_id: str | None = None
    size_bytes: int | None = None


_PROTOCOL = """\
Trygghetsrådet
Protokoll från möte den 3 mars 2021

Närvarande: Kim Almgren, ordförande, och Robin Ek, polisen

1. Läget
Det har varit inbrott i två källare. Kim Almgren kontaktar bostadsbolaget om låsen före den 1 maj.
"""


def get_ready(_nothing: None) -> None:
    """Bring up what reading needs, which takes as long as many a document."""
    from pipeline.run import read_protocol

    read_protocol(_PROTOCOL.encode())


def read_facts(task: Task) -> Facts | Failed:
    """Read one file into rows. No exception leaves this function."""
    try:
        data = _bytes(task)
    except LokalbraError as error:
        return Failed(UnreadableFile.code, str(error))
    except OSError as error:
        return Failed(UnreadableFile.code, error.strerror or str(error))
    except Exception as error:  # each kind of store has errors of its own
        return Failed(UnreadableFile.code, f"{type(error).__name__}: {error}")
    answer = _read(data, task)
    if isinstance(answer, Failed) and task.document_id is None:
        return replace(answer, document_id=sha256(data).hexdigest(), size_bytes=len(data))
    return answer


def _bytes(task: Task) -> bytes:
    if is_url(task.path):
        return read_bytes(task.path, task.settings.max_bytes + 1)
    return Path(task.path).read_bytes()


def _read(data: bytes, task: Task) -> Facts | Failed:
    from pipeline.extract.problems import problems_named
    from pipeline.link.areas import area_key
    from pipeline.link.series import series_key
    from pipeline.run import read_protocol

    start = time.monotonic()
    try:
        protocol = read_protocol(data, task.settings)
        if task.document_id not in (None, protocol.document.document_id):
            return Failed(DamagedDocument.code, "The file was changed while it was read")
        keys = Keys(series=series_key, area=area_key, problems=problems_named)
        found = facts(protocol, keys)
        return replace(found, seconds=time.monotonic() - start)
    except DocumentError as error:
        return Failed(error.code, str(error))
    except MemoryError:
        return Failed(LimitExceeded.code, "The document needs more memory than there is")
    except Exception as error:
        return Failed(LokalbraError.code, f"{type(error).__name__}: {error} ({_where(error)})")


def _where(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
