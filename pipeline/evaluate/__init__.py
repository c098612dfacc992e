"""Scores against truth files: how right the records are, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.meeting import Protocol
from pipeline.errors import DocumentError
from pipeline.evaluate.links import Case, score_links
from pipeline.evaluate.score import Counts, Difference, FieldScore, score_document
from pipeline.evaluate.truth import labelled
from pipeline.run import read_protocol

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
    """The scores of all documents that have a truth file."""

    documents: tuple[DocumentScore, ...]

    def groups(self) -> Mapping[str, Mapping[str, Counts]]:
        """Counts per field for all documents and for each split, form and style, in that order."""
        groups: dict[str, dict[str, Counts]] = {"all": {}}
        for kind in ("split", "form", "style"):
            for value in sorted({getattr(document, kind) for document in self.documents}):
                groups[f"{kind} {value}"] = {}
        for document in self.documents:
            names = [f"{kind} {getattr(document, kind)}" for kind in ("split", "form", "style")]
            for name in ("all", *names):
                for score in document.fields:
                    sums = groups[name]
                    sums[score.field] = sums.get(score.field, Counts()) + score.counts
        return groups


def evaluate_folder(path: Path) -> Evaluation:
    """Read and score every document under `path` that has a truth file (see truth.py).

    How matches are made is said in score.py and links.py. A document that cannot be read, for whatever
    reason, has missed all.
    """
    root = path if path.is_dir() else path.parent
    cases: list[Case] = []
    documents: list[DocumentScore] = []
    for document, truth in labelled(path):
        protocol, error = _read(document)
        cases.append(Case(document.stem, truth, protocol))
        documents.append(
            DocumentScore(
                document.relative_to(root).as_posix(),
                truth.style,
                truth.form,
                truth.split,
                score_document(truth, protocol),
                error,
            )
        )
    links = score_links(cases)
    return Evaluation(
        tuple(
            replace(document, fields=document.fields + links[case.stem])
            for document, case in zip(documents, cases, strict=True)
        )
    )


def _read(document: Path) -> tuple[Protocol | None, str | None]:
    """The document's record, or why there is none."""
    try:
        return read_protocol(document.read_bytes()), None
    except DocumentError as failure:
        return None, f"{failure.code}: {failure}"
    except Exception as failure:  # one document's fault must not hide the score of the others
        return None, f"{type(failure).__name__}: {failure}"
