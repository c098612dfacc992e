"""One document's way from its file to the rows of the store, in a process of its own."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.errors import (
    DamagedDocument,
    DocumentError,
    LimitExceeded,
    LokalbraError,
    UnreadableFile,
)
from pipeline.store.rows import Facts, Keys, facts


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read. `document_id` is the sha256 of its bytes."""

    path: str
    document_id: str
    size_bytes: int
    settings: ReadSettings


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a document could not be read: a code of errors.py and a sentence."""

    code: str
    message: str


def read_facts(task: Task) -> Facts | Failed:
    """Read one file into rows. No exception leaves this function."""
    from pipeline.extract.problems import problems_named
    from pipeline.link.areas import area_key
    from pipeline.link.series import series_key
    from pipeline.run import read_protocol

    try:
        protocol = read_protocol(Path(task.path).read_bytes(), task.settings)
        if protocol.document.document_id != task.document_id:
            return Failed(DamagedDocument.code, "The file was changed while it was read")
        keys = Keys(series=series_key, area=area_key, problems=problems_named)
        return facts(protocol, keys)
    except DocumentError as error:
        return Failed(error.code, str(error))
    except OSError as error:
        return Failed(UnreadableFile.code, error.strerror or str(error))
    except MemoryError:
        return Failed(LimitExceeded.code, "The document needs more memory than there is")
    except Exception as error:
        return Failed(LokalbraError.code, f"{type(error).__name__}: {error} ({_where(error)})")


def _where(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
