"""What careless conversion does to a text, with the place of every fact kept.

Each noise takes a protocol and gives it back damaged. What is true of it stays as it was: a value
whose words are lost is missed, and nothing else may be found in its stead.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from generator.sheet import Generated, Planted

Edit = tuple[int, int, str]
Noise = Callable[[Random, Generated], Generated]

_LONG_WORD = re.compile(r"[a-zåäö]{10,}")
_CONFUSED = {"l": "1", "I": "l", "å": "a", "ä": "a", "ö": "o", "rn": "m", "é": "e", "0": "O"}
_WIDTH = 72  # characters of a hard-wrapped line


def edited(protocol: Generated, edits: Iterable[Edit]) -> Generated:
    """The text with each [start, end) replaced, from left to right, and all places moved along."""
    parts: list[str] = []
    moves: list[tuple[int, int, int]] = []  # start, end, length that stands there now
    done = 0
    for start, end, new in sorted(edits):
        if start < done:
            continue
        parts += [protocol.text[done:start], new]
        moves.append((start, end, len(new)))
        done = end
    text = "".join((*parts, protocol.text[done:]))
    return replace(protocol, text=text, planted=tuple(_moved(protocol.planted, moves)))


def _moved(planted: Iterable[Planted], moves: list[tuple[int, int, int]]) -> Iterable[Planted]:
    for one in planted:
        start, end = one.start, one.end
        for at, stop, length in moves:
            if at >= one.end:
                break
            grown = length - (stop - at)
            end += grown
            if stop <= one.start:
                start += grown
        yield replace(one, start=start, end=max(start, end))


def flattened(_: Random, protocol: Generated) -> Generated:
    """The whole page in one line."""
    return edited(protocol, ((m.start(), m.end(), " ") for m in re.finditer(r"\n+", protocol.text)))


def lost_line_ends(chance: Random, protocol: Generated) -> Generated:
    """One line end of six is a space."""
    ends = re.finditer(r"(?<!\n)\n(?!\n)", protocol.text)
    return edited(protocol, ((m.start(), m.end(), " ") for m in ends if chance.random() < 1 / 6))


def lost_signs(_: Random, protocol: Generated) -> Generated:
    """Every "§" lost, with the space after it."""
    return edited(protocol, ((m.start(), m.end(), "") for m in re.finditer("§ ?", protocol.text)))


def letter_spaced(_: Random, protocol: Generated) -> Generated:
    """Words in capitals, and a label alone on its line, set with a space between letters."""
    found = re.finditer(
        r"\b[A-ZÅÄÖ]{5,}\b|^(?:Närvarande|Beslutande|Deltagare)$", protocol.text, re.M
    )
    return edited(protocol, ((m.start(), m.end(), " ".join(m.group())) for m in found))


def hyphenated(chance: Random, protocol: Generated) -> Generated:
    """Hard-wrapped lines, long words broken at their ends."""
    edits: list[Edit] = []
    column = 0
    for match in re.finditer(r"\n|([^\s]+)( ?)", protocol.text):
        if match.group() == "\n":
            column = 0
            continue
        start, word = match.start(), match.group()
        if column + len(word) > _WIDTH and column:
            broken = _LONG_WORD.match(word)
            if broken and chance.random() < 0.5:
                start += chance.randint(4, broken.end() - 4)
                edits.append((start, start, "-\n"))
            else:
                edits.append((start - 1, start, "\n"))
            column = 0
        column += match.end() - start
    return edited(protocol, edits)


def lost_digits(chance: Random, protocol: Generated) -> Generated:
    """Dates and clock times lost, as one web converter does it: "den", "kl." and ":00" stay."""
    found = re.finditer(
        r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?=[.:]\d\d\b)|(?<=\w )\d{4}\b", protocol.text
    )
    return edited(protocol, ((m.start(), m.end(), "") for m in found if chance.random() < 0.7))


def page_heads(chance: Random, protocol: Generated) -> Generated:
    """The first line again over every page, with a page mark."""
    first = protocol.text.split("\n", 1)[0]
    lines = [m.end() for m in re.finditer(r"\n", protocol.text)]
    pages = lines[22 + chance.randint(0, 3) :: 24]
    edits = [(at, at, f"{first}\n{page} ({len(pages) + 1})\n") for page, at in enumerate(pages, 2)]
    return edited(protocol, edits)


def misread(chance: Random, protocol: Generated) -> Generated:
    """One letter in a hundred read as another that looks like it."""
    found = re.finditer("|".join(_CONFUSED), protocol.text)
    edits = ((m.start(), m.end(), _CONFUSED[m.group()]) for m in found if chance.random() < 0.05)
    return edited(protocol, edits)


NOISES: dict[str, Noise] = {
    "flattened": flattened,
    "lost line ends": lost_line_ends,
    "lost §": lost_signs,
    "letter-spaced": letter_spaced,
    "hyphenated": hyphenated,
    "lost digits": lost_digits,
    "page heads": page_heads,
    "misread": misread,
}
