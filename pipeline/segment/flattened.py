"""Where the lines of a flattened text were.

Forms handled: labels with and without colon ("Plats Polishuset", "Närvarande Anna Ek, ..."), item
numbers with "§", full stop, prefix ("TR 14", "Fhr 39") or nothing, titles without numbers (run_in.py), sub-numbers, bullets,
group headings and breaks between items ("Beslutsärenden", "Paus (kl. 16.20)"), and the entries of an attendance list
that only a space parts ("Anna Ek, kommunpolis Bo Li, rektor", "Anna Ek (S) Bo Li (M)").
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import pairwise

from models.segmented import ATTENDANCE
from pipeline.names import is_name
from pipeline.segment.detached_marks import mark_edges
from pipeline.segment.entries import entries
from pipeline.segment.inner_points import inner_points
from pipeline.segment.listed_items import announced_items
from pipeline.segment.run_in import unnumbered_titles
from pipeline.vocabulary import possible, rules, words

_NUMBER = re.compile(
    r"(?<=\s)§+\s?(?:[A-ZÅÄÖ]{2,5}\s?)?\d{1,3}\b(?!\s?[-–]\s?(?:§\s?)?\d)"  # "§§ 12-15" is a note
    r"|(?<=[\s.:!?])(?<!\d[.:])\d{1,2}\.\s?(?=[A-ZÅÄÖ\"”])"
    r"|(?<![-–—]\s)(?<=\s)\d{1,2}\.\d\s+(?=[A-ZÅÄÖ])"
    r"|(?<=\s)\d{1,3}\s+(?=[A-ZÅÄÖ][a-zåäö])"
    r"|(?<=\s)\d{1,3}\s+(?=(?:[A-ZÅÄÖ]+\s){0,6}[A-ZÅÄÖ]{5,}\s[A-ZÅÄÖ][a-zåäö])"  # "18 VAL AV JUSTERARE Bo"
    r"|(?<=\s)[•·▪\uf0b7](?=\s)"
)
_COLONED = re.compile(r"(?<=\s)(?P<n>\d{1,2}):\s?(?=[A-ZÅÄÖ\"”])")
_PREFIXED = re.compile(
    r"(?<!\S)(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\s(?P<n>\d{1,3})\s+(?=[A-ZÅÄÖ])"
)
_BETWEEN = re.compile(r"(?<=\s)(?:[A-ZÅÄÖ][a-zåäö]+ärenden(?=\s+(?:§\s?)?\d)|Paus(?=\s\())")
_AFTER = re.compile(
    r"\b(?:kl(?:ockan)?\.?|nr\.?|plan|rum|sal|den|till|och|av|på|i|med|om|är|var|från|mellan|under|över|ca|cirka|bara|endast|drygt|nästan|v\.|vecka|(?-i:punkt(?:en|erna)?)|sid(?:a|an)?|bilaga|del(?:mål)?|[-–])\s*$|\([^()]*$",
    re.I,
)  # a number that belongs to the word before it, or stands in brackets
_FIRST_ROW = re.compile(r"\s*1[.)]\s")
_ROW = re.compile(r"\d{1,2}[.)]\s")
_DIGITS = re.compile(r"\d+")
_RANGE_SIGNS = ("-", "–", "paragrafer")  # before a number of a range
_FEWEST_COLONED = 4  # items whose numbers a colon follows
_BEFORE_NUMBER = 12  # characters before a number that tell whether it belongs to them
_RUN = 3  # numbers one after the other
_FIRST_ITEM = re.compile(r"§|1\b")
_VALUE = re.compile(r"(?:\s?[.…_]{3,})?\s(?=[A-ZÅÄÖ0-9])")
_PAGE_MARK = re.compile(r"(?<=\s)(?:\d{1,2}\s)?\d{1,2}\s?\(\d{1,2}\)(?=\s)")
_INSIDE = re.compile(r"(?:\b(?i:val\sav|till|som|för)|[A-ZÅÄÖ]{2}\sAV)\s$")  # "VAL AV JUSTERARE"
_ENDS_VALUE = re.compile(r"\d[\d.:–-]*\s$")  # "kl 9-10 Ordförande Anna Ek"
_INSIDE_WIDTH = 12
_FUNCTIONS = frozenset({"chair", "secretary", "adjuster"})
_SIGNED_FOR = frozenset({"secretary", "adjuster"})
_PERSONS = ATTENDANCE | {"secretary", "adjuster"}
_LOOSE = _PERSONS | {
    "place", "time", "date", "plain_date", "place_time", "council",
}  # fmt: skip
_LOOSE_IN_HEAD = _LOOSE | {"ignored", "agenda", "unknown_function"}
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÅÄÖ]")
_OPENING = 200  # first characters, which say that a document is an extract
_LONGEST_LABEL = 60  # characters in which a label shows its words
_TAIL = 300  # characters at the end where signatures stand


def flat_edges(
    text: str, start: int, end: int, *, opens: bool = True, closes: bool = True
) -> tuple[list[int], set[int]]:
    """The places in [start, end) where a line begins, and the end; and those that open a title.

    opens, closes: whether the document begins and ends here, and does not go on from page to page.
    """
    numbers = _numbers(text, start, end)
    items = _first_item(text, numbers)
    unnumbered = items is None and (opens or not numbers)
    headings = dict(unnumbered_titles(text, start, end) if unnumbered else ())
    if not opens:
        items = start
    elif items is None:
        items = min(headings, default=start + (end - start) // 3 if closes else end)
    labels = _labels(text, start, end, items, end - _TAIL if closes else end)
    numbers = [at for at in numbers if not _opens_label(text, at, labels)]
    titles = {
        match.start()
        for rule in rules("titles")
        for match in rule.regex.finditer(text, start, items)
        if match.group()[:1].isupper()
    }
    between = {match.start() for match in _BETWEEN.finditer(text, start, end)}
    between.update(inner_points(text, items, end))
    between.update(mark_edges(text, start, items))
    edges = sorted(
        {start, *numbers, *labels, *titles, *headings, *headings.values(), *between, end}
    )
    lists = [
        (labels[begin][0], stop)
        for begin, stop in pairwise(edges)
        if begin in labels and labels[begin][1] in _PERSONS | _FUNCTIONS
    ]
    persons = {entry for first, last in lists for entry in entries(text, first, last)}
    persons |= {
        edge for each in lists for mark in _PAGE_MARK.finditer(text, *each) for edge in mark.span()
    }
    return sorted({*edges, *persons}), set(headings)


def has_items(text: str, start: int, end: int) -> bool:
    """Whether the first item begins in [start, end)."""
    return _first_item(text, _numbers(text, start, end)) is not None


def _numbers(text: str, start: int, end: int) -> list[int]:
    """Where something that is numbered may begin."""
    prefixed = {at: number for at, number in _prefixed(text).items() if start <= at < end}
    inside = set(prefixed.values())
    found = {
        at
        for match in _NUMBER.finditer(text, start, end)
        if (at := match.start()) not in inside
        and not _AFTER.search(text[max(start, at - _BEFORE_NUMBER) : at])
    }
    found |= {at for at in _coloned(text) if start <= at < end}
    return _without_rows(text, start, end, sorted(found | prefixed.keys()))


@lru_cache(maxsize=1)
def _coloned(text: str) -> tuple[int, ...]:
    """Where items with a colon behind their number begin ("1:Öppnande", "2: Justerare"), of which several follow on each other."""
    found: list[int] = []
    for match in _COLONED.finditer(text):
        before = text[max(0, match.start() - _BEFORE_NUMBER) : match.start()]
        if int(match["n"]) == len(found) + 1 and not _AFTER.search(before):
            found.append(match.start())
    return tuple(found) if len(found) >= _FEWEST_COLONED else ()


def _without_rows(text: str, start: int, end: int, numbers: list[int]) -> list[int]:
    """The numbers but those of a table of tasks ("Att göra Vem När 1. ... 2. ..."), which begin anew at its head."""
    for rule in possible("item_tables", text[start:end], "flat"):
        for head in rule.regex.finditer(text, start, end):
            first = _FIRST_ROW.match(text, head.end())
            if first is None or not any(at < head.start() for at in numbers):
                continue
            rows = [at for at in numbers if at >= head.end() and _ROW.match(text, at)]
            return [at for at in numbers if at not in rows]
    return numbers


@lru_cache(maxsize=1)
def _prefixed(text: str) -> dict[int, int]:
    """Where items with a prefix begin, and their numbers: those follow on each other ("TR 14", "TR 15"; "A 1", "B 2").

    An extract has one alone.
    """
    found = [
        (match["prefix"] if len(match["prefix"]) > 1 else "", int(match["n"]), match)
        for match in _PREFIXED.finditer(text)
        if match["prefix"].lower() not in words("headings", "no_prefix")
    ]
    known = {(prefix, number) for prefix, number, _ in found}
    alone = len(known) == 1 and "utdrag" in text[:_OPENING].lower()
    first = announced_items(text)[:1] if found else ()
    return {
        match.start(): match.start("n")
        for prefix, number, match in found
        if known & {(prefix, number - 1), (prefix, number + 1)}
        or ((alone or number in first) and prefix.isupper())
    }


def _first_item(text: str, numbers: list[int]) -> int | None:
    """The first number that has a sign, a prefix or is 1; else the first of three that follow on each other, or that
    the head gives."""
    first = next(
        (at for at in numbers if _FIRST_ITEM.match(text, at) or at in _prefixed(text)), None
    )
    return first if first is not None else _run_start(text, numbers) or _announced(text, numbers)


def _announced(text: str, numbers: list[int]) -> int | None:
    """The first of `numbers` that is the first one that the head gives ("Paragrafer 21-28")."""
    opening = [str(number) for number in announced_items(text)[:1]] if numbers else []
    found = (at for at in numbers if (n := _DIGITS.match(text, at)) and n.group() in opening)
    return next((at for at in found if not text[:at].rstrip().endswith(_RANGE_SIGNS)), None)


def _run_start(text: str, numbers: list[int]) -> int | None:
    """Where numbers begin that rise by one ("21 Mötet öppnas ... 22 Justerare ... 23 Förra protokollet ...")."""
    valued = [(int(n.group()), at) for at in numbers if (n := _DIGITS.match(text, at)) is not None]
    for place, (value, at) in enumerate(valued):
        following = value + 1
        for later, _ in valued[place + 1 :]:
            following += later == following
        if following - value >= _RUN:
            return at
    return None


def _labels(text: str, start: int, end: int, items: int, tail: int) -> dict[int, tuple[int, str]]:
    """The labels by where they begin, their ends and what they announce. Without a colon only in head and tail."""
    found: dict[int, tuple[int, str]] = {}
    free = set[int]()  # labels that may open with words of any kind
    for capital in _CAPITAL.finditer(text, start, end):
        at = capital.start()
        for rule in possible("labels", text[at : min(at + _LONGEST_LABEL, end)]):
            match = rule.regex.match(text, at, end)
            if match is None:
                continue
            field = str(rule.data["field"])
            colon = text[match.end() : match.end() + 2].lstrip().startswith(":")
            near = field in (_LOOSE_IN_HEAD if at < items else _LOOSE) and (at < items or at > tail)
            near = near or (field == "registration" and at < items and _follows(at, found))
            loose = near and not rule.data.get("colon")
            if field == "chair" and at < items:
                loose = _begins_value(text, max(start, at - _INSIDE_WIDTH), at, found)
            no_label = _INSIDE.search(text, max(start, at - _INSIDE_WIDTH), at) is not None
            if field in _FUNCTIONS and text[max(start, at - 2) : at] == ", ":
                no_label = True  # "Bo Ek, Ordförande"
            value = bool(_VALUE.match(text, match.end()))
            counts = colon or (loose and value and not no_label)
            longest = at not in found or match.end() > found[at][0]
            if counts and longest:
                found[at] = (match.end(), field)
                free = free - {at} if rule.phrases else free | {at}
    covered = sorted((at, stop) for at, (stop, _) in found.items())
    before = {
        at
        for (at, stop), (later, end_of_later) in pairwise(covered)
        if at in free and later < stop == end_of_later
    }  # "Granviks Bostäder" before "Anmält förhinder:"
    covered = [each for each in covered if each[0] not in before]
    inside = {
        later for (_, stop), (later, _) in pairwise(covered) if later < stop
    }  # "närvarande" within "Övriga närvarande"
    return {at: label for at, label in found.items() if at not in inside | before}


def _begins_value(text: str, start: int, at: int, labels: Mapping[int, tuple[int, str]]) -> bool:
    """Whether "Ordförande" at `at` is a label: it follows another one or who signs for that, or what ends no person's entry."""
    follows = _follows(at, labels)
    signed = max(
        (stop for label, (stop, field) in labels.items() if label < at and field in _SIGNED_FOR),
        default=at,
    )
    follows = follows or is_name(text[signed:at].strip(" :.…_"))
    return follows or _ENDS_VALUE.search(text, start, at) is not None


def _follows(at: int, labels: Mapping[int, tuple[int, str]]) -> bool:
    """Whether what stands at `at` stands right behind a label."""
    return any(stop + 1 >= at > label for label, (stop, _) in labels.items())


def _opens_label(text: str, at: int, labels: Collection[int]) -> bool:
    """Whether a number is the end of a value right before a label ("plan 2 Närvarande")."""
    match = re.match(r"\d+\s+", text[at : at + 8])
    return match is not None and at + match.end() in labels
