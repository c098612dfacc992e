"""Where the meeting was held, told behind its day.

Forms handled: "Styrelsemöte den 3 maj 2011 på Kafé Ek", "mötet 3 maj på ”Krogen”", "träff 3 maj hos Bo, Ekvägen 7",
"möte den 3 maj i Folkets hus, lilla salen", "styrelsemöte 3/5 1996 å Ekholmen".
"""

import re

from pipeline.dates import dates
from pipeline.extract.head.met import may_be_place
from pipeline.vocabulary import pattern, says

_BEHIND_DAY = re.compile(
    r",?\s+(?P<in>i|på|hos|vid|å)\s+(?P<quoted>[\"”“])?(?P<place>(?(quoted)[^\"”“]{3,40}|(?:[A-ZÅÄÖ]|[a-zåäö]{3,}(?:en|et|an|na|n)(?=[.,;:(\s]*$))[^.,;:()]{2,50}?))(?(quoted)[\"”“]|(?=[.,;:(]|\s{3}|\s(?:kl\b|klockan\b|\d{1,2}[.:]\d\d)|$))"
)
_NEXT_PART = re.compile(r",\s(?P<part>[^.,;:()]{3,40})(?=[.,;(]|$)")
_ADDRESS = re.compile(r"[A-ZÅÄÖ][\w-]+\s\d{1,3}\s?[A-Za-z]?")
_HELD = re.compile(r"möte|sammanträd|träff|samling|stämma|samråd|protokoll|anteckning", re.I)


def place_behind_day(text: str) -> tuple[int, int] | None:
    """What a title says behind the day: "Styrelsemöte den 3 maj 2011 på Kafé Ek", "mötet 3 maj på ”Krogen”"."""
    for mention in dates(text):
        found = _BEHIND_DAY.match(text, mention.end)
        if found is None or not _HELD.search(text, 0, mention.start):
            continue
        place = found["place"]
        sure = found["quoted"] or found["in"] != "i" or says("places", place)
        if (sure or may_be_place(place)) and not pattern("met", "not_there").match(place):
            start = found.start("in" if found["in"] == "hos" else "place")
            return start, _with_room(text, found.end("place"))
    return None


def _with_room(text: str, end: int) -> int:
    """Where a place ends that a room or an address goes on with ("Folkets hus, lilla salen", "hos Bo, Ekvägen 7")."""
    part = _NEXT_PART.match(text, end)
    goes_on = part is not None and (
        says("places", part["part"]) or _ADDRESS.fullmatch(part["part"])
    )
    return part.end() if part is not None and goes_on else end
