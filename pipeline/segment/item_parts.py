"""The parts of a formal item: which paragraphs stand under "Bakgrund", "Yrkanden", "Beslutsgång", "Beslut", "Skickas till" ...

Forms handled: subheads alone on a line, in bold or not, in capitals or not, with a body before them ("Rådets beslut"); labels
before a colon with what they lead on the same line, of which the part is that paragraph; labels in a column beside it. A part
goes on until the next subhead, over empty lines and page breaks; to whom a decision is sent and its papers end where
sentences are told again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.segmented import ItemPart, Paragraph
from pipeline.vocabulary import possible, says

_LONGEST = 80  # characters of a subhead
_TELLING = 4  # words of a sentence that is no paper's name and no list of bodies


def part_of(subhead: str) -> ItemPart | None:
    """The part that a subhead opens; None where it opens none."""
    bare = subhead.strip(" :.")
    if len(bare) > _LONGEST:
        return None
    fitting = (each for each in possible("item_parts", bare) if each.regex.match(bare))
    rule = next(fitting, None)
    part: ItemPart | None = rule.data["is"] if rule is not None else None
    return part


def with_parts(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """`paragraphs`, each with the part that it is of."""
    part: ItemPart | None = None
    bold = False  # whether the subhead was
    for paragraph in paragraphs:
        own = _labelled(paragraph)
        if paragraph.kind == "heading" and (opened := part_of(paragraph.view.text)) is not None:
            part, bold = opened, paragraph.bold
        elif own is None and paragraph.lead is not None and (led := part_of(paragraph.lead)):
            part = led
        elif own is not None or _ends(part, paragraph, bold=bold):
            part = None
        yield replace(paragraph, part=own or part) if own or part else paragraph


def _labelled(paragraph: Paragraph) -> ItemPart | None:
    """The part whose label opens the paragraph: "Beslutet skickas till: Kommunstyrelsen"."""
    label, colon, rest = paragraph.view.text.partition(":")
    return part_of(label) if colon and rest and paragraph.kind != "heading" else None


def _ends(part: ItemPart | None, paragraph: Paragraph, *, bold: bool) -> bool:
    """Whether another subhead of the same print, or what is told behind bodies and papers, ends the part."""
    other = paragraph.kind == "heading" and bold and paragraph.bold
    return other or (part in {"sent", "papers"} and _tells(paragraph))


def _tells(paragraph: Paragraph) -> bool:
    text = paragraph.view.text
    if paragraph.kind == "row" or not text.endswith((".", "!", "?")):
        return False
    return len(text.split()) >= _TELLING and says("action_words", text, "tells")
