"""The screen at the end of a batch: what came in, what failed, what to do."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.errors import remedy_of

if TYPE_CHECKING:
    from pipeline.ingest.account import Failure
    from pipeline.ingest.batch import Summary

_FAILURES_SHOWN = 20
_PASSED_SHOWN = 5
_REASONS = {"no_document": "inga dokument", "hidden": "dolda", "lock_file": "låsfiler"}


def tell(summary: "Summary", database: Path) -> None:
    """Write it to standard output."""
    from pipeline.table import printable

    facts = summary.facts
    click.echo(
        f"{summary.seen} dokument: {summary.loaded} inlästa, {summary.unchanged} oförändrade, "
        f"{summary.failed} misslyckade ({summary.seconds:.1f} s) -> {database}"
    )
    if summary.left:
        click.echo(f"Avbrutet: {summary.left} dokument återstår. Kör samma kommando igen.")
    if summary.loaded:
        click.echo(
            f"Nytt: {facts.get('meetings', 0)} möten, {facts.get('attendees', 0)} deltagare, "
            f"{facts.get('actions', 0)} beslut och uppdrag, "
            f"{facts.get('problem_mentions', 0)} omnämnda problem på {facts.get('pages', 0)} sidor."
        )
    if summary.partial:
        click.echo(f"{summary.partial} av dem är bara delvis lästa: se lokalbra show FIL.")
    if summary.duplicates:
        click.echo(f"{summary.duplicates} filer har samma innehåll som ett annat dokument.")
    if summary.skipped:
        kinds = [
            f"{each.files} {printable(each.suffix) or 'utan ändelse'} ({_REASONS[each.reason]})"
            for each in summary.passed
        ]
        more = " ..." if len(kinds) > _PASSED_SHOWN else ""
        click.echo(
            f"{summary.skipped} andra filer hoppades över: {', '.join(kinds[:_PASSED_SHOWN])}{more}"
        )
    if summary.failures:
        _tell_failures(summary.failures)


def _tell_failures(failures: "tuple[Failure, ...]") -> None:
    """By reason: how many, what to do, and which."""
    from pipeline.table import printable

    by_code = sorted(failures, key=lambda failure: failure.code)
    groups = [(code, list(group)) for code, group in groupby(by_code, lambda each: each.code)]
    shown = max(1, _FAILURES_SHOWN // len(groups))
    if len(failures) <= _FAILURES_SHOWN:
        shown = _FAILURES_SHOWN
    for code, group in groups:
        click.echo(f"Misslyckat [{code}] ({len(group)}): {remedy_of(code)}")
        for failure in group[:shown]:
            click.echo(f"  {printable(failure.path)}: {printable(failure.message)}")
        if len(group) > shown:
            click.echo(f"  ... och {len(group) - shown} till: lokalbra doctor")
    if before := sum(failure.before for failure in failures):
        click.echo(f"{before} misslyckades tidigare och är inte prövade igen: --retry-failed")
