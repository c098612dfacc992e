"""Lists that are cut into pages."""

from dataclasses import dataclass

from pipeline.store.desk.asked import Part

ROWS = 50  # of a list on one page


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list. `first`: the number of its first row, from 1."""

    part: Part
    page: int

    @property
    def first(self) -> int:
        return (self.page - 1) * ROWS + 1

    @property
    def last(self) -> int:
        return self.first + len(self.part.rows) - 1

    @property
    def more(self) -> bool:
        return self.last < self.part.total
