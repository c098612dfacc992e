"""One document, from bytes to record: the stages in their order, to be read from top to bottom."""

from models.meeting import Protocol
from pipeline.config import ReadSettings
from pipeline.read import read


def read_protocol(data: bytes, settings: ReadSettings | None = None) -> Protocol:
    """Read one file's bytes into its record.

    Raises DocumentError (see errors.py) where the file cannot be read at all.
    """
    document = read(data, settings or ReadSettings())
    return Protocol(document=document, meetings=())
