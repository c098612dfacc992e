"""The two halves of a sentence that tells of two matters: "Lampan är bytt och Bo har ringt skolan."

Forms handled: two statements with a verb each, joined by "och", "men", "samt" or "medan", a comma or a semicolon,
or parted by a full stop that may be an abbreviation's ("enligt L-G. Tore har ringt"), also behind "att" ("noterades att A
är klart och att B pågår"). What goes on about the first matter ("men svaret dröjer", "den andra kommer i maj", "som
Bo lovade", "eftersom") is no half, nor is a pronoun's clause.
"""

import re

from models.view import View
from pipeline.vocabulary import says
from pipeline.vocabulary.openings import swift

_JOINT = swift(
    r"(?P<joint>[,;]\s(?:och\s|men\s|samt\s|medan\s)?|(?<!\bfrån)(?<!\btill)\s(?:och|men|samt|medan)\s|(?<=\w)\.\s(?=[A-ZÅÄÖ]))(?:att\s)?(?=[\w§])"
)
_SHORTEST = 12  # characters of a half
_FEWEST = 3  # words
_FIRST = re.compile(r"\w[\w.-]*:?\s")
_TOLD = re.compile(r"\w{2,}(?:[aglmnrv]de|[aglmnrv]des|dde|ddes|[kpst]te|[kpst]tes)\b")  # "kördes"


def halves(view: View) -> tuple[View, View] | None:
    """The halves of the sentence, where it has them; whether they tell of two matters only linking can say."""
    text = view.text
    for match in sorted(_JOINT.finditer(text), key=lambda each: each["joint"][0] != "."):
        if match.start() < _SHORTEST or len(text) - match.end() < _SHORTEST:
            continue
        first, second = text[: match.start()], text[match.end() :]
        if _stands(second) and _stands(first) and not says("follow_ups", second, "goes_on"):
            return view.part(0, match.start()), view.part(match.end(), len(text))
    return None


def _stands(text: str) -> bool:
    """Whether a half is a statement: some words, of which a later one is a verb or tells an outcome, before a comma."""
    first = _FIRST.match(text)
    rest = text[first.end() :].partition(",")[0] if first else ""
    return len(text.split()) >= _FEWEST and (
        _TOLD.search(rest) is not None
        or says("finite_verbs", rest, "finite")
        or says("follow_ups", rest, "outcome")
    )
