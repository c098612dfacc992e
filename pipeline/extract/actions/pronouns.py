"""Owners whom a sentence does not name beside its verb: by a pronoun, as its speaker, after a colon.

Forms handled: "Hon bjuder in dem", "På frågan lovade hon att ..." after a sentence on Lena or the rector; "Bo var där,
han lämnar besked"; "Lena: ja, jag ringer i kväll"; "Trappan: Jens,
före jul".
"""

import re
from dataclasses import replace
from functools import lru_cache

from models.view import View
from pipeline.extract.actions.doers import Names, is_office
from pipeline.extract.actions.found import Found

_NAME = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)*")
_PRONOUN = re.compile(
    r"^(?:(?:Men|Och|Så|Sedan|Därför|Då)\s)?(?P<who>[Hh]an|[Hh]on)\s|(?:,\s|[\s,](?:och|men|så)\s)(?P<joined>han|hon)\s[a-zåäö]+(?:r|de)\b"
    r"|^[A-ZÅÄÖ][^.;:]{1,40}?\s(?:[a-zåäö]+(?:r|de)|tog|åtog)\s(?P<later>han|hon)(?!\w)"
)
_SPEAKER = re.compile(r"^(?P<who>[^:]{2,40}):\s(?=.*\bjag\s[a-zåäö]+r\b)")
_OPENS = re.compile(
    rf"^(?P<who>{_NAME.pattern}(?:\soch\s{_NAME.pattern})?)\s(?!ber\b|bad\s(?!att\s)|ger\b|gav\b)[a-zåäö]+(?:r|de|ar|tog|bad|gick)\s"
    r"[^.;:]*\soch\s(?:[a-zåäö]+\s)?[a-zåäö]+(?:r|de)\b"
)
_OFFICE = re.compile(
    r"^(?P<who>(?:Vice\s|Tf\s)?[A-ZÅÄÖa-zåäö][a-zåäö-]{3,}n)\s[a-zåäö]+(?:r|de|te)\s"
)
_AFTER_TASK = re.compile(r"^[^:]{3,50}:\s(?P<who>[^:,.;]{2,40}?)(?:,\s[^:,.;]{3,40})?\.?$")
_TASKS = frozenset({"assignment", "commitment"})


def with_owner(found: Found, meant: View | None, persons: Names) -> Found:
    """`found` with its owner where it names none. `meant`: whom "han" and "hon" stand for here.

    `persons`: the words of the attendees' names, in small letters.
    """
    if found.kind not in _TASKS:
        return found
    text = found.view.text
    if (speaker := _SPEAKER.match(text)) and _attend(speaker["who"], persons):
        return replace(found, owner=found.view.part(*speaker.span("who")))
    if found.owner is not None:
        return found
    if pronoun := _PRONOUN.search(text):
        who = next(name for name in ("who", "joined", "later") if pronoun[name])
        if who != "who":
            meant = subject(found.view.part(0, pronoun.start(who)), meant, persons)
        return replace(found, owner=found.view.part(*pronoun.span(who)), meant=meant)
    if (named := _AFTER_TASK.match(text)) and _attend(named["who"], persons):
        return replace(found, owner=found.view.part(*named.span("who")))
    if (opens := _OPENS.match(text)) and _attend(opens["who"], persons):
        return replace(found, owner=found.view.part(*opens.span("who")))
    return found


def subject(view: View, before: View | None, persons: Names) -> View | None:
    """Whom "han" or "hon" means after this sentence: the attendee that opens it, or the only one in it.

    None where it names several; `before` where it names none.
    """
    named = [match for match in _NAME.finditer(view.text) if _known(match.group(), persons)]
    if not named:
        office = _OFFICE.match(view.text)
        return view.part(*office.span("who")) if office and _is_office(office["who"]) else before
    first = named[0]
    alone = len({match.group() for match in named}) == 1
    return view.part(*first.span()) if alone or first.start() == 0 else None


@lru_cache(maxsize=256)
def _is_office(words: str) -> bool:
    return is_office(words.lower())


def _attend(names: str, persons: Names) -> bool:
    return all(_attends(name, persons) for name in re.split(r"\soch\s", names))


def _attends(name: str, persons: Names) -> bool:
    return _NAME.fullmatch(name) is not None and _known(name, persons)


def _known(name: str, persons: Names) -> bool:
    return persons.issuperset(name.lower().split())
