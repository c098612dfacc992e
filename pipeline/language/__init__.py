"""Swedish words and sentences; what they are and mean stands in the modules beside this one.

The tokenizer is spaCy's blank Swedish one with the field's abbreviations; a rule ends sentences.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from models.evidence import Span
from models.view import View
from pipeline.vocabulary import words

if TYPE_CHECKING:
    from spacy.language import Language

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
_END_INSIDE = re.compile(r"[.!?…](?![\"”’')\]»]*\Z)")
_UNEVEN = re.compile(r"\s\s|[^\S ]")  # what is no single space between words


@cache
def swedish() -> "Language":
    """The cached pipeline: a tokenizer alone."""
    import spacy

    nlp = spacy.blank("sv")
    keep_abbreviations_whole(nlp)
    return nlp


def keep_abbreviations_whole(nlp: "Language") -> None:
    """Let the tokenizer of `nlp` take the field's abbreviations as one word each."""
    from spacy.tokenizer import Tokenizer

    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for abbreviation in words("abbreviations", "inside") | words("abbreviations", "ending"):
        for form in {abbreviation, abbreviation.capitalize(), abbreviation.upper()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])


def sentences(text: View) -> tuple[Span, ...]:
    """Where the sentences of `text` stand in it, in order, trimmed of white space.

    A sentence ends at . ! ? … before a capital, a digit or a quotation mark. An abbreviation ("bl.a.",
    "kl.") ends none, unless it is one that closes lists ("m.m.", "osv.").
    """
    whole = text.text
    if not _END_INSIDE.search(whole) and whole == whole.strip():
        return (Span(0, len(whole)),) if whole else ()
    found = [Span(start, end) for start, end in _cut(whole)]
    return tuple(each for each in found if whole[each.start : each.end].strip())


def _cut(text: str) -> Iterator[tuple[int, int]]:
    closing = words("abbreviations", "ending")
    begin = last = 0  # of the sentence, and the end of the word before
    ended = False
    opening = ""  # the text's first word
    for index, (word, at) in enumerate(_words(text)):
        first = word[0]
        opening = opening or word
        if ended and first in _CLOSERS and at == last:
            last = at + len(word)
            continue
        if ended and (first.isupper() or not first.isalpha()):
            yield begin, last
            begin = at
        numbers = first == "." and index == 1 and opening.isdigit()  # "3. Lägesbild"
        ended = (first in _ENDS and not numbers) or word.lower() in closing
        last = at + len(word)
    yield begin, last


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words and marks of `text`, and where each stands in it."""
    if _UNEVEN.search(text) or any(each in text.lower() for each in _spaced()):
        yield from ((token.text, token.idx) for token in swedish().tokenizer(text))
        return
    at = 0
    for piece in text.split(" "):
        for word, start in _words_of(piece):
            yield word, at + start
        at += len(piece) + 1


@lru_cache(maxsize=1 << 14)
def _words_of(piece: str) -> tuple[tuple[str, int], ...]:
    """Those of what white space parts: the tokenizer looks at each such piece by itself."""
    return tuple((token.text, token.idx) for token in swedish().tokenizer(piece))


@cache
def _spaced() -> tuple[str, ...]:
    """The abbreviations with a space inside, which pieces would cut."""
    known = words("abbreviations", "inside") | words("abbreviations", "ending")
    return tuple(sorted(each for each in known if " " in each))
