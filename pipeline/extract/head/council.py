"""The body that met, by the name that it gives itself; area.py reads what it serves.

All names of the head's lines are weighed (council_names.py): the best one stands in a title, high up, is long and of the
surest form. Where the head names none, council_apart.py looks elsewhere. A word behind a group's name belongs to it where the
area is another ("Nätverket Fyren", "Områdesgrupp Öst").
"""

import re

from pipeline.dates import dates
from pipeline.extract.head.area import area_of
from pipeline.extract.head.area_forms import WORD, Area
from pipeline.extract.head.council_apart import (
    NOTICE,
    TOLD,
    Named,
    council_apart,
    described,
    explained,
    that_met,
)
from pipeline.extract.head.council_names import Found, names, part
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading
from pipeline.names import is_first_name
from pipeline.vocabulary import says

_PERSON = re.compile(r":\s(?P<first>[A-ZÅÄÖ][\w-]+)\s[A-ZÅÄÖ]")
_ABBREVIATION = re.compile(r"(?i:brå)|[A-ZÅÄÖ]{2,5}")
_LOCAL = re.compile(r"lokal[at]?\sbrå", re.IGNORECASE)
_WRITTEN_OUT = re.compile(r"brotts-?\s?förebyggande", re.IGNORECASE)
_BEFORE_AREA = frozenset({"i", "på", "för", "inom"})
_STATED = 2.0  # the least score of a name in the document's own lines, not a page head's
_GROUP = re.compile(
    r"(?:nätverk(?:et)?|grupp(?:en)?|team(?:et)?|projektet|alliansen|samverkan|samverkansråd(?:et)?)$",
    re.IGNORECASE,
)
_OWN = re.compile(rf"\s(?P<own>{WORD})(?=\s*(?:$|[,(–]|\d|den\s|i\s[A-ZÅÄÖ]))")


def council_and_area(reading: Reading) -> tuple[str | None, str | None]:
    """The council as written, without area and date, and the area as written."""
    if (best := _best(reading)) is None:
        return None, _proved(reading, area_of(reading, None))
    line, start, end, rule = best
    if rule == NOTICE:
        reading.prove("council", line.view, start, end, rule)
        posted = line.text[start:end]
        return posted, _proved(reading, area_of(reading, None, posted))
    own = line
    line, start, end = _with_next_line(reading, line, start, end)
    area = area_of(reading, (line, start, end), told=rule == TOLD)
    if (name := described(line, start, end)) is not None:
        (start, end), rule = name, "council.described"
    elif own is line:
        end = _with_own_name(line, start, end, area)
    reading.prove("council", line.view, start, end, rule)
    return line.text[start:end], _proved(reading, area)


def _proved(reading: Reading, area: Area | None) -> str | None:
    if area is None:
        return None
    reading.prove("area", area.view, area.start, area.end, area.rule)
    return area.text


def _with_own_name(line: HeadLine, start: int, end: int, area: Area | None) -> int:
    """Where a group's name ends whose next word is no area but tells it apart ("Nätverket Fyren")."""
    if not _GROUP.search(line.text[start:end]):
        return end
    quarter = part("name.quarter").match(line.text[end:])
    named = _OWN.match(line.text, end)
    stop = end + quarter.end() if quarter is not None else named.end() if named is not None else end
    if stop == end or area is None or _is_same(line.text[end:stop], area.text):
        return end
    there = line.view.offsets[end + 1 : stop]
    return end if area.view.offsets[area.start] in there else stop


def _is_same(word: str, area: str) -> bool:
    """Whether the word behind a name is the area, which stands elsewhere with its genitive ("Ekby", "Ekbys kommun")."""
    return area.casefold().startswith(word.strip().casefold())


