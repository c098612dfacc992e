"""The trained Swedish pipeline: our own, packaged, or any installed spaCy model by its name.

Ours has tok2vec, tagger, morphologizer and parser for the tree and ner for names; training/README.md
says how they were made and how right they are. What is not asked for is not loaded.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dictionary import is_known
from pipeline.errors import UnknownModel
from pipeline.language import keep_abbreviations_whole
from pipeline.language.gazetteer import with_known_names
from pipeline.language.lemmas import any_lemma, lemma

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Token

PACKAGED = Path(str(files("pipeline.language"))) / "model"

_LONGEST = 20_000  # characters; no sentence is longer
_NOT_FOR_TREES = ("ner", "lemmatizer", "trainable_lemmatizer", "senter")
_NOT_FOR_NAMES = ("tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter")


def parsed(sentence: str, model: str | None = None) -> "Doc":
    """One sentence with word classes, features, lemmas and its tree (Universal Dependencies 2).

    `model`: an installed spaCy model instead of ours. `token.idx` counts in `sentence`.
    """
    return _trees(model)(sentence[:_LONGEST])


def recognised(text: str, model: str | None = None) -> "Doc":
    """`text` with its entities: PER, ORG and LOC of the model and of the gazetteer."""
    return _names(model)(text[:_LONGEST])


def parsed_words(words: Sequence[str], model: str | None = None) -> "Doc":
    """The same for a sentence that is cut into words already, with tags too."""
    return _of_words(_trees(model), words)


def recognised_words(words: Sequence[str], model: str | None = None) -> "Doc":
    """A sentence of these words with its names marked, by the packaged model or an installed one."""
    return _of_words(_names(model), words)


def _of_words(nlp: "Language", words: Sequence[str]) -> "Doc":
    from spacy.tokens import Doc

    doc = Doc(nlp.vocab, words=list(words))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@cache
def _trees(model: str | None) -> "Language":
    nlp = _load(model, _NOT_FOR_TREES if model else ("ner",), needed="parser")
    _add(nlp, "one_sentence", before="parser")
    _add(nlp, "dictionary_lemmas")
    return nlp


@cache
def _names(model: str | None) -> "Language":
    unneeded = _NOT_FOR_NAMES if model else (*_NOT_FOR_NAMES, "tok2vec")
    nlp = _load(model, unneeded, needed="ner")
    _add(nlp, "known_names")
    return nlp


def _load(model: str | None, exclude: Sequence[str], needed: str) -> "Language":
    import spacy

    try:
        nlp = spacy.load(model or PACKAGED, exclude=exclude)
    except (OSError, ImportError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise UnknownModel(f"The spaCy model '{model}' cannot be loaded: {reason}") from error
    if needed not in nlp.pipe_names:
        raise UnknownModel(f"The spaCy model '{model}' has no {needed}")
    keep_abbreviations_whole(nlp)
    return nlp


def _add(nlp: "Language", name: str, before: str | None = None) -> None:
    """Put one of our own components into the pipeline, at its end or before another."""
    from spacy.language import Language

    if not Language.has_factory(name):
        Language.component(name, func=_COMPONENTS[name])
    nlp.add_pipe(name, before=before)


def _one_sentence(doc: "Doc") -> "Doc":
    """Tell the parser that the sentences have been cut already."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _dictionary_lemmas(doc: "Doc") -> "Doc":
    """Lemmas of simplemma's dictionary; a noun's where the word is one."""
    from pipeline.language.compounds import last_part

    for token in doc:
        word = token.lower_
        if token.pos_ != "NOUN":
            token.lemma_ = any_lemma(word)
        elif not is_known(word) and (tail := last_part(word)):
            token.lemma_ = word.removesuffix(tail) + lemma(tail)
        else:
            token.lemma_ = lemma(word)
    return doc


_COMPONENTS = {
    "one_sentence": _one_sentence,
    "dictionary_lemmas": _dictionary_lemmas,
    "known_names": with_known_names,
}
