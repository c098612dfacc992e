"""Train the two models of priority areas: what declares them, and where the names stand.

    python -m training.areas.train [--without FILE ...] [--to FILE]

Reads training/acts/*.tsv, training/areas/*.tsv and *.toml, and the dev documents of corpus/ with their
truth files. `--without` leaves files or folders out, scores the models on them from text to names, and
writes nothing. One thread, a minute, the same weights each time.

    declared.tsv, undeclared.tsv   title, sentence; {L} an enumeration, {P} of places, {G} of groups,
                                   {1} {2} {3} one name each, {0} one that is not declared
    leads.tsv                      D or N, the lead or title of a list
    names.toml                     names with which the slots are filled
"""

import argparse
import random
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pycrfsuite
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.evaluate.match import fold
from pipeline.extract.priority_areas import priority_areas
from pipeline.extract.priority_areas.aside import without_asides
from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.declared import SCALE, Unit, may_declare
from pipeline.extract.priority_areas.declared import features as unit_features
from pipeline.extract.priority_areas.named import TAGS, tokens_of
from pipeline.extract.priority_areas.named import features as token_features
from pipeline.extract.priority_areas.weights import FAMILIES, Weights, weights_of
from training import ROOT
from training.areas.data import (
    Example,
    Marked,
    Piece,
    examples,
    from_corpus,
    from_sections,
    from_table,
    laid_out,
    parsed,
)

HERE = Path(__file__).parent
TARGET = ROOT / "pipeline" / "extract" / "priority_areas" / "weights.npz"
RARE = 2  # units in which a feature must stand
KEPT = 12_000  # features of the model of what declares
STRENGTH = 6.0  # inverse of its regularisation
FILLED = 5  # times that each written sentence is filled with names
REFILLED = 4  # times that each marked one is filled anew
ELSEWHERE = 0.2  # share of them that get another title
ANYWHERE = 0.5  # the same, of those under a title that any may stand under
WRITTEN = 1.5  # weight of a written sentence; one of a protocol has 1
LISTS = 4  # times that each lead gets a list
CHAIN = {"c1": 0.05, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 2}


class Pool:
    """Names to fill slots with, drawn by chance but the same each time."""

    def __init__(self, marked: Iterable[str], words: Iterable[str]) -> None:
        self.chance = random.Random(7)
        kinds = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
        self.phrases: dict[str, list[str]] = tomllib.loads(
            (HERE / "phrases.toml").read_text(encoding="utf-8")
        )
        self.parts: dict[str, list[str]] = kinds.pop("parts")
        self.kinds: dict[str, list[str]] = kinds
        self.all = [name for value in kinds.values() for name in value] + sorted(set(marked))
        self.plain = [name for name in self.all if " och " not in name]
        any_word = {word for word in words if len(word) > 4 and not class_of(word.lower())}
        self.small = sorted(word for word in any_word if word.islower())
        self.great = sorted(word for word in any_word if word[0].isupper())

    def one(self, kind: str | None = None) -> str:
        return f"[{self._name(kind)}]"

    def _name(self, kind: str | None) -> str:
        """A listed name, one made of parts, or one with other words in it."""
        chance = self.chance
        way = chance.random()
        name: str
        if kind or way < 0.4:
            name = chance.choice(self.kinds[kind] if kind else self.all)
            return name
        if way < 0.7:
            name = chance.choice(self.parts["noun"])
            if chance.random() < 0.4:
                name = f"{chance.choice(self.parts['first'])} {name}"
            if chance.random() < 0.45:
                name += f" {chance.choice(self.parts['tail'])}"
            return name
        name = chance.choice(self.plain)
        return re.sub(r"[^\W\d_]{5,}", lambda word: self._other(word.group()), name)

    def _other(self, word: str) -> str:
        if self.chance.random() < 0.3:
            return word
        return self.chance.choice(self.great if word[0].isupper() else self.small)

    def phrase(self, slot: str) -> str:
        """A phrase of the kind that `slot` names, with a capital where the slot has one."""
        text = self.chance.choice(self.phrases[slot.lower()])
        return _capital(text) if slot[0].isupper() else text

    def list(self, kind: str | None = None) -> str:
        """An enumeration as people write it."""
        chance = self.chance
        count = chance.choice((2, 2, 3, 3, 3, 4, 5))
        names = [self.one(kind) for _ in range(count)]
        form = chance.random()
        if form < 0.04:
            return ", ".join(f"dels {name}" for name in names)
        if form < 0.08:
            return " ".join(f"{at}) {name}," for at, name in enumerate(names, 1)).rstrip(",")
        if form < 0.11:
            return "; ".join(names)
        if form < 0.16:
            return ", ".join(names)
        last = chance.choices(("och", "samt", "jämte", "och även", "samt även"), (70, 20, 3, 3, 2))[
            0
        ]
        if count == 2 and chance.random() < 0.12:
            return f"{chance.choice(('både', 'såväl'))} {names[0]} och {names[1]}"
        return f"{', '.join(names[:-1])} {last} {names[-1]}"


