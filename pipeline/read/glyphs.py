"""Text of a PDF page through pdfium's raw interface: whole strings at once, two boxes a word.

Asking pdfium for every character's box in Python costs more than parsing the page; the first and
the last character of a word tell the same.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.layout import PlacedWord

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibd|(?:cm|sf|ec|ls)bx|-bd\b|,b\b", re.I)
_FORCED_BOLD = 0x40000  # flag of a font descriptor
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?")
_UNSEEN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_SAMPLE = 200  # words looked at
_UNEVEN = 0.12  # of a character's height
_SHARE_UNEVEN = 0.15  # of the words
_LEAN = 0.05  # of the height: no more is level
_ABOVE, _BELOW = 0.92, 0.23  # em over and under the base line
_WHITE, _CLEAR = 230, 25  # of 255: the least shade of white, the most alpha of what is not seen
_LOST = re.compile("[\x01\x03-\x08\x0e-\x1f\ufffd]")  # what stands where a font has no map
_ALONE = re.compile(r"(?<![^\s\0])[\ufffd\x80-\x9f](?![^\s\0])")
_SEVERAL, _SHARE = 3, 0.03  # such signs, and of the words: more than a stray bullet
_HYPHENS = "\x02\ufffe"  # pdfium's signs for a hyphen at a line's end
_ODD_HYPHEN = re.compile("[\x02\ufffe\xad]")
_ACCENTS = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302"}
_SEAM = re.compile(r"(?<=[a-zåäö:])(?=[A-ZÅÄÖ\d])")
_ACCENTED = re.compile(f"([{''.join(_ACCENTS)}])([A-Za-z])")

_COLOUR = tuple(ctypes.c_uint() for _ in range(4))  # of the object that was last asked for it
_COLOUR_REFS = tuple(map(ctypes.byref, _COLOUR))

Turn = Callable[[float, float, float, float], tuple[float, float, float, float]]


class PageWords(NamedTuple):
    """The words of a page in the order of its content, in points from the top left as displayed.

    `level` ones run from left to right; `up` and `down` ones sideways, as in a margin. `faint` are
    those of all whose setting may leave them unseen, where that was asked for. `unmapped`: whether
    fonts on the page lack the map from their signs to characters, so that letters are wrong or lost.
    """

    level: list[PlacedWord]
    up: list[PlacedWord]
    down: list[PlacedWord]
    faint: list[PlacedWord]
    unmapped: bool

    def without(self, words: Collection[PlacedWord]) -> "PageWords":
        """The page with some words taken out."""
        if not words:
            return self
        level, up, down = ([w for w in line if w not in words] for line in self[:3])
        return PageWords(level, up, down, [], self.unmapped)

    def main_turn(self) -> int:
        """Degrees clockwise that set most of the text upright: 0, 90 or 270."""
        weights = {
            turn: sum(len(word.text) for word in words)
            for turn, words in ((0, self.level), (90, self.up), (270, self.down))
        }
        return max(weights, key=lambda turn: weights[turn])


def page_words(page: Any, faint: bool = False) -> PageWords:
    """The words of a page.

    Forms handled: pages turned by /Rotate, crop boxes off the origin, hyphens at line ends, accents
    set apart from their letters, text that runs up or down the page.
    """
    textpage = page.get_textpage()
    try:
        return _words(textpage.raw, turn_of(page), faint)
    finally:
        textpage.close()


def turn_of(page: Any) -> Turn:
    """From a box in the page's own coordinates (left, bottom, right, top) to the displayed one."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(bounds))
    left, bottom, right, top = bounds.left, bounds.bottom, bounds.right, bounds.top
    turns = pdfium.FPDFPage_GetRotation(page.raw)
    if turns == 1:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turns == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    if turns == 3:
        return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)


def is_faint(text: Any) -> bool:
    """Whether a text object is invisible by its mode, transparent, or all but white."""
    return pdfium.FPDFTextObj_GetTextRenderMode(text) in _UNSEEN or is_pale(text, _WHITE)


