"""Sentences that follow a list of names or stand in it: who sent word, who led, who wrote.

Forms handled: "... och Rolf. Bo hade lämnat återbud."; "Ej på plats: Anna Ek"; "Bo höll i mötet."
(which names nobody anew: functions.py reads it); who came instead of somebody (stand_ins.py).
"""

import re
from collections.abc import Iterator, Sequence

from models.meeting import Status
from models.view import View
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.piece_kinds import FUNCTIONS
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.presence import is_prose, statement, tells_others, unlisted
from pipeline.extract.attendees.runs import is_description, is_on_function, sentences, tells
from pipeline.extract.attendees.stand_ins import stand_ins_apart
from pipeline.vocabulary import says

Row = tuple[View, ...]

_GOES_ON = re.compile(r"(?:,|\boch|\bsamt|&)$")


def told(rows: Sequence[Row], status: Status) -> list[tuple[Status, list[Row]]]:
    """`rows` in runs with the status that each has; sentences on functions are left out."""
    runs: list[tuple[Status, list[Row]]] = []
    apart = [each for row in rows for each in stand_ins_apart(row, status)]
    before = ""
    for own, row in apart:
        for found, part in _parts(row, own, before):
            last = runs[-1][1][-1][-1].text if runs else ""
            same = found == runs[-1][0] if runs else False
            if runs and (same or _GOES_ON.search(last)):
                runs[-1][1].append(part)
            else:
                runs.append((found, [part]))
        before = f"{before} {row[0].text}".lstrip()
    return runs


def _parts(row: Row, status: Status, before: str) -> Iterator[tuple[Status, Row]]:
    if len(row) != 1:
        yield status, row
        return
    for order, view in enumerate(sentences(row[0])):
        kinds = kinds_in(view.text)
        said_before = before + row[0].text[: row[0].index(view.offsets[0])]
        if tells_others(view.text):
            continue
        if "instruction" in kinds and vocabulary("instruction").regex.match(view.text):
            continue
        if "absent_lead" in kinds and (lead := vocabulary("absent_lead").regex.match(view.text)):
            yield "absent", (view.part(lead.end(), len(view.text)),)
        elif "absent_told" in kinds and (away := vocabulary("absent_told").regex.match(view.text)):
            yield "absent", (_named(view, away),)
        elif "partial_told" in kinds and (
            partly := vocabulary("partial_told").regex.match(view.text)
        ):
            yield "partial", (_named(view, partly),)
        elif is_on_function(view.text):
            if not order and _is_entry(view):
                yield status, (view,)
        elif (said := statement(view, leads=order > 0 or _tells_absence(view))) is not None:
            yield said[0], (said[1],)
        elif said_before and (elsewhere := unlisted(view, said_before)) is not None:
            yield "absent", (elsewhere,)
        elif tells(view.text) and not is_description(view.text):
            continue
        elif not order or not is_prose(view.text):
            yield status, (view,)


def _is_entry(view: View) -> bool:
    """Whether a line on a function is a person with their work, too: "Anna Ek, fältare, ledde träffen"."""
    first, *others = pieces(view, single=False) or (None,)
    if first is None or first.kind != "name" or view.text.endswith("."):
        return False
    kinds = {each.kind for each in others}
    return len(others) > 1 and kinds <= {"role", "organisation", "party", *FUNCTIONS}


def _tells_absence(view: View) -> bool:
    """Whether a line's lead tells that those behind it stayed away: "Kunde inte komma: Bo Ek"."""
    lead, colon, _ = view.text.partition(": ")
    return bool(colon) and says("attendance", lead, "absence")


def _named(view: View, told: re.Match[str]) -> View:
    """The names of a sentence, with what stands of them before its verb."""
    return view.part(told.start("names"), max(told.end("names"), told.end("work")))


def tells_presence(row: Row) -> bool:
    """Whether a line under a list goes on telling who was there: "Samtliga kom utom Bo Ek"."""
    text = row[0].text
    kinds = kinds_in(text) & {"everybody", "absent_lead", "absent_told", "partial_told"}
    return any(vocabulary(kind).regex.match(text) for kind in kinds)


def points_to_called(rows: Sequence[Row]) -> bool:
    """ "Närvarande: samtliga kallade utom Bo Ek"."""
    return any(
        "everybody" in kinds_in(sentence.text)
        and vocabulary("everybody").regex.match(sentence.text)
        for row in rows
        if len(row) == 1
        for sentence in sentences(row[0])
    )
