"""Reports: one file in reports/ is one report and one view of the same name.

A file opens with comments that hold what a person reads:

    -- sv: title in Swedish
    -- en: title in English
    -- about: one sentence, in Swedish
    -- table: the columns that a table for people shows; CSV and JSON hold all
    -- uses: reports whose views this one reads   (only where there are any)
    -- by: series | meetings   (only where it is ordered by lower(council), lower(area), series_id, as the
           series or its meetings have them, and a row depends on nothing but its own series)
    -- kept: series | all | today   (only where counted.py keeps its rows: they serve any choice of whole
           series, since a row depends on nothing but its own; or all councils together alone; today: as
           series, in the page's copy alone, since they depend on what day it is or are many)
    -- days: first to last   (only where dates choose rows and change none: the first and the last day that a
           row stands for; dates choose those that reach into their time)
    -- of: views   (only where all that dates narrow it reads of these views, which counted.py keeps day by
           day, and of views upon them)

labels.toml beside them names columns and values in both languages.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files
from typing import Literal

from pipeline.errors import UsageError

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Report:
    """One ready question. `name` has hyphens, its view underscores."""

    name: str
    titles: Mapping[str, str]
    about: str
    columns: tuple[str, ...]
    uses: tuple[str, ...]
    by: str | None
    kept: str | None
    days: tuple[str, str] | None
    of: tuple[str, ...]
    sql: str

    @property
    def view(self) -> str:
        """The report's view in the database."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Labels:
    """Words for people. What has no label is shown as it is."""

    columns: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, Mapping[str, str]]]

    def column(self, name: str, language: Language) -> str:
        """What a column is called; its own name where nothing is known."""
        return self.columns.get(name, {}).get(language, name)

    def value(self, column: str, value: object, language: Language) -> object:
        """What a value of a column is called; itself where nothing is known."""
        if isinstance(value, bool):
            value = "true" if value else "false"
            column = "boolean"
        if not isinstance(value, str):
            return value
        return self.values.get(column, {}).get(value, {}).get(language, value)


@cache
def reports() -> tuple[Report, ...]:
    """All reports, by name."""
    folder = files("pipeline.store").joinpath("reports")
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(
        _parse(name.removesuffix(".sql"), folder.joinpath(name).read_text(encoding="utf-8"))
        for name in found
    )


def report(name: str) -> Report:
    """The report called `name`. Raises UsageError that lists them where there is none."""
    for candidate in reports():
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in reports())
    raise UsageError(f"There is no report '{name}'. There are: {known}")


def views_in_order() -> Iterable[tuple[str, str]]:
    """(view, query) of every report, those that others read first."""
    by_name = {each.name: each for each in reports()}
    order = TopologicalSorter({each.name: each.uses for each in reports()}).static_order()
    return [(by_name[name].view, by_name[name].sql) for name in order]


@cache
def labels() -> Labels:
    """The labels of reports/labels.toml."""
    text = files("pipeline.store").joinpath("reports", "labels.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Labels(columns=data["column"], values=data["value"])


def _parse(name: str, text: str) -> Report:
    lines = [line for line in text.splitlines() if line.startswith("-- ")]
    header = dict(line[3:].split(": ", 1) for line in lines if ": " in line)
    first, _, last = header.get("days", "").partition(" to ")
    return Report(
        name=name,
        titles={"sv": header["sv"], "en": header["en"]},
        about=header["about"],
        columns=tuple(header["table"].split(", ")),
        uses=tuple(header.get("uses", "").split(", ")) if "uses" in header else (),
        by=header.get("by"),
        kept=header.get("kept"),
        days=(first, last) if last else None,
        of=tuple(header["of"].split(", ")) if "of" in header else (),
        sql=text,
    )
