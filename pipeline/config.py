"""Settings that a caller may choose, with their defaults. Values travel in calls, never in globals."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

OcrEngine = Literal["auto", "rapidocr", "tesseract", "both", "off"]


def _limit(default: int, what: str) -> int:
    """A limit and what it counts, as `--help` says it."""
    value: int = field(default=default, metadata={"what": what})
    return value


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How one document is read, and where reading gives up.

    `cache`: a folder where costly readings are kept (pipeline/cache.py).
    Each field of the form max_NAME is an option --max-NAME of the commands that read.
    """

    ocr: OcrEngine = "auto"
    max_bytes: int = _limit(200_000_000, "Bytes of a file, and of what is packed in it.")
    max_pages: int = _limit(2_000, "Pages of a document.")
    max_pixels: int = _limit(60_000_000, "Pixels of a page's picture.")
    max_characters: int = _limit(5_000_000, "Characters of a document.")
    cache: Path | None = None
