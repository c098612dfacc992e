"""Train the model of which action a follow-up speaks of: labelled series in, pipeline/link/weights.toml out.

    python -m training.links.train [--corpus FOLDER ...] [--cache DIRECTORY]

Reads what series.py tells. What sentences do is judged by a model of acts that is trained without
documents, so that its probabilities are those of unseen documents. Prints how right the links are in each hand's
series when the weights are made from the others. Some minutes, one thread.

A follow-up chooses between its candidates and none of them (a conditional logit); an action that is missing
from the archive is learnt from every labelled link with its action taken away, which counts `GONE`.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from pipeline.acts import ACTS, Act, Judge, Sentence
from pipeline.config import ReadSettings
from pipeline.link.carried import carried_over
from pipeline.link.follow_ups import link_follow_ups, questions
from pipeline.link.likeness import Model, Pair
from pipeline.link.rows import FINAL
from pipeline.wording import Linear, counted
from training import DOCUMENTS, ROOT
from training.acts import train as of_acts
from training.linear import fit
from training.links.series import Series, from_chains, from_corpus, from_tables

GONE = 0.15  # weight of a follow-up whose action is taken away
REGULARISATION = 1.0
TAKEN = 2.0  # taken from the score of an action for each other follow-up of the meeting that speaks of it


class Choice(NamedTuple):
    """A follow-up's candidates and which of them are right; none of them where `right` is empty."""

    pairs: Sequence[Pair]
    right: Sequence[int]
    weight: float


def choices(series: Series) -> Iterable[Choice]:
    """The choices of a series, each with what the labels say of earlier follow-ups."""
    root = _roots(series)
    for asked, known in questions(series.actions, series.follow_ups):
        told = []
        for each in asked:
            label = series.true.get(each.asked.row.follow_up_id)
            right = [
                at
                for at, one in enumerate(each.candidates)
                if label and root(one.action.row.action_id) == root(label)
            ]
            pairs = [one.pair for one in each.candidates]
            yield Choice(pairs, right, 1.0)
            if right:
                yield Choice([pair for at, pair in enumerate(pairs) if at not in right], (), GONE)
                told.append((each.candidates[right[0]].action, each.asked))
        for action, said in told:
            action.over = action.over or said.row.outcome in FINAL
            known.follow(action, said.row, said.words)


def weights(given: Iterable[Choice]) -> tuple[float, ...]:
    """The weights of a pair's values that make the right choices likeliest."""
    kept = [each for each in given if each.pairs]
    width = max(len(each.pairs) for each in kept) + 1  # the last is none
    pairs = np.zeros((len(kept), width, len(Pair._fields)))
    absent = np.full((len(kept), width), -1e9)
    right = np.zeros((len(kept), width))
    for at, each in enumerate(kept):
        pairs[at, : len(each.pairs)] = each.pairs
        absent[at, : len(each.pairs)] = absent[at, -1] = 0
        right[at, list(each.right) or [-1]] = 1
    share = np.array([each.weight for each in kept])[:, None]
    held = np.array([0.01 if name in {"any", "possible"} else REGULARISATION for name in Pair._fields])  # fmt: skip

    def loss(made: np.ndarray) -> tuple[float, np.ndarray]:
        scores = pairs @ made + absent
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely = raised / raised.sum(axis=1, keepdims=True)
        good = likely * right
        whole = good.sum(axis=1, keepdims=True) + 1e-12
        slope = np.einsum("ij,ijk->k", share * (likely - good / whole), pairs)
        return float(-(share * np.log(whole)).sum() + (held * made**2).sum() / 2), slope + held * made  # fmt: skip

    found = minimize(loss, np.zeros(len(Pair._fields)), jac=True, method="L-BFGS-B")
    return tuple(round(float(each), 2) for each in found.x)


def score(series: Series, model: Model) -> Counter[str]:
    """How many follow-ups are linked, and how many rightly; of them, those that may be none by the record."""
    root = _roots(series)
    links = link_follow_ups(series.actions, series.follow_ups, model)
    counted = Counter(expected=len(series.true))
    for each in series.follow_ups:
        link = links.get(each.follow_up_id)
        if link is not None:
            label = series.true.get(each.follow_up_id)
            right = label is not None and root(label) == root(link.action_id)
            counted.update(found=1, right=right)
            if each.probability is not None:
                counted.update(promoted=1, promoted_right=right)
    return counted


def _roots(series: Series) -> Callable[[str], str]:
    carried = carried_over(series.meetings, series.actions, (), {})
    return lambda action: carried[action].action_id if action in carried else action


def held_out_acts() -> Judge:
    """The model of acts without documents."""
    tables = sorted(of_acts.HERE.glob("*.tsv"))
    rows = [row for path in tables for row in of_acts.from_table(path) if row.acts]
    rows += of_acts.from_vocabulary()
    trained = fit([row.row() for row in rows], ACTS, of_acts.KEPT, of_acts.STRENGTH)

    model = Linear(
        trained.names, trained.weights.astype(np.float32), trained.bias.astype(np.float32)
    )

    def judged(sentences: Sequence[Sentence]) -> list[Mapping[Act, float]]:
        rows = model.probabilities(counted(sentences)).tolist()
        return [dict(zip(ACTS, row, strict=True)) for row in rows]

    return Judge(judged)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", nargs="*", type=Path, default=DOCUMENTS)
    parser.add_argument("--cache", type=Path, metavar="DIRECTORY", help="where readings are kept")
    given = parser.parse_args()
    settings = ReadSettings(cache=given.cache)
    judge = held_out_acts()
    series = [
        *(each for folder in given.corpus for each in from_corpus(folder, settings, judge)),
        *from_tables(judge),
        *from_chains(),
    ]
    by_hand: dict[str, list[Choice]] = defaultdict(list)
    for each in series:
        by_hand[each.name] += choices(each)
    for name in by_hand:
        rest = (one for hand, made in by_hand.items() if hand != name for one in made)
        model = Model(weights(rest), TAKEN)
        for each in series:
            if each.name == name:
                print(f"{name:40}", dict(score(each, model)))
    _write(Model(weights(one for made in by_hand.values() for one in made), TAKEN))


def _write(model: Model) -> None:
    lines = [
        "# Made by training/links/train.py: what each value of a pair weighs (likeness.py).",
        f"taken = {model.taken}",
        "",
        "[pair]",
        *(f"{name} = {weight}" for name, weight in zip(Pair._fields, model.pair, strict=True)),
    ]
    path = ROOT / "pipeline" / "link" / "weights.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
