"""Whose task it is: where the doer stands before or behind the verb.

Forms handled: "Bo kontaktar skolan", "Bo Ek, som känner klubben, kontaktar den", "Kommunpolisen Maj Ek ringer" (the
name without its title), "(BE) kontaktar skolan", "(Bo kontaktar skolan)", "Nycklar (BE) ringer låssmeden", "(BE) och (GD) köper västar", "Inbjudan skickas ut av Lena", "Till nästa möte kontaktar Lena skolan", "Polisen och skolan tar gemensamt fram ...".
"""

import re
from functools import lru_cache, partial

from models.view import View
from pipeline.extract.actions.doers import (
    LONGEST,
    Names,
    is_doer,
    is_office,
    is_somebody,
    opens_no_doer,
    title,
)
from pipeline.names import is_first_name
from pipeline.vocabulary import pattern, possible, words

_WORD = re.compile(r"\S+")
_BRACKET_END = re.compile(r"\s?\([^()]*\)$")
_AFTER = re.compile(r"[\wåäöÅÄÖ-]+(?:\.(?=\w|\s[A-ZÅÄÖ]))?")
_pattern = partial(pattern, "owners")
_AGENT = re.compile(
    r"\bav\s(?P<doer>(?:[A-ZÅÄÖ]|ordföranden|sekreteraren)[^.;,]{0,40}?)"
    r"(?=[.,;]|\s(?:till|senast|före|innan|under|i\s|inför)|$)"
)
_INITIALS = re.compile(r"[A-ZÅÄÖ]+")
_MOST_AFTER = 5  # words of a doer behind its verb
_REACH = 80  # characters behind a verb in which they stand


@lru_cache(maxsize=64)
def doer_before(text: str, cue: int, names: Names = frozenset()) -> tuple[int, int] | None:
    """Where the doer right before `cue` stands in `text`. `names`: the attendees' name words."""
    end = len(text[:cue].rstrip())
    for kind in ("adverbs", "aside"):
        if aside := _pattern(kind).search(text, 0, end):
            end = aside.start()
    starts = [_without_bracket(text, at.start()) for at in _WORD.finditer(text, 0, end)][-LONGEST:]
    starts = [start for start in starts if _begins_clause(text, start)]
    blocked = _last_cue(text, starts[0], end) if starts else -1
    bracketed = _in_brackets(text, end, names)
    for start in starts:
        if start > blocked and is_doer(text[start:end], names):
            stop = _pattern("together").search(text, start, end) or _BRACKET_END.search(
                text, start, end
            )
            stop_at = stop.start() if stop else end
            if bracketed and not names.issuperset(text[start:stop_at].lower().split()):
                break  # "förslag Anne Ek (BE) frågar"
            return start + title(text[start:stop_at]), stop_at
    return bracketed


def _without_bracket(text: str, at: int) -> int:
    """Where a word at `at` begins behind the bracket that opens a clause: "(Bo ringer dem)", not "(BE) ringer"."""
    opens = text[at] == "(" and ")" not in text[at:].split(maxsplit=1)[0]
    return at + opens


def _in_brackets(text: str, end: int, names: Names) -> tuple[int, int] | None:
    """Where the initials in brackets stand that end at `end`: an attendee's, or what opens the clause."""
    if not text.endswith(")", 0, end):
        return None
    found = _pattern("in_brackets").search(text, 0, end)
    if found is None:
        return None
    known = names.issuperset(_INITIALS.findall(found.group()))
    before = text[: found.start()].rstrip()
    if not known and before and before[-1] not in ",;:.!?–-":
        return None
    return found.span("several" if found["several"] else "one")


def inverted_doer(
    text: str, verb: int, at: int, names: Names = frozenset()
) -> tuple[int, int] | None:
    """The doer behind the verb at `verb`, from `at` on, where it may follow it.

    It does not where the verb opens the text, follows a pronoun or "och", or a name that nobody knows and no attendee comes after it.
    """
    if verb == 0 or _pattern("pronoun_before").search(text, 0, verb):
        return None
    behind = _doer_after(text, at, names)
    if behind is None or names.issuperset(text[slice(*behind)].lower().split()):
        return behind
    return _unknown_subject(text, verb) or behind


def _doer_after(text: str, at: int, names: Names = frozenset()) -> tuple[int, int] | None:
    """Where the doer right after an inverted verb stands ("Till nästa möte kontaktar Lena skolan")."""
    if small := _pattern("small_words").match(text, at):
        at = small.end()
    said = list(_AFTER.finditer(text[at : at + _REACH]))[:_MOST_AFTER]
    if not said or said[0].start() > 1:
        return None
    best = None
    named = is_first_name(said[0].group()) or said[0].group().lower() in names
    for size, last in enumerate(said, 1):
        word = last.group()
        if named and size > 1 and word.islower() and word not in words("owners", "goes_on"):
            break  # "kontaktar Lena skolan"
        start, end = at + said[0].start(), at + last.end()
        doer = text[start:end]
        if is_doer(doer, names) and (doer[0].isupper() or is_somebody(doer) or is_office(doer)):
            best = (start, end)
    done_to = best is not None and _pattern("done_to").match(text, best[1])
    return None if done_to else best


def trimmed(text: str) -> str:
    """A doer without the adverbs that belong to the verb ("polisen och skolan gemensamt")."""
    return _pattern("adverbs").sub("", text)


def _last_cue(text: str, start: int, end: int) -> int:
    """Where the last cue in [start, end) begins, else -1: a doer holds no other task's verb."""
    last = -1
    for rule in possible("actions", text):
        if rule.data["doer"] == "before" and rule.data.keys().isdisjoint(("lead", "announced")):
            found = rule.regex.search(text, start, end)
            while found is not None:
                last = max(last, found.start())
                found = rule.regex.search(text, found.start() + 1, end)
    return last


def _begins_clause(text: str, start: int) -> bool:
    """A doer opens its clause or follows a conjunction, not the middle of a noun phrase."""
    before = text[:start].rstrip()
    if not before or before[-1] in ",;:.!?–-)(":
        return True
    last = before.rsplit(None, 1)[-1].lower()
    return last in words("owners", "before_doer") or (
        text[start].isupper() and last not in words("owners", "inside_phrase")
    )


def _unknown_subject(text: str, verb: int) -> tuple[int, int] | None:
    """Who opens the clause of the verb at `verb`, a name that nobody knows ("Evi kontaktar Rolf Ek").

    An adverb or a noun in its definite form may open it, too, with the doer behind the verb.
    """
    opens = _pattern("opens").search(text, 0, verb)
    if opens is None or not opens["who"]:
        return None
    adverb = _pattern("adverb_opens")
    named = not any(adverb.fullmatch(word) or opens_no_doer(word) for word in opens["who"].split())
    return opens.span("who") if named else None


def agent(view: View, start: int, names: Names) -> View | None:
    """The doer of a passive verb: "av Bo", from `start` on. `names`: the attendees' name words."""
    match = _AGENT.search(view.text, start)
    return view.part(*match.span("doer")) if match and is_doer(match["doer"], names) else None
