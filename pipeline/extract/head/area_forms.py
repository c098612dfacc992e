"""How areas are written, and an area cut free of what stands round it ("RÅDET I EKBY KOMMUN", "Ekby byalag")."""

import re
from collections.abc import Iterator

from models.frozen import frozen
from models.view import View
from pipeline.dictionary import is_known
from pipeline.extract.head.lines import Reading
from pipeline.language.compounds import parts
from pipeline.names import is_first_name
from pipeline.vocabulary import listed, rule_for, rules

_BEHIND = rule_for("area_forms", "behind")
_BEFORE = rule_for("area_forms", "before")
SIDE = r"(?:Norra|Södra|Östra|Västra|Övre|Nedre|Inre|Yttre|Stora|Lilla|Gamla|Nya)"
_OTHER = r"(?:Lokal|Brott|BRÅ|Brå|Trygg|Protokoll|Minnes|Anteck|Kallelse)"  # what a flattened head goes on with


def either_case(key: str) -> str:
    """The words of such a list, each with a small or a capital first letter, as alternatives of a pattern."""
    forms = (f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in listed("area_forms", key))
    return "|".join(forms).replace(" ", r"\s")


def alternatives(key: str) -> str:
    """The words of a list of vocabulary/area_forms.toml as alternatives of a pattern."""
    return "|".join(listed("area_forms", key)).replace(" ", r"\s")


_LANDMARK, _ASSOCIATION = alternatives("landmarks"), alternatives("associations")
_DIRECTED = rf"{SIDE}\s[a-zåäö]*(?:{_LANDMARK})\b"
_PART = r"(?:\s(?:by|samhälle|socken|centrum|torg(?!\s\d)|köping|(?:norra|södra|östra|västra|övre|nedre)(?=\W*$|\s?[,(–-]|\s(?:stads|kommun|den\s|\d)))(?=s?(?!\w)))"  # "Ekby by", "Ekby södra"
WORD = rf"(?:{_DIRECTED}|[A-ZÅÄÖÉ][\wåäöéÅÄÖ]*(?::[a-zåäö]+)?(?:[-–][A-ZÅÄÖÉ]?[\wåäö]+)*{_PART}?)"
FORM = re.compile(
    rf"(?P<area>(?:{WORD}(?:,\s{WORD})*\soch\s{WORD}\s(?i:kommuner)"
    rf"|{WORD}(?:(?:\soch)?\s{WORD}){{0,3}}\s(?i:{_BEHIND.pattern})))\b"
)
PLACE = rf"(?:{SIDE}\s)?{WORD}"
ROW_OF = re.compile(
    rf"\b(?i:kommunerna|stadsdelarna|byarna|kommundelarna|orterna)\s(?:i\s)?(?P<area>{PLACE}(?:,\s{PLACE})*\soch\s{PLACE})"
)
OF_FORM = re.compile(
    rf"(?P<area>\b(?i:{_BEFORE.pattern})\s(?:i\s)?(?P<name>(?:{SIDE}\s(?!{_OTHER}))?{WORD}(?:[-/]{WORD})?))"
)
ASSOCIATION = re.compile(rf"(?:{_ASSOCIATION}|föreningen|\bbrf\b)", re.IGNORECASE)
OWNER = re.compile(rf"(?P<area>{WORD}(?:\s{WORD})?)\s(?i:{_ASSOCIATION})")
_BEFORE_NAME = re.compile(
    r"(?:\w*föreningen|[Bb]rf|BRF|[Bb]yalaget|[Tt]rygg(?:are|[at])?)\s(?=[A-ZÅÄÖ])"
)
_INSIDE = re.compile(r"^(?:.*\s)?(?:i|för|på|inom|vid)\s(?=[A-ZÅÄÖ])", re.IGNORECASE)
_AS_PLACE = re.compile(rf"(?:{_LANDMARK}|{alternatives('place_ends')})$")
_DEFINITE = re.compile(r"(?:[aeo]n|et|rna)$")
_APPOSED = re.compile(
    r"(?:sd[nfo]|(?:stads|kommun)dels(?:förvaltning|nämnd)(?:en)?|(?:stads|kommun)del(?:en)?|kommunen|bostadsområdet)\s(?:i\s)?(?!(?:norr|norra|nord|söder|södra|syd|öster|östra|öst|väster|västra|väst|centrum|city)(?!\s?\w))(?=\w)",
    re.IGNORECASE,
)  # "Stadsdelen Ekby" is Ekby, "Stadsdelen Norr" is not Norr
_SHORTEST = 2  # "Mo"
_ADJECTIVE = re.compile(
    r"(?:^|\s)(?:lokala|kommunala|gemensamma|regionala|brotts\w*|trygg\w*)$", re.I
)
_OFFICE = re.compile(r"\s(?:(?:stads|kommun)dels?(?:förvaltning|nämnd|kontor|råd)s?)$", re.I)
_ENDS_IN_S = re.compile(r"(?:ås|näs|ös|us|is|fors|ss)$", re.I)
_PERSON = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s[A-ZÅÄÖ][a-zåäöé]+")
_OWN_LETTERS = re.compile(
    r"[A-ZÅÄÖ]{4,}\s(?=[A-ZÅÄÖ][a-zåäö]+)(?!(?i:kommun|stad|tätort|landsbygd|centrum))"
)  # "SAMSYN Ekby"
_GENITIVE = re.compile(r"\s(?:kommuns|stads|stadsdels|kommundels)$", re.IGNORECASE)


