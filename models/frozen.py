"""Working values: plain records of one process, which nobody changes once they are made."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Made = TypeVar("_Made")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_Made]) -> type[_Made]:
    """A dataclass with slots, compared by content.

    That nobody changes one is left to the type checker: to make one that Python itself keeps so takes up to eight times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
