"""Settings that a caller may choose, with their defaults. Values travel in calls, never in globals."""

from dataclasses import dataclass
from typing import Literal

OcrEngine = Literal["auto", "rapidocr", "tesseract", "off"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How one document is read, and where reading gives up."""

    ocr: OcrEngine = "auto"
    max_bytes: int = 200_000_000
    max_pages: int = 2_000
    max_pixels: int = 60_000_000  # of one page's picture
    max_characters: int = 5_000_000
