"""What is struck through is withdrawn: no fact comes from it, in any form that can strike through."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from models.meeting import Meeting
from pipeline.config import ReadSettings
from pipeline.run import read_protocol
from tests.read.drawing import Pen, pdf
from tests.read.test_odt import odt

# A line is its pieces; what stands in brackets is struck through.
LINES = (
    "Protokoll Lokala Brå Ekmo 2019-03-01",
    "Plats: [Kommunhuset] Kulturhuset",
    "Närvarande: Maj Ek, [Bo Alm,] Eva Ros",
    "[Anmält förhinder: Göran Lind]",
    "1. Läget",
    "Det klottras på skolan. [Personrånen ökar.]",
    "[Bo Alm kontaktar skolan.]",
    "2. [Budget]",
    "3. Belysning",
    "Eva Ros kontaktar [polisen] kommunen [senast den 5 april]. [Maj Ek ringer Granhus.]",
    "[Se bilaga 1. Kontakt: Bo Alm, 0500-12 34 56]",
    "Nästa möte är den [8] 9 maj 2019.",
)


def pieces(line: str) -> list[tuple[str, bool]]:
    """The pieces of a line, each with whether it is struck through."""
    found: list[tuple[str, bool]] = []
    for part in line.split("["):
        struck, closed, rest = part.partition("]")
        found += [(struck, bool(closed)), (rest, False)]
    return [(text, struck) for text, struck in found if text]


def as_text() -> bytes:
    return "\n\n".join(
        "".join(f"~~{text}~~" if struck else text for text, struck in pieces(line))
        for line in LINES
    ).encode()


def as_html() -> bytes:
    body = "".join(
        "<p>"
        + "".join(f"<s>{text}</s>" if struck else text for text, struck in pieces(line))
        + "</p>"
        for line in LINES
    )
    return f"<!doctype html><html><meta charset=utf-8><body>{body}</body></html>".encode()


def as_docx() -> bytes:
    word = docx.Document()
    for line in LINES:
        paragraph = word.add_paragraph()
        for text, struck in pieces(line):
            paragraph.add_run(text).font.strike = struck
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def as_odt() -> bytes:
    style = (
        '<style:style style:name="S" style:family="text"><style:text-properties'
        ' style:text-line-through-style="solid"/></style:style>'
    )
    body = "".join(
        "<text:p>"
        + "".join(
            f'<text:span text:style-name="S">{text}</text:span>' if struck else text
            for text, struck in pieces(line)
        )
        + "</text:p>"
        for line in LINES
    )
    return odt(body, style)


def as_pdf() -> bytes:
    def draw(pen: Pen) -> None:
        for row, line in enumerate(LINES):
            x, y = 60.0, 80.0 + 24 * row
            for text, struck in pieces(line):
                pen.text(x, y, text)
                end = x + pen.width(text)
                if struck:
                    pen.rule(x, y - 3.5, end - pen.width(" ") * text.endswith(" "), y - 3.5)
                x = end

    return pdf(draw)


@pytest.mark.parametrize("form", [as_text, as_html, as_docx, as_odt, as_pdf])
def test_no_fact_comes_from_what_is_struck(form: Callable[[], bytes]) -> None:
    protocol = read_protocol(form(), ReadSettings(ocr="off"))
    (meeting,) = protocol.meetings
    assert meeting.place == "Kulturhuset"
    assert [(each.name, each.status) for each in meeting.attendees] == [
        ("Maj Ek", "present"),
        ("Eva Ros", "present"),
    ]
    assert [(each.number, each.title) for each in meeting.sections] == [
        ("1", "Läget"),
        ("3", "Belysning"),
    ]
    assert [each.problem for each in meeting.problem_mentions] == ["klotter"]
    (action,) = meeting.actions
    assert (action.owner, action.due) == ("Eva Ros", None)
    assert "polisen" not in action.text
    assert "kommunen" in action.text
    assert meeting.attachments == ()
    assert meeting.contacts == ()
    assert meeting.next_meeting is not None
    assert str(meeting.next_meeting.meeting_date) == "2019-05-09"
    assert_literal(protocol.document.text, meeting)


def assert_literal(text: str, meeting: Meeting) -> None:
    """What is quoted is the document's own, whatever is struck through in it."""
    proofs = [
        *meeting.evidence,
        *(proof for each in meeting.attendees for proof in each.evidence),
        *(proof for each in meeting.sections for proof in each.evidence),
        *(proof for each in meeting.actions for proof in each.evidence),
    ]
    assert proofs
    for proof in proofs:
        assert text[proof.start : proof.end] == proof.quote
