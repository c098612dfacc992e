"""Who can be given a task, as written.

Forms handled: full names, first names, initials ("PR", "K-G B", "BoA"), "Anna och Bo", "Park- och gatuenheten", roles ("Preventionssamordnaren",
"ordföranden"), organisations ("Polisen", "Kommunen och fritidsgården"), "alla", "vi", "var och en", "Bo på Kullen",
"arbetsgruppen Trygg hamn", "någon från polisen", "varje gata", "båda skolorna", "kommunkansliet", "polisens områdesansvariga"; of "X tillsammans med Y" the first alone.
"""

import re
from functools import lru_cache, partial

from pipeline.names import is_first_name, is_name, is_role
from pipeline.vocabulary import listed, pattern, rule_for, words

Names = frozenset[str]

LONGEST = 9  # words of a doer
_OWNED = 2  # words of an event with whose it is
_LONGEST_CALLED = 5  # words of a group with its name
_STOP = re.compile(r"[.;:!?](?!\w)")
_BRACKET = re.compile(r"\s?\([^)]*\)")
_INFINITIVE = re.compile(r"[a-zåäö]{3,}a")
_ADJECTIVE = re.compile(
    r"[a-zåäö]{3,}iska|(?:soci|kommun|region|lok|centr)ala"
)  # "tekniska kontoret"
_SUM = re.compile(r"\d\s\d{3}$")
_PLURAL = re.compile(r"([a-zåäö]{3,})(?:er|ar)")
_BODY = re.compile(r"\w{3,}(?:en|et|na)|brå|vi|alla")
_FIRST_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,}(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?")
_PROPER = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2}")
_pattern = partial(pattern, "owners")
_PRESENT = re.compile(r"[a-zåäö]{3,}(?:er|ar)")


@lru_cache(maxsize=1024)
def is_doer(text: str, names: Names = frozenset()) -> bool:
    """Whether `text` names somebody who can be given a task. `names`: the attendees' name words."""
    text = text.strip()
    if not text or len(text.split()) > LONGEST or _STOP.search(text.rstrip(".")):
        return False
    if " – " in text or " - " in text:
        return False  # "Nytt – Styrelsen bevakar": a lead before the doer
    if is_somebody(text):
        return True
    if both := _pattern("pronoun_and").match(text):
        text = text[both.end() :]
    if _pattern("each").fullmatch(text) or is_crowd(text):
        return True
    if some := _pattern("some_of").match(text):
        text = text[some.end() :]
        return text.lower() in {"oss", "dem", "er"} or is_organisation(text)
    first = _pattern("together").split(text)[0]
    parts = [part.strip() for part in _pattern("joined").split(first) if part]
    last = parts[-1:]
    parts = [part for part in parts if not part.endswith("-")]  # "Park- och gatuenheten"
    if last != parts[-1:]:
        return False
    known = [_is_one_doer(part, names) for part in parts]
    return any(known) and all(
        one or _goes_with_a_name(part) for one, part in zip(known, parts, strict=True)
    )


def _goes_with_a_name(part: str) -> bool:
    """Whether a word that is nobody's known name may be one beside another doer ("Souad och Bo")."""
    return _FIRST_NAME.fullmatch(part) is not None and not (
        _BODY.fullmatch(part.lower())
        or opens_no_doer(part)
        or _pattern("activity").search(part)
        or _pattern("adverb_opens").fullmatch(part)
    )


def is_somebody(text: str) -> bool:
    """Whether `text` is a word for somebody who bears no name in it: "alla", "vi", "ordföranden"."""
    return text.lower() in words("owners", "somebody")


def opens_no_doer(word: str) -> bool:
    """Whether no doer begins with `word`, which is no initials."""
    return not word.isupper() and word.lower() in words("owners", "nobody")


def title(doer: str) -> int:
    """How long the title before a name is, where it is in its definite form ("Kommunpolisen Maj Ek")."""
    found = _pattern("title").match(doer)
    if found is None or not is_name(doer[found.end() :]):
        return 0
    return found.end() if is_office(found.group().strip()) else 0


def is_office(text: str) -> bool:
    """Whether `text` is a role, in its definite form too ("rektorn", "chefen för fritid")."""
    last = text.split()[-1]
    return (
        any(is_role(form) for word in dict.fromkeys((text, last)) for form in indefinite(word))
        or _pattern("office").fullmatch(last) is not None
        or bool(" för " in text and rule_for("affiliations", "role").regex.match(text))
    )


