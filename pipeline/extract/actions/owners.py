"""Whose task it is: the doer as written.

Forms handled: full names, first names, initials ("PR", "K-G B"), "Anna och Bo", roles ("Preventionssamordnaren",
"ordföranden"), organisations ("Polisen", "Kommunen och fritidsgården"), "alla", "vi", "var och en";
of "X tillsammans med Y" the first alone.
"""

import re
from functools import lru_cache

from pipeline.names import is_first_name, is_name, is_role
from pipeline.vocabulary import possible, rule_for

Names = frozenset[str]

_PRONOUNS = frozenset(
    ["alla", "vi", "jag", "samtliga", "var och en", "ordföranden", "ordförande", "sekreteraren", "sekreterare", "undertecknad",
     "presidiet", "arbetsgruppen", "gruppen", "rådet", "styrelsen", "ledamöterna", "deltagarna", "alla ledamöter",
     "alla deltagare", "samtliga ledamöter", "alla i tur och ordning", "alla boende", "alla medlemmar", "alla i gruppen", "de båda", "brå", "kansliet", "alla närvarande",
     "tekniska", "socialen", "fritids", "kultur och fritid", "barn och utbildning", "vård och omsorg", "miljö och bygg", "bygg och miljö", "gata och park", "park och gata"]
)  # fmt: skip
_NO_DOER = frozenset(
    """det detta den denna dessa de man som han hon sedan därefter även också dessutom vidare där här då när om att inför under efter
    före innan till vid på i för med av från mötet sammanträdet punkten frågan ärendet nästa första många flera några inga ingen
    enligt utifrån beslut förslag information protokollet protokoll nivåerna avtalet planen målet syftet området arbetet insatsen""".split()
)
_VERBS = frozenset(
    """att som är har hade var yrkar yrkade föreslår föreslog önskar menar anser tycker frågar undrar vill kan ska bör beslutar
    beslutade berättar informerar påpekar redovisar valdes väljs utsågs utses blir blev och""".split()
)
_ADVERBS = r"(?:också|även|därför|nu|sedan|därefter|själv|gemensamt|i sin tur|dessutom|snarast|tillsammans med [^.;,]{2,40}?)"
_TOGETHER = re.compile(
    r"\s+(?:tillsammans\smed|i\ssamverkan\smed|i\ssamråd\smed|ihop\smed|med\sstöd\sav|jämte)\s",
    re.I,
)
_CONJUNCTIONS = frozenset("att och samt men så medan som där därför eller".split())
_INSIDE_PHRASE = frozenset(
    "av i på för med till från hos om vid under enligt den det de en ett".split()
)
_BRACKET_END = re.compile(r"\s?\([^()]*\)$")
_DEFINITE = ("arna", "erna", "orna", "aren", "arn", "en", "et", "na", "n", "t")
_JOINED = re.compile(r"\s(?:och|samt|eller|&)\s|,\s|/")
_LAST_ADVERBS = re.compile(rf"(?:\s(?:{_ADVERBS}))+$", re.I)
_ASIDE = re.compile(r",\s(?:som|vilken)\s[^,.;:]{2,60},$")
_JOINS_NAME = frozenset({"och", "samt", "på", "från", "hos", "i"})
_REFLEXIVE = re.compile(r"\s(?:sig|också|även|sedan|därför)(?=\s)")
_PRONOUN_BEFORE = re.compile(r"\b(?:han|hon|hen|de|man|och)\s$", re.I)
_UNKNOWN = re.compile(
    r"(?:^|[.;:!?–]\s|,\s)(?P<who>[A-ZÅÄÖ][a-zåäö]{1,10}(?:\soch\s[A-ZÅÄÖ][a-zåäö]{1,10})?)\s$"
)
_NO_NAME = re.compile(
    r"\w*(?:dag|en|et|na|er|ar|or|are|vis|ligt|igt|ast|[ts]vis|ande|ende)|(?:jan|feb|mars|apr|maj|jun[i]?|jul[i]?|aug|sep|okt|nov|dec)\w*"
    r"|i(?:dag|morgon|kväll|gen|bland)|aldrig|alltid|annars|ändå|ofta|strax|genast|snart|först|sist|redan|kanske|gärna|likaså|åter|således|alltså|tillsvidare|framöver|härnäst",
    re.I,
)  # adverbs and nouns that open a clause before its verb and doer
_WITH_PRONOUN = re.compile(r"^(?:han|hon|hen|vi|jag)\soch\s(?=[A-ZÅÄÖ])", re.I)  # "Hon och Bo"
_SOMEBODY = re.compile(r"^(?:någon|en|två|flera)\s(?:av|från|på|hos|i)\s(?=\w{3,})", re.I)
_EACH = re.compile(
    r"^(?:varje|respektive)\s(?!\w*(?:vecka|månad|dag|kväll|natt|morgon|helg|år|termin|kvartal|gång|möte|fall|timme"
    r"|sommar|höst|vår|vinter|punkt|fråga|händelse)\b)[a-zåäö-]{3,}",
    re.I,
)  # "varje gata", not "varje vecka"
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[.;:!?](?!\w)")
_BRACKET = re.compile(r"\s?\([^)]*\)")
_INFINITIVE = re.compile(r"[a-zåäö]{3,}a")
_INITIALS = re.compile(
    r"[A-ZÅÄÖ]{2,4}|(?:[A-ZÅÄÖ]\.){2,3}|[A-ZÅÄÖ]\.?[-–][A-ZÅÄÖ]\.?(?:\s?[A-ZÅÄÖ]\.?)?"
)  # "PR", "A.E.", "K-G B"
_TITLE = re.compile(r"[\w-]{3,}(?:en|n|et)\s(?=[A-ZÅÄÖ])")
_ON = re.compile(r"\s(?:om|till|med|mot|kring|över|inför)\s")
_CALLED = re.compile(
    r"\w*(?:grupp|utskott|kommitté|förening|klubb|lag|nätverk|team|projekt|byrå|kontor)(?:en|et|n)?\s(?=[A-ZÅÄÖ])"
)  # "arbetsgruppen Trygg hamn"
_OF_PLACE = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\w-]+)\s(?:på|i|från|vid)\s[A-ZÅÄÖ][\w-]+"
)  # "Bo på Kullen"
_TAIL_PRONOUN = frozenset(
    {"de", "dem", "dom", "han", "hon", "man", "det", "den", "vi", "som", "om"}
)
_ACTIVITY = re.compile(
    r"(?:vandring|städning|röjning|mätning|utbildning|föreläsning|träning|insamling|undersökning|rond|kurs)(?:en|ar|arna|er|erna)?$",
    re.I,
)  # what is done, and does nothing
_PASSIVE = re.compile(
    r"(?:\s(?![a-zåäö]{3,}a\s)[\w-]+){0,5}?\s(?!träffas|mötas|samlas|enas|hjälpas|hoppas|lyckas|minnas|umgås)[a-zåäö]{3,}as(?!\w)"
)
_LONGEST = 9  # words of a doer
_LONGEST_CALLED = 5  # words of a group with its name


