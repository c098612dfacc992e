"""Plain text read and cut, with what holds of every cut checked on the way."""

from models.segmented import MeetingPart
from models.view import View
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment


def meetings(text: str) -> tuple[MeetingPart, ...]:
    """The meetings in `text`. Every view must stand in the document where it says it does."""
    document = read(text.encode(), ReadSettings(ocr="off"))
    found = segment(document)
    for part in found:
        for section in part.sections:
            views = [section.number, section.title]
            views += [each.view for each in section.paragraphs]
            views += [each.view for paragraph in section.paragraphs for each in paragraph.sentences]
            for view in views:
                if view is not None:
                    _stands(document.text, view)
        for block in part.blocks:
            for row in block.rows:
                for cell in row:
                    _stands(document.text, cell)
    return found


def meeting(text: str) -> MeetingPart:
    """The one meeting in `text`."""
    (part,) = meetings(text)
    return part


def outline(text: str) -> list[tuple[str | None, str | None]]:
    """Number and title of each item of the one meeting in `text`."""
    return [
        (
            each.number.text if each.number is not None else None,
            each.title.text if each.title is not None else None,
        )
        for each in meeting(text).sections
    ]


def _stands(text: str, view: View) -> None:
    """Each character but a folding space is the document's own."""
    assert len(view.text) == len(view.offsets)
    assert list(view.offsets) == sorted(view.offsets)
    for char, offset in zip(view.text, view.offsets, strict=True):
        assert char in (" ", text[offset]) or text[offset] in "&$16r" or text[offset] >= "\ue000"
