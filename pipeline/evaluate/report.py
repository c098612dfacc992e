"""An evaluation as figures, as a table to read, and against an earlier one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate import Counts, Evaluation

Figures = dict[str, float | int | None]


def wilson(hits: float, items: float) -> tuple[float, float] | None:
    """The 95 % Wilson interval of hits/items, 0..1; null where there are no items."""
    if not items:
        return None
    z = 1.959964
    share = hits / items
    middle = share + z * z / (2 * items)
    half = z * sqrt(share * (1 - share) / items + z * z / (4 * items * items))
    below = 1 + z * z / items
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)


def figures(counts: Counts, matched: int) -> Figures:
    """Precision, recall and F1 (0..1, null without items), with the 95 % interval of F1.

    F1 is matched / ((expected + found) / 2), a share of as many items as that mean, and the interval
    is Wilson's of that share.
    """
    mean = (counts.expected + counts.found) / 2
    interval = wilson(matched, mean)
    return {
        "precision": _share(matched, counts.found),
        "recall": _share(matched, counts.expected),
        "f1": _share(matched, mean),
        "low": round(interval[0], 4) if interval else None,
        "high": round(interval[1], 4) if interval else None,
    }


def _share(hits: int, items: float) -> float | None:
    return round(hits / items, 4) if items else None


def to_json(evaluation: Evaluation) -> str:
    """All figures: groups, then documents with their counts [expected, found, exact, lenient]."""
    return json.dumps(
        {
            "documents": len(evaluation.documents),
            "groups": {
                name: {
                    field: {
                        "expected": counts.expected,
                        "found": counts.found,
                        "exact": figures(counts, counts.exact),
                        "lenient": figures(counts, counts.lenient),
                    }
                    for field, counts in fields.items()
                }
                for name, fields in evaluation.groups().items()
            },
            "by_document": {
                document.path: {
                    "style": document.style,
                    "form": document.form,
                    "split": document.split,
                    "error": document.error,
                    "fields": {
                        score.field: [
                            score.counts.expected,
                            score.counts.found,
                            score.counts.exact,
                            score.counts.lenient,
                        ]
                        for score in document.fields
                    },
                }
                for document in evaluation.documents
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def render(evaluation: Evaluation, errors: str | None = None) -> RenderableType:
    """Tables to read: all fields over all documents, then lenient F1 per split, form and style.

    errors: a field's name; then what was expected and found instead is listed per document.
    """
    groups = evaluation.groups()
    parts: list[RenderableType] = [_fields(groups["all"], len(evaluation.documents))]
    if len(groups) > 1:
        parts.append(_per_group(groups))
    parts += [
        Text(f"Kunde inte läsas: {document.path} ({document.error})")
        for document in evaluation.documents
        if document.error
    ]
    if errors:
        parts.append(_errors(evaluation, errors))
    return Group(*parts)


def _fields(fields: Mapping[str, Counts], documents: int) -> Table:
    table = Table(title=f"Träffsäkerhet, {documents} dokument")
    table.add_column("Fält")
    for heading in ("Facit", "Funna", "Precision", "Täckning", "F1", "95 %", "F1 exakt"):
        table.add_column(heading, justify="right")
    for field, counts in fields.items():
        lenient, exact = figures(counts, counts.lenient), figures(counts, counts.exact)
        table.add_row(
            field,
            str(counts.expected),
            str(counts.found),
            _shown(lenient["precision"]),
            _shown(lenient["recall"]),
            _shown(lenient["f1"]),
            f"{_shown(lenient['low'])}–{_shown(lenient['high'])}",
            _shown(exact["f1"]),
        )
    return table


def _per_group(groups: Mapping[str, Mapping[str, Counts]]) -> Table:
    table = Table(title="F1 per grupp")
    table.add_column("Fält")
    for name in groups:
        table.add_column(name.replace(" ", "\n"), justify="right")
    for field in groups["all"]:
        row = [groups[name].get(field, Counts()) for name in groups]
        table.add_row(field, *(_shown(figures(counts, counts.lenient)["f1"]) for counts in row))
    return table


def _errors(evaluation: Evaluation, field: str) -> Table:
    table = Table(title=f"Avvikelser: {field}", show_lines=True)
    for heading in ("Dokument", "Facit", "Funnet"):
        table.add_column(heading, overflow="fold")
    for document in evaluation.documents:
        for score in document.fields:
            if score.field == field:
                for one in score.differences:
                    table.add_row(document.path, Text(one.expected or "–"), Text(one.found or "–"))
    return table


def _shown(value: float | int | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Change:
    """One field's F1 (lenient) before and after. `beyond_noise`: outside the former 95 % interval."""

    group: str
    field: str
    before: float | None
    after: float | None
    beyond_noise: bool


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One field of one document: [expected, found, exact, lenient] before and after."""

    path: str
    field: str
    before: tuple[int, int, int, int]
    after: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was gained and lost against a baseline; only what changed is listed."""

    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    documents: tuple[DocumentChange, ...]


def compare(baseline: str, evaluation: Evaluation) -> Comparison:
    """The evaluation against `baseline`, an earlier to_json. Documents only one side has are left
    out of `documents`, but count in the groups."""
    old, new = json.loads(baseline), json.loads(to_json(evaluation))
    changes = list(_changes(old["groups"], new["groups"]))
    return Comparison(
        tuple(change for change in changes if (change.after or 0) > (change.before or 0)),
        tuple(change for change in changes if (change.after or 0) < (change.before or 0)),
        tuple(_document_changes(old["by_document"], new["by_document"])),
    )


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for group in old.keys() & new.keys():
        for field in old[group].keys() & new[group].keys():
            before, after = old[group][field]["lenient"], new[group][field]["lenient"]
            if before["f1"] != after["f1"] and before["f1"] is not None:
                now = after["f1"] or 0.0
                beyond = not before["low"] <= now <= before["high"]
                yield Change(group, field, before["f1"], after["f1"], beyond)


def _document_changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[DocumentChange]:
    for path in sorted(old.keys() & new.keys()):
        before, after = old[path]["fields"], new[path]["fields"]
        for field in sorted(before.keys() | after.keys()):
            one, two = _four(before.get(field)), _four(after.get(field))
            if one != two:
                yield DocumentChange(path, field, one, two)


def _four(counts: list[int] | None) -> tuple[int, int, int, int]:
    expected, found, exact, lenient = counts or (0, 0, 0, 0)
    return expected, found, exact, lenient


def render_comparison(comparison: Comparison) -> RenderableType:
    """Tables to read: gains and losses per field and group, then per document. "*": beyond noise."""
    if not (comparison.gains or comparison.losses or comparison.documents):
        return Text("Ingen skillnad mot tidigare.")
    fields = Table(title="F1 mot tidigare (* utanför tidigare intervall)")
    for heading in ("Grupp", "Fält", "Före", "Efter", ""):
        fields.add_column(heading)
    for change in (*comparison.losses, *comparison.gains):
        fields.add_row(
            change.group,
            change.field,
            _shown(change.before),
            _shown(change.after),
            "*" if change.beyond_noise else "",
        )
    documents = Table(title="Dokument som ändrats")
    for heading in ("Dokument", "Fält", "Rätt före", "Rätt efter", "Fel före", "Fel efter"):
        documents.add_column(heading)
    for one in comparison.documents:
        right = [str(counts[3]) for counts in (one.before, one.after)]
        wrong = [
            str(expected + found - 2 * lenient)
            for expected, found, _, lenient in (one.before, one.after)
        ]
        documents.add_row(one.path, one.field, *right, *wrong)
    return Group(fields, documents)
