"""What tests of actions ask of a meeting held on 22 February 2019 by five persons."""

from datetime import date

from models.meeting import Action, NextMeeting
from pipeline.config import ReadSettings
from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
from pipeline.read import read
from pipeline.segment import segment

HELD = date(2019, 2, 22)


HEAD = """Protokoll Lokala Brå Ekmo 2019-02-22

Närvarande:
Maj Ek, kommunpolis
Bo Alm, rektor
Lena Frisk, preventionssamordnare
Ordförande: Eva Lind
Sekreterare: Kaj Holm

1. Inledning
Eva hälsade.

"""


def found(body: str, title: str = "Lägesbild", following: date | None = None) -> tuple[Action, ...]:
    document = read(f"{HEAD}2. {title}\n{body}\n".encode(), ReadSettings(ocr="off"))
    (part,) = segment(document)
    announced = NextMeeting(meeting_date=following, evidence=()) if following else None
    records = actions(part, attendees(part)[0], HELD, announced)
    for each in records:
        assert each.section == 2
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return records


def told(body: str, title: str = "Lägesbild") -> list[tuple[str, str | None]]:
    return [(each.kind, each.owner) for each in found(body, title)]
