"""datapackage.json: what an export holds, by the Frictionless standard (specs.frictionlessdata.io)."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from pipeline import VERSION
from pipeline.store.tables import Column, Table

DESCRIPTION = "datapackage.json"
_MADE_BY = "lokalbra"

_TYPES = {
    "VARCHAR": "string",
    "DATE": "date",
    "TIME": "time",
    "TIMESTAMP": "datetime",
    "BOOLEAN": "boolean",
    "DOUBLE": "number",
    "INTEGER": "integer",
    "BIGINT": "integer",
}
_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def describe(folder: Path, tables: Sequence[Table], form: str) -> dict[str, Any]:
    """The description of the files in `folder`: one resource a table, with its columns."""
    return {
        "profile": "data-package",
        "name": _MADE_BY,
        "title": "Protokoll från lokala brottsförebyggande råd",
        "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "version": VERSION,
        "resources": [_resource(folder, table, form) for table in tables],
    }


def listed_files(folder: Path) -> set[str]:
    """The files that an earlier export made in `folder`; none where there is no export of ours."""
    try:
        described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        if described["name"] != _MADE_BY:
            return set()
        return {DESCRIPTION, *(str(each["path"]) for each in described["resources"])}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _resource(folder: Path, table: Table, form: str) -> dict[str, Any]:
    name = "lokalbra.xlsx" if form == "xlsx" else f"{table.name}.{form}"
    with (folder / name).open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    resource: dict[str, Any] = {
        "name": table.name,
        "path": name,
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "bytes": (folder / name).stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": table.rows,
        "schema": {"fields": [_field(column, form) for column in table.columns]},
    }
    if form == "csv":
        resource["dialect"] = {"delimiter": ";", "doubleQuote": True}
    if form == "xlsx":
        resource["dialect"] = {"sheet": table.name}
    return resource


def _field(column: Column, form: str) -> dict[str, str]:
    field = {"name": column.name, "type": _TYPES.get(column.type, "any")}
    if form == "csv" and field["type"] == "number":
        field["decimalChar"] = ","
    if form == "csv" and field["type"] == "datetime":
        field["format"] = "%Y-%m-%d %H:%M:%S"
    if column.about:
        field["description"] = column.about
    return field
