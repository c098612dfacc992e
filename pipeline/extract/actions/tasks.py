"""A task on a line of its own, with its owner set beside it.

Forms handled: "Boka lokal -> Lena", "Beställa västar (Clas), v. 10", "Bjuda in bolaget. Ansvarig:
Mats", "@Lena: lägg upp protokollet", "Eva – statistik, 1 mars", "Räkna lamporna, Bo, v. 10", "Räkna
lamporna – Bo – v. 10", "Utreda tunneln | Lena Holm | 15
mars", and under a heading for tasks ("Att göra", "Uppdrag till Stefan") a task without any owner.
"""

import re
from collections.abc import Sequence

from models.frozen import frozen
from models.view import View
from pipeline.extract.actions.doers import Names, is_doer
from pipeline.names import is_first_name
from pipeline.vocabulary import says
from pipeline.vocabulary.openings import swift

_FORMS: Sequence[re.Pattern[str]] = (
    re.compile(r"^(?P<task>.+?)\s*(?:->|→|=>|⇒)\s*(?P<doer>[^,;|]+?)(?P<rest>[,;].*)?\.?$"),
    re.compile(
        r"^(?P<task>.+?)[\s.,;(–-]+ansvar(?:ig(?:a)?)?\s?:\s*(?P<doer>[^,;.|)]+)(?P<rest>.*)$", re.I
    ),
    re.compile(r"^@(?P<doer>[^:–|]+?)\s?[:–-]\s*(?P<task>.+?)\.?$"),
    re.compile(r"^uppdrag\s(?:till|för)\s(?P<doer>[^:]+?)\s?:\s*(?P<task>.+)$", re.I),
    re.compile(r"^(?P<task>[^|]+?)\s*\|\s*(?P<doer>[^|]+?)\s*(?:\|\s*(?P<rest>[^|]*))?$"),
    re.compile(
        r"^(?P<task>.+?)\s*\((?P<doer>[^(),;]+(?:,\s[A-ZÅÄÖ][^(),;]+)*)(?:[,;]\s[^()]+)?\)(?P<rest>[.,;].{0,40})?\.?$"
    ),
)
_SIGNS = swift(r"[>→⇒@|)]|ansvar|uppdrag", re.I)  # without any of these no form matches
_NAME_FIRST = re.compile(r"^(?P<doer>[^:–]+?)(?:\s[–-]|:)\s+(?P<task>[a-zåäö].+)$")
_NAME_LAST = re.compile(
    r"^(?P<task>[^,;:]+?)(?:,|\s[–-])\s(?P<doer>[^,;:]+?)(?:(?:,|\s[–-])\s[^,;:]+)?\.?$"
)
_INFINITIVE = re.compile(r"^(?:att\s)?[A-ZÅÄÖa-zåäö]{2,}a\b(?:\s|$)")


@frozen
class Task:
    """A task line's owner; None where the line names nobody."""

    owner: View | None


def is_task_heading(text: str) -> bool:
    """Whether a title or lead announces tasks."""
    return says("action_words", text, "announces")


def task_line(view: View, *, listed: bool, announced: bool, names: Names) -> Task | None:
    """The task that a line is. `listed`: it is a point; `announced`: it stands under such a heading."""
    for pattern in _FORMS if _SIGNS.search(view.text) else ():
        match = pattern.match(view.text)
        if match is None or not is_doer(match["doer"].strip(" ."), names):
            continue
        if pattern is _FORMS[1] and not (listed or announced):
            continue  # sentence by sentence, where the owner comes in one of its own
        bracket = pattern is _FORMS[-1]
        if bracket and not (listed or announced):
            continue  # "Anna Ek (polisen)" in running text
        if bracket and not _INFINITIVE.match(match["task"]):
            continue
        return Task(view.part(*match.span("doer")))
    if listed or announced:
        match = _NAME_FIRST.match(view.text)
        if match is not None and is_doer(match["doer"], names) and announced:
            return Task(view.part(*match.span("doer")))
        match = _NAME_LAST.match(view.text) if announced and listed else None
        if match is not None and is_doer(match["doer"], names):
            return Task(view.part(*match.span("doer")))
        named = is_first_name(view.text.split()[0])  # "Sara stannar kvar"
        if announced and listed and _INFINITIVE.match(view.text) and not named:
            return Task(None)
    return None