def is_pale(thing: Any, white: int) -> bool:
    """Whether an object is filled with no darker colour than `white` of 255, or is transparent."""
    pdfium.FPDFPageObj_GetFillColor(thing, *_COLOUR_REFS)
    red, green, blue, alpha = _COLOUR
    return alpha.value <= _CLEAR or (
        red.value >= white and green.value >= white and blue.value >= white
    )


_Box = tuple[float, float, float, float]  # left, bottom, right, top, in the page's own coordinates


def _words(textpage: Any, turn: Turn, look: bool) -> PageWords:
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return PageWords([], [], [], [], False)
    text = _text(textpage, count)
    fonts = _Fonts(textpage)
    plain = not _ACCENTED.search(text) and not _ODD_HYPHEN.search(text)
    level: list[PlacedWord] = []
    up: list[PlacedWord] = []
    down: list[PlacedWord] = []
    faint: list[PlacedWord] = []
    unmapped = 0
    line = level
    runs = list(_boxed(textpage, text))
    tight = _are_tight(runs)
    for start, end, first, last in runs:
        if tight and (heights := _loose(textpage, start)) is not None:
            first, last = ((box[0], heights[0], box[2], heights[1]) for box in (first, last))
        x0, y0, x1, y1 = first
        left, bottom, right, top = last
        placed = turn(
            x0 if x0 < left else left,
            y0 if y0 < bottom else bottom,
            x1 if x1 > right else right,
            y1 if y1 > top else top,
        )
        token = text[start:end]
        word = PlacedWord(token if plain else _spelled(token), *placed, fonts.bold(start))
        if end - start > 1:
            tall = word.y1 - word.y0 > word.x1 - word.x0
            ahead = _heading_of(first, last, turn) if tall else 0
            line = up if ahead < 0 else down if ahead > 0 else level
        elif line is not level and not line[-1].x0 <= (word.x0 + word.x1) / 2 <= line[-1].x1:
            line = level  # a single character has no direction but that of the one before
        line.append(word)
        unmapped += pdfium.FPDFText_HasUnicodeMapError(textpage, start) == 1
        if look and is_faint(pdfium.FPDFText_GetTextObject(textpage, start)):
            faint.append(word)
    lost = len(_LOST.findall(text)) >= _SEVERAL or unmapped > _SHARE * len(level)
    return PageWords(_with_accents(level), up, down, faint, lost)


def _boxed(textpage: Any, text: str) -> Iterator[tuple[int, int, _Box, _Box]]:
    """Where the words stand in a page's text, with the boxes of each one's first and last character."""
    box, rect = pdfium.FPDFText_GetLooseCharBox, pdfium.FS_RECTF()
    ref = ctypes.byref(rect)
    for start, end in _runs(textpage, text):
        if not box(textpage, start, ref):
            continue
        first = last = rect.left, rect.bottom, rect.right, rect.top
        if end - start > 1:
            if not box(textpage, end - 1, ref):
                continue
            last = rect.left, rect.bottom, rect.right, rect.top
        yield start, end, first, last


def _are_tight(runs: Sequence[tuple[int, int, _Box, _Box]]) -> bool:
    """Whether the boxes of a page's characters follow their ink, so that "p" is taller than "a"."""
    looked = uneven = 0
    for start, end, first, last in runs[:_SAMPLE]:
        if end - start > 1:
            one, other = first[3] - first[1], last[3] - last[1]
            looked += 1
            uneven += abs(one - other) > _UNEVEN * max(one, other)
    return uneven > _SHARE_UNEVEN * looked


