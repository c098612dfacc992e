"""A page's picture as a small file for a screen."""

from models.document import Page
from pipeline.read.picture import page_picture

_WIDE = 1_100  # pixels: sharp on a screen, some 100 kB
_QUALITY = 70  # of WebP, 0..100


def page_image(data: bytes, media_type: str, page: Page) -> bytes:
    """The page as WebP, upright, `_WIDE` pixels wide; the page must have a width and a height.

    `data` are the bytes that the page was read from; `page` needs its number, size and turn alone.
    """
    import cv2

    assert page.width
    picture = page_picture(data, media_type, page, _WIDE / page.width)
    _, coded = cv2.imencode(
        ".webp", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_WEBP_QUALITY, _QUALITY]
    )
    return coded.tobytes()
