"""All tables as files in a folder, whole or not at all."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from uuid import uuid4

from pipeline.errors import OutputUnwritable, UsageError
from pipeline.export.package import DESCRIPTION, describe, listed_files
from pipeline.export.workbook import write_workbook
from pipeline.store.database import Connection
from pipeline.store.tables import Table, tables, write_file

ExportFormat = Literal["parquet", "csv", "xlsx", "jsonl"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `cut`: texts that were too long for a cell of a workbook."""

    tables: tuple[Table, ...]
    cut: int


def export(
    connection: Connection,
    folder: Path,
    form: ExportFormat,
    *,
    personal_numbers: bool = False,
    with_reports: bool = False,
) -> Exported:
    """Write every table to `folder`, a file each (xlsx: one workbook), and datapackage.json.

    The folder appears when all is written. An earlier export there is replaced; where the folder holds
    anything else, UsageError. Raises OutputUnwritable where the disk does not take it.
    """
    _check(folder)
    found = tables(connection, with_reports=with_reports)
    making = folder.parent / f".{folder.name}-{uuid4().hex[:8]}"
    cut = 0
    try:
        making.mkdir(parents=True)
        if form == "xlsx":
            cut = write_workbook(
                connection, found, making / "lokalbra.xlsx", personal_numbers=personal_numbers
            )
        else:
            for table in found:
                path = making / f"{table.name}.{form}"
                write_file(connection, table, path, form, personal_numbers=personal_numbers)
        described = describe(making, found, form)
        (making / DESCRIPTION).write_text(
            json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        _put(making, folder)
    except OSError as error:
        raise OutputUnwritable(f"{folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return Exported(tuple(found), cut)


def _check(folder: Path) -> None:
    """Raises UsageError where anything but an earlier export would be lost."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; an export needs a folder")
    others = sorted({path.name for path in folder.iterdir()} - listed_files(folder))
    if others:
        raise UsageError(
            f"{folder} holds files that are no export ({', '.join(others[:3])}); name a folder of its own"
        )


def _put(making: Path, folder: Path) -> None:
    """Give `making` the name `folder`; an earlier export there goes only then."""
    old = folder.parent / f"{making.name}-old"
    if folder.exists():
        folder.rename(old)
    try:
        making.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
