"""Sentences with persons, bodies and places: the news corpus, and protocol-like lines of our own.

The news corpus leaves many names unmarked and marks words, not whole names. Where the gazetteer knows
a word that it leaves unmarked, it is marked; what it calls MISC is left undecided. From each sentence
with a person or place another is made with other names, so that the surroundings are learned rather
than the celebrities of 2012.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from pipeline.language import swedish
from pipeline.vocabulary import listed
from training.protocol_lines import Names, protocol_lines

SEED = 20190222
LABELS = ("PER", "ORG", "LOC")
NEWS = "klintan-ner/train_corpus.txt"
NEWS_TEST = "klintan-ner/test_corpus.txt"

Marked = list[tuple[str, str]]  # words with PER, ORG, LOC, MISC or ""


def news(path: Path) -> Iterator[Marked]:
    """The sentences of the corpus: a word and its mark a line, "0" for none."""
    sentence: Marked = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) == 2:
            sentence.append((fields[0].replace("\xad", ""), fields[1] if fields[1] != "0" else ""))
        elif not fields and sentence:
            yield [(word, mark) for word, mark in sentence if word]
            sentence = []


def enriched(sentence: Marked) -> Marked:
    """With what the gazetteer knows and was left unmarked."""
    known = _known()
    words = list(sentence)
    for start in range(len(words)):
        for size in (3, 2, 1):
            part = words[start : start + size]
            label = known.get(tuple(word for word, _ in part))
            if label and len(part) == size and not any(mark for _, mark in part):
                words[start : start + size] = [(word, label) for word, _ in part]
    return words


@cache
def _known() -> dict[tuple[str, ...], str]:
    ambiguous = set(listed("gazetteer", "ambiguous"))
    lists = (("countries", "LOC"), ("provinces", "LOC"), ("municipalities", "LOC"),
             ("authorities", "ORG"), ("parties", "ORG"), ("field", "ORG"))  # fmt: skip
    return {
        tuple(written.split()): label
        for key, label in lists
        for name in listed("gazetteer", key)
        if name not in ambiguous
        for written in (name, f"{name}s")
    }


def renamed(sentence: Marked, names: Names, random: Random) -> Marked | None:
    """The sentence with other persons and places; None where it has none."""
    found: Marked = []
    changed = False
    for start, end, mark in runs(sentence):
        words = [word for word, _ in sentence[start:end]]
        if mark in {"PER", "LOC"} and all(word[0].isupper() for word in words):
            changed = True
            if mark == "LOC":
                new = names.place()
            elif len(words) == 1:
                new = names.last() if random.random() < 0.4 else names.first()
            else:
                new = names.person()
            genitive = words[-1].endswith("s") and mark == "LOC" and len(words[-1]) > 5
            new = f"{new}s" if genitive else new
            new = new.upper() if random.random() < 0.06 else new
            found += [(word, mark) for word in new.split()]
        else:
            found += sentence[start:end]
    return found if changed else None


def runs(sentence: Marked) -> Iterator[tuple[int, int, str]]:
    """Start, end and mark of each row of words with one mark."""
    start = 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or sentence[end][1] != sentence[start][1]:
            yield start, end, sentence[start][1]
            start = end


def news_doc(nlp: Language, sentence: Marked) -> Doc:
    doc = Doc(nlp.vocab, words=[word for word, _ in sentence])
    marked = list(runs(sentence))
    doc.set_ents(
        [Span(doc, start, end, mark) for start, end, mark in marked if mark in LABELS],
        missing=[doc[start:end] for start, end, mark in marked if mark == "MISC"],
        default="outside",
    )
    return doc


def line_docs(nlp: Language) -> Iterator[Doc]:
    for text, entities in protocol_lines(SEED):
        doc = nlp.make_doc(text)
        spans = [doc.char_span(*each, alignment_mode="expand") for each in entities]
        doc.set_ents([span for span in spans if span is not None], default="outside")
        marked = enriched([(token.text, token.ent_type_) for token in doc])
        more = [
            Span(doc, start, end, label)
            for start, end, label in runs(marked)
            if label and not any(token.ent_type_ for token in doc[start:end])
        ]
        doc.set_ents(more, default="unmodified")
        yield doc


def tagged(tagger: Language, doc: Doc) -> Doc:
    """The same with word classes as tags, which the entities' tok2vec learns beside them."""
    other = Doc(tagger.vocab, words=[token.text for token in doc])
    for _, component in tagger.pipeline:
        other = component(other)
    for token, known in zip(doc, other, strict=True):
        token.tag_ = known.pos_
    return doc


def main(data: Path, syntax: Path, output: Path) -> None:
    nlp, random = swedish(), Random(SEED)
    tagger = spacy.load(syntax, enable=["tok2vec", "morphologizer"])
    names = Names(random)
    sentences = [enriched(each) for each in news(data / NEWS)]
    held_out = sentences[::20]
    learned = [each for index, each in enumerate(sentences) if index % 20]
    others = [each for each in (renamed(every, names, random) for every in learned) if each]
    lines = list(line_docs(nlp))
    sets: dict[str, Iterable[Doc]] = {
        "train": [*(news_doc(nlp, each) for each in learned + others), *lines],
        "dev": [*(news_doc(nlp, each) for each in held_out), *lines[::40]],
        "test": [news_doc(nlp, each) for each in news(data / NEWS_TEST)],
    }
    output.mkdir(parents=True, exist_ok=True)
    for name, docs in sets.items():
        found = [tagged(tagger, doc) for doc in docs]
        DocBin(docs=found).to_disk(output / f"entities-{name}.spacy")
        print(
            f"entities-{name}: {len(found)} texts, {sum(len(doc.ents) for doc in found)} entities"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
