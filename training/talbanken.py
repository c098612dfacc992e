"""The draft of 2014 of Talbanken, in UD version 1, as UD version 2 annotates the same treebank.

What differs between the two was read off the counts of words, relations and word classes in the
draft beside those of the later development set (never the test set):

- relations with new names, nmod of a predicate (obl), case before a clause (mark);
- multiword expressions, of which version 2 keeps but a handful: "på grund av X" is a phrase, "för att"
  are two markers, "den här" has an adverb;
- conjunctions and commas stand with the conjunct that follows; clauses side by side without a
  conjunction are parataxis;
- auxiliaries, possessives, particles, conjunctions and negations have word classes of their own;
- "är" is a copula also before a place or in a cleft; "blir" with a participle makes a passive.
"""

from training.conllu import ROOT, Sentence, Word
from training.expressions import dissolve
from training.tree import PREDICATES, Tree

_RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "name": "flat:name",
    "nmod:agent": "obl:agent",
    "remnant": "orphan",
    "foreign": "flat",
}
_BE = frozenset("är var vara varit vore äro".split())
_BECOME = frozenset("blir bli blev blivit bliva blivo".split())
DEPONENTS = ("finns", "fanns", "finnas", "funnits", "lyckas", "lyckats", "tycks", "tyckas", "hoppas",
              "minns", "trivs", "trivas", "synas", "syntes", "känns", "kändes", "syns", "verkar")  # fmt: skip
_PLACES = frozenset(
    "här där hemma borta inne ute uppe nere framme kvar på utomhus inomhus slut över".split()
)
_PARTICLE_PREPOSITIONS = frozenset(
    "på av till med om vid efter för från under mot åt i hos genom".split()
)
_NEGATIONS = frozenset(("inte", "icke", "ej"))
_NOMINAL = frozenset(("NN", "PM", "PN", "RG", "HP", "UO"))


def to_version_2(sentence: Sentence) -> bool:
    """Give the sentence, in place, version 2's tree and word classes.

    False where that fails (three of 4,287, with expressions inside each other): leave it out.
    """
    _Draft(sentence).convert()
    return _is_tree(sentence)


