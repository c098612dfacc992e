"""Pictures of pages, drawn once by a process of its own and kept beside the copy of the database.

A protocol comes from others, so what draws it may hang or die of it: that costs the picture alone.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from models.document import Page
from pipeline.execute import Limits, run_all
from pipeline.store.database import Row
from pipeline.web.originals import opened

_LIMITS = Limits(seconds=30.0, megabytes=1_000)
_KEPT = 2_000  # pictures
_AT_ONCE = BoundedSemaphore(1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a process needs to draw a page."""

    names: list[Path]
    document_id: str
    media_type: str
    page: Page
    target: Path


def draw(drawing: Drawing) -> bool:
    """Draw into the target; False where the original is not there any more."""
    from pipeline.read.page_image import page_image

    found = opened(drawing.names, drawing.document_id)
    if found is None:
        return False
    with found[1] as file:
        data = file.read()
    unfinished = drawing.target.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(page_image(data, drawing.media_type, drawing.page))
    unfinished.replace(drawing.target)
    return True


def picture(folder: Path, document: Row, page: Row, names: list[Path]) -> bytes | None:
    """The page as WebP; None where the original is missing or cannot be drawn."""
    target = folder / f"{document['document_id']}-{page['page']}.webp"
    try:
        return target.read_bytes()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    drawing = Drawing(
        names, document["document_id"], document["media_type"],
        Page(number=page["page"], start=page["start"], end=page["end"],
             width=page["width_pt"], height=page["height_pt"], turned=page["turned"]),
        target,
    )  # fmt: skip
    with _AT_ONCE:
        if not target.exists():
            for _, _ in run_all(draw, [drawing], 1, _LIMITS):
                _forget_oldest(folder)
    return target.read_bytes() if target.exists() else None


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.webp"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-_KEPT]:
        path.unlink(missing_ok=True)
