"""The features of sentences, counted together."""

from math import sqrt

import pytest

from pipeline.acts import acts, judge_of
from pipeline.topics import topics, topics_of
from pipeline.wording import FAMILIES, Setting, counted, named
from tests.extract.parts import part

SENTENCES = [
    ("Ola stryker listan, och Eva stryker listan.", Setting("Uppföljning", "Beslut", "Ja.", True)),
    ("", Setting()),
    ("Vi vi vi vi.", Setting("Vi vi vi", "vi", "vi vi")),
    ("Ola stryker listan, och Eva stryker listan.", Setting()),
]


@pytest.mark.parametrize("index", range(len(SENTENCES)))
def test_each_feature_is_counted_as_often_as_it_occurs(index: int) -> None:
    found = counted(SENTENCES)
    own = found.sentences == index
    names = [*named(*SENTENCES[index])]
    assert sorted(found.counts[own]) == sorted(names.count(each) for each in set(names))
    squares = sum((FAMILIES[each[0]] * names.count(each)) ** 2 for each in set(names))
    assert found.norms[index] == pytest.approx(sqrt(squares))


def test_sentences_judged_together_are_judged_as_alone() -> None:
    meeting = part("1. Sedan sist\nOla har ringt.\nHan ringer igen i maj.\n\n2. Läget\nLugnt.\n")
    together = judge_of(meeting)
    for text, place in [
        ("Ola har ringt.", Setting("Sedan sist")),
        ("Lugnt.", Setting("Läget")),
        ("Något annat.", Setting("Läget")),
    ]:
        assert together(text, place) == pytest.approx(acts(text, place), abs=1e-6)
    texts = ["Klottret ökar", "", "Lugnt och stilla"]
    for text, said in zip(texts, topics_of([each.lower().split() for each in texts]), strict=True):
        assert said == pytest.approx(topics(text), abs=1e-6)
    assert topics_of([]) == []
