"""What the document is: minutes, notes, a summons, or something else."""

import re
from collections.abc import Iterator

from models.meeting import MeetingKind
from models.view import View
from pipeline.extract.head.lines import HeadLine, Reading
from pipeline.names import is_first_name
from pipeline.vocabulary import possible, rules, says

_CALLS, _SEATS = rules("summons")
_CALLED = re.compile(r"\bkalla[ds]e?\b", re.IGNORECASE)
_REST = re.compile(
    r"(?:övriga|andra|tjänstemän|tjänstepersoner|gäster?|representanter|(?:särskilt\s)?adjungerade?|ersättare|suppleanter)\W*$",
    re.IGNORECASE,
)  # beside those who are called
_ATTENDED = frozenset({"present", "absent"})
_NOTES = re.compile(r"\b(?:minnes|mötes)?anteckning", re.IGNORECASE)
_NOTIFIES = re.compile(
    r"@|\d{3}[\s-]?\d{2}|\b(?:meddela|anmäl|ring|mejla|maila|kontakta|senast)|\bsändlista",
    re.IGNORECASE,
)  # "Förhinder: bo.ek@ekby.example", "Förhinder: ring Bo", "Ledamöter enligt sändlista"
_OF_MEETING = re.compile(r"\s*(?:[.,:;–-]*\s*$|[–(,-]?\s*\d|[–(,-]?\s*(?:från|vid|den)\s)")
_ANNEX = re.compile(
    r"[,(]\s?(?:se\s)?bilaga(?!\w)", re.IGNORECASE
)  # "Anteckningar från träffen, bilaga 1."
_TELLING = 2  # the weight of a strong sign of notes
_MEETING = re.compile(r"möte|träff|kväll|samling|samråd", re.IGNORECASE)
_OFFICE = re.compile(r"sekr(?:eterare)?\b|protokoll|juster", re.IGNORECASE)
_PROPOSED = re.compile(
    r"^\s*(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och\s)?[\wåäö-]+){0,3}s\s)?Förslag till beslut\b",
    re.IGNORECASE | re.MULTILINE,
)  # "Nämndens förslag till beslut"
_DECIDED = re.compile(
    r"^\s*(?:\w+s\s)?Beslut\b|\bbeslut(?:ade|ades)\b", re.IGNORECASE | re.MULTILINE
)
_EARLIER = re.compile(
    r"\b(?:som|vilke[nt]|vilka|när|då)\s(?:[\w-]+\s){0,4}$", re.IGNORECASE
)  # "vakterna som nämnden" before "beslutade om i mars"
_CLAUSE = 80  # characters
_PUBLISHED = re.compile(r"(?:publicera[dt]|upplag[dt]|postat|inlagt|nyhet(?:er)?\b)", re.IGNORECASE)
_TOP = 4  # lines of a page of news over its text
_SEVERAL = 2  # proposals
_FIRST = 3  # the highest number with which the items of one meeting alone begin
_CAPITALISED = re.compile(r"[A-ZÅÄÖÉ][\w-]+")
_SPOKEN = 2  # sentences that speak of the meeting as past, before it counts as held


def meeting_kind(reading: Reading) -> MeetingKind:
    """Notes go before minutes; it is a summons only while the meeting is still to come."""
    named: dict[str, tuple[View, int, int, str]] = {}
    titles = (each for each in reading.titles if not _ANNEX.search(each.text))
    for line in (*titles, *_title_labels(reading)):
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
    """Whether a title names the document's kind behind the body, and then at most the meeting.

    So do "TRYGGHETSGRUPPEN, löpande anteckningar" and "Brå Ekby – anteckningar från träffen i maj".
    """
    ended = line.field is None and _OF_MEETING.match(line.text, match.end())
    return bool(ended) and says("councils", line.text[: match.start()])


def _chosen(reading: Reading, named: set[str]) -> MeetingKind:
    attended = _is_attended(reading, called=named == {"kallelse"})
    if named == {"kallelse"} and not attended:  # its items may tell of what was decided before
        return "kallelse"
    calls = "kallelse" in named or _calls(reading, named)
    if not attended and _lists_called(reading) and calls:
        return "kallelse"  # whatever its template says, too
    if not named and not attended and _proposes(reading):
        return "kallelse"
    if not named and not attended and _is_news(reading):
        return "annat"
    held = attended or _is_held(reading) or (not named and _is_told(reading))
    if not named and not held and _lists_called(reading):
        return "kallelse"
    if ("kallelse" in named or _calls(reading, named)) and not held:
        return "kallelse"
    if "minnesanteckningar" in named:
        return "minnesanteckningar"
    if "protokoll" in named:
        return "protokoll"
    if held or (reading.meeting.sections and _has_prose(reading)):
        return "minnesanteckningar" if _is_noted(reading) else "protokoll"
    return "kallelse" if reading.meeting.sections else "annat"


