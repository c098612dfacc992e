"""What tells that a rule cannot match never rules out one that does."""

import re

import pytest

from pipeline.vocabulary import Rule, names, possible, rules
from pipeline.vocabulary.clues import EDGE, Index, clues, folded

RULES = [(name, rule) for name in names() for rule in rules(name)]
TEXTS = sorted({text for _, rule in RULES for text in (*rule.examples, *rule.not_examples)})


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bfår\s+i\s+uppdrag\b", {"|uppdrag|"}),
        (r"(?<!\w)får i uppdrag", {"|uppdrag"}),
        (r"(?:ringer|mejlar)\b", {"ringer|", "mejlar|"}),
        (r"\b(?:ringer\s\w+|\w*mejlar(?!\w))", {"|ringer|", "mejlar|"}),
        (r"\be-post", {"|e|-|post"}),
        (r"\b§ 12\b", {"|00|"}),
        (r"(?:Ring|Mejl)(?:er|ar)?", {"ring", "mejl"}),
        (r"besk[äa]d", {"beskäd", "beskad"}),
        (r"klot?ter", {"klotter", "kloter"}),
        (r"(?i:Plats)(?=:)\s?\d", {"plats0", "plats|"}),
        (r"(?:skada){2}", {"skada"}),
        (r"uppdrag|uppdraget", {"uppdrag"}),
        (r"(?:inte )?klart", {"klart"}),
        (r"\d+", {"0"}),
        (r"(?:ringer)?", None),
        (r"ringer|\d", {"ringer", "0"}),
        (r"\bi\b", {"|i|"}),
        (r"\bi", None),
        (r"r\s?å\s?d", {"|å|", "rå|", "|åd", "råd"}),
        (r"(?!ringer)\w+", None),
        (r"(?:ringer)*\s", None),
    ],
)
def test_clues_of_a_pattern(pattern: str, expected: set[str] | None) -> None:
    """`expected` has "|" for an edge and 0 for any digit."""
    found = clues(pattern)
    assert (found and {each.replace(EDGE, "|") for each in found}) == expected


def test_an_edge_tells_a_word_from_a_part_of_another() -> None:
    index = Index()
    index.add([clues(r"\bringer\b"), clues(r"ringer")])
    assert [index.possible(text) for text in ("Hon ringer.", "Hon (ringer)", "Hon springer")] == [
        0b11,
        0b11,
        0b10,
    ]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{n}:{rule.id}" for n, rule in RULES])
def test_a_rule_that_matches_is_possible(name: str, rule: Rule) -> None:
    odd = [text.replace("i", "ı").replace("s", "ſ").upper() for text in rule.examples]
    for text in (*TEXTS, *odd):
        assert rule in possible(name, text) or not rule.regex.search(text), text


def test_most_rules_are_not_possible_in_a_plain_sentence() -> None:
    tried = sum(len(possible(name, "Polisen redogör för läget.")) for name in names())
    assert tried < len(RULES) / 4


def test_letters_are_folded_as_patterns_take_them() -> None:
    letter = re.compile("[a-zåäöéü]", re.IGNORECASE)
    taken = [char for char in map(chr, range(0x20, 0x3000)) if letter.fullmatch(char)]
    assert len(taken) > 60
    for char in taken:
        assert re.fullmatch(folded(char), char, re.IGNORECASE)
        assert letter.fullmatch(folded(char))


def test_a_word_too_long_to_look_up_may_hold_anything() -> None:
    text = "x" * 200 + "uppdrag"
    assert possible("actions", text) == rules("actions")
