"""Debian's Chromium, driven by Playwright, and the page as a process of its own for it."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.commands import LOKALBRA

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--force-color-profile=srgb"]
        )
        yield opened
        opened.close()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The address, without its last slash, at which `lokalbra serve` shows the database."""
    with subprocess.Popen(
        [LOKALBRA, "serve", "--db", database, "--port", "0"], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        address = told.split()[1].rstrip("/")
        try:
            yield address
        finally:
            process.terminate()