def _is_attended(reading: Reading, *, called: bool) -> bool:
    """Whether a list says who came or stayed away.

    In a summons the seats' holders are the called, with the others behind "Ledamöter kallas", and under "Förhinder"
    stands whom to tell; "Vilka: Rådets ledamöter" names nobody. called: the document calls itself a summons.
    """
    labels = [each.label.text for each in reading.meeting.blocks if each.label is not None]
    called = called or any(_CALLED.search(label) for label in labels)
    return any(
        block.field in _ATTENDED
        and any(_names(cell.text, called=called) for row in block.rows for cell in row)
        and not (block.label is not None and _SEATS.regex.match(block.label.text))
        and not (called and block.label is not None and _REST.match(block.label.text))
        for block in reading.meeting.blocks
    )


def _names(text: str, *, called: bool) -> bool:
    """Whether a cell of a list tells of somebody; in a summons it is somebody with a name."""
    if _NOTIFIES.search(text):
        return False
    return not called or any(map(is_first_name, _CAPITALISED.findall(text)))


def _calls(reading: Reading, named: set[str]) -> bool:
    """A document without another title whose head calls people to the meeting."""
    return not named and any(_CALLS.regex.search(line.text) for line in reading.lines)


def _proposes(reading: Reading) -> bool:
    """Whether items of a document without a title end in what is proposed, and none in what was decided but earlier."""
    text = reading.meeting.text[reading.meeting.start : reading.meeting.end]
    if len(_PROPOSED.findall(text)) < _SEVERAL:
        return False
    decided = (each.start() for each in _DECIDED.finditer(text))
    return all(_EARLIER.search(text[max(0, at - _CLAUSE) : at]) for at in decided)


def _is_news(reading: Reading) -> bool:
    """Whether a page tells of its meetings as news: put there on a day, under a heading that is a sentence, its items without numbers."""
    top = [line.text for line in reading.lines[:_TOP] if line.field is None and not line.furniture]
    numbered = any(section.number is not None for section in reading.meeting.sections)
    if numbered or not any(map(_PUBLISHED.match, top)):
        return False
    return any(says("finite_verbs", line) and not line.endswith(".") for line in top[:2])


def _lists_called(reading: Reading) -> bool:
    return any(block.field == "called" and block.rows for block in reading.meeting.blocks)


def _title_labels(reading: Reading) -> Iterator[HeadLine]:
    for block in reading.meeting.blocks:
        if block.label is not None and block.field in {"agenda", "ignored", "called"}:
            yield HeadLine(block.label, None, block.rule, 0, furniture=False)


def _is_noted(reading: Reading) -> bool:
    """Whether a document that calls itself nothing was written as notes, by the signs of both.

    Signs are what its words say (manner.toml), a label or an item's heading that speaks of notes, a registration
    number, and how its items are numbered: not at all in notes, by a series that goes on over the year in
    minutes. With no other sign, items of a text that names no secretary, adjuster or minutes are notes.
    """
    meeting = reading.meeting
    weights = {"minutes": 0, "notes": 0}
    for rule in possible("manner", meeting.text[meeting.start : meeting.end]):
        if rule.regex.search(meeting.text, meeting.start, meeting.end):
            weights[rule.data["is"]] += rule.data["weight"]
    labels = (block.label for block in meeting.blocks if block.field == "secretary")
    titles = (section.title for section in meeting.sections)
    if any(view is not None and _NOTES.search(view.text) for view in (*labels, *titles)):
        weights["notes"] += _TELLING
    numbers = [section.number for section in meeting.sections if section.number is not None]
    if any(block.field == "registration" for block in meeting.blocks):
        weights["minutes"] += _TELLING
    if not numbers:
        weights["notes"] += _TELLING * bool(meeting.sections)
    else:
        signed = "§" in meeting.text[meeting.start : meeting.end]
        held = _OFFICE.search(meeting.text, meeting.start, meeting.end) is not None
        weights["notes"] += not (held or weights["minutes"])
        weights["minutes"] += 1 + signed + (_value(numbers[0].text) > _FIRST)
    return weights["minutes"] <= weights["notes"]


def _value(number: str) -> int:
    return int(re.sub(r"\D", "", number) or 0)


def _has_prose(reading: Reading) -> bool:
    return any(each.text.endswith(".") and len(each.text) > 40 for each in reading.sentences())


def _is_told(reading: Reading) -> bool:
    """Whether a page without items tells of its meeting as past, under no title of a document ("Infomöte den 18 mars")."""
    if reading.meeting.sections or not any(_MEETING.search(line.text) for line in reading.titles):
        return False
    told = [line.text for line in reading.prose if line.text.endswith(".")]
    return sum(says("statements", text) for text in told) >= _SPOKEN


def _is_held(reading: Reading) -> bool:
    """Whether the items speak of the meeting as past: somebody opened, decided, reported."""
    spoken = sum(says("statements", sentence.text) for sentence in reading.sentences())
    return spoken >= _SPOKEN
