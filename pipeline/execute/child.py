"""A process of our own that can be killed: some tasks at a time, within limits of time and memory."""

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import psutil

from pipeline.execute.frames import ANSWER, Inbox, NoFrame, send
from pipeline.execute.limits import Broken, Crashed, Limits, OutgrewMemory, TimedOut

_LOOK = 0.25  # seconds between looks at how much memory the process holds
_LOOK_FURTHER = 1.0  # ... and at what it has started holds: finding that reads all of /proc
_START = 120.0  # seconds that a process may take to start
_WORDS = 400  # characters of what a fault says
_MEGABYTE = 1_000_000  # bytes

# Numerical libraries start a thread a core unless told otherwise: N processes use N cores.
_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",  # tesseract
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "OPENCV_FOR_THREADS_NUM": "1",
}

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Child:
    """The keeper's side of one process that answers tasks by functions importable by name.

    `work` is the first of them, imported before the first task's time begins. It leads a session of its own, so that a Ctrl-C does not reach it and that what it starts can be
    killed with it. What it and its libraries print is thrown away.
    """

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._socket, far_end = socket.socketpair()
        with far_end:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    "from pipeline.execute.serve import serve;"
                    f"serve({far_end.fileno()}, {os.getpid()})",
                ],
                pass_fds=[far_end.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(sys.path)},
            )
        self._watched = psutil.Process(self._process.pid)
        self.alive = True
        self._ready = False
        self._worked = 0.0
        with suppress(OSError):  # died at once: run() will tell
            send(self._socket, ANSWER, pickle.dumps(sys.path))
            send(self._socket, ANSWER, pickle.dumps(work))

    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def run(
        self, work: Callable[[Task], Answer], tasks: Sequence[Task], limits: Limits
    ) -> Sequence[Answer] | Broken:
        """What `work` makes of each task in the process, within the limits of one.

        Where it is broken off, the process is dead. The time that a new process takes to start is not the tasks'.
        """
        if not self._ready:
            frame = self._frame(_START, limits)
            if not isinstance(frame, tuple):
                return frame
            self._ready = True
        start = time.monotonic()
        with suppress(OSError):
            send(self._socket, ANSWER, pickle.dumps((work, tasks)))
        frame = self._frame(limits.seconds, limits)
        self._worked += time.monotonic() - start
        return self._unpacked(*frame) if isinstance(frame, tuple) else frame

    def is_worn(self, limits: Limits) -> bool:
        """Whether a new process should take its place, when a task is done and has left no children."""
        with suppress(psutil.Error):
            held = self._watched.memory_info().rss / _MEGABYTE
            return self._worked > limits.wear_seconds or held > limits.megabytes / 2
        return True  # it has ended

    def kill(self) -> None:
        """End the process and what it has started. Safe to call twice and from another thread."""
        self.alive = False
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def close(self) -> None:
        """End the process and the connection to it."""
        self.kill()
        self._socket.close()

    def _frame(self, seconds: float, limits: Limits) -> tuple[bytes, bytes] | Broken:
        """What the process sends next, if it does so in time and within its memory."""
        deadline = time.monotonic() + seconds
        look_further = time.monotonic() + _LOOK_FURTHER
        inbox = Inbox()
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                self.kill()
                return TimedOut(seconds)
            self._socket.settimeout(min(left, _LOOK))
            try:
                received = self._socket.recv(inbox.wanted())
                frame = inbox.add(received) if received else None
            except TimeoutError:
                further = time.monotonic() >= look_further
                if further:
                    look_further = time.monotonic() + _LOOK_FURTHER
                if self._held(further) > limits.megabytes:
                    self.kill()
                    return OutgrewMemory(limits.megabytes)
                continue
            except NoFrame:
                self.kill()
                return Crashed(None, "it wrote what is no answer")
            except OSError:
                received = b""
            if not received:
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(timeout=5)
                self.kill()
                return Crashed(self._process.returncode)
            if frame is not None:
                self._socket.settimeout(None)
                return frame

    def _unpacked(self, kind: bytes, data: bytes) -> Sequence[Any] | Broken:
        if kind != ANSWER:
            words = data.decode("utf-8", "replace").strip().rpartition("\n")[2]
            return Crashed(None, words[:_WORDS])
        try:
            answers: Sequence[Any] = pickle.loads(data)
            return answers
        except Exception as error:  # whatever unpickling damaged bytes may raise
            self.kill()
            return Crashed(None, f"its answer cannot be read ({type(error).__name__})")

    def _held(self, with_children: bool) -> float:
        """Megabytes that the process holds, and those that it has started."""
        held = 0
        with suppress(psutil.Error):  # one that has ended holds none
            children = self._watched.children(recursive=True) if with_children else ()
            for each in (self._watched, *children):
                with suppress(psutil.Error):
                    held += each.memory_info().rss
        return held / _MEGABYTE
