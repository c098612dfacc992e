"""What somebody is and whom they come from, by the words of affiliations.toml.

Forms handled: "Kurator Mälarhöjdens skola" (role and organisation), "chef kultur och fritid" (a role with its
field), "PRO Ekby" (a branch of an association).
"""

import re
from functools import cache, lru_cache

from pipeline.vocabulary import Rule, possible, rule_for

_AGENT = re.compile(
    r"(?!tidigare|senare|vidare|närmare)[a-zåäö-]{3,}(?:are|(?<!f)ör|ist|ant|log|nom|iker)(?!\w)"
)  # "brottsförebyggare"
_PROPER = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w-]*(?:\s|$)){2,}|(?<=\s)[A-ZÅÄÖÉ][\w-]+$|[A-ZÅÄÖÉ][\w-]{2,}(?:en|et|an)$"
)  # "Stadens Livs", "Bryggan"


@cache
def vocabulary(kind: str) -> Rule:
    """The rule of affiliations.toml that says what a `kind` looks like."""
    return rule_for("affiliations", kind)


@lru_cache(maxsize=1024)
def kinds_in(text: str) -> frozenset[str]:
    """The kinds whose words may stand in `text`; of no other does any part of it match."""
    return frozenset(rule.data["is"] for rule in possible("affiliations", text))


def is_organisation(text: str) -> bool:
    """Whether `text` holds a word that only organisations have."""
    kinds = kinds_in(text)
    return bool(
        ("organisation" in kinds and vocabulary("organisation").regex.search(text))
        or (
            "association" in kinds
            and (vocabulary("association").regex.fullmatch(text) or is_branch(text))
        )
    )


def is_branch(text: str) -> bool:
    """ "PRO Ekby": an association's letters before the name of its place."""
    letters, _, place = text.partition(" ")
    known = vocabulary("association").regex.fullmatch(letters)
    return known is not None and letters.isupper() and place[:1].isupper()


def role_noun(text: str) -> re.Match[str] | None:
    """The role that opens `text`: a word of the vocabulary, or one whose ending names who does something."""
    known = vocabulary("role").regex.match(text) if "role" in kinds_in(text) else None
    return known or _AGENT.match(text)


def split_role(text: str) -> tuple[str | None, str | None]:
    """ "Kurator Mälarhöjdens skola" is role and organisation; a field of work stays in the role."""
    match = role_noun(text)
    if match is None:
        return None, text
    rest = text[match.end() :].strip(" ,")
    bare = re.sub(r"^(?:på|vid|i|från|hos|för)\s", "", rest)
    if not rest or (rest == bare and vocabulary("field").regex.fullmatch(rest)):
        return text, None
    at = re.match(r"(?:vid|hos|från)\s(?!\d)", rest)  # always somebody's
    named = at or is_organisation(bare) or re.match(_PROPER if rest == bare else r"[A-ZÅÄÖÉ]", bare)
    return (match.group().strip(), bare) if named else (text, None)
