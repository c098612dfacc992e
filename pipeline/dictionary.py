"""Swedish word forms and their lemmas: simplemma's dictionary, opened fast.

The dictionary is decoded once on a machine and kept as a trie (5 MB) in the user's cache folder, from where
each process opens it at once. Where nothing can be kept, each process decodes it for itself.
"""

import tempfile
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import DictionaryFactory

_LANGUAGE = "sv"


def dictionary_lemma(word: str) -> str:
    """The dictionary's lemma of `word` (not empty); a word that it lacks in small letters."""
    return _lemmatizer().lemmatize(word, lang=_LANGUAGE)


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has `word`, as a lemma or bent."""
    return _lookup().get_lemma(unicodedata.normalize("NFC", word), _LANGUAGE) is not None


@cache
def _lemmatizer() -> "Lemmatizer":
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


@cache
def _lookup() -> "DictionaryLookupStrategy":
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(dictionary_factory=_dictionaries())


@cache
def _dictionaries() -> "DictionaryFactory":
    from platformdirs import user_cache_path
    from simplemma import __version__
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    kept = user_cache_path("lokalbra") / f"simplemma-{__version__}"
    name = f"{_LANGUAGE}.dic"
    try:
        if not (kept / name).exists():
            kept.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(
                dir=kept
            ) as made:  # no process sees a half-written one
                TrieDictionaryFactory(disk_cache_dir=made).get_dictionary(_LANGUAGE)
                (Path(made) / name).replace(kept / name)
    except OSError:
        return DefaultDictionaryFactory()
    return TrieDictionaryFactory(disk_cache_dir=str(kept))
