"""Lists in running text, wrapped over lines ("Anna Ek, Bo" / "Li och Cia Alm"), as one row."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.view import View, view_of
from pipeline.extract.attendees.affiliation import is_organisation
from pipeline.extract.attendees.pieces import pieces
from pipeline.names import is_first_name, is_name, is_role
from pipeline.vocabulary import possible, rule_for, says, words

Row = tuple[View, ...]

_STOP = re.compile(
    r"(?<!\S)(?P<word>\S*(?:[\w)]{2}|\.\))\.)\s+(?=[A-ZÅÄÖÉ])|(?<=[a-zåäö.§]\s)(?P<number>\d{1,2}\.)\s+(?=[A-ZÅÄÖÉ])"
    r"|(?<=[a-zåäö]\s)(?P<initial>[A-ZÅÄÖÉ]\.)\s+(?=[A-ZÅÄÖÉ])"
)
COLUMN_HEADS = re.compile(
    r"(?:(?:nr|§)\W+)?(?:punkt|ärende|fråga|beslut|åtgärd|aktivitet|att göra|nr)\W*(?:\|.*)?"
    r"|(?:(?:punkt|ärende|fråga|beslut|åtgärd|uppgift|vad|vem|när|ansvarig|klart?|anm(?:ärkning)?|notering)\b\W*){2,}",
    re.IGNORECASE,
)  # of the table of items below the list
_FULL = 0.5  # of the longest line's width: a shorter line was not broken by its width
_LEAD = re.compile(
    r"[A-ZÅÄÖ][^:,()]{0,40}:\s|[A-ZÅÄÖ][^:,()–-]{2,40}\s[-–]\s(?=[A-ZÅÄÖÉ])"
)  # "Från kommunen: ...", "S: ...", "Polisen - Anna Ek"
_OPEN = re.compile(r"(?:,|;|\boch|\bsamt|&|-|–|/)$")
_NOTE_ENDS = re.compile(r"[\s,](?:från|t\.?o\.?m\.?|fr\.?o\.?m\.?|kl\.?|punkt|§+|ersätter|för)$")
_NOTE_OPENS = re.compile(
    r"(?:fr[åa]n |till |t\.?o\.?m\.? |fr\.?o\.?m\.? )?(?:punkt(?:erna)?|§+|kl\.?)\s?\d"
)
_HALF_NAME = re.compile(r"(?:/|\soch\s)([\w-]+)$")
_CUT_NAME = re.compile(r"[,;][^,;]*[,;]\s([\w-]+)$")  # "..., Bengt" at the end of a line of a run
_REST = re.compile(r"[A-ZÅÄÖÉ][\w-]*(?:\s[A-ZÅÄÖÉ][\w-]+)?(?:,|\s\(|\s[a-zåäö]|\.|$)")
_MARKED = re.compile(r"(?:[•·▪*–-]|\d{1,2}[.)])\s")  # a line with a mark of its own
_NAMED = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]*){0,2}\s(?=[a-zåäö])")
_REMARK = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+\s(?!(?:och|samt|från|på|i|vid|hos|för|av|med|som|ej|inte)\s)(?P<next>[a-zåäö]{2,})\s[a-zåäö]"
)
_NARRATES = re.compile(r"(?:Vi|Det|Mötet|Man|Nästa)\s[a-zåäö]+")
_SPACED = 0.8  # of a document's line ends
_SENTENCE = 60  # characters from which a line that opens with name and verb is running text
_CLAUSE = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]*){0,3},\s(?:som|vilken)\s")
_ENTRY = re.compile(r"[A-ZÅÄÖÉ][\w-]+\s[A-ZÅÄÖÉ][\w-]+(?:,|\s\(|$)")  # another person of the list
_ASIDE = re.compile(
    r"\([^()\d]{1,20}\)"
)  # a party or function of the name that the line before holds
_SURNAME = re.compile(r"[A-ZÅÄÖÉ][\w-]+\.?$")


def unwrapped(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows` with wrapped lines joined to the row that they go on from.

    A line goes on where it ends in a comma or "och" (unless every line does, as in a column of
    names), where the next one opens in small letters or with "och", or where a run of names with
    many commas has no full stop yet.
    """
    joined: list[list[View]] = []
    running = is_run(rows)
    width = max((len(row[0].text) for row in rows if len(row) == 1), default=0)
    full = True
    for row in rows:
        if (
            joined
            and len(row) == 1 == len(joined[-1])
            and _goes_on(joined[-1][-1].text, row[0].text, running, full)
            and not _parted(text, joined[-1][-1], row[0])
        ):
            joined[-1] = [glued(text, joined[-1][-1], row[0])]
        else:
            joined.append(list(row))
        full = len(row[0].text) >= _FULL * width
    return [tuple(row) for row in joined]


