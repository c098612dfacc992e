"""Lines that only lead to what stands below them.

Forms handled: "Efter diskussion beslutar rådet" at the end of a paragraph, whose "att" clauses below are decided ("Rådet föreslås besluta"
makes them proposed, so they are not); "Rådet fastställer följande fokusområden:" above a list of names, which is one decision; "Vi enades om några saker:" above points that each say what to do.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from models.segmented import Paragraph
from pipeline.extract.actions.found import Found
from pipeline.vocabulary import says

_TO_DO = re.compile(r"(?:att\s(?!vi\b|det\b|den\b)|(?:[a-zåäö]{2,}a|gå|se|ge|be|få|stå|ta)\s)")


def declared_above(heading: Paragraph) -> Iterator[Found]:
    """The decision that a line above a list of priorities states."""
    if says("action_words", heading.view.text, "declares"):
        yield Found("decision", heading.view, "action.declared_list")


def without_lead(paragraph: Paragraph) -> tuple[Paragraph, bool]:
    """A paragraph without its last sentence where that only leads on, and whether the lines below are decided."""
    last = paragraph.sentences[-1].text if paragraph.sentences else ""
    if not says("action_words", last, "dangles"):
        return paragraph, False
    return replace(paragraph, sentences=paragraph.sentences[:-1]), "föresl" not in last


def is_agreed(paragraph: Paragraph) -> bool:
    """Whether it is a point that says what to do ("att skriva till skolan", "ta reda på mer") under the words that it was agreed upon."""
    listed = paragraph.kind == "item" and paragraph.lead is not None
    return (
        listed
        and _TO_DO.match(paragraph.view.text) is not None
        and says("action_words", paragraph.lead or "", "agrees")
    )
