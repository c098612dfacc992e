"""Sayings: wordings as data, read word by word.

A vocabulary file may hold tables `[[saying]]`:

    id           stable name
    says         list of wordings, any of which is the saying
    unless       wordings that undo it where they stand in the same clause
    example      text in which it must be found       (list)
    not_example  text in which it must not            (list)

Every other key is kept in `Saying.data`. A long wording goes over lines that open with "|", as patterns do. A
wording is words with spaces between:

    stulen       that word                     cykel*       words that begin so
    *cykel       words that end so             *cykel*      words that hold it
    cykel~       the word with a common ending (-n, -ar, -arna, -ade, -ats ...); also *cykel~
    a|b|c        any of these                  <bicycle>    any word of that class
    a*|!ab*      but none of these
    ...          up to GAP words between       a & b        both in one clause, in either order,
                                               at most REACH words apart

A class is a key of the file's table `[words]`, a list of words; a class may hold other classes.
Everything is matched against words in small letters. Each word of a text is looked up once and then
remembered, so what a sentence costs grows with its words and hardly with the number of wordings.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from models.frozen import frozen
from pipeline.vocabulary import note_use, on_one_line, whole
from pipeline.vocabulary.pieces import Pieces
from pipeline.vocabulary.remembered import Remembered

GAP = 5
REACH = 15
_ENDINGS = (
    " s n en ens et ets t a an ans ar arna arnas ars er ern erna ernas ers r or orna orn na nas e d de des "
    "ade ades at ats as ad te tes ts ande ing ingen ingar ingarna ningar ningen"
).split(" ")

Row = tuple[int | None, ...]  # choices of words, None for a gap
Wording = tuple[Row, ...]  # its parts, joined by "&"
# Where a wording stands: its saying, its number there, its choices but the first, and whether it is one word
# that nothing undoes, so that it holds wherever that word stands.
_Entry = tuple[int, int, frozenset[int | None], bool]


@dataclass(frozen=True)
class Saying:
    """One saying; `wordings` hold numbers of choices in its book."""

    id: str
    wordings: tuple[Wording, ...]
    unless: tuple[Wording, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]
    data: Mapping[str, Any]


@frozen
class Said:
    """A saying in a text: the places of the words that make it, ascending."""

    saying: Saying
    words: tuple[int, ...]


class Book:
    """The sayings of one vocabulary file, ready to be looked for."""

    def __init__(self, name: str, kinds: Collection[str] = ()) -> None:
        """kinds: the words under "is" of the sayings that it holds; all of the file's, where none are given."""
        data = whole(name)
        self._name = name
        self._classes: Mapping[str, list[str]] = data.get("words", {})
        self._choices: dict[frozenset[str], int] = {}
        # by the number of a choice, those that its words are not among
        self._barred: dict[int, set[int]] = {}
        self._whole = defaultdict[str, set[int]](set)
        self._beginnings = defaultdict[str, set[int]](set)
        self._ends = defaultdict[str, set[int]](set)  # of words read backwards
        self._middles = defaultdict[str, set[int]](set)
        self._named = {self._choice(f"<{name}>"): name for name in self._classes}
        self.sayings = tuple(
            self._saying(entry)
            for entry in data.get("saying", ())
            if not kinds or entry["is"] in kinds
        )
        self._by_first: dict[int, list[_Entry]] = {}
        for order, saying in enumerate(self.sayings):
            for number, wording in enumerate(saying.wordings):
                first = wording[0][0]
                assert first is not None, saying.id
                others = frozenset(choice for part in wording for choice in part) - {first, None}
                plain = len(wording) == len(wording[0]) == 1 and not saying.unless
                self._by_first.setdefault(first, []).append((order, number, others, plain))
        self._opening, self._inside = Pieces(2, self._beginnings), Pieces(2, self._middles)
        self._ending = Pieces(2, self._ends)
        self.choices = Remembered(self._choices_of)
        self._entries = Remembered(self._entries_of)

    def knows(self, word: str) -> bool:
        """Whether `word`, in small letters, has a place in any saying."""
        return bool(self._choices_of(word))

    def find(self, words: Sequence[str], clauses: Callable[[], Sequence[int]]) -> list[Said]:
        """What is said with `words`: in the order of the sayings, then of the text, the longest first, then of
        the wordings.

        `clauses()[i]` numbers the clause of word i; it is asked for where a saying may stand.
        """
        entered = [*map(self._entries.__getitem__, words)]
        if not any(entered):
            return []
        held = [*map(self.choices.__getitem__, words)]
        there = frozenset[int | None]().union(*held)
        begun = [
            (at, order, number, plain)
            for at, entries in enumerate(entered)
            for order, number, others, plain in entries
            if others <= there
        ]
        if not begun:
            return []
        found: list[tuple[int, tuple[int, ...]]] = []
        cut = () if all(plain for _, _, _, plain in begun) else clauses()
        for at, order, number, plain in begun:
            saying = self.sayings[order]
            places = (at,) if plain else _match(saying.wordings[number], at, held, cut)
            if plain or (places and not _undone(saying, at, there, held, cut)):
                found.append((order, places))
                note_use(self._name, saying.id, saying.data["says"][number])
        found.sort(key=lambda each: (each[0], each[1][0], -len(each[1])))
        return [Said(self.sayings[order], places) for order, places in found]

    def classes(self, word: str) -> list[str]:
        """The names of the classes that hold `word`, in their order."""
        held = self.choices[word]
        if held.isdisjoint(self._named):
            return []
        return [name for number, name in self._named.items() if number in held]

    def _entries_of(self, word: str) -> tuple[_Entry, ...]:
        """The wordings that may begin with `word`, in the order of the file."""
        held = (self._by_first.get(choice, ()) for choice in self.choices[word])
        return tuple(sorted(chain.from_iterable(held), key=lambda entry: entry[:2]))

    def _choices_of(self, word: str) -> frozenset[int]:
        """The choices that `word` is among."""
        parts = [self._whole[word]] if word in self._whole else []
        for pieces, known in (
            (self._opening.opening(word), self._beginnings),
            (self._ending.opening(word[::-1]), self._ends),
            (self._inside.inside(word), self._middles),
        ):
            parts += [known[each] for each in pieces if each in known]
        found = frozenset(chain.from_iterable(parts))
        return found.difference(*(self._barred[each] for each in self._barred.keys() & found))

    def _saying(self, entry: Mapping[str, Any]) -> Saying:
        return Saying(
            id=entry["id"],
            wordings=tuple(self._wording(each) for each in entry["says"]),
            unless=tuple(self._wording(each) for each in entry.get("unless", ())),
            examples=tuple(entry.get("example", ())),
            not_examples=tuple(entry.get("not_example", ())),
            data=entry,
        )

    def _wording(self, text: str) -> Wording:
        return tuple(
            tuple(None if each == "..." else self._choice(each) for each in part.split())
            for part in on_one_line(text).split(" & ")
        )

    def _choice(self, text: str) -> int:
        """The number of a choice of words, entered under each of its words."""
        words = frozenset(self._spelt(text.split("|")))
        number = self._choices.get(words)
        if number is None:
            number = self._choices[words] = len(self._choices)
            barred = frozenset(word for word in words if word.startswith("!"))
            for word in words - barred:
                self._enter(word, number)
            if barred:
                bar = self._choice("|".join(word[1:] for word in sorted(barred)))
                self._barred.setdefault(bar, set()).add(number)
        return number

    def _spelt(self, words: Sequence[str]) -> Iterator[str]:
        """`words` with classes replaced by what they hold."""
        for word in words:
            if word.startswith("<"):
                for each in self._classes[word[1:-1]]:
                    yield from self._spelt(on_one_line(each).split("|"))
            else:
                yield word

    def _enter(self, word: str, number: int) -> None:
        stem = word.removesuffix("~")
        forms = [word] if stem == word else [stem + ending for ending in _ENDINGS]
        known = self._whole
        if word.startswith("*") and word.endswith("*"):
            known, forms = self._middles, [word.strip("*")]
        elif word.startswith("*"):
            known, forms = self._ends, [form[:0:-1] for form in forms]
        elif word.endswith("*"):
            known, forms = self._beginnings, [word[:-1]]
        for form in forms:
            known[form].add(number)


