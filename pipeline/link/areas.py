"""When two declared priority areas are the same."""

import re
import unicodedata

from pipeline.dictionary import dictionary_lemma

_JOINING = frozenset({"och", "samt", "eller", "respektive"})


def area_key(name: str) -> str:
    """The same key for all spellings of one area: case, å/ä/ö, punctuation, inflection.

    "Ungdomar" and "ungdom" are one, as are "skadegörelse" and "Skadegörelsen", "påträngande
    tiggeri/olovliga bosättningar" and "påträngande tiggeri och olovliga bosättningar".
    """
    text = unicodedata.normalize("NFC", name).casefold()
    lemmas = [
        dictionary_lemma(word).casefold()
        for word in re.findall(r"\w+", text)
        if word not in _JOINING
    ]
    plain = unicodedata.normalize("NFKD", " ".join(lemmas))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return "-".join(re.findall(r"[^\W_]+", plain)) or text.strip()