def _with_next_line(
    reading: Reading, line: HeadLine, start: int, end: int
) -> tuple[HeadLine, int, int]:
    """The line and the name in it, with the next line where running text breaks before the area ("rådet i")."""
    if line.text[end:].strip() not in _BEFORE_AREA:
        return line, start, end
    for whole in reading.wrapped:
        at = whole.text.find(line.text)
        if at >= 0 and len(whole.text) > len(line.text):
            return whole, at + start, at + end
    return line, start, end


def _best(reading: Reading) -> Named | None:
    """The best name of a body: in a title, high up, long, of the surest form.

    An abbreviation yields to a name written out ("Brottsförebyggande rådet", "Anteckningar Brå maj"), and
    "Lokala Brå" to what its letters stand for.
    Where the same name stands elsewhere with a capital ("Lokala Brå", "Anteckningar lokala Brå"),
    that one is its name; so is a longer one that goes on from it ("Samordningsgruppen polis–kommun").
    """
    ordered = [*enumerate(reading.lines), *((line.position, line) for line in reading.wrapped)]
    weighed = ((line, _weight(line, order)) for order, line in ordered)
    found = [each for line, weight in weighed for each in names(line, weight)]
    if (letters := explained(reading, found)) is not None:
        return letters
    if not found:
        return council_apart(reading)
    whole = [
        each for each in found if not _ABBREVIATION.fullmatch(_name(each)) and each[0] >= _STATED
    ]
    best = max(whole or found, key=lambda each: each[0])
    longer = [
        each
        for each in found
        if not each[1].furniture
        and (_goes_on(_name(best), _name(each)) or _writes_out(_name(best), _name(each)))
    ]
    best = max(longer, key=lambda each: each[0], default=best)
    same = [each for each in found if _letters(best) == _letters(each)]
    close = min(len(_name(each)) for each in same)  # "SSPF-teamet", beside "S S P F - t e a m e t"
    same = [each for each in same if len(_name(each)) == close]
    capital = [each for each in same if _name(each)[0].isupper()]
    best = max(capital or same, key=lambda each: each[0])
    best = next((each for each in found if _is_apart(best, each)), best)
    met = that_met(reading) if part("name.board").search(_name(best)) else None
    return met or best[1:]


def _goes_on(name: str, longer: str) -> bool:
    """Whether `longer` is `name` with who makes up the body behind it ("polis–kommun")."""
    rest = longer[len(name) :]
    return longer.lower().startswith(name.lower()) and bool(part("name.after").match(rest))


def _writes_out(name: str, longer: str) -> bool:
    """Whether `name` is short for `longer` ("Lokala Brå", "Lokala brottsförebyggande rådet")."""
    return bool(_LOCAL.fullmatch(name) and _WRITTEN_OUT.search(longer))


def _name(found: Found) -> str:
    _, line, start, end, _ = found
    return line.text[start:end]


def _letters(found: Found) -> str:
    """The name in small letters and without spaces."""
    return _name(found).lower().replace(" ", "")


def _is_apart(found: Found, other: Found) -> bool:
    """Whether `other` is the name whose place a lost space has joined with it in `found` ("EKBYSTRYGGHETSFÖRENING")."""
    _, line, start, end, _ = other
    joined, name = _letters(found), _letters(other)
    whole = line.text[:end].casefold().replace(" ", "")
    shorter = start > 0 and len(name) < len(joined) and _name(found).isalpha()
    return shorter and whole.endswith(joined)


def _lists_person(text: str) -> bool:
    """Whether a line says who came from where ("Handelsgruppen Hamnen: Bo Ek"), not of what day's meeting."""
    person = _PERSON.search(text)
    listed = person is not None and is_first_name(person["first"])
    return listed and person is not None and not dates(text[: person.start()])


def _weight(line: HeadLine, order: int) -> float | None:
    if line.field == "council":
        return 6.0
    if line.furniture:
        return 1.5
    if line.field is None and line.position < TITLE_LINES and not _lists_person(line.text):
        title = says("titles", line.text)
        return 4.0 + 1.5 * title - 0.1 * order
    return None
