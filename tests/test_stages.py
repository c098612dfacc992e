"""The parts of the stages are all that they import, and a digest changes with any of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import stages
from pipeline.stages import FACTS, READING, RECOGNITION, Stage, digest

ROOT = Path(__file__).resolve().parents[1]

# The settings are named by what is kept, a failure is not kept, and the yardstick measures not itself.
BESIDE = {
    "pipeline/__init__.py",
    "pipeline/config.py",
    "pipeline/errors.py",
    "pipeline/stages.py",
}


def imported(file: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names] + [str(node.module)]
        else:
            continue
        for name in names:
            path = ROOT.joinpath(*name.split("."))
            yield from (
                each for each in (path.with_suffix(".py"), path / "__init__.py") if each.exists()
            )


def closure(*starts: str) -> set[str]:
    todo = [ROOT / start for start in starts]
    seen: set[Path] = set()
    while todo:
        file = todo.pop()
        if file not in seen:
            seen.add(file)
            todo += imported(file)
    return {path.relative_to(ROOT).as_posix() for path in seen}


def parts(*chosen: Stage) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for stage in chosen for path in stage.files()}


def test_reading_imports_nothing_that_its_digest_leaves_out() -> None:
    readers = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pipeline/read").rglob("*.py")}
    assert closure(*readers) - BESIDE - {"models/__init__.py"} <= parts(READING)


def test_recognition_imports_nothing_that_its_digest_leaves_out() -> None:
    needed = closure("pipeline/read/ocr.py") - BESIDE - {"pipeline/read/__init__.py"}
    # a word of another form is not recalled, nor a file of another
    forms = {"models/frozen.py", "pipeline/read/layout.py", "pipeline/read/kept.py"}
    assert needed - forms - {"models/__init__.py"} <= parts(RECOGNITION)


def test_finding_facts_imports_nothing_that_the_digests_leave_out() -> None:
    starts = ("run.py", "store/rows.py", "link/areas.py", "link/series.py")
    needed = closure(*(f"pipeline/{name}" for name in starts)) - BESIDE
    packages = {"pipeline/link/__init__.py", "pipeline/store/__init__.py"}
    assert needed - packages <= parts(READING, FACTS)


def test_vocabulary_and_weights_are_part_of_the_facts() -> None:
    data = {path.suffix for path in FACTS.files()}
    assert {".toml", ".npz"} <= data
    assert "pipeline/vocabulary/problems.toml" in parts(FACTS) - parts(READING)


def test_a_digest_changes_with_any_file_and_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "_ROOT", tmp_path)
    (tmp_path / "part").mkdir()
    file = tmp_path / "part" / "words.toml"
    seen = set()
    for content in ("a", "b"):
        file.write_text(content)
        seen.add(digest.__wrapped__(Stage(("part",))))
    seen.add(digest.__wrapped__(Stage(("part",), ("duckdb",))))
    file.rename(file.with_name("other.toml"))
    seen.add(digest.__wrapped__(Stage(("part",))))
    assert len(seen) == 4
