"""The training sets as spaCy reads them: python -m training.corpora DATA OUTPUT

DATA holds the treebanks and the news corpus as training/README.md lists them. OUTPUT receives
syntax-train, syntax-dev and syntax-test.spacy.
"""

import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import ROOT, Sentence, feats, sentences
from training.features import Features, follow_talbanken
from training.talbanken import to_version_2

TALBANKEN = "ud-talbanken"
DRAFT = f"{TALBANKEN}/sv-ud-train.2014-draft-UDv1.conllu"
DEV = f"{TALBANKEN}/sv_talbanken-ud-dev.conllu"
TEST = f"{TALBANKEN}/sv_talbanken-ud-test.conllu"
PUD = "ud-pud/sv_pud-ud-test.conllu"


def training_sentences(data: Path) -> list[Sentence]:
    """Talbanken's draft, converted, and PUD."""
    pud = list(sentences(data / PUD))
    features = Features(pud)
    talbanken = [each for each in sentences(data / DRAFT) if to_version_2(each)]
    for sentence in talbanken:
        for word in sentence:
            word.features = features.of(word)
    for sentence in talbanken + pud:
        follow_talbanken(sentence)
    return talbanken + pud


def doc_of(words: Sentence, vocab: Vocab) -> Doc:
    """The sentence as spaCy's gold standard."""
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        pos=[word.pos for word in words],
        tags=[word.tag for word in words],
        morphs=["" if not word.features else feats(word.features) for word in words],
        heads=[index if word.head == ROOT else word.head for index, word in enumerate(words)],
        deps=["ROOT" if word.head == ROOT else word.relation for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )


def main(data: Path, output: Path) -> None:
    vocab = spacy.blank("sv").vocab
    output.mkdir(parents=True, exist_ok=True)
    for name, found in (
        ("train", training_sentences(data)),
        ("dev", list(sentences(data / DEV))),
        ("test", list(sentences(data / TEST))),
    ):
        docs = [doc_of(each, vocab) for each in found]
        DocBin(docs=docs).to_disk(output / f"syntax-{name}.spacy")
        print(f"syntax-{name}: {len(found)} sentences, {sum(map(len, found))} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
