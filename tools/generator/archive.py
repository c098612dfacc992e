"""Councils that meet over the years: what one meeting decides, a later one follows up."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from generator.layout import generate
from generator.plan import STYLES, Task, longer, new_council, new_meeting
from generator.sheet import Generated

_FOLLOWED_UP = 0.4  # of the tasks that a meeting could speak of


def series(
    seed: int, meetings: int, style: str | None = None, talk: int = 1
) -> Iterator[Generated]:
    """The protocols of one council, the same for the same seed.

    Tasks are followed up at a later meeting, postponed and taken up again, or never spoken of. `talk`: for
    how many ordinary meetings each has enough to say.
    """
    chance = Random(seed)
    council = new_council(chance, style or chance.choice(STYLES))
    day = date(chance.randint(2008, 2020), chance.choice((1, 2, 3)), chance.randint(5, 25))
    open_tasks: list[Task] = []
    for _ in range(meetings):
        day = _working(day)
        following = _working(day + timedelta(days=chance.randint(50, 110)))
        spoken_of = [task for task in open_tasks if chance.random() < _FOLLOWED_UP][:4]
        stem = f"{seed:06d}-{council.area.lower()}-{day.isoformat()}".translate(_PLAIN)
        plan = new_meeting(chance, council, stem, day, following, spoken_of)
        for _ in range(talk - 1):
            plan = longer(plan, new_meeting(chance, council, stem, day, following, []))
        yield generate(chance, plan)
        open_tasks = [task for task in open_tasks if task not in spoken_of][-6:] + list(plan.tasks)
        day = following


_PLAIN = str.maketrans("åäö", "aao")


def _working(day: date) -> date:
    """The day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
