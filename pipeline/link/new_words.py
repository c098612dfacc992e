"""Words of a year in a series: which are counted, in which dictionary form, and in how many protocols.

Some of them may be new problems. Counted are nouns, and words that the dictionary does not know, but for
function words. Known is what any council uses at every meeting and what the taxonomy of problems has a
place for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from pipeline.dictionary import is_known
from pipeline.language.lemmas import is_noun, lemma
from pipeline.link.rows import TextRow
from pipeline.vocabulary import words
from pipeline.vocabulary.sayings import book

_SHORTEST = 4  # letters of a word and of its dictionary form
_LETTERS = re.compile(r"(?<![^\W\d_¹²³])(?<!-)[^\W\d_¹²³]{4,}")


@dataclass(slots=True)
class YearWord:
    """A word of a year, in dictionary form. `meetings` that use it, the earliest first."""

    known: bool = False
    uses: int = 0
    meetings: dict[str, None] = field(default_factory=dict)


def year_words(texts: Iterable[TextRow]) -> dict[tuple[int, str], YearWord]:
    """(year, word) -> how it is used in the protocols of one series, which come in order of date."""
    found: dict[tuple[int, str], YearWord] = {}
    for row in texts:
        for form, uses in Counter(_forms(row.text)).items():
            if (as_word := counted(form)) is not None:
                word, known = as_word
                used = found.setdefault((row.meeting_date.year, word), YearWord())
                used.known = used.known or known
                used.uses += uses
                used.meetings[row.meeting_id] = None
    return found


@lru_cache(maxsize=100_000)
def counted(form: str) -> tuple[str, bool] | None:
    """The dictionary form that a form counts as, and whether that is known; None where it does not."""
    word = lemma(form)
    if len(word) < _SHORTEST or not {form, word}.isdisjoint(words("link_words", "empty")):
        return None
    if is_known(form) and not is_noun(word):
        return None
    taxonomy = book("problems")
    usual = not {form, word}.isdisjoint(words("link_words", "usual"))
    return word, usual or taxonomy.knows(form) or taxonomy.knows(word)


def _forms(text: str) -> Iterator[str]:
    """Words in small letters of four letters or more: neither names nor the first word of a sentence."""
    for word in _LETTERS.findall(text):
        small = word if word.islower() else "".join(takewhile(str.islower, word))
        if len(small) >= _SHORTEST:
            yield small
