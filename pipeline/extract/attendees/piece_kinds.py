"""What a piece of an attendance line is: a name, a role, an organisation, a party, a function or a note on presence.

Forms handled: what vocabulary/affiliations.toml knows; "ordf. § 1-4" and "ordf. från punkt 3" (a function with the
items that it holds for); "som förde anteckningar" (a relative clause); "jag" (who writes); "po1is" (a digit misread for a letter);
bare item numbers ("65-66"); school classes ("5B", "1A+4A"), which tell nothing of a person's work; another surname ("f.d. Ek"); addresses of post, telephone and e-mail, which are nothing of these.
"""

import re
from functools import lru_cache
from typing import Literal

from models.meeting import Function
from pipeline.extract.attendees.affiliation import (
    is_branch,
    is_organisation,
    kinds_in,
    role_noun,
    vocabulary,
)
from pipeline.extract.attendees.cuts import opens_with_name
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import pattern, says
from pipeline.vocabulary.openings import swift

Kind = Literal[
    "name",
    "party",
    "role",
    "organisation",
    "chair",
    "secretary",
    "adjuster",
    "absent",
    "partial",
    "replaces",
    "substitute",
    "vacant",
    "whole",
    "self",
    "other_surname",
    "other",
]

FUNCTIONS: tuple[Function, ...] = ("chair", "secretary", "adjuster")
_RANGE = re.compile(
    r"\s(?:för|vid|under|på)\s(?:dagens\s|detta\s|hela\s|kvällens\s)?(?:möte|sammanträde|dag|kväll|träff)\w*"
    r"|\s(?:i\s?dag|i\s?kväll|denna\sgång|den\shär\sgången)"
    r"|\s*\(?(?:fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|från|till|för|under|vid)?\s*(?:och med\s)?"
    r"(?:(?:§+|punkt(?:en|erna)?|p\.?|kl\.?)\s?)?\d[\d\s§,.:–-]*\)?"
)
_ALSO = re.compile(
    r"(?:brå:?s|\w*rådets|\w*gruppens|\w*forumets|tillika|också|även|dessutom|samtidigt|(?:tjänstgjorde|tjänstgör|tjg\.?|fungera(?:r|de))\ssom|valdes\still)\s",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?:så\s|även\s|också\s)?(?:jag(?:\ssjälv)?|undertecknad)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:som|vilken|vilka|och)\s(?=\w+\s|\w+$)")  # "som förde anteckningar"
_BOTH = re.compile(r"\s(?:och|samt|&|o)\s|\s?/\s?")
_ELSEWHERE = re.compile(r"\s(?:i|för|på|hos|åt)\s(?!mötet|sammanträdet|dagens|dag\b|kväll)")
_ADDRESS = swift(r"@|(?:\d[\s-]?){6}")  # of post, telephone or e-mail
_SLIP = swift(r"(?<=[A-Za-zÅÄÖåäö])[10](?=[a-zåäö])|(?<=[a-zåäö])[10](?![\w.])")
_DEFINITE = re.compile(r"(?:en|et|an|[aeo]?rna|ena)$")
_HIDING = frozenset("01_")  # signs that hide from a clue the word that they stand at
_CLASS = re.compile(
    r"(?:(?:[Åå]k|[Åå]rskurs|[Kk]lass)\s?(?:\d|F)\s?(?:[A-Ea-e](?!\w))?|\d\s?[A-Ea-e](?!\w)|F[A-D](?!\w))"
    r"(?:\s?(?:[+/,&-]|och)\s?(?:\d\s?[A-Ea-e]?|F[A-D]?)(?!\w))*"
)  # that somebody is a parent or pupil of: "5B", "1A+4A", "åk 4 och 6"
_CALLED = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]{2,}-(?P<first>[A-ZÅÄÖ][a-zåäö]+)"
)  # "Brand-Bosse", among first names
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[-–,]\s?\d{1,3})*")


