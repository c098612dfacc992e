"""Files that the user names: what cannot be read or written ends with a word on what to do."""

from pathlib import Path


def content(path: Path) -> bytes:
    """The bytes of a file. Raises UsageError for a folder, UnreadableFile where it cannot be read."""
    from pipeline.errors import UnreadableFile, UsageError

    if path.is_dir():
        raise UsageError(f"'{path}' is a folder; name one file of it")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}") from error


def write(path: Path, data: bytes) -> None:
    """Write a file anew. Raises OutputUnwritable where the disk does not take it."""
    from pipeline.errors import OutputUnwritable

    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputUnwritable(f"{path}: {error.strerror}") from error
