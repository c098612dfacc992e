"""Meetings bound together in one file, whose later heads say less than the first."""

from datetime import date

from pipeline.run import read_protocol

NOTES = """Brå Ekmo – anteckningar våren 2021

Möte 1, den 2 mars
Närvarande: Maj Ek (polisen), Bo Alm (skolan)

1. Läget
Maj berättade om inbrott i källare på Åsgatan.

2. Uppdrag
Bo ringer skolan om lamporna på gården.

Möte 2, den 4 maj
Närvarande: Maj Ek (polisen), Bo Alm (skolan)

1. Läget
Maj berättade om en brand i en container.

2. Uppdrag
Bo har ringt skolan om lamporna.
"""


def test_what_only_the_first_head_says_holds_for_the_next_meeting() -> None:
    first, second = read_protocol(NOTES.encode()).meetings
    assert (second.kind, second.council, second.area) == ("minnesanteckningar", "Brå", "Ekmo")
    assert (first.kind, first.council, first.area) == (second.kind, second.council, second.area)
    council = [each.quote for each in second.evidence if each.field == "council"]
    assert council == ["Brå"]


def test_a_day_without_its_year_is_counted_from_the_meeting_before() -> None:
    first, second = read_protocol(NOTES.encode()).meetings
    assert (first.meeting_date, second.meeting_date) == (date(2021, 3, 2), date(2021, 5, 4))
    assert [issue.kind for issue in second.issues] == ["year_inferred"]
