"""What a real archive throws at the command line: each with its exit code and its sentence, and the
rest of the batch loaded."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.store.database import open_for_reading, open_for_writing
from tests.commands import LOKALBRA, lokalbra
from tests.read.drawing import raw_pdf

PROTOCOL = "Trygghetsrådet Örnäs\nProtokoll 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"


def pdf(path: Path, password: str | None = None) -> None:
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), encrypt=encryption)
    for line, text in enumerate(PROTOCOL.splitlines()):
        canvas.drawString(72, 770 - 20 * line, text)
    canvas.save()


def no_pages(path: Path) -> None:
    empty = pypdfium2.PdfDocument.new()
    empty.save(str(path))
    empty.close()


def truncated(path: Path) -> None:
    pdf(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 3])


def zipped(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)


def word(path: Path, old: bytes, new: bytes, before: bytes = b"") -> None:
    """A Word file with some bytes of its text replaced, and some set before it."""
    document = docx.Document()
    document.add_paragraph("Protokoll")
    document.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].partition(b"?>")[2].replace(old, new)
    zipped(path, {**parts, "word/document.xml": before + body})


def opendocument(path: Path, text: bytes, before: bytes = b"") -> None:
    names = b"urn:oasis:names:tc:opendocument:xmlns:"
    body = (
        b'<o:document-content xmlns:o="%soffice:1.0" xmlns:t="%stext:1.0"><o:body><o:text><t:p>%s'
        b"</t:p></o:text></o:body></o:document-content>" % (names, names, text)
    )
    kind = b"application/vnd.oasis.opendocument.text"
    zipped(path, {"mimetype": kind, "content.xml": before + body})


def many_pages(path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(10_000):
        document.new_page(595, 842)
    document.save(str(path))
    document.close()


def broken_link(path: Path) -> None:
    """A PDF whose pointer to its table of objects points nowhere."""
    pdf(path)
    path.write_bytes(re.sub(rb"startxref\n\d+", b"startxref\n99999999", path.read_bytes()))


def circle(path: Path) -> None:
    """A PDF whose table of objects names itself as the one before it."""
    pdf(path)
    data = path.read_bytes()
    place = data.rpartition(b"startxref")[2].split()[0]
    path.write_bytes(data.replace(b"/Size", b"/Prev %s /Size" % place))


BLANKS = b" " * 210_000_000
LAUGHS = b"<!DOCTYPE l [<!ENTITY l0 'ha'>%s]>" % b"".join(
    b"<!ENTITY l%d '%s'>" % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10)
)
PAGES_IN_A_CIRCLE = raw_pdf(
    b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"
)
BAD: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "empty.pdf": (lambda path: path.touch(), {"empty"}),
    "blank.txt": (lambda path: path.write_text(" \n\n"), {"empty"}),
    "junk.pdf": (
        lambda path: path.write_bytes(bytes(range(256)) * 40),
        {"unsupported_type", "damaged"},
    ),
    "truncated.pdf": (truncated, {"damaged"}),
    "encrypted.pdf": (lambda path: pdf(path, "hemligt"), {"encrypted"}),
    "no-pages.pdf": (no_pages, {"empty", "damaged"}),
    "cyclic.pdf": (lambda path: path.write_bytes(PAGES_IN_A_CIRCLE), {"damaged"}),
    "ten-thousand.pdf": (many_pages, {"limit_exceeded"}),
    "bomb.docx": (lambda path: word(path, b"Protokoll", BLANKS), {"limit_exceeded"}),
    "bomb.odt": (lambda path: opendocument(path, BLANKS), {"limit_exceeded"}),
    "laughs.docx": (lambda path: word(path, b"Protokoll", b"&l9;", LAUGHS), {"damaged"}),
    "laughs.odt": (lambda path: opendocument(path, b"&l9;", LAUGHS), {"damaged"}),
    "pixels.png": (lambda path: Image.new("1", (9_000, 9_000)).save(path), {"limit_exceeded"}),
    "strip.png": (lambda path: Image.new("L", (9_000, 1)).save(path), {"empty"}),
    "broken-link.pdf": (lambda path: path.symlink_to("nowhere.pdf"), {"unreadable_file"}),
}


@pytest.fixture(scope="module")
def batch(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """All bad files, and others that are odd and can be read, ingested at once."""
    folder = tmp_path_factory.mktemp("bad")
    archive = folder / "archive"
    archive.mkdir()
    for name, (make, _) in BAD.items():
        make(archive / name)
    (archive / "latin1.txt").write_bytes(PROTOCOL.replace("04", "05").encode("latin-1"))
    (archive / "utf16.txt").write_bytes(PROTOCOL.replace("04", "06").encode("utf-16"))
    pdf(archive / "good.pdf")
    broken_link(archive / "lost-table.pdf")
    circle(archive / "table-in-a-circle.pdf")
    return folder, lokalbra("ingest", "archive", "--db", "test.duckdb", cwd=folder)


def statuses(database: Path) -> dict[str, tuple[str, str | None]]:
    with open_for_reading(database) as connection:
        rows = connection.execute(
            "SELECT parse_filename(path), status, error_code FROM documents"
        ).fetchall()
    return {name: (status, code) for name, status, code in rows}


def test_a_batch_with_bad_files_ends_with_3_and_without_traceback(
    batch: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    _, run = batch
    assert run.returncode == 3
    assert "Traceback" not in run.stdout + run.stderr
    assert (
        f"{len(BAD) + 5} dokument: 5 inlästa, 0 oförändrade, {len(BAD)} misslyckade" in run.stdout
    )


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_becomes_a_failed_row_with_a_word_on_what_to_do(
    batch: tuple[Path, subprocess.CompletedProcess[str]], name: str
) -> None:
    folder, run = batch
    status, code = statuses(folder / "test.duckdb")[name]
    assert status == "failed"
    assert code in BAD[name][1]
    lines = run.stdout.splitlines()
    place = next(number for number, line in enumerate(lines) if f"{name}:" in line)
    reason = next(line for line in reversed(lines[:place]) if not line.startswith("  "))
    assert f"[{code}]" in reason
    assert reason.endswith(".")


@pytest.mark.parametrize(
    "name", ["latin1.txt", "utf16.txt", "good.pdf", "lost-table.pdf", "table-in-a-circle.pdf"]
)
def test_the_rest_of_the_batch_is_loaded(
    batch: tuple[Path, subprocess.CompletedProcess[str]], name: str
) -> None:
    folder, _ = batch
    assert statuses(folder / "test.duckdb")[name] == ("ok", None)
    with open_for_reading(folder / "test.duckdb") as connection:
        [(text,)] = connection.execute(
            "SELECT text FROM pages JOIN documents USING (document_id) WHERE path LIKE '%' || ?",
            [name],
        ).fetchall()
    assert "Trygghetsrådet Örnäs" in text


def test_doctor_lists_the_failed_documents(
    batch: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, _ = batch
    told = lokalbra("doctor", "--db", folder / "test.duckdb").stdout
    for name in BAD:
        assert name in told


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--max-pages", "1"), "max_pages = 1"),
        (("--max-characters", "20"), "max_characters = 20"),
        (("--max-bytes", "100"), "max_bytes = 100"),
        (("--max-memory", "30"), "max_memory = 30 MB"),
        (("--timeout", "0.01"), "0.01 seconds"),
    ],
)
def test_limits_are_options(tmp_path: Path, option: tuple[str, str], told: str) -> None:
    (tmp_path / "long.txt").write_text(f"{PROTOCOL}\f{PROTOCOL}", encoding="utf-8")
    run = lokalbra("ingest", "long.txt", *option, "--json", cwd=tmp_path)
    assert run.returncode == 3
    [failure] = json.loads(run.stdout)["failures"]
    assert failure["code"] == "limit_exceeded"
    assert told in failure["message"]


def test_one_bad_file_alone_is_told_by_show(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    shown = lokalbra("show", "empty.pdf", cwd=tmp_path)
    assert (shown.returncode, shown.stdout) == (3, "")
    assert "Traceback" not in shown.stderr


def test_a_file_without_read_permission_fails_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(PROTOCOL, encoding="utf-8")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user may read everything")
    (tmp_path / "open.txt").write_text(PROTOCOL, encoding="utf-8")

    run = lokalbra("ingest", ".", "--json", cwd=tmp_path)

    assert run.returncode == 3
    summary = json.loads(run.stdout)
    assert [failure["code"] for failure in summary["failures"]] == ["unreadable_file"]
    assert summary["loaded"] == 1


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["empty"], "no document"),
        (["nowhere"], "nowhere"),
        (["*.pdf"], "*.pdf"),
        ([], "PATH"),
    ],
)
def test_nothing_to_read_is_wrong_use(tmp_path: Path, names: list[str], sentence: str) -> None:
    (tmp_path / "empty").mkdir()
    run = lokalbra("ingest", *names, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert sentence in run.stderr
    assert not (tmp_path / "outputs").exists()


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    (tmp_path / "outputs").touch()  # a file where the folder should be
    run = lokalbra("ingest", "a.txt", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (4, "")
    assert "outputs/protokoll.duckdb" in run.stderr
    assert "--db" in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [16, 64])
def test_a_full_disk_is_named_and_got_over(tmp_path: Path, kilobytes: int) -> None:
    """A limit on the size of files stands for a disk that is full."""
    for number in range(4):
        lines = (f"Punkt {number} rad {line} om trygghet i centrum." for line in range(400))
        (tmp_path / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    limited = f'ulimit -f {kilobytes}; exec "{LOKALBRA}" ingest *.txt --db small.duckdb'
    run = subprocess.run(
        ["bash", "-c", limited],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert run.returncode == 4
    assert "Traceback" not in run.stdout + run.stderr
    assert "disk" in run.stderr
    again = lokalbra("ingest", *tmp_path.glob("*.txt"), "--db", "small.duckdb", cwd=tmp_path)
    assert again.returncode == 0
    assert "4 inlästa" in again.stdout


COMMANDS: dict[str, tuple[str, ...]] = {
    "ingest": ("ingest", "a.txt"),
    "report": ("report", "attendance"),
    "sql": ("sql", "SELECT 1"),
    "show": ("show", "0123456789abcdef-1"),
    "doctor": ("doctor",),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_from_a_newer_lokalbra_is_left_alone(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    path = tmp_path / "new.duckdb"
    with open_for_writing(path) as connection:
        connection.execute("UPDATE schema_version SET version = 1000")
    before = path.read_bytes()

    run = lokalbra(*COMMANDS[command], "--db", path, cwd=tmp_path)

    assert run.returncode == 4
    assert "1000" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert path.read_bytes() == before


HOLD = """
import sys
from pathlib import Path
from pipeline.store.database import open_for_writing
with open_for_writing(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_database_in_use_is_told_by_every_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    path = tmp_path / "busy.duckdb"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    try:
        for command in COMMANDS.values():
            run = lokalbra(*command, "--db", path, cwd=tmp_path)
            assert run.returncode == 4, command
            assert "in use" in run.stdout + run.stderr
    finally:
        holder.communicate("")


@pytest.mark.parametrize("command", ["report", "sql", "show"])
def test_a_missing_database_is_told(tmp_path: Path, command: str) -> None:
    run = lokalbra(*COMMANDS[command], cwd=tmp_path)
    assert (run.returncode, run.stdout) == (4, "")
    assert "lokalbra ingest" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil\x1b[2J.pdf").touch()
    run = lokalbra("ingest", ".", cwd=tmp_path)
    assert run.returncode == 3
    assert "\x1b" not in run.stdout + run.stderr
    assert "evil␛[2J.pdf" in run.stdout


def test_file_names_that_are_no_unicode_are_kept_apart(tmp_path: Path) -> None:
    for number, name in enumerate((b"m\xf6te.txt", b"m\xe5te.txt")):  # as an old system wrote them
        text = PROTOCOL.replace("04", f"1{number}")
        (tmp_path / os.fsdecode(name)).write_text(text, encoding="utf-8")
    run = lokalbra("ingest", ".", "--json", cwd=tmp_path)
    assert (run.returncode, json.loads(run.stdout)["loaded"]) == (0, 2)
    again = lokalbra("ingest", ".", "--json", cwd=tmp_path)
    assert json.loads(again.stdout)["unchanged"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuchcommand",),
        ("report", "nosuchreport"),
        ("report", "attendance", "--from", "yesterday"),
        ("ingest", ".", "--workers", "0"),
        ("ingest", ".", "--timeout", "-1"),
        ("show", "nosuchfile.pdf"),
        ("evaluate", "."),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with open_for_writing(tmp_path / "outputs" / "protokoll.duckdb"):
        pass
    run = lokalbra(*arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr
    assert "Traceback" not in run.stderr
