"""All tables in one workbook for Excel, a sheet each."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.store.database import Connection
from pipeline.store.tables import Table, rows_of

_ROWS = 1_048_575  # of a sheet, beside the headings
_CHARACTERS = 32_767  # of a cell
_CUT = " […]"
_WIDTHS = {"VARCHAR": 24, "DATE": 11, "TIME": 8, "TIMESTAMP": 19}


def write_workbook(
    connection: Connection, tables: Sequence[Table], path: Path, *, personal_numbers: bool
) -> int:
    """Write the tables to `path`; how many texts were cut at Excel's 32,767 characters a cell.

    Text is written as text, never as a formula or a link; a table longer than a sheet goes on in
    "name (2)".
    """
    import xlsxwriter

    cut = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        formats = {
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
            time: book.add_format({"num_format": "hh:mm"}),
        }
        for table in tables:
            rows = rows_of(connection, table, personal_numbers=personal_numbers)
            for nth in range(1, table.rows // _ROWS + 2):
                sheet = book.add_worksheet(table.name if nth == 1 else f"{table.name} ({nth})")
                sheet.freeze_panes(1, 0)
                for place, column in enumerate(table.columns):
                    sheet.set_column(place, place, _WIDTHS.get(column.type, 10))
                    sheet.write_string(0, place, column.name, head)
                for at, row in enumerate(islice(rows, _ROWS), start=1):
                    for place, value in enumerate(row):
                        cut += _write(sheet, at, place, value, formats)
    return cut


def _write(sheet: Any, row: int, place: int, value: object, formats: dict[type, Any]) -> int:
    """Write one cell; 1 where its text was cut."""
    match value:
        case None:
            return 0
        case str():
            if len(value) > _CHARACTERS:
                sheet.write_string(row, place, value[: _CHARACTERS - len(_CUT)] + _CUT)
                return 1
            sheet.write_string(row, place, value)
        case bool():
            sheet.write_boolean(row, place, value)
        case int() | float():
            sheet.write_number(row, place, value)
        case datetime() | date() | time():
            sheet.write_datetime(row, place, value, formats[type(value)])
        case _:
            sheet.write_string(row, place, str(value))
    return 0
