"""The life of a process that answers tasks; started by child.py, ended by it or with it."""

import gc
import os
import pickle
import signal
import socket
import sys
import traceback
from contextlib import suppress

from pipeline.execute.frames import ANSWER, FAULT, receive, send
from pipeline.niceness import session_gives_way

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)
_YOUNG = 10_000  # values made since the collector looked last; Python's own number is 700
_KILL_ME_FIRST = "700"  # of 1000: where memory runs out, not the keeper but what it can replace


def serve(descriptor: int, parent: int) -> None:
    """Answer tasks that come through `descriptor` until it closes. `parent`: our keeper's process.

    First come the folders to import from, then a function to be ready for, then functions with some tasks
    each, all pickled.
    """
    _tie_to(parent)
    session_gives_way()
    with socket.socket(fileno=descriptor) as connection:
        folders = receive(connection)
        function = receive(connection)
        if folders is None or function is None:
            return
        sys.path[:] = pickle.loads(folders)
        with suppress(Exception):  # the first task will tell
            pickle.loads(function)
        look_for_circles_seldom()
        send(connection, ANSWER, b"")  # ready: from here on the time is the task's
        while (asked := receive(connection)) is not None:
            try:
                work, tasks = pickle.loads(asked)
                answer = pickle.dumps([work(task) for task in tasks], pickle.HIGHEST_PROTOCOL)
            except Exception:
                send(connection, FAULT, traceback.format_exc().encode("utf-8", "replace"))
            else:
                send(connection, ANSWER, answer)


def look_for_circles_seldom() -> None:
    """Let the garbage collector look less often at values, of which reading makes thousands a page and few in circles."""
    gc.freeze()  # what is there by now stays
    gc.set_threshold(_YOUNG)


def _tie_to(parent: int) -> None:
    """End when the keeper ends, however it ends, and before it where memory runs out (Linux)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keeper ends us
    if sys.platform == "linux":
        from ctypes import CDLL

        CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123
            file.write(_KILL_ME_FIRST)
    if os.getppid() != parent:
        sys.exit()
