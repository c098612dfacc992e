"""What OCR has read is kept and found again, and never in place of something else."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.cache import read_or_recall
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.read.kept import tidy
from pipeline.read.ocr import engines
from tests.commands import lokalbra

LONG_AGO = 1_000_000_000  # seconds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not engines()["rapidocr"], reason="needs RapidOCR"),
]


@pytest.fixture(scope="module")
def scan() -> bytes:
    image = Image.new("L", (500, 200), 255)
    font = ImageFont.load_default(32)
    ImageDraw.Draw(image).text((20, 60), "Protokoll 2021-03-04", 0, font)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def unused(folder: Path) -> tuple[Path, Path]:
    """The document's file and its one picture's, made to look long unused."""
    picture, document = sorted(kept(folder), key=lambda path: path.stat().st_mtime_ns)
    for path in (picture, document):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return document, picture


def used(folder: Path) -> list[Path]:
    return sorted(path for path in kept(folder) if path.stat().st_mtime > LONG_AGO)


@pytest.fixture
def settings(tmp_path: Path) -> ReadSettings:
    return ReadSettings(cache=tmp_path / "cache")


def test_a_scan_is_read_once_and_a_text_is_not_kept(
    scan: bytes, settings: ReadSettings, tmp_path: Path
) -> None:
    plain = read(scan, replace(settings, cache=None))
    first = read_or_recall(scan, settings)
    document, picture = unused(tmp_path / "cache")
    second = read_or_recall(scan, settings)

    assert plain == first == second
    assert "Protokoll" in first.text
    assert used(tmp_path / "cache") == [document]
    assert read_or_recall(b"Protokoll 2021-03-04", settings).text == "Protokoll 2021-03-04"
    assert set(kept(tmp_path / "cache")) == {document, picture}


def test_a_page_laid_out_anew_is_not_read_from_its_picture_again(
    scan: bytes, settings: ReadSettings, tmp_path: Path
) -> None:
    first = read_or_recall(scan, settings)
    document, picture = unused(tmp_path / "cache")
    document.unlink()  # other layout code would not find it

    assert read_or_recall(scan, settings) == first
    assert used(tmp_path / "cache") == sorted([document, picture])
    picture.write_bytes(b"")
    document.unlink()
    assert read_or_recall(scan, settings) == first


def test_other_settings_and_other_bytes_are_read_anew(
    scan: bytes, settings: ReadSettings, tmp_path: Path
) -> None:
    read_or_recall(scan, settings)
    off = read_or_recall(scan, replace(settings, ocr="off"))
    assert off.text.strip() == ""
    assert len(kept(tmp_path / "cache")) == 2
    read_or_recall(scan + b"\0", settings)
    assert len(kept(tmp_path / "cache")) == 3  # the picture is the same


@pytest.mark.parametrize("damage", [b"", b"\0", b"no reading of ours " * 9])
def test_a_damaged_file_is_passed_over_and_replaced(
    scan: bytes, settings: ReadSettings, tmp_path: Path, damage: bytes
) -> None:
    whole = read_or_recall(scan, settings)
    good = {file: file.read_bytes() for file in kept(tmp_path / "cache")}
    for file, content in good.items():
        file.write_bytes(content[:-1] + damage)

    assert read_or_recall(scan, settings) == whole
    assert {file: file.read_bytes() for file in kept(tmp_path / "cache")} == good


def test_a_folder_that_cannot_be_written_is_done_without(scan: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = read_or_recall(scan, ReadSettings(cache=tmp_path / "file" / "cache"))
    assert "Protokoll" in found.text


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    for age in range(5):
        path = tmp_path / f"{age:02}" / f"{age}.reading"
        path.parent.mkdir()
        path.write_bytes(bytes(400_000))
        os.utime(path, (LONG_AGO - age, LONG_AGO - age))
    tidy(tmp_path, 1)
    assert sorted(path.name for path in kept(tmp_path)) == ["0.reading", "1.reading"]


def test_a_batch_keeps_its_readings_beside_the_database(scan: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(scan)
    command = ("ingest", "a.png", "--db", "out/a.duckdb")
    assert lokalbra(*command, cwd=tmp_path).returncode == 0
    document, picture = unused(tmp_path / "out" / "cache")

    assert "1 inlästa" in lokalbra(*command, "--force", cwd=tmp_path).stdout
    assert used(tmp_path / "out" / "cache") == [document]

    lokalbra(*command, "--force", "--cache-size", "0", cwd=tmp_path)
    assert set(kept(tmp_path / "out" / "cache")) == {document, picture}
