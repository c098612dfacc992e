"""Alternatives put together by their first letters match as they did one by one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary import Rule, names, rules
from pipeline.vocabulary.alternatives import compiled
from pipeline.vocabulary.openings import forms, swift

RULES = [rule for name in names() for rule in rules(name)]
TEXTS = sorted({text for rule in RULES for text in (*rule.examples, *rule.not_examples)})
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"


def matches(regex: re.Pattern[str], text: str) -> list[object]:
    return [(match.span(), match.groupdict()) for match in regex.finditer(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rules_match_as_written(rule: Rule) -> None:
    plain, together = re.compile(rule.pattern, re.IGNORECASE), compiled(rule.pattern)
    for text in TEXTS:
        assert matches(together, text) == matches(plain, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a|ab|b|abc|abcd", "abcd bcd"),  # the first that fits, not the longest
        ("ab|(?P<any>.)c|ac", "ac ab"),  # what begins with anything stays before "ac"
        (r"(?<!\w)ab|(?<!\w)a|(?!b)b|(?<!\w)abc", "abc bab"),
        ("sAA|ſ|sA", "SA ſ"),
        ("ka|sa|åa|Ka|ba|ia", "\u212aa ſa Åa \u212ba İa ıa KA"),
        ("(?-i:Ab|ab|aC|B|c)|(?i:aB|D)", "AB ab aC ac b D"),
        ("|a|ab", "ab"),
        ("(?:ab|ac|b|c|d)+?(?=a|b|$)", "abacbcd"),
        (r"(?<=ab|ac|bd|cc)x|(a)(?(1)b|c)", "abx acx bdx ccx dx"),
    ],
)
def test_order_and_case_are_kept(pattern: str, text: str) -> None:
    plain = matches(re.compile(pattern, re.IGNORECASE), text)
    assert plain
    assert matches(compiled(pattern), text) == plain


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)(?:mejl|ring)ar",
        r"\b[äöm]\w+|(?<=\s)§+|$",
        r"(?:\d+\s)?(?:Maj|juni?)\b|[k-s]+(?!\w)",
        r"(?=\w)(?:[^\Wa-f]x?|[,;])|(?-i:É)?e",
        r"(?i:K)a|(?P<who>[A-ZÅÄÖ])(?(who)o|u)",
        r"ł|ß|[à-ö]|İ",
    ],
)
def test_what_begins_a_match_is_noted_rightly(pattern: str, flags: int) -> None:
    text = "Bo ringar, 3 maj: MEJLAR § 4; \u212aa Ka ſex éÉe Åo Ło ẞ ß ÀÖ ıİ Fx x,"
    assert matches(swift(pattern, flags), text) == matches(re.compile(pattern, flags), text)


@given(
    st.lists(st.text("aAbBsſk\u212a.?", min_size=1, max_size=4), min_size=1, max_size=9),
    st.text("aAbBsSſkK\u212ax", max_size=12),
)
def test_any_alternatives(parts: list[str], text: str) -> None:
    pattern = "|".join(part.lstrip("?").replace("??", "?") or "a" for part in parts)
    assert matches(compiled(pattern), text) == matches(re.compile(pattern, re.IGNORECASE), text)


def test_forms_are_all_that_re_takes_for_a_letter() -> None:
    every = "".join(map(chr, range(0x110000)))
    alike = "".join(re.findall(f"[{LETTERS}]", every, re.IGNORECASE))
    for letter in LETTERS:
        assert set(forms(letter)) == set(re.findall(letter, alike, re.IGNORECASE))
