"""Text as a file would hold it, read and cut: what the extractors are given."""

from models.segmented import MeetingPart
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment

# What stands under a head that is under test.
BODY = """

Närvarande:
Anna Ek, polisen
Bo Lindh, rektor

1. Mötets öppnande
Mötet öppnades och alla hälsades välkomna.

2. Lägesbild
Polisen redogjorde för läget under våren och svarade på frågor.

3. Övriga frågor
Inga övriga frågor togs upp.
"""


def part(text: str) -> MeetingPart:
    """The first meeting of `text`."""
    return segment(read(text.encode(), ReadSettings()))[0]
