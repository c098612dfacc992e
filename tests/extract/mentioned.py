"""What tests of problems ask of a section: which it speaks of, and whether they are there."""

from models.problem import ProblemMention
from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.read import read
from pipeline.segment import segment


def mentions(body: str, title: str = "Lägesbild") -> tuple[ProblemMention, ...]:
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    document = read(text.encode(), ReadSettings(ocr="off"))
    found = tuple(
        each for part in segment(document) for each in problem_mentions(part, judge_of(part))
    )
    for each in found:
        for evidence in each.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return found


def told(body: str, title: str = "Lägesbild") -> set[tuple[str, str]]:
    return {(each.problem, each.polarity) for each in mentions(body, title)}
