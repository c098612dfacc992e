"""The attendee whom an owner's words mean.

Forms handled: full names, also turned, with one letter wrong or in the genitive; first names, surnames,
"Anna E."; short forms ("Lasse" for Lars, "P-O"); initials ("AE", "A.E."); a name with its work ("rektor
Anna", "Anna på kommunen"); chair and secretary of the meeting, who is "jag", too; roles in any form ("rektorn", "v. ordf.",
"samordnaren" for a trygghetssamordnare), with whose they are ("polisens samordnare", "rektorn på
Ekskolan"). An organisation means none of its people, nor do "Anna och Bo", "alla" or "vi".
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from rapidfuzz.distance import Levenshtein

from models.meeting import Attendee, Function
from pipeline.extract.actions.doers import indefinite
from pipeline.names import folded, is_first_name, is_name, is_role, same_name
from pipeline.vocabulary import groups

_SEVERAL = re.compile(r"\s(?:och|samt|eller|&)\s|,\s|/|\+")
_BRACKET = re.compile(r"\s?\([^)]*\)")
_INITIALS = re.compile(r"[A-ZÅÄÖ]{2,4}")
_AT = re.compile(r"^(?P<who>.+?)\s(?:på|från|vid|i|hos|för)\s(?:den\s)?(?P<where>.+)$")
_OF = re.compile(r"^(?P<where>\w{4,})s\s(?P<who>\w+)$")
_FULL = {"ordf": "ordförande", "sekr": "sekreterare", "v": "vice", "bitr": "biträdande", "1:e": "förste", "2:e": "andre"}  # fmt: skip
_FUNCTIONS: dict[str, Function] = {"ordförande": "chair", "mötesordförande": "chair", "sekreterare": "secretary", "mötessekreterare": "secretary", "undertecknad": "secretary", "undertecknade": "secretary", "jag": "secretary"}  # fmt: skip
_AGENCIES = frozenset({"polisen"})  # whose bare word is also a role's definite form
_ADJECTIVE = ("ande", "ende", "al", "ig", "isk", "ad")
_DEPUTIES = frozenset({"biträdande", "ställföreträdande", "tillförordnad", "blivande", "avgående"})
_STEM = 4  # letters by which "polisens" is known in "polismyndigheten"
_MISSPELT = 5  # shortest surname, in letters, that is forgiven a wrong one
_HEAD_NOUN = 6  # shortest noun that stands for its compound


def resolve(owner: str, attendees: Sequence[Attendee]) -> str | None:
    """The name of the one attendee whom `owner` means; None where none or several fit."""
    found = fitting(owner, attendees)
    return found[0] if len(found) == 1 else None


def fitting(owner: str, attendees: Sequence[Attendee]) -> tuple[str, ...]:
    """The names of all attendees whom `owner` may mean, by the surest reading that any fits.

    Where they are several, the one of them who was there goes before those who were not.
    """
    bare = _BRACKET.sub("", owner).strip(" .,:")
    if not bare or _SEVERAL.search(bare):
        return ()
    for form in dict.fromkeys((bare, bare.removesuffix("s").rstrip("'’"))):
        for fits in _readings(form):
            if found := [each for each in attendees if fits(each)]:
                there = tuple({each.name: None for each in found if each.status != "absent"})
                return there if len(there) == 1 else tuple({each.name: None for each in found})
    return ()


def forms(name: str) -> frozenset[str]:
    """`name`, a word of a name in small letters, with its short forms ("per-olov", "p-o")."""
    parts = name.split("-")
    short = {"-".join(part[:1] for part in parts)} if len(parts) > 1 else set[str]()
    return frozenset({name} | short) | _forms().get(name, frozenset())


def initials(name: str) -> str:
    """The capitals that the parts of `name` begin with ("Karl-Axel Ros": "KAR")."""
    return "".join(part[0] for part in re.split(r"[\s-]", name) if part and part[0].isupper())


def is_person(owner: str) -> bool:
    """Whether `owner` is one person's name, and not a role, an organisation or a pronoun."""
    bare = _BRACKET.sub("", owner).strip(" .,:")
    return (
        _SEVERAL.search(bare) is None
        and is_name(bare, single=True)
        and is_first_name(bare.split()[0])
    )


_Fits = Callable[[Attendee], bool]


def _readings(bare: str) -> Iterator[_Fits]:
    """The ways to read `bare`, the surest first."""
    if bare[:1].isupper():
        yield lambda each: each.name.lower() == bare.lower()
        yield lambda each: same_name(each.name, bare)
        yield lambda each: _nicknamed(each.name, bare)
        yield lambda each: _misspelt(each.name, bare)
        letters = re.sub(r"[.\s-]", "", bare)
        if _INITIALS.fullmatch(letters):
            yield lambda each: initials(each.name) == letters and not _belongs(each, letters)
            yield (
                lambda each: (
                    len(letters) == 2
                    and initials(each.name)[:: max(len(initials(each.name)) - 1, 1)] == letters
                )
            )
    yield from _with_name(bare)
    if bare.lower() not in _AGENCIES:
        yield from _with_role(bare)


