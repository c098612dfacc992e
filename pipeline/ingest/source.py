"""A file as the batch sees it: its name as text, its bytes' sha256, and a stamp that spares reading them."""

import os
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from pipeline.store.load import Name

_SETTLES = (
    2.0  # seconds for which a file has been left alone before its times tell that it still is
)
_SMALL = 1 << 18  # bytes; below, one reading costs less than a buffer to read through


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of a file's bytes. `stamp`: see `stamp_of`; no size where it was not looked at."""

    document_id: str
    size_bytes: int | None
    stamp: str | None

    def as_name(self) -> Name:
        return Name(self.document_id, self.stamp)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The system's word on why the bytes cannot be read."""

    why: str


def looked_at(path: Path, held: Name | None, at: float) -> Looked | Unreadable:
    """The file's identity: from `held`, what it held before, where the stamp is the same; else read.

    `at`: seconds of the system's clock.
    """
    try:
        if held is not None and held.stamp is not None:
            status = path.stat()
            if stamp_of(status, at) == held.stamp:
                return Looked(held.document_id, status.st_size, held.stamp)
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            small = status.st_size < _SMALL
            digest = sha256(file.read()) if small else file_digest(file, "sha256")
            return Looked(digest.hexdigest(), status.st_size, stamp_of(status, at))
    except OSError as error:
        return Unreadable(error.strerror or str(error))


def stamp_of(status: os.stat_result, at: float) -> str | None:
    """Size and times of a file, in nanoseconds; None while it may be changing.

    The time of the last change of its entry is one of them, which a program that sets the others back
    cannot set.
    """
    if at - max(status.st_mtime, status.st_ctime) < _SETTLES:
        return None
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def stored_name(path: str) -> str:
    """The path as text; bytes of it that are no UTF-8 (names from old systems) as "\\xf6"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable_id(path: str) -> str:
    """The id of a document whose bytes cannot be read."""
    return sha256(f"path:{path}".encode()).hexdigest()
