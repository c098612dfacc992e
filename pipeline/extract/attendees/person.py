"""One person of the attendance part, put together from every mention; see persons.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from models.evidence import Evidence
from models.meeting import Attendee, Function, Status
from models.view import View
from pipeline.names import same_name

FUNCTION_ORDER: dict[Function | None, int] = {"chair": 3, "secretary": 2, "adjuster": 1, None: 0}


@dataclass(slots=True)
class Person:
    """One person. `source` is the rule that first found them, `first` where.

    `twin`: somebody of this name who stands further up in the same list. `presides`: where the list
    calls them "ordförande" right before an organisation.
    """

    name: str
    status: Status
    source: str
    first: View
    role: list[str] = field(default_factory=list)
    organisation: list[str] = field(default_factory=list)
    party: str | None = None
    function: Function | None = None
    evidence: list[Evidence] = field(default_factory=list)
    twin: Self | None = None
    presides: View | None = None

    @property
    def affiliated(self) -> bool:
        """Whether anything is said of whom they come from."""
        return bool(self.role or self.organisation or self.party)

    @property
    def placed(self) -> bool:
        """Whether their work is told; a party alone does not tell it."""
        return bool(self.role or self.organisation)

    def absorb(self, other: Self) -> None:
        """Take over what another mention of this person says."""
        if FUNCTION_ORDER[other.function] > FUNCTION_ORDER[self.function]:
            self.function = other.function
        self.role += [each for each in other.role if each not in self.role]
        self.organisation += [each for each in other.organisation if each not in self.organisation]
        self.party = self.party or other.party
        self.evidence += other.evidence
        if len(other.name.split()) > len(self.name.split()):
            self.name = other.name

    def is_named(self, name: str) -> bool:
        """Whether `name` is this person's; one word alone is no proof against another one."""
        if self.name.lower() == name.lower():
            return True
        several = len(name.split()) > 1 or len(self.name.split()) > 1
        return several and same_name(self.name, name)


def are_apart(one: Person, other: Person) -> bool:
    """Whether the two come from organisations, or are spelled apart and have work, of which neither is a part of the other's."""
    if spelled_apart(one.name, other.name):
        mine, theirs = ([*each.role, *each.organisation] for each in (one, other))
    else:
        mine, theirs = one.organisation, other.organisation
    here, there = " ".join(mine).lower(), " ".join(theirs).lower()
    return bool(here and there) and here not in there and there not in here


def spelled_apart(one: str, other: str) -> bool:
    """Whether two names have the same words but for letters that a reading may double or lose.

    Forms handled: "Bo Norby" and "Bo Norrby", "Ture Ek" and "Ture Eek", also with the first name's initial ("T Eek").
    """
    first, second = one.split(), other.split()
    unlike = [
        at
        for at, pair in enumerate(zip(first, second, strict=False))
        if pair[0].lower() != pair[1].lower() and not (at == 0 and any(map(_is_initial, pair)))
    ]
    return len(first) == len(second) > 1 and len(unlike) == 1


def _is_initial(word: str) -> bool:
    """ "T", "T.", "T-O", "TO"."""
    return len(word.rstrip(".")) == 1 or word.isupper()


def record_of(person: Person) -> Attendee:
    """The record of a person of whom all is read."""
    return Attendee(
        name=person.name,
        role=_one(person.role),
        organisation=_one(person.organisation),
        party=person.party,
        status=person.status,
        function=person.function if person.status != "absent" else None,
        evidence=tuple(person.evidence),
    )


def _one(parts: Sequence[str]) -> str | None:
    """Several statements as one, without those that another one holds."""
    kept = [
        part
        for part in parts
        if not any(part != other and part.lower() in other.lower() for other in parts)
    ]
    return ", ".join(kept) or None