@lru_cache(maxsize=64)
def doer_before(text: str, cue: int, names: Names = frozenset()) -> tuple[int, int] | None:
    """Where the doer right before `cue` stands in `text`. `names`: the attendees' name words."""
    end = len(text[:cue].rstrip())
    if tail := _LAST_ADVERBS.search(text, 0, end):
        end = tail.start()
    if aside := _ASIDE.search(text, 0, end):
        end = aside.start()
    starts = [match.start() for match in _WORD.finditer(text, 0, end)][-_LONGEST:]
    starts = [start for start in starts if _begins_clause(text, start)]
    blocked = _last_cue(text, starts[0], end) if starts else -1
    for start in starts:
        if start > blocked and is_doer(text[start:end], names):
            stop = _TOGETHER.search(text, start, end) or _BRACKET_END.search(text, start, end)
            end = stop.start() if stop else end
            return start + _title(text[start:end]), end
    return None


def _title(doer: str) -> int:
    """How long the title before a name is, where it is in its definite form ("Kommunpolisen Maj Ek")."""
    title = _TITLE.match(doer)
    if title is None or not is_name(doer[title.end() :]):
        return 0
    return title.end() if _is_role(title.group().strip()) else 0


def _last_cue(text: str, start: int, end: int) -> int:
    """Where the last cue in [start, end) begins, else -1: a doer holds no other task's verb."""
    last = -1
    for rule in possible("actions", text):
        if rule.data["doer"] == "before" and "lead" not in rule.data:
            found = rule.regex.search(text, start, end)
            while found is not None:
                last = max(last, found.start())
                found = rule.regex.search(text, found.start() + 1, end)
    return last


