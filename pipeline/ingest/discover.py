"""From what the user named to the files there are."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from pipeline.errors import UsageError


def files_under(names: Iterable[str]) -> Iterator[Path]:
    """Every file that the names stand for, absolute, once each, in a stable order.

    Forms handled: a file; a folder, with all folders in it (hidden files and folders, and lock
    files of office programs, are left out); a glob, also with "**". A link to a folder is not
    followed inside a folder. Raises UsageError for a name that nothing answers to.
    """
    seen: set[Path] = set()
    for name in names:
        for found in _answering(name):
            for path in _files(found):
                absolute = Path(os.path.abspath(path))  # noqa: PTH100  (Path keeps "..")
                if absolute not in seen:
                    seen.add(absolute)
                    yield absolute


def _answering(name: str) -> list[Path]:
    if os.path.lexists(name):
        return [Path(name)]
    if has_magic(name) and (found := glob(name, recursive=True)):  # noqa: PTH207  (may be absolute)
        return sorted(map(Path, found))
    raise UsageError(f"{name}: there is no such file or folder")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for parent, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                yield Path(parent, name)
