"""A letter's quoted lines, read without the signs that mark them.

Forms handled: "> " before each line, ">" alone for an empty one, several of them for a quote in a quote.
"""

import re

from models.document import Document

_SIGNS = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.M)
_FEWEST = 5  # lines
_SHARE = 0.3  # of the lines


def without_quote_signs(document: Document) -> Document:
    """The document with blanks for the signs, so that all places stay what they were."""
    text = document.text
    signs = _SIGNS.findall(text) if text.count(">") >= _FEWEST else []
    if len(signs) < max(_FEWEST, _SHARE * text.count("\n")):
        return document
    return document.model_copy(
        update={"text": _SIGNS.sub(lambda match: " " * len(match.group()), text)}
    )
