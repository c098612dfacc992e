"""Sentences that follow a list of names or stand in it: who sent word, who led, who wrote.

Forms handled: "... och Rolf. Bo hade lämnat återbud."; "Ej på plats: Anna Ek"; "Bo höll i mötet."
(which names nobody anew: functions.py reads it).
"""

import re
from collections.abc import Iterator, Sequence

from models.meeting import Status
from models.view import View
from pipeline.extract.attendees.pieces import vocabulary
from pipeline.vocabulary import rules

Row = tuple[View, ...]

_STOP = re.compile(r"(?<=[\w)])\.\s+(?=[A-ZÅÄÖÉ])")
_GOES_ON = re.compile(r"(?:,|\boch|\bsamt|&)$")


def told(rows: Sequence[Row], status: Status) -> list[tuple[Status, list[Row]]]:
    """`rows` in runs with the status that each has; sentences on functions are left out."""
    runs: list[tuple[Status, list[Row]]] = []
    for row in rows:
        for found, part in _parts(row, status):
            last = runs[-1][1][-1][-1].text if runs else ""
            same = found == runs[-1][0] if runs else False
            if runs and (same or _GOES_ON.search(last)):
                runs[-1][1].append(part)
            else:
                runs.append((found, [part]))
    return runs


def _parts(row: Row, status: Status) -> Iterator[tuple[Status, Row]]:
    if len(row) != 1:
        yield status, row
        return
    for view in _sentences(row[0]):
        if (lead := vocabulary("absent_lead").regex.match(view.text)) is not None:
            yield "absent", (view.part(lead.end(), len(view.text)),)
        elif (said := vocabulary("absent_told").regex.match(view.text)) is not None:
            yield "absent", (view.part(*said.span("names")),)
        elif not _is_on_function(view.text):
            yield status, (view,)


def _sentences(view: View) -> Iterator[View]:
    """`view` cut before each sentence that tells of somebody's absence or function."""
    start = 0
    for stop in _STOP.finditer(view.text):
        rest = view.text[stop.end() :]
        if (
            vocabulary("absent_lead").regex.match(rest)
            or vocabulary("absent_told").regex.match(rest)
            or _is_on_function(rest)
        ):
            yield view.part(start, stop.start() + 1)
            start = stop.end()
    yield view.part(start, len(view.text))


def _is_on_function(text: str) -> bool:
    return any(rule.data.get("lists") and rule.regex.match(text) for rule in rules("functions"))
