"""What became of an action by what it promised, now that a follow-up's action is known.

A follow-up's own words say how it came out (extract/follow_ups.py), but what is done is judged by the promise:

- who is to ask has done so when there is an answer, be it no ("Bo frågar kyrkan", "Kyrkan vill inte"), or when they
  say that they have asked and not that they wait;
- who is to find out, count or look through has done so when the result is told, also where it is a part of a whole ("Maj
  räknar lamporna", "Fyra av nio lampor är trasiga"), unless it tells how far they have come ("Fyra av nio är räknade");
- who is to find out a price has done so when a price is told;
- who is to put something in place has done so when it is in use ("Siv ställer fram en låda", "Den har hittills gett två tips");
- who is to tell, write or advise has done so when that is read or heard, whatever came of it ("Bo skriver till hemmen", "Brevet
  lästes av nio av tio");
- who is to order, book, report or send has done so when that is ordered, booked, reported or sent ("Bo beställer
  lås", "Låsen är beställda och väntas i maj").

What is to be held is under way while people are only invited. A proposal promises nothing; what was given up is dropped.
"""

from pipeline.link.rows import ActionRow, FollowUpRow
from pipeline.vocabulary import says

_EARLY = frozenset({"done", "postponed"})
_UNSETTLED = frozenset({"in_progress", "postponed"})


def outcome(action: ActionRow, follow_up: FollowUpRow) -> str:
    """The outcome of `action` that `follow_up`, which speaks of it, tells."""
    told = follow_up.outcome
    if action.kind == "proposal":
        return told
    if told != "done" and _kept(action.text, follow_up.text, told):
        return "done"
    if told in _EARLY and _says(follow_up.text, "prepared") and _says(action.text, "arranges"):
        return "in_progress"
    return told


def _kept(promise: str, text: str, told: str) -> bool:
    return (
        _answered(promise, text)
        or _priced(promise, text)
        or (told == "in_progress" and (_found(promise, text) or _reached(promise, text)))
        or (told in _UNSETTLED and _taken(promise, text))
    )


def _answered(promise: str, text: str) -> bool:
    """Whether it promised to ask, and there is an answer."""
    return (
        not _says(text, "given_up")
        and (_says(text, "refused") or (_says(text, "asked") and not _says(text, "unanswered")))
        and _says(promise, "asks")
    )


def _found(promise: str, text: str) -> bool:
    """Whether it promised to find out, and the result is told."""
    return _says(text, "finding") and not _says(text, "unfinished") and _says(promise, "finds_out")


def _reached(promise: str, text: str) -> bool:
    """Whether what it promised to put in place is in use, or who was to be told has been."""
    return (_says(text, "yields") and _says(promise, "puts")) or (
        _says(text, "reached") and _says(promise, "tells")
    )


def _priced(promise: str, text: str) -> bool:
    """Whether it promised a price, and one is told."""
    return (
        _says(text, "priced")
        and _says(promise, "asks_price")
        and not (_says(text, "given_up") or _says(text, "unanswered"))
    )


def _taken(promise: str, text: str) -> bool:
    """Whether it promised a step, such as to order, and that step is taken."""
    return _says(f"{_line(promise)}\n{_line(text)}", "step_taken")


def _line(text: str) -> str:
    return " ".join(text.split())


def _says(text: str, kind: str) -> bool:
    return says("link_words", text, kind)
