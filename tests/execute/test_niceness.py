"""An ingest gives way to others: what stores, and each process that reads."""

import os
import subprocess
from pathlib import Path

import psutil
import pytest

from tests.commands import LOKALBRA

TEXT = "Trygghetsrådet {place}\n\nMinnesanteckningar 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"


@pytest.mark.parametrize("steps", [0, 7])
def test_all_processes_of_an_ingest_give_way(tmp_path: Path, steps: int) -> None:
    for nth in range(20):
        text = TEXT.format(place=f"Ort{nth}")
        (tmp_path / f"{nth}.txt").write_text(text, encoding="utf-8")
    own = os.nice(0)
    seen: set[tuple[bool, int]] = set()  # whether it stores; its niceness
    with subprocess.Popen(
        [LOKALBRA, "ingest", tmp_path, "--db", tmp_path / "a.duckdb", "--no-progress", "--nice", str(steps)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as ingest:  # fmt: skip
        main = psutil.Process(ingest.pid)
        while ingest.poll() is None:
            try:
                seen |= {(False, each.nice()) for each in main.children(recursive=True)}
                seen.add((True, main.nice()))
            except psutil.NoSuchProcess:
                continue
    assert ingest.returncode == 0
    assert {niceness for stores, niceness in seen if not stores} == {own + steps}
    assert (True, own + steps) in seen
