"""Imports run downwards only, heavy packages have one owner, and the command line starts light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path for folder in ("models", "pipeline") for path in (ROOT / folder).rglob("*.py"))

# From the top down. A part imports itself and what stands on a lower line, nothing beside it.
LEVELS = (
    ("pipeline.cli",),
    ("pipeline.show", "pipeline.draw", "pipeline.web"),
    ("pipeline.ingest", "pipeline.evaluate", "pipeline.export"),
    ("pipeline.table",),
    ("pipeline.store", "pipeline.link", "pipeline.run", "pipeline.execute"),
    ("pipeline.cache",),
    ("pipeline.read", "pipeline.segment", "pipeline.extract"),
    ("pipeline.language", "pipeline.dates", "pipeline.names", "pipeline.acts", "pipeline.topics"),
    ("pipeline.wording",),
    ("pipeline.vocabulary", "pipeline.config", "pipeline.identity_numbers"),
    ("pipeline.stages", "pipeline.dictionary", "pipeline.niceness"),
    ("pipeline.errors", "models"),
)

OWNERS = {
    "distributed": "pipeline.execute",
    "duckdb": "pipeline.store",
    "fsspec": "pipeline.ingest",
    "pdfplumber": "pipeline.read",
    "pypdfium2": "pipeline.read",
    "spacy": "pipeline.language",
}

HEAVY = {*OWNERS, "pydantic", "rich", "numpy", "models", "pipeline.store", "pipeline.run"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in FILES}


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                member = f"{node.module}.{alias.name}"
                yield member if member in MODULES else str(node.module)


def place_of(module: str) -> tuple[int, str]:
    """The level (0 is the top) and the part that a module belongs to."""
    for level, parts in enumerate(LEVELS):
        for part in parts:
            if module == part or module.startswith(f"{part}."):
                return level, part
    raise AssertionError(f"{module} has no place: name its level in LEVELS")


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_run_downwards_only(path: Path) -> None:
    if module_of(path) == "pipeline":
        assert list(imports_of(path)) == []
        return
    level, part = place_of(module_of(path))
    for imported in imports_of(path):
        if imported not in MODULES or imported == "pipeline":  # the version alone
            continue
        other_level, other_part = place_of(imported)
        if other_part == part:
            continue
        assert other_level > level, f"{module_of(path)} imports {imported}, which is not below it"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_heavy_package_has_one_owner(path: Path) -> None:
    for imported in imports_of(path):
        owner = OWNERS.get(imported.partition(".")[0])
        if owner is not None:
            assert place_of(module_of(path))[1] == owner, f"{imported} belongs to {owner}"


def test_every_part_has_one_place() -> None:
    parts = [part for level in LEVELS for part in level]
    assert len(parts) == len(set(parts))
    for module in MODULES - {"pipeline"}:
        place_of(module)


def test_the_command_line_starts_without_heavy_packages() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, pipeline.cli; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout.split()
    assert "pipeline.cli" in loaded
    assert HEAVY.isdisjoint(loaded)
