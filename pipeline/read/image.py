"""Pictures of documents: PNG, JPEG and TIFF, one page or many."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from models.issue import Issue
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, DocumentError, EmptyDocument, LimitExceeded
from pipeline.read.compose import LaidPage
from pipeline.read.furniture import together
from pipeline.read.ocr import Engine, engine_of
from pipeline.read.reading import Reading
from pipeline.read.scan import laid_scan

_STRIP = 100  # times as long as wide: no page
_A4 = 842.0  # points: the long side of a picture that does not tell its resolution
_RESOLUTIONS = (
    72,
    1200,
)  # dots an inch that a scanner can have; 72 and less are a guess by programs


def read_image(data: bytes, settings: ReadSettings) -> Reading:
    """Read a picture by OCR.

    Forms handled: TIFF with many pages, turned by EXIF, palettes, transparency, 1 to 16 bits.
    Raises DamagedDocument, EmptyDocument or LimitExceeded. With OCR off, each page is an issue
    `page_without_text`. Where a later page cannot be read, those before it are, with an issue.
    """
    engine = engine_of(settings.ocr)
    issues: list[Issue] = []
    pages: list[LaidPage] = []
    try:
        for number, (picture, width, height) in enumerate(pictures(data, settings), 1):
            pages.append(_page(number, picture, width, height, engine, issues, settings.cache))
    except DocumentError as error:
        if not pages:
            raise
        lost = len(pages) + 1
        message = f"Sidan {lost} och de som följer lästes inte: {error}."
        issues.append(Issue(kind="page_failed", severity="error", message=message))
    if not any(page.rows for page in pages) and not issues:
        raise EmptyDocument("no text was found in the picture")
    return together(pages, issues)


def _page(
    number: int,
    picture: Any,
    width: float,
    height: float,
    engine: Engine | None,
    issues: list[Issue],
    kept: Path | None,
) -> LaidPage:
    blank = LaidPage(number, width, height, ())
    if max(picture.shape[:2]) > _STRIP * min(picture.shape[:2]):
        return blank
    if engine is None:
        message = f"Sidan {number} är en bild utan text och lästes inte (ingen OCR)."
        issues.append(Issue(kind="page_without_text", severity="error", message=message))
        return blank
    return laid_scan(number, picture, width, height, engine, issues, kept)


def pictures(data: bytes, settings: ReadSettings) -> Iterator[tuple[Any, float, float]]:
    """Each page as RGB, with its size in points."""
    import numpy
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # we count ourselves, before anything is unpacked
    try:
        with Image.open(BytesIO(data)) as file:
            count = getattr(file, "n_frames", 1)
            if count > settings.max_pages:
                raise LimitExceeded(f"{count} pages, more than max_pages = {settings.max_pages}")
            for frame in ImageSequence.Iterator(file):
                if frame.width * frame.height > settings.max_pixels:
                    raise LimitExceeded(
                        f"{frame.width} x {frame.height} pixels,"
                        f" more than max_pixels = {settings.max_pixels}"
                    )
                scale = _points_per_pixel(frame)
                flat = _on_white(ImageOps.exif_transpose(frame))
                yield numpy.asarray(flat), flat.width * scale, flat.height * scale
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedDocument(f"the picture is damaged or cut short: {error}") from error


def _on_white(frame: Any) -> Any:
    from PIL import Image

    if frame.mode.startswith(("I", "F")):
        frame = frame.point(lambda value: value / 256) if frame.mode.startswith("I;16") else frame
        return frame.convert("L").convert("RGB")
    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        seen = frame.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen).convert("RGB")
    return frame.convert("RGB")


def _points_per_pixel(frame: Any) -> float:
    told = float((frame.info.get("dpi") or (0, 0))[0] or 0)
    low, high = _RESOLUTIONS
    return 72 / told if low < told <= high else _A4 / max(frame.width, frame.height)
