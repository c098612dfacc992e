"""Multiword expressions of UD version 1 as what they are in version 2: phrases, pairs of markers, adverbs.

Forms handled: "i dag", "i första hand", "på grund av X", "under förutsättning att", "för att", "även om",
"mer än 100", "oberoende av X", "när det gäller X", "den här", "mer och mer", "ett par"; those of _FIXED and
"som helst" stay fixed.
"""

from training.conllu import ROOT
from training.tree import Tree

# Multiword expressions that version 2 keeps.
_FIXED = {
    tuple(each.split())
    for each in (
        "därför att", "så småningom", "till och med", "i och med", "vare sig", "rent av", "för sedan", "för skull",
        "icke desto mindre", "inte desto mindre", "sent omsider", "så att säga", "före detta",
    )
}  # fmt: skip


def dissolve(tree: Tree, first: int) -> None:
    """Give the expression that opens with the word `first` version 2's tree."""
    parts = [first, *tree.children(first, "mwe")]
    forms = tuple(tree.words[each].lower for each in parts)
    classes = [tree.words[each].word_class for each in parts]
    word = tree.words[first]
    head, relation = word.head, word.relation
    if forms in _FIXED:
        for each in parts[1:]:
            tree.attach(each, first, "fixed")
    elif forms[-2:] == ("som", "helst"):
        tree.attach(parts[-2], first, "advmod")
        tree.attach(parts[-1], parts[-2], "fixed")
        for each in parts[1:-2]:
            tree.attach(each, first, "advmod")
    elif forms[:2] == ("när", "det") and head != ROOT:
        _as_far_as(tree, parts)
    elif classes[0] == "PP" and any(
        each in {"NN", "PM", "JJ", "PC", "PN", "RG", "AB"} for each in classes[1:]
    ):
        _phrase(tree, parts)
    elif relation == "mark":
        for each in parts:
            even = tree.words[each].lower == "även"
            tree.attach(each, head, "advmod" if even else "mark")
    elif len(parts) == 3 and classes[1] == "KN":
        tree.attach(parts[2], first, "conj")
        tree.attach(parts[1], parts[2], "cc")
    elif classes[-1] in {"PP", "KN"} and head != ROOT:
        _compared(tree, parts)
    elif "här" in forms[1:] or "där" in forms[1:]:
        target = head if relation == "det" and head != ROOT else first
        for each in parts[1:]:
            tree.attach(each, target, "advmod")
    elif classes[0] == classes[-1] == "AB" and forms[0].endswith("t"):
        tree.attach(parts[-1], head, relation)
        for each in parts[:-1]:
            tree.attach(each, parts[-1], "advmod")
        tree.inherit(first, parts[-1], parts)
    elif classes[0] == "DT" and classes[-1] in {"NN", "JJ"}:
        last = parts[-1]
        noun = classes[-1] == "NN"
        tree.attach(last, head, ("nmod" if noun else "amod") if relation == "det" else relation)
        for each in parts[:-1]:
            tree.attach(each, last, "det")
        tree.inherit(first, last, parts)
    else:
        for each in parts[1:]:
            same = tree.words[each].word_class in {"NN", "PM"}
            tree.attach(each, first, "nmod" if same else "advmod")


def _phrase(tree: Tree, parts: list[int]) -> None:
    """ "i dag", "i första hand", "på grund av X", "under förutsättning att ..." """
    first = parts[0]
    head, relation = tree.words[first].head, tree.words[first].relation
    inner = [each for each in parts[1:] if tree.words[each].word_class not in {"PP", "SN", "KN"}]
    nouns = [each for each in inner if tree.words[each].word_class in {"NN", "PM"}]
    noun = nouns[0] if nouns else inner[-1]
    tail = [each for each in parts if each > noun]
    if relation in {"case", "mark"} and head != ROOT and tail:
        outer = tree.words[head]
        upper, role = outer.head, outer.relation
        if relation == "mark" or role not in {
            "conj",
            "root",
            "acl:relcl",
            "xcomp",
            "parataxis",
        }:
            role = tree.oblique(upper)
        tree.attach(noun, upper, role)
        clausal = tree.is_predicate(head) or relation == "mark"
        tree.attach(head, noun, "acl" if clausal else "nmod")
        for each in tail:
            marks = clausal or tree.words[each].word_class == "SN"
            tree.attach(each, head, "mark" if marks else "case")
        for each in tree.children(head, "cc"):
            if each < first:
                tree.attach(each, noun, "cc")
    else:
        if relation in {"advmod", "mark", "case", "compound:prt", "nmod", "det", "amod"}:
            relation = tree.oblique(head)
        tree.attach(noun, head, relation)
        for each in tail:
            tree.attach(each, noun, "advmod")
    tree.attach(first, noun, "case")
    for each in parts[1:]:
        if each < noun:
            inside = {"DT": "det", "PS": "nmod:poss", "JJ": "amod", "PC": "amod", "RO": "amod",
                      "RG": "nummod", "KN": "cc", "PP": "case"}.get(tree.words[each].word_class, "advmod")  # fmt: skip
            tree.attach(each, noun, inside)
    tree.inherit(first, noun, parts)


def _as_far_as(tree: Tree, parts: list[int]) -> None:
    """ "när det gäller X": a clause whose object is X."""
    first, subject, verb = parts[0], parts[1], parts[-1]
    target = tree.words[first].head
    upper, role = tree.words[target].head, tree.words[target].relation
    clause = (
        role if role in {"root", "conj"} else "acl" if tree.oblique(upper) == "nmod" else "advcl"
    )
    tree.attach(verb, upper, clause)
    tree.attach(target, verb, "ccomp" if tree.is_predicate(target) else "obj")
    tree.attach(first, verb, "mark")
    tree.attach(subject, verb, "nsubj")


def _compared(tree: Tree, parts: list[int]) -> None:
    """ "mer än 100", "upp till ett år", "beroende på X", "oberoende av X" """
    first, last = parts[0], parts[-1]
    target, relation = tree.words[first].head, tree.words[first].relation
    if tree.words[first].word_class in {"JJ", "PC"} and relation == "case":
        upper, role = tree.words[target].head, tree.words[target].relation
        tree.attach(first, upper, role if role in {"root", "conj"} else "advcl")
        tree.attach(target, first, "obl")
    else:
        tree.attach(first, target, "advmod" if relation in {"case", "mark", "advmod"} else relation)
    marks = relation == "mark" or tree.is_predicate(target)
    tree.attach(last, target, "mark" if marks else "case")
    for each in parts[1:-1]:
        tree.attach(each, first, "advmod")
