"""How well and how fast scans are read, page by page, beside tesseract `swe`.

    python benchmarks/scans.py [--pages N] [--dpi 100,150,200,300] [--damage clean,office,...]
                               [--engines rapidocr,both,tesseract]

N drawn pages of each kind and damage (scan_pages.py) at each resolution. Prints, for each damage and
resolution, the characters wrong in a hundred (edit distance over the length, white space folded), how
many å, ä, ö were lost or made up, CPU seconds a page of one thread; then every page that the first
engine reads worse than the last. `both` is RapidOCR with tesseract's opinion on doubtful lines.
"""

import argparse
from collections import Counter
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from rapidfuzz.distance import Levenshtein
from reportlab.lib.pagesizes import A4
from scan_pages import DAMAGES, KINDS, damaged, drawn

from pipeline.read.compose import LaidPage
from pipeline.read.scan import laid_scan

_DOTTED = "åäöÅÄÖ"


def text_of(page: LaidPage) -> str:
    rows = (" ".join(word.text for cell in row.cells for word in cell) for row in page.rows)
    return " ".join(" ".join(rows).split())


def wrong(truth: str, read: str) -> tuple[int, int]:
    """Characters wrong, and å, ä, ö among those lost or made up."""
    edits = Levenshtein.editops(truth, read)
    dotted: Counter[str] = Counter()
    for edit in edits:
        if edit.tag != "insert" and truth[edit.src_pos] in _DOTTED:
            dotted["lost"] += 1
        elif edit.tag != "delete" and read[edit.dest_pos] in _DOTTED:
            dotted["made up"] += 1
    return len(edits), dotted.total()


def cpu() -> float:
    """CPU seconds of this process and of the programs that it has called."""
    children = getrusage(RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def listed(text: str) -> list[str]:
    return text.split(",")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--dpi", type=listed, default=["100", "150", "200", "300"])
    parser.add_argument("--damage", type=listed, default=list(DAMAGES))
    parser.add_argument("--engines", type=listed, default=["rapidocr", "both", "tesseract"])
    options = parser.parse_args()
    worse: list[str] = []
    for how in options.damage:
        for dpi in map(int, options.dpi):
            totals = {engine: [0, 0, 0.0] for engine in options.engines}
            length = pages = 0
            for number in range(options.pages * len(KINDS)):
                kind = list(KINDS)[number % len(KINDS)]
                pdf, truth = drawn(kind, number)
                picture = damaged(pdf, dpi, how, number)
                truth = " ".join(truth.split())
                counts = []
                for engine, total in totals.items():
                    start = cpu()
                    text = text_of(laid_scan(1, picture, *A4, engine, []))
                    total[2] += cpu() - start
                    errors, dotted = wrong(truth, text)
                    total[0] += errors
                    total[1] += dotted
                    counts.append(errors)
                length, pages = length + len(truth), pages + 1
                if counts[0] > counts[-1]:
                    worse.append(
                        f"{how} {dpi} dpi, page {number} ({kind}): {counts} of {len(truth)}"
                    )
            for engine, (errors, dotted, seconds) in totals.items():
                print(
                    f"{how} {dpi} dpi {engine}: {100 * errors / length:.2f} wrong in a hundred,"
                    f" {dotted:.0f} å ä ö, {seconds / pages:.2f} s a page",
                    flush=True,
                )
    print(f"{len(worse)} pages worse than {options.engines[-1]}:", *worse, sep="\n")


if __name__ == "__main__":
    main()
