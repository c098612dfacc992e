"""An evaluation kept to be compared with: small, committed, and read in a diff.

Items are compared one by one. What the baseline holds of each document that may be looked at is the
list of what was wrong (a value missed, found in vain, or another than expected), so that what is wrong
now and was right then is *lost*, and the reverse is *gained*. Of the split `unseen` it holds the number
of wrong items a field and nothing else.

Loss beyond noise
-----------------
Text, Word and born-digital PDF are read the same every time. There is no noise, and a field loses as
soon as more of its items were lost than gained. Recognised text is not quite the same on every
machine: a field read from scans loses where the one-sided sign test (lost against gained, each item a
toss of a coin) is under 0.05, so with nothing gained from five lost items on.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import comb
from typing import Any

from pipeline.errors import NoBaseline
from pipeline.evaluate import DocumentScore, Evaluation

NOISE = 0.05  # one-sided probability under which a loss is believed

_DERIVED = {"record"}  # right where everything else is
Wrong = dict[str, dict[str, list[str]]]  # path, field, items


@dataclass(frozen=True, slots=True)
class Change:
    """An item that is wrong on one side only: "what was expected → what that side says"."""

    path: str
    field: str
    item: str


@dataclass(frozen=True, slots=True)
class Balance:
    """How many items of a field changed. `form`: "scan", or "text" for all that has text."""

    split: str
    form: str
    field: str
    lost: int
    gained: int

    @property
    def beyond_noise(self) -> bool:
        """Whether this is a loss (see above)."""
        if self.form != "scan":
            return self.lost > self.gained
        return sign_test(self.lost, self.gained) < NOISE


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was gained and lost; only what changed is listed.

    `unknown`: documents that only one side has; of the unseen split only that there are such.
    """

    lost: tuple[Change, ...]
    gained: tuple[Change, ...]
    balances: tuple[Balance, ...]
    unknown: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was lost beyond noise, and all could be compared."""
        return not self.unknown and not any(one.beyond_noise for one in self.balances)


def sign_test(lost: int, gained: int) -> float:
    """The probability of `lost` or more of all changes being losses, were either as likely."""
    changed = lost + gained
    ways: int = sum(comb(changed, more) for more in range(lost, changed + 1))
    return ways * 0.5**changed


def to_baseline(evaluation: Evaluation) -> str:
    """The baseline as JSON, one wrong item a line."""
    wrong: Wrong = {}
    for document in _shown(evaluation):
        wrong[document.path] = {field: sorted(items) for field, items in _wrong(document) if items}
    hidden = _hidden(evaluation)
    return (
        json.dumps(
            {"wrong": wrong, "unseen": {"documents": _digest(hidden), **_sums(hidden)}},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def compare(baseline: str, evaluation: Evaluation) -> Comparison:
    """The evaluation against what to_baseline gave. Raises NoBaseline for anything else."""
    try:
        held: dict[str, Any] = json.loads(baseline)
        wrong: Wrong = held["wrong"]
        unseen: dict[str, Any] = held["unseen"]
    except (ValueError, KeyError, TypeError) as failure:
        raise NoBaseline("this is no baseline of an evaluation") from failure
    shown = {document.path: document for document in _shown(evaluation)}
    lost: list[Change] = []
    gained: list[Change] = []
    sums: dict[tuple[str, str, str], Counter[str]] = {}
    for path in sorted(shown.keys() & wrong.keys()):
        document = shown[path]
        now = dict(_wrong(document))
        for field in sorted(now.keys() | wrong[path].keys()):
            before, after = (Counter(side.get(field, ())) for side in (wrong[path], now))
            lost += [Change(path, field, item) for item in (after - before).elements()]
            gained += [Change(path, field, item) for item in (before - after).elements()]
            key = (document.split, _form(document), field)
            sums.setdefault(key, Counter()).update(
                lost=(after - before).total(), gained=(before - after).total()
            )
    unknown = sorted(shown.keys() ^ wrong.keys())
    hidden = _hidden(evaluation)
    if _digest(hidden) != unseen["documents"]:
        unknown.append("unseen")
    else:
        sums |= _unseen_changes(unseen, _sums(hidden))
    balances = (
        Balance(*key, lost=changed["lost"], gained=changed["gained"])
        for key, changed in sorted(sums.items())
    )
    return Comparison(
        tuple(lost),
        tuple(gained),
        tuple(one for one in balances if one.lost or one.gained),
        tuple(unknown),
    )


def _unseen_changes(
    before: Mapping[str, Mapping[str, int]], after: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[tuple[str, str, str], Counter[str]]]:
    """What can be told from sums: the difference, as if nothing had moved the other way."""
    for form in after:
        for field in before[form].keys() | after[form].keys():
            more = after[form].get(field, 0) - before[form].get(field, 0)
            yield ("unseen", form, field), Counter(lost=max(more, 0), gained=max(-more, 0))


def _shown(evaluation: Evaluation) -> Iterator[DocumentScore]:
    return (document for document in evaluation.scored if document.split != "unseen")


def _hidden(evaluation: Evaluation) -> list[DocumentScore]:
    return [document for document in evaluation.scored if document.split == "unseen"]


def _wrong(document: DocumentScore) -> Iterator[tuple[str, list[str]]]:
    """What is wrong in each field, leniently matched."""
    for score in document.fields:
        if score.field not in _DERIVED:
            yield (
                score.field,
                [
                    f"{one.expected or '–'} → {one.found or '–'}"
                    for one in score.differences
                    if not one.alike
                ],
            )


def _sums(documents: Iterable[DocumentScore]) -> dict[str, dict[str, int]]:
    """How many items are wrong, by form and field."""
    sums: dict[str, Counter[str]] = {"text": Counter(), "scan": Counter()}
    for document in documents:
        for field, items in _wrong(document):
            sums[_form(document)][field] += len(items)
    return {form: dict(sorted((+fields).items())) for form, fields in sums.items()}


def _form(document: DocumentScore) -> str:
    return "scan" if document.form == "scan" else "text"


def _digest(documents: Iterable[DocumentScore]) -> str:
    """Tells one set of documents from another without naming them."""
    return sha256("\n".join(document.path for document in documents).encode()).hexdigest()[:16]
