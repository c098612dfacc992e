"""The names in a sentence that declares priority areas, or in one point of a list that does.

A linear-chain model (CRF) marks each word as the first of a name, inside one, or outside: it looks at
the word, its neighbours and first letters, and at how the enumeration runs (what parts it, whether more
follows). What stands beside the names it does not see (`aside`); what of an enumeration is one name: `joined`.
The weights are made by training/areas/train.py.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial

from models.view import View
from pipeline.extract.priority_areas.aside import Span, end_with_bracket, quoted, without_asides
from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.joined import joined
from pipeline.extract.priority_areas.weights import Chain
from pipeline.names import is_first_name
from pipeline.vocabulary import says, whole

TAGS = ("O", "B", "I")
_TOKEN = re.compile(r"\w+(?:[-.:/–]\w+)*-?|[^\w\s]")
_PARTING = frozenset({",", ";", "och", "samt", "jämte"})
_HALF = re.compile(r"\w-\s(?:och|eller|samt)\s$|\bmellan\s[\w-]+\soch\s$")
_TELLING = re.compile(r"\s(?:som|där|när|vars)\s|\(")  # behind it stands what may hold a verb
_YEAR = re.compile(r"(?:19|20)\d\d")
_PIECE = 5  # letters
_REACH = 3  # words to each side
_MOST = 300  # words of a sentence that are looked at
_ANCHORS = frozenset({"priority", "decide", "holds"})
_NO_NAME = frozenset({"decide", "propose"})


def names(view: View, chain: Chain, *, listed: bool) -> list[View]:
    """The names of areas in `view`, as written."""
    text = view.text
    spans = tokens_of(text)[:_MOST]
    seen = without_asides(text, spans)
    found = _found(text, seen, chain, listed=listed)
    if not found and len(seen) < len(spans):
        found = _found(text, spans, chain, listed=listed)  # "tre områden (A, B och C)"
    found = joined(text, quoted(text, found)) if found else []
    return [view.part(start, end_with_bracket(text, end)) for start, end in found]


def _found(text: str, spans: Sequence[Span], chain: Chain, *, listed: bool) -> list[Span]:
    """Where the model finds names among the tokens at `spans`."""
    tags = best(chain, features([text[start:end] for start, end in spans], listed=listed))
    found: list[Span] = []
    for (start, end), tag in zip(spans, tags, strict=True):
        if tag == "B" and found and _HALF.search(text, found[-1][0], start):
            found[-1] = (found[-1][0], end)  # "källar- och vindsstölder", "mellan kyrkan och kajen"
        elif tag == "B" or (tag == "I" and not found):
            found.append((start, end))
        elif tag == "I":
            found[-1] = (found[-1][0], end)
    return [span for span in map(partial(_trimmed, text), found) if span]


def _trimmed(text: str, span: Span) -> Span | None:
    """The name without words that none begins or ends with; None where it is no name."""
    inside = tokens_of(text[slice(*span)])
    words = [text[span[0] + start : span[0] + end].lower() for start, end in inside]
    first = len(words) - words[::-1].index("att") if "att" in words else 0
    last = len(words)
    while first < last and words[first] in _edges("words"):
        first += 1
    if (
        last - first > 1
        and words[first] in _edges("sorts")
        and words[first + 1] not in _edges("words")
    ):
        first += 1
    kept_ends = _edges("particles") if "som" in words else frozenset[str]()
    while first < last and (
        (words[last - 1] in _edges("words") and words[last - 1] not in kept_ends)
        or not words[last - 1][0].isalnum()
    ):
        last -= 1
    kept = words[first:last]
    if not any(len(word) > 1 and word[0].isalpha() for word in kept):
        return None
    found = (span[0] + inside[first][0], span[0] + inside[last - 1][1])
    own = _TELLING.split(text[slice(*found)], maxsplit=1)[0]
    is_person = last - first == 1 and is_first_name(kept[0])
    if is_person or any(class_of(word) in _NO_NAME for word in kept) or says_something(own):
        return None
    return found


def says_something(text: str) -> bool:
    """Whether a verb or a registration number stands in it, as in no name."""
    return says("priority_areas", text, "no_name")


@cache
def _edges(key: str) -> frozenset[str]:
    return frozenset(whole("priority_areas")["edges"][key])


@cache
def _pairs() -> frozenset[str]:
    return frozenset(whole("priority_areas")["one_thing"]["pairs"])


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Where the words and marks of `text` stand."""
    return [match.span() for match in _TOKEN.finditer(text)]


