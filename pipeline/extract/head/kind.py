"""What the document is: minutes, notes, a summons, or something else."""

import re
from collections.abc import Iterator

from models.meeting import MeetingKind
from models.view import View
from pipeline.extract.head.lines import HeadLine, Reading
from pipeline.vocabulary import possible, rules, says

_CALLS, _SEATS = rules("summons")
_ATTENDED = frozenset({"present", "absent"})
_NOTES = re.compile(r"\b(?:minnes|mötes)?anteckning", re.IGNORECASE)
_LAST_NOTES = re.compile(
    r"\b(?:förra|föregående|senaste)\s(?:\w+s\s)?(?:minnes|mötes)?anteckning"
    r"|\banteckningar(?:na)?\s(?:från|av)\s(?:förra|föregående|sist|senast)",
    re.IGNORECASE,
)
_SPOKEN = 2  # sentences that speak of the meeting as past, before it counts as held


def meeting_kind(reading: Reading) -> MeetingKind:
    """Notes go before minutes; it is a summons only while the meeting is still to come."""
    named: dict[str, tuple[View, int, int, str]] = {}
    for line in (*reading.titles, *_agenda_labels(reading)):
        for rule in possible("titles", line.text):
            for match in rule.regex.finditer(line.text):
                if match.group().strip("#* ")[:1].isupper() or _is_last(line, match):
                    named.setdefault(
                        rule.data["kind"], (line.view, match.start(), match.end(), rule.id)
                    )
    kind = _chosen(reading, set(named))
    if kind in named:
        reading.prove("kind", *named[kind])
    return kind


def _is_last(line: HeadLine, match: re.Match[str]) -> bool:
    """Whether a title ends in the document's kind: "TRYGGHETSGRUPPEN, löpande anteckningar"."""
    alone = line.field is None and not line.text[match.end() :].strip(" .")
    return alone and says("councils", line.text[: match.start()])


def _chosen(reading: Reading, named: set[str]) -> MeetingKind:
    attended = _is_attended(reading)
    if named == {"kallelse"} and not attended:  # its items may tell of what was decided before
        return "kallelse"
    held = attended or _is_held(reading)
    if ("kallelse" in named or _calls(reading, named)) and not held:
        return "kallelse"
    if "minnesanteckningar" in named:
        return "minnesanteckningar"
    if not named and held and _speaks_of_notes(reading):
        return "minnesanteckningar"
    if "protokoll" in named or held:
        return "protokoll"
    if reading.meeting.sections:
        return "protokoll" if _has_prose(reading) else "kallelse"
    return "annat"


def _is_attended(reading: Reading) -> bool:
    """Whether a list says who came or stayed away; in a summons the seats' holders are the called."""
    return any(
        block.field in _ATTENDED
        and block.rows
        and not (block.label is not None and _SEATS.regex.match(block.label.text))
        for block in reading.meeting.blocks
    )


def _calls(reading: Reading, named: set[str]) -> bool:
    """A document without another title whose head calls people to the meeting."""
    return not named and any(_CALLS.regex.search(line.text) for line in reading.lines)


def _agenda_labels(reading: Reading) -> Iterator[HeadLine]:
    for block in reading.meeting.blocks:
        if block.label is not None and block.field in {"agenda", "ignored"}:
            yield HeadLine(block.label, None, block.rule, 0, furniture=False)


def _speaks_of_notes(reading: Reading) -> bool:
    """A document without a title that calls itself notes in a label or an item's heading.

    So does one that speaks of the last meeting's notes, and nowhere of minutes.
    """
    labels = (block.label for block in reading.meeting.blocks if block.field == "secretary")
    titles = (section.title for section in reading.meeting.sections)
    if any(view is not None and _NOTES.search(view.text) for view in (*labels, *titles)):
        return True
    said = [sentence.text for sentence in reading.sentences()]
    return any(_LAST_NOTES.search(text) for text in said) and not any(
        "protokoll" in text.lower() for text in said
    )


def _has_prose(reading: Reading) -> bool:
    return any(each.text.endswith(".") and len(each.text) > 40 for each in reading.sentences())


def _is_held(reading: Reading) -> bool:
    """Whether the items speak of the meeting as past: somebody opened, decided, reported."""
    spoken = sum(says("statements", sentence.text) for sentence in reading.sentences())
    return spoken >= _SPOKEN
