"""A sentence's tree, to be changed."""

from collections.abc import Iterable

from training.conllu import ROOT, Sentence

# What a prepositional phrase is an oblique of, by SUC's word class.
PREDICATES = frozenset(("VB", "JJ", "PC", "AB", "PL", "HA", "IN", "RO"))


class Tree:
    """The words of a sentence, known by their index, and what hangs on what."""

    def __init__(self, words: Sentence) -> None:
        self.words = words

    def children(self, head: int, *relations: str) -> list[int]:
        """The words that hang on `head`, in order; of the given relations, or of all."""
        return [
            index
            for index, word in enumerate(self.words)
            if word.head == head and (not relations or word.relation in relations)
        ]

    def attach(self, index: int, head: int, relation: str) -> None:
        self.words[index].head, self.words[index].relation = head, relation

    def is_predicate(self, index: int) -> bool:
        """A verb, or what has a copula or a subject of its own."""
        return self.words[index].word_class == "VB" or bool(
            self.children(index, "cop", "nsubj", "nsubj:pass", "aux")
        )

    def oblique(self, head: int) -> str:
        """What a prepositional phrase is to `head`."""
        if head == ROOT:
            return "root"
        return "obl" if self.words[head].word_class in PREDICATES else "nmod"

    def inherit(self, old: int, new: int, parts: Iterable[int]) -> None:
        """What hung on the expression's first word hangs on its new head."""
        for each in self.children(old):
            if each not in parts and each != new:
                self.words[each].head = new

    def promote(self, new: int, old: int, relation: str) -> None:
        """`new` takes the place of `old`, which hangs on it from now on."""
        self.attach(new, self.words[old].head, self.words[old].relation)
        for each in self.children(old):
            if each != new:
                self.words[each].head = new
        self.attach(old, new, relation)

    def first_of(self, index: int) -> int:
        """The first word of the part that hangs on `index`."""
        first, queue = index, [index]
        while queue:
            for each in self.children(queue.pop()):
                first = min(first, each)
                queue.append(each)
        return first
