"""What somebody types to search, understood.

Forms handled: words that all must occur, in any form (rån finds "personrånen"); "words in quotes" that
must stand as they are, in a row and in any case; -word and -"words" for what must not occur. Typed
quotation marks (“ ” ”) count as straight ones. Words that say nothing (och, att) are left out.
"""

import re
from dataclasses import dataclass

from pipeline.errors import SearchSyntax
from pipeline.language.terms import forms_in, terms_in, words_of

_QUOTES = str.maketrans("“”„»«", '"""""')
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """What must occur and what must not. Phrases are in small letters, words parted by one space.

    `words`: the terms of words; `in_phrases`: those of words in phrases, `forms`: those of these words as they
    stand; `without`: terms.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    in_phrases: tuple[str, ...]
    forms: tuple[str, ...]
    without: tuple[str, ...]
    without_phrases: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """All terms that must occur."""
        return tuple(dict.fromkeys((*self.words, *self.in_phrases)))

    @property
    def reads_text(self) -> bool:
        """Whether terms alone do not tell if a passage is a hit."""
        return bool(self.phrases or self.without_phrases)


def parse(text: str) -> Query:
    """The query that `text` stands for. Raises SearchSyntax."""
    plain = text.translate(_QUOTES)
    if plain.count('"') % 2:
        raise SearchSyntax(f"A quotation mark in '{text}' has no end")
    found: dict[str, list[str]] = {
        "words": [],
        "phrases": [],
        "in_phrases": [],
        "forms": [],
        "without": [],
        "without_phrases": [],
    }
    for match in _PIECE.finditer(plain):
        terms = [word.terms[0] for word in terms_in(match["phrase"] or match["word"] or "")]
        if match["phrase"] is None:
            found["without" if match["minus"] else "words"] += terms
            continue
        phrase = " ".join(words_of(match["phrase"]))
        if match["minus"]:
            found["without_phrases"].append(phrase)
        else:
            found["phrases"].append(phrase)
            found["in_phrases"] += terms
            found["forms"] += forms_in(phrase)
    query = Query(
        **{name: tuple(dict.fromkeys(filter(None, each))) for name, each in found.items()}
    )
    if not query.terms:
        only = query.without or query.without_phrases
        raise SearchSyntax(
            f"'{text}' says only what must not occur"
            if only
            else f"'{text}' has no word to look for"
        )
    return query
