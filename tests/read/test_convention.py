"""What every reader promises of its Document, held against the sample protocols of all formats."""

from itertools import pairwise
from pathlib import Path

import pytest

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.read import read

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = sorted(
    path
    for path in CORPUS.rglob("*")
    if path.suffix in {".pdf", ".docx", ".odt", ".html", ".txt", ".md"}
)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.name)
def document(request: pytest.FixtureRequest) -> Document:
    return read(request.param.read_bytes(), ReadSettings(ocr="off"))


def test_pages_tile_the_text(document: Document) -> None:
    pages = document.pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert (pages[0].start, pages[-1].end) == (0, len(document.text))
    for page, following in pairwise(pages):
        assert page.end == following.start
        assert document.text[page.end - 1] == "\f"


def test_words_stand_in_order_and_point_at_themselves(document: Document) -> None:
    for page in document.pages:
        at = page.start
        for word in page.words:
            assert at <= word.start < word.end <= page.end
            text = document.text[word.start : word.end]
            assert text == text.strip()
            assert not any(char.isspace() for char in text)
            assert word.x0 <= word.x1
            assert word.y0 <= word.y1
            at = word.end


def test_marks_are_sorted_and_lie_in_the_text(document: Document) -> None:
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(starts)
    for mark in document.marks:
        assert 0 <= mark.start < mark.end <= len(document.text)
        assert document.page_at(mark.start) == document.page_at(mark.end - 1)


def test_laid_out_lines_have_no_stray_white_space(document: Document) -> None:
    if document.media_type == "text/plain":
        return
    tables = [mark for mark in document.marks if mark.kind == "table"]
    for line in document.text.replace("\f", "").split("\n"):
        assert "  " not in line
        assert line == line.strip(" ")
        if "\t\t" in line:
            start = document.text.index(line)
            assert any(mark.start <= start < mark.end for mark in tables)
