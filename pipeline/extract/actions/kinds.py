"""The kind of an action where its sentence words it otherwise than its cue alone.

Forms handled: what somebody wants or speaks for ("Bo vill att rådet söker tillstånd", "Lena förordar det") is
a proposal; what the body itself shall give its attention to ("ska gruppen satsa på två gator") is a decision; who answers for what was decided right before ("Bo svarar för det") has been given the task.
"""

import re
from dataclasses import replace

from pipeline.extract.actions.found import Found

_SPEAKER = (
    r"^(?!(?:rådet|mötet|gruppen|utskottet|forumet|vi|alla|samtliga)\b)"
    r"(?:(?!(?:som|att|om|var|hur|vad|när|vilka|och\s(?:vill|ville|önskar|begär|begärde|rekommenderar))\b)[^\s.;:,]+,?\s){1,6}?"
)
_WISH = re.compile(
    _SPEAKER
    + r"(?:(?:vill|ville|framför|framförde|tycker|tyckte|anser|ansåg|menar|menade|önskar|önskade|hävdar|hävdade)"
    r"\s(?:(?:gärna|också|även|helst|nog|däremot)\s){0,2}att\s"
    r"|(?:förordar|förordade|förespråkar|förespråkade|efterlyser|efterlyste|pläderar|pläderade|(?:rekommenderar|rekommenderade|begär|begärde|hemställer|hemställde)\satt)\b"
    r"|(?:vill|ville)\s(?:gärna\s)?(?:se|ha)\s)",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:bestäm\w+|beslut\w*|bifall\w*|biföll\w*|överens|åtog|åtar|lova\w*|instämde|så\s(?:blir|får)\sdet)\b",
    re.I,
)
_BODIES = frozenset({"rådet", "gruppen", "forumet", "mötet", "brå", "nätverket", "utskottet", "vi"})
_FOCUS = re.compile(
    r"\b(?:ska(?:ll)?\s(?:vi|rådet|gruppen)\s(?:ha|få)|satsa\spå|prioritera|fokusera|koncentrera\ssig|lägga\s(?:kraften|krutet))\b",
    re.I,
)
_ANSWERS = re.compile(
    r"\b(?:svarar|ansvarar|står|har\sansvaret)\sför\b(?!\s(?:\w+\s)?(?:kaffe|fika|korv|kostnad|mat|bullar))",
    re.I,
)
_TASKS = frozenset({"assignment", "commitment"})


def as_worded(found: Found, sentence: str, before: Found | None) -> Found:
    """`found` in `sentence` with the kind that the words give it.

    `before`: the action of the sentence right before, if that stated one.
    """
    if found.kind not in _TASKS:
        return found
    later = sentence.find(found.view.text) > 0 and not found.view.text.startswith("att ")
    if _WISH.match(found.view.text if later else sentence) and not _SETTLED.search(sentence):
        return replace(found, kind="proposal", owner=None)
    body = found.owner is not None and found.owner.text.lower() in _BODIES
    if body and _FOCUS.search(found.view.text):
        return replace(found, kind="decision", owner=None)
    decided = before is not None and before.kind == "decision"
    if decided and found.kind == "commitment" and _ANSWERS.search(found.view.text):
        return replace(found, kind="assignment")
    return found
