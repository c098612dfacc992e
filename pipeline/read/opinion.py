"""A second opinion: lines that RapidOCR is unsure of are read by tesseract as well.

All of a page's doubtful lines go in one picture, so a page costs one call and a sure page none.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from pipeline.read.layout import PlacedWord
from pipeline.read.rapid import OcrLine, line_crop
from pipeline.read.spelling import is_word, spelled
from pipeline.read.tesseract import BLOCK, tesseract_words

_UNSURE = 0.9  # of a word's score
_SPACE = 24  # pixels of white round each line
_TRUSTED = 0.6  # of tesseract's confidence in a word
_SAME = 0.5  # share of characters that two readings of one word have in common
_DOUBT = 0.6  # what disagreement leaves of the confidence

_BARE = str.maketrans("åäöÅÄÖéÉ§", "aaoAAOeES")


def with_second_opinion(picture: Any, lines: Sequence[OcrLine]) -> list[OcrLine]:
    """The lines, with tesseract's reading of a word where it is clearly the better one.

    So where Swedish has its word and not ours, or where the two differ in rings and dots alone and
    ours lacks them. Any other disagreement lowers the line's confidence.
    """
    doubtful = [index for index, line in enumerate(lines) if _is_doubtful(line)]
    if not doubtful:
        return list(lines)
    others = _read_again(picture, [lines[index] for index in doubtful])
    result = list(lines)
    for index, other in zip(doubtful, others, strict=True):
        result[index] = _settled(lines[index], other)
    return result


def _is_doubtful(line: OcrLine) -> bool:
    """Whether a word is unsure that Swedish lacks, or that is a name and may be spelled anyhow."""
    return any(
        score < _UNSURE and len(text) > 1 and text.isalpha() and not _is_swedish(text)
        for text, score, *_ in line.parts
    )


def _read_again(picture: Any, lines: Sequence[OcrLine]) -> list[list[PlacedWord]]:
    """Tesseract's words for each line, all pasted under each other on white."""
    import numpy

    crops = [line_crop(picture, line) for line in lines]
    width = max(crop.shape[1] for crop in crops) + 2 * _SPACE
    height = sum(crop.shape[0] + _SPACE for crop in crops) + _SPACE
    sheet = numpy.full((height, width, 3), 255, numpy.uint8)
    places, top = [], _SPACE
    for crop in crops:
        tall, wide = crop.shape[:2]
        sheet[top : top + tall, _SPACE : _SPACE + wide] = crop
        places.append((top, top + tall))
        top += tall + _SPACE
    words, _ = tesseract_words(sheet, BLOCK)
    return [
        sorted(
            (word for word in words if first <= (word.y0 + word.y1) / 2 <= last),
            key=lambda word: word.x0,
        )
        for first, last in places
    ]


def _settled(line: OcrLine, other: Sequence[PlacedWord]) -> OcrLine:
    ours, theirs = spelled(line.text).split(), [word.text for word in other]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    agreed, taken = 0, list(ours)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            agreed += j - i
        elif kind == "replace" and j - i == m - k:
            for at, word in zip(range(i, j), other[k:m], strict=True):
                if _is_better(word, ours[at]):
                    taken[at] = word.text
                    agreed += 1
    score = line.score * (_DOUBT + (1 - _DOUBT) * agreed / max(len(ours), 1))
    return OcrLine(line.corners, " ".join(taken), score, _renamed(line, taken))


def _is_better(theirs: PlacedWord, ours: str) -> bool:
    if theirs.confidence < _TRUSTED:
        return False
    if theirs.text.translate(_BARE) == ours.translate(_BARE):
        return _dots(theirs.text) > _dots(ours)
    if SequenceMatcher(None, ours, theirs.text, autojunk=False).ratio() < _SAME:
        return False
    return _is_swedish(theirs.text) and not _is_swedish(ours)


def _dots(word: str) -> int:
    return sum(letter in "åäöÅÄÖ§" for letter in word)


def _is_swedish(token: str) -> bool:
    bare = token.strip('.,:;!?()"”“')
    return len(bare) > 2 and bare.islower() and bare.isalpha() and is_word(bare)


def _renamed(line: OcrLine, texts: Sequence[str]) -> Sequence[Any]:
    """The parts of a line with these texts, where each has one."""
    if len(line.parts) != len(texts):
        return ()
    return [(text, *part[1:]) for text, part in zip(texts, line.parts, strict=True)]