def trimmed(text: str) -> str:
    """A doer without the adverbs that belong to the verb ("polisen och skolan gemensamt")."""
    return _LAST_ADVERBS.sub("", text)


def _begins_clause(text: str, start: int) -> bool:
    """A doer opens its clause or follows a conjunction, not the middle of a noun phrase."""
    before = text[:start].rstrip()
    if not before or before[-1] in ",;:.!?–-)":
        return True
    last = before.rsplit(None, 1)[-1].lower()
    return last in _CONJUNCTIONS or (text[start].isupper() and last not in _INSIDE_PHRASE)


def inverted_doer(
    text: str, verb: int, at: int, names: Names = frozenset()
) -> tuple[int, int] | None:
    """The doer behind the verb at `verb`, from `at` on, where it may follow it.

    It does not where the verb opens the text, follows a pronoun or "och", or a name that nobody knows and no attendee comes after it.
    """
    if verb == 0 or _PRONOUN_BEFORE.search(text, 0, verb):
        return None
    behind = doer_after(text, at, names)
    if behind is None or names.issuperset(text[slice(*behind)].lower().split()):
        return behind
    return _unknown_subject(text, verb) or behind


def _unknown_subject(text: str, verb: int) -> tuple[int, int] | None:
    """Who opens the clause of the verb at `verb`, a name that nobody knows ("Evi kontaktar Rolf Ek").

    An adverb or a noun in its definite form may open it, too, with the doer behind the verb.
    """
    opens = _UNKNOWN.search(text, 0, verb)
    if opens is None or not opens["who"]:
        return None
    words = opens["who"].split()
    named = not any(_NO_NAME.fullmatch(word) or word.lower() in _NO_DOER for word in words)
    return opens.span("who") if named else None


def doer_after(text: str, at: int, names: Names = frozenset()) -> tuple[int, int] | None:
    """Where the doer right after an inverted verb stands ("Till nästa möte kontaktar Lena skolan")."""
    if reflexive := _REFLEXIVE.match(text, at):
        at = reflexive.end()
    words = list(re.finditer(r"[\wåäöÅÄÖ-]+(?:\.(?=\w|\s[A-ZÅÄÖ]))?", text[at : at + 80]))[:5]
    if not words or words[0].start() > 1:
        return None
    best = None
    named = bool(words) and (is_first_name(words[0].group()) or words[0].group().lower() in names)
    for size in range(1, len(words) + 1):
        if (
            named
            and size > 1
            and words[size - 1].group() not in _JOINS_NAME
            and words[size - 1].group().islower()
        ):
            break  # "kontaktar Lena skolan"
        start, end = at + words[0].start(), at + words[size - 1].end()
        if is_doer(text[start:end], names) and (
            text[start].isupper()
            or text[start:end].lower() in _PRONOUNS
            or _is_role(text[start:end])
        ):
            best = (start, end)
    passive = best is not None and _PASSIVE.match(text, best[1])
    return None if passive else best  # "ska rektorn bjudas in": whom it is done to


