"""The command line as a person runs it: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

LOKALBRA = Path(sys.executable).parent / "lokalbra"


def lokalbra(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end. `env`: what is other than in our own environment."""
    return subprocess.run(
        [str(LOKALBRA), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )
