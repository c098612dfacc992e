"""What a task may take, and how it can end without an answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: time, and memory of its process and of those that it starts.

    A process that has worked for `wear_seconds`, or that still holds half of `megabytes` when a task
    is done, is replaced by a new one, so that what its libraries leak is given back.
    """

    seconds: float = 600.0
    megabytes: int = 3_000
    wear_seconds: float = 900.0


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The task was broken off after `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OutgrewMemory:
    """The task was broken off when its process and what it had started held more than `megabytes`."""

    megabytes: int


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process died under the task, or sent what is no answer.

    `exit_code` is negative for a signal; `words` is what it said of itself.
    """

    exit_code: int | None
    words: str = ""


Broken = TimedOut | OutgrewMemory | Crashed
