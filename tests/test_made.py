"""What is made of the vocabulary's patterns, wherever it is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.vocabulary import names, rules
from pipeline.vocabulary.made import made, recalled

PATTERNS = [r"\b(?P<a>ringer|mejlar)\s\w+", r"(?:ej|inte)\s(?:\w+\s){0,3}?klart", r"\d+"]
ASKED = """
from pipeline.vocabulary import says
print(says("follow_ups", "Lampan är bytt.", "outcome"), says("follow_ups", "Lampan.", "outcome"))
"""


def fail() -> list[str]:
    raise AssertionError("nothing is to be made")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def kept_in(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def ask(cache: Path) -> str:
    """What a new process finds whose user keeps caches in `cache`."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    return subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.usefixtures("cache")
def test_what_is_recalled_is_what_was_made() -> None:
    patterns = {rule.pattern for name in names() for rule in rules(name)}
    recalled(lambda: patterns)
    again = recalled(fail)
    assert again.keys() == patterns
    for pattern in patterns:
        new, old = made(pattern), again[pattern]
        assert (new.clues, new.coded.names) == (old.clues, old.coded.names)
        assert list(new.coded.code) == list(old.coded.code)


@pytest.mark.usefixtures("cache")
def test_it_matches_as_written_with_its_groups() -> None:
    recalled(lambda: PATTERNS)
    found = recalled(fail)[PATTERNS[0]].coded.pattern().search("Maj RINGER värden")
    assert found is not None
    assert (found.span(), found["a"]) == ((4, 17), "RINGER")


@pytest.mark.usefixtures("cache")
def test_a_pattern_that_was_not_kept_is_made_when_asked_for() -> None:
    recalled(lambda: PATTERNS[:1])
    assert recalled(fail)[PATTERNS[1]].coded.pattern().search("ännu ej riktigt klart")


@pytest.mark.parametrize("length", [0, 10, 200])
def test_a_spoiled_one_is_made_anew(cache: Path, length: int) -> None:
    recalled(lambda: PATTERNS)
    (file,) = kept_in(cache)
    whole = file.read_bytes()
    file.write_bytes(whole[:length])
    assert recalled(lambda: PATTERNS).keys() == set(PATTERNS)
    assert [path.read_bytes() for path in kept_in(cache)] == [whole]


def test_no_more_than_the_last_versions_are_kept(cache: Path) -> None:
    recalled(lambda: PATTERNS)
    (file,) = kept_in(cache)
    own = file.name
    for number in range(8):
        old = file.with_name(f"vocabulary-{number}")
        old.write_bytes(b"old")
        os.utime(old, (number, number))
    file.unlink()
    recalled(lambda: PATTERNS)
    left = {path.name for path in kept_in(cache)}
    assert own in left
    assert left == {own, *(f"vocabulary-{number}" for number in (4, 5, 6, 7))}


def test_where_nothing_can_be_kept_each_process_makes_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert ask(tmp_path / "file") == "True False"


def test_a_second_process_finds_what_the_first_did(tmp_path: Path) -> None:
    assert ask(tmp_path) == ask(tmp_path) == "True False"
    assert len(kept_in(tmp_path)) == 1
