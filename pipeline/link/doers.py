"""Who an action's owner is, by every name that the protocols of its series have for the same persons.

"Ismail" of one meeting is "Isse" at the next, "preventionssamordnaren" is Siv Ek, who holds that office, and "Frid och
Ek" are "Hans-Åke och Tomas". An owner that is an organisation is whoever comes to the meeting from it, where that is
one or two. A person is also named by an office in one word that nobody else at the meeting holds ("rektorn"). Who is not
known so is named by the owner's own words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from pipeline.link.people import Appearance, Identified
from pipeline.link.rows import ActionRow
from pipeline.link.words import stems

_JOINED = re.compile(r",|/|&|\b(?:och|samt|tillsammans\smed|med)\b")
_SEVERAL = 2  # persons of one organisation that may be meant by its name

Names = frozenset[str]
"""The stems of all forms of a name."""


def with_doers(
    actions: Iterable[ActionRow],
    appearances: Iterable[Appearance] = (),
    identified: Mapping[str, Identified] | None = None,
) -> list[ActionRow]:
    """The actions, each with the persons that its owner names. All rows are of one series."""
    cast = _Cast(appearances, identified or {})
    return [
        replace(each, doers=tuple(cast.doers(each.owner or "", each.meeting_date)))
        for each in actions
    ]


class _Cast:
    """The persons of a series, and who was listed at each of its meetings."""

    def __init__(
        self, appearances: Iterable[Appearance], identified: Mapping[str, Identified]
    ) -> None:
        names: dict[str, Names] = defaultdict(frozenset)
        self._listed: dict[date | None, list[tuple[str, Appearance]]] = defaultdict(list)
        for each in appearances:
            person = identified[each.attendee_id].person_id
            names[person] |= _stems(each.name)
            self._listed[each.meeting_date].append((person, each))
        self._names = names

    def doers(self, owner: str, held: date | None) -> Iterator[Names]:
        for part in _JOINED.split(owner):
            if named := _stems(part):
                meant = self._meant(named, self._listed.get(held, ()))
                offices = self._offices(meant, held) if len(meant) == 1 else ()
                yield named.union(*(self._names[person] for person in meant), *offices)

    def _offices(self, meant: set[str], held: date | None) -> Iterator[Names]:
        """The stems of the office that one person holds and nobody else at that meeting, where it is one word."""
        listed = self._listed.get(held, ())
        for person, each in listed:
            role = each.role or ""
            if person in meant and role.isalpha():
                own = _stems(role)
                if not any(
                    own & _stems(other.role or "") for one, other in listed if one not in meant
                ):
                    yield own

    def _meant(self, named: Names, listed: Sequence[tuple[str, Appearance]]) -> set[str]:
        """The one person whose name fits best, else who holds that office or comes from that organisation."""
        fitting = {person: len(named & _stems(each.name)) for person, each in listed}
        most = max(fitting.values(), default=0)
        if most:
            best = {person for person, many in fitting.items() if many == most}
            return best if len(best) == 1 else set()
        holding = {
            person
            for person, each in listed
            if any(named <= _stems(office) for office in (each.role, each.organisation) if office)
        }
        return holding if len(holding) <= _SEVERAL else set()


@lru_cache(maxsize=50_000)
def _stems(text: str) -> Names:
    return stems(text)
