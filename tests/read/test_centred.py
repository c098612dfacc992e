"""Tables without ruling lines whose cells are centred in height."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from pipeline.config import ReadSettings
from pipeline.read import read

_STYLE = getSampleStyleSheet()["Normal"]
_TASKS = {
    "one line": "Bjuda in polisen",
    "two lines": "Kontakta fastighetsägaren om belysningen i gångtunneln vid torget",
    "three lines": "Kontakta fastighetsägaren om den trasiga belysningen i gångtunneln vid torget"
    " och be om svar före sommaren",
    "four lines": "Ta fram ett förslag till skrivelse om ordningsvakter och om kameror vid stationen"
    " samt skicka det till nämnden före sommaren",
}


def typeset(rows: list[list[str]]) -> bytes:
    out = BytesIO()
    table = Table(
        [[Paragraph(task, _STYLE), who, when] for task, who, when in rows],
        colWidths=[200, 100, 100],
        style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )
    head = Paragraph("Protokoll för Lokala Brå Ekby den 3 februari 2019", _STYLE)
    SimpleDocTemplate(out, pagesize=A4).build([head, Spacer(1, 12), table])
    return out.getvalue()


@pytest.mark.parametrize("task", _TASKS.values(), ids=_TASKS.keys())
def test_a_centred_cell_stays_in_its_row(task: str) -> None:
    rows = [
        ["Att göra", "Vem", "När"],
        [task, "Anna Ek", "1 mars 2019"],
        ["Skriva till nämnden", "Bo Li", "maj"],
        [task, "Cia Alm", "nästa möte"],
    ]
    lines = read(typeset(rows), ReadSettings()).text.splitlines()
    assert [line for line in lines if "\t" in line] == ["\t".join(row) for row in rows]


def test_running_text_is_left_as_it_is() -> None:
    prose = " ".join(f"Mening {number} om ordningen vid torget." for number in range(40))
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build([Paragraph(prose, _STYLE)])
    assert " ".join(read(out.getvalue(), ReadSettings()).text.split()) == prose
