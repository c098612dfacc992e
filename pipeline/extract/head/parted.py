"""What stands behind one label of the head, parted where another label or the title goes on in the same line.

Forms handled: "Klockan 17.30 Plats Kulturhuset Datum 2019-10-16 PROTOKOLL Trygghetsrådet Dnr KS 2019/4", as careless
converters leave it, also behind a title ("Protokoll 5/2012 Datum 2019-10-16 Tid 18-20 Plats Ekgården"), and the same in columns; a title behind another value ("Datum Anna Ek 2018-02-07 Trygghetsrådet onsdagen den
3 februari 2018"). Labels that stand one behind the other before all their values ("Klockan Plats Datum Dnr 15.00 Ekgården 26 februari 2009
KS 2009/4") take what looks like theirs. Only labels of when, where and under which number are looked for.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from models.view import View
from pipeline.dates import dates, times
from pipeline.vocabulary import pattern, possible, table

_FEWEST_LABELS = 3  # in a line that no label opens
_PAGE = re.compile(r"\d{1,3}\s?\(\d{1,3}\)\s+(?=[A-ZÅÄÖ])")
_BEFORE_TITLE = frozenset({"ignored", "plain_date", "date"})
_REGISTERED = re.compile(
    r"(?<!\S)(?=\S*\d[/:-]\d)(?!\d{4}-\d\d-\d\d(?!\S))(?:[A-ZÅÄÖ]{2,5}\s)?[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9./:-]*\d(?!\S)"
)  # "4.2-31/2009", "KS 2016/0007"
_SUREST = 2  # the rank of a name that is surely one


def parted(cell: View, field: str | None, rule: str) -> Iterator[tuple[View, str | None, str]]:
    """The parts of `cell`, which stands under a label of `field`, each with its own field and rule."""
    for view, own, of_rule in _at_labels(cell, field, rule):
        start = _behind_value(view.text, own)
        start = _title(view.text) if start is None and own in _BEFORE_TITLE else start
        if start is None:
            yield view, own, of_rule
            continue
        if before := view.text[:start].rstrip():
            yield view.part(0, len(before)), own, of_rule
        yield view.part(start, len(view.text)), None, of_rule


def _behind_value(text: str, field: str | None) -> int | None:
    """Where free text goes on behind a page's number or the day of the adjustment, which are whole values."""
    if field == "ignored" and (page := _PAGE.match(text)) is not None:
        return page.end()
    stated = dates(text) if field == "adjuster" and text[:1].isdigit() else ()
    behind = stated[0].end + 1 if stated and not stated[0].start else len(text)
    return behind if behind < len(text) and text[behind].isupper() else None


def _title(text: str) -> int | None:
    """Where the name of a body begins that stands before a day, behind something else or alone."""
    starts = [
        name.start()
        for rule in possible("councils", text)
        for name in rule.regex.finditer(text)
        if name.group()[0].isupper() and (not name.start() or text[name.start() - 1] == " ")
        if rule.data["rank"] <= _SUREST and dates(text[name.end() :])
    ]
    return min(starts, default=None)


def _dealt(cell: View, fields: set[str]) -> Iterator[tuple[View, str | None, str]]:
    """The values of labels that all stand before them, by what they look like; what is left is the place."""
    found = {field: span for field, span in _known_values(cell.text) if field in fields}
    edges = [0, *(edge for span in sorted(found.values()) for edge in span), len(cell.text)]
    for field, (start, end) in found.items():
        yield cell.part(start, end), field, f"label.{field}"
    if "place" not in fields:
        return
    start, end = max(zip(edges[::2], edges[1::2], strict=True), key=lambda span: span[1] - span[0])
    rest = cell.part(start, end)
    text = rest.text.strip(" ,")
    if text:
        at = rest.text.find(text)
        yield rest.part(at, at + len(text)), "place", "label.place"


def _known_values(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The first day, clock time and registration number of `text`, each under the fields that it may belong to."""
    days = [(each.start, each.end) for each in dates(text)[:1]]
    for span in days:
        yield "plain_date", span
        yield "date", span
    for hour in times(text, bare=True):
        if not any(start <= hour.start < end for start, end in days):
            yield "time", (hour.start, hour.end)
            break
    if number := _REGISTERED.search(text):
        yield "registration", number.span()


def _at_labels(cell: View, field: str | None, rule: str) -> Iterator[tuple[View, str | None, str]]:
    """The parts of `cell` at the labels and titles in it."""
    fields = table("parted", "fields")
    parts = field is None or field == "place_time" or field in fields.values()
    inner = list(pattern("parted", "inner").finditer(cell.text)) if parts else []
    if field is None and len({*filter(None, (each["label"] for each in inner))}) < _FEWEST_LABELS:
        inner = []
    if not inner:
        yield cell, field, rule
        return
    if before := cell.text[: inner[0].start()].rstrip():
        yield cell.part(0, len(before)), field, rule
    bare: list[str] = []  # fields of labels that stand one behind the other
    for found, following in zip_longest(inner, inner[1:]):
        end = following.start() if following is not None else len(cell.text)
        start = found.start() if found["title"] else found.end()
        stop = start + len(cell.text[start:end].rstrip())
        own = fields[found["label"].lower()] if found["label"] else None
        if own is not None and following is not None and stop == start:
            bare.append(own)
        elif own is not None and len(bare) >= _FEWEST_LABELS - 1:
            yield from _dealt(cell.part(start, stop), {*bare, own})
            bare = []
        elif stop > start:
            yield cell.part(start, stop), own, f"label.{own}" if own else rule
