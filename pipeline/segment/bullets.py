"""Bullets of symbol fonts, which plain text has only as characters of no alphabet.

Forms handled: any such character that stands alone before a space ("\\uf0d8 Maj ringer"), but not those of boxes and ticks.
"""

import re

from models.document import Document

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_GLYPH = re.compile(
    r"(?<!\S)(?![\uf0b7\uf0a7\uf06f\uf071\uf072\uf0a8\uf0fb-\uf0fe\uf050-\uf052])[\ue000-\uf8ff](?=\s)"
)  # two of them are known everywhere


def with_plain_bullets(document: Document) -> Document:
    """The document with a bullet of text for each."""
    if not _PRIVATE.search(document.text):
        return document
    return document.model_copy(update={"text": _GLYPH.sub("•", document.text)})
