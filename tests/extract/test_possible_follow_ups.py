"""Sentences that only earlier meetings can tell to be follow-ups."""

from collections.abc import Mapping, Sequence

import pytest

from pipeline.acts import ACTS, Act, Judge, Sentence
from pipeline.extract.possible_follow_ups import possible_follow_ups
from pipeline.run import extract
from tests.extract.parts import part

TEXT = """Protokoll Lokala Brå Ekmo 2019-03-01

1. Inledning
Maj hälsade välkommen.

2. Läget
Vid skolan är häcken klippt. Höstens sammanträden förläggs till onsdagar.

3. Uppföljning av beslut
Kameraansökan: avslag från länsstyrelsen.

4. Trafik
Beslut: Bo Alm får i uppdrag att laga grinden.
"""


def likely(act: Act, probability: float) -> Mapping[Act, float]:
    rest = (1 - probability) / (len(ACTS) - 1)
    return {each: probability if each == act else rest for each in ACTS}


def test_sentences_that_no_other_fact_states_with_what_they_may_tell() -> None:
    meeting = extract(part(TEXT))
    stated = [
        *(each.text for each in meeting.actions),
        *(each.text for each in meeting.follow_ups),
    ]
    found = possible_follow_ups(
        part(TEXT),
        meeting.actions,
        meeting.follow_ups,
        meeting.problem_mentions,
        Judge(lambda sentences: [likely("done", 0.3)] * len(sentences)),
    )
    assert "Kameraansökan: avslag från länsstyrelsen." in stated
    texts = [each.text for each in found]
    assert "Vid skolan är häcken klippt." in texts
    assert not set(texts) & set(stated)
    assert not [text for text in texts if "sammanträden" in text]
    assert {each.outcome for each in found} == {"done"}
    for each in found:
        (proof,) = each.evidence
        assert TEXT[proof.start : proof.end] == proof.quote == each.text


@pytest.mark.parametrize(("probability", "kept"), [(0.0001, False), (0.2, True)])
def test_what_is_hardly_one_is_left_out(probability: float, kept: bool) -> None:
    def judged(sentences: Sequence[Sentence]) -> list[Mapping[Act, float]]:
        there = dict.fromkeys(ACTS, probability / 5)
        return [there if "häcken" in text else likely("none", 1.0) for text, _ in sentences]

    found = possible_follow_ups(part(TEXT), (), (), (), Judge(judged))
    assert [each.text for each in found] == ["Vid skolan är häcken klippt."] * kept


def test_the_sentences_of_a_statement_of_several_may_be_follow_ups_of_their_own() -> None:
    said = "Skylten är uppsatt, enligt Bo. Den sitter vid grinden sedan i januari."
    text = TEXT.replace("Kameraansökan: avslag från länsstyrelsen.", said)
    meeting = extract(part(text))
    assert said in [each.text for each in meeting.follow_ups]
    found = possible_follow_ups(
        part(text),
        meeting.actions,
        meeting.follow_ups,
        (),
        Judge(lambda sentences: [likely("done", 0.3)] * len(sentences)),
    )
    texts = [each.text for each in found]
    assert {"Skylten är uppsatt, enligt Bo.", "Den sitter vid grinden sedan i januari."} <= set(
        texts
    )
    assert said not in texts


def test_a_question_that_names_a_matter_stands_with_its_answer() -> None:
    text = TEXT.replace(
        "Vid skolan är häcken klippt.",
        "Majs ringlista? Den har ingen sett. Vad ska vi göra åt allt det som händer nere vid bryggan? Häcken är klippt.",
    )
    found = possible_follow_ups(
        part(text), (), (), (), Judge(lambda sentences: [likely("done", 0.3)] * len(sentences))
    )
    texts = [each.text for each in found]
    assert "Majs ringlista? Den har ingen sett." in texts
    assert not {"Majs ringlista?", "Den har ingen sett."} & set(texts)
    assert "Häcken är klippt." in texts


def test_that_a_matter_was_not_spoken_of_may_be_none() -> None:
    text = TEXT.replace("Vid skolan är häcken klippt.", "Häcken berördes inte. Häcken är klippt.")
    found = possible_follow_ups(
        part(text), (), (), (), Judge(lambda sentences: [likely("done", 0.3)] * len(sentences))
    )
    texts = [each.text for each in found]
    assert "Häcken är klippt." in texts
    assert "Häcken berördes inte." not in texts
