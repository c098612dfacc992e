"""From a stored error code back to what can be done."""

from pipeline.errors import LokalbraError


def remedy(code: str) -> str:
    """The sentence that belongs to a code of errors.py."""
    kinds: list[type[LokalbraError]] = [LokalbraError]
    for kind in kinds:
        if kind.code == code:
            return kind.remedy
        kinds += kind.__subclasses__()
    return LokalbraError.remedy
