"""How a batch is followed while it runs: bars for a person, JSON lines for a program, or nothing."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from pipeline.ingest.account import Account, Way

Follow = Callable[["Account"], None]
LogFormat = Literal["text", "json"]

_LINE_SECONDS = 5.0  # between two JSON lines on progress
_ROUTES = {"text": "text", "scan": "skannat"}


def following(shown: bool, log_format: LogFormat, workers: int) -> "AbstractContextManager[Follow]":
    """What to tell of each document: JSON lines whenever asked for, bars where they are `shown`."""
    if log_format == "json":
        return _lines(workers)
    return _bars(workers) if shown else nullcontext(lambda _account: None)


def seconds_left(account: "Account", way: "Way", workers: int) -> float | None:
    """What the rest of a route will take, if what is left is as what has come; None before any has."""
    if not way.documents:
        return None
    share = way.documents / account.answered
    left = (account.seen - account.answered) * share
    return left * way.seconds / way.documents / workers


@contextmanager
def _bars(workers: int) -> Iterator[Follow]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        start = time.monotonic()

        def follow(account: "Account") -> None:
            words = _words(account, workers, time.monotonic() - start)
            bar.update(task, completed=account.answered, total=account.seen, description=words)

        yield follow


def _words(account: "Account", workers: int, seconds: float) -> str:
    """ "412/min, 3 misslyckade | text 1 200 sidor, 4:10 kvar | skannat 80 sidor, 31:00 kvar" """
    parts = [f"{60 * account.answered / max(seconds, 0.001):.0f}/min"]
    if account.failures:
        parts[0] += f", {len(account.failures)} misslyckade"
    for route, way in account.routes.items():
        left = seconds_left(account, way, workers)
        if left is not None:
            parts.append(f"{_ROUTES[route]} {way.pages} sidor, {_clock(left)} kvar")
    return " | ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _lines(workers: int) -> Iterator[Follow]:
    told = 0  # failures
    next_line = time.monotonic()

    def follow(account: "Account") -> None:
        nonlocal told, next_line
        for failure in account.failures[told:]:
            line("failed", path=failure.path, code=failure.code, message=failure.message)
        told = len(account.failures)
        if time.monotonic() >= next_line:
            next_line = time.monotonic() + _LINE_SECONDS
            line("progress", **_state(account, workers))

    yield follow


def line(event: str, **values: Any) -> None:
    """One JSON object on standard error."""
    told = {"event": event, "time": time.time(), **values}
    click.echo(json.dumps(told, ensure_ascii=False), err=True)


def _state(account: "Account", workers: int) -> dict[str, Any]:
    return {
        "answered": account.answered,
        **account.tally(),
        "routes": {
            route: {
                "documents": way.documents,
                "pages": way.pages,
                "seconds_left": seconds_left(account, way, workers),
            }
            for route, way in account.routes.items()
        },
    }