def _loose(textpage: Any, at: int) -> tuple[float, float] | None:
    """The bottom and the top that a level word's print has, from its base line."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not (
        pdfium.FPDFText_GetMatrix(textpage, at, ctypes.byref(matrix))
        and pdfium.FPDFText_GetCharOrigin(textpage, at, ctypes.byref(x), ctypes.byref(y))
    ):
        return None
    em = pdfium.FPDFText_GetFontSize(textpage, at) * matrix.d
    if em <= 0 or abs(matrix.b) >= _LEAN * matrix.d:
        return None
    bottom, top = y.value - _BELOW * em, y.value + _ABOVE * em
    return ctypes.c_float(bottom).value, ctypes.c_float(top).value  # as exact as other boxes


def _runs(textpage: Any, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a page's text.

    A word begins anew where a capital or digit behind a small letter is an object of its own on the
    page: a tab stop right behind a label leaves no white space ("Datum", "2019-03-06").
    """
    item, addressof = pdfium.FPDFText_GetTextObject, ctypes.addressof
    seams = [match.start() for match in _SEAM.finditer(text)]  # none stands between words
    seams.reverse()
    for match in _WORD.finditer(text):
        start, end = match.span()
        while seams and seams[-1] < end:
            at = seams.pop()
            before, after = item(textpage, at - 1), item(textpage, at)
            if before and after and addressof(before.contents) != addressof(after.contents):
                yield start, at
                start = at
        yield start, end


def _heading_of(first: _Box, last: _Box, turn: Turn) -> int:
    """-1 where a word's last character stands above its first, 1 where below, 0 where beside."""
    a, b = turn(*first), turn(*last)
    across = (b[0] + b[2] - a[0] - a[2]) / 2
    along = (b[1] + b[3] - a[1] - a[3]) / 2
    if abs(along) <= abs(across):
        return 0
    return -1 if along < 0 else 1


def _spelled(token: str) -> str:
    """The word as a reader sees it: hyphens that show, letters with the accents set over them."""
    if token[-1] in _HYPHENS:
        token = token[:-1] + "-"
    token = token.replace("\xad", "-")
    if _ACCENTED.search(token):
        token = _ACCENTED.sub(lambda match: _composed(match[1], match[2]), token)
    return token


def _composed(accent: str, letter: str) -> str:
    whole = unicodedata.normalize("NFC", letter + _ACCENTS[accent])
    return whole if len(whole) == 1 else accent + letter


def _with_accents(words: list[PlacedWord]) -> list[PlacedWord]:
    """Give an accent that stands alone after its word ("Ovrigt ¨") to the letter under it."""
    result: list[PlacedWord] = []
    for word in words:
        under = _letter_under(word, result) if word.text in _ACCENTS else None
        if under is None:
            result.append(word)
            continue
        last = result[under]
        letter = (last.x1 - last.x0) / len(last.text)
        at = min(max(int((word.x0 - last.x0) / letter), 0), len(last.text) - 1)
        composed = _composed(word.text, last.text[at])
        result[under] = last._replace(text=last.text[:at] + composed + last.text[at + 1 :])
    return result


def _letter_under(accent: PlacedWord, words: list[PlacedWord]) -> int | None:
    """Which of the last three words an accent stands over."""
    for index in range(len(words) - 1, max(-1, len(words) - 4), -1):
        if words[index].x0 - 1 <= accent.x0 and accent.x1 <= words[index].x1 + 1:
            return index
    return None


def _text(textpage: Any, count: int) -> str:
    """One character of the string for each of pdfium's, so that places agree.

    pdfium leaves signs without a character out of its strings. Where one stands alone it is a bullet, and left out.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(text) == count and written > count:
        return text
    unicode = pdfium.FPDFText_GetUnicode
    signs = "".join(chr(unicode(textpage, index) or 0xFFFD) for index in range(count))
    return _ALONE.sub("\0", signs)


class _Fonts:
    """Whether the character at a place is bold: by its font's name or its forced boldness."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._buffer = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._known: dict[bytes, bool] = {}

    def bold(self, index: int) -> bool:
        buffer = self._buffer
        pdfium.FPDFText_GetFontInfo(self._textpage, index, buffer, 128, self._flags_ref)
        name = buffer.value
        if name not in self._known:
            self._known[name] = bool(_BOLD_NAME.search(name.decode("utf-8", "replace")))
        return self._known[name] or bool(self._flags.value & _FORCED_BOLD)
