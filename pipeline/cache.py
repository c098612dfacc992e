"""Readings that cost much, kept by content: no page is read from its picture twice for a new phrase.

Kept is what OCR or another program has read; a text layer is read again faster than it is looked up.
One file a document, named by a digest of its bytes, the settings, the OCR engines there are and the
code that reads: what any of them changes is not found and read anew. Then what OCR made of a picture
may still be there, by the picture's own bytes (pipeline/read/ocr.py): a page laid out by other code
costs no OCR. The files may be removed at any time; one that is damaged is passed over.
"""

from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.read.detect import DOC, RTF
from pipeline.read.kept import keep, place_of, recalled
from pipeline.read.ocr import engines
from pipeline.stages import READING, digest


def read_or_recall(data: bytes, settings: ReadSettings) -> Document:
    """As `read`, from `settings.cache` where it is kept there; kept there where it was costly."""
    if settings.cache is None:
        return read(data, settings)
    place = _place(settings.cache, data, settings)
    document = _recalled(place)
    if document is None:
        document = read(data, settings)
        if _is_costly(document):
            with suppress(ValueError):  # a half surrogate, which JSON does not take
                keep(place, document.model_dump_json().encode())
    return document


def _place(folder: Path, data: bytes, settings: ReadSettings) -> Path:
    chosen = {**asdict(settings), "cache": None}  # which changes no reading
    key = sha256(
        f"{digest(READING)} {sorted(chosen.items())} {sorted(engines().items())} ".encode()
    )
    key.update(sha256(data).digest())
    return place_of(folder, key.hexdigest())


def _is_costly(document: Document) -> bool:
    return document.media_type in (DOC, RTF) or any(page.ocr for page in document.pages)


def _recalled(place: Path) -> Document | None:
    """The document kept at `place`; None where there is none, or none of this form."""
    content = recalled(place)
    try:
        return None if content is None else Document.model_validate_json(content)
    except ValueError:
        return None
