import os
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.ingest.discover import Skipped, documents_under, files_under


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("b.pdf", "a.txt", "2019/c.pdf", "2019/.hidden.pdf", ".git/x.pdf", "~$a.docx"):
        path = tmp_path / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "archive"


def found(archive: Path, *names: str) -> list[str]:
    files = files_under(names, Skipped())
    return [str(path.relative_to(archive)) for path in files if isinstance(path, Path)]


def test_a_folder_stands_for_all_files_below_it(archive: Path) -> None:
    assert found(archive, str(archive)) == ["a.txt", "b.pdf", "2019/c.pdf"]


def test_a_glob_stands_for_what_it_matches(archive: Path) -> None:
    assert found(archive, f"{archive}/**/*.pdf") == ["2019/c.pdf", "b.pdf"]
    assert found(archive, f"{archive}/20*") == ["2019/c.pdf"]


def test_a_file_named_twice_comes_once(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    assert found(archive, "a.txt", "2019/../a.txt", str(archive / "a.txt")) == ["a.txt"]


def test_a_name_with_brackets_is_a_file_first(archive: Path) -> None:
    (archive / "[1].pdf").touch()
    assert found(archive, f"{archive}/[1].pdf") == ["[1].pdf"]


def test_a_broken_link_is_given_on(archive: Path) -> None:
    (archive / "gone.pdf").symlink_to(archive / "nowhere.pdf")
    assert "gone.pdf" in found(archive, str(archive))


def test_a_folder_that_holds_itself_ends(archive: Path) -> None:
    (archive / "2019" / "again").symlink_to(archive)
    assert found(archive, str(archive)) == ["a.txt", "b.pdf", "2019/c.pdf"]


def test_a_pipe_is_no_document_and_is_not_waited_for(archive: Path) -> None:
    os.mkfifo(archive / "pipe.pdf")
    (archive / "a.txt").write_text("Protokoll", encoding="utf-8")
    skipped = Skipped()
    found = documents_under(
        [str(archive / "a.txt"), str(archive / "pipe.pdf")], skipped, lambda _: False
    )
    assert found == [archive / "a.txt"]
    assert skipped.counts == {("no_document", ".pdf"): 1}


@pytest.mark.parametrize("name", ["no-such-file.pdf", "no-such/*.pdf"])
def test_a_name_that_nothing_answers_to_is_wrong_use(archive: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no-such"):
        found(archive, name)
