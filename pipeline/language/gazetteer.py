"""Names that need no statistics: places, bodies and persons by vocabulary/gazetteer.toml and names.toml.

Forms handled: names of one word and several, their genitives, capitals throughout; a known first name
with the capitalised words after it. A name that is an everyday word too ("Mark", "Vara") is found only
before "kommun". What the model found stands, unless the gazetteer knows the same words by another
label or a longer name around them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.dictionary import is_known
from pipeline.vocabulary import listed, words

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

_LISTS = (("countries", "LOC"), ("provinces", "LOC"), ("municipalities", "LOC"), ("districts", "LOC"),
          ("authorities", "ORG"), ("parties", "ORG"), ("field", "ORG"))  # fmt: skip
_MARKED_ALIKE = {"PRS": "PER", "PERSON": "PER", "GPE": "LOC"}
_LABELS = frozenset(("PER", "ORG", "LOC"))
_INITIALS = re.compile(r"[A-ZÅÄÖ]\.?(?:-[A-ZÅÄÖ]\.?)?")  # "P", "P.", "P-O"
_LONG = 7  # letters of a word that a capital and an ending make a body's name
_PARTICLES = frozenset(("von", "af", "de", "van", "der", "al", "el", "bin", "ben"))


def with_known_names(doc: "Doc") -> "Doc":
    """The same with the gazetteer's names, and the labels PER, ORG and LOC alone."""
    from spacy.tokens import Span

    found = [
        Span(doc, each.start, each.end, _MARKED_ALIKE.get(each.label_, each.label_))
        for each in doc.ents
    ]
    found = [each for each in found if each.label_ in _LABELS and not _is_opening_word(each)]
    for known in _known(doc):
        around = [each for each in found if known.start < each.end and each.start < known.end]
        if all(known.start <= each.start and each.end <= known.end for each in around):
            found = [each for each in found if each not in around]
            found.append(known)
    doc.set_ents(found)
    return doc


def _is_opening_word(span: "Span") -> bool:
    """Whether a "person" is but a word of the dictionary with the capital that opens the text."""
    word = span.text.lower()
    return (
        span.label_ == "PER"
        and len(span) == 1
        and span.start == 0
        and not _is_first_name(word)
        and word not in words("gazetteer", "surnames")
        and is_known(word)
    )


def _known(doc: "Doc") -> Iterator["Span"]:
    """Names of the lists, then of persons; the longest first."""
    from spacy.util import filter_spans

    spans = _matcher(doc.vocab)(doc, as_spans=True)
    yield from filter_spans(spans)
    yield from _bodies(doc)
    yield from _persons(doc)


def _bodies(doc: "Doc") -> Iterator["Span"]:
    """Bodies by their word's ending ("fritidsförvaltningen", "Ekskolan") or the word beside ("Ekby IF")."""
    from spacy.tokens import Span

    endings, capital = listed("gazetteer", "body_endings"), listed("gazetteer", "capital_endings")
    openers, closers = listed("gazetteer", "body_openers"), listed("gazetteer", "body_closers")
    for token in doc:
        word = token.lower_.removesuffix("s")
        capitals = token.is_title or token.is_upper
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if any(word.endswith(each) and len(word) > len(each) + 2 for each in endings) or (
            token.is_title and word.endswith(capital) and len(word) > _LONG
        ):
            yield Span(doc, token.i, token.i + 1, "ORG")
        elif (
            capitals
            and following is not None
            and (
                (token.text in openers and following.is_title)
                or (following.text in closers and len(token) > 1)
            )
        ):
            yield Span(doc, token.i, token.i + 2, "ORG")


def _persons(doc: "Doc") -> Iterator["Span"]:
    from spacy.tokens import Span

    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and _INITIALS.fullmatch(doc[end].text):
            end += 1
        initials = end > start + 1 or (end > start and not doc[start].text.isalpha())
        end = end if initials else start
        if not initials and doc[start].is_title and _is_first_name(doc[start].text):
            end += 1
        first_names = end
        while start < end < len(doc) and _continues(doc, end):
            end += 1
        if end > max(start, first_names):
            yield Span(doc, start, end, "PER")
        start = max(end, start + 1)


def _continues(doc: "Doc", index: int) -> bool:
    """Whether the word goes on with a name: a capital first, or a particle before one that has it."""
    word = doc[index]
    if word.text in _PARTICLES:
        return index + 1 < len(doc) and doc[index + 1].is_title
    return word.is_title and word.is_alpha


def _is_first_name(word: str) -> bool:
    known, lower = words("names", "first"), word.lower()
    return lower in known or ("-" in word and lower.split("-")[0] in known)


@cache
def _matcher(vocab: "Vocab") -> "PhraseMatcher":
    from spacy.lang.sv import Swedish
    from spacy.matcher import PhraseMatcher

    blank = Swedish(vocab=vocab)
    matcher = PhraseMatcher(vocab)
    ambiguous = set(listed("gazetteer", "ambiguous"))
    for key, label in _LISTS:
        forms = [
            form
            for name in listed("gazetteer", key)
            if name not in ambiguous
            for form in _forms(name)
        ]
        matcher.add(label, list(blank.pipe(forms)))
    of_municipalities = [
        f"{form} kommun" for name in listed("gazetteer", "municipalities") for form in _forms(name)
    ]
    matcher.add("ORG", list(blank.pipe(of_municipalities)))
    return matcher


def _forms(name: str) -> Iterator[str]:
    genitive = name if name[-1] in "sxz" else f"{name}s"
    yield from {name, genitive}
    if name[0].isupper():
        yield from {name.upper(), genitive.upper()}