def _parted(text: str, before: View, line: View) -> bool:
    """Whether an empty line stands between two lines of which the first is complete."""
    between = text[before.offsets[-1] + 1 : line.offsets[0]]
    ends = between.count("\n") > 1 and "\f" not in between and _OPEN.search(before.text) is None
    return ends and not _is_spaced(text)


@lru_cache(maxsize=8)
def _is_spaced(text: str) -> bool:
    """Whether an empty line stands between most lines of a document."""
    lines = re.findall(r"\n+", text)
    return sum(len(line) > 1 for line in lines) > _SPACED * len(lines)


def sentences(view: View) -> Iterator[View]:
    """`view` cut at full stops; those of abbreviations and initials end nothing.

    After "Rut E." a new sentence begins where it tells of somebody's absence or function, or of no person.
    """
    start = 0
    for stop in _STOP.finditer(view.text) if "." in view.text else ():
        word = stop["word"] or stop["number"] or stop["initial"]
        rest = view.text[stop.end() :]
        if stop["initial"] and not (is_told(rest) or is_on_function(rest) or _remarks(rest)):
            continue
        if word.lower() not in words("abbreviations", "inside"):
            yield view.part(start, stop.start() + len(word))
            start = stop.end()
    yield view.part(start, len(view.text))


def _remarks(text: str) -> bool:
    """Whether a sentence opens behind an initial, and not the surname with its bearer's work: "Inget skämt trots datumet."."""
    opening = _REMARK.match(text)
    return opening is not None and not (
        is_role(opening["next"]) or is_organisation(opening["next"])
    )


def is_run(rows: Sequence[Row]) -> bool:
    """Whether the list is one sentence of names: its first line names several, parted by commas."""
    if len(rows) < 2 or any(len(row) != 1 for row in rows[:2]):
        return False
    if (given := _CUT_NAME.search(rows[0][0].text)) and is_first_name(given[1]):
        return _REST.match(rows[1][0].text) is not None
    found = pieces(rows[0][0], single=True)
    names = [piece for piece in found if piece.kind == "name" and not piece.joined]
    goes_on = rows[0][0].text.endswith(",") or found[-1] is not names[-1] if names else False
    sure = all(" " in each.view.text or is_first_name(each.view.text) for each in names)
    return len(names) >= 3 or (
        len(names) == 2 and goes_on and sure
    )  # "Bo Ek, Ekbyhem, ordf." is one


def _goes_on(before: str, line: str, running: bool, full: bool) -> bool:
    """Whether `line` goes on `before`, whose last line fills the width where it is `full`."""
    if (
        re.match(r"(?:och|samt|&)\s(?!ytterligare\b)", line)
        or _NOTE_ENDS.search(before)
        or _NOTE_OPENS.match(line)
    ):
        return True
    if _ASIDE.fullmatch(line):
        return not before.endswith(")")
    if (half := _HALF_NAME.search(before)) and is_first_name(half[1]) and _SURNAME.match(line):
        return not is_first_name(line)
    if (
        (given := _CUT_NAME.search(before))
        and is_first_name(given[1])
        and _REST.match(line)
        and is_name(line.split()[0].rstrip(",."), single=True)
    ):
        return not tells(line)
    if is_on_function(line) or _LEAD.match(line) or _MARKED.match(line):
        return False
    if _bracket_open(before) or (line.startswith("(") and is_name(_last(before))):
        return True
    if not running:
        small = line[:1].islower() and (before.endswith(("-", ",")) or (full and "," in before))
        small = small or (before.endswith(",") and "," in before[:-1] and not _names(line))
        return bool(re.search(r"\b(?:och|samt|&|/)$", before)) or (small and not tells(line))
    if _narrates(line) or ((tells(line) or _stays_away(line)) and not _OPEN.search(before)):
        return False
    if before.endswith(".") and not re.search(r"\b[A-ZÅÄÖ]\.$", before):
        return False
    first = re.split(r",|\soch\s", line)[0]
    if before.endswith(")") and line[:1].isupper() and not _names(line):
        return False
    if _OPEN.search(before):
        return True
    if is_name(first) and is_first_name(first.split()[0]) and not before.split()[-1].islower():
        return False  # "Bo Ek, Granviks Bostäder" over "Li Alm, rektor"
    return full and not (is_name(_last(before)) and is_name(first))


