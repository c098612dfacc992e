"""The page in a real browser: what a person clicks through, and what WCAG 2.1 AA asks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pipeline.store.database import open_for_reading
from tests.web.browser import CHROMIUM, browser, served

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder / "a.duckdb") as found:
        yield found


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture
def page(opened: Browser, address: str) -> Iterator[Page]:
    context = opened.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "console", lambda message: faults.append(message.text) if message.type == "error" else None
    )
    yield made
    assert faults == []
    context.close()


def subjects(folder: Path) -> list[str]:
    """An address of every kind of page."""
    with open_for_reading(folder / "a.duckdb") as connection:
        rows = connection.execute(
            """SELECT (SELECT min(meeting_id) FROM meetings JOIN documents USING (document_id)
                       WHERE path LIKE '%vikdal-2017-02-09%'),
                      (SELECT min(meeting_id) FROM meetings JOIN documents USING (document_id)
                       WHERE path LIKE '%hostile%'),
                      (SELECT min(action_id) FROM actions WHERE state = 'silent'),
                      (SELECT min(person_id) FROM persons),
                      (SELECT min(document_id) FROM documents WHERE status = 'failed')"""
        ).fetchall()
    ((beside, text, action, person, failed),) = rows
    return [
        "/", "/issues", "/documents", "/gaps", "/actions?state=silent", f"/actions/{action}",
        "/problems", "/problems/personran", "/protocols", f"/protocols/{beside}",
        f"/protocols/{text}", f"/documents/{failed}", "/people", f"/people/{person}",
        "/organisation?name=Polisen", "/search?q=klotter", "/plots?council=vikdal",
        "/sql?q=SELECT+council,+count(*)+FROM+meetings+GROUP+BY+1", "/nowhere", "/?lang=en",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "width"),
    [("light", 1280), ("dark", 1280), ("light", 320)],
    ids=["light", "dark", "zoomed"],
)
def test_no_page_shuts_anybody_out(
    opened: Browser, address: str, folder: Path, scheme: Scheme, width: int
) -> None:
    """320 CSS pixels are a window of 1280 at 400 % zoom (WCAG 1.4.10): no scrolling in two directions."""
    context = opened.new_context(
        base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    faults = []
    for subject in subjects(folder):
        page.goto(subject)
        found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
        faults += [
            (subject, each["id"], node["html"][:160], node["failureSummary"][:200])
            for each in found
            for node in each["nodes"][:2]
        ]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            faults.append((subject, "wider than the window", str(wide), ""))
    context.close()
    assert faults == []


def test_from_the_first_page_to_a_quote_on_its_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("tysta")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("vad hände sedan"))
    page.locator("tbody a.quiet").first.click()
    expect(page.get_by_role("heading", name="Vad protokollen säger")).to_be_visible()
    page.locator(".chain a", has_text="sid.").first.click()
    expect(page).to_have_url(re.compile(r"/protocols/[0-9a-f]+-1#f-a\d+$"))
    fact = page.locator(".fact:target")
    expect(fact).to_be_in_viewport()


def test_a_fact_and_its_box_light_up_together(page: Page, folder: Path) -> None:
    page.goto(next(each for each in subjects(folder) if each.startswith("/protocols/")))
    picture = page.locator(".paper img").first
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 1_000
    page.locator("#f-p1").hover()
    expect(page.locator("#b-p1")).to_have_class(re.compile("lit"))
    expect(page.locator("#b-a1")).not_to_have_class(re.compile("lit"))
    page.locator("#b-a1").focus()
    expect(page.locator("#f-a1")).to_have_class(re.compile("lit"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#f-a1$"))


def test_filters_go_into_the_address_by_keyboard_alone(page: Page) -> None:
    page.goto("/actions")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Till innehållet")
    page.keyboard.press("Enter")
    page.get_by_label("Ansvarig").focus()
    page.keyboard.type("Hallin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("owner=Hallin"))
    expect(page.locator("tbody tr").first).to_contain_text("Hallin")


def test_a_cell_opens_its_quotes_and_a_query_its_rows(page: Page) -> None:
    page.goto("/problems?council=vikdal")
    page.locator("td.heat a").first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    page.goto("/sql")
    page.get_by_label("Fråga").fill("SELECT count(*) AS antal FROM meetings")
    page.get_by_role("button", name="Fråga").click()
    expect(page.get_by_role("columnheader", name="antal")).to_be_visible()


def test_a_hostile_protocol_runs_nothing(page: Page, folder: Path) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto([each for each in subjects(folder) if each.startswith("/protocols/")][1])
    expect(page.locator(".paper.text")).to_contain_text("<script>alert(1)")
    assert page.locator("main img, main script").count() == 0


def test_on_paper(page: Page) -> None:
    page.goto("/actions?council=vikdal")
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("nav").first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
