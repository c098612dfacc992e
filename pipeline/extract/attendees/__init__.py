"""Who was called, came, stayed away, chaired, kept and adjusted the minutes."""

from pipeline.extract.attendees.reader import attendees

__all__ = ["attendees"]