def filled(frame: str, pool: Pool) -> str:
    """A written sentence with names in its slots, in brackets."""
    text = re.sub(r"\{([a-zA-Z]{3,4})\}", lambda match: pool.phrase(match[1]), frame)
    for slot, kind in (("{L}", None), ("{M}", None), ("{P}", "place"), ("{G}", "group")):
        text = text.replace(slot, pool.list(kind))
    text = re.sub(r"\{0\}", lambda _: pool.one()[1:-1], text)
    return _capital(re.sub(r"\{\d\}", lambda _: pool.one(), text))


def refilled(marked: str, pool: Pool) -> str:
    """A marked sentence with other names: an enumeration of any length where there was one."""
    run = r"\[[^]]+\](?:(?:, | och | samt |, samt )\[[^]]+\])+"
    text = re.sub(run, lambda _: pool.list(), marked)
    return _capital(re.sub(r"\[[^]]+\]", lambda _: pool.one(), text))


def _capital(text: str) -> str:
    return re.sub(r"^(\W*)(\w)", lambda match: match[1] + match[2].upper(), text)


class Weighted(NamedTuple):
    example: Example
    weight: float


def written(pool: Pool) -> Iterator[Weighted]:
    """The sentences and leads of training/areas, filled."""
    for name, declares in (("declared.tsv", True), ("undeclared.tsv", False)):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            title, frame = line.split("\t")
            for _ in range(FILLED):
                piece = _piece(filled(frame, pool), listed=False)
                share = ANYWHERE if title in pool.phrases["title"] else ELSEWHERE
                elsewhere = pool.chance.random() < share
                under = pool.chance.choice(pool.phrases["title"]) if elsewhere else title
                unit = Unit(piece.text, under, "", "", "said", 0)
                yield Weighted(
                    Example(unit, declares, (piece,) if declares else ()),
                    WRITTEN / FILLED,
                )
    yield from led(pool)
    lines = (HERE / "leads.tsv").read_text(encoding="utf-8").splitlines()
    leads = [[line[2:] for line in lines if line[0] == code] + ["Övrigt"] for code in "ND"]
    for line in lines:
        code, text = line.split("\t", 1)
        for at in range(LISTS):
            count = pool.chance.choice((2, 3, 3, 4, 5))
            other = pool.chance.choice(leads[pool.chance.random() < 0.5])
            lead, title = (text, other) if at else ("", text)
            yield Weighted(
                Example(Unit(lead, title, "", "", "list", count), code == "D", ()), WRITTEN / LISTS
            )


def led(pool: Pool) -> Iterator[Weighted]:
    """Enumerations under the leads of lists, and in one sentence with them ("Årets fokus: ...", "Vi prioriterar ...")."""
    for line in (HERE / "leads.tsv").read_text(encoding="utf-8").splitlines():
        code, lead = line.split("\t", 1)
        if "|" in lead or "\t" in lead or lead.endswith("."):
            continue
        under = pool.chance.choice(pool.phrases["title"])
        piece = _piece(_capital(pool.list()) + pool.chance.choice((".", "")), listed=False)
        yield _led(Unit(piece.text, under, lead.rstrip(":"), "", "said", 0), piece, code)
        for _ in range(2):
            opening = lead if lead.endswith((":", "är", "på", "blir")) else f"{lead}:"
            piece = _piece(f"{opening} {pool.list()}.", listed=False)
            yield _led(Unit(piece.text, under, "", "", "said", 0), piece, code)


