"""The area where nothing but the running text tells it: as that of those who speak, or of whom the body serves.

Forms handled: "viktigast för oss i Ekby", "vi på Holmön", "nyhetsbrev för hela Ekby", "öka tryggheten i Ekby", "ett tryggare Ekby",
"boende i Övre Ekby", "att Ekbybygden får ett råd". Of several places the one told most often counts, else the first; a
street, a house or a common noun ("på torget", "på Storgatan") is none.
"""

from collections import Counter
from collections.abc import Iterator

from models.view import View
from pipeline.extract.head.area_apart import all_text
from pipeline.extract.head.area_forms import Area, area_at, is_common
from pipeline.extract.head.lines import Reading
from pipeline.vocabulary import rule_for, says

_OPENING = 3  # letters of a place that its genitive leaves as they are


def told_of_us(reading: Reading, weight: float) -> Iterator[Area]:
    """The place of those who speak or are served, the one told most often."""
    found = [each for view in all_text(reading) for each in _places(view)]
    told = Counter(view.text[start:end] for view, start, end in found)
    for view, start, end in sorted(found, key=lambda each: -told[each[0].text[each[1] : each[2]]]):
        yield from area_at(reading, weight, view, (start, end), "area.of_us")


def _places(view: View) -> Iterator[tuple[View, int, int]]:
    for match in rule_for("area_forms", "us").regex.finditer(view.text):
        name = match["area"] or match["served"]
        key = "area" if match["area"] else "served"
        if len(name) > _OPENING and not (says("places", name) or is_common(name)):
            yield view, *match.span(key)
