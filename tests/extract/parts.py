"""Text as a file would hold it, read and cut: what the extractors are given."""

from models.segmented import MeetingPart
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment


def part(text: str) -> MeetingPart:
    """The first meeting of `text`."""
    return segment(read(text.encode(), ReadSettings()))[0]
