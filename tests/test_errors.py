"""What is told to do about a failed document, in both languages."""

from collections.abc import Iterator

import pytest

from pipeline.errors import DocumentError, LokalbraError, remedy_of


def kinds(kind: type[LokalbraError]) -> Iterator[type[LokalbraError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


@pytest.mark.parametrize("kind", [LokalbraError, *kinds(DocumentError)])
def test_a_failed_row_has_a_remedy_of_its_own_in_swedish_and_english(
    kind: type[LokalbraError],
) -> None:
    assert {"remedy", "remedy_sv"} <= vars(kind).keys()
    assert remedy_of(kind.code) == kind.remedy_sv
    assert remedy_of(kind.code, "en") == kind.remedy


def test_an_unknown_code_is_a_fault_of_ours() -> None:
    assert remedy_of("of an older version") == LokalbraError.remedy_sv
