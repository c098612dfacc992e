"""What a meeting's notes tell outside their items."""

from collections.abc import Iterator

from models.segmented import MeetingPart, SectionPart

NO_ITEM = 0  # the ordinal of what stands in no item


def before_items(meeting: MeetingPart) -> Iterator[SectionPart]:
    """What is told before the first item, or without any (notes that only run on), as a section."""
    if meeting.prose:
        yield SectionPart(NO_ITEM, None, None, meeting.start, meeting.end, meeting.prose)
