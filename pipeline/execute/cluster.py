"""The workers of a Dask cluster as an engine, through the interface of `concurrent.futures`.

Dask hands tasks out, moves them from a worker that is lost to another, and brings answers back. Within a
worker each task runs in a process of its own with limits (child.py), as on one machine, so that a
document which breaks its reader does not break the worker with all that it has under way.
"""

import socket
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import cache
from typing import Any, TypeVar

from pipeline.errors import ClusterLost, MissingExtra, NoCluster
from pipeline.execute.chunks import ChunkLost
from pipeline.execute.engines import Local
from pipeline.execute.limits import Broken, Crashed, Limits
from pipeline.stages import versions

_CONNECT = 20.0  # seconds
_COUNT = 2.0  # seconds for which the number of workers is taken to stay the same
_MOST = 256  # tasks at a time in one worker; Dask gives it as many as it has threads

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Cluster:
    """Takes tasks to the cluster whose scheduler is at an address such as tcp://host:8786.

    A task starts, as far as it tells, when its chunk is handed out. Raises MissingExtra where Dask is not installed,
    NoCluster where there is no scheduler, no worker, or a worker with other code than ours.
    """

    def __init__(self, scheduler: str, limits: Limits) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise MissingExtra("--engine dask needs Dask") from error
        self._limits = limits
        _knock(scheduler)
        try:
            self._client = Client(scheduler, timeout=_CONNECT, set_as_default=False)
        except OSError as error:
            raise NoCluster(f"{scheduler}: there is no scheduler ({error})") from error
        try:
            self._see_workers(scheduler)
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)
        self._threads, self._counted_at = 0, 0.0

    def submit(
        self,
        work: Callable[[Task], Answer],
        chunk: Sequence[Task],
        on_start: Callable[[Sequence[Task]], None],
    ) -> "Future[Sequence[Answer | Broken]]":
        on_start(chunk)
        answered: Future[Sequence[Answer | Broken]] = Future()
        answered.set_running_or_notify_cancel()

        def hand_on(inner: "Future[Sequence[Answer | Broken]]") -> None:
            if inner.cancelled():
                answered.set_exception(ClusterLost("The cluster's scheduler has gone"))
            elif (error := inner.exception()) is None:
                answered.set_result(inner.result())
            elif len(chunk) > 1:
                answered.set_exception(ChunkLost())
            else:
                answered.set_result([Crashed(None, f"{type(error).__name__}: {error}")])

        inner = self._executor.submit(answer_in_child, work, chunk, self._limits)
        inner.add_done_callback(hand_on)
        return answered

    def workers(self) -> int:
        if time.monotonic() > self._counted_at + _COUNT:
            self._threads = sum(self._client.nthreads().values())
            self._counted_at = time.monotonic()
        return max(1, self._threads)

    def close(self) -> None:
        self._executor.shutdown(wait=False)
        self._client.close()

    def _see_workers(self, scheduler: str) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT)
            theirs = self._client.run(versions)
        except TimeoutError as error:
            raise NoCluster(f"{scheduler}: no worker has come") from error
        except ImportError as error:
            raise NoCluster(f"{scheduler}: a worker has no lokalbra ({error})") from error
        other = [worker for worker, made_by in theirs.items() if made_by != versions()]
        if other:
            raise NoCluster(f"{scheduler}: {', '.join(other)} run other code than this lokalbra")


def _knock(scheduler: str) -> None:
    """See that something listens there, since Dask's client tries long and complains loudly."""
    from distributed.comm.addressing import get_address_host_port

    try:
        socket.create_connection(get_address_host_port(scheduler), _CONNECT).close()
    except (OSError, ValueError) as error:
        raise NoCluster(f"{scheduler}: there is no scheduler ({error})") from error


def answer_in_child(
    work: Callable[[Any], Any], chunk: Sequence[Any], limits: Limits
) -> Sequence[Any]:
    """What a worker of the cluster does with a chunk."""
    return _keeper(limits).submit(work, chunk, lambda _tasks: None).result()


@cache
def _keeper(limits: Limits) -> Local:
    """The worker's own processes: kept from task to task, ended with the worker."""
    return Local(_MOST, limits)