def features(tokens: Sequence[str], *, listed: bool) -> list[list[str]]:
    """The features of each token in its sentence."""
    small = [_plain(token) for token in tokens]
    kinds = [class_of(word) for word in small]
    anchors = [at for at, kind in enumerate(kinds) if kind in _ANCHORS]
    colons = [at for at, word in enumerate(small) if word == ":"]
    words = [*["^"] * _REACH, *small, *["$"] * _REACH]
    classes = [*[""] * _REACH, *kinds, *[""] * _REACH]
    rows = []
    for at, (token, word) in enumerate(zip(tokens, small, strict=True)):
        near = words[at : at + 2 * _REACH + 1]
        around = classes[at + 1 : at + 2 * _REACH]
        rows.append(
            [
                "bias",
                f"end={word[-3:]}",
                f"shape={_shape(token, at)}",
                f"list={listed}",
                f"first={at == 0} {listed}",
                *(f"{step}w={each}" for step, each in enumerate(near, -_REACH)),
                *(f"{step}c={each[:_PIECE]}" for step, each in enumerate(near, -_REACH)),
                *(f"{step}k={each}" for step, each in enumerate(around, 1 - _REACH)),
                f"-1+1k={around[1]} {around[3]}",
                f"-1+0={near[2]} {word}",
                f"0+1={word} {near[4]}",
                f"-2-1={near[1]} {near[2]}",
                f"1+2={near[4]} {near[5]}",
                f"-1+1={near[2]} {near[4]}",
                f"colon={any(colon < at for colon in colons)} {any(at < colon for colon in colons)}",
                f"behind={any(each < at for each in anchors)}",
                f"ahead={any(at < each for each in anchors)}",
                *_of_parts(small, at),
            ]
        )
    return rows


def _of_parts(small: Sequence[str], at: int) -> list[str]:
    """How the enumeration runs round a word, and whether a word that parts it joins one thing."""
    before, after = _nearest(small, at, -1), _nearest(small, at, 1)
    word = small[at]
    if word not in _PARTING:
        return [f"before={before}", f"after={after}"]
    left, right = small[at - 1] if at else "^", small[at + 1] if at + 1 < len(small) else "$"
    return [
        f"part={word} before={before} after={after}",
        f"part={word} before={before}",
        f"part={word} after={after}",
        f"pair={left[:_PIECE]} {word} {right[:_PIECE]}",
        f"one={f'{left} {right}'.replace('-', '') in _pairs()} {word}",
        f"hyphen={left.endswith('-')} {word}",
    ]


def _plain(token: str) -> str:
    """In small letters; a year or another number by a sign."""
    if token[0].isdigit():
        return "year" if _YEAR.match(token) else "0"
    return token.lower()


def _nearest(small: Sequence[str], at: int, step: int) -> str:
    """What next parts the enumeration in that direction, within the clause."""
    place = at + step
    for distance in range(1, 9):
        if not 0 <= place < len(small) or small[place] in {".", ":", "(", ")"}:
            return "no"
        if small[place] in _PARTING:
            return f"{small[place]} {'near' if distance < 3 else 'far'}"
        place += step
    return "no"


def _shape(token: str, at: int) -> str:
    if token[0].isdigit():
        return "0"
    if not token[0].isalpha():
        return token
    if token[0].isupper():
        return "First" if at == 0 else "Name"
    return "word"


def best(chain: Chain, rows: Sequence[Sequence[str]]) -> list[str]:
    """The most probable tags (Viterbi). `chain`: weights of a feature for each tag, and of each step."""
    if not rows:
        return []
    states: Mapping[str, tuple[float, float, float]] = chain.states
    scores = [0.0, 0.0, 0.0]
    back: list[list[int]] = []
    for at, row in enumerate(rows):
        known = [weight for feature in row if (weight := states.get(feature))]
        own = [sum(of_tag) for of_tag in zip(*known, strict=True)] or [0.0, 0.0, 0.0]
        if at:
            ways = [[scores[i] + chain.steps[i][tag] for i in range(3)] for tag in range(3)]
            came = [way.index(max(way)) for way in ways]
            scores = [
                own[tag] + scores[came[tag]] + chain.steps[came[tag]][tag] for tag in range(3)
            ]
            back.append(came)
        else:
            scores = own
    tag = max(range(3), key=scores.__getitem__)
    path = [tag]
    for came in reversed(back):
        tag = came[tag]
        path.append(tag)
    return [TAGS[tag] for tag in reversed(path)]
