"""The trained weights of the two models, read once: weights.npz, made by training/areas/train.py."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

# How much each family of features weighs before the model's own weights.
FAMILIES: Mapping[str, float] = {
    "w": 1.0,  # word
    "c": 0.7,  # its first letters
    "b": 0.6,  # two words
    "t": 0.4,  # three words
    "s": 0.6,  # first words
    "T": 0.7,  # title: first letters of words
    "U": 0.5,  # title: pairs
    "L": 0.9,  # lead
    "p": 0.4,  # sentence before
    "k": 0.5,  # form
    "x": 0.9,  # classes of words
    "X": 0.7,  # the same, with those of the title, the lead or the sentence before
}


class Chain(NamedTuple):
    """Weights of each feature for the tags O, B and I, and of each step from tag to tag."""

    states: Mapping[str, tuple[float, float, float]]
    steps: tuple[tuple[float, float, float], ...]


class Weights(NamedTuple):
    """Of the model that says whether something declares, times those of its families, and of the one that finds the names."""

    declares: Mapping[str, float]
    bias: float
    chain: Chain


@cache
def shipped() -> Weights:
    """Those in the package."""
    with files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as stored:
        return weights_of(dict(stored))


def weights_of(stored: Mapping[str, np.ndarray]) -> Weights:
    """The arrays of the file as mappings."""

    def listed(key: str) -> list[str]:
        return bytes(stored[key]).decode("utf-8").split("\n")

    states = (stored["state_weights"].astype(np.float32) * stored["state_scale"]).tolist()
    declares = (stored["declare_weights"].astype(np.float32) * stored["declare_scale"]).tolist()
    named = zip(listed("declare_features"), declares, strict=True)
    return Weights(
        {name: weight * FAMILIES[name[0]] for name, weight in named},
        float(stored["declare_bias"]),
        Chain(
            {name: tuple(row) for name, row in zip(listed("state_features"), states, strict=True)},
            tuple(tuple(row) for row in stored["steps"].tolist()),
        ),
    )