def indefinite(word: str) -> list[str]:
    """`word` and what it may be without its definite ending ("rektorn", "rektor")."""
    forms = [word]
    forms += [
        word[: -len(ending)]
        for ending in listed("owners", "definite")
        if word.lower().endswith(ending) and len(word) > len(ending) + 3
    ]
    forms += [form + "e" for form in forms if form.lower().endswith(("ar", "and"))]
    return forms


def _is_one_doer(text: str, names: Names) -> bool:
    text = (_BRACKET.sub("", text) if "(" in text else text).strip()
    if not text:
        return False
    said = text.split()
    lower = [word.lower() for word in said]
    if not words("owners", "in_no_doer").isdisjoint(lower):
        return False
    owned = len(said) == _OWNED and lower[0].endswith("s")  # "höstens vandring"
    if _pattern("activity").search(said[-1 if owned else 0]):
        return False
    if len(said) > 1 and (lower[-1] in words("owners", "ends_no_doer") or _SUM.search(text)):
        return False  # "klubben om de", "Ekby BK 9 000"
    if opens_no_doer(said[0]):
        return False
    if len(said) <= _LONGEST_CALLED and _pattern("called").match(text):
        return True
    known = is_first_name(said[0]) or lower[0] in names
    if known and _pattern("of_place").fullmatch(text):
        return True
    if not known and (on := _pattern("on").search(text)) is not None:
        noun = text[: on.start()]  # "Skylt om bevakning" is a sign
        article = lower[0] in {"en", "ett"}  # "En vandring längs hamnen"
        return not article and len(noun.split()) <= 2 and (is_office(noun) or is_organisation(noun))
    if len(said) > 1 and _PRESENT.fullmatch(said[1]) and _BODY.fullmatch(lower[0]):
        return False  # "Rådet behåller"
    if len(said) > 1 and _INFINITIVE.fullmatch(said[0]) and not _ADJECTIVE.fullmatch(said[0]):
        return False  # an infinitive opens a deed, not a doer
    if lower[0] in {"en", "ett"} and not (len(said) > 1 and is_role(said[1])):
        return False  # "En vandring", "Ett utskick om grannsamverkan"
    if is_somebody(text) or _pattern("initials").fullmatch(text):
        return True
    if len(said) > 1 and all(word.strip(".") in names for word in lower):
        return True
    if is_name(text, single=True) and (
        len(said) > 1 or is_first_name(text) or text.lower() in names
    ):
        return True
    if len(said) == 2 and lower[0].endswith("s") and _PLURAL.fullmatch(lower[1]):
        return is_role(_PLURAL.sub(r"\1", lower[1]))  # "skolans värdar"
    if is_office(text) or is_organisation(text):
        whose = text[0].isupper() or len(said) == 1 or lower[0].endswith(("s", "e"))
        return len(said) <= 5 and (whose or _ADJECTIVE.fullmatch(lower[0]) is not None)
    return bool(
        len(said) <= 4
        and text[0].isupper()
        and (is_name(said[-1], single=True) or is_name(" ".join(said[-2:])))
        and is_office(said[0])
    )


def is_crowd(text: str) -> bool:
    """Whether `text` means many of whom much is told, and who are seldom given a task ("butikerna")."""
    return _pattern("crowd").fullmatch(text) is not None


def is_proper(text: str) -> bool:
    """Whether `text` is a name of one to three words that no list knows, and not the body that meets ("Granhus", "Ekby Hem")."""
    named = _PROPER.fullmatch(text) is not None
    return named and not (opens_no_doer(text.split()[0]) or is_own_body(text))


def is_own_body(text: str) -> bool:
    """Whether `text` is the body that meets ("Trygghetsrådet", "vi")."""
    return _pattern("own_body").fullmatch(text) is not None


def is_organisation(text: str) -> bool:
    """Whether `text` means a body, by its last word or a capital first one ("Polisen", "kommunens gatukontor")."""
    organisation = rule_for("affiliations", "organisation").regex
    said = text.split()
    if _pattern("body").fullmatch(said[-1]) or _pattern("body").fullmatch(text):
        return True
    return any(organisation.fullmatch(form) for form in indefinite(said[-1])) or bool(
        len(said) <= 3 and text[0].isupper() and organisation.match(said[0])
    )
