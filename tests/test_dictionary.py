"""The dictionary of Swedish words, wherever it is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = """
from pipeline.dictionary import dictionary_lemma, is_known
print(dictionary_lemma("cyklarna"), is_known("rånen"), is_known("rånxq"))
"""


def ask(cache: Path) -> str:
    """What a new process knows whose user keeps caches in `cache`."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    return subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("spoiled", [False, True])
def test_it_is_kept_and_made_anew_when_spoiled(tmp_path: Path, spoiled: bool) -> None:
    assert ask(tmp_path) == "cykel True False"
    (kept,) = tmp_path.rglob("sv.dic")
    size = kept.stat().st_size
    if spoiled:
        kept.write_bytes(kept.read_bytes()[: size // 2])
    assert ask(tmp_path) == "cykel True False"
    assert [(path.name, path.stat().st_size) for path in tmp_path.rglob("*.*ic")] == [
        ("sv.dic", size)
    ]


def test_where_nothing_can_be_kept_it_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert ask(tmp_path / "file") == "cykel True False"
