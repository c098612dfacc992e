"""How fast a page of text becomes a record, and a born-digital PDF a whole protocol.

    python benchmarks/text_side.py [FILE ...]

Without files: corpus/ without its scans. One thread, processor time, the best of five rounds. Prints

- milliseconds a page for cutting (lines, sentences, items) and for extracting (all facts with their
  evidence), after the first document has loaded the vocabulary and the tokenizer;
- the same for one document bound to itself 10 and 40 times, which shows how time grows with length;
- milliseconds a page from the bytes of a PDF to the validated record, beside pdfplumber's
  `extract_text` alone on the same pages; also for a drawn protocol of full pages. Each is measured in processes of
  its own, which take turns: in one process Python's collector would walk through what the other keeps alive.
"""

import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from reading import drawn_protocol

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import DocumentError
from pipeline.execute.serve import look_for_circles_seldom
from pipeline.read import looks_like_document, read
from pipeline.run import extract, read_protocol
from pipeline.segment import segment

SETTINGS = ReadSettings(ocr="off")
ROUNDS = 5
TURNS = 3  # of processes
CORPUS = Path(__file__).parents[1] / "corpus"


def born_digital(paths: list[Path]) -> dict[Path, tuple[bytes, Document]]:
    """The files that can be read without OCR, with what they were read from."""
    found = {}
    for path in paths:
        data = path.read_bytes()
        try:
            document = read(data, SETTINGS)
        except DocumentError:
            continue
        if len("".join(document.text.split())) > 200 * len(document.pages):
            found[path] = (data, document)
    return found


def best(functions: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of each function's best round; the functions take turns."""
    times: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, function in functions.items():
            start = process_time()
            function()
            times[name] = min(times.get(name, 9e9), process_time() - start)
    return times


def text_side(name: str, documents: list[Document]) -> None:
    pages = sum(len(document.pages) for document in documents)
    characters = sum(len(document.text) for document in documents)
    parts = [part for document in documents for part in segment(document)]
    times = best(
        {
            "cut": lambda: [segment(document) for document in documents],
            "extract": lambda: [extract(part) for part in parts],
        }
    )
    whole = times["cut"] + times["extract"]
    print(
        f"{name}: {len(documents)} documents, {pages} pages, {characters:,} characters;"
        f" cut {1000 * times['cut'] / pages:.1f}, extract {1000 * times['extract'] / pages:.1f},"
        f" together {1000 * whole / pages:.1f} ms a page, {1e6 * whole / characters:.1f} ms a 1,000 characters"
    )


def bound(document: Document, times: int) -> Document:
    """The document's text, `times` over, as one text file."""
    text = "\n\n\f".join([document.text.replace("\f", "\n")] * times)
    return read(text.encode(), SETTINGS)


def extract_text(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def to_record(data: bytes) -> object:
    return read_protocol(data, SETTINGS)


def to_document(data: bytes) -> object:
    return read(data, SETTINGS)


def second_pass(function: Callable[[bytes], object], pdfs: list[bytes]) -> float:
    """Seconds that a process which has seen them once takes for them."""
    if function is not extract_text:
        look_for_circles_seldom()  # as the processes that read do
    for data in pdfs:
        function(data)
    start = process_time()
    for data in pdfs:
        function(data)
    return process_time() - start


def alone(function: Callable[[bytes], object], pdfs: list[bytes]) -> float:
    """The same in a new process."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(second_pass, (function, pdfs))


def whole_pipeline(name: str, pdfs: list[bytes]) -> None:
    pages = sum(len(read(data, SETTINGS).pages) for data in pdfs)
    turns = [
        [alone(function, pdfs) for function in (to_record, to_document, extract_text)]
        for _ in range(TURNS)
    ]
    ours, reading, plumber = (1000 * min(each) / pages for each in zip(*turns, strict=True))
    print(
        f"{name}: {len(pdfs)} PDF files, {pages} pages; file to record {ours:.1f}"
        f" (of it reading {reading:.1f}), pdfplumber extract_text {plumber:.1f}"
        f" ms a page; lokalbra is {plumber / ours:.2f} times as fast"
    )


def main(arguments: list[str]) -> None:
    paths = [Path(argument) for argument in arguments] or [
        path
        for path in sorted(CORPUS.rglob("*"))
        if path.is_file() and looks_like_document(path.read_bytes()[:4096], path.name)
    ]
    look_for_circles_seldom()  # as the processes that read do
    files = born_digital(paths)
    start = process_time()
    documents = [document for _, document in files.values()]
    for part in segment(documents[0]):
        extract(part)
    print(f"first document, with vocabulary and tokenizer: {process_time() - start:.2f} s")
    text_side("all", documents)
    middle = sorted(documents, key=lambda document: len(document.text))[len(documents) // 2]
    for times in (1, 10, 40):
        text_side(f"one bound {times} times", [bound(middle, times)])
    pdfs = [data for data, document in files.values() if document.media_type == "application/pdf"]
    if pdfs:
        whole_pipeline("born-digital", pdfs)
    if not arguments:
        whole_pipeline("drawn", [drawn_protocol(30)])


if __name__ == "__main__":
    main(sys.argv[1:])