def _led(unit: Unit, piece: Piece, code: str) -> Weighted:
    return Weighted(Example(unit, code == "D", (piece,) if code == "D" else ()), WRITTEN / 3)


def entries(pool: Pool) -> Iterator[Piece]:
    """Points of lists as people write them."""
    for _ in range(12):
        yield from (_piece(filled(each, pool), listed=True) for each in pool.phrases["entry"])


def _piece(marked: str, *, listed: bool) -> Piece:
    text, spans = "", []
    for part in re.split(r"(\[[^]]+\])", marked):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return Piece(text, tuple(spans), listed)


def _marks(piece: Piece) -> str:
    text, at = "", 0
    for start, end in piece.spans:
        text += f"{piece.text[at:start]}[{piece.text[start:end]}]"
        at = end
    return text + piece.text[at:]


def gathered(
    marked: Sequence[Marked], corpus: Sequence[Example]
) -> tuple[list[Weighted], list[Piece]]:
    """All that the two models learn; of units only those about which the model will be asked."""
    pool = Pool(
        (name for each in marked for name in re.findall(r"\[([^]]+)\]", each.body)),
        (word for each in marked for word in re.findall(r"(?<=\s)[^\W\d_]+", each.body)),
    )
    units: list[Weighted] = []
    pieces: list[Piece] = []
    for example in [*(each for one in marked for each in examples(one)), *corpus]:
        units.append(Weighted(example, 1.0))
        pieces.extend(example.pieces)
        for _ in range(REFILLED if example.declares else 0):
            again = [
                _piece(refilled(_marks(piece), pool), listed=piece.listed)
                for piece in example.pieces
            ]
            pieces.extend(again)
            if example.unit.form != "list" and again:
                other = example.unit._replace(text=again[0].text)
                units.append(Weighted(Example(other, True, ()), 2 / REFILLED))
    for each in written(pool):
        units.append(each)
        pieces.extend(each.example.pieces)
    pieces.extend(entries(pool))
    return [each for each in units if may_declare(each.example.unit)], pieces


def fit_units(rows: Sequence[Weighted]) -> tuple[list[str], np.ndarray, float]:
    """Features, their weights and the bias of the model of what declares."""
    standing = Counter(each for row in rows for each in set(unit_features(row.example.unit)))
    names = sorted(each for each, count in standing.items() if count >= RARE)
    weights, _ = _fit(rows, names)
    size = np.abs(weights) * np.array([FAMILIES[name[0]] for name in names])
    names = sorted(names[at] for at in np.argsort(-size, kind="stable")[:KEPT])
    weights, bias = _fit(rows, names)
    return names, weights, bias


def _fit(rows: Sequence[Weighted], names: Sequence[str]) -> tuple[np.ndarray, float]:
    index = {name: at for at, name in enumerate(names)}
    data, columns, ends = [], [], [0]
    for row in rows:
        counted = Counter(unit_features(row.example.unit))
        norm = sum((FAMILIES[each[0]] * count) ** 2 for each, count in counted.items()) ** 0.5
        for each, count in counted.items():
            if each in index:
                columns.append(index[each])
                data.append(SCALE / norm * FAMILIES[each[0]] * count)
        ends.append(len(columns))
    model = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-5)
    model.fit(
        csr_matrix((data, columns, ends), shape=(len(rows), len(index))),
        [row.example.declares for row in rows],
        sample_weight=[row.weight for row in rows],
    )
    return model.coef_[0], float(model.intercept_[0])


