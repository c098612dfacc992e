"""Blanks of a font that a converter has read as "$".

Forms handled: "Val$av$justerare"; the "$" that ends a title before running text whose blanks are another font's ("Val$av$justerare$ Mötet
valde Bo Ek."), as a colon; all others as blanks.
"""

import re

from models.document import Document

_BETWEEN = re.compile(r"\w\$(?=\w)")
_ENDS_TITLE = re.compile(r"(?<=[a-zåäö])\$(?= [A-ZÅÄÖ])")
_FEWEST = 8  # of them between words


def without_dollars(document: Document) -> Document:
    """The document with the blanks, so that all places stay what they were."""
    text = document.text
    if text.count("$") < _FEWEST or len(_BETWEEN.findall(text)) < _FEWEST:
        return document
    return document.model_copy(update={"text": _ENDS_TITLE.sub(":", text).replace("$", " ")})
