"""The dev documents as data: truth says of a section, not of a sentence, which problems it mentions."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from models.segmented import MeetingPart
from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.evaluate.facts import section_pairs
from pipeline.evaluate.truth import TrueMeeting, labelled
from pipeline.extract.problem_signs import Candidate, Topics, candidates, sentences_of
from pipeline.extract.sections import sections
from pipeline.read import read
from pipeline.segment import segment
from pipeline.wording import Setting
from training.acts.train import Labelled

_SURE = 0.4  # probability from which a sentence is taken to mention what its section does
_PERHAPS = 0.12  # ... from which it is left out


class Known(NamedTuple):
    """A meeting. `told`: by ordinal of each section that truth knows, the problems it mentions with their
    polarities, of which there are none where a reader may take it either way.
    """

    name: str
    part: MeetingPart
    told: Mapping[int, Mapping[str, frozenset[str]]]

    def candidates(self, topics: Topics) -> Iterator[tuple[int, Sequence[Candidate]]]:
        """Of each section that truth knows, by its ordinal."""
        for section, found in candidates(self.part.sections, judge_of(self.part), topics):
            if section.ordinal in self.told:
                yield section.ordinal, found


def known(folders: Collection[Path]) -> Iterator[Known]:
    """The dev documents that need no OCR."""
    for path, truth in (each for folder in folders for each in labelled(folder)):
        if truth.split != "dev" or truth.form == "scan":
            continue
        parts = segment(read(path.read_bytes(), ReadSettings(ocr="off")))
        if len(parts) == len(truth.meetings):
            for part, meeting in zip(parts, truth.meetings, strict=True):
                yield Known(path.stem, part, _told(part, meeting))


def _told(part: MeetingPart, meeting: TrueMeeting) -> Mapping[int, Mapping[str, frozenset[str]]]:
    pairs = section_pairs(meeting.sections, sections(part)[0])
    told: dict[int, dict[str, frozenset[str]]] = {two + 1: {} for _, two in pairs}
    ordinals = {one + 1: two + 1 for one, two in pairs}
    for each in meeting.problems:
        if each.section in ordinals:
            of_section = told[ordinals[each.section]]
            signs = frozenset[str]() if each.optional else frozenset({each.polarity})
            of_section[each.problem] = of_section.get(each.problem, frozenset()) | signs
    return told


def sentences(meeting: Known, topics: Topics) -> Iterator[Labelled]:
    """The sentences that mention what truth says of their section, by what is told and by `topics`, and
    those that mention nothing. What may do either is left out; so is a section of whose problems one
    stands in no sentence. The problems have the sign "?": whether they are there is not told.
    """
    by_ordinal = {section.ordinal: section for section in meeting.part.sections}
    for ordinal, found in meeting.candidates(topics):
        told = meeting.told[ordinal]
        chances = {(each.view, each.problem): _chance(each) for each in found}
        best: dict[str, float] = defaultdict(float)
        for (_, problem), chance in chances.items():
            best[problem] = max(best[problem], chance)
        lost = any(signs and not best[problem] for problem, signs in told.items())
        for view, _ in sentences_of(by_ordinal[ordinal]):
            own = {
                problem: chances[view, problem] for problem in told if (view, problem) in chances
            }
            mentioned = [
                problem
                for problem, chance in own.items()
                if told[problem] and chance >= min(_SURE, best[problem])
            ]
            if mentioned:
                yield Labelled(view.text, Setting(), (), tuple(f"{each}?" for each in mentioned))
            elif not lost and all(chance < _PERHAPS for chance in own.values()):
                yield Labelled(view.text, Setting(), ())


def _chance(candidate: Candidate) -> float:
    """That of the model of topics, or 1 where the sayings take it for a mention."""
    return 1.0 if candidate.told else candidate.topic
