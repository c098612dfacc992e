"""Rows for a person or a program: table, CSV, JSON or Markdown.

Personal identity numbers are masked unless the caller asks for them.
"""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Literal, TextIO

from pipeline.identity_numbers import masked_in

Format = Literal["table", "csv", "json", "md"]
Rows = Sequence[Sequence[object]]


def write(
    columns: Sequence[str],
    rows: Rows,
    form: Format,
    out: TextIO | None = None,
    *,
    personal_numbers: bool = False,
) -> None:
    """Write rows under their columns to `out` (standard output) in the chosen form."""
    shown = rows if personal_numbers else [[masked_in(cell) for cell in row] for row in rows]
    _WRITERS[form](columns, shown, out or sys.stdout)


def printable(text: str) -> str:
    """The text with every character shown that would steer a terminal or turn reading order.

    Forms handled: C0 and C1 control characters but tab and newline (ESC is shown as "␛"), the marks
    that override the direction of writing, and what is no character. The rest XML can hold.
    """
    return text if text.isprintable() else text.translate(_VISIBLE)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return str(value)


def _write_table(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False, show_edge=False)
    for place, name in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[place], int | float) for row in rows)
        justify: Literal["right", "left"] = "right" if numeric else "left"
        table.add_column(Text(printable(name)), justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(_cell(value))) for value in row))
    console = Console(file=out)
    if not console.is_terminal:  # no width to keep to: a row is a line, for grep
        endless = console.options.update(width=100_000)
        console.width = max(Measurement.get(console, endless, table).maximum, 1)
    console.print(table)


def _write_csv(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_lines(_cell(value)) for value in row] for row in rows)


def _lines(text: str) -> str:
    """With "\\n" at every line's end: csv leaves a lone "\\r" unquoted, which readers stumble on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _write_json(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    json.dump(records, out, ensure_ascii=False, indent=2, default=_plain)
    out.write("\n")


def _write_markdown(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    def line(cells: Sequence[object]) -> str:
        texts = (printable(_cell(cell)).replace("|", r"\|") for cell in cells)
        return "| " + " | ".join(" ".join(text.split()) for text in texts) + " |\n"

    out.write(line(columns))
    out.write("|" + " --- |" * len(columns) + "\n")
    out.writelines(line(row) for row in rows)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time | datetime) else str(value)


_WRITERS: dict[Format, Callable[[Sequence[str], Rows, TextIO], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "json": _write_json,
    "md": _write_markdown,
}

_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
    **dict.fromkeys([0xFFFE, 0xFFFF], 0xFFFD),
}
