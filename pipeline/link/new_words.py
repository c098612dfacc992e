"""Words that may be new problems: which are counted, and in which dictionary form.

Counted are nouns, and words that the dictionary does not know, but for function words. Known is what any
council uses at every meeting and what the taxonomy of problems has a place for.
"""

from collections.abc import Iterable, Iterator

from pipeline.dictionary import is_known
from pipeline.language.lemmas import is_noun, lemma
from pipeline.vocabulary import words
from pipeline.vocabulary.sayings import book

_SHORTEST = 4  # letters of the dictionary form


def counted(forms: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """The forms that are counted, each with its dictionary form and whether that is known."""
    taxonomy = book("problems")
    for form in forms:
        word = lemma(form)
        if len(word) < _SHORTEST or not {form, word}.isdisjoint(words("link_words", "empty")):
            continue
        if not is_known(form) or is_noun(word):
            usual = not {form, word}.isdisjoint(words("link_words", "usual"))
            yield form, word, usual or taxonomy.knows(form) or taxonomy.knows(word)
