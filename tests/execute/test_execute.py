"""Work that goes wrong in every way a document can; run in real processes."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from pipeline.execute import Crashed, Limits, Local, OutgrewMemory, TimedOut, run_all, run_on

pytestmark = pytest.mark.slow


def hold_more_and_more() -> None:
    held = []
    while True:
        held.append(b"x" * 5_000_000)


def work(task: str) -> str:
    """What the tests' tasks do, by name."""
    kind, _, rest = task.partition(" ")
    if kind == "die":
        os._exit(7)
    if kind == "hang":
        while True:
            time.sleep(60)
    if kind == "grow":
        hold_more_and_more()
    if kind == "child":
        subprocess.run(
            [sys.executable, "-c", "from tests.execute.test_execute import *; hold_more_and_more()"]
        )
    if kind == "segfault":
        ctypes.string_at(0)
    if kind == "native":
        ctypes.PyDLL(None).sleep(3600)  # and holds the interpreter's lock
    if kind == "garbage":
        for descriptor in range(3, 64):
            with suppress(OSError):
                os.write(descriptor, b"no answer of ours")
        time.sleep(3600)
    if kind == "noise":
        os.write(1, b"noise\n")
        os.write(2, b"noise\n")
    if kind == "raise":
        raise ValueError(rest)
    if kind == "threads":
        return os.environ["OMP_NUM_THREADS"]
    if kind == "pid":
        return str(os.getpid())
    if kind == "large":
        return "x" * int(rest)
    return rest.upper()


def answers(
    tasks: list[str], workers: int = 2, timeout: float = 30.0, megabytes: int = 3_000
) -> dict[str, object]:
    return dict(run_all(work, tasks, workers, Limits(timeout, megabytes)))


def test_every_task_is_answered() -> None:
    tasks = [f"say {number}" for number in range(20)]
    assert answers(tasks) == {task: task.removeprefix("say ").upper() for task in tasks}


def test_nothing_to_do_starts_nothing() -> None:
    assert answers([]) == {}


def test_a_process_that_dies_costs_one_task() -> None:
    done = answers(["say a", "die", "say b", "say c"], workers=1)
    assert done == {"say a": "A", "die": Crashed(7), "say b": "B", "say c": "C"}


@pytest.mark.parametrize("task", ["hang", "native"])
def test_a_task_that_hangs_is_killed_and_the_others_go_on(task: str) -> None:
    start = time.monotonic()
    done = answers([task, "say a", "say b"], timeout=5.0)

    assert done == {task: TimedOut(5.0), "say a": "A", "say b": "B"}
    assert time.monotonic() - start < 50


@pytest.mark.parametrize(
    ("task", "broken"),
    [
        ("segfault", Crashed(-11)),
        ("garbage", Crashed(None, "it wrote what is no answer")),
        ("raise too bad", Crashed(None, "ValueError: too bad")),
    ],
)
def test_what_is_no_answer_costs_one_task(task: str, broken: Crashed) -> None:
    done = answers(["say a", task, "say b"], workers=1)
    assert done == {"say a": "A", task: broken, "say b": "B"}


@pytest.mark.parametrize(
    ("task", "broken"),
    [
        ("die", Crashed(7)),
        ("hang", TimedOut(5.0)),
        ("raise too bad", Crashed(None, "ValueError: too bad")),
    ],
)
def test_what_breaks_among_others_that_it_was_handed_out_with_costs_itself_alone(
    task: str, broken: Crashed | TimedOut
) -> None:
    tasks = [f"say {number}" for number in range(300)]
    tasks[250] = task
    handed: list[list[str]] = []
    with closing(Local(2, Limits(5.0))) as engine:
        told = run_on(
            engine, work, tasks, lambda some: handed.append(list(some)), weigh=lambda _task: 1
        )
        done = dict(told)

    assert done.pop(task) == broken
    assert done == {each: each.removeprefix("say ").upper() for each in tasks if each != task}
    first, *again = (some for some in handed if task in some)
    assert len(first) > 1
    assert again == [[task]]


def test_what_a_task_prints_is_thrown_away(capfd: pytest.CaptureFixture[str]) -> None:
    answers(["noise"])
    assert capfd.readouterr() == ("", "")


def test_a_worn_process_is_replaced() -> None:
    limits = Limits(wear_seconds=0)
    done = dict(run_all(work, [f"pid {number}" for number in range(3)], 1, limits))
    assert len(set(done.values())) == 3


def test_a_process_computes_on_one_core() -> None:
    assert answers(["threads"]) == {"threads": "1"}


@pytest.mark.parametrize("task", ["grow", "child"])
def test_a_task_that_outgrows_its_memory_is_killed_and_the_others_go_on(task: str) -> None:
    done = answers(["say a", task, "say b"], megabytes=300)
    assert done == {"say a": "A", task: OutgrewMemory(300), "say b": "B"}


def test_an_answer_larger_than_a_pipe_arrives() -> None:
    assert answers(["large 5000000"]) == {"large 5000000": "x" * 5_000_000}


def test_processes_are_used_again_and_are_no_more_than_asked_for() -> None:
    done = answers([f"pid {number}" for number in range(12)], workers=2)
    assert len(set(done.values())) <= 2
    assert str(os.getpid()) not in done.values()


def test_tasks_are_taken_only_as_they_are_needed() -> None:
    taken: list[str] = []

    def tasks() -> Iterator[str]:
        for number in range(10):
            taken.append(f"say {number}")
            yield taken[-1]

    results = run_all(work, tasks(), 2, Limits())
    next(results)
    assert len(taken) <= 4
    results.close()
