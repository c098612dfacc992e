"""Every rule and saying of every vocabulary file fires in its examples and keeps still in its counter-examples."""

import re

import pytest

from pipeline.vocabulary import Rule, names, rules
from pipeline.vocabulary.sayings import Saying, book

RULES = [(name, rule) for name in names() for rule in rules(name)]
IDS = [f"{name}:{rule.id}" for name, rule in RULES]
SAYINGS = [(name, saying) for name in names() for saying in book(name).sayings]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=IDS)
def test_examples(name: str, rule: Rule) -> None:
    for example in rule.examples:
        assert rule.regex.search(example), f"{name}: {rule.id} misses {example!r}"
    for example in rule.not_examples:
        assert not rule.regex.search(example), f"{name}: {rule.id} fires in {example!r}"


@pytest.mark.parametrize(
    ("name", "saying"), SAYINGS, ids=[f"{name}:{saying.id}" for name, saying in SAYINGS]
)
def test_sayings(name: str, saying: Saying) -> None:
    assert saying.examples
    assert saying.not_examples
    for example in saying.examples:
        assert saying in said(name, example), f"{name}: {saying.id} misses {example!r}"
    for example in saying.not_examples:
        assert saying not in said(name, example), f"{name}: {saying.id} is heard in {example!r}"


def said(name: str, text: str) -> list[Saying]:
    words = re.findall(r"\w+(?:-\w+)*", text.lower())
    return [each.saying for each in book(name).find(words, lambda: [0] * len(words))]


@pytest.mark.parametrize("name", names())
def test_ids_are_unique(name: str) -> None:
    ids = [rule.id for rule in rules(name)] + [saying.id for saying in book(name).sayings]
    assert len(ids) == len(set(ids))


def test_no_rule_matches_nothing_at_all() -> None:
    assert [f"{name}:{rule.id}" for name, rule in RULES if rule.regex.search("")] == []
