"""What each sign of a mentioned problem weighs: pipeline/extract/problem_weights.toml.

A logistic regression over the candidates of the dev documents (pipeline/extract/problem_signs.py), which are
right where truth has the problem in their section. Where several sentences of a section may mention it, the one
that the weights themselves find most probable counts, so it is fitted three times.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from pipeline.extract.problem_signs import Candidate, Topics
from training.problems.documents import Known

STRENGTH = 0.1  # inverse of the regularisation
ROUNDS = 3
OF_A_PROBLEM = 0.7  # length of the sign that says which problem it is, among signs of length 1


class Case(NamedTuple):
    """`group`: where it stands and what it is; of those that are right, one of a group need be."""

    signs: Mapping[str, float]
    problem: str
    right: bool
    group: tuple[str, int, str]


def cases(meeting: Known, topics: Topics) -> list[Case]:
    return [
        Case(each.signs, each.problem, each.problem in told, (meeting.name, ordinal, each.problem))
        for ordinal, found in meeting.candidates(topics)
        for told in (meeting.told[ordinal],)
        for each in found
        if _clear(each, told)
    ]


def _clear(candidate: Candidate, told: Mapping[str, frozenset[str]]) -> bool:
    """Whether truth does not leave it open, and the model of topics knows the problem."""
    return bool(told.get(candidate.problem, True)) and "likely" in candidate.signs


def weigh(found: Sequence[Case]) -> Mapping[str, Mapping[str, float]]:
    """The weight of each sign and what each problem adds."""
    signs, problems = DictVectorizer(sparse=False), DictVectorizer(sparse=False)
    values = signs.fit_transform([each.signs for each in found])
    scaler = StandardScaler().fit(values)
    which = OF_A_PROBLEM * problems.fit_transform([{each.problem: 1.0} for each in found])
    rows = np.hstack([scaler.transform(values), which])
    right = np.array([each.right for each in found])
    score: NDArray[np.float64] = np.array(
        [each.signs["likely"] + 3 * each.signs["named"] for each in found]
    )
    for _ in range(ROUNDS):
        kept = _kept(found, score)
        model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(rows[kept], right[kept])
        score = model.decision_function(rows)
    weights = model.coef_[0][: values.shape[1]] / scaler.scale_
    names = [*signs.get_feature_names_out()]
    weights[names.index("any")] = model.intercept_[0] - weights @ scaler.mean_
    added = OF_A_PROBLEM * model.coef_[0][values.shape[1] :]
    return {
        "sign": dict(zip(names, weights.tolist(), strict=True)),
        "problem": dict(zip(problems.get_feature_names_out(), added.tolist(), strict=True)),
    }


def _kept(found: Sequence[Case], score: NDArray[np.float64]) -> list[int]:
    """All that are wrong, and the most probable of each group that are right."""
    best: dict[tuple[str, int, str], float] = {}
    for each, value in zip(found, score, strict=True):
        best[each.group] = max(best.get(each.group, value), value)
    return [
        at
        for at, (each, value) in enumerate(zip(found, score, strict=True))
        if not each.right or value == best[each.group]
    ]


def write(weights: Mapping[str, Mapping[str, float]], path: Path) -> None:
    lines = [
        "# Made by training/problems/train.py: what each sign of a mention weighs (problem_signs.py)."
    ]
    for table, entries in weights.items():
        lines += [
            "",
            f"[{table}]",
            *(f"{name} = {round(value, 3)}" for name, value in entries.items()),
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
