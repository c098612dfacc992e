"""Which tasks are handed out together."""

from collections.abc import Iterator

import pytest

from pipeline.execute.chunks import Pace, chunked


def in_chunks(weights: list[int | None], most: int) -> list[list[int | None]]:
    return [list(chunk) for chunk in chunked(weights, lambda: most, lambda weight: weight)]


@pytest.mark.parametrize(
    ("weights", "most", "chunks"),
    [
        ([], 3, []),
        ([1, 2, 3, 4], 3, [[1, 2, 3], [4]]),
        ([1, 2, 3], 1, [[1], [2], [3]]),
        ([30_000, 30_000, 30_000], 3, [[30_000, 30_000], [30_000]]),
        ([1, 900_000, 2, 3], 3, [[1], [900_000], [2, 3]]),
        ([1, None, 2, 3], 3, [[1], [None], [2, 3]]),
        ([0, 0, 0], 2, [[0, 0], [0]]),
    ],
)
def test_small_ones_go_together(
    weights: list[int | None], most: int, chunks: list[list[int | None]]
) -> None:
    assert in_chunks(weights, most) == chunks


def test_no_more_are_taken_than_a_chunk_holds() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(9):
            taken.append(number)
            yield number

    chunks = chunked(tasks(), lambda: 4, lambda _task: 1)
    assert next(chunks) == [0, 1, 2, 3]
    assert taken == [0, 1, 2, 3]


def test_they_go_alone_until_enough_are_done_and_grow_as_more_are() -> None:
    pace = Pace()
    sizes = []
    for _ in range(200):
        sizes.append(pace.most(2))
        pace.note(sizes[-1], 0.001)
    assert sizes[:16] == [1] * 16
    assert sizes == sorted(sizes)
    assert sizes[-1] == 32


def test_what_takes_long_goes_alone() -> None:
    pace = Pace()
    for _ in range(1000):
        pace.note(1, 16.0)
    assert pace.most(4) == 1
    for _ in range(50):
        pace.note(1, 1.0)
    assert pace.most(4) in (3, 4)
