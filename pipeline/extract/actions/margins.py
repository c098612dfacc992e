"""Who answers for what a row tells and by when, set beside it in columns without a head.

Forms handled: "Låsen byts ut. | Bo Ek 30 april", "Ta fram en lapp | Maj och Bo | v. 14", "Ringa klubben | Bo, nästa
möte", "3 | Köpa lampor | Lena", "Ringa klubben | BA, ME". Only attendees and "alla" count, so that a place, a sum or a name's work is none.
"""

import re

from models.frozen import frozen
from models.segmented import Paragraph
from models.view import View
from pipeline.dictionary import dictionary_lemma, is_known
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.doers import Names
from pipeline.names import is_name

_SHORT_INFINITIVES = frozenset({"be", "ge", "gå", "se", "få", "stå", "sy", "ta"})
_EVERYBODY = frozenset({"alla", "samtliga"})
_WORD = re.compile(r"[\w-]+")
_SAYS = re.compile(r"\w")
_BEFORE_DUE = " ,.;:/(–-"
_MOST_BESIDE = 2  # cells: who, when
_FEWEST = 2  # words of what is told


@frozen
class Beside:
    """`told` is the row without what stands beside it; `due` is the cell, or the part of it, that tells when."""

    told: View
    owner: View
    due: View | None


def beside(paragraph: Paragraph, persons: Names) -> Beside | None:
    """What stands beside the text of a row; None where anything else than who and when does."""
    if paragraph.kind != "row":
        return None
    cells = [cell for cell in paragraph.cells if _SAYS.search(cell.text)]
    if cells and cells[0].text.strip(" .)").isdigit():
        cells = cells[1:]
    if not 1 < len(cells) <= 1 + _MOST_BESIDE or len(cells[0].text.split()) < _FEWEST:
        return None
    found = [_who_and_when(cell, persons) for cell in cells[1:]]
    owners = [who for who, _ in found if who is not None]
    dues = [when for _, when in found if when is not None]
    if len(owners) != 1 or len(dues) > 1 or any(each == (None, None) for each in found):
        return None
    return Beside(cells[0], owners[0], dues[0] if dues else None)


def is_deed(text: str) -> bool:
    """Whether a text opens with what is to be done: an infinitive, as in "Ringa klubben"."""
    word = text.split()[0].lower()
    if word in _SHORT_INFINITIVES:
        return True
    bent = is_known(word + "r") or is_known(word[:-1] + "er")
    return word.endswith("a") and bent and dictionary_lemma(word) == word and not is_name(text)


def _who_and_when(cell: View, persons: Names) -> tuple[View | None, View | None]:
    if _are_persons(cell.text, persons):
        return cell, None
    due = deadline(cell.text, Days(), cell=True)
    starts = [match.start() for match in _WORD.finditer(cell.text)]
    if due is None:
        ends = (at for at in starts[1:] if deadline(cell.text[at:], Days(), cell=True))
        start = next(ends, len(cell.text))
    elif due.end < len(cell.text.rstrip(" .)")):
        return None, None
    else:
        start = due.start
    if start == len(cell.text):
        return None, None
    who = cell.text[:start].rstrip(_BEFORE_DUE)
    when = cell.part(start, len(cell.text))
    if not who:
        return None, when
    return (cell.part(0, len(who)), when) if _are_persons(who, persons) else (None, None)


def _are_persons(text: str, persons: Names) -> bool:
    words = [word for word in _WORD.findall(text) if word != "och"]
    known = persons | _EVERYBODY
    return bool(words) and all(word in persons or word.lower() in known for word in words)
