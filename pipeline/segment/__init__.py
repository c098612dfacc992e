"""Document -> meetings, each cut into head, attendance, sections, paragraphs and sentences."""

from pipeline.segment.meetings import segment

__all__ = ["segment"]
