"""Pages out of templates: escaped, masked, in Swedish or English."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from pipeline import VERSION
from pipeline.errors import LokalbraError
from pipeline.identity_numbers import masked
from pipeline.store.report import labels
from pipeline.table import printable
from pipeline.web.archive import Archive
from pipeline.web.asked import Asked

_PLAIN = re.compile(r"[\w./~-]*\Z", re.ASCII)  # of an address: what stands in it as it is


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The page's own words: key -> language -> text."""
    text = files("pipeline.web").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class Pages:
    """The templates over one archive."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._templates = Environment(
            loader=PackageLoader("pipeline.web"),
            autoescape=True,
            finalize=shown,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters["short"] = short
        for name in self._templates.list_templates():  # all now: files may be exchanged under us
            self._templates.get_template(name)

    def page(
        self, asked: Asked, template: str, code: int = 200, /, **values: object
    ) -> HTMLResponse:
        """A page with its status code. `values` are what its template names."""
        speech = Speech(asked)
        text = self._templates.get_template(template).render(
            asked=asked,
            state=self.archive.state,
            t=speech.word,
            n=speech.count,
            value=speech.value,
            column=speech.column,
            council=speech.council,
            label=speech.label,
            link=speech.link,
            here=speech.here,
            lang=asked.language,
            version=VERSION,
            **values,
        )
        return HTMLResponse(text, code)

    def error(self, asked: Asked, status: int, message: str, remedy: str = "") -> HTMLResponse:
        """A page that says what is wrong and what to do."""
        phrase = HTTPStatus(status).phrase
        key = f"error_{status}"
        title = words()[key][asked.language] if key in words() else phrase
        answer = self.page(
            asked, "error.html", status, status=status, title=title, message=message, remedy=remedy
        )
        if status == 503:
            answer.headers["Retry-After"] = "5"
        return answer

    def failure(self, asked: Asked, error: LokalbraError) -> HTMLResponse:
        """The page of one of our own errors: the asker's fault, or a database that cannot be used."""
        status = {2: 400, 4: 503}.get(error.exit_code, 500)
        return self.error(asked, status, str(error), error.remedy)


def short(text: str, longest: int) -> str:
    """The beginning of a text that is too long. Masked first: a number that is cut is not known again."""
    text = masked(text)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def shown(value: object) -> object:
    """A value as templates write it: nothing for None, personal identity numbers masked."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return Markup(masked(str(value)))
    if isinstance(value, str):
        return masked(printable(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value


class Speech:
    """Words and addresses of one page, in its language."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.language = asked, asked.language

    def word(self, key: str, **values: object) -> str:
        """The words for a key of words.toml, with values filled in."""
        text = words()[key][self.language]
        return text.format(**values) if values else text

    def count(self, number: int, one: str, many: str) -> str:
        """A number with its noun: keys of the singular and the plural."""
        figures = f"{number:,}".replace(",", "\u00a0")
        return f"{figures} {self.word(one if number == 1 else many)}"

    def value(self, column: str, value: object) -> object:
        """A stored value as a person says it."""
        return labels().value(column, value, self.language)

    def column(self, name: str) -> str:
        """What a column of a report is called."""
        return labels().column(name, self.language)

    def label(self, problem: Mapping[str, Any]) -> str:
        """A problem's name."""
        return str(problem[f"label_{self.language}"])

    def council(self, row: Mapping[str, Any]) -> str:
        """A council's name with its area."""
        names = (row.get("council"), row.get("area"))
        return " ".join(name for name in names if name) or self.word("unknown_council")

    def link(self, path: str, **params: object) -> str:
        """An address on this page, in the same language. Empty parameters are left out."""
        given = {name: value for name, value in params.items() if value not in (None, "", False)}
        if self.language != "sv":
            given["lang"] = self.language
        query = "&".join(f"{name}={_in_query(value)}" for name, value in given.items())
        return _in_path(path) + (f"?{query}" if query else "")

    def here(self, **changes: object) -> str:
        """This page's address with some parameters otherwise; `lang` among them."""
        given = {**self.asked.params, **changes}
        kept = {name: _plain(value) for name, value in given.items() if value not in (None, "")}
        if kept.get("lang") == "sv":
            del kept["lang"]
        query = urlencode(kept)
        return quote(self.asked.path) + (f"?{query}" if query else "")


def _in_path(path: str) -> str:
    return path if _PLAIN.match(path) else quote(path)


def _in_query(value: object) -> str:
    text = _plain(value)
    return text if _PLAIN.match(text) and "/" not in text else quote_plus(text)


def _plain(value: object) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)
