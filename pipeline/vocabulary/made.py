"""Patterns with their clues, as re's machine takes them: made once on a machine.

To parse and compile the whole vocabulary takes a second and a half. What comes of it is kept in the user's cache folder,
named by a sum of the vocabulary, of the code that makes it and of Python's version. Where nothing can be kept, each
process makes what it needs.
"""

import marshal
import re._constants as ops
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline.vocabulary.alternatives import in_any_case
from pipeline.vocabulary.clues import Clues, clues
from pipeline.vocabulary.openings import Coded
from pipeline.vocabulary.remembered import Remembered

_SUM = 32  # bytes of sha256 before what is kept
_MOST = 5  # versions that are kept
_PREFIX = "vocabulary-"
_PACKED = 1  # zlib's fastest


class Made(NamedTuple):
    """A pattern's clues (clues.py), and the pattern for any case."""

    clues: Clues | None
    coded: Coded


def made(pattern: str) -> Made:
    """What is made of one pattern."""
    return Made(clues(pattern), in_any_case(pattern))


def recalled(patterns: Callable[[], Iterable[str]]) -> Remembered[str, Made]:
    """What is made of each pattern. `patterns`: all there are, asked for where nothing is kept yet."""
    known = Remembered(made)
    place = _place()
    if place is not None and (content := _read(place)) is not None:
        known.update(_unpacked(content))
    elif place is not None:
        _keep(place, lambda: {each: known[each] for each in patterns()})
    return known


def _place() -> Path | None:
    """Where that of this vocabulary, code and Python is kept; None where a user has no folder for it."""
    from platformdirs import user_cache_path

    whole = sha256(f"{sys.version} {ops.MAGIC}".encode())
    for entry in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".toml", ".py")):
            content = entry.read_bytes()
            whole.update(f"{entry.name}\0{len(content)}\0".encode())
            whole.update(content)
    with suppress(OSError, RuntimeError):
        return user_cache_path("lokalbra") / f"{_PREFIX}{whole.hexdigest()[:16]}"
    return None


def _read(place: Path) -> bytes | None:
    """What is kept there; None where there is none, or no whole one."""
    with suppress(OSError):
        content = place.read_bytes()
        if sha256(content[_SUM:]).digest() == content[:_SUM]:
            return content[_SUM:]
    return None


def _keep(place: Path, make: Callable[[], Mapping[str, Made]]) -> None:
    """Make them all and write them in one step, and let the oldest of other versions go. Where that cannot be done, do without."""
    folder = place.parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as own:  # before the work, which is lost without it
            content, new = _packed(make()), Path(own) / place.name
            new.write_bytes(sha256(content).digest() + content)
            new.replace(place)
        others = sorted(folder.glob(f"{_PREFIX}*"), key=lambda path: path.stat().st_mtime)
        for old in others[:-_MOST]:
            old.unlink(missing_ok=True)


def _packed(known: Mapping[str, Made]) -> bytes:
    plain = {
        pattern: (found, flags, array("I", code).tobytes(), groups, names)
        for pattern, (found, (flags, code, groups, names)) in known.items()
    }
    return zlib.compress(marshal.dumps(plain), _PACKED)


def _unpacked(content: bytes) -> dict[str, Made]:
    return {
        pattern: Made(found, Coded(flags, memoryview(code).cast("I"), groups, names))
        for pattern, (found, flags, code, groups, names) in marshal.loads(
            zlib.decompress(content)
        ).items()
    }
