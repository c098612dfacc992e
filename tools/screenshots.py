"""The README's pictures of the page: an archive of invented protocols, shown by Debian's Chromium.

make screenshots
"""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from pipeline.store.database import open_for_reading

ROOT = Path(__file__).resolve().parent.parent
WIDE, HIGH = 1240, 760  # CSS pixels
COLOURS = 256  # of the PNG's palette: small, and nobody sees it


def main() -> int:
    sys.path.insert(0, str(ROOT))  # for the tests' browser
    from tests.web.browser import CHROMIUM, browser, served

    if CHROMIUM is None:
        print("Chromium is not installed: apt-get install chromium")
        return 2
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "arkiv").mkdir()
        for series in ("vikdal", "brinkeby", "tallhammar"):
            for path in (ROOT / "corpus").glob(f"{series}*"):
                if path.suffix in {".pdf", ".docx", ".txt"}:
                    shutil.copy(path, folder / "arkiv")
        database = folder / "arkiv.duckdb"
        ingest = [Path(sys.executable).parent / "lokalbra", "ingest", folder / "arkiv"]
        subprocess.run([*ingest, "--db", database], check=True)
        with open_for_reading(database) as connection:
            ((protocol,),) = connection.execute(
                """SELECT meeting_id FROM meetings JOIN documents USING (document_id)
                   WHERE path LIKE '%vikdal-2017-02-09%'"""
            ).fetchall()
        with served(database) as address, browser() as opened:
            page = opened.new_page(
                viewport={"width": WIDE, "height": HIGH}, base_url=address, locale="sv-SE"
            )
            page.goto(f"/protocols/{protocol}")
            page.locator(".paper img").first.evaluate("image => image.decode()")
            page.locator("#f-a1").hover()
            keep(page.screenshot(), "page-protocol.png")
    return 0


def keep(png: bytes, name: str) -> None:
    """Write a screenshot with few colours to docs/."""
    path = ROOT / "docs" / name
    Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
