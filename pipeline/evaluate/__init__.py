"""Scores against truth files: how right the records are, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.meeting import Protocol
from pipeline.config import ReadSettings
from pipeline.evaluate.counts import Counts, Difference, FieldScore
from pipeline.evaluate.links import Case, promoted, score_links
from pipeline.evaluate.place import place
from pipeline.evaluate.reading import read_all
from pipeline.evaluate.score import score_document
from pipeline.evaluate.series import by_series, score_series
from pipeline.evaluate.truth import Truth, labelled, labelled_series
from pipeline.vocabulary import watch_use

__all__ = [
    "Counts",
    "Difference",
    "DocumentScore",
    "Evaluation",
    "FieldScore",
    "evaluate_folder",
]


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document's score. `error` says why it could not be read."""

    path: str
    style: str
    form: str
    split: str
    fields: tuple[FieldScore, ...]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all documents that have a truth file, and of their series as a whole.

    series: in the form of documents; `path` is that of the truth file or "serie" and the key. matched: what of the vocabulary matched while they were read, by (file, rule id, phrase); empty
    where nobody watched.
    """

    documents: tuple[DocumentScore, ...]
    series: tuple[DocumentScore, ...] = ()
    matched: frozenset[tuple[str, str, str]] = frozenset()

    @property
    def scored(self) -> tuple[DocumentScore, ...]:
        """Documents, then series."""
        return (*self.documents, *self.series)

    def groups(self) -> Mapping[str, Mapping[str, Counts]]:
        """Counts per field for all documents and for each split, form and style, in that order."""
        groups: dict[str, dict[str, Counts]] = {"all": {}}
        for kind in ("split", "form", "style"):
            for value in sorted({getattr(document, kind) for document in self.scored}):
                groups[f"{kind} {value}"] = {}
        for document in self.scored:
            names = [f"{kind} {getattr(document, kind)}" for kind in ("split", "form", "style")]
            for name in ("all", *names):
                for score in document.fields:
                    sums = groups[name]
                    sums[score.field] = sums.get(score.field, Counts()) + score.counts
        return groups


def evaluate_folder(
    path: Path, workers: int = 1, settings: ReadSettings | None = None, *, watch: bool = False
) -> Evaluation:
    """Read and score every document under `path` that has a truth file (see truth.py).

    How matches are made is said in score.py, links.py and series.py. Follow-ups are those that linking the
    folder's documents gives. A document that cannot be read, for whatever
    reason, has missed all. workers: how many are read at a time. watch: note what of the vocabulary
    matches, for which no rule may have been asked for in this process.
    """
    chosen = settings or ReadSettings()
    use = watch_use() if watch else None
    root = path if path.is_dir() else path.parent
    cases = dict(labelled(path))
    slow_first = sorted(cases, key=lambda document: cases[document].form != "scan")
    answers = read_all(slow_first, workers, chosen, watch)
    read = [Case(each.stem, truth, answers[each].protocol) for each, truth in cases.items()]
    files = [(each.relative_to(root).as_posix(), told) for each, told in labelled_series(path)]
    joined = {case.stem: name for case in read for name, told in files if told.holds(case.stem)}
    links = score_links(read, joined)
    whole = promoted(read, joined)
    return Evaluation(
        tuple(
            _document(
                each.relative_to(root).as_posix(),
                truth,
                whole[each.stem],
                answers[each].error,
                links[each.stem],
            )
            for each, truth in cases.items()
        ),
        tuple(
            DocumentScore(each.name, "serie", "serie", each.split, score_series(each))
            for each in by_series(read, files)
        ),
        frozenset().union(use.matched if use else (), *(each.matched for each in answers.values())),
    )


def _document(
    path: str,
    truth: Truth,
    protocol: Protocol | None,
    error: str | None,
    links: tuple[FieldScore, ...],
) -> DocumentScore:
    fields = (*score_document(truth, protocol), *links)
    if protocol is not None:
        fields = tuple(_placed(score, protocol) for score in fields)
    return DocumentScore(path, truth.style, truth.form, truth.split, fields, error)


def _placed(score: FieldScore, protocol: Protocol) -> FieldScore:
    return replace(score, differences=tuple(place(each, protocol) for each in score.differences))
