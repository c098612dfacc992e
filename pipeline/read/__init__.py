"""Bytes -> Document. One reader a media type; the type is found by content, never by name.

The text convention that all readers keep: pages in reading order, each ended by a form feed but the
last; one visual row a line; the columns of a row parted by one tab; an empty line where the layout
leaves a paragraph's gap. Plain text is kept exactly as it is, but for a byte order mark.
"""

from collections.abc import Callable
from hashlib import sha256
from importlib import import_module

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import EmptyDocument, EncryptedDocument, LimitExceeded, UnsupportedType
from pipeline.read.detect import DOC, DOCX, HTML, ODT, RTF, SEALED, is_offered, media_type_of
from pipeline.read.reading import Reading

Reader = Callable[[bytes, ReadSettings], Reading]


def _lazy(module: str) -> Reader:
    """The `read_MODULE` function of a sibling, imported when its first document comes."""

    def reader(data: bytes, settings: ReadSettings) -> Reading:
        function: Reader = getattr(
            import_module(f"{__name__}.{module}"), f"read_{module.rsplit('.', 1)[-1]}"
        )
        return function(data, settings)

    return reader


READERS: dict[str, Reader] = {
    "text/plain": _lazy("text"),
    "application/pdf": _lazy("pdf"),
    DOCX: _lazy("docx"),
    ODT: _lazy("odt"),
    DOC: _lazy("office"),
    RTF: _lazy("office"),
    HTML: _lazy("html"),
    "image/png": _lazy("image"),
    "image/jpeg": _lazy("image"),
    "image/tiff": _lazy("image"),
}


def read(data: bytes, settings: ReadSettings) -> Document:
    """Read one file.

    Raises EmptyDocument, UnsupportedType, DamagedDocument, EncryptedDocument or LimitExceeded.
    What only a part of the file suffers from becomes an issue of the document.
    """
    if len(data) > settings.max_bytes:
        raise LimitExceeded(f"{len(data)} bytes, more than max_bytes = {settings.max_bytes}")
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise EmptyDocument("no bytes but white space" if data else "no bytes")
    media_type = media_type_of(data)
    if media_type == SEALED:
        raise EncryptedDocument("the office document asks for a password")
    reader = READERS.get(media_type)
    if reader is None:
        raise UnsupportedType(f"no reader for {media_type}")
    reading = reader(data, settings)
    if len(reading.text) > settings.max_characters:
        raise LimitExceeded(
            f"{len(reading.text)} characters, more than max_characters = {settings.max_characters}"
        )
    return Document(
        document_id=sha256(data).hexdigest(),
        media_type=media_type,
        size_bytes=len(data),
        text=reading.text,
        pages=reading.pages,
        marks=tuple(sorted(reading.marks, key=lambda mark: (mark.start, mark.end))),
        issues=reading.issues,
    )


def looks_like_document(head: bytes, name: str) -> bool:
    """Whether a file that begins with `head` (some 4 kB) and has this name is to be read.

    A document by name is always taken, so that junk in it is told of. Code, tables and data files
    are not documents, though they are text. A file without a known name is judged by its content.
    """
    return is_offered(head, name)
