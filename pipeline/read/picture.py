"""The picture of one page of a document that was read, upright, as its boxes lie on it."""

from typing import Any

from models.document import Page
from pipeline.config import ReadSettings
from pipeline.read.detect import PDF

Picture = Any  # numpy array, height x width x 3, RGB


def page_picture(data: bytes, media_type: str, page: Page, scale: float) -> Picture:
    """The picture of a PDF's or an image's page at `scale` pixels a point of its boxes.

    `data` are the bytes that the page was read from.
    """
    import cv2
    import numpy

    size = round((page.width or 0) * scale), round((page.height or 0) * scale)
    shown = _pdf_page(data, page, scale) if media_type == PDF else _frame(data, page)
    upright = numpy.rot90(shown, k=-(page.turned // 90))
    return cv2.resize(upright, size, interpolation=cv2.INTER_AREA)


def _pdf_page(data: bytes, page: Page, scale: float) -> Picture:
    from pipeline.read.pdf import opened, with_annotations

    document = opened(data)
    try:
        shown = with_annotations(document, page.number - 1)
        return shown.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    finally:
        document.close()


def _frame(data: bytes, page: Page) -> Picture:
    from pipeline.read.image import pictures

    frames = pictures(data, ReadSettings())
    return next(frame for number, (frame, _, _) in enumerate(frames, 1) if number == page.number)
