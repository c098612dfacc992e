"""A protocol as it is being written: text, what is true of it, and where that stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.plan import Fact, Plan, Sentence
from pipeline.evaluate.truth import (
    TrueAction,
    TrueAttendee,
    TrueFollowUp,
    TrueMeeting,
    TrueNextMeeting,
    TruePriorityArea,
    TrueProblem,
    TrueSection,
    Truth,
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A fact's words at [start, end) of the text. `field` is the meeting's field that holds it."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Generated:
    """A finished protocol. `truth` is in the form of a truth file (pipeline/evaluate/truth.py)."""

    stem: str
    text: str
    truth: Truth
    planted: tuple[Planted, ...]


class Sheet:
    """Takes text from top to bottom and notes the facts in it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._parts: list[str] = []
        self._length = 0
        self._planted: list[Planted] = []
        self._sections: list[TrueSection] = []
        self._facts: list[Fact] = []
        self._next: TrueNextMeeting = TrueNextMeeting()

    def put(self, text: str, field: str | None = None) -> None:
        """`field`: this text is a fact of that field."""
        if field is not None:
            self._planted.append(Planted(field, self._length, self._length + len(text)))
        self._parts.append(text)
        self._length += len(text)

    def line(self, *parts: str | tuple[str, str]) -> None:
        """A line of plain parts and of (text, field)."""
        for part in parts:
            if isinstance(part, str):
                self.put(part)
            else:
                self.put(*part)
        self.put("\n")

    def heading(self, before: str, number: str | None, title: str | None, after: str = "") -> None:
        """An item's head: its number with what stands around it, and its title."""
        start = self._length
        self.put(before + (number or "") + after)
        self.put(title or "")
        self._planted.append(Planted("sections", start, self._length))
        self._sections.append(TrueSection(number=number, title=title))

    def say(self, sentences: Sequence[Sentence]) -> None:
        """A paragraph."""
        for at, sentence in enumerate(sentences):
            self.put(" " if at else "")
            self._note(sentence)
            self.put(sentence.text)
        self.put("\n")

    def fact(self, text: str, fact: Fact) -> None:
        """A fact outside the sentences of an item."""
        self._note(Sentence(text, (fact,)))
        self.put(text)

    def _note(self, sentence: Sentence) -> None:
        field_of = {
            TrueAction: "actions",
            TrueFollowUp: "follow_ups",
            TrueProblem: "problem_mentions",
            TruePriorityArea: "priority_areas",
        }
        end = self._length + len(sentence.text)
        for fact in sentence.facts:
            here = fact
            if not isinstance(fact, TruePriorityArea):
                here = fact.model_copy(update={"section": len(self._sections) or None})
            if here not in self._facts:
                self._facts.append(here)
                if not getattr(fact, "optional", False):
                    self._planted.append(Planted(field_of[type(fact)], self._length, end))
        if sentence.announces:
            self._next = TrueNextMeeting(
                meeting_date=self._plan.next_day, start_time=self._plan.next_start
            )
            self._planted.append(Planted("next_meeting", self._length, end))

    def finished(self) -> Generated:
        plan, fields = self._plan, {one.field for one in self._planted}
        meeting = TrueMeeting(
            kind=plan.kind,
            council=plan.council.name,
            area=plan.council.area,
            meeting_date=plan.day,
            start_time=plan.start if "start_time" in fields else None,
            end_time=plan.end if "end_time" in fields else None,
            place=plan.room if "place" in fields else None,
            next_meeting=self._next,
            attendees=tuple(
                TrueAttendee(
                    name=one.name,
                    role=one.role,
                    organisation=one.organisation,
                    party=one.party,
                    status=one.status,
                    function=one.function,
                )
                for one in plan.persons
            ),
            sections=tuple(self._sections),
            priority_areas=tuple(x for x in self._facts if isinstance(x, TruePriorityArea)),
            actions=tuple(x for x in self._facts if isinstance(x, TrueAction)),
            follow_ups=tuple(x for x in self._facts if isinstance(x, TrueFollowUp)),
            problems=tuple(x for x in self._facts if isinstance(x, TrueProblem)),
        )
        truth = Truth(style=plan.council.style, form="text", split="dev", meetings=(meeting,))
        return Generated(plan.stem, "".join(self._parts), truth, tuple(self._planted))
