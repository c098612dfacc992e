"""What the recognition models do to Swedish print, undone in one line or word."""

import re
import unicodedata
from collections.abc import Sequence

from pipeline.dictionary import is_known

_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")  # signs that the models see in drawings
_WIDE_FORMS = re.compile("[\u3000-\u303f\uff01-\uffee]")
_FOREIGN = str.maketrans("áàâãāóòôõōÁÀÂÃÓÒÔÕ", "ååååäöööööÅÅÅÅÖÖÖÖ")
_RUN_TOGETHER = re.compile(
    r"(?<![\w@./])([a-zåäöA-ZÅÄÖ][a-zåäö]{2,}[.,;:!?]?)([A-ZÅÄÖ][a-zåäö]{2,})(?!\w)"
)
_CLOCK = re.compile(r"\b([Kk])[1I](?=[.:]?\s?\d{1,2}[.:]\d\d\b|[.:]\s?\d{1,2}\b)")
_BEFORE_NUMBER = re.compile(r"(?<![\w@./-])([A-ZÅÄÖa-zåäö]{3,})(\d[\d.:/–-]*)(?![\w@])")
_AFTER_NUMBER = re.compile(r"(?<![\w@./-])(\d[\d.:–-]*)([A-ZÅÄÖa-zåäö][a-zåäö]{3,})(?![\w@])")
_PARAGRAPH = re.compile(r"^[Ss$](?=\s?\d{1,3}\b(?:\s*[–-]\s*\d{1,3}\b)?(?:\s+[A-ZÅÄÖ]|$))")
_NUMBERED = re.compile(r"^[§Ss$]\s?(\d{1,3})\b")
_SIGN_LOST = re.compile(r"^[58]\s(\d{1,3})\s+[A-ZÅÄÖ]")


def spelled(line: str) -> str:
    """A line with its signs as Swedish print has them, and words run together parted.

    Forms handled: signs of full width; "BråVikdal", "möte.Nästa" (but not "PowerPoint", which is a
    word as it stands); "den14 maj", "5december" (but not "20kr"); "k1. 09.00" for "kl. 09.00"; "S 12
    Lägesbild" for "§ 12 Lägesbild".
    """
    line = _WIDE_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line)
    line = _PARAGRAPH.sub("§", _CLOCK.sub(r"\1l", line))
    line = _BEFORE_NUMBER.sub(lambda match: _beside_number(match, match[1]), line)
    line = _AFTER_NUMBER.sub(lambda match: _beside_number(match, match[2]), line)
    return _RUN_TOGETHER.sub(_parted, line)


def with_section_signs(lines: Sequence[str]) -> list[str]:
    """A page's lines; one that begins "5 13 Lägesbild" among "§ 12" and "§ 14" gets its sign back."""
    result = list(lines)
    known = {int(match[1]) for line in lines if (match := _NUMBERED.match(line))}
    for index in (*range(len(result)), *reversed(range(len(result)))):
        lost = _SIGN_LOST.match(result[index])
        if lost and known & {int(lost[1]) - 1, int(lost[1]) + 1}:
            known.add(int(lost[1]))
            result[index] = f"§{result[index][1:]}"
    return result


def swedish_word(token: str) -> str:
    """A word without signs that no Swedish print holds, and with å, ä, ö for accents it lacks.

    "pà" is "på". A name ("Gábor") stays where Swedish has no such word with ring or dots.
    """
    token = _EASTERN.sub("", token)
    folded = token.translate(_FOREIGN)
    if folded == token or token == "à":
        return token
    bare = folded.strip('.,:;!?()"”“')
    return folded if bare.islower() or is_word(bare) else token


def is_word(token: str) -> bool:
    """Whether Swedish has the word, in any of its forms."""
    return is_known(token.lower())


def _parted(match: re.Match[str]) -> str:
    return match[0] if is_word(match[0]) else f"{match[1]} {match[2]}"


def _beside_number(match: re.Match[str], word: str) -> str:
    return f"{match[1]} {match[2]}" if is_word(word) else match[0]
