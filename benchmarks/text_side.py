"""How fast a page of text becomes a record, and a born-digital PDF a whole protocol.

    python benchmarks/text_side.py [FILE ...]

Without files: corpus/ without its scans. One thread, processor time, the best of five rounds. Prints

- milliseconds a page for cutting (lines, sentences, items) and for extracting (all facts with their
  evidence), after the first document has loaded the vocabulary and the tokenizer;
- the same for one document bound to itself 10 and 40 times, which shows how time grows with length;
- milliseconds a page from the bytes of a PDF to the validated record, beside pdfplumber's
  `extract_text` alone on the same pages in the same rounds; also for a drawn protocol of full pages.
"""

import gc
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
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
_PYTHONS_OWN = gc.get_threshold()  # under which pdfplumber is measured
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

    ours = gc.get_threshold()
    gc.set_threshold(*_PYTHONS_OWN)
    with pdfplumber.open(BytesIO(data)) as pdf:
        size = sum(len(page.extract_text()) for page in pdf.pages)
    gc.set_threshold(*ours)
    return size


def keep_out_of_the_collector() -> None:
    """What is alive, so that pdfplumber, which makes many objects, does not have it looked through each time."""
    gc.collect()
    gc.freeze()


def whole_pipeline(name: str, pdfs: list[bytes]) -> None:
    pages = sum(len(read(data, SETTINGS).pages) for data in pdfs)
    times = best(
        {
            "lokalbra": lambda: [read_protocol(data, SETTINGS) for data in pdfs],
            "read": lambda: [read(data, SETTINGS) for data in pdfs],
            "pdfplumber": lambda: [extract_text(data) for data in pdfs],
        }
    )
    per_page = {key: 1000 * seconds / pages for key, seconds in times.items()}
    print(
        f"{name}: {len(pdfs)} PDF files, {pages} pages; file to record {per_page['lokalbra']:.1f}"
        f" (of it reading {per_page['read']:.1f}), pdfplumber extract_text {per_page['pdfplumber']:.1f}"
        f" ms a page; lokalbra is {per_page['pdfplumber'] / per_page['lokalbra']:.2f} times as fast"
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
    files.clear()
    documents.clear()
    keep_out_of_the_collector()
    if pdfs:
        whole_pipeline("born-digital", pdfs)
    if not arguments:
        whole_pipeline("drawn", [drawn_protocol(30)])


if __name__ == "__main__":
    main(sys.argv[1:])
