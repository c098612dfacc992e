"""Every rule of every vocabulary file fires in its examples and keeps still in its counter-examples."""

import pytest

from pipeline.vocabulary import Rule, names, rules

RULES = [(name, rule) for name in names() for rule in rules(name)]
IDS = [f"{name}:{rule.id}" for name, rule in RULES]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=IDS)
def test_examples(name: str, rule: Rule) -> None:
    for example in rule.examples:
        assert rule.regex.search(example), f"{name}: {rule.id} misses {example!r}"
    for example in rule.not_examples:
        assert not rule.regex.search(example), f"{name}: {rule.id} fires in {example!r}"


@pytest.mark.parametrize("name", names())
def test_ids_are_unique(name: str) -> None:
    ids = [rule.id for rule in rules(name)]
    assert len(ids) == len(set(ids))


def test_no_rule_matches_nothing_at_all() -> None:
    assert [f"{name}:{rule.id}" for name, rule in RULES if rule.regex.search("")] == []
