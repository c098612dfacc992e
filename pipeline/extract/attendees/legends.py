"""Lists whose marks a legend explains: "Närv (N), Frånv (F)" over "Anna Ek PRO N", "Bo Li SPF".

Forms handled: the letter before or behind its word, in brackets or with a sign ("N = närvarande"); a letter, or none, behind
each person's body; two entries in one line, parted by the first one's letter; the head of a vote's columns ("Ja Nej").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from models.meeting import Status
from models.view import View
from pipeline.extract.attendees.affiliation import vocabulary
from pipeline.names import is_first_name, is_name

Row = tuple[View, ...]

_HERE = r"(?:närv|tjänstg|deltar|deltog)\w*\.?"
_LEGEND = re.compile(
    rf"(?:(?<!\w){_HERE}\s?[=:]?\s?\(?(?P<behind>(?-i:[A-Z]))\)?(?!\w)|\(?(?<!\w)(?P<before>(?-i:[A-Z]))\)?\s?[=:–-]?\s?{_HERE})",
    re.IGNORECASE,
)
_OTHER_LETTER = re.compile(r"\s[A-ZÅÄÖ]$")  # of who did not come
_VOTES = re.compile(r"(?:ja|nej|avstår|omröstning\w*|[\s/,-])+", re.IGNORECASE)
_FEWEST = 3  # entries with the letter
_NAME_WORDS = (3, 2)
_WORD = re.compile(r"\S+")


def explained(rows: Sequence[Row], known: str) -> str:
    """The letter that a legend among the first rows, or `known` from a list above, has for who came; empty where none marks enough."""
    told = (_LEGEND.search(row[0].text) for row in rows[:2] if len(row[0].text.split()) <= 8)
    letter = next((each["behind"] or each["before"] for each in told if each), known)
    mark = re.compile(rf"(?<=\s){letter}(?=\s+[A-ZÅÄÖÉ]|$)")
    marked = sum(len(mark.findall(row[-1].text)) for row in rows) if letter else 0
    return letter if marked >= _FEWEST or (marked and known) else ""


def by_legend(rows: Sequence[Row], letter: str) -> Iterator[tuple[Status, list[Row]]]:
    """The persons of such a list in runs that share a status; who has no letter did not come."""
    entries = [entry for row in rows for entry in _parted(row[0], letter) if _is_entry(entry.text)]
    read = [(_marked(entry, letter)) for entry in entries]
    for status, run in groupby(read, key=lambda each: each[0]):
        yield status, [row for _, row in run]


def _is_marked(text: str, letter: str) -> bool:
    return text.rstrip().endswith(f" {letter}")


def _is_entry(text: str) -> bool:
    words = text.split()
    return not (_LEGEND.search(text) and len(words) <= 8) and _VOTES.fullmatch(text) is None


def _parted(view: View, letter: str) -> Iterator[View]:
    """The entries of a line, each to its letter."""
    at = 0
    for mark in re.finditer(rf"(?<=\s){letter}\s+(?=[A-ZÅÄÖÉ])", view.text):
        yield view.part(at, len(view.text[: mark.end()].rstrip()))
        at = mark.end()
    yield view.part(at, len(view.text))


def _marked(entry: View, letter: str) -> tuple[Status, Row]:
    """A person's status, and the name and the body without the mark."""
    status: Status = "present" if _is_marked(entry.text, letter) else "absent"
    end = len(entry.text.rstrip())
    if status == "present" or _OTHER_LETTER.search(entry.text):
        end = len(entry.text[: end - 1].rstrip(" :"))
    elif (note := vocabulary("absent").regex.search(entry.text, 1)) is not None:
        end = len(entry.text[: note.start()].rstrip(" ,:("))
    words = list(_WORD.finditer(entry.text, 0, end))
    for size in _NAME_WORDS:
        if len(words) <= size or not _is_whole_name([word.group() for word in words[:size]]):
            continue
        body = entry.part(words[size].start(), end)
        return status, (entry.part(0, words[size - 1].end()), body)
    return status, (entry.part(0, end),)


def _is_whole_name(words: Sequence[str]) -> bool:
    """Whether the words are a name, of three words only where the first two are given names."""
    given = words[:1] if len(words) == _NAME_WORDS[-1] else words[:2]
    return all(map(is_first_name, given)) and is_name(" ".join(words))
