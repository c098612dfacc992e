"""Where the next meeting is, beside its day.

Forms handled: between day and clock ("den 10 maj, Kommunhuset, kl 9"); behind day and clock ("den 10 maj kl 9, Kommunhuset", "... samma lokal"); under a label
or in a sentence of its own after them ("Plats: Kulturhuset", "Vi ses i biblioteket", "Salen Eken.", "Skolan bjuder på lokal."); after a verb of meeting
("kl 9 ses vi på nytt, denna gång i Ladan", "Då träffas vi fysiskt i Ladan"); before the day ("Nästa möte hos Bo den 10 maj",
also with a clause between). What clauses add ("med fika", "om det inte regnar") is left out.
"""

import re

from pipeline.dates import dates, times
from pipeline.extract.head.met import place_led_to
from pipeline.vocabulary import rule_for, rules, says, words

_SENTENCE_END = re.compile(
    r"(?:[;!?]|(?<![a-zåäö][gv])\.|\.(?!\s\d))(?:\s|$)|$"
)  # not in "Kyrkog. 5"
_AND = re.compile(
    r"(?:,|\soch|\ssamt)*(?:\s(?:den|\w+dag(?:en)?))*\s*$"
)  # before the next day of a list
_JOINED = re.compile(r",?\s(?:och|men|så)\s\w+\s")
_WEEK = re.compile(r"v(?:ecka\s?|\.\s?|\s)\d{1,2}\W*$", re.IGNORECASE)  # "Nästa möte 11/3 (V.10)"
_BRACKET = re.compile(r"\((?P<place>[^()]+)\)(?=,\s(?:\w+\s)?\d)")
_REMARK = re.compile(r"\s\([^()]*\)")
_TELLS = re.compile(r"\b(?:är|blir|var|har|ska|kan)\b")  # "Ladan (salen är uthyrd)"
_FEW = 4  # words of a sentence that says no more than the same place
_SENTENCES = 2  # behind the day that may be no more than a place
_BACK = 5  # characters of the cue that may be the preposition before a place


def place_of(
    text: str, cue: int, day: int, after: int, between: tuple[int, int] = (0, 0)
) -> tuple[int, int] | None:
    """Where the place stands in `text`, whose cue ends at `cue`, whose date begins at `day`.

    `after`: where the date and the clock time end. between: the stretch from the date to the clock time.
    """
    if found := _inside(text, *between):
        return found
    if found := _behind(text, after):
        return found
    if said := _pattern("said").search(text, after):
        labelled = said.group().rstrip().endswith(":")
        if found := _behind(text, said.end(), led=labelled):
            return found
    return _before(text, cue, day) or _said_of_it(text, after)


def _pattern(kind: str) -> re.Pattern[str]:
    return rule_for("next_place", kind).regex


def _before(text: str, cue: int, day: int) -> tuple[int, int] | None:
    """A place between cue and day: "Nästa möte hos Bo den 10 maj", "hos Bo, om han är frisk, tisdag 3 maj"."""
    start = max(0, cue - _BACK)
    while text[max(0, start - 1)].isalnum() and start:
        start -= 1
    before = _pattern("before").search(text[start:day])
    if before is None or says("councils", before["place"]):
        return None
    at = start + (before.start("host") if before["host"] else before.start("place"))
    end = start + before.end("place")
    return (at, end) if _is_place(text[at:end]) else None


def _said_of_it(text: str, after: int) -> tuple[int, int] | None:
    """The place to which a preposition leads in the rest of the sentence, or behind a verb of meeting in the next ones."""
    end = sentence_end(text, after)
    rest = text[after:end]
    if not (dates(rest) or _pattern("announced").search(rest)) and (
        found := place_led_to(text, after, end, known=True)
    ):
        return found
    for _ in range(_SENTENCES):
        start = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        end = sentence_end(text, start)
        sentence = text[start:end]
        alone = _pattern("room").fullmatch(sentence) and says("places", sentence)
        if alone or (len(sentence.split()) <= _FEW and _is_same_place(sentence)):
            return start, end  # "Torsdag 21/3. Salen Eken.", "Samma plats."
        if (
            dates(sentence)
            or _pattern("announced").search(sentence)
            or says("other_events", sentence, "other")
        ):
            continue
        meets = _pattern("meets").search(sentence)
        if meets is not None and (found := place_led_to(text, start + meets.start(), end)):
            return found
        offered = _pattern("offered").match(sentence)
        if offered is not None and says("places", offered["place"]):
            return start + offered.start("place"), start + offered.end("place")
        if hosted := _pattern("hosted").search(sentence):
            at, stop = start + hosted.start("place"), start + hosted.end("place")
            return (at, stop) if says("places", hosted["place"]) else None
    return None


