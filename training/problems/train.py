"""Train the models of problems: hand-labelled sentences and documents in, pipeline/topics.npz, pipeline/denials.npz
and pipeline/extract/problem_weights.toml out.

    python -m training.problems.train [--without FILE ...] [--corpus FOLDER ...] [--to FOLDER]

Reads training/acts/*.tsv and training/problems/*.tsv, whose last column names the problems of a sentence
("brand+ klotter-"), the examples of the vocabulary's sayings, and the dev documents of corpus/ and
training/documents/ (documents.py), whose sentences a model of the others labels first. `--without` leaves files out and scores
the models on them instead; nothing is written then. One thread, some minutes, the same weights each time.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from zlib import crc32

from pipeline.extract.problem_signs import Topics
from pipeline.topics import NONE, topic_features
from pipeline.vocabulary.sayings import book
from pipeline.wording import Setting, counted, named
from training import DOCUMENTS, ROOT
from training.acts.train import HERE as ACTS
from training.acts.train import Labelled, from_table
from training.linear import Row, Trained, fit, fitted
from training.problems.documents import Known, known, sentences
from training.problems.weigh import Case, cases, weigh, write

HERE = Path(__file__).parent
CLAIM = 0.35  # probability from which a problem is found
KEPT = 24_000  # features of topics
KEPT_DENIALS = 6_000
POLARITIES = ("positive", "negative")
OF_DOCUMENTS = 0.4  # weight of a document's sentence, which a model has labelled, beside a hand's
PARTS = 4  # of the documents, each read by a model of the others
STRENGTH = 4.0  # inverse of the regularisation


def from_sayings() -> Iterator[Labelled]:
    """The examples of the vocabulary's sayings, most of which say that a problem is there."""
    for saying in book("problems").sayings:
        for text in saying.examples:
            sign = "-" if text.startswith("Inga ") else "+"
            yield Labelled(text, Setting(), (), (saying.data["problem"] + sign,))


def topics_of(
    rows: Sequence[Labelled], others: Sequence[Labelled] = (), names: list[str] | None = None
) -> Trained:
    """`others`: sentences of documents; `names`: the features that it has, where they are chosen."""
    classes = (NONE, *dict.fromkeys(each.data["problem"] for each in book("problems").sayings))
    labelled = [
        Row(
            *topic_features(row.text),
            tuple(dict.fromkeys(each[:-1] for each in row.problems)) or (NONE,),
            weight,
        )
        for given, weight in ((rows, 1.0), (others, OF_DOCUMENTS))
        for row in given
    ]
    if names is not None:
        return fitted(labelled, classes, names, STRENGTH)
    return fit(labelled, classes, KEPT, STRENGTH)


def asked(model: Trained) -> Topics:
    """The model as the pipeline asks it (pipeline/topics.py)."""

    def chances(sentences: Sequence[Sequence[str]]) -> list[Mapping[str, float]]:
        if not sentences:
            return []
        rows = [Row(*topic_features(" ".join(words)), ()) for words in sentences]
        told = model.probabilities(rows).tolist()
        return [dict(zip(model.classes, each, strict=True)) for each in told]

    return chances


def weights_of(
    meetings: Sequence[Known],
    rows: Sequence[Labelled],
    of_meetings: Sequence[Sequence[Labelled]],
    names: list[str],
) -> Mapping[str, Mapping[str, float]]:
    """Each part of the meetings read by a model of topics of the sentences of all the others."""
    found: list[Case] = []
    pairs = [*zip(meetings, of_meetings, strict=True)]
    for part in range(PARTS):
        others = [row for each, own in pairs if _part(each) != part for row in own]
        topics = asked(topics_of(rows, others, names))
        found += [case for each in meetings if _part(each) == part for case in cases(each, topics)]
    return weigh(found)


def _part(meeting: Known) -> int:
    """That of its series, whose documents begin alike."""
    return crc32(meeting.name.split("-")[0].encode()) % PARTS


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
    parser.add_argument("--corpus", nargs="*", type=Path, default=DOCUMENTS)
    parser.add_argument("--to", type=Path, default=ROOT / "pipeline")
    given = parser.parse_args()
    tables = sorted((*ACTS.glob("*.tsv"), *HERE.glob("*.tsv")))
    used = [path for path in tables if path.name not in given.without]
    rows = [*(row for path in used for row in from_table(path)), *from_sayings()]
    if given.without:
        topics, denials = topics_of(rows), denials_of(rows)
        for path in tables:
            if path.name in given.without:
                report(path.name, [*from_table(path)], topics, denials)
        return
    meetings = [*known(given.corpus)]
    first = asked(topics_of(rows))
    of_meetings = [[*sentences(each, first)] for each in meetings]
    others = [*chain.from_iterable(of_meetings)]
    topics, denials = topics_of(rows, others), denials_of(rows)
    print(
        f"{len(rows)} and {len(others)} sentences, {len(topics.names)} and {len(denials.names)} features"
    )
    topics.save(given.to / "topics.npz")
    denials.save(given.to / "denials.npz")
    weights = weights_of(meetings, rows, of_meetings, topics.names)
    write(weights, given.to / "extract" / "problem_weights.toml")


if __name__ == "__main__":
    main()
