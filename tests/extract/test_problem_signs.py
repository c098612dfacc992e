"""How sayings, the model of topics and the sentence's act are weighed against each other."""

from collections.abc import Mapping, Sequence

import pytest

from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problem_signs import Candidate, candidates
from pipeline.extract.taxonomy import taxonomy
from pipeline.read import read
from pipeline.segment import segment
from pipeline.topics import NONE


def found(sentence: str, given: Mapping[str, float], title: str = "Lägesbild") -> list[Candidate]:
    """The candidates of one sentence in which a model of topics finds what is `given`."""
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n2. {title}\n{sentence}\n"

    def topics(sentences: Sequence[Sequence[str]]) -> list[Mapping[str, float]]:
        rest = {each.problem: 0.0 for each in taxonomy()}
        return [{NONE: 1 - sum(given.values()), **rest, **given} for _ in sentences]

    (part,) = segment(read(text.encode(), ReadSettings(ocr="off")))
    return [each for _, told in candidates(part.sections, judge_of(part), topics) for each in told]


def chance(sentence: str, problem: str, given: float, title: str = "Lägesbild") -> float:
    (one,) = (each for each in found(sentence, {problem: given}, title) if each.problem == problem)
    return one.chance


def test_a_saying_and_the_model_that_agree_are_surer_than_either() -> None:
    both = chance("Klottret ökar i tunneln.", "klotter", 0.9)
    saying = chance("Klottret ökar i tunneln.", "klotter", 0.01)
    model = chance("Väggarna i tunneln ser hemska ut.", "klotter", 0.3)
    assert both > saying > 0.0
    assert both > model > 0.0


def test_of_what_neither_names_there_is_no_candidate() -> None:
    assert found("Ordföranden tackade för visat intresse.", {"klotter": 0.03}) == []


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Maj håller en föreläsning om klotter.", "klotter"),
        ("Klottret är sanerat.", "klotter"),
        ("Ledstången syns inte efter mörkrets inbrott.", "inbrott_annat"),
    ],
)
def test_what_a_short_sentence_passes_over_no_model_finds(sentence: str, problem: str) -> None:
    assert chance(sentence, problem, 0.99) == 0.0


def test_what_a_long_sentence_passes_over_a_sure_model_finds() -> None:
    sentence = "Maj höll en föreläsning om klotter, och på skolan målas det nya ord varje natt."
    assert chance(sentence, "klotter", 0.95) > 0.5
    assert chance(sentence, "klotter", 0.5) == 0.0


def test_a_part_of_another_problem_needs_a_model_that_is_certain() -> None:
    sentence = "En moped hittades utbränd i skogen."
    assert chance(sentence, "skadegorelse", 0.8) == 0.0
    assert chance(sentence, "skadegorelse", 0.95) > 0.0


def test_a_formality_mentions_less_than_a_report() -> None:
    told = chance("Cyklar stjäls vid badet varje dag.", "cykelstold", 0.5)
    filed = chance("Skrivelsen om cyklar som stjäls läggs till handlingarna.", "cykelstold", 0.5)
    assert filed < told
