"""The seed protocol, whole: through the command line, as text and typeset over two pages."""

import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment
from tests.commands import lokalbra
from tests.read.drawing import Pen, pdf

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SEED = CORPUS / "hagersten-liljeholmen-2019-02-22.txt"
TRUTH = CORPUS / "hagersten-liljeholmen-2019-02-22.truth.json"
PLACE = "Hägersten-Liljeholmens SDF Telefonvägen 30, plan 9 besöksrum 1"
CUT = "Nivåerna är dock nu stigande i de södra samt östra gränserna av stadsdelen."
PROBLEMS = {
    "personran",
    "valdsbejakande_extremism",
    "narkotika",
    "tiggeri",
    "olovlig_bosattning",
    "ungdomsgang",
    "hot_trakasserier",
    "misshandel_vald",
}
CHARACTERS_A_LINE = 92
PITCH = 12  # points from line to line


def typeset() -> bytes:
    """The seed's words on two A4 pages; the page break falls where the text file shows it."""
    before, after = SEED.read_text(encoding="utf-8").split("\n\nstadsdelen. Polis")

    def draw(text: str) -> Callable[[Pen], None]:
        def on(pen: Pen) -> None:
            y = 50.0
            for line in text.split("\n"):
                bold = line.startswith("**") or line.endswith("**") or "**Aktuell" in line
                first, _, second = line.replace("**", "").partition("\t")
                for part in textwrap.wrap(first, CHARACTERS_A_LINE) or [""]:
                    pen.text(60, y, part, 10, bold)
                    y += PITCH
                if second:
                    pen.text(230, y - PITCH, second, 10)

        return on

    return pdf(draw(before), draw("stadsdelen. Polis" + after))


def shown(path: Path) -> dict[str, Any]:
    result = lokalbra("show", path, "--json")
    assert result.returncode == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    assert len(document["meetings"]) == 1
    return document


@pytest.fixture(scope="module")
def text_meeting() -> dict[str, Any]:
    meeting: dict[str, Any] = shown(SEED)["meetings"][0]
    return meeting


@pytest.fixture(scope="module")
def pdf_document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("seed") / "protokoll.pdf"
    path.write_bytes(typeset())
    return shown(path)


@pytest.fixture(scope="module", params=["text", "pdf"])
def meeting(
    request: pytest.FixtureRequest, text_meeting: dict[str, Any], pdf_document: dict[str, Any]
) -> dict[str, Any]:
    """The record of either form: both must be the same."""
    if request.param == "text":
        return text_meeting
    found: dict[str, Any] = pdf_document["meetings"][0]
    return found


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TRUTH.read_text(encoding="utf-8"))["meetings"][0]
    return found


def test_the_head(meeting: dict[str, Any]) -> None:
    assert meeting["kind"] == "protokoll"
    assert meeting["council"] == "Lokala Brå"
    assert meeting["area"] == "Hägersten-Liljeholmen"
    assert meeting["meeting_date"] == "2019-02-22"
    assert (meeting["start_time"], meeting["end_time"]) == ("09:00:00", "11:00:00")
    assert meeting["place"] == PLACE
    assert meeting["registration_number"] is None
    assert meeting["issues"] == []


def test_the_attendees(meeting: dict[str, Any], truth: dict[str, Any]) -> None:
    fields = ("name", "role", "organisation", "party", "status", "function")
    found = [tuple(person[field] for field in fields) for person in meeting["attendees"]]
    assert found == [tuple(person.get(field) for field in fields) for person in truth["attendees"]]
    assert [person[0] for person in found if person[4] == "present"] == ["Abit Dundar"]


def test_the_sections(meeting: dict[str, Any], truth: dict[str, Any]) -> None:
    found = [(section.get("number"), section.get("title")) for section in meeting["sections"]]
    assert found == [(section.get("number"), section.get("title")) for section in truth["sections"]]


def test_the_priority_areas(meeting: dict[str, Any]) -> None:
    assert [(area["name"], area["area_kind"]) for area in meeting["priority_areas"]] == [
        ("Liljeholmen", "place"),
        ("Västertorp", "place"),
        ("ungdomar", "group"),
        ("påträngande tiggeri/olovliga bosättningar", "problem"),
        ("våldsbejakande extremism", "problem"),
    ]


