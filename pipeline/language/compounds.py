"""Swedish compounds cut into their parts, each as its lemma.

Forms handled: parts joined as they are ("cykelstöld"), with an s ("bostadsinbrott"), with a vowel lost
("skolgård", "medborgarlöfte") or changed ("gatubelysning", "tunnelbanestation"), three parts and more
("cykelstöldsvågen"), and any inflection of the last part. A part is a word that simplemma's dictionary
knows, of four letters or more, or one of the short words of vocabulary/compounds.toml; endings and
prefixes are none, so "misshandel" and "verksamhet" stay whole.
"""

from collections.abc import Iterator
from functools import lru_cache

from pipeline.dictionary import is_known
from pipeline.language.lemmas import is_noun, lemma
from pipeline.vocabulary import table, words

_PART = 4  # letters of a part that need no permission
_JOINT = 1.0  # what each further part costs
_LONGER = 0.001  # what each letter of the first part is worth, where all else is equal
_LONGEST = 60  # letters; what is longer is no word

# A first part's form in the compound -> its lemma: what is cut off its end, what is put there, the cost.
_LINKS = (
    ("", "", 0.0),
    ("s", "", 0.05),
    ("", "e", 0.2),
    ("", "a", 0.2),
    ("s", "e", 0.2),
    ("e", "a", 0.3),
    ("o", "a", 0.3),
    ("u", "a", 0.3),
    ("es", "a", 0.3),
)


# Endings after which a first part has its s.
_WANTS_S = ("het", "ning", "ing", "tion", "skap", "dom", "tet", "else", "nad")


def parts(word: str) -> tuple[str, ...]:
    """The parts of `word` in small letters, as lemmas; the word's own lemma where it is no compound."""
    lower = word.lower()
    if not lower.isalpha() or len(lower) > _LONGEST:
        return (lower,)
    return _parts(lower)


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    whole = lemma(word)
    known = is_known(whole)
    base = whole if known else word
    if len(base) < 2 * _PART - (not known) or (
        known and whole.endswith("a") and not is_noun(whole)
    ):
        return (whole,)
    found = min(_splits(base), default=None)
    if found is None:
        return (whole,)
    return tuple(part for each in found[1] for part in _inner(each))


def _inner(part: str) -> tuple[str, ...]:
    """A part's own parts, where it is a compound itself."""
    inner = _parts(part)
    return inner if len(inner) > 1 else (part,)


def _splits(word: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every way to cut `word` in two parts or more, with its cost."""
    for cut in range(len(word) - 2, 1, -1):
        head, tail = word[:cut], word[cut:]
        if _is_last(tail):
            for cost, first in _heads(head):
                yield cost + _JOINT - _LONGER * cut, (*first, lemma(tail))


@lru_cache(maxsize=100_000)
def _heads(text: str) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """What `text`, which another part follows, can be: one part, or several."""
    found: list[tuple[float, tuple[str, ...]]] = [
        (cost, (each,)) for cost, each in _first_parts(text)
    ]
    for cut in range(3, len(text) - 2):
        last = min(_first_parts(text[cut:]), default=None)
        if last is not None:
            found += [
                (cost + last[0] + _JOINT, (*first, last[1])) for cost, first in _heads(text[:cut])
            ]
    return tuple(sorted(found)[:2])


def _first_parts(form: str) -> Iterator[tuple[float, str]]:
    stem = table("compounds", "stems").get(form)
    if stem is not None:
        yield 0.0, stem
    if form in words("compounds", "prefixes") or form in words("compounds", "endings"):
        return
    for off, on, cost in _LINKS:
        bare = form.removesuffix(off)
        if form.endswith(off) and _is_long(bare) and is_known(bare + on):
            lacks_s = 0.2 if not off and form.endswith(_WANTS_S) else 0.0
            if lemma(bare + on) == bare + on:
                yield cost + lacks_s, bare + on


def last_part(word: str) -> str | None:
    """The bent last part of a compound that the dictionary does not know ("barnen"); else None."""
    if not word.isalpha() or len(word) > _LONGEST:
        return None
    tails = (word[cut:] for cut in range(3, len(word) - 2))
    return next((tail for tail in tails if _is_last(tail) and _heads(word[: -len(tail)])), None)


def _is_last(form: str) -> bool:
    return _is_long(form) and form not in words("compounds", "endings") and is_known(form)


def _is_long(form: str) -> bool:
    return len(form) >= _PART or form in words("compounds", "short")
