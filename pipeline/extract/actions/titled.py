"""What an item's title states itself.

Forms handled: a formality in the title ("3 Dagordningen godkänns", "Öppnande och dagordning Dagordningen godkänns.");
who is to adjust, named in it or alone under it ("Val till justerare: Ola Rask", "Justeringsmän" over two names).
"""

from collections.abc import Iterator
from itertools import chain, repeat

from models.segmented import SectionPart
from models.view import View
from pipeline.extract.actions.found import Found
from pipeline.vocabulary import possible

_LONGEST = 60  # characters of names alone
_ADJUSTER = "formality.named_adjuster"


def stated_in_title(section: SectionPart) -> Iterator[Found]:
    """The formality that a section's title states, alone or together with the line of names under it."""
    title = section.title
    if title is None:
        return
    for rule in possible("formalities", title.text):
        if match := rule.regex.search(title.text):
            if any(rule.regex.search(each.view.text) for each in section.paragraphs):
                return  # its text states it again
            view = title.part(match.start(), match.end())
            yield Found("formality", view, rule.id, confidence=0.9)
            return
    if not section.paragraphs or len(section.paragraphs[0].view.text) > _LONGEST:
        return
    both = _joined(title, section.paragraphs[0].view)
    for rule in possible("formalities", both.text):
        if rule.id == _ADJUSTER and rule.regex.search(both.text):
            yield Found("formality", both, rule.id, confidence=0.9)


def _joined(title: View, names: View) -> View:
    """The title and the line under it as one: "Justerare: Bo Alm"."""
    text = f"{title.text.rstrip(' :')}: "
    at = title.offsets[len(text) - 3]
    offsets = (*title.offsets[: len(text) - 2], *repeat(at, 2))
    return View(text + names.text, tuple(chain(offsets, names.offsets)))
