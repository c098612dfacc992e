"""What a generated meeting says, before it is set in a style: persons, items, sentences and their facts.

Everything comes from a `random.Random`, so the same seed gives the same protocol. Wordings are data
(wordings.toml), chosen apart from each other: any owner with any deed, any phrase of a kind, any deadline.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from models.meeting import ActionKind, AreaKind, Function, MeetingKind, Outcome, Status
from models.problem import Polarity
from pipeline.evaluate.truth import (
    EarlierAction,
    TrueAction,
    TrueFollowUp,
    TruePriorityArea,
    TrueProblem,
)

WORDS: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8")
)
MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
WEEKDAYS = "måndag tisdag onsdag torsdag fredag lördag söndag".split()
STYLES = "ABCDEFGHIJ"
Fact = TrueAction | TrueFollowUp | TrueProblem | TruePriorityArea


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str | None = None
    organisation: str | None = None
    party: str | None = None
    status: Status = "present"
    function: Function | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it states. `announces`: the plan's next meeting."""

    text: str
    facts: tuple[Fact, ...] = ()
    announces: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda. `sort` says which titles fit; the style gives the number."""

    sort: str
    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done, that later meetings may speak of."""

    document: str
    text: str
    owner: str
    deed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Council:
    """Who meets. `style` is the house style of its secretary, a letter of STYLES."""

    name: str
    area: str
    style: str
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One meeting."""

    stem: str
    kind: MeetingKind
    council: Council
    day: date
    start: time
    end: time | None
    room: str
    persons: tuple[Person, ...]
    items: tuple[Item, ...]
    next_day: date | None
    next_start: time | None
    tasks: tuple[Task, ...] = field(default=())


def new_council(chance: Random, style: str) -> Council:
    """A council with its persons, twelve to eighteen of them in all its years."""
    area = chance.choice(WORDS["area_first"]) + chance.choice(WORDS["area_last"])
    names: dict[str, None] = {}
    while len(names) < chance.randint(12, 18):
        first = chance.choice(WORDS["first_names"])
        names[first if style == "J" else f"{first} {chance.choice(WORDS['surnames'])}"] = None
    council = chance.choice(WORDS["village" if style in "IJ" else "councils"])
    return Council(council, area, style, tuple(_person(chance, style, name) for name in names))


def _person(chance: Random, style: str, name: str) -> Person:
    if style in "IJ":
        return Person(name)
    if style in "EF":
        return Person(name, party=chance.choice(WORDS["parties"]))
    if style == "G":
        return Person(name, organisation=chance.choice(WORDS["associations"]))
    role, organisation = chance.choice(WORDS["affiliations"])
    if style in "BH":
        return Person(name, organisation=organisation or "kommunen")
    return Person(name, role, organisation or None)


def new_meeting(
    chance: Random, council: Council, stem: str, day: date, following: date, tasks: Sequence[Task]
) -> Plan:
    """A meeting of `council` on `day`, which speaks of some of the earlier `tasks`.

    `following` is the next meeting's day, which two of three protocols announce.
    """
    kind: MeetingKind = "protokoll"
    if council.style in "BCH":
        kind = "minnesanteckningar"
    elif council.style == "D":
        kind = "kallelse"
    start = time(chance.choice((8, 9, 10, 13, 14, 15, 17, 18)), chance.choice((0, 0, 15, 30)))
    end = time(start.hour + 2, chance.choice((0, 30))) if chance.random() < 0.4 else None
    room = chance.choice(WORDS["rooms"]).format(
        room=chance.choice(WORDS["room_names"]), number=chance.randint(1, 6)
    )
    persons = _attendance(chance, council)
    announced = chance.random() < 0.67 and council.style != "D"
    plan = Plan(
        stem, kind, council, day, start, end, room, persons, (),
        following if announced else None,
        time(start.hour, 0) if announced and chance.random() < 0.6 else None,
    )  # fmt: skip
    return _Agenda(chance, plan).items(tasks)


def longer(plan: Plan, more: Plan) -> Plan:
    """The plan with what another meeting says of how things are and of its themes, under one title each."""
    items = {_place(item): item for item in plan.items}
    themes = {_place(item): item for item in more.items if item.sort in ("status", "theme")}
    for place, item in themes.items():
        before = items.get(place, replace(item, paragraphs=()))
        items[place] = replace(before, paragraphs=before.paragraphs + item.paragraphs)
    order = {sort: at for at, sort in enumerate(_ORDER)}
    inorder = sorted(items.values(), key=lambda item: order[item.sort])
    return replace(plan, items=tuple(inorder), tasks=plan.tasks + more.tasks)


_ORDER = ("open", "previous", "status", "theme", "priority", "other", "next", "close")


def _place(item: Item) -> str:
    """What tells an item of a meeting from its others: each theme has a title of its own."""
    return item.title if item.sort == "theme" else item.sort


def _attendance(chance: Random, council: Council) -> tuple[Person, ...]:
    if council.style == "C":
        return ()
    if council.style == "D":
        return ()
    chosen = chance.sample(council.persons, chance.randint(6, 11))
    absent = chance.randint(0, 3) if council.style not in "IJ" else 0
    present = [replace(each) for each in chosen[absent:]]
    present[0] = replace(present[0], function="chair")
    present[1] = replace(present[1], function="secretary")
    if council.style in "FG":
        present[2] = replace(present[2], function="adjuster")
    return (*present, *(replace(each, status="absent") for each in chosen[:absent]))


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def spelt(day: date) -> str:
    """Day and month: 5 mars."""
    return f"{day.day} {MONTHS[day.month - 1]}"


class _Agenda:
    """Writes the items of one meeting."""

    def __init__(self, chance: Random, plan: Plan) -> None:
        self._chance, self._plan = chance, plan
        self._tasks: list[Task] = []
        self._deeds = list(WORDS["deed"])
        chance.shuffle(self._deeds)
        self._titles = list(WORDS["title"]["theme"])
        chance.shuffle(self._titles)

    def items(self, tasks: Sequence[Task]) -> Plan:
        chance, plan = self._chance, self._plan
        if plan.kind == "kallelse":
            sorts = ["open", "previous", "status", "theme", "theme", "other"]
            return replace(plan, items=tuple(self._item(sort) for sort in sorts))
        items = [self._item("open", (self._say("filler", "open"), *self._formal("agenda")))]
        told = [self._follow_up(task) for task in tasks]
        items.append(self._item("previous", self._formal("previous"), *((each,) for each in told)))
        problems = [self._problem() for _ in range(chance.randint(1, 4))]
        items.append(
            self._item(
                "status", (self._say("filler", "status"), *problems[:2]), tuple(problems[2:])
            )
        )
        for _ in range(chance.randint(1, 4)):
            said = [self._action() for _ in range(chance.randint(0, 2))]
            items.append(
                self._item("theme", (self._say("filler", "theme"),), *((a,) for a in said))
            )
        if chance.random() < 0.25:
            items.append(self._item("priority", (self._priority(),)))
        items.append(self._item("other", (self._say("filler", "other"),)))
        if plan.next_day is not None:
            items.append(self._item("next", (self._next(),)))
        items.append(self._item("close", (self._say("filler", "close"),)))
        return replace(plan, items=tuple(items), tasks=tuple(self._tasks))

    def _item(self, sort: str, *paragraphs: tuple[Sentence, ...]) -> Item:
        title = self._titles.pop() if sort == "theme" else self._chance.choice(WORDS["title"][sort])
        return Item(sort, title, tuple(filter(None, paragraphs)))

    def _say(self, *path: str) -> Sentence:
        lines = WORDS[path[0]][path[1]]
        chairs = [each.name for each in self._plan.persons if each.function == "chair"]
        chair = chairs[0] if chairs else "Samordnaren"
        return Sentence(self._chance.choice(lines).format(name=self._name(), chair=chair))

    def _name(self) -> str:
        there = [each.name for each in self._plan.persons if each.status == "present"]
        return self._chance.choice(there) if there else "Kommunens samordnare"

    def _formal(self, sort: str) -> tuple[Sentence, ...]:
        text = self._chance.choice(WORDS["formality"][sort])
        return (Sentence(text, (TrueAction(kind="formality", text=text),)),)

    def _owner(self) -> str:
        there = [each.name for each in self._plan.persons if each.status == "present"]
        if there and self._chance.random() < 0.6:
            return self._chance.choice(there)
        return str(self._chance.choice(WORDS["bodies"]))

    def _action(self) -> Sentence:
        chance, deed = self._chance, self._deeds.pop()
        kinds: list[ActionKind] = ["assignment", "commitment", "commitment", "decision", "proposal"]
        kind = chance.choice(kinds)
        owner = self._owner()
        words, due, due_text = self._due()
        if kind == "proposal":
            words, due, due_text = "", None, None
        said = chance.choice(WORDS["action"][kind])
        inside = _inside(owner)
        text = said.format(
            **deed,
            Pass=upper(deed["pass"]),
            due=words,
            Owner=owner,
            owner=inside,
            name=self._name(),
        )
        named = owner if "{Owner}" in said else inside if "{owner}" in said else None
        fact = TrueAction(kind=kind, text=text, owner=named, due=due, due_text=due_text)
        if kind != "proposal":
            self._tasks.append(Task(self._plan.stem, text, owner, deed))
        return Sentence(text, (fact,))

    def _due(self) -> tuple[str, date | None, str | None]:
        """The words with a space before them, the date, or the words where no date follows."""
        if self._chance.random() < 0.6:
            return "", None, None
        if self._chance.random() < 0.5:
            day = self._plan.day + timedelta(days=self._chance.randint(10, 120))
            words = self._chance.choice(WORDS["due"]["dated"]).format(date=spelt(day))
            return f" {words}", day, None
        words = self._chance.choice(WORDS["due"]["open"])
        return f" {words}", None, words

    def _follow_up(self, task: Task) -> Sentence:
        outcomes: list[Outcome] = ["done", "done", "in_progress", "postponed", "dropped"]
        outcome = self._chance.choice(outcomes)
        text = self._chance.choice(WORDS["follow_up"][outcome]).format(
            Owner=task.owner,
            sup=task.deed["sup"],
            noun=task.deed["noun"],
            Noun=upper(task.deed["noun"]),
        )
        earlier = EarlierAction(document=task.document, text=task.text)
        return Sentence(text, (TrueFollowUp(outcome=outcome, text=text, action=earlier),))

    def _problem(self) -> Sentence:
        chance = self._chance
        negative = chance.random() < 0.2
        said = WORDS["problem"]["negative" if negative else "positive"]
        problem = chance.choice(list(said))
        text = chance.choice(said[problem]).format(place=chance.choice(WORDS["places"]))
        polarity: Polarity = "negative" if negative else "positive"
        return Sentence(text, (TrueProblem(problem=problem, polarity=polarity),))

    def _priority(self) -> Sentence:
        chance = self._chance
        kinds: list[AreaKind] = ["problem", "problem", "group"]
        areas = {name: kind for kind in kinds for name in (chance.choice(WORDS["priority"][kind]),)}
        names = list(areas)
        listed = " och ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        text = chance.choice(WORDS["priority"]["say"]).format(areas=listed)
        facts = (TruePriorityArea(name=name, area_kind=kind) for name, kind in areas.items())
        decided = TrueAction(kind="decision", text=text, optional=True)  # where the verb decides
        return Sentence(text, (*facts, decided))

    def _next(self) -> Sentence:
        day, start = self._plan.next_day, self._plan.next_start
        assert day is not None
        weekday = WEEKDAYS[day.weekday()]
        said = self._chance.choice(
            (
                f"den {spelt(day)}",
                f"den {spelt(day)} {day.year}",
                f"{weekday}en den {spelt(day)}",
                day.isoformat(),
            )
        )
        clock = f" kl. {start:%H.%M}" if start else ""
        text = self._chance.choice(WORDS["next"]["say"]).format(date=said, time=clock)
        return Sentence(text, announces=True)


def _inside(owner: str) -> str:
    """A body's name within a sentence: Polisen is polisen there, a first name is not."""
    return owner[:1].lower() + owner[1:] if owner in WORDS["bodies"] else owner
