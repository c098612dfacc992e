"""Plots read back: an SVG by an XML parser, a PNG by Pillow."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from pipeline.errors import UsageError
from pipeline.export.plots import PLOTS, Plot, plot
from pipeline.store.database import Connection, open_for_writing
from pipeline.store.filters import Filters
from tests.commands import lokalbra
from tests.store.samples import protocol, store
from tests.store.test_reports import ids, link

EVIL = "Rör <b>$x_1$ & \x1b[31m 850709-9805 \ufffe"


def fill(connection: Connection) -> None:
    """Protocols of 2019:1, 2019:2 and 2020:2, so that a half-year lacks one."""
    first = protocol(
        "2019-02-01",
        problems=["klotter"],
        actions=[("decision", EVIL, "2019-05-01"), ("decision", "Lampan lagas", None)],
        attendees=[("Maj Ek", "Polisen <i>", "present"), ("Bo Alm", "Skolan", "absent")],
    )
    second = protocol(
        "2019-09-01", problems=["klotter", "brand"], follow_ups=[("done", "Lampan är lagad")]
    )
    last = protocol("2020-09-01", attendees=[("Bo Alm", "Skolan", "present")])
    store(connection, first, second, last)
    lamp = f"{ids(first)}-a2"
    link(connection, {f"{ids(second)}-f1": lamp}, {lamp: "done", f"{ids(first)}-a1": "silent"})


def words(drawn: Plot) -> set[str]:
    root = etree.fromstring(drawn.svg().encode("utf-8"))
    return {
        "".join(each.itertext()).strip() for each in root.iter("{http://www.w3.org/2000/svg}text")
    }


def drawn(connection: Connection, name: str) -> Plot:
    found = plot(name, connection, Filters())
    assert found is not None
    return found


def test_recurrence_shows_both_numbers_and_hatches_what_nobody_knows(
    connection: Connection,
) -> None:
    fill(connection)
    found = drawn(connection, "recurring-problems")
    assert {"klotter", "brand", "1/1", "0/1", "2019:1", "2020:1", "2020:2"} <= words(found)
    assert "Halvår utan protokoll: 2020:1." in found.alt
    assert "<pattern" in found.svg()


def test_an_action_s_line_is_drawn_whatever_its_text_is(connection: Connection) -> None:
    fill(connection)
    found = drawn(connection, "action-audit")
    told = words(found)
    assert {"Lampan lagas", "klart", "tyst", "inget sagt"} <= told
    assert any(text.startswith("Rör <b>$x_1$ &") for text in told)
    assert "9805" not in found.svg()
    assert found.alt == "Livslinjer för 2 beslut och uppdrag: klart 1, tyst 1."


def test_attendance_is_drawn_in_either_language_and_form(connection: Connection) -> None:
    fill(connection)
    english = plot("attendance", connection, Filters(), "en")
    assert english is not None
    assert {"Polisen <i>", "Skolan", "2019-09-01"} <= words(english)
    assert "Attendance by organisation at 3 meetings" in english.alt
    assert Image.open(BytesIO(english.png())).format == "PNG"


@pytest.mark.parametrize("name", list(PLOTS))
def test_nothing_to_draw_is_no_plot(connection: Connection, name: str) -> None:
    assert plot(name, connection, Filters()) is None


def test_a_report_without_plot_is_wrong_use(connection: Connection) -> None:
    with pytest.raises(UsageError, match="attendance"):
        plot("ingest-health", connection, Filters())


def test_a_plot_is_written_to_a_file(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "a.duckdb") as opened:
        fill(opened)
    asked = ("report", "attendance", "--db", "a.duckdb", "--plot")
    made = lokalbra(*asked, "out.svg", cwd=tmp_path)
    refused = lokalbra(*asked, "out.gif", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "out.svg\n")
    assert (tmp_path / "out.svg").read_bytes().startswith(b"<svg")
    assert (refused.returncode, refused.stdout) == (2, "")
