"""The persons of a protocol in short: what tests of attendance write down and compare.

A person is "name | role | organisation | party | status | function"; what is left out at the end is
null, and the status is present.
"""

from pipeline.extract.attendees import attendees
from tests.extract.parts import part

HEAD = "Protokoll för Lokala Brå Granvik\n\n2018-03-14\n\n"
BODY = """

1. Mötets öppnande
Mötet öppnades och alla hälsades välkomna.

2. Lägesbild
Polisen redogjorde för läget under våren och svarade på frågor.

3. Övriga frågor
Inga övriga frågor togs upp.
"""


def people(text: str) -> list[str]:
    persons, _ = attendees(part(text))
    rows = []
    for person in persons:
        fields = (
            person.name,
            person.role,
            person.organisation,
            person.party,
            None if person.status == "present" else person.status,
            person.function,
        )
        rows.append(" | ".join(field or "" for field in fields).rstrip(" |"))
    return rows
