"""Where the next meeting is, beside its day.

Forms handled: between day and clock ("den 10 maj, Kommunhuset, kl 9"); behind day and clock ("den 10 maj kl 9, Kommunhuset", "... samma lokal"); under a label
or in a sentence of its own after them ("Plats: Kulturhuset", "Vi ses i biblioteket", "Salen Eken."); before the day
("Nästa möte hos Bo den 10 maj"). What clauses add ("med fika", "om det inte regnar") is left out.
"""

import re

from pipeline.dates import dates, times
from pipeline.vocabulary import rule_for, rules, says

_LEAD = re.compile(
    r"[\s,;–-]*(?:varje\sgång[\s,]*)?(?:\((?:fika|kaffe|samling|start|obs)[^)]*\)[\s,]*)?(?:kl\.?\s?[-–:][\d.:]+[\s,]*)?(?:(?:och\s(?:hålls|är)|som\s(?:vanligt|alltid|sist|förut)|även\s(?:då|denna\sgång(?:en)?|nu)|återigen|också|fast|men|då|förhoppningsvis|preliminärt|den(?:na|\shär)\sgång(?:en)?"
    r"|på\splats|via|i\sstället|på\s(?:förmiddagen|eftermiddagen|kvällen|morgonen)|vi\s(?:ses|träffas|möts|samlas|är|sitter)(?=\s(?:i|på|hos|vid)\s)|samma\s(?:tid|klockslag)(?:\ssom\s(?:vanligt|alltid|sist|förut|nu|i\sdag|idag))?(?=,|\s(?:men|fast|i|på|hos|vid)\s))[\s,]+)*(?P<at>(?:i|på|hos|vid|plats|lokal)\b(?:\sför\snästa\s\w+)?:?\s*)?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[.;,]?\s+(?:(?:mötes|samlings)?(?:plats(?:en)?|lokal(?:en)?)(?:\sför\s[^:.]{3,20})?(?::|\s(?:är|blir))\s*"
    r"|(?<=[.;]\s)(?:vi\s(?:ses|träffas|möts|samlas|är|sitter|håller\still)|mötet\s(?:hålls|äger\srum|är|blir)|(?:alla|samtliga)(?:\s\w+)?\s(?:hålls|är|äger\srum)|(?:mötena|sammanträdena|träffarna)\s(?:hålls|äger\srum)|då\s(?:är|ses|träffas|möts|samlas|sitter)\svi|(?:vid\s)?nästa\s\w+\s(?:är|ses|träffas|möts|samlas|sitter)\svi)(?:\sdå)?(?=\s(?:i|på|hos|vid|via|digitalt)\s))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|\s)(?:hemma\s)?(?:i|på|vid|(?P<host>hos))\s(?P<place>[^.;:,]{3,50}?),?\s(?:den\s|\w+dag(?:en)?\s(?:den\s)?|(?:mån|tis|ons|tors|tor|fre|lör|sön)\s)?$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"samma\s(?:tid|klockslag)\soch\s(?:samma\s)?\w+|samma\s(?!tid|klockslag|dag|veckodag|upplägg|sätt|vis|form|tema|villkor|dagordning|person|grupp)\w+",
    re.I,
)
_SAME_PLACE = re.compile(
    r"samma\s(?:\w+\soch\s(?:samma\s)?)?(?:lokal|plats|ställe|rum)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|$")