class _Draft(Tree):
    def convert(self) -> None:
        for word in self.words:
            word.relation = _RENAMED.get(word.relation, word.relation)
            word.form = _abbreviation(word.form)
        for head in self._heads_of("mwe"):
            dissolve(self, head)
        for index, word in enumerate(self.words):
            self._copula(index, word)
        for index, word in enumerate(self.words):
            self._passive(index, word)
        for index, word in enumerate(self.words):
            self._relation(index, word)
        for index in range(len(self.words)):
            self._coordination(index)
        for word in self.words:
            self._word_class(word)

    def _heads_of(self, relation: str) -> list[int]:
        return sorted({word.head for word in self.words if word.relation == relation})

    # Predicates

    def _copula(self, index: int, word: Word) -> None:
        if word.lower not in _BE or word.word_class != "VB":
            return
        if word.relation == "aux":
            word.relation = "cop"
        if word.relation in {"cop", "aux"}:
            return
        predicate = self._predicate_of(index)
        if predicate is None:
            return
        for each in self.children(predicate, "acl:relcl"):
            if any(
                self.words[other].lower == "det" for other in self.children(index, "nsubj", "expl")
            ):
                self.words[each].relation = "acl:cleft"
        self.promote(predicate, index, "cop")

    def _predicate_of(self, verb: int) -> int | None:
        """What "är" says of its subject, where the draft made "är" the head."""
        after = [each for each in self.children(verb) if each > verb]
        choices = [
            self.children(verb, "xcomp"),
            [each for each in self.children(verb, "dep") if self.words[each].word_class != "HP"],
            [each for each in after if self.words[each].relation == "nmod"],
            [
                each
                for each in after
                if self.words[each].relation == "advmod" and self.words[each].lower in _PLACES
            ],
            [each for each in after if self.words[each].relation in {"compound:prt", "nummod"}],
            list(self.children(verb, "nmod")),
            [each for each in self.children(verb, "advmod") if self.words[each].word_class == "HA"],
        ]
        return next((found[0] for found in choices if found), None)

    def _passive(self, index: int, word: Word) -> None:
        if word.lower not in _BECOME or word.word_class != "VB" or word.relation == "aux":
            return
        for each in self.children(index, "xcomp"):
            if self.words[each].tag.startswith("PC|PRF"):
                for subject in self.children(index, "nsubj"):
                    self.words[subject].relation = "nsubj:pass"
                self.promote(each, index, "aux:pass")
                return

    # Relations

    def _relation(self, index: int, word: Word) -> None:
        head = word.head
        if head == ROOT:
            word.relation = "root"
            return
        above = self.words[head]
        kind = word.word_class
        match word.relation:
            case "nmod":
                if self._is_oblique(index, head):
                    word.relation = "obl"
            case "nummod" if above.word_class in PREDICATES and not self.children(head, "cop"):
                word.relation = "obl"
            case "det":
                word.relation = {
                    "JJ": "amod", "RO": "amod", "PC": "amod", "RG": "nummod", "PS": "nmod:poss", "HS": "nmod:poss",
                    "NN": "nmod:poss" if "GEN" in word.tag else "nmod", "PM": "nmod:poss", "AB": "advmod",
                }.get(kind, "amod" if word.lower == "samma" else "det")  # fmt: skip
            case "case" if kind in {"PP", "HA", "SN", "AB"} and above.word_class == "VB":
                word.relation = "mark"
            case "case" if kind == "AB":
                word.relation = "advmod" if self.children(head, "case")[1:] else "case"
            case "advmod" if kind == "KN":
                word.relation = (
                    "cc" if word.lower in {"både", "såväl", "dels", "antingen"} else "case"
                )
            case "advmod" if kind == "HP":
                word.relation = "obl"
            case "advmod" if kind in {"NN", "PM", "PN", "PC", "JJ"} and self.children(
                index, "case", "det", "amod"
            ):
                word.relation = self.oblique(head)
            case "advmod" if (
                word.lower in {"när", "då"} and kind == "HA" and self._is_subordinate(head)
            ):
                word.relation = "mark"
            case "dep":
                word.relation = self._loose(word)
            case "ccomp" if "INF" in word.tag and not self._has_own_subject(index):
                word.relation = "xcomp"
            case "nsubj:pass" if above.lower in DEPONENTS:
                word.relation = "nsubj"
            case "nsubj" if above.tag.endswith("SFO") and above.lower not in DEPONENTS:
                word.relation = "nsubj:pass"
            case "advcl" | "acl" if kind in _NOMINAL:
                self._comparison(index, word)

    def _is_oblique(self, index: int, head: int) -> bool:
        above = self.words[head]
        if above.word_class in PREDICATES:
            return True
        return bool(self.children(head, "cop")) and index < head

    def _is_subordinate(self, index: int) -> bool:
        return self.words[index].relation in {
            "advcl",
            "acl:relcl",
            "acl",
            "ccomp",
            "conj",
            "acl:cleft",
        }

    def _has_own_subject(self, index: int) -> bool:
        finite = (self.words[each] for each in self.children(index, "aux", "cop"))
        return bool(self.children(index, "nsubj", "nsubj:pass", "expl")) or any(
            "PRS" in each.tag or "PRT" in each.tag for each in finite
        )

    def _loose(self, word: Word) -> str:
        if word.word_class == "HP":
            return "nsubj"
        return "orphan" if word.word_class in _NOMINAL else "advmod"

    def _comparison(self, index: int, word: Word) -> None:
        """ "större än X", "liksom X", "som barn": a phrase in version 2, no clause."""
        markers = [
            each
            for each in self.children(index, "mark")
            if self.words[each].word_class == "KN"
            and self.words[each].lower in {"än", "som", "liksom", "såsom"}
        ]
        if not markers or self.is_predicate(index):
            return
        if word.relation == "acl" and self.words[markers[0]].lower != "än":
            return
        for each in markers:
            self.words[each].relation = "case"
        word.relation = "obl" if word.relation == "advcl" else "nmod"

    # Coordination

    def _coordination(self, head: int) -> None:
        conjuncts = self.children(head, "conj")
        joined = bool(self.children(head, "cc"))
        for each in conjuncts:
            before = self.first_of(each) - 1
            mark = self.words[before].form if before >= 0 else ""
            alone = not self.children(each, "cc") and not joined
            if (
                self.is_predicate(each)
                and self.is_predicate(head)
                and each > head
                and (
                    (mark in {":", ";", "-", "–"} and not self._joined_to(head, each))
                    or (alone and bool(self.children(each, "nsubj", "nsubj:pass", "expl")))
                )
            ):
                self.words[each].relation = "parataxis"
        for each in self.children(head, "cc", "punct"):
            word = self.words[each]
            if word.relation == "punct" and word.form not in {",", ";"}:
                continue
            following = [other for other in conjuncts if each < other]
            if each > head and following:
                word.head = following[0]

    def _joined_to(self, head: int, conjunct: int) -> bool:
        return any(head < each < conjunct for each in self.children(head, "cc"))

    # Word classes and features

    def _word_class(self, word: Word) -> None:
        kind = word.word_class
        if kind == "VB":
            word.pos = "AUX" if word.relation in {"aux", "aux:pass", "cop"} else "VERB"
        elif kind == "KN":
            word.pos = self._conjunction(word)
        elif kind in {"PS", "HS"}:
            word.pos = "PRON"
        elif kind == "HD":
            word.pos = "DET"
        elif kind == "PL":
            word.pos = "ADP" if word.lower in _PARTICLE_PREPOSITIONS else "ADV"
        elif kind == "HA":
            word.pos = "SCONJ" if word.relation == "mark" and word.lower in {"när", "då"} else "ADV"
        elif word.lower in _NEGATIONS and kind == "AB":
            word.pos = "PART"
        elif word.lower == "samma" and kind == "DT":
            word.pos = "ADJ"

    def _conjunction(self, word: Word) -> str:
        if word.lower == "som":
            return {"case": "ADP", "cc": "CCONJ"}.get(word.relation, "SCONJ")
        return "SCONJ" if word.lower == "än" else "CCONJ"


def _abbreviation(form: str) -> str:
    """The draft writes "t_ex" for "t ex": one token, as later "t.ex."."""
    return form.replace("_", ".") + "." if "_" in form and form[0].isalpha() else form


def _is_tree(words: Sentence) -> bool:
    """One root, and every word reaches it."""
    if sum(word.head == ROOT for word in words) != 1:
        return False
    for index in range(len(words)):
        at = index
        for _ in words:
            at = words[at].head if at != ROOT else ROOT
        if at != ROOT:
            return False
    return True
