"""Swedish lemmas by simplemma's dictionary."""

from functools import lru_cache

from pipeline.dictionary import dictionary_lemma, is_known
from pipeline.vocabulary import table

# What a noun's stem takes when it is bent.
_BENT = ("en", "et", "n", "t", "ar", "er", "or")
_NOUN_ENDINGS = ("", "ens", "ets", "arna", "erna", "orna", "en", "et", "ar", "er", "or", "na", "n", "t", "s")  # fmt: skip


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma of `word` in small letters, a noun's where it can be one; else the word itself.

    The dictionary gives one lemma a word and often a verb's: "rån" is of "råna". A word whose bent
    forms have it as their lemma is a noun.
    """
    own = table("compounds", "lemmas").get(word)
    if own is not None:
        return own
    found = any_lemma(word)
    if found.endswith("a"):
        for ending in _NOUN_ENDINGS:
            stem = word.removesuffix(ending) if word.endswith(ending) else ""
            if len(stem) > 2 and stem != found and is_noun(stem):
                return stem
    return found


@lru_cache(maxsize=100_000)
def any_lemma(word: str) -> str:
    """The dictionary's lemma of `word`, in small letters."""
    return dictionary_lemma(word).lower()


def is_noun(stem: str) -> bool:
    """Whether bent forms of `stem` have it as their lemma."""
    if stem.endswith("a"):
        bent = [stem + "n", stem[:-1] + "or"]
    else:
        bent = [stem + ending for ending in _BENT]
    if stem[-2:] in {"er", "el", "en"}:
        bent += [f"{stem[:-2]}{stem[-1]}{ending}" for ending in ("et", "en", "ar")]
    return any(is_known(each) and any_lemma(each) == stem for each in bent)
