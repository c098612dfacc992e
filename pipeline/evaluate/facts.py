"""Scores of attendees, sections, priority areas and problems. How matches are made: score.py."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from models.meeting import Attendee, PriorityArea, Section
from models.problem import ProblemMention
from pipeline.evaluate import match
from pipeline.evaluate.counts import (
    Counts,
    FieldScore,
    differ,
    field_score,
    unpaired,
    value_score,
)
from pipeline.evaluate.truth import TrueAttendee, TruePriorityArea, TrueProblem, TrueSection


def attendees(expected: Sequence[TrueAttendee], found: Sequence[Attendee]) -> Iterator[FieldScore]:
    """The score of the attendees, paired by name; of each pair then its status, function and affiliation."""
    taken = match.pairs(
        expected,
        found,
        lambda one, two: match.name_likeness(match.fold(one.name), match.fold(two.name)),
    )
    couples = [(expected[one], found[two]) for one, two in taken]
    unlike = [
        differ("attendees", one.name, two.name, two.evidence, alike=True)
        for one, two in couples
        if match.fold(one.name) != match.fold(two.name)
    ]
    left = unpaired(
        "attendees",
        [(one.name, one.name) for one in expected],
        [(two.name, two.evidence) for two in found],
        taken,
    )
    counts = Counts(len(expected), len(found), len(taken) - len(unlike), len(taken))
    yield field_score("attendees", counts, [*unlike, *left])
    for one, two in couples:
        for field in ("status", "function"):
            yield value_score(
                f"attendee_{field}",
                getattr(one, field),
                getattr(two, field),
                two.evidence,
                whose=one.name,
                strict=True,
            )
        yield _affiliation(one, two)


def _affiliation(one: TrueAttendee, two: Attendee) -> FieldScore:
    expected, found = (
        [match.fold(value) for value in (who.role, who.organisation, who.party)]
        for who in (one, two)
    )
    strung = [" ".join(filter(None, values)) for values in (expected, found)]
    exact = expected == found and any(expected)
    lenient = bool(strung[0]) and bool(strung[1]) and match.alike(strung[0], strung[1])
    field = "attendee_affiliation"
    return field_score(
        field,
        Counts(any(expected), any(found), exact, exact or lenient),
        []
        if expected == found
        else [differ(field, _affiliated(one), _affiliated(two), two.evidence, lenient)],
    )


def _affiliated(who: TrueAttendee | Attendee) -> str:
    return f"{who.name}: {who.role or '–'} | {who.organisation or '–'} | {who.party or '–'}"


def section_pairs(
    expected: Sequence[TrueSection], found: Sequence[Section]
) -> list[tuple[int, int]]:
    """The places of sections that are the same, by number or title: (expected, found)."""

    def likeness(one: TrueSection, two: Section) -> float:
        number = bool(one.number) and match.fold(one.number) == match.fold(two.number)
        titles = (match.fold(one.title), match.fold(two.title))
        alike = all(titles) and match.alike(*titles)
        return 2.0 * alike + number + (titles[0] == titles[1]) * (number or alike)

    return match.pairs(expected, found, likeness)


def sections(
    expected: Sequence[TrueSection], found: Sequence[Section], taken: Sequence[tuple[int, int]]
) -> FieldScore:
    """The score of the sections. `taken`: what section_pairs gave."""
    unlike = [
        differ("sections", _heading(expected[one]), _heading(found[two]), found[two].evidence, True)
        for one, two in taken
        if match.fold(expected[one].number) != match.fold(found[two].number)
        or match.fold(expected[one].title) != match.fold(found[two].title)
    ]
    left = unpaired(
        "sections",
        [(_heading(one), one.title or "") for one in expected],
        [(_heading(two), two.evidence) for two in found],
        taken,
    )
    counts = Counts(len(expected), len(found), len(taken) - len(unlike), len(taken))
    return field_score("sections", counts, [*unlike, *left])


def _heading(section: TrueSection | Section) -> str:
    return f"{section.number or '–'} {section.title or '–'}"


def priority_areas(
    expected: Sequence[TruePriorityArea], found: Sequence[PriorityArea]
) -> FieldScore:
    """The score of the priority areas, paired by name; exact where the kind is right too."""
    taken = match.pairs(
        expected, found, lambda one, two: _alike(match.fold(one.name), match.fold(two.name))
    )
    unlike = [
        differ("priority_areas", _area(expected[one]), _area(found[two]), found[two].evidence, True)
        for one, two in taken
        if match.fold(expected[one].name) != match.fold(found[two].name)
        or expected[one].area_kind != found[two].area_kind
    ]
    left = unpaired(
        "priority_areas",
        [(_area(one), one.name) for one in expected],
        [(_area(two), two.evidence) for two in found],
        taken,
    )
    counts = Counts(len(expected), len(found), len(taken) - len(unlike), len(taken))
    return field_score("priority_areas", counts, [*unlike, *left])


def _area(area: TruePriorityArea | PriorityArea) -> str:
    return f"{area.name} ({area.area_kind})"


def _alike(one: str, two: str) -> float:
    return 1.0 * match.alike(one, two) + (one == two)


def problems(
    expected: Sequence[TrueProblem], found: Sequence[ProblemMention], ordinals: Mapping[int, int]
) -> FieldScore:
    """`ordinals`: the expected section of a found one; 0 stands for a section that is none."""
    keys = {(one.section or 0, one.problem, one.polarity) for one in expected if not one.optional}
    either = {(one.section or 0, one.problem, one.polarity) for one in expected if one.optional}
    said = {(ordinals.get(two.section or 0, 0), two.problem, two.polarity): two for two in found}
    others = said.keys() - (either - keys)
    exact = len(keys & others)
    elsewhere = Counter(key[1:] for key in keys - others) & Counter(
        key[1:] for key in others - keys
    )
    counts = Counts(len(keys), len(others), exact, exact + elsewhere.total())
    differences = []
    for sides in (keys - others, others - keys):
        alike = Counter(elsewhere)
        for key in sorted(sides):
            one, two = (_spelt(key) if key in side else None for side in (keys, others))
            where = said[key].evidence if two else ""
            differences.append(differ("problems", one, two, where, alike[key[1:]] > 0))
            alike[key[1:]] -= 1
    return field_score("problems", counts, differences)


def _spelt(key: tuple[int, str, str]) -> str:
    return f"punkt {key[0] or '–'}: {key[1]} ({key[2]})"
