"""Where a title ends and running text begins, when nothing but a space stands between them.

Forms handled: a known title ("Nästa möte Torsdagen den ..."); any title before the subject of the first
finite verb ("Centrum Emil Sandgärde berättar ...", "Vårens vandring Vi bestämde ...", "Inledning Rektor Emil
Sandgärde hälsar ...", "Dagordning Godkändes."), or before a small word that opens a sentence ("Fyrverkerier Inga skador ..."); both also where a converter has lost the items' numbers and lines, or
left each item one line.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from pipeline.names import is_first_name, is_role
from pipeline.vocabulary import possible, rules, words

_PREPOSITIONS = words("small_words", "prepositions")
_PRONOUNS = words("small_words", "pronouns")
_OPENERS = words("small_words", "openers")
_SMALL = _PREPOSITIONS | _PRONOUNS | words("small_words", "others")
_PARTING = frozenset(".,:;!?–-(")
_FULL_NAME = 2  # words
_STOP = re.compile(r"(?<=[^\W\d_][.!?])\s+(?=[A-ZÅÄÖ])")
_ACTION = re.compile(r"[a-zåäö]{2,}(?:[aeo]r|[dlnrt]s|[dt]e)[.,]?")
_DEFINITE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}(?:e[nt]|[ao]n|rna)")
_FAR = 200  # characters in which the first verb is looked for
_LONGEST_TITLE = 8  # words
_LONGEST_SUBJECT = 4  # words between its first and the last capital before the verb
_FEWEST_TITLES = 3  # of a text whose items have no numbers
_FEWEST_SURE = 2  # of them that are in the vocabulary, where each item is a row
_SHORTEST_ITEM = 15  # characters of a title and what is said
_ON = re.compile(r"[.:]?\s+[A-ZÅÄÖ0-9]")
_GOES_ON = re.compile(r"\s[A-ZÅÄÖ0-9]")  # so does all that `_ON` matches
_MOSTLY = 0.75  # of the rows from the first title on


def running_text(text: str) -> int | None:
    """Where the subject of the first finite verb begins behind a title that opens `text`."""
    words = list(re.finditer(r"\S+", text[:_FAR]))
    if (opened := small_opening(text)) is not None:
        return opened
    verb = next(
        (at for at, word in enumerate(words) if _is_verb(word.group()) or _acts(words, at)), None
    )
    if verb is None or any(word.group().endswith((".", "!", "?")) for word in words[:verb]):
        return None
    if words[verb].group()[0].isupper():  # "Dagordning Godkändes."
        return words[verb].start() or None
    capitals = [index for index in range(verb) if words[index].group()[0].isupper()]
    subject = next(
        (at for at in reversed(capitals) if words[at - 1].group().lower() not in _PREPOSITIONS), 0
    )  # "Handlarna i Ekby har ..."
    if not subject or capitals[-1] - subject > _LONGEST_SUBJECT:
        return None
    while subject > 0 and is_first_name(words[subject - 1].group()):
        subject -= 1
    subject = _with_office(words, subject)
    return before_speaker(text, words[subject].start()) if subject > 0 else None


def small_opening(text: str) -> int | None:
    """Where a small word with a capital opens a sentence behind a title: "Bommen Den står", "Branden Den 9 maj"."""
    words = list(islice(re.finditer(r"\S+", text[:_FAR]), _LONGEST_TITLE + 1))
    for before, word in pairwise(words):
        if before.group()[-1] in _PARTING or before.group().lower() in _PREPOSITIONS:
            return None
        if word.group()[0].isupper() and word.group().lower() in _OPENERS:
            return word.start()
    return None


def before_speaker(text: str, at: int) -> int:
    """`at`, or where the names and the office begin right before it that belong to what is said:
    "Skolan Rektor Maj | Ek berättar", "Torget Maj Ek | : lamporna".
    """
    words = list(re.finditer(r"\S+", text[:at]))
    first = len(words)
    if first > _FULL_NAME and not is_first_name(words[-1].group().rstrip(":")):
        full = words[-1].group()[0].isupper() and is_first_name(words[-2].group())
        first -= _FULL_NAME if full and text.startswith(": ", at) else 0
    while first > 1 and is_first_name(words[first - 1].group()):
        first -= 1
    named = is_first_name(text[words[first].start() if first < len(words) else at :].split()[0])
    while first > 1 and named and (office := words[first - 1].group())[0].isupper():
        if not is_role(office.lower()):
            break
        first -= 1
    if first == len(words) or words[first - 1].group().lower() in _PREPOSITIONS | {"och"}:
        return at
    return words[first].start()


def _acts(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word looks like a verb right behind its subject, in a form that no noun has there:
    "Valborg Brasan tänds", "Torget Kommunen väntar"."""
    return (
        at > 1
        and _ACTION.fullmatch(words[at].group()) is not None
        and _DEFINITE.fullmatch(words[at - 1].group()) is not None
    )


