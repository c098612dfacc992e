"""Swedish words and sentences; what they are and mean stands in the modules beside this one.

The tokenizer is spaCy's blank Swedish one with the field's abbreviations; a rule ends sentences.
"""

from functools import cache
from typing import TYPE_CHECKING

from models.evidence import Span
from models.view import View
from pipeline.vocabulary import words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")


@cache
def swedish() -> "Language":
    """The cached pipeline: tokenizer and sentence ends."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("sentence_ends"):
        Language.component("sentence_ends", func=_mark_sentences)
    nlp = spacy.blank("sv")
    nlp.max_length = 10_000_000  # characters; the limit is there for parsers, which this has not
    keep_abbreviations_whole(nlp)
    nlp.add_pipe("sentence_ends")
    return nlp


def keep_abbreviations_whole(nlp: "Language") -> None:
    """Let the tokenizer of `nlp` take the field's abbreviations as one word each."""
    from spacy.tokenizer import Tokenizer

    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for abbreviation in words("abbreviations", "inside") | words("abbreviations", "ending"):
        for form in {abbreviation, abbreviation.capitalize(), abbreviation.upper()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])


def _mark_sentences(doc: "Doc") -> "Doc":
    """A sentence ends at . ! ? … before a capital, a digit or a quotation mark.

    An abbreviation ("bl.a.", "kl.") ends none, unless it is one that closes lists ("m.m.", "osv.").
    """
    closing = words("abbreviations", "ending")
    ended = False
    for token in doc:
        first = token.text[0]
        if ended and first in _CLOSERS and not doc[token.i - 1].whitespace_:
            token.is_sent_start = False
            continue
        token.is_sent_start = token.i == 0 or (ended and (first.isupper() or not first.isalpha()))
        lower = token.lower_
        ended = (
            lower[0] in _ENDS and not (first == "." and _numbers(doc, token.i))
        ) or lower in closing
    return doc


def _numbers(doc: "Doc", dot: int) -> bool:
    """Whether the full stop at `dot` follows a bare number that opens the text ("3. Lägesbild")."""
    return dot == 1 and doc[0].is_digit


def sentences(text: View) -> tuple[Span, ...]:
    """Where the sentences of `text` stand in it, in order, trimmed of white space."""
    if not text.text:
        return ()
    doc = swedish()(text.text)
    return tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())