@cache
def book(name: str, *kinds: str) -> Book:
    """The sayings of vocabulary/`name`.toml, or those of them with one of `kinds` under "is"."""
    return Book(name, kinds)


def _undone(
    saying: Saying,
    at: int,
    there: frozenset[int | None],
    held: Sequence[frozenset[int]],
    clauses: Sequence[int],
) -> bool:
    """Whether words in the clause of word `at` undo the saying. `there`: all choices of the text."""
    return any(
        clauses[place] == clauses[at] and _match(wording, place, held, clauses)
        for wording in saying.unless
        if wording[0][0] in there
        for place in range(len(held))
        if wording[0][0] in held[place]
    )


def _match(
    wording: Wording, at: int, held: Sequence[frozenset[int]], clauses: Sequence[int]
) -> tuple[int, ...]:
    """The places of `wording` whose first part begins at `at`; empty where it does not stand."""
    places = _sequence(wording[0], at, held, clauses)
    for part in wording[1:] if places else ():
        nearest = sorted(
            range(max(0, at - REACH), min(len(held), at + REACH + 1)), key=lambda i: abs(i - at)
        )
        for start in nearest:
            if clauses[start] != clauses[at] or part[0] not in held[start]:
                continue
            more = _sequence(part, start, held, clauses)
            if more and not set(more) & set(places):
                places = (*places, *more)
                break
        else:
            return ()
    return tuple(sorted(places))


def _sequence(
    part: Row, at: int, held: Sequence[frozenset[int]], clauses: Sequence[int]
) -> tuple[int, ...]:
    """The places of the words of `part`, the first at `at`."""
    if at >= len(held) or part[0] not in held[at]:
        return ()
    if len(part) == 1:
        return (at,)
    gap = part[1] is None
    rest = part[2:] if gap else part[1:]
    for place in range(at + 1, at + 2 + (GAP if gap else 0)):
        if place >= len(held) or clauses[place] != clauses[at]:
            break
        more = _sequence(rest, place, held, clauses)
        if more:
            return (at, *more)
    return ()
