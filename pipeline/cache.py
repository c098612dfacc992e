"""Readings that cost much, kept by content: no page is read from its picture twice for a new phrase.

Kept is what OCR or another program has read; a text layer is read again faster than it is looked up.
One file a document, named by a digest of its bytes, the settings, the OCR engines there are and the
code that reads: what any of them changes is not found and read anew. The files may be removed at any
time; one that is damaged is passed over.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.read.detect import DOC, RTF
from pipeline.read.ocr import engines
from pipeline.stages import READING, digest

_SUFFIX = ".reading"
_SUM = 32  # bytes of sha256 before the packed record
_PACKED = 1  # zlib's fastest


def read_or_recall(data: bytes, settings: ReadSettings) -> Document:
    """As `read`, from `settings.cache` where it is kept there; kept there where it was costly."""
    if settings.cache is None:
        return read(data, settings)
    place = _place(settings.cache, data, settings)
    document = _recalled(place)
    if document is None:
        document = read(data, settings)
        if _is_costly(document):
            _keep(place, document)
    return document


def tidy(folder: Path, megabytes: int) -> None:
    """Remove what has been unused for longest until the rest takes no more than `megabytes`."""
    kept = sorted(_kept(folder), key=lambda each: each[0], reverse=True)
    room = megabytes * 1_000_000
    for _, size, path in kept:
        room -= size
        if room < 0:
            path.unlink(missing_ok=True)


def _kept(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was last used (seconds), its bytes, its file."""
    for path in folder.glob(f"*/*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # another process tidies too
            status = path.stat()
            yield status.st_mtime, status.st_size, path


def _place(folder: Path, data: bytes, settings: ReadSettings) -> Path:
    chosen = {**asdict(settings), "cache": None}  # which changes no reading
    key = sha256(
        f"{digest(READING)} {sorted(chosen.items())} {sorted(engines().items())} ".encode()
    )
    key.update(sha256(data).digest())
    name = key.hexdigest()
    return folder / name[:2] / (name[2:] + _SUFFIX)


def _is_costly(document: Document) -> bool:
    return document.media_type in (DOC, RTF) or any(page.ocr for page in document.pages)


def _recalled(place: Path) -> Document | None:
    """The document kept at `place`; None where there is none, or no whole one."""
    try:
        content = place.read_bytes()
        if sha256(content[_SUM:]).digest() != content[:_SUM]:
            return None
        document = Document.model_validate_json(zlib.decompress(content[_SUM:]))
        os.utime(place)  # used now: the last to be tidied away
    except (OSError, zlib.error, ValueError):
        return None
    return document


def _keep(place: Path, document: Document) -> None:
    """Write the document under its name in one step. Where that cannot be done, do without."""
    with suppress(OSError, ValueError):  # no room; a half surrogate, which JSON does not take
        packed = zlib.compress(document.model_dump_json().encode(), _PACKED)
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(sha256(packed).digest() + packed)
        Path(file.name).replace(place)