def test_the_actions(meeting: dict[str, Any]) -> None:
    found = [
        (action["kind"], action["section"], action["owner"], action["owner_person"])
        for action in meeting["actions"]
    ]
    assert found == [
        ("formality", 1, None, None),
        ("formality", 1, None, None),
        ("decision", 4, None, None),
        ("decision", 4, None, None),
        ("proposal", 6, None, None),
        ("assignment", 6, "Preventionssamordnare", "Clas Cederlid"),
    ]
    texts = [action["text"] for action in meeting["actions"]]
    assert "personrånen mot unga lyftas och göras till en prioritering" in texts[2]
    assert texts[3] == "Första steget är att kartlägga för att sedan se över lämpliga insatser."
    assert "byter tid till eftermiddagar" in texts[4]
    assert all(action["due"] is None for action in meeting["actions"])
    assert meeting["follow_ups"] == []


def test_the_next_meeting(meeting: dict[str, Any]) -> None:
    following = meeting["next_meeting"]
    assert (following["meeting_date"], following["place"]) == ("2019-05-10", PLACE)
    assert (following["start_time"], following["end_time"]) == ("09:00:00", "11:00:00")


def test_the_problems(meeting: dict[str, Any]) -> None:
    mentions = meeting["problem_mentions"]
    assert {mention["problem"] for mention in mentions} >= PROBLEMS
    assert {mention["polarity"] for mention in mentions} == {"positive"}


def test_attachment_and_contact(meeting: dict[str, Any]) -> None:
    assert [each["label"] for each in meeting["attachments"]] == ["bilaga 1"]
    (contact,) = meeting["contacts"]
    assert contact["name"] == "Stina Lundmark"
    assert contact["phone"] == "08-508 22 030"
    assert contact["email"] == "stina.pernilla.lundmark@stockholm.se"


def evidence(record: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence, however deep in the record."""
    if isinstance(record, list):
        for each in record:
            yield from evidence(each)
    elif isinstance(record, dict):
        if "quote" in record:
            yield record
        else:
            yield from evidence(list(record.values()))


def test_every_quote_is_literally_in_the_text(text_meeting: dict[str, Any]) -> None:
    text = SEED.read_text(encoding="utf-8")
    found = list(evidence(text_meeting))
    assert len(found) > 40
    for each in found:
        assert text[each["start"] : each["end"]] == each["quote"]
        assert (each["page"], each["box"]) == (1, None)


def test_the_pdf_has_two_pages_and_a_box_for_every_quote(pdf_document: dict[str, Any]) -> None:
    assert pdf_document["document"]["page_count"] == 2
    found = list(evidence(pdf_document["meetings"]))
    assert {each["page"] for each in found} == {1, 2}
    for each in found:
        x0, y0, x1, y1 = each["box"]
        assert 0 <= x0 < x1 <= 596
        assert 0 <= y0 < y1 <= 842


@pytest.mark.parametrize("form", ["text", "pdf"])
def test_a_sentence_over_the_page_break_is_one(form: str) -> None:
    data = SEED.read_bytes() if form == "text" else typeset()
    (part,) = segment(read(data, ReadSettings()))
    sentences = [
        sentence.text
        for section in part.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
    ]
    assert CUT in sentences


def test_the_database_holds_the_same(tmp_path: Path) -> None:
    database = tmp_path / "protokoll.duckdb"
    assert lokalbra("ingest", SEED, "--db", database).returncode == 0

    def rows(query: str) -> list[dict[str, Any]]:
        result = lokalbra("sql", query, "--db", database, "--format", "json")
        assert result.returncode == 0, result.stderr
        found: list[dict[str, Any]] = json.loads(result.stdout)
        return found

    (head,) = rows(
        "select kind, council, area, meeting_date, start_time, end_time, place, next_meeting_date, "
        "(select count(*) from attendees where status = 'invited') as invited, "
        "(select count(*) from sections) as sections, "
        "(select text from sections where number = '3') as third from meetings"
    )
    assert CUT in " ".join(head.pop("third").split())
    assert head == {
        "kind": "protokoll",
        "council": "Lokala Brå",
        "area": "Hägersten-Liljeholmen",
        "meeting_date": "2019-02-22",
        "start_time": "09:00:00",
        "end_time": "11:00:00",
        "place": PLACE,
        "next_meeting_date": "2019-05-10",
        "invited": 8,
        "sections": 6,
    }
    owners = rows(
        "select p.name from actions a join persons p on p.person_id = a.owner_person_id "
        "where a.kind = 'assignment'"
    )
    assert owners == [{"name": "Clas Cederlid"}]
