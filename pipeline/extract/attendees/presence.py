"""Who came, where no label of the vocabulary announces it: in a sentence, or under a lead of its own.

Forms handled: "På plats i lokalen var A, B och C."; "Runt bordet satt A, B"; "I mötet deltog A";
"A, B och C deltog."; "Till mötet hade A och B kommit."; "Dessutom deltar kommunpolis A."; "Vi var fem: A, B ...";
"Vi var A från skolan, B och jag"; "Gänget: A, B, C", also with the names one a line below; the same of those who stayed away or were called.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from models.meeting import Status
from models.view import View, side_by_side
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.runs import glued, is_told, sentences, unwrapped
from pipeline.names import is_first_name
from pipeline.vocabulary import Rule, pattern, possible, rule_for, says

Row = tuple[View, ...]

LEAD = re.compile(r"[A-ZÅÄÖ][^:,.;()]{1,50}:(?:\s|$)")
_PARTICIPLE = re.compile(r"\s?[a-zåäö]+(?:it|ats|ts|at)\s(?:(?:av|från)\s)?")  # "(hade) lämnats av"
_FROM = re.compile(r"[Ff]rån\s[^,.;:]{2,40}$")
_OF_BODY = re.compile(r"(?:Från|För)\s")
_WITH = re.compile(
    r"\bmed\s(?!(?:på|under|från|fr|till|t\.?o|i|vid|hela|bara|oss)(?!\w))(?=[a-zåäö])"
)  # "hemma med feber"
_POINT = re.compile(r"[-–•·▪*\uf0b7\uf0a7]\s")
_POINTS = 3  # that may name nobody
_FAR = 100  # characters before the verb
_CLOSE = 40  # characters before a colon in which a sentence tells who came
_LONGEST_TOLD = 300  # characters of such a sentence
_WINDOW = 60  # rows that one list may take
_WRAPPED = 45  # characters of a line that may have been broken by its width
_FULL = 0.7  # of the longest line's width
WORK = frozenset({"role", "organisation", "party", "chair", "secretary"})
_THIRD = 0.33  # of the bodies before persons, those that are known as bodies
_PAIR = 2  # cells of a lead and what stands beside it
_RUN = 3  # names that make a list behind a lead which does not say that it is one


def spoken(text: str, rows: Sequence[Row]) -> Iterator[tuple[Status, list[Row]]]:
    """Runs of names among `rows` that stand under no label, with the status that each is told to have."""
    rows = _reflowed(text, [_beside_lead(row) for row in rows])
    done = -1  # the place in the document up to which all is read
    for index, row in enumerate(rows):
        if len(row) != 1 or row[0].offsets[0] <= done or not _may_say(row[0].text):
            continue
        if led := _by_bodies(text, rows[index : index + _WINDOW]):
            if len(led) > 1 and not _is_again(led[0], rows[index + 1 :]):
                own = [_without_own_body(text, each) for each in led]
                for run in [led] if own == led else [[each] for each in own]:
                    yield "present", run
            done = led[-1][0].offsets[-1]
            continue
        first, *following = unwrapped(text, rows[index : index + _WINDOW])
        said = list(_said(first[0], following))
        yield from said
        done = max(
            cell.offsets[-1]
            for _, read in (*said, (None, [first]))
            for each in read
            for cell in each
        )


def _reflowed(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows` with the wrapped lines of running text joined to their paragraph."""
    width = max((len(row[0].text) for row in rows if len(row) == 1), default=0)
    joined: list[list[View]] = []
    for row in rows:
        before = joined[-1] if joined else []
        if (
            len(before) == 1 == len(row)
            and before[0].text
            and row[0].text
            and before[0].offsets[-1] < row[0].offsets[0]
            and not re.search(r"\n\s*\n|\f", text[before[0].offsets[-1] : row[0].offsets[0]])
            and len(text[text.rfind("\n", 0, before[0].offsets[-1]) + 1 : before[0].offsets[-1]])
            >= max(_FULL * width, _WRAPPED)
            and is_prose(before[0].text)
            and not before[0].text.endswith(":")
        ):
            joined[-1] = [glued(text, before[0], row[0])]
        else:
            joined.append(list(row))
    return [tuple(row) for row in joined]


def _beside_lead(row: Row) -> Row:
    """A lead and the names in the column beside it as one: "Från Ekby: | Anna Ek, Bo Li"."""
    if len(row) == _PAIR and LEAD.fullmatch(row[0].text) and _names(row[1]):
        return (side_by_side(row),)
    return row


def _said(first: View, following: Sequence[Row]) -> Iterator[tuple[Status, list[Row]]]:
    """What one row says with its sentences, or as the lead of the rows below it."""
    if LEAD.fullmatch(first.text):
        following = following[_nameless_points(following) :]
        below = list(takewhile(lambda row: _names(row[0]), following))
        if (shared := _led(first.text, sum(_names(row[0]) for row in below))) is not None:
            yield shared, below
        return
    status: Status | None = None
    before = ""
    for sentence in sentences(first):
        if (said := statement(sentence)) is not None:
            status = said[0]
            yield status, [(said[1],)]
        elif status is not None and (away := unlisted(sentence, before)) is not None:
            yield "absent", [(away,)]
        elif status is not None and (not is_prose(sentence.text) or is_told(sentence.text)):
            yield status, [(sentence,)]
        before += sentence.text


