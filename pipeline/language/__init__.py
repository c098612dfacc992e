"""Swedish words and sentences; what they are and mean stands in the modules beside this one.

The tokenizer is spaCy's blank Swedish one with the field's abbreviations; a rule ends sentences.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from models.evidence import Span
from models.view import View
from pipeline.vocabulary import words
from pipeline.vocabulary.remembered import Remembered

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
_END_INSIDE = re.compile(r"[.!?…](?![\"”’')\]»]*\Z)")
_WORD_AND_END = re.compile(r"(?P<word>[A-ZÅÄÖ]?[a-zåäö]{2,})(?P<end>[.!?])")
_UNEVEN = re.compile(r"\s(?:\s|(?<! ))")  # what is no single space between words


@cache
def swedish() -> "Language":
    """The cached pipeline: a tokenizer alone."""
    with _without_its_command_line():
        import spacy

    nlp = spacy.blank("sv")
    keep_abbreviations_whole(nlp)
    return nlp


@contextmanager
def _without_its_command_line() -> Iterator[None]:
    """spaCy imports its commands and what they need, a third of all, for one function that is not called."""
    commands = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    commands["spacy.cli.info"].__dict__["info"] = None
    missing = {name: module for name, module in commands.items() if name not in sys.modules}
    sys.modules.update(missing)
    yield
    for name, module in missing.items():
        if sys.modules[name] is module:
            del sys.modules[name]


def keep_abbreviations_whole(nlp: "Language") -> None:
    """Let the tokenizer of `nlp` take the field's abbreviations as one word each."""
    tokenizer = _tokenizer_of(nlp)
    for abbreviation in _abbreviations():
        for form in {abbreviation, abbreviation.capitalize(), abbreviation.upper()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])


def _tokenizer_of(nlp: "Language") -> "Tokenizer":
    from spacy.tokenizer import Tokenizer

    assert isinstance(nlp.tokenizer, Tokenizer)
    return nlp.tokenizer


def _abbreviations() -> frozenset[str]:
    kinds = ("inside", "ending", "numbered")
    return frozenset().union(*(words("abbreviations", kind) for kind in kinds))


def sentences(text: View) -> tuple[Span, ...]:
    """Where the sentences of `text` stand in it, in order, trimmed of white space.

    A sentence ends at . ! ? … before a capital, a digit or a quotation mark. An abbreviation ("bl.a.",
    "kl.") ends none, unless it is one that closes lists ("m.m.", "osv."), or a word too and before a capital ("bil.").
    """
    whole = text.text
    if not _END_INSIDE.search(whole) and whole == whole.strip():
        return (Span(0, len(whole)),) if whole else ()
    found = [Span(start, end) for start, end in _cut(whole)]
    return tuple(each for each in found if whole[each.start : each.end].strip())


def _cut(text: str) -> Iterator[tuple[int, int]]:
    closing = words("abbreviations", "ending")
    numbered = words("abbreviations", "numbered")
    begin = last = place = 0  # of the sentence, the end of the word before, and of the piece
    ended = short = False
    for piece in [text] if _is_uneven(text) else text.split(" "):
        told = _words_of(piece) if piece is text else _in_piece[piece]
        for word, start in told or (((piece, 0),) if ended and piece else ()):
            at, first = place + start, word[0]
            if ended and first in _CLOSERS and at == last:
                last = at + len(word)
                continue
            if ended and (first.isupper() or not (short or first.isalpha())):
                yield begin, last
                begin = at
            numbers = first == "." and text[:at].strip().isdigit()  # "3. Lägesbild"
            short = word.lower() in numbered
            ended = (first in _ENDS and not numbers) or short or word.lower() in closing
            last = at + len(word)
        place += len(piece) + 1
    yield begin, len(text.rstrip())


def _is_uneven(text: str) -> bool:
    """Whether it has words that are not parted by one blank each."""
    small = text.lower()
    return _UNEVEN.search(text) is not None or any(each in small for each in _spaced())


def _words_of(text: str) -> tuple[tuple[str, int], ...]:
    """The words and marks of `text`, and where each stands in it."""
    return tuple((token.text, token.idx) for token in swedish().tokenizer(text))


def _words_that_tell(piece: str) -> tuple[tuple[str, int], ...]:
    """Those of what white space parts, by itself as the tokenizer takes it; none where none can end a sentence."""
    if _ENDS.isdisjoint(piece):  # abbreviations have a full stop, too
        return ()
    if (plain := _WORD_AND_END.fullmatch(piece)) and piece not in _taken_whole():
        return (plain["word"], 0), (plain["end"], plain.start("end"))
    found = _words_of(piece)
    ends = any(word[0] in _ENDS or word.lower() in _closing() for word, _ in found)
    return found if ends else ()


@cache
def _taken_whole() -> frozenset[str]:
    """What the tokenizer has a rule of its own for, as for abbreviations."""
    return frozenset(_tokenizer_of(swedish()).rules)


@cache
def _closing() -> frozenset[str]:
    """The abbreviations that may end a sentence."""
    return words("abbreviations", "ending") | words("abbreviations", "numbered")


_in_piece = Remembered(_words_that_tell)


@cache
def _spaced() -> tuple[str, ...]:
    """The abbreviations with a space inside, which pieces would cut."""
    return tuple(sorted(each for each in _abbreviations() if " " in each))