@lru_cache(maxsize=1024)
def is_doer(text: str, names: Names = frozenset()) -> bool:
    """Whether `text` names somebody who can be given a task."""
    text = text.strip()
    if not text or len(text.split()) > _LONGEST or _STOP.search(text.rstrip(".")):
        return False
    if " – " in text or " - " in text:
        return False  # "Nytt – Styrelsen bevakar": a lead before the doer
    if text.lower() in _PRONOUNS:
        return True
    text = _WITH_PRONOUN.sub("", text)
    if _EACH.fullmatch(text):
        return True
    if somebody := _SOMEBODY.match(text):
        text = text[somebody.end() :]
        return text.lower() in {"oss", "dem", "er"} or _is_organisation(text)
    parts = [part for part in _JOINED.split(_TOGETHER.split(text)[0]) if part]
    return bool(parts) and all(_is_one_doer(part.strip(), names) for part in parts)


def _is_one_doer(text: str, names: Names) -> bool:
    text = _BRACKET.sub("", text).strip()
    if not text:
        return False
    words = text.split()
    if _VERBS.intersection(word.lower() for word in words) or _ACTIVITY.search(words[0]):
        return False
    if len(words) > 1 and words[-1].lower() in _TAIL_PRONOUN:
        return False  # "klubben om de"
    if _CALLED.match(text) and len(words) <= _LONGEST_CALLED:
        return True
    known = is_first_name(words[0]) or words[0].lower() in names
    if known and _OF_PLACE.fullmatch(text):
        return True
    if not known and (on := _ON.search(text)) is not None:  # "Skylt om bevakning" is a sign
        noun = text[: on.start()]
        return len(noun.split()) <= 2 and (_is_role(noun) or _is_organisation(noun))
    if len(words) > 1 and _INFINITIVE.fullmatch(words[0]):
        return False  # an infinitive opens a deed, not a doer
    if words[0].lower() in _NO_DOER or text.lower() in _NO_DOER:
        return False
    if words[0].lower() in {"en", "ett"} and not (len(words) > 1 and is_role(words[1])):
        return False  # "En vandring", "Ett utskick om grannsamverkan"
    if text.lower() in _PRONOUNS or _INITIALS.fullmatch(text):
        return True
    if len(words) > 1 and all(word.lower().strip(".") in names for word in words):
        return True
    if is_name(text, single=True) and (
        len(words) > 1 or is_first_name(text) or text.lower() in names
    ):
        return True
    if _is_role(text) or _is_organisation(text):
        whose = text[0].isupper() or len(words) == 1 or words[0].lower().endswith(("s", "e"))
        return len(words) <= 5 and whose
    return bool(
        len(words) <= 4
        and text[0].isupper()
        and (is_name(words[-1], single=True) or is_name(" ".join(words[-2:])))
        and _is_role(words[0])
    )


def _is_role(text: str) -> bool:
    return any(
        is_role(form)
        for word in dict.fromkeys((text, text.split()[-1]))
        for form in indefinite(word)
    ) or bool(" för " in text and rule_for("affiliations", "role").regex.match(text))


def _is_organisation(text: str) -> bool:
    organisation = rule_for("affiliations", "organisation").regex
    words = text.split()
    return any(organisation.fullmatch(form) for form in indefinite(words[-1])) or bool(
        len(words) <= 3 and text[0].isupper() and organisation.match(words[0])
    )


def indefinite(word: str) -> list[str]:
    """`word` and what it may be without its definite ending ("rektorn", "rektor")."""
    forms = [word]
    forms += [
        word[: -len(ending)]
        for ending in _DEFINITE
        if word.lower().endswith(ending) and len(word) > len(ending) + 3
    ]
    forms += [form + "e" for form in forms if form.lower().endswith(("ar", "and"))]
    return forms
