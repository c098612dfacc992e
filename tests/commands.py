"""The command line as a person runs it: a process of its own."""

import subprocess
import sys
from pathlib import Path

LOKALBRA = Path(sys.executable).parent / "lokalbra"


def lokalbra(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [str(LOKALBRA), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=120,
        check=False,
    )
