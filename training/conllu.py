"""Treebanks in CoNLL-U, as far as training needs them: words, tags, features and one tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = -1


@dataclass(slots=True)
class Word:
    """One syntactic word. `head` is the index of another word of the sentence, ROOT for its root."""

    form: str
    pos: str
    tag: str
    features: dict[str, str]
    head: int
    relation: str
    space_after: bool = True

    @property
    def lower(self) -> str:
        return self.form.lower()

    @property
    def word_class(self) -> str:
        """The first part of SUC's tag: NN, VB, PP ..."""
        return self.tag.partition("|")[0]


Sentence = list[Word]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in order. Multiword tokens and empty nodes are left out."""
    words: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if words:
                yield words
            words = []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                words.append(_word(fields))
    if words:
        yield words


def _word(fields: list[str]) -> Word:
    features = {} if fields[5] == "_" else dict(each.split("=", 1) for each in fields[5].split("|"))
    return Word(
        form=fields[1],
        pos=fields[3],
        tag=fields[4],
        features=features,
        head=int(fields[6]) - 1,
        relation=fields[7],
        space_after="SpaceAfter=No" not in fields[9],
    )


def feats(features: dict[str, str]) -> str:
    """Features in CoNLL-U's order, "_" where there are none."""
    return "|".join(f"{key}={value}" for key, value in sorted(features.items())) or "_"
