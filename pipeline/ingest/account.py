"""The account of a batch: every document ends in one of its counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.store.rows import Facts

Route = Literal["text", "scan"]
ROUTES: tuple[Route, ...] = ("text", "scan")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: a code of errors.py and a sentence.

    `before`: it failed in an earlier run and was not tried again.
    """

    path: str
    code: str
    message: str
    before: bool = False


@dataclass(slots=True)
class Way:
    """What has come by one route. `seconds`: of work on it, summed over processes."""

    documents: int = 0
    pages: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Account:
    """Counts so far. seen = loaded + unchanged + duplicates + failed + left.

    `counts`: loaded (partial among them), partial, unchanged, duplicates; `facts`: rows stored, by
    table; `routes`: documents read, stored or not yet.
    """

    seen: int = 0
    skipped: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    routes: dict[Route, Way] = field(default_factory=lambda: {route: Way() for route in ROUTES})
    answered: int = 0  # and settled: those read and waiting to be stored too

    @property
    def left(self) -> int:
        """Documents of which nothing is known yet."""
        return self.seen - sum(self.tally()[name] for name in _ENDS)

    def tally(self) -> Mapping[str, int]:
        """The counts as the ledger of runs holds them."""
        return {
            "seen": self.seen,
            "skipped": self.skipped,
            **{
                name: self.counts[name] for name in ("loaded", "partial", "unchanged", "duplicates")
            },
            "failed": len(self.failures),
        }

    def stored(self, facts: Facts) -> None:
        """Count a document whose facts are in the database."""
        self.counts["loaded"] += 1
        self.counts["partial"] += facts.partial
        self.facts.update(facts.counts)

    def read(self, facts: Facts) -> None:
        """Count a document on its route; one page read from its picture makes it a scan."""
        way = self.routes["scan" if facts.ocr_page_count else "text"]
        way.documents += 1
        way.pages += facts.page_count
        way.seconds += facts.seconds


_ENDS = ("loaded", "unchanged", "duplicates", "failed")
