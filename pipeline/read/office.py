"""Old Word files (.doc) and RTF, by way of LibreOffice, which makes a DOCX of them.

The one place where LibreOffice is called. It runs as a process group of its own that ends with us:
when it has taken too long, and also when the process that reads this document is killed.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, LimitExceeded, UnsupportedType
from pipeline.read.docx import read_docx
from pipeline.read.reading import Reading

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 120  # for one document; it takes some four
# Runs its arguments. When its standard input closes, which it does when we die, so does the group.
_TIED = 'exec 3<&0; (cat <&3 >/dev/null; kill -9 0) & "$@" </dev/null'


def read_office(data: bytes, settings: ReadSettings) -> Reading:
    """Read a .doc or .rtf file as the DOCX that LibreOffice makes of it; see `read_docx`.

    Raises UnsupportedType where LibreOffice is not installed, LimitExceeded where it takes too long,
    DamagedDocument where nothing comes of it.
    """
    return read_docx(_as_docx(data), settings)


def libreoffice() -> str | None:
    """The program's path, or None where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _as_docx(data: bytes) -> bytes:
    program = libreoffice()
    if program is None:
        raise UnsupportedType(
            "old Word files (.doc) and RTF need LibreOffice (libreoffice-writer), which is not installed"
        )
    with TemporaryDirectory(prefix="lokalbra-") as name:
        folder = Path(name)
        source = folder / "document"
        source.write_bytes(data)
        _run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder / "out"),
                str(source),
            ]
        )
        try:
            return (folder / "out" / "document.docx").read_bytes()
        except OSError as error:
            raise DamagedDocument("LibreOffice could not open the file") from error


def _run(command: Sequence[str]) -> None:
    tied = subprocess.Popen(
        ["sh", "-c", _TIED, "sh", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        tied.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(f"LibreOffice took more than {_SECONDS} seconds") from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(tied.pid, signal.SIGKILL)
        tied.communicate()
