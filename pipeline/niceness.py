"""Who goes before whom on a busy machine: people who read pages before work that nobody waits for."""

import os
from contextlib import suppress
from pathlib import Path

STEPS = 10  # of nice(2): a tenth of a processor that others want, all of one that nobody wants
_SESSION = Path("/proc/self/autogroup")  # Linux that shares processors among sessions first


def give_way(steps: int = STEPS) -> None:
    """Let this process go behind others, and what it starts from now on. 0: as it was."""
    os.nice(steps)
    session_gives_way()


def session_gives_way() -> None:
    """Where this process leads a session, let that go as far behind as the process does."""
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            _SESSION.write_text(str(os.nice(0)))