_BETWEEN = re.compile(
    r",?\s(?:i\s|på\s|vid\s)?(?P<place>[^.;:]{3,60}?),?\s(?:med\sstart\s|från\s)?"
)
_THERE = re.compile(
    r"[a-zåäö-]{3,}(?:en|et|an|na|rn)|[\w-]{2,}(?<!a)s\s[a-zåäö]{3,}"
)  # "vid macken", "i Annas kök"
_PREPOSITIONS = frozenset({"i", "på", "hos", "vid"})
_WHEN = re.compile(
    r"(?:\w*(?:morgon|förmiddag|eftermiddag|kväll|natt|dag|veck|månad|helg|lunch|vår|höst|sommar|vinter|termin|år)(?:en|n|et|ar|arna)?(?!\w)|samma|tid|telefon)",
    re.IGNORECASE,
)
_OUT_AT = re.compile(r"(?:ute|inne|nere|uppe|borta|hemma)\s(?:i|på|vid)\s[a-zåäö-]+(?:en|et|an|na)")
_JOINED = re.compile(r",?\s(?:och|men|så)\s\w+\s")
_ADDRESSED = re.compile(r"[a-zåäö]+\s(?:vi|ni|alla)\s")  # "bjuds vi till"
_SENTENCES = 2  # behind the day that may be no more than a place
_ROOM = re.compile(
    r"(?:(?:Stora|Lilla|Gamla|Nya|[A-ZÅÄÖ]\w+s)\s)?[A-ZÅÄÖ]?[\wåäö-]+(?:,?\s[A-ZÅÄÖ][\wåäö-]+){0,2}"
)
_ANNOUNCED = re.compile(
    r"\b(?:skickas|mejlas|meddelas|anges|bokas|delas|sänds|aviseras|bestäms)(?!\w)", re.IGNORECASE
)  # "länk skickas ut"
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
    if (said := _SAID.search(text, after)) and (found := _behind(text, said.end())):
        return found
    if found := _alone(text, sentence_end(text, after)):
        return found
    start = max(0, cue - _BACK)
    before = _BEFORE.search(text[start:day])
    if before is None or says("councils", before["place"]):
        return None
    at = start + (before.start("host") if before["host"] else before.start("place"))
    end = start + before.end("place")
    return (at, end) if _is_place(text[at:end]) else None


def _alone(text: str, end: int) -> tuple[int, int] | None:
    """A place that is a sentence of its own, close behind the one that ends at `end`: "Torsdag 21/3. Salen Eken."."""
    for _ in range(_SENTENCES):
        start = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        end = sentence_end(text, start)
        if _ROOM.fullmatch(text, start, end) and says("places", text[start:end]):
            return start, end
    return None


def _inside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands between commas from the date to the clock time ("3 maj, Ladan, kl. 19"), where it is a place."""
    found = _BETWEEN.fullmatch(text, start, end)
    if found is None or not _is_place(found["place"]):
        return None
    return found.span("place")


def resolved(place: str, own: str | None) -> str:
    """ "Samma lokal" is the place of this meeting, where that is known."""
    same = _SAME.match(place)
    known = same is not None and (_SAME_PLACE.match(place) or says("places", same.group()))
    return own if own and known else place


def sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on at `start`."""
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _behind(text: str, after: int) -> tuple[int, int] | None:
    """What stands behind date and time up to the sentence's end, where it is a place."""
    start, end = after, sentence_end(text, after)
    led = False
    if lead := _LEAD.match(text, start, end):
        host = re.search(r"\b(?:hemma\s)?hos\b", text[after : lead.end()], re.IGNORECASE)
        start = after + host.start() if host else lead.end()
        led = (lead["at"] or "").lower().strip() in _PREPOSITIONS
    ends = (rule.regex.search(text, start) for rule in rules("place_ends"))
    end = min([end, *(match.start() for match in ends if match)])
    end = _clause(text, start, end)
    following = dates(text[start:end])[:1]
    if following and _ROOM.fullmatch(text[start : start + following[0].start].rstrip(" ,")):
        end = start + following[0].start  # of a list: "10 maj, Ladan" over "7 juni, Salen"
    while text[start : start + 1] == "(" and text[start:end].endswith(")"):
        start, end = start + 1, end - 1  # "(Teams)"
    found = text[start:end].rstrip(" ,")
    if found.endswith(")") and "(" not in found:
        found = found[:-1]  # of "(alla kl 18 i Ladan)"
    known = _is_place(found) or (led and _THERE.fullmatch(found) and not _WHEN.match(found))
    return (start, start + len(found)) if known else None


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
    if not 3 <= len(text) <= 120 or dates(text) or times(text):
        return False
    if rule_for("finite_verbs", "finite").regex.match(text) or _ADDRESSED.match(text):
        return False  # "bjuder skolan in till"
    if _ANNOUNCED.search(text):
        return False
    if says("places", text) or _SAME.match(text) or re.match(r"(?:hemma\s)?hos\s[A-ZÅÄÖ]", text):
        return True
    if _OUT_AT.fullmatch(text):
        return True
    return text[0].isupper() and len(text.split()) <= 5 and not says("finite_verbs", text)
