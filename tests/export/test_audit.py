"""The audit as a browser gets it: parsed as HTML, with hostile text in every place that shows any."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html

from pipeline.errors import UsageError
from pipeline.export.audit import audit
from pipeline.store.database import Connection, open_for_writing
from pipeline.store.filters import Filters
from tests.commands import lokalbra
from tests.store.samples import protocol, store
from tests.store.test_reports import ids, link

EVIL = "<script>alert(1)</script> {{ 7*7 }} \x1b[31m & 850709-9805"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def fill(connection: Connection) -> None:
    first = protocol(
        "2019-02-01",
        problems=["klotter"],
        actions=[("decision", EVIL, "2019-05-01"), ("decision", "Lampan lagas", None)],
        attendees=[("Maj Ek", "Polisen <b>", "present")],
        priorities=["<i>trafik</i>"],
        next_day="2019-06-01",
    )
    second = protocol("2019-09-01", follow_ups=[("done", "Lampan är lagad")])
    store(connection, first, second, protocol("2019-09-01", area="Vikdal"))
    lamp = f"{ids(first)}-a2"
    link(connection, {f"{ids(second)}-f1": lamp}, {lamp: "done", f"{ids(first)}-a1": "silent"})


def test_the_page_tells_both_quotes_with_their_pages_and_what_was_searched(
    connection: Connection,
) -> None:
    fill(connection)
    page = html.fromstring(audit(connection, Filters("granvik")))

    (actions,) = page.xpath("//table[@class='actions']/tbody")
    text = [" ".join(row.text_content().split()) for row in actions]
    assert [len(row) for row in actions] == [5, 5]
    assert "<script>alert(1)</script> {{ 7*7 }} ␛[31m & XXXXXX-XXXX (s. 1," in text[0]
    assert "2019-05-01 försenat" in text[0]
    assert "tyst Inget, i 1 sökta protokoll: 2019-09-01" in text[0]
    assert "klart 2019-09-01, klart: Lampan är lagad (s. 1," in text[1]


def test_the_page_needs_nothing_beside_itself_and_runs_nothing(connection: Connection) -> None:
    fill(connection)
    text = audit(connection, Filters("granvik"), "en")
    page = html.fromstring(text)

    assert page.xpath("//script | //link | //img | //iframe | //i[not(ancestor::table)]") == []
    assert page.xpath("//@*[starts-with(., 'http') and not(starts-with(name(), 'xmlns'))]") == []
    assert "9805" not in text
    assert "\x1b" not in text
    assert page.get("lang") == "en"
    assert "Audit of Trygghetsrådet Granvik" in page.xpath("//h1")[0].text_content()


def test_the_page_can_be_read_by_those_who_do_not_see_it(connection: Connection) -> None:
    fill(connection)
    page = html.fromstring(audit(connection, Filters("granvik")))

    assert [each.tag for each in page.xpath("//h1 | //h2")] == ["h1", *["h2"] * 8]
    tables = page.xpath("//table")
    assert tables
    assert all(table.xpath("./caption") and table.xpath(".//th[@scope]") for table in tables)
    pictures = page.xpath("//figure/*[local-name() = 'svg']")
    assert len(pictures) == 3
    assert all(picture.get("role") == "img" and picture.get("aria-label") for picture in pictures)
    marks = page.xpath("//@id")
    assert len(marks) == len(set(marks))


def test_an_audit_is_of_one_council(connection: Connection) -> None:
    fill(connection)
    with pytest.raises(UsageError, match=r"Vikdal \(trygghetsrådet vikdal\)"):
        audit(connection, Filters())
    with pytest.raises(UsageError, match="no council"):
        audit(connection, Filters("Ingenstans"))


def test_the_figures_of_accuracy_are_those_of_the_readme() -> None:
    text = files("pipeline.export").joinpath("accuracy.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text)
    told = " ".join(README[README.index("Go by this:") :].split("\n\n")[0].split())
    assert f"{known['protocols']} protocols ({known['meetings']} meetings)" in told
    assert f"({known['measured']})" in told
    assert {f"{field['f1']:.2f}" for field in known["field"]} <= set(re.findall(r"\d\.\d\d", told))


def test_an_audit_is_written_to_a_file(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "a.duckdb") as opened:
        fill(opened)
    asked = ("report", "audit", "--db", "a.duckdb", "--council", "granvik")
    made = lokalbra(*asked, "--out", "a.html", cwd=tmp_path)
    nowhere = lokalbra(*asked, cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "a.html\n")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "--out" in nowhere.stderr
