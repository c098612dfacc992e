"""Old Word files and RTF, through LibreOffice where it is installed."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument
from pipeline.read import read
from pipeline.read.office import libreoffice
from tests.commands import lokalbra

pytestmark = pytest.mark.slow

OFF = ReadSettings(ocr="off")
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Trygghetsr\'e5det \'d6rn\'e4s\par"
    rb"{\b Protokoll 2021-03-04}\par\trowd\cellx3000\cellx6000\intbl Bo Ek\cell kommunpolis\cell\row"
    rb"\pard Det klottras vid stationen.\par}"
)
needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")


@needs_libreoffice
def test_rtf_is_read_with_its_looks_and_tables() -> None:
    document = read(RTF, OFF)
    assert document.media_type == "application/rtf"
    lines = [line for line in document.text.split("\n") if line]
    assert lines == [
        "Trygghetsrådet Örnäs",
        "Protokoll 2021-03-04",
        "Bo Ek\tkommunpolis",
        "Det klottras vid stationen.",
    ]
    bold = [document.text[m.start : m.end] for m in document.marks if m.kind == "bold"]
    assert bold == ["Protokoll 2021-03-04"]


@needs_libreoffice
def test_an_old_word_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.rtf").write_bytes(RTF)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    save = [str(libreoffice()), profile, "--headless", "--convert-to", "doc", "old.rtf"]
    subprocess.run(save, cwd=tmp_path, capture_output=True, check=True, timeout=100)
    data = (tmp_path / "old.doc").read_bytes()
    document = read(data, OFF)
    assert document.media_type == "application/msword"
    assert "Trygghetsrådet Örnäs\nProtokoll 2021-03-04\n" in document.text
    assert "Bo Ek\tkommunpolis\n" in document.text
    with pytest.raises(DamagedDocument):
        read(data[:512] + bytes(512) + data[1024:], OFF)


def test_without_libreoffice_it_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "old.rtf").write_bytes(RTF)
    nothing = {"PATH": str(tmp_path)}
    run = lokalbra("show", "old.rtf", cwd=tmp_path, env=nothing)
    assert (run.returncode, run.stdout) == (3, "")
    assert "libreoffice-writer" in run.stderr
    assert "Traceback" not in run.stderr
    told = lokalbra("doctor", cwd=tmp_path, env=nothing).stdout
    assert "libreoffice-writer" in told


def test_a_libreoffice_that_hangs_is_ended_with_its_document(tmp_path: Path) -> None:
    """A program of that name that starts another and never ends."""
    hanging = tmp_path / "soffice"
    hanging.write_text(f"#!/bin/sh\nsleep 600 &\necho $! $$ > {tmp_path}/pids\nwait\n")
    hanging.chmod(0o755)
    (tmp_path / "old.rtf").write_bytes(RTF)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    run = lokalbra("ingest", "old.rtf", "--timeout", "8", "--json", cwd=tmp_path, env=path)
    assert run.returncode == 3
    assert '"limit_exceeded"' in run.stdout
    pids = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
    assert len(pids) == 2
    deadline = time.monotonic() + 30
    while any(map(_runs, pids)):
        assert time.monotonic() < deadline, "it runs on"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
