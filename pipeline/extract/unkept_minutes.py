"""Meetings that were held and of which a protocol says that nobody has the minutes, or, by their season, that these were read.

Forms handled: "Höstmötets anteckningar har inte kommit fram", "Protokollet från vårens möte saknas", "Vi hittar inte
anteckningarna från novembermötet", "Från mötet i höstas finns inget nedtecknat", "På förra mötet skrev ingen protokoll", "Från vinterns
digitala möte finns inga anteckningar", "Ingen av oss har protokollet från vårmötet", "Sist fördes inga anteckningar".
Read: "Höstmötets anteckningar gicks igenom", "Siv läste upp vårens protokoll". Of the last meeting, whose day is not
told, only what was never written or is lost counts, since what is late may have come in the end. Minutes in which something is missing, that are not adjusted, or are another body's give none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.extract.meant_days import MONTH, Meant, month_before, season_before
from pipeline.vocabulary import Rule, says

_LAST = re.compile(r"\b(?:förra|föregående|förgående|senaste|sist)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!?]\s")
_BETWEEN = timedelta(days=15)  # from a meeting to the one at which its minutes are missed, at least


def misses_minutes(text: str) -> bool:
    """Whether a sentence says that nobody has the minutes of an earlier meeting."""
    return says("meeting_signs", text, "lost") or says("meeting_signs", text, "late")


def unkept_minutes(text: str, held: date, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Meant]]:
    """What shows that minutes are missed or were read, and the days that their meeting can have been on; none for the last meeting.

    rules: those that may match `text`, a sentence told on `held`.
    """
    for rule in rules:
        if (
            rule.data["is"] not in {"lost", "late", "read"}
            or (match := rule.regex.search(text)) is None
        ):
            continue
        start = max(
            (clause.end() for clause in _CLAUSE.finditer(text, 0, match.start())), default=0
        )
        if says("meeting_signs", text[start : match.end()], "foreign"):
            continue
        told = match.group()
        meant = season_before(told, held)
        if meant is None and (month := MONTH.search(told)) is not None:
            meant = month_before(month, held)
        elif meant is None and rule.data["is"] == "lost" and _LAST.search(told):
            meant = Meant()
        if meant is not None and (until := _until(meant, held)) is not None:
            yield rule, until


def _until(meant: Meant, held: date) -> Meant | None:
    """The days that lie far enough before `held`; None where none do."""
    if meant.first is None or meant.last is None:
        return meant
    last = min(meant.last, held - _BETWEEN)
    return Meant(meant.first, last) if meant.first <= last else None