def _with_name(bare: str) -> Iterator[_Fits]:
    """A name with work before it ("rektor Anna Ek") or after it ("Anna på kommunen")."""
    words = bare.split()
    for count in (2, 1):
        name = " ".join(words[-count:])
        single = is_first_name(name) or (len(words) > count and is_role(words[-count - 1].lower()))
        if len(words) > count and name[0].isupper() and is_name(name, single=single):
            yield partial(_is_called, name)
    at = _AT.match(bare)
    if at is not None and is_name(at["who"], single=is_first_name(at["who"])):
        yield lambda each: same_name(each.name, at["who"]) and _belongs(each, at["where"])
        yield lambda each: same_name(each.name, at["who"])


def _is_called(name: str, each: Attendee) -> bool:
    return same_name(each.name, name)


def _serves_as(function: Function, each: Attendee) -> bool:
    return each.function == function


def _with_role(bare: str) -> Iterator[_Fits]:
    """A function at this meeting, else a role, with or without whose it is."""
    names = _role_names(bare)
    for function in {_FUNCTIONS[name] for name in names & _FUNCTIONS.keys()}:
        yield partial(_serves_as, function)
    yield lambda each: _role(each) in names
    at = _AT.match(bare) or _OF.match(bare)
    if at is not None:
        held = _role_names(at["who"])
        yield (
            lambda each: (
                _role(each) in held and (not each.organisation or _belongs(each, at["where"]))
            )
        )
        return
    long = [name for name in names if len(name) >= _HEAD_NOUN]
    yield lambda each: any(_role(each).startswith(f"{name} ") for name in long)
    yield lambda each: any(_role(each).endswith(name) and " " not in _role(each) for name in long)
    yield lambda each: any(_is_kind_of(name, _role(each)) for name in long)


def _is_kind_of(name: str, role: str) -> bool:
    """Whether `role` is the one called `name` with a word that tells more of it ("kommunal samordnare")."""
    first, _, last = role.partition(" ")
    return last == name and first.endswith(_ADJECTIVE) and first not in _DEPUTIES


def _role_names(text: str) -> set[str]:
    """`text` as a role may be written: without article and definite ending, abbreviations spelt out."""
    *before, last = re.sub(r"^(?:den|vår|nya?)\s", "", text.lower()).split()
    last = last.strip(".")
    lead = " ".join(_FULL.get(word.strip("."), word.strip(".")) for word in before)
    forms = {_FULL.get(form, form) for form in indefinite(last)}
    forms |= {form + "e" for form in forms if form.endswith("ordförand")}
    return {f"{lead} {form}".strip() for form in forms}


def _role(attendee: Attendee) -> str:
    return _spelt_out(attendee.role or "")


@lru_cache(maxsize=256)
def _spelt_out(role: str) -> str:
    """A role in small letters without its abbreviations."""
    words = [word.strip(".") for word in role.lower().split()]
    return " ".join(_FULL.get(word, word) for word in words)


def _belongs(attendee: Attendee, where: str) -> bool:
    """Whether `where` is named in the attendee's organisation, role or party, by its words' stems."""
    told = f"{attendee.organisation or ''} {attendee.role or ''} {attendee.party or ''}".lower()
    words = re.findall(r"\w+", where.lower())
    if len(words) == 1 and len(words[0]) < _STEM:
        return words[0] in re.findall(r"\w+", told)
    return any(word[: max(_STEM, len(word) - 3)] in told for word in words if len(word) >= _STEM)


def _nicknamed(name: str, bare: str) -> bool:
    """Whether `bare` is the name with another form of its first name, or such a form alone."""
    first, *rest = name.lower().split()
    short, *others = bare.lower().split()
    return short in _forms().get(first, ()) and (not others or rest == others)


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    """The forms of each first name that has several, in small letters."""
    forms: dict[str, frozenset[str]] = {}
    for group in groups("nicknames", "same"):
        for name in group:
            forms[name] = forms.get(name, frozenset()) | group
    return forms


def _misspelt(name: str, bare: str) -> bool:
    """Whether the two differ in one letter of the surname."""
    ours, theirs = name.split(), bare.split()
    if len(ours) < 2 or len(ours) != len(theirs) or folded(ours[0]) != folded(theirs[0]):
        return False
    one, other = folded(" ".join(ours[1:])), folded(" ".join(theirs[1:]))
    return min(len(one), len(other)) >= _MISSPELT and Levenshtein.distance(one, other) == 1