def fit_chain(pieces: Sequence[Piece]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Features, their weights for O, B and I, and the steps' weights of the model of names."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=CHAIN, verbose=False)
    for piece in pieces:
        tokens = _seen(piece)
        rows = token_features([piece.text[s:e] for s, e in tokens], listed=piece.listed)
        tags = ["O"] * len(tokens)
        for start, end in piece.spans:
            inside = [at for at, (s, e) in enumerate(tokens) if s >= start and e <= end]
            for at in inside:
                tags[at] = "B" if at == inside[0] else "I"
        if tokens:
            trainer.append(rows, tags)
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        info = tagger.info()
    names = sorted({feature for feature, _ in info.state_features})
    index = {name: at for at, name in enumerate(names)}
    states = np.zeros((len(names), len(TAGS)))
    for (feature, tag), weight in info.state_features.items():
        states[index[feature], TAGS.index(tag)] = weight
    steps = np.zeros((len(TAGS), len(TAGS)))
    for (one, two), weight in info.transitions.items():
        steps[TAGS.index(one), TAGS.index(two)] = weight
    steps[TAGS.index("O"), TAGS.index("I")] = -100.0
    return names, states, steps


def _seen(piece: Piece) -> list[tuple[int, int]]:
    """The tokens that the model will see: those beside asides, or all where every name stands in one."""
    tokens = tokens_of(piece.text)
    seen = without_asides(piece.text, tokens)
    named = any(start <= at < end for start, end in piece.spans for at, _ in seen)
    return seen if named or not piece.spans else tokens


def trained(units: Sequence[Weighted], pieces: Sequence[Piece]) -> dict[str, np.ndarray]:
    """The arrays of weights.npz: one byte a weight, with a scale."""
    names, weights, bias = fit_units(units)
    found, states, steps = fit_chain(pieces)

    def text(each: Sequence[str]) -> np.ndarray:
        return np.frombuffer("\n".join(each).encode("utf-8"), np.uint8)

    scale = np.float32(np.abs(weights).max() / 127)
    state_scale = np.float32(np.abs(states).max() / 127)
    kept = np.abs(np.round(states / state_scale)).max(axis=1) > 0
    return {
        "declare_features": text(names),
        "declare_weights": np.round(weights / scale).astype(np.int8),
        "declare_scale": scale,
        "declare_bias": np.float32(bias),
        "state_features": text([name for name, keep in zip(found, kept, strict=True) if keep]),
        "state_weights": np.round(states[kept] / state_scale).astype(np.int8),
        "state_scale": state_scale,
        "steps": steps.astype(np.float32),
    }


def score(marked: Sequence[Marked], weights: Weights, *, show: bool) -> None:
    """Precision, recall and F1 of names, from a section's text to its areas."""
    right = claimed = true = 0
    for each in marked:
        text, spans = laid_out(each)
        expected = list(dict.fromkeys(fold(text[start:end]) for start, end in spans))
        found = [fold(area.name) for part in parsed(text) for area in priority_areas(part, weights)]
        hits = len(set(expected) & set(found))
        right, claimed, true = right + hits, claimed + len(found), true + len(expected)
        if show and (hits < len(expected) or hits < len(found)):
            print(f"{each.title}\n  {each.body}\n  FOUND {found}\n")
    precision, recall = right / max(claimed, 1), right / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
        f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {true}, {len(marked)} sections"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="FILE")
    parser.add_argument("--test", nargs="*", default=[], metavar="FILE", help="files of sections")
    parser.add_argument("--show", action="store_true", help="what is wrong")
    parser.add_argument("--to", type=Path, default=TARGET)
    given = parser.parse_args()
    tables = {
        path.name: list(from_table(path)) for path in sorted((HERE.parent / "acts").glob("*.tsv"))
    }
    marked = [each for name, rows in tables.items() if name not in given.without for each in rows]
    corpus = list(from_corpus(ROOT / "corpus", without=frozenset(given.without)))
    arrays = trained(*gathered(marked, corpus))
    for name in given.without:
        if name in tables:
            print(name)
            score(tables[name], weights_of(arrays), show=given.show)
    for name in given.test:
        print(name)
        score(list(from_sections(Path(name))), weights_of(arrays), show=given.show)
    if not given.without:
        np.savez_compressed(given.to, allow_pickle=False, **arrays)


if __name__ == "__main__":
    main()
