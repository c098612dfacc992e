"""The documents read, several at a time, each in a process that may break."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from models.meeting import Protocol
from pipeline.config import ReadSettings
from pipeline.errors import DocumentError
from pipeline.execute import Broken, Limits, OutgrewMemory, TimedOut, run_all
from pipeline.vocabulary import watch_use


@dataclass(frozen=True, slots=True)
class Read:
    """A document's record, or why there is none.

    `matched`: what of the vocabulary has matched so far in the process that read it, by (file, rule
    id, phrase); empty where nobody watched.
    """

    protocol: Protocol | None = None
    error: str | None = None
    matched: frozenset[tuple[str, str, str]] = frozenset()


def read_all(
    paths: Iterable[Path], workers: int, settings: ReadSettings, watch: bool
) -> Mapping[Path, Read]:
    """Every document read, in the order given. `watch`: note what of the vocabulary matches."""
    work = partial(_read, settings=settings, watch=watch)
    return {
        path: answer if isinstance(answer, Read) else Read(error=_broken(answer))
        for path, answer in run_all(work, paths, workers, Limits())
    }


def _read(path: Path, settings: ReadSettings, watch: bool) -> Read:
    use = watch_use() if watch else None
    from pipeline.run import read_protocol  # compiles rules, so only once they are watched

    protocol, error = None, None
    try:
        protocol = read_protocol(path.read_bytes(), settings)
    except DocumentError as failure:
        error = f"{failure.code}: {failure}"
    except Exception as failure:  # one document's fault must not hide the score of the others
        error = f"{type(failure).__name__}: {failure}"
    return Read(protocol, error, frozenset(use.matched) if use else frozenset())


def _broken(answer: Broken) -> str:
    if isinstance(answer, TimedOut):
        return f"timeout: given up after {answer.seconds:.0f} s"
    if isinstance(answer, OutgrewMemory):
        return f"memory: given up at {answer.megabytes} MB"
    return f"crashed: the process ended with {answer.exit_code}"
