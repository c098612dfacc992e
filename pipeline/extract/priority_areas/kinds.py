"""Whether a prioritised area is a place, a group of people or a problem."""

import re

from models.meeting import AreaKind
from pipeline.vocabulary import possible

_PLACE_END = re.compile(r"(?:centrum|torg|park|skola|station|område)\w*$")


def area_kind(name: str) -> AreaKind:
    """Problems and groups are known by their words; a name in capitals that is neither is a place."""
    for rule in possible("area_kinds", name):
        if rule.regex.search(name):
            kind: AreaKind = rule.data["kind"]
            return kind
    return "place" if name[:1].isupper() or _PLACE_END.search(name) else "problem"
