"""Train the models of problems: hand-labelled sentences in, pipeline/topics.npz and denials.npz out.

    python -m training.problems.train [--without FILE ...] [--to FOLDER]

Reads training/acts/*.tsv and training/problems/*.tsv, whose last column names the problems of a sentence
("brand+ klotter-"), and the examples of the vocabulary's sayings. `--without` leaves files out and scores
the models on them instead; nothing is written then. One thread, a minute, the same weights each time.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.topics import NONE, topic_features
from pipeline.vocabulary.sayings import book
from pipeline.wording import Setting, counted, named
from training.acts.train import HERE as ACTS
from training.acts.train import ROOT, Labelled, from_table
from training.linear import Row, Trained, fit

HERE = Path(__file__).parent
CLAIM = 0.35  # probability from which a problem is found
KEPT = 24_000  # features of topics
KEPT_DENIALS = 6_000
POLARITIES = ("positive", "negative")
STRENGTH = 4.0  # inverse of the regularisation


def from_sayings() -> Iterator[Labelled]:
    """The examples of the vocabulary's sayings, most of which say that a problem is there."""
    for saying in book("problems").sayings:
        for text in saying.examples:
            sign = "-" if text.startswith("Inga ") else "+"
            yield Labelled(text, Setting(), (), (saying.data["problem"] + sign,))


def topics_of(rows: Sequence[Labelled]) -> Trained:
    classes = (NONE, *dict.fromkeys(each.data["problem"] for each in book("problems").sayings))
    labelled = [
        Row(
            *topic_features(row.text),
            tuple(dict.fromkeys(each[:-1] for each in row.problems)) or (NONE,),
        )
        for row in rows
    ]
    return fit(labelled, classes, KEPT, STRENGTH)


def _all_features(text: str) -> tuple[tuple[str, ...], float]:
    norm = float(counted(((text, Setting()),)).norms[0])
    return tuple(named(text, Setting())), norm


def denials_of(rows: Sequence[Labelled]) -> Trained:
    """From sentences all of whose problems are there, or none."""
    signs = ((row, {each[-1] for each in row.problems}) for row in rows)
    labelled = [
        Row(*_all_features(row.text), (POLARITIES["-" in sign],))
        for row, sign in signs
        if len(sign) == 1
    ]
    return fit(labelled, POLARITIES, KEPT_DENIALS, STRENGTH)


def report(name: str, rows: Sequence[Labelled], topics: Trained, denials: Trained) -> None:
    """Precision and recall of problems with their polarity, by the models alone."""
    said = topics.probabilities([Row(*topic_features(row.text), ()) for row in rows])
    none = denials.probabilities([Row(*_all_features(row.text), ()) for row in rows])
    found = [
        {
            f"{each}{'-' if no > 0.5 else '+'}"
            for each, one in zip(topics.classes, shares, strict=True)
            if one > CLAIM
        }
        - {f"{NONE}+", f"{NONE}-"}
        for shares, no in zip(said, none[:, 1], strict=True)
    ]
    right = sum(len(one & set(row.problems)) for one, row in zip(found, rows, strict=True))
    claimed, true = sum(map(len, found)), sum(len(row.problems) for row in rows)
    print(
        f"{name}: precision {right / max(claimed, 1):.2f} recall {right / max(true, 1):.2f} of {true}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="FILE")
    parser.add_argument("--to", type=Path, default=ROOT / "pipeline")
    given = parser.parse_args()
    tables = sorted((*ACTS.glob("*.tsv"), *HERE.glob("*.tsv")))
    used = [path for path in tables if path.name not in given.without]
    rows = [*(row for path in used for row in from_table(path)), *from_sayings()]
    topics, denials = topics_of(rows), denials_of(rows)
    print(f"{len(rows)} sentences, {len(topics.names)} and {len(denials.names)} features")
    if given.without:
        for path in tables:
            if path.name in given.without:
                report(path.name, [*from_table(path)], topics, denials)
    else:
        topics.save(given.to / "topics.npz")
        denials.save(given.to / "denials.npz")


if __name__ == "__main__":
    main()
