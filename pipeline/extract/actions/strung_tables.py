"""Action tables that a converter has put in one line, with neither columns nor numbers.

Forms handled: "Vad Vem När Måla skyltar Bo maj Byta lås Siv och Ali snarast", also with the time left out or put down otherwise than
as a time, and the rest of an item before the head. A row ends with who does it and by when, where the next one's
capital follows.
"""

import re
from collections.abc import Iterator, Sequence

from models.view import View
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.doers import Names, is_doer
from pipeline.extract.actions.rows import TableRow
from pipeline.vocabulary import possible, words

_WORD = re.compile(r"\S+")
_EVERYBODY = frozenset({"alla", "samtliga"})
_FEWEST = 2  # rows
_FEWEST_WORDS = 2  # of a task
_LONGEST_DUE = 5  # words
_JOINING = "och"
_AIMING = words("item_tables", "aiming")


def strung_rows(view: View, names: Names) -> Sequence[TableRow]:
    """The rows behind such a head in `view`; none where they are not several."""
    heads = possible("item_tables", view.text, "flat")
    match = next((found for each in heads if (found := each.regex.search(view.text))), None)
    if match is None or not re.match(r"\s*[A-ZÅÄÖ]", view.text[match.end() :]):
        return ()
    words = list(_WORD.finditer(view.text, match.end()))
    rows = list(_rows(view, words, names))
    return rows if len(rows) >= _FEWEST else ()


def _rows(view: View, words: Sequence[re.Match[str]], names: Names) -> Iterator[TableRow]:
    first = 0
    at = first + _FEWEST_WORDS
    while at < len(words):
        aimed = words[at - 1].group() in _AIMING
        last = at if aimed else _owner_end(words, at, names)
        stop = _due_end(view.text, words, last) if last > at else None
        if stop is None:
            at += 1
            continue
        task = view.part(words[first].start(), words[at - 1].end())
        owner = view.part(words[at].start(), words[last - 1].end())
        due = view.part(words[last].start(), words[stop - 1].end()) if stop > last else None
        whole = view.part(words[first].start(), words[stop - 1].end())
        yield TableRow(task, whole, owner, due)
        first, at = stop, stop + _FEWEST_WORDS


def _owner_end(words: Sequence[re.Match[str]], at: int, names: Names) -> int:
    """The word after whoever stands at `at`: names of attendees or a body, also joined by "och", or all; `at` where nobody does."""
    end = at
    while end < len(words):
        word = words[end].group().rstrip(",")
        joins = word == _JOINING and end > at and end + 1 < len(words)
        if joins and _is_named(words[end + 1].group(), names):
            end += 2
        elif _is_named(word, names) or (end == at and word.lower() in _EVERYBODY):
            end += 1
        else:
            break
    return end


def _is_named(word: str, names: Names) -> bool:
    bare = word.rstrip(",.")
    return bare[:1].isupper() and is_doer(bare, names)


def _due_end(text: str, words: Sequence[re.Match[str]], first: int) -> int | None:
    """The word after the time that begins at `first`, with which the row ends; `first` where there is none.

    None where neither a time, nor a capital, nor the end follows, so that the name was the task's.
    """
    if first == len(words) or words[first].group()[0].isupper():
        return first
    capitals = (at for at in range(first, len(words)) if words[at].group()[0].isupper())
    stop = next(capitals, len(words))
    told = text[words[first].start() : words[stop - 1].end()]
    due = stop - first <= _LONGEST_DUE and deadline(told.rstrip("."), Days(), cell=True) is not None
    return stop if due else None
