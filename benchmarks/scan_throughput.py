"""Scanned pages a minute on two cores: lokalbra beside OCRmyPDF with tesseract `swe`, same files.

    python benchmarks/scan_throughput.py [--pages N] [--dpi N] [--rounds N]

Two PDFs of N drawn and spoiled pages each are read by `lokalbra ingest --workers 2`, from file to
records in the database, and by `ocrmypdf --jobs 2 -l swe --force-ocr`, one after the other. Prints the
best round of each: pages a minute by the clock, and CPU seconds a page (which other work on the
machine disturbs less). Needs ocrmypdf and tesseract's `swe` data.
"""

import argparse
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from PIL import Image
from scan_pages import KINDS, damaged, drawn

_FILES = 2


def scanned_pdf(pages: int, dpi: int, first: int) -> bytes:
    """A PDF of pictures, as an office scanner sends it."""
    kinds = list(KINDS)
    pictures = [
        Image.fromarray(
            damaged(drawn(kinds[number % len(kinds)], number)[0], dpi, "office", number)
        )
        for number in range(first, first + pages)
    ]
    out = BytesIO()
    pictures[0].save(
        out, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi, quality=75
    )
    return out.getvalue()


def measured(commands: list[list[str]]) -> tuple[float, float]:
    """Seconds by the clock and of CPU that the commands take, one after the other."""
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--dpi", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    lokalbra = str(Path(sys.executable).with_name("lokalbra"))
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{index}.pdf" for index in range(_FILES)]
        for index, file in enumerate(files):
            file.write_bytes(scanned_pdf(options.pages, options.dpi, index * options.pages))
        database = str(Path(folder) / "db.duckdb")
        runs: dict[str, list[list[str]]] = {
            "lokalbra": [
                [
                    lokalbra,
                    "ingest",
                    *map(str, files),
                    "--db",
                    database,
                    "--workers",
                    "2",
                    "--force",
                    "--no-progress",
                ]
            ],
            "ocrmypdf": [
                [
                    "ocrmypdf",
                    "--jobs",
                    "2",
                    "-l",
                    "swe",
                    "--quiet",
                    "--force-ocr",
                    str(file),
                    f"{folder}/o.pdf",
                ]
                for file in files
            ],
        }
        found = {
            name: [measured(commands) for _ in range(options.rounds)]
            for name, commands in runs.items()
        }
    pages = _FILES * options.pages
    for name, rounds in found.items():
        clock, cpu = (min(values) for values in zip(*rounds, strict=True))
        print(f"{name}: {60 * pages / clock:.1f} pages a minute, {cpu / pages:.2f} s CPU a page")


if __name__ == "__main__":
    main()
