"""Files of what cost much to read, each named by what it was made from; damaged ones are passed over."""

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

_SUM = 32  # bytes of sha256 before what is packed
_PACKED = 1  # zlib's fastest
_SUFFIX = ".reading"


def place_of(folder: Path, key: str) -> Path:
    """Where what has this key (hexadecimal digits) is kept."""
    return folder / key[:2] / (key[2:] + _SUFFIX)


def recalled(place: Path) -> bytes | None:
    """What is kept at `place`, which counts as used now; None where there is none, or no whole one."""
    try:
        content = place.read_bytes()
        if sha256(content[_SUM:]).digest() != content[:_SUM]:
            return None
        whole = zlib.decompress(content[_SUM:])
        os.utime(place)
    except (OSError, zlib.error):
        return None
    return whole


def keep(place: Path, content: bytes) -> None:
    """Write `content` at `place` in one step. Where that cannot be done, do without."""
    with suppress(OSError):
        packed = zlib.compress(content, _PACKED)
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(sha256(packed).digest() + packed)
        Path(file.name).replace(place)


def tidy(folder: Path, megabytes: int) -> None:
    """Remove what has been unused for longest until the rest takes no more than `megabytes`."""
    room = megabytes * 1_000_000
    for _, size, path in sorted(_files(folder), key=lambda each: each[0], reverse=True):
        room -= size
        if room < 0:
            path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was last used (seconds), its bytes, its path."""
    for path in folder.glob(f"*/*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # another process tidies too
            status = path.stat()
            yield status.st_mtime, status.st_size, path