def _with_office(words: list[re.Match[str]], subject: int) -> int:
    """Where the subject begins with the office before a name ("Områdeschef IFO, Anna Ek berättar")."""
    if subject == 0 or not words[subject - 1].group().endswith(","):
        return subject
    while subject > 0 and _is_role(words[subject - 1].group().rstrip(",")):
        subject -= 1
    return subject


def tells(text: str) -> bool:
    """Whether a finite verb stands in `text`.

    "prioriterade" may be one or go with a noun: it counts before a small word ("berättade att").
    """
    words = [word.strip(".,;:") for word in text.split()]
    return any(
        _is_verb(word) and (not word.endswith("ade") or after.lower() in _SMALL)
        for word, after in pairwise([*words, ""])
    )


def unnumbered_titles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The titles in a flattened text whose items have no numbers; none where they are too few."""
    found = {
        match.start(): match.end()
        for pattern in known_titles()
        for match in pattern.finditer(text, start, end)
        if match.group()[0].isupper() and _opens(text, match.start(), " " in match.group())
    }
    for stop in _STOP.finditer(text, start, end):
        at = stop.end()
        if at not in found and (length := _title(text[at : min(at + _FAR, end)])) is not None:
            found[at] = at + length
    return sorted(found.items()) if len(found) >= _FEWEST_TITLES else []


def titles_of_rows(text: str, rows: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the title ends that opens a row, by the row's start, in a text that has one row for each item.

    Empty where too few rows open so, or rows with numbers or without a title stand between them.
    """
    found = {
        start: min(ends)
        for start, end in rows
        if end - start > _SHORTEST_ITEM and (ends := _known_ends(text, start, end))
    }
    if len(found) < _FEWEST_SURE:
        return {}
    for start, end in rows:
        if start not in found and text[end - 1] in ".!?":
            length = _title(text[start : min(start + _FAR, end)])
            if length is not None:
                found[start] = start + length
    body = [start for start, _ in rows if start >= min(found)]
    return found if len(found) >= max(_FEWEST_TITLES, _MOSTLY * len(body)) else {}


def _known_ends(text: str, start: int, end: int) -> list[int]:
    """Where a title of the vocabulary may end that opens a row and that a sentence or a day follows."""
    if not (text[start].isupper() and _GOES_ON.search(text, start, end)):
        return []
    matches = (
        rule.regex.match(text, start, end)
        for rule in possible("headings", text[start : min(start + _FAR, end)])
    )
    return [match.end() for match in matches if match and _ON.match(text, match.end(), end)]


def _opens(text: str, at: int, several: bool) -> bool:
    """Whether a known title may begin at `at`: after a full stop, of several words also after a word."""
    before = text[:at].rstrip()[-1:]
    return before in ".!?" or (several and (before.isalpha() or before == ")"))


def _title(text: str) -> int | None:
    """The length of a title before a sentence with its subject next to its verb."""
    at = running_text(text)
    if at is None:
        return None
    title, sentence = text[:at].split(), text[at:]
    first = title[0].lower()
    if len(title) > _LONGEST_TITLE or first in _PRONOUNS or is_first_name(title[0]):
        return None
    if any(word.endswith((",", ":", ";")) for word in title):
        return None
    if (first in _PREPOSITIONS and len(title) < 3) or _is_role(" ".join(title)):
        return None
    before = next(_until_verb(sentence), "")
    if re.search(r",|\b(?:som|att)\b", before):
        return None
    return len(text[:at].rstrip())


def _until_verb(sentence: str) -> Iterator[str]:
    """What stands before the first verb."""
    for word in re.finditer(r"\S+", sentence):
        if _is_verb(word.group()):
            yield sentence[: word.start()]


def _is_role(text: str) -> bool:
    """Whether a role or a body stands there, as before a name: "Kommunpolis Anna Ek berättade"."""
    return any(
        rule.regex.fullmatch(text)
        for rule in rules("affiliations")
        if rule.data["is"] in {"role", "organisation"}
    )


def _is_verb(word: str) -> bool:
    return any(rule.regex.fullmatch(word.rstrip(".,")) for rule in possible("finite_verbs", word))


@cache
def known_titles() -> tuple[re.Pattern[str], ...]:
    """The titles of the vocabulary where a sentence follows ("Föregående protokoll Protokollet ...")."""
    return tuple(
        re.compile(rf"(?:{rule.pattern})(?=[.:]?\s+(?-i:[A-ZÅÄÖ]))", re.I)
        for rule in rules("headings")
    )


@cache
def dated_titles() -> tuple[re.Pattern[str], ...]:
    """The same where a number follows, which may be a day: "Nästa möte 21 oktober kl 18 hos Bo."."""
    return tuple(
        re.compile(rf"(?:{rule.pattern})(?=\s+(?:den\s)?\d)", re.I) for rule in rules("headings")
    )
