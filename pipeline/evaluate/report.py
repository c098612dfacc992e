"""An evaluation as figures, as a table to read, and against an earlier one."""

import json
from collections.abc import Mapping, Sequence
from math import sqrt

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate import Counts, Difference, DocumentScore, Evaluation
from pipeline.evaluate.baseline import Balance, Change, Comparison
from pipeline.evaluate.unused import Unused

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
                for document in evaluation.scored
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def render(evaluation: Evaluation) -> RenderableType:
    """Tables to read: all fields over all documents, then lenient F1 per split, form and style."""
    groups = evaluation.groups()
    parts: list[RenderableType] = [_fields(groups["all"], len(evaluation.documents))]
    if len(groups) > 1:
        parts.append(_per_group(groups))
    parts += [
        Text(f"Kunde inte läsas: {document.path} ({document.error})")
        for document in evaluation.documents
        if document.error
    ]
    return Group(*parts)


def render_errors(evaluation: Evaluation, field: str, unseen: bool = False) -> RenderableType:
    """What was expected and found instead in a field, with document, page and item; "≈": alike.

    unseen: also of the split that is kept unseen, of which else only the number is told.
    """
    shown = [each for each in evaluation.scored if unseen or each.split != "unseen"]
    hidden = [each for each in evaluation.scored if each not in shown]
    table = Table(title=f"Avvikelser: {field}", show_lines=True)
    for heading in ("Dokument", "Sida", "Punkt", "Facit", "", "Funnet"):
        table.add_column(heading, overflow="fold")
    for document in shown:
        for one in _differences(document, field):
            table.add_row(
                document.path,
                str(one.page or "–"),
                Text(one.item or "–"),
                Text(one.expected or "–"),
                "≈" if one.alike else "",
                Text(one.found or "–"),
            )
    kept = sum(len(_differences(document, field)) for document in hidden)
    said = f"{kept} avvikelser i det osedda visas bara med --unseen." if kept else ""
    return Group(table, Text(said))


def _differences(document: DocumentScore, field: str) -> Sequence[Difference]:
    return [one for score in document.fields if score.field == field for one in score.differences]


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


def _shown(value: float | int | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def render_comparison(comparison: Comparison) -> RenderableType:
    """Tables to read: items lost, items gained, and the balance of each field."""
    if not (comparison.balances or comparison.unknown):
        return Text("Ingen skillnad mot tidigare.")
    parts: list[RenderableType] = [
        _changes(title, changes)
        for title, changes in (("Förlorat", comparison.lost), ("Vunnet", comparison.gained))
        if changes
    ]
    if comparison.balances:
        parts.append(_balances(comparison.balances))
    if comparison.unknown:
        parts.append(Text(f"Finns bara på ena sidan: {', '.join(comparison.unknown)}"))
    return Group(*parts)


def _changes(title: str, changes: Sequence[Change]) -> Table:
    table = Table(title=f"{title} ({len(changes)})", show_lines=True)
    for heading in ("Dokument", "Fält", "Facit → funnet"):
        table.add_column(heading, overflow="fold")
    for one in changes:
        table.add_row(one.path, one.field, Text(one.item))
    return table


def _balances(balances: Sequence[Balance]) -> Table:
    table = Table(title="Vunnet och förlorat per fält")
    for heading in ("Del", "Form", "Fält", "Förlorat", "Vunnet", ""):
        table.add_column(heading)
    for one in balances:
        verdict = "förlust" if one.beyond_noise else ""
        table.add_row(one.split, one.form, one.field, str(one.lost), str(one.gained), verdict)
    return table


def render_unused(unused: Sequence[Unused]) -> RenderableType:
    """A table to read: rules of which nothing matched, then phrases that did not."""
    table = Table(title=f"Träffade ingenting ({len(unused)})")
    for heading in ("Fil", "Regel", "Fraser"):
        table.add_column(heading, overflow="fold")
    for one in unused:
        table.add_row(one.file, one.rule, Text(", ".join(one.phrases) or "hela regeln"))
    return table
