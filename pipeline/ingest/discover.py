"""From what the user named to the files there are, and which of them are documents."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path, PurePath, PurePosixPath

from pipeline.errors import UsageError
from pipeline.ingest.remote import Remote, files_at, is_url
from pipeline.ingest.source import stored_name
from pipeline.read import looks_like_document
from pipeline.store.ledger import Passed

_HEAD_BYTES = 4096


class Skipped:
    """What was passed over, by reason and ending."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], str] = {}

    def add(self, path: PurePath, reason: str) -> None:
        """`reason`: no_document, hidden or lock_file."""
        kind = (reason, path.suffix.lower())
        self.counts[kind] += 1
        self._examples.setdefault(kind, stored_name(str(path)))

    def passed(self) -> tuple[Passed, ...]:
        """As the ledger holds it, the most first."""
        return tuple(
            Passed(*kind, files, self._examples[kind]) for kind, files in self.counts.most_common()
        )


def documents_under(
    names: Iterable[str], skipped: Skipped, is_known: Callable[[Path], bool]
) -> list[Path | Remote]:
    """The documents among the files that the names stand for; see `files_under`.

    By name and first bytes; what `is_known` knows is not looked into, and a URL only where it is read.
    A file that cannot be read may be a document, and will say so. Raises UsageError where there is none.
    """
    found: list[Path | Remote] = []
    for file in files_under(names, skipped):
        if isinstance(file, Remote):
            if file.named or looks_like_document(b"", PurePosixPath(file.url).name):
                found.append(file)
            else:
                skipped.add(PurePosixPath(file.url), "no_document")
        elif is_known(file) or _is_document(file):
            found.append(file)
        else:
            skipped.add(file, "no_document")
    if not found:
        passed = skipped.counts.total()
        raise UsageError(f"There is no document to read ({passed} other files skipped)")
    return found


def files_under(names: Iterable[str], skipped: Skipped) -> Iterator[Path | Remote]:
    """Every file that the names stand for, absolute, once each, in a stable order.

    Forms handled: a file; a folder, with all folders in it (hidden files and folders, and lock
    files of office programs, are passed over); a glob, also with "**"; a URL of either. A link to a
    folder is not followed inside a folder. Raises UsageError for a name that nothing answers to.
    """
    seen: set[Path | str] = set()
    for name in names:
        if is_url(name):
            for remote in files_at(name):
                if remote.url not in seen:
                    seen.add(remote.url)
                    yield remote
            continue
        for found in _answering(name):
            for path in _files(found, skipped):
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


def _files(path: Path, skipped: Skipped) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for parent, folders, names in os.walk(path):
        for folder in folders:
            if folder.startswith("."):
                skipped.add(Path(parent, folder), "hidden")
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("~$"):
                skipped.add(Path(parent, name), "lock_file")
            elif name.startswith("."):
                skipped.add(Path(parent, name), "hidden")
            else:
                yield Path(parent, name)


def _is_document(path: Path) -> bool:
    """A pipe, socket or device is none; opening it may wait for ever."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return looks_like_document(file.read(_HEAD_BYTES), path.name)
    except OSError:
        return True