def _names(line: str) -> bool:
    """Whether a line opens with a name."""
    found = pieces(View(line, range(len(line))), single=is_first_name(line.split()[0].rstrip(",")))
    return bool(found) and found[0].kind == "name"


def _last(text: str) -> str:
    """What stands after the last comma or "och"."""
    return re.split(r",\s|\s(?:och|samt)\s", text)[-1]


def _bracket_open(text: str) -> bool:
    return text.rfind("(") > text.rfind(")")


def tells(line: str) -> bool:
    """Whether a line opens with a name and, right behind it, a verb: "Bo gick efter punkt 3"."""
    named = _NAMED.match(line)
    verb = rule_for("finite_verbs", "finite").regex.match(line, named.end()) if named else None
    return verb is not None or is_told(line)


def _stays_away(line: str) -> bool:
    """Whether a line opens with a name and, right behind it, a note on absence: "Bo ej närvarande, jagar"."""
    named = _NAMED.match(line)
    absent = rule_for("affiliations", "absent").regex
    return named is not None and absent.match(line, named.end()) is not None


def is_description(line: str) -> bool:
    """ "Bo Ek är rektor": a name with what its bearer is."""
    named = _NAMED.match(line)
    return named is not None and re.match(r"(?:är|var)\s", line[named.end() :]) is not None


def is_told(line: str) -> bool:
    """Whether a line is a sentence on somebody's absence or part of the meeting."""
    return any(
        rule.regex.match(line)
        for rule in possible("affiliations", line)
        if rule.data["is"] in {"absent_told", "partial_told"}
    )


def _narrates(text: str) -> bool:
    """Whether a line opens as running text does and has a verb: the list has ended before it."""
    if any(
        rule.regex.match(text)
        for rule in possible("affiliations", text)
        if rule.data["is"] in {"everybody", "instruction"}
    ):
        return True
    return (
        _NARRATES.match(text) is not None
        and says("finite_verbs", text)
        and not any(says("attendance", text, kind) for kind in ("presence", "copula", "absence"))
    )


def is_on_function(text: str) -> bool:
    """Whether `text` opens with who chaired or kept the minutes, as it is said among names."""
    return any(
        (match := rule.regex.match(text)) is not None
        # "Bo, som ledde mötet, ..." is a name of the list
        and (match.group().count(",") >= 2 or _CLAUSE.match(text) is None)
        for rule in possible("functions", text)
        if rule.data.get("lists")
    )


def list_end(rows: Sequence[Row]) -> int:
    """Where running text begins under a list, with the heading over it."""
    for at, row in enumerate(rows[1:], 1):
        text = row[0].text
        if _narrates(text) or COLUMN_HEADS.fullmatch(text):
            return at
        if len(row) == 1 and len(text) > _SENTENCE and tells(text) and not is_told(text):
            if any(_ENTRY.match(each[0].text) for each in rows[at + 1 :]):
                continue
            title = rows[at - 1][0].text
            is_title = at > 1 and len(rows[at - 1]) == 1 and len(title.split()) == 1
            return at - (is_title and not is_first_name(title))
    return len(rows)


def glued(text: str, first: View, second: View) -> View:
    """Two lines as one, without the break between them."""
    if re.search(r"\w[-–]$", first.text) and second.text[:1].isupper():  # "Gun-" / "Britt"
        return View(first.text + second.text, (*first.offsets, *second.offsets))
    return view_of(text, [view.span(0, len(view.text)) for view in (first, second)])
