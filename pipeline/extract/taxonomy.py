"""The problems that there are: what vocabulary/problems.toml lists."""

from functools import cache

from models.problem import Problem
from pipeline.vocabulary import whole


@cache
def taxonomy() -> tuple[Problem, ...]:
    """The problems in the vocabulary's order."""
    return tuple(Problem(**entry) for entry in whole("problems")["problem"])
