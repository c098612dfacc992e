"""Which code made a result: a short digest of each stage's sources, data and packages.

What a stage made stays good as long as its digest is the same, whatever the number of the version
says. tests/test_stages.py sees that the parts named here are all that the stages import.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline import VERSION

_ROOT = Path(__file__).resolve().parents[1]
_DIGITS = 12
_NO_SOURCE = {".pyc", ".pyo"}


@dataclass(frozen=True, slots=True)
class Stage:
    """Files and folders from the root, and packages whose version bears on the result."""

    parts: tuple[str, ...]
    packages: tuple[str, ...] = ()

    def files(self) -> Iterator[Path]:
        """All files of the stage, in a stable order."""
        for part in self.parts:
            path = _ROOT / part
            for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if file.is_file() and file.suffix not in _NO_SOURCE:
                    yield file


# Bytes -> Document. Settings are no part of it: they go into the key of what is kept (cache.py).
READING = Stage(
    parts=(
        "models/document.py",
        "models/evidence.py",
        "models/frozen.py",
        "models/issue.py",
        "models/record.py",
        "pipeline/dictionary.py",
        "pipeline/read",
    ),
    packages=(
        "charset-normalizer",
        "lxml",
        "onnxruntime",
        "opencv-python-headless",
        "pdfplumber",
        "pillow",
        "pypdfium2",
        "python-docx",
        "rapidocr",
        "simplemma",
    ),
)

# A page's picture -> words, which is nearly all that a scan costs.
RECOGNITION = Stage(
    parts=(
        "pipeline/dictionary.py",
        "pipeline/read/ocr.py",
        "pipeline/read/opinion.py",
        "pipeline/read/rapid.py",
        "pipeline/read/spelling.py",
        "pipeline/read/tesseract.py",
    ),
    packages=("onnxruntime", "opencv-python-headless", "rapidocr", "simplemma"),
)

# Document -> facts and their rows.
FACTS = Stage(
    parts=(
        "models",
        "pipeline/acts.npz",
        "pipeline/acts.py",
        "pipeline/cache.py",
        "pipeline/dates.py",
        "pipeline/denials.npz",
        "pipeline/dictionary.py",
        "pipeline/extract",
        "pipeline/identity_numbers.py",
        "pipeline/language",
        "pipeline/link/areas.py",
        "pipeline/link/series.py",
        "pipeline/names.py",
        "pipeline/run.py",
        "pipeline/segment",
        "pipeline/store/fact_tables.py",
        "pipeline/store/passages.py",
        "pipeline/store/rows.py",
        "pipeline/store/shorthand.py",
        "pipeline/topics.npz",
        "pipeline/topics.py",
        "pipeline/vocabulary",
        "pipeline/wording.py",
    ),
    packages=("personnummer", "rapidfuzz", "simplemma", "spacy"),
)


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a document's facts: the number of lokalbra and the digests of its stages."""

    pipeline: str
    reading: str
    facts: str


@cache
def digest(stage: Stage) -> str:
    """Twelve hexadecimal digits that change when anything of the stage does."""
    whole = sha256()
    for file in stage.files():
        content = file.read_bytes()
        whole.update(f"{file.relative_to(_ROOT).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    for package in stage.packages:
        whole.update(f"{package} {_installed(package)}\0".encode())
    return whole.hexdigest()[:_DIGITS]


def versions() -> Versions:
    """Those of the code that runs."""
    return Versions(VERSION, digest(READING), digest(FACTS))


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
