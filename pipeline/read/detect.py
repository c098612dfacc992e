"""What kind of file some bytes are, by their content; and which files are offered for reading."""

import re
from pathlib import PurePath

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
PLAIN = "text/plain"
OLE = "application/x-ole-storage"
SEALED = "application/x-ole-storage; encrypted"
DOC = "application/msword"
RTF = "application/rtf"
ZIP = "application/zip"
BINARY = "application/octet-stream"

_IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
_DOCUMENT_NAMES = frozenset(
    [
        ".pdf",
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
    ]
)
_PDF_INSIDE = re.compile(rb"\n\d+ \d+ obj\b.*\bendobj\b", re.S)  # its head is lost
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_FRAGMENT = re.compile(
    rb"(?:---[ \t]*\r?\n(?:[^\n]{0,400}\n){1,40}?---[ \t]*\r?\n)?"  # what a page's maker reads
    rb"\s*<(p|div|h[1-6]|table|section|article|ul|ol|main)\b[^>]*>",
    re.I,
)
_SWEDISH = re.compile("[åäöÅÄÖ]")


def media_type_of(data: bytes) -> str:
    """The media type of a file's bytes (or of its head, for all but zipped types)."""
    if b"%PDF-" in data[:1024] or _PDF_INSIDE.search(data[:4096]):
        return PDF
    for magic, media_type in _IMAGES.items():
        if data.startswith(magic):
            return media_type
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if data.startswith(b"{\\rtf"):
        return RTF
    if _is_binary(data[:65536]):
        return BINARY
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start:
        start = start.replace(b"\0", b"").lstrip(b"\xff\xfe")
    page = _HTML.match(start) or _FRAGMENT.match(start) or b"<html" in start[:1024].lower()
    return HTML if page else PLAIN


def is_offered(head: bytes, name: str) -> bool:
    """See `looks_like_document`."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _DOCUMENT_NAMES:
        return True
    media_type = media_type_of(head)
    if media_type == PLAIN:
        bare = not suffix and not PurePath(name).name.startswith(".")
        return bare and bool(_SWEDISH.search(head.decode("utf-8", "ignore")))
    return media_type in {PDF, DOCX, ODT, DOC, RTF} or media_type in _IMAGES.values()


def _zipped(data: bytes) -> str:
    """The names of a zip's members stand in clear both beside them and at its end."""
    if b"mimetype" + ODT.encode() in data[:200]:
        return ODT
    return DOCX if b"word/" in data else ZIP


def _compound(data: bytes) -> str:
    """A compound file names its streams in UTF-16."""
    streams = {"EncryptedPackage": SEALED, "WordDocument": DOC}
    return next((kind for name, kind in streams.items() if name.encode("utf-16-le") in data), OLE)


def _is_binary(head: bytes) -> bool:
    """Text has at most a stray control character; UTF-16 has a NUL at every other place."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_by_nuls(head):
        return False
    body = head.strip(b"\0")
    control = sum(body.count(code) for code in range(32) if code not in b"\t\n\f\r\v\x1b")
    return control > min(max(2, len(body) / 30), len(body) / 8)


def utf16_by_nuls(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, where NULs stand at every other place."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None