def is_no_area(text: str) -> bool:
    """Whether `text` opens with a word that names something else than an area."""
    return any(rule.regex.match(text) for rule in rules("not_areas"))


@frozen
class Area:
    """A place that may be what the body serves: where it stands, what speaks for it, and by which rule."""

    weight: float
    view: View
    start: int
    end: int
    rule: str

    @property
    def text(self) -> str:
        return self.view.text[self.start : self.end]


def area_at(
    reading: Reading, weight: float, view: View, span: tuple[int, int], rule: str
) -> Iterator[Area]:
    """The area in `span` of `view` without genitive and office; none where it can be no area."""
    start, end = span
    start = _without_others(view.text, start, end)
    if (host := _BEFORE_NAME.match(view.text, start, end)) is not None:
        start = host.end()  # "Byalaget Ekby", "Tryggare Ekby"
    if (within := _INSIDE.match(view.text[start:end])) is not None:
        start += within.end()  # "RÅDET I EKBY KOMMUN"
    if (owner := OWNER.match(view.text, start, end)) is not None:
        end = start + len(without_genitive(reading, owner["area"]))  # "Ekby byalag"
    if (kind := _APPOSED.match(view.text, start, end)) is not None:
        start = kind.end()  # "Stadsdelen Ekby"
    end = _before_others(view.text, start, end)
    text = view.text[start:end]
    if not _is_area(text):
        return
    if _GENITIVE.search(text):
        text = text[:-1]
    if _OFFICE.search(text):
        text = _OFFICE.sub("", text)
        text = without_genitive(reading, text)
    yield Area(weight, view, start, start + len(text), rule)


def _is_area(text: str) -> bool:
    if is_no_area(text) or len(text) < _SHORTEST or _ADJECTIVE.search(text):
        return False
    if _BEHIND.regex.fullmatch(text) or re.fullmatch(SIDE, text):
        return False
    return not (_PERSON.fullmatch(text) and is_first_name(text.split()[0]))


def without_genitive(reading: Reading, name: str) -> str:
    """ "Granviks" is Granvik's; "Strängnäs" keeps its s unless the text has the name without it."""
    if not name.endswith(("s", "S")):
        return name
    stem = re.escape(name[:-1])
    alone = re.search(rf"(?<!\w){stem}(?!\w)", reading.meeting.text)
    return name[:-1] if alone or not _ENDS_IN_S.search(name) else name


def _without_others(text: str, start: int, end: int) -> int:
    """Where the area begins after a title, an office or the body's name ("PROTOKOLL Ekby stad")."""
    while (blank_at := text.find(" ", start, end)) > 0:
        body = max(
            (m.end() for rule in rules("councils") if (m := rule.regex.match(text, start, end))),
            default=0,
        )
        if start < body < end and text[body] == " ":
            start = body + 1
        elif is_no_area(text[start:end]) or _OWN_LETTERS.match(text, start, end):
            start = blank_at + 1
        else:
            break
    return start


def _before_others(text: str, start: int, end: int) -> int:
    """Where the area ends before a day, a label or an office ("Ekby Tisdagen den 3", "Ekby Dnr A214")."""
    for blank_at in re.finditer(r"\s", text[start:end]):
        if is_no_area(text[start + blank_at.end() : end]):
            return start + blank_at.start()
    return end


def is_common(name: str) -> bool:
    """Whether `name` is a common word, or a compound in its definite form, and no word that places are named with ("Lyktan", "Kustsamverkan")."""
    word = name.lower()
    if not word.isalpha() or _AS_PLACE.search(word):
        return False
    if is_known(word):
        return True
    return _DEFINITE.search(word) is not None and is_coined(name)


def is_coined(name: str) -> bool:
    """Whether `name` is made of common words, and ends in none that places are named with ("Barnfrid")."""
    word = name.lower()
    made_of = parts(word) if word.isalpha() and not _AS_PLACE.search(word) else ()
    return len(made_of) > 1 and all(map(is_known, made_of))
