"""Lists of nothing but names that no label and no verb announces, in the head of notes.

Forms handled: "Rune, Anki, Berra och Lena (antecknade). Rune höll i mötet."; "Bo Ek (ordf), Siv, Jens P, Mona (skriver)";
names with whom they come from among them ("Siw samt Lottie från bolaget"; "Hasse (Gästhamnen), Siv (byn)"; "Bo Ek, rektor; Li Alm,
polisen"; "Rektor Bo Ek, polisen Li Alm"), bodies that no vocabulary holds where somebody has a function ("Bo, fritids, sekr / Siv,
gatan, ordf / Li Alm"), also with the whole in brackets, or behind a sentence of place and time; first names one a line; lines with a group's sign before them
("(N) Bo Ek, Li Alm" over "(S) Eva Al").
"""

import re
from collections.abc import Iterator, Sequence

from models.view import View
from pipeline.extract.attendees.piece_kinds import FUNCTIONS, kind_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.presence import is_prose
from pipeline.extract.attendees.runs import sentences, unwrapped
from pipeline.names import is_first_name, is_name

Row = tuple[View, ...]

_FEWEST = 3  # names
_KNOWN = 0.7  # of the names, those that open with a known given one
_SHORT = 2  # words of a body that no vocabulary holds
_WINDOW = 12  # rows over which one list may be wrapped
_SIGN = re.compile(r"\([A-ZÅÄÖ][^()]{0,25}\)\s+(?=[A-ZÅÄÖ])")
_PLACED = re.compile(r"\bkl(?:ockan|\.)?\s?\d|\d[.:]\d\d|\d{1,2}/\d{1,2}")
_NO_ROLL = re.compile(r"[?!]")
_PARTED = re.compile(r"[,;]\s|\s[/+]\s")
_BAR = re.compile(r"\s+[/|•·]\s+")
_BESIDE = frozenset(
    {"name", "chair", "secretary", "adjuster", "partial", "absent", "whole", "party", "self"}
)
_WORK = frozenset({"role", "organisation"})


def rolls(text: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of names among `rows`, each as the rows that hold it."""
    if grouped := list(_grouped(rows)):
        yield from grouped
        return
    column: list[Row] = []
    done = -1  # the place in the document up to which all is read
    for index, row in enumerate((*rows, ())):
        if len(row) == 1 and _is_alone(row[0].text):
            column.append(row)
            continue
        if len(column) >= _FEWEST and _known([each[0].text for each in column]):
            yield column
        column = []
        if len(row) != 1 or row[0].offsets[0] <= done or not _PARTED.search(row[0].text):
            continue
        whole = unwrapped(text, rows[index : index + _WINDOW])[0]
        roll = _behind_place(_bare(whole[0]))
        if barred := _barred(roll):
            done = whole[0].offsets[-1]
            yield barred
        elif _is_roll(roll):
            done = whole[0].offsets[-1]
            yield [(roll,)]


def _barred(view: View) -> list[Row]:
    """The entries of a line that slashes or bars part, which open with a known given name: "Bo Ek, rektor, ordf / Siv, fritids"."""
    edges = [0, *(at for bar in _BAR.finditer(view.text) for at in bar.span()), len(view.text)]
    entries = [view.part(one, two) for one, two in zip(edges[::2], edges[1::2], strict=True)]
    told = any("," in entry.text for entry in entries)
    if len(entries) < _FEWEST or not told or not _known([entry.text for entry in entries]):
        return []
    return [(entry,) for entry in entries]


def _grouped(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Lines of nothing but persons, each behind its group's sign in brackets: "(N) Anna Ek, Bo Li" over "(S) Eva Alm"."""
    run: list[Row] = []
    for row in (*rows, ()):
        sign = _SIGN.match(row[0].text) if len(row) == 1 else None
        if sign is not None and _is_roll(part := row[0].part(sign.end(), len(row[0].text)), 1):
            run.append((part,))
            continue
        if len(run) > 1 and sum(map(_count, run)) >= _FEWEST:
            yield from ([each] for each in run)  # the sign between two lines is nobody's party
        run = []


def _count(row: Row) -> int:
    return sum(piece.kind == "name" for piece in pieces(row[0], single=True))


def _behind_place(view: View) -> View:
    """A line without the sentence of place and time before its names: "onsdag 5/6, kl 18 i Magasinet. Bo, Li, Eva"."""
    first, *others = sentences(view)
    if not others or _PLACED.search(first.text) is None or is_prose(first.text):
        return view
    return view.part(view.index(others[0].offsets[0]), len(view.text))


def _is_alone(text: str) -> bool:
    return len(text.split()) <= 2 and is_name(text, single=True)


def _is_roll(view: View, fewest: int = _FEWEST) -> bool:
    """Whether the first sentence is names, with nothing but a function, a role or a body behind or before them."""
    first = next(sentences(view))
    if _NO_ROLL.search(first.text) or _is_led(first.text):
        return False
    found = pieces(first, single=True)
    names = [piece.view.text for piece in found if piece.kind == "name"]
    others = [piece for piece in found if piece.kind not in _BESIDE]
    held = any(piece.kind in FUNCTIONS for piece in found)
    work = all(
        piece.kind in _WORK or piece.bracket or (held and _is_body_unknown(piece.view.text))
        for piece in others
    )
    opens = found[0].kind == "name" or (found[0].leads and found[1].kind == "name")
    return len(names) >= max(fewest, len(others)) and opens and work and _known(names)


def _is_body_unknown(text: str) -> bool:
    """Whether a word or two that no vocabulary holds may be whom somebody comes from: "fritids", "Samfälligheten"."""
    return len(text.split()) <= _SHORT and not is_prose(text)


def _is_led(text: str) -> bool:
    """Whether a colon stands behind more than the work of somebody among the names: "..., polis: Bo Ek"."""
    lead, colon, _ = text.partition(": ")
    work = _PARTED.split(lead)[-1]
    return bool(colon) and (work == lead or kind_of(work) not in _WORK)


def _bare(view: View) -> View:
    """A list without the brackets round the whole of it."""
    text = view.text
    if not text.startswith("(") or ")" in text[:-1] or not text.endswith(")"):
        return view
    return view.part(1, len(text) - 1)


def _known(names: Sequence[str]) -> bool:
    given = sum(is_first_name(name.split()[0].rstrip(",")) for name in names)
    return given >= _KNOWN * len(names)