def _inside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands between commas from the date to the clock time ("3 maj, Ladan, kl. 19"), where it is a place."""
    found = _pattern("between").fullmatch(text, start, end)
    if found is None or not _is_place(found["place"]):
        return None
    return found.span("place")


def resolved(place: str, own: str | None) -> str:
    """ "Samma lokal" is the place of this meeting, where that is known."""
    return own if own and _is_same_place(place) else place


def _is_same_place(text: str) -> bool:
    same = _pattern("same").match(text)
    return same is not None and (
        _pattern("same_place").match(text) is not None or says("places", same.group())
    )


def sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on at `start`."""
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _behind(text: str, after: int, *, led: bool = False) -> tuple[int, int] | None:
    """What stands behind date and time up to the sentence's end, where it is a place. led: behind the label of one."""
    start, end = after, sentence_end(text, after)
    if lead := _pattern("lead").match(text, start, end):
        host = re.search(r"\b(?:hemma\s)?hos\b", text[after : lead.end()], re.IGNORECASE)
        start = after + host.start() if host else lead.end()
        led |= (lead["at"] or "").lower().strip() in words("next_place", "prepositions")
    if offered := _pattern("offered").match(text[start:end]):
        at, stop = start + offered.start("place"), start + offered.end("place")
        return (at, stop) if says("places", offered["place"]) else None
    if as_before := _pattern("as_before").match(text, after, end):
        return as_before.span("place")
    ends = (rule.regex.search(text, start) for rule in rules("place_ends"))
    told = (each.start() for each in _REMARK.finditer(text, start, end) if _TELLS.search(each[0]))
    end = min([end, *told, *(match.start() for match in ends if match)])
    end = _clause(text, start, end)
    bracket = _BRACKET.match(text, start, end)
    if bracket is not None and _is_place(bracket["place"]):
        return bracket.span("place")  # of a list: "10 maj (Ladan), 7 juni (Salen)"
    following = dates(text[start:end])[:1]
    if following and _is_room(text[start : start + following[0].start]):
        end = start + len(_AND.sub("", text[start : start + following[0].start]))
    while text[start : start + 1] == "(" and text[start:end].endswith(")"):
        start, end = start + 1, end - 1  # "(Teams)"
    found = text[start:end].rstrip(" ,")
    if found.endswith(")") and "(" not in found:
        found = found[:-1]  # of "(alla kl 18 i Ladan)"
    known = _is_place(found) or (
        led and _pattern("there").fullmatch(found) and not _pattern("when").match(found)
    )
    return (start, start + len(found)) if known else None


def _is_room(text: str) -> bool:
    """Whether it is no more than a place that stands before the next day of a list ("Ladan, ", "Blå rummet samt den ")."""
    room = _AND.sub("", text)
    short = len(room.split()) <= _FEW and "." not in room
    return _pattern("room").fullmatch(room) is not None or (short and says("places", room))


def _clause(text: str, start: int, end: int) -> int:
    """Where another clause begins that is no part of the place: "polishuset och gruppen säger ja"."""
    verb = rule_for("finite_verbs", "finite").regex
    joined = (
        match.start()
        for match in _JOINED.finditer(text, start, end)
        if verb.match(text, match.end())
    )
    return next(joined, end)


def _is_place(text: str) -> bool:
    if not 3 <= len(text) <= 120 or _WEEK.match(text) or dates(text) or times(text):
        return False
    if rule_for("finite_verbs", "finite").regex.match(text) or _pattern("addressed").match(text):
        return False  # "bjuder skolan in till"
    if _pattern("announced").search(text) or _pattern("clause").match(text):
        return False
    if (
        says("places", text)
        or _pattern("same").match(text)
        or re.match(r"(?:hemma\s)?hos\s[A-ZÅÄÖ]", text)
    ):
        return True
    if _pattern("out_at").fullmatch(text):
        return True
    return text[0].isupper() and len(text.split()) <= 5 and not says("finite_verbs", text)