@lru_cache(maxsize=1024)
def kind_of(text: str, *, bracket: bool = False, single: bool = False) -> Kind:
    """What a piece is; "other" where no word of the vocabulary tells. "polis" may read "po1is"."""
    if "0" in text or "1" in text:
        text = _SLIP.sub(lambda match: "lo"[match.group() == "0"], text)
    bare = text.strip(" .")
    if not bare or _ADDRESS.search(bare):
        return "other"
    kinds = kinds_in(text)
    if bracket or len(bare) <= 2:
        if vocabulary("party").regex.fullmatch(bare):
            return "party"
        if "association" in kinds and vocabulary("association").regex.fullmatch(bare):
            return "organisation"
    if "absent" in kinds and vocabulary("absent").regex.fullmatch(bare):
        return "absent"
    if (
        "vacant" in kinds
        and (match := vocabulary("vacant").regex.match(bare))
        and not is_name(bare)
        and not opens_with_name(bare)  # "Inga Ek PRO"
        and not (single and bare[0].isupper() and is_first_name(bare))
    ):
        return "vacant" if match.end() == len(bare) or not bare[match.end()].isalpha() else "other"
    if _SELF.fullmatch(bare):
        return "self"
    if (
        "other_surname" in kinds
        and (match := vocabulary("other_surname").regex.fullmatch(bare))
        and not is_organisation(match["surname"])
    ):
        return "other_surname"
    if "replaces" in kinds and vocabulary("replaces").regex.match(bare):
        return "replaces"
    if function := function_of(text):
        return function
    if (clause := _CLAUSE.match(bare)) is not None:
        return _said(bare[clause.end() :])
    if (
        "partial" in kinds
        and (match := vocabulary("partial").regex.match(bare))
        and match.end() >= 0.5 * len(bare)
    ):
        return "partial"
    if "substitute" in kinds and vocabulary("substitute").regex.fullmatch(bare):
        return "substitute"
    if ("whole" in kinds and vocabulary("whole").regex.fullmatch(bare)) or _CLASS.fullmatch(bare):
        return "whole"
    if _NUMBERS.fullmatch(bare):
        return "partial"
    if (
        not bracket
        and is_name(bare, single=single)
        and not (_is_firm_or_branch(bare, kinds) if " " in bare else is_organisation(bare))
    ):
        return "name"
    if single and (called := _CALLED.fullmatch(bare)) and is_first_name(called["first"]):
        return "name"
    if role_noun(bare):
        return "role"
    firm = "firm" in kinds and vocabulary("firm").regex.fullmatch(bare)
    return "organisation" if firm or is_organisation(bare) else "other"


def _is_firm_or_branch(text: str, kinds: frozenset[str]) -> bool:
    """Whether what looks like a full name is a body's: "PRO Ekby", "Harrys Bevakning"."""
    firm = "firm" in kinds and vocabulary("firm").regex.fullmatch(text) is not None
    return firm or is_branch(text)


def is_remark(text: str) -> bool:
    """Whether `text` tells something of a person and names neither work nor body: "med gipsad fot!"."""
    if vocabulary("remark").regex.match(text) or text.endswith("!"):
        return True
    return text[:1].islower() and says("finite_verbs", text)


def is_reason(text: str) -> bool:
    """Whether `text` may be why somebody stayed away ("flytt"): a body is known, or definite ("lärarna")."""
    return text.islower() and not is_organisation(text) and _DEFINITE.search(text) is None


def _said(clause: str) -> Kind:
    """What a relative clause says of a person: a function, part of the meeting, or nothing here."""
    for function in FUNCTIONS:
        match = vocabulary(function).regex.search(clause)
        if match is not None and not _ELSEWHERE.match(clause, match.end()):
            return function
    return "partial" if vocabulary("partial").regex.search(clause) else "whole"


def may_say_function(text: str) -> bool:
    """Whether a word of a function may stand in `text`, also one with a digit in it or behind a line to sign on."""
    return not (_HIDING.isdisjoint(text) and kinds_in(text).isdisjoint(FUNCTIONS))


def function_of(text: str) -> Function | None:
    """ "ordförande", also with the items that it holds for ("ordf. § 1-4", "ordf. från punkt 3")."""
    text = text.strip()
    if (also := _ALSO.match(text)) is not None:
        text = text[also.end() :]
    bare = text.strip(" .")
    kinds = kinds_in(text)
    for function in FUNCTIONS:
        if function not in kinds:
            continue
        regex = vocabulary(function).regex
        if text != bare and regex.fullmatch(text):
            return function
        if (match := regex.match(bare)) and (
            regex.fullmatch(bare) or _RANGE.fullmatch(bare[match.end() :].lstrip("."))
        ):
            return function
    if pattern("attendance_marks", "leads").fullmatch(bare):
        return "chair"
    told = [each for each in FUNCTIONS if each in kinds]
    if len(told) > 1 and len(halves := _BOTH.split(bare)) == 2:  # "ledde mötet och skrev"
        both = [function_of(half) for half in halves]
        return next((each for each in told if each in both), None) if all(both) else None
    return None
