"""The file that a document was read from: found under its recorded names, and only while it is the same."""

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

_PIECE = 256 * 1024  # bytes


def opened(names: list[Path], document_id: str) -> tuple[Path, BinaryIO] | None:
    """The first of these files whose bytes have the hash, open at its start; None without any."""
    for path in names:
        try:
            if not S_ISREG(path.stat().st_mode):  # a pipe would never end
                continue
            file = path.open("rb")
        except (OSError, ValueError):
            continue
        if file_digest(file, "sha256").hexdigest() == document_id:
            file.seek(0)
            return path, file
        file.close()
    return None


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open file, which is closed at the end."""
    with file:
        while piece := file.read(_PIECE):
            yield piece
