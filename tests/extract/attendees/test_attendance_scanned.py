"""Lists of scanned pages, whose rows are laid out anew by where their words stand."""

import re

from models.document import Document, Page, Word
from pipeline.extract.attendees import attendees
from pipeline.segment import segment

_TOP = ["Protokoll för Lokala Brå Granvik", "2018-03-14"]
_ITEMS = [
    "1. Mötets öppnande",
    "Alla hälsades välkomna av kommunen.",
    "2. Lägesbild",
    "Polisen redogjorde för läget under våren och svarade på frågor.",
]
_Placed = tuple[str, float, float]  # words, and where the first of them begins: x, y


def _scan(*rows: str | list[list[_Placed]]) -> Document:
    """A page of OCR: a row is a line of text, or its cells, each with its printed lines."""
    text, words, y = "", list[Word](), 0.0
    for row in rows:
        y += 20
        cells = [[(row, 50.0, y)]] if isinstance(row, str) else row
        for at, cell in enumerate(cells):
            text += "\t" if at else ""
            for index, (line, x, top) in enumerate(cell):
                text += " " if index else ""
                for word in re.finditer(r"\S+", line):
                    start = len(text) + word.start()
                    left = x + 6 * word.start()
                    box = (left, top, left + 6 * len(word.group()), top + 12)
                    words.append(Word(start, start + len(word.group()), *box))
                text += line
        text += "\n"
    page = Page(
        number=1, start=0, end=len(text), width=595, height=842, ocr=True,
        ocr_confidence=0.98, words=tuple(words),
    )  # fmt: skip
    return Document(
        document_id="0", media_type="application/pdf", size_bytes=1, text=text, pages=(page,)
    )


def _people(document: Document) -> list[tuple[str, str | None, str | None, str, str | None]]:
    persons, _ = attendees(segment(document)[0])
    return [(each.name, each.role, each.organisation, each.status, each.function) for each in persons]  # fmt: skip


def test_lines_of_a_table_read_as_one_row() -> None:
    row: list[list[_Placed]] = [
        [("Närvarande", 50, 60)],
        [("Anna Ek", 150, 60), ("Siv af Gran", 150, 74), ("Bo Fors", 149, 88)],
        [("ordförande", 300, 60), ("kurator", 300, 74), ("polisen", 301, 88)],
        [("t.o.m. kl 9.15", 420, 75)],
    ]
    assert _people(_scan(*_TOP, row, *_ITEMS)) == [
        ("Anna Ek", None, None, "present", "chair"),
        ("Siv af Gran", "kurator", None, "partial", None),
        ("Bo Fors", None, "polisen", "present", None),
    ]


def test_columns_read_as_one_cell_below_a_table_with_ticks() -> None:
    table = [
        "Namn\tFörening\tNärv.",
        "Anna Ek\tHRF\tX",
        "Bo Fors\tPRO\t-",
    ]
    substitutes: list[list[list[_Placed]]] = [
        [[("Siv Gran, SPF", 50, 140), ("X", 400, 140)]],
        [[("Per Vik", 50, 160), ("PRO", 250, 160)]],
    ]
    rows = [[[(cell, 50.0 + 150 * at, 0.0)] for at, cell in enumerate(line.split("\t"))] for line in table]  # fmt: skip
    assert _people(_scan(*_TOP, *rows, "Ersättare", *substitutes, *_ITEMS)) == [
        ("Anna Ek", None, "HRF", "present", None),
        ("Bo Fors", None, "PRO", "absent", None),
        ("Siv Gran", None, "SPF", "present", None),
        ("Per Vik", None, "PRO", "absent", None),
    ]
