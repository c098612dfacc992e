"""Train a linear model over the features of sentences (pipeline/wording.py) and write its file."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.wording import FAMILIES, SCALE

RARE = 2  # sentences in which a feature must stand


class Row(NamedTuple):
    """A sentence's features, their length, its classes (of several, each has the same share), and what it weighs."""

    names: tuple[str, ...]
    norm: float
    classes: tuple[str, ...]
    weight: float = 1.0


class Trained(NamedTuple):
    """Names of features, weights (features x classes) and biases."""

    classes: tuple[str, ...]
    names: list[str]
    weights: np.ndarray
    bias: np.ndarray

    def probabilities(self, rows: Sequence[Row]) -> np.ndarray:
        """Of each class in each row."""
        scores = _matrix(rows, self.names) @ self.weights + self.bias
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
        return shares

    def save(self, path: Path) -> None:
        """One byte a weight, with a scale for each class."""
        scales = (np.abs(self.weights).max(axis=0) / 127).astype(np.float32)
        np.savez_compressed(
            path,
            classes=np.frombuffer("\n".join(self.classes).encode("utf-8"), np.uint8),
            features=np.frombuffer("\n".join(self.names).encode("utf-8"), np.uint8),
            weights=np.round(self.weights / scales).astype(np.int8),
            scales=scales,
            bias=self.bias.astype(np.float32),
        )


def fit(rows: Sequence[Row], classes: Sequence[str], kept: int, strength: float) -> Trained:
    """A model with the `kept` features of greatest weight. `strength`: inverse of the regularisation."""
    standing = Counter(name for row in rows for name in set(row.names))
    names = sorted(name for name, count in standing.items() if count >= RARE)
    if len(names) > kept:
        weights = fitted(rows, classes, names, strength).weights
        size = np.abs(weights).max(axis=1) * np.array([FAMILIES[name[0]] for name in names])
        names = sorted(names[at] for at in np.argsort(-size, kind="stable")[:kept])
    return fitted(rows, classes, names, strength)


def fitted(
    rows: Sequence[Row], classes: Sequence[str], names: list[str], strength: float
) -> Trained:
    """A model with the features named."""
    places = {name: at for at, name in enumerate(classes)}
    pairs = [
        (at, places[each], row.weight / len(row.classes))
        for at, row in enumerate(rows)
        for each in row.classes
    ]
    at, given, share = (np.array(column) for column in zip(*pairs, strict=True))
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    model.fit(_matrix(rows, names)[at], given, sample_weight=share)
    if len(classes) == 2:  # the weights of the second alone
        weights = np.vstack([-model.coef_ / 2, model.coef_ / 2]).T
        bias = np.array([-model.intercept_[0] / 2, model.intercept_[0] / 2])
        return Trained(tuple(classes), names, weights, bias)
    return Trained(tuple(classes), names, model.coef_.T, model.intercept_)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> csr_matrix:
    """Feature vectors of length SCALE, as pipeline.wording counts them."""
    index = {name: at for at, name in enumerate(names)}
    data, columns, ends = [], [], [0]
    for row in rows:
        for name, count in Counter(row.names).items():
            if name in index:
                columns.append(index[name])
                data.append(SCALE / row.norm * FAMILIES[name[0]] * count)
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))
