"""Persons in running text: those the statistics find and every attendee, however named."""

from pipeline.extract.attendees import attendees
from pipeline.extract.named_persons import named_persons
from tests.extract.parts import part

PROTOCOL = """Minnesanteckningar
Lokala Brå i Ekby
den 3 mars 2020 kl 9-11

Närvarande: Lena Ek, rektor
Bo Svensson, polisen
Zlfxa Qvr, kommunen

1. Lenas rapport
Bo berättar att fältassistenten Fatima Yildiz har börjat.
Polisen ser inga inbrott i Ekby. Brå beslutar att följa frågan.
Svenssons förslag skickas till Zlfxa.
"""


def test_every_naming_stands_where_it_says() -> None:
    meeting = part(PROTOCOL)
    persons, _ = attendees(meeting)
    found = named_persons(meeting, persons)
    assert [(each.name, each.attendee) for each in found] == [
        ("Lenas", "Lena Ek"),
        ("Bo", "Bo Svensson"),
        ("Fatima Yildiz", None),
        ("Svenssons", "Bo Svensson"),
        ("Zlfxa", "Zlfxa Qvr"),
    ]
    for each in found:
        (proof,) = each.evidence
        assert meeting.document.text[proof.start : proof.end] == proof.quote == each.name
        assert each.section == 1


def test_without_attendees_the_statistics_are_left() -> None:
    found = named_persons(part(PROTOCOL), ())
    assert "Fatima Yildiz" in [each.name for each in found]
    assert {each.attendee for each in found} == {None}
