"""What reports and the search are narrowed to: a council, and a stretch of time."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from pipeline.errors import UsageError
from pipeline.store.database import Connection


@dataclass(frozen=True, slots=True)
class Filters:
    """What a report is narrowed to. `council`: part of its name or area, or a series id."""

    council: str | None = None
    from_date: date | None = None
    to_date: date | None = None

    @property
    def dated(self) -> bool:
        """Whether they choose by day."""
        return self.from_date is not None or self.to_date is not None


def narrow(connection: Connection, filters: Filters, series: Sequence[str] | None = None) -> None:
    """Set the variables by which views.sql narrows the meetings.

    `series`: those that the council stands for as a whole, where they are known: no name is read for them
    then. Raises UsageError where no council fits.
    """
    connection.execute("SET VARIABLE series = ?", [list(series) if series else None])
    if series:
        _set(connection, replace(filters, council=None))
        return
    _set(connection, Filters(council=filters.council))
    if filters.council is not None:
        _check_council(connection, filters.council)
    _set(connection, filters)


def _set(connection: Connection, filters: Filters) -> None:
    for variable, value in asdict(filters).items():
        connection.execute(f"SET VARIABLE {variable} = ?", [value])


def _check_council(connection: Connection, council: str) -> None:
    if connection.execute("SELECT 1 FROM chosen_meetings LIMIT 1").fetchone():
        return
    rows = connection.execute(
        "SELECT concat_ws(' ', council, area) FROM series ORDER BY protocols DESC LIMIT 5"
    ).fetchall()
    known = ", ".join(name for (name,) in rows) or "none"
    raise UsageError(f"There is no council called '{council}'. There are: {known}")
