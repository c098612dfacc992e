"""Text of a PDF that nobody sees: white on white, set to be invisible, or off the page."""

from collections.abc import Iterable
from typing import Any

from pipeline.read.glyphs import PageWords
from pipeline.read.layout import PlacedWord

_CONTRAST = 24  # of 256 shades between the darkest and the lightest place of a word that shows
_SCALE = 1.5  # pixels a point


def off_page(found: PageWords, width: float, height: float) -> frozenset[PlacedWord]:
    """The words whose middle lies outside of the page."""
    return frozenset(
        word
        for line in found[:3]
        for word in line
        if not (0 <= word.x0 + word.x1 <= 2 * width and 0 <= word.y0 + word.y1 <= 2 * height)
    )


def hidden_words(page: Any, doubtful: Iterable[PlacedWord]) -> frozenset[PlacedWord]:
    """Those of some words that do not show in the page's picture. Boxes in points, as displayed."""
    grey = page.render(scale=_SCALE, grayscale=True).to_numpy()
    return frozenset(word for word in doubtful if not _shows(word, grey))


def _shows(word: PlacedWord, grey: Any) -> bool:
    """By the middle of the word's box alone, since a line may run along its edge."""
    height = word.y1 - word.y0
    top, bottom = word.y0 + 0.25 * height, word.y1 - 0.25 * height
    x0, y0, x1, y1 = (max(round(_SCALE * value), 0) for value in (word.x0, top, word.x1, bottom))
    inside = grey[y0 : y1 + 1, x0:x1]
    return bool(inside.size) and int(inside.max()) - int(inside.min()) >= _CONTRAST
