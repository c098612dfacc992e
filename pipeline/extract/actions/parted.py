"""What the parts of a formal item say of the actions in them (segment/item_parts.py).

Forms handled: to whom a decision is sent, its papers, who dissents and how it was put to the vote state nothing; where an item
tells what led to it under a subhead of its own and decides under another, what is told decides nothing, unless it says so
("Rådet beslutar att ..."); a motion is rejected whose mover dissents, or of which the vote says so.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.segmented import ASIDE, Paragraph, SectionPart
from pipeline.extract.actions.found import Found
from pipeline.vocabulary import pattern, says

PROPOSING = frozenset({"proposed", "moved"})
_TELLING = frozenset({"background", "told"}) | PROPOSING
_MOVER = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)+")


def is_aside(paragraph: Paragraph, section: SectionPart) -> bool:
    """Whether nothing in the paragraph is an action, whatever it says."""
    if paragraph.part == "vote":
        return "decided" in section.parts
    return paragraph.part in ASIDE


def decides_elsewhere(paragraph: Paragraph, section: SectionPart) -> bool:
    """Whether the paragraph tells what led to the item or who moves what, and the item has a part for what is decided."""
    return paragraph.part in _TELLING and "decided" in section.parts


def without_told(found: Sequence[Found]) -> list[Found]:
    """`found` in what only tells: without decisions that do not say that they are."""
    return [
        each
        for each in found
        if each.kind != "decision" or pattern("action_words", "deciding").search(each.view.text)
    ]


def with_rejected(found: Sequence[Found], section: SectionPart) -> list[Found]:
    """`found`, of which the motions are rejected that the item turns down."""
    if "decided" not in section.parts:
        return list(found)
    is_rejected = _rejected(section)
    return [
        replace(each, rejected=True) if each.kind == "proposal" and is_rejected(each) else each
        for each in found
    ]


def _rejected(section: SectionPart) -> Callable[[Found], bool]:
    dissent = [each.view.text for each in section.paragraphs if each.part == "dissent"]
    votes = [
        sentence.text
        for each in section.paragraphs
        if each.part == "vote"
        for sentence in each.sentences
        if says("proposals", sentence.text, "rejected")
    ]

    def is_rejected(found: Found) -> bool:
        mover = _MOVER.match(found.view.text)
        if mover is None:
            return False
        own = re.compile(rf"\b{re.escape(mover[0])}s?\s[\w-]*(?:yrkande|förslag)", re.I)
        return any(mover[0] in text for text in dissent) or any(map(own.search, votes))

    return is_rejected