def unlisted(sentence: View, before: str) -> View | None:
    """Who a sentence behind a list says to have been elsewhere, though no word tells of absence: "Emil var på jobbet."

    `before`: the list, on which the name does not stand.
    """
    match = pattern("attendance", "elsewhere").match(sentence.text)
    if match is None or not is_first_name(match["first"]) or match["first"] in before:
        return None
    rest = sentence.text[match.end() :]
    kinds = {rule.data["is"] for rule in possible("attendance", rest)}
    rest = _WITH.sub("", rest)
    told = any(_rule(kind).regex.search(rest) for kind in kinds & {"presence", "there"})
    newcomer = pattern("attendance", "newcomer").match(rest) is not None
    if told or newcomer or kind_of(rest.split(",")[0].strip(" .")) in WORK:
        return None
    return sentence.part(0, match.end("work") if match["work"] else match.end("names"))


def _nameless_points(rows: Sequence[Row]) -> int:
    """How many points open a list that count persons and name none: "• Sex invånare"."""
    points = takewhile(lambda row: _POINT.match(row[0].text) and not _names(row[0]), rows[:_POINTS])
    return sum(1 for _ in points)


def _by_bodies(text: str, rows: Sequence[Row]) -> list[Row]:
    """The first of `rows` that are bodies or roles before their persons, also wrapped: "Polisen: Anna Ek, Bo" / "Li".

    A third of the bodies at least is known as such; else it is those before the first unknown one.
    """
    run: list[Row] = []
    known: list[bool] = []
    rows = [_unpointed(row) for row in rows]
    for at, row in enumerate(rows):
        if len(row) != 1:
            break
        if (lead := _names_of_body(row[0])) is not None:
            run.append(row)
            known.append(
                _OF_BODY.match(lead) is not None or kind_of(lead) in {"role", "organisation"}
            )
        elif run and _is_rest(run[-1][0].text, row[0].text, rows[at + 1 : at + 2]):
            run[-1] = (glued(text, run[-1][0], row[0]),)
        else:
            break
    if len(run) < _RUN or _THIRD * len(run) > sum(known):
        run = [row for row, _ in takewhile(lambda pair: pair[1], zip(run, known, strict=True))]
    return run


def _without_own_body(text: str, row: Row) -> Row:
    """A row without the body before its persons where that is one of those that meet, which the head has named already."""
    lead, _, _ = row[0].text.partition(":")
    above = text[: row[0].offsets[0]].casefold()
    if not says("councils", lead) or lead.casefold() not in above:
        return row
    start = (
        len(lead)
        + 1
        + len(row[0].text[len(lead) + 1 :])
        - len(row[0].text[len(lead) + 1 :].lstrip())
    )
    return (row[0].part(start, len(row[0].text)), *row[1:])


def _unpointed(row: Row) -> Row:
    """A row without the bullet before it: "• Polisen: Bo Ek"."""
    point = _POINT.match(row[0].text)
    return row if point is None else (row[0].part(point.end(), len(row[0].text)), *row[1:])


def _names_of_body(view: View) -> str | None:
    """What stands before a colon and names with no sentence; None where that is not so, or it tells who came."""
    lead = LEAD.match(view.text)
    if lead is None or is_prose(view.text) or not _names(view.part(lead.end(), len(view.text))):
        return None
    if here(lead.group()) or says("attendance", lead.group(), "absence"):
        return None  # "Närvarande ledamöter: ..."
    return lead.group().rstrip(" :")


def _is_rest(before: str, line: str, below: Sequence[Row]) -> bool:
    """Whether a line goes on the entry `before`, which the width has broken in a name, behind a comma or before a last word."""
    last = before.rpartition(", ")[2]
    if before.endswith((",", " och")) or (is_first_name(last) and line[:1].isupper()):
        return True
    word = re.fullmatch(r"[A-ZÅÄÖ][\w-]+", line) is not None
    return word and bool(below) and _names_of_body(below[0][0]) is not None


def _is_again(row: Row, below: Sequence[Row]) -> bool:
    """Whether a line is a list's first, which a converter has made the page's title, with more behind it."""
    text = row[0].text
    return any(":" in each[0].text and text.startswith(each[0].text) for each in below if each)


def tells_others(text: str) -> bool:
    """Whether a lead names persons for another reason than that they came: "Utskick till: Bo Ek"."""
    return ":" in text and pattern("attendance_marks", "others").match(text) is not None


def here(text: str) -> bool:
    """Whether `text` speaks of who was at this meeting, and not at another event."""
    return says("attendance", text, "meeting") or says("attendance", text, "we")


