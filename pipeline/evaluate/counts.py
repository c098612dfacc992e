"""What a field's score is made of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.evidence import Evidence
from pipeline.evaluate import match

Where = Sequence[Evidence] | str
"""Where to look for a difference: what was found, or the words that were expected."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Values of one field. `exact` and `lenient` are how many were matched."""

    expected: int = 0
    found: int = 0
    exact: int = 0
    lenient: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.expected + other.expected,
            self.found + other.found,
            self.exact + other.exact,
            self.lenient + other.lenient,
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What was expected (null: nothing) and what was found in its stead (null: nothing).

    alike: the two match leniently, so only exactness is lost. page (1-based) and item (its number,
    else its title) say where to look; null until place.py has told, or where it cannot.
    """

    field: str
    expected: str | None
    found: str | None
    alike: bool = False
    where: Where = ""
    page: int | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How often one field was right, and where it was not."""

    field: str
    counts: Counts
    differences: tuple[Difference, ...] = ()


def field_score(field: str, counts: Counts, differences: Iterable[Difference] = ()) -> FieldScore:
    """The score of a field, its differences kept."""
    return FieldScore(field, counts, tuple(differences))


def differ(
    field: str, expected: object, found: object, where: Where, alike: bool = False
) -> Difference:
    """A difference in words; empty is null."""
    one, two = (None if value in (None, "") else str(value) for value in (expected, found))
    return Difference(field, one, two, alike, where)


def unpaired(
    field: str,
    expected: Sequence[tuple[str, Where]],
    found: Sequence[tuple[str, Where]],
    taken: Sequence[tuple[int, int]],
) -> list[Difference]:
    """What was missed and what was found in vain, each in words and with its place."""
    used = ({one for one, _ in taken}, {two for _, two in taken})
    missed = [
        differ(field, one, None, where)
        for at, (one, where) in enumerate(expected)
        if at not in used[0]
    ]
    return missed + [
        differ(field, None, two, where)
        for at, (two, where) in enumerate(found)
        if at not in used[1]
    ]


def value_score(
    field: str,
    expected: object,
    found: object,
    where: Where = "",
    *,
    whose: str = "",
    fold: Callable[[object], str] = match.fold,
    strict: bool = False,
) -> FieldScore:
    """One value against another; null on both sides is no item.

    whose: what the value belongs to, to tell differences apart. strict: there is no lenient match.
    """
    one, two = fold(expected), fold(found)
    exact = bool(one) and one == two
    lenient = exact or (not strict and bool(one) and bool(two) and match.alike(one, two))
    counts = Counts(bool(one), bool(two), exact, lenient)
    if one == two:
        return field_score(field, counts)
    if whose:
        expected, found = (value and f"{whose}: {value}" for value in (expected, found))
    place = where or str(expected)
    return field_score(field, counts, [differ(field, expected, found, place, lenient)])
