"""Meetings bound together in one file, whose later heads say less than the first."""

from datetime import date

import pytest

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


SUMMONS = """KALLELSE
Ekmo brottsförebyggande råd

Välkommen till möte tisdagen den 22 maj 2018 kl 9-11
Lokal: Ladan

Dagordning
1. Inledning
2. Förra mötets anteckningar
3. Polisens lägesbild
4. Övriga frågor

Hälsningar
Bo Alm

{title}

Närvarande: Maj Ek, polisen; Bo Alm, skolan; Li Ros, kommunen

1. Läget
Maj Ek berättade om inbrott i källare på Åsgatan under vintern.

2. Nästa möte
Tisdag den 22 maj kl 9.
"""


@pytest.mark.parametrize(
    "title",
    [
        "-------\n\nEkmo brottsförebyggande råd\nMinnesanteckningar 20 mars 2018",
        "Minnesanteckningar från mötet den 20 mars 2018",
        "Minnesanteckningar\nEkmo brottsförebyggande råd, tisdagen den 20 mars 2018",
    ],
)
def test_old_notes_behind_a_summons_without_a_list_of_the_called(title: str) -> None:
    summons, notes = read_protocol(SUMMONS.format(title=title).encode()).meetings
    assert (summons.kind, summons.meeting_date) == ("kallelse", date(2018, 5, 22))
    assert (notes.kind, notes.meeting_date) == ("minnesanteckningar", date(2018, 3, 20))
    assert (notes.council, notes.area) == ("brottsförebyggande råd", "Ekmo")
    assert notes.next_meeting is not None
    assert notes.next_meeting.meeting_date == summons.meeting_date
