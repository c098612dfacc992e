"""Where the next meeting is, beside its day.

Forms handled: between day and clock ("den 10 maj, Kommunhuset, kl 9"); behind day and clock ("den 10 maj kl 9, Kommunhuset", "... samma lokal"); under a label
or in a sentence of its own after them ("Plats: Kulturhuset", "Vi ses i biblioteket", "Salen Eken."); after a verb of meeting
("kl 9 ses vi på nytt, denna gång i Ladan", "Då träffas vi fysiskt i Ladan"); before the day ("Nästa möte hos Bo den 10 maj",
also with a clause between). What clauses add ("med fika", "om det inte regnar") is left out.
"""

import re

from pipeline.dates import dates, times
from pipeline.extract.head.met import place_led_to
from pipeline.vocabulary import rule_for, rules, says

_LEAD = re.compile(
    r"[\s,;–-]*(?:varje\sgång[\s,]*)?(?:\((?:fika|kaffe|samling|start|obs)[^)]*\)[\s,]*)?(?:kl\.?\s?[-–:][\d.:]+[\s,]*)?(?:(?:och\s(?:då\s)?(?:hålls|är|sker|blir)(?:\sdå)?|som\s(?:vanligt|alltid|sist|förut)|även\s(?:då|denna\sgång(?:en)?|nu)|återigen|också|fast|men|då|här|irl|live|(?:fysiskt(?:\s(?:möte|träff))?|digitalt\s(?:möte|träff))(?=\s(?:i|på|hos|vid|via)\s)|förhoppningsvis|preliminärt|den(?:na|\shär)\sgång(?:en)?"
    r"|på\splats|via|i\sstället|på\s(?:förmiddagen|eftermiddagen|kvällen|morgonen)|vi\s(?:ses|träffas|möts|samlas|är|sitter)(?=\s(?:i|på|hos|vid)\s)|samma\s(?:tid|klockslag)(?:\ssom\s(?:vanligt|alltid|sist|förut|nu|i\sdag|idag))?(?=,|\s(?:men|fast|i|på|hos|vid)\s))[\s,]+)*(?P<at>(?:i|på|hos|vid|plats|lokal)\b(?!\s(?:som|enligt)\b)(?:\sför\snästa\s\w+)?:?\s*)?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[.;,]?\s+(?:(?:mötes|samlings)?(?:plats(?:en)?|lokal(?:en)?)(?:\sför\s[^:.]{3,20})?(?::|\s(?:är|blir))\s*"
    r"|(?<=[.;]\s)(?:vi\s(?:ses|träffas|möts|samlas|är|sitter|håller\still)|mötet\s(?:hålls|äger\srum|är|blir)|(?:alla|samtliga)(?:\s\w+)?\s(?:hålls|är|äger\srum)|(?:mötena|sammanträdena|träffarna)\s(?:hålls|äger\srum)|då\s(?:är|ses|träffas|möts|samlas|sitter)\svi|(?:vid\s)?nästa\s\w+\s(?:är|ses|träffas|möts|samlas|sitter)\svi)(?:\sdå)?(?=\s(?:i|på|hos|vid|via|digitalt)\s))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|\s)(?:i|på|vid|(?P<host>(?:hemma\s)?hos))\s(?P<place>[^.;:,]{3,50}?)(?:,\s(?:om|ifall|så|som)\s[^.;:,]{3,40},|,)?\s(?:den\s|\w+dag(?:en)?\s(?:den\s)?|(?:mån|tis|ons|tors|tor|fre|lör|sön)\s)?$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"samma\s(?:tid|klockslag)\soch\s(?:samma\s)?\w+|(?:plats|lokal|ställe)(?:en)?\s(?:är\s|blir\s)?(?:som|enligt)\s(?!kallelse|överenskommelse|meddelande)|oförändrad\s(?:plats|lokal)|samma\s(?!tid|klockslag|dag|veckodag|upplägg|sätt|vis|form|tema|villkor|dagordning|person|grupp)\w+",
    re.I,
)
_AS_BEFORE = re.compile(
    r"[\s,;–-]*(?P<place>(?:plats|lokal|ställe)(?:en)?\s(?:är\s|blir\s)?(?:som|enligt)\s(?:ovan|i\s?dag|nu|sist|vanligt|alltid|denna\sgång|förra\sgången|senast))(?!\w)",
    re.IGNORECASE,
)  # "lokalen som vanligt"
_SAME_PLACE = re.compile(
    r"samma\s(?:\w+\soch\s(?:samma\s)?)?(?:lokal|plats|ställe|rum)|(?:plats|lokal|ställe)(?:en)?\s|oförändrad\s",
    re.IGNORECASE,
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
_FEW = 4  # words of a sentence that says no more than the same place
_SENTENCES = 2  # behind the day that may be no more than a place
_ROOM = re.compile(
    r"(?:(?:Stora|Lilla|Gamla|Nya|[A-ZÅÄÖ]\w+s)\s)?[A-ZÅÄÖ]?[\wåäö-]+(?:,?\s[A-ZÅÄÖ][\wåäö-]+){0,2}"
)
_MEETS = re.compile(
    r"\b(?:ses|träffas|möts|samlas|sammanträder|håller\still|kör\svi|vi\s(?:kör|är|sitter)|(?:är|sitter)\svi|hålls|äger\s(?:\w+\s)?rum|(?:ordnar|fixar|lånar|upplåter)\s(?:plats|lokal|rum|sal))(?!\w)",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\bvärd(?:ar|inna|skap(?:et)?)?,\s(?P<place>[^,.;:]{4,50})$"
)  # "Anna är värd, stora salen"
_CLAUSE = re.compile(
    r"\W*(?:och\s|men\s|så\s)?(?:då\s)?(?:(?:om|ifall|så)\s|(?:vi|ni|alla|rådet|gruppen|man)\s[a-zåäö]+|[a-zåäö]+[rs]\s(?:vi|ni|alla|rådet|gruppen|man)\b)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:skickas|mejlas|meddelas|anges|bokas|delas|sänds|aviseras|bestäms|(?:plats|lokal|rum|länk)(?:en)?\skommer)(?!\w)",
    re.IGNORECASE,
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
    return _before(text, cue, day) or _said_of_it(text, after)


def _before(text: str, cue: int, day: int) -> tuple[int, int] | None:
    """A place between cue and day: "Nästa möte hos Bo den 10 maj", "hos Bo, om han är frisk, tisdag 3 maj"."""
    start = max(0, cue - _BACK)
    before = _BEFORE.search(text[start:day])
    if before is None or says("councils", before["place"]):
        return None
    at = start + (before.start("host") if before["host"] else before.start("place"))
    end = start + before.end("place")
    return (at, end) if _is_place(text[at:end]) else None


def _said_of_it(text: str, after: int) -> tuple[int, int] | None:
    """The place to which a preposition leads in the rest of the sentence, or behind a verb of meeting in the next ones."""
    end = sentence_end(text, after)
    rest = text[after:end]
    if not (dates(rest) or _ANNOUNCED.search(rest)) and (
        found := place_led_to(text, after, end, known=True)
    ):
        return found
    for _ in range(_SENTENCES):
        start = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        end = sentence_end(text, start)
        sentence = text[start:end]
        alone = _ROOM.fullmatch(sentence) and says("places", sentence)
        if alone or (len(sentence.split()) <= _FEW and _is_same_place(sentence)):
            return start, end  # "Torsdag 21/3. Salen Eken.", "Samma plats."
        if (
            dates(sentence)
            or _ANNOUNCED.search(sentence)
            or says("other_events", sentence, "other")
        ):
            continue
        meets = _MEETS.search(sentence)
        if meets is not None and (found := place_led_to(text, start + meets.start(), end)):
            return found
        if hosted := _HOSTED.search(sentence):
            at, stop = start + hosted.start("place"), start + hosted.end("place")
            return (at, stop) if says("places", hosted["place"]) else None
    return None


def _inside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands between commas from the date to the clock time ("3 maj, Ladan, kl. 19"), where it is a place."""
    found = _BETWEEN.fullmatch(text, start, end)
    if found is None or not _is_place(found["place"]):
        return None
    return found.span("place")


def resolved(place: str, own: str | None) -> str:
    """ "Samma lokal" is the place of this meeting, where that is known."""
    return own if own and _is_same_place(place) else place


def _is_same_place(text: str) -> bool:
    same = _SAME.match(text)
    return same is not None and (
        _SAME_PLACE.match(text) is not None or says("places", same.group())
    )


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
    if as_before := _AS_BEFORE.match(text, after, end):
        return as_before.span("place")
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
    if _ANNOUNCED.search(text) or _CLAUSE.match(text):
        return False
    if says("places", text) or _SAME.match(text) or re.match(r"(?:hemma\s)?hos\s[A-ZÅÄÖ]", text):
        return True
    if _OUT_AT.fullmatch(text):
        return True
    return text[0].isupper() and len(text.split()) <= 5 and not says("finite_verbs", text)
