"""Who came instead of somebody on a list, told behind the one who stayed away.

Forms handled: "Bo Ek, rektor (Li Alm i hans ställe)", "Bo Ek (ersätts av Li Alm)", "Bo Ek, PRO, ersatt av Li Alm", "Bo Ek (ersättare: Li
Alm)", "Bo Ek (i stället kom Li Alm, fr.o.m. kl 13)", also one after the other in a run.
"""

from collections.abc import Iterator

from models.meeting import Status
from models.view import View
from pipeline.extract.attendees.pieces import pieces
from pipeline.vocabulary import pattern, says

Row = tuple[View, ...]


def stand_ins_apart(row: Row, status: Status) -> Iterator[tuple[Status, Row]]:
    """A row in the parts that have a status each: who stayed away, who came instead, and what stands behind them."""
    view = row[-1]
    told = pattern("attendance_marks", "stand_in").search(view.text) if _may(view.text) else None
    if told is None or not told.start():
        yield status, row
        return
    key = "name" if told["name"] else "behind"
    close = view.text.find(")", told.end()) if told.group().startswith("(") else -1
    end = close if close >= 0 else told.end(key) if key == "name" else len(view.text)
    left = (*row[:-1], view.part(0, len(view.text[: told.start()].rstrip(" ,"))))
    yield ("absent" if status != "invited" and _is_one(left) else status), left
    behind = view.text[told.end() : end].lstrip(" ,;")
    came = (
        view.part(*told.span(key)),
        view.part(max(told.end(), end) - len(behind), max(told.end(), end)),
    )
    yield ("invited" if status == "invited" else "present"), came if behind else came[:1]
    start = end + len(view.text[end:]) - len(view.text[end:].lstrip("), ;."))
    if start < len(view.text):
        yield from stand_ins_apart((view.part(start, len(view.text)),), status)


def _may(text: str) -> bool:
    """Whether a word of standing in is there."""
    return says("attendance_marks", text, "stand_in")


def _is_one(row: Row) -> bool:
    """Whether nobody but one person stands in a row."""
    named = [piece for cell in row for piece in pieces(cell, single=True) if piece.kind == "name"]
    return len(named) == 1
