"""What an address asks for, checked."""

from collections.abc import Mapping
from datetime import date

from starlette.requests import Request

from pipeline.errors import UsageError
from pipeline.store.filters import Filters
from pipeline.store.report import Language

_LONGEST = 200  # characters of a filter
_LAST_PAGE = 100_000


class Asked:
    """The parameters of an address. Every method raises UsageError where one cannot be meant."""

    def __init__(self, request: Request) -> None:
        self.path = request.url.path
        self.params: Mapping[str, str] = {
            name: value for name, value in request.query_params.items() if value
        }

    @property
    def language(self) -> Language:
        """English where it is asked for, else Swedish."""
        return "en" if self.params.get("lang") == "en" else "sv"

    @property
    def page(self) -> int:
        """Of a list, from 1."""
        page = self.number("page")
        if page is None:
            return 1
        if not 1 <= page <= _LAST_PAGE:
            raise UsageError(f"page={page}: there is no such page")
        return page

    def text(self, name: str, longest: int = _LONGEST) -> str:
        """A parameter without white space around it; "" where it is not there. Raises UsageError where it is too long."""
        value = self.params.get(name, "").strip()
        if len(value) > longest:
            raise UsageError(f"{name} is longer than {longest} characters")
        return value

    def day(self, name: str) -> date | None:
        """ISO date; a year alone is its first day."""
        value = self.text(name)
        if not value:
            return None
        try:
            return date.fromisoformat(f"{value}-01-01" if len(value) == 4 else value)
        except ValueError:
            raise UsageError(f"{name}={value}: not a date as 2019-05-31") from None

    def number(self, name: str) -> int | None:
        """A parameter as a number; None where it is not there. Raises UsageError."""
        value = self.text(name)
        if not value:
            return None
        if not value.isascii() or not value.isdigit() or len(value) > 9:
            raise UsageError(f"{name}={value}: not a number")
        return int(value)

    def choice(self, name: str, allowed: tuple[str, ...], default: str = "") -> str:
        """A parameter that is one of those allowed. Raises UsageError."""
        value = self.text(name) or default
        if value and value not in allowed:
            raise UsageError(f"{name}={value}: one of {', '.join(allowed)}")
        return value

    def filters(self) -> Filters:
        """Council, first and last day, as the reports are narrowed."""
        return Filters(self.text("council") or None, self.day("from"), self.last_day("to"))

    def last_day(self, name: str) -> date | None:
        """As `day`, but a year alone is its last day."""
        day = self.day(name)
        if day is not None and len(self.text(name)) == 4:
            return day.replace(month=12, day=31)
        return day

    def year(self, year: int) -> tuple[date, date]:
        """The first and last day of a year."""
        if not 1 <= year <= 9999:
            raise UsageError(f"year={year}: there is no such year")
        return date(year, 1, 1), date(year, 12, 31)