def statement(sentence: View, *, leads: bool = True) -> tuple[Status, View] | None:
    """What a sentence says of somebody's presence, and the part that names them.

    `leads`: a phrase with a colon before the names counts, too.
    """
    text = sentence.text
    if leads and (lead := LEAD.match(text)) is not None:
        rest = sentence.part(lead.end(), len(text))
        status = _led(lead.group(), _names(rest))
        if status is not None:
            return status, rest
    if "absent_lead" in kinds_in(text) and (lead := vocabulary("absent_lead").regex.match(text)):
        rest = sentence.part(lead.end(), len(text))
        return ("absent", rest) if _names(rest) else None
    if leads and (told := _told_before_colon(sentence)) is not None:
        return told
    kinds = {rule.data["is"] for rule in possible("attendance", text)}
    if "we" in kinds and (we := _rule("we").regex.search(text)) is not None:
        rest = sentence.part(we.end(), len(text))
        if _names(rest) > 1:
            return "present", rest
    for kind in ("presence", "copula"):
        if kind not in kinds:
            continue
        for verb in _rule(kind).regex.finditer(text):
            if verb.start() > _FAR and kind == "copula":
                break
            participle = _PARTICIPLE.match(text, verb.end())
            end = participle.end() if participle is not None else verb.end()
            before, after = sentence.part(0, verb.start()), sentence.part(end, len(text))
            if (said := _around(kind, before, text[verb.start() : end], after)) is not None:
                return said
    return _verbless(sentence) if "absence" in kinds else None


def _told_before_colon(sentence: View) -> tuple[Status, View] | None:
    """Names behind a colon that closes a whole sentence: "Vid möte i Ekby, klockan sju, var följande med: A, B och C"."""
    lead, colon, _ = sentence.text.partition(": ")
    said = lead[-_CLOSE:]
    if not colon or not _CLOSE < len(lead) < _LONGEST_TOLD:
        return None
    told = says("attendance", said, "copula") and says("attendance", said, "there")
    names = sentence.part(len(lead) + 2, len(sentence.text))
    if not (told or says("attendance", said, "presence")) or _names(names) < _PAIR:
        return None
    return _status(said), names


def _verbless(sentence: View) -> tuple[Status, View] | None:
    """ "Bo Ek ej närvarande (semester)": nothing but names before the word for absence."""
    word = _rule("absence").regex.search(sentence.text)
    if word is None or not word.start() or is_prose(sentence.text):
        return None
    if sentence.text[word.start() - 1] == "(":  # "Bo Ek (sjuk), Li Alm"
        return None
    names = sentence.part(0, word.start())
    found = pieces(names, single=True)
    return ("absent", names) if found and all(each.kind == "name" for each in found) else None


def is_prose(text: str) -> bool:
    """A sentence with a verb, unless it tells when somebody came or left, or for whom."""
    kinds = kinds_in(text) & {"partial", "replaces"}
    if any(vocabulary(kind).regex.search(text) for kind in kinds):
        return False
    return says("finite_verbs", text)


def _around(kind: str, before: View, verb: str, after: View) -> tuple[Status, View] | None:
    """The names on one side of a verb, where the other side says that it speaks of presence."""
    ahead, behind = _names(before), _names(after)
    if behind and not ahead:
        trailing = _rule("trailing").regex.search(after.text)
        names = after.part(0, trailing.start()) if trailing else after
        said = f"{before.text} {verb} {trailing.group() if trailing else ''}"
        if _FROM.match(before.text):  # "Från Granhus kom Bo Ek"
            names = side_by_side((before, names))
    elif ahead > 1 and not behind:
        names, said = before, f"{verb} {after.text}"
    else:
        return None
    there = kind == "presence" or _rule("there").regex.search(said)
    status = _status(said)
    return (status, names) if there or status != "present" else None


def _led(lead: str, names: int) -> Status | None:
    """The status under a lead with a colon, where it says one or names enough stand behind it."""
    if pattern("attendance_marks", "recipients").match(lead):
        return None
    status = _status(lead)
    says = status != "present" or any(
        _rule(kind).regex.search(lead) for kind in ("presence", "there")
    )
    return status if names >= (1 if says else _RUN) else None


def _status(text: str) -> Status:
    if _rule("absence").regex.search(text):
        return "absent"
    return "invited" if _rule("call").regex.search(text) else "present"


def _may_say(text: str) -> bool:
    return bool(
        LEAD.match(_POINT.sub("", text, count=1) if ":" in text else text)
        or says("attendance", text, "presence")
        or says("attendance", text, "we")
        or ("everybody" in kinds_in(text) and vocabulary("everybody").regex.match(text))
        or (says("attendance", text, "copula") and says("attendance", text, "there"))
    )


def _names(view: View) -> int:
    """How many persons `view` names: full names, and first names that are known."""
    return sum(
        " " in piece.view.text or is_first_name(piece.view.text)
        for piece in pieces(view, single=True)
        if piece.kind == "name"
    )


def _rule(kind: str) -> Rule:
    return rule_for("attendance", kind)
