"""Train the model of what a sentence does: hand-labelled sentences in, pipeline/acts.npz out.

    python -m training.acts.train [--without FILE ...] [--corpus FOLDER ...] [--to FILE]

Reads training/acts/*.tsv, the vocabulary's examples, and the dev documents of corpus/ and training/documents/ with
their truth files (or of the folders named). `--without` leaves
files out and scores the model on them instead; nothing is written then. One thread, some 20 seconds,
the same weights each time.

A .tsv file holds sections: `# TITLE`, then one line a sentence, tab separated: codes, sentence, problems.

    D decision   A assignment   C commitment   P proposal   F formality   N none of these
    U+ follow-up done   U~ in progress   U> postponed   U- dropped   U= mentioned
    +  the sentence goes on with the record of the one before it (not trained on)

Several codes stand for several records, parted by ` // ` in the sentence; `{owner}`, `<due>` and
`[priority area]` are marked. `H` is a lead or a table's head, `¶` a paragraph's end.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from models.segmented import MeetingPart
from pipeline.acts import ACTS, Act
from pipeline.config import ReadSettings
from pipeline.evaluate.match import fold
from pipeline.evaluate.truth import TrueMeeting, labelled
from pipeline.read import read
from pipeline.segment import segment
from pipeline.vocabulary import rules
from pipeline.wording import Setting, counted, named
from training import DOCUMENTS, ROOT
from training.linear import Row, Trained, fit

HERE = Path(__file__).parent
CODES: dict[str, Act] = {
    "N": "none",
    "D": "decision",
    "A": "assignment",
    "C": "commitment",
    "P": "proposal",
    "F": "formality",
    "U+": "done",
    "U~": "in_progress",
    "U>": "postponed",
    "U-": "dropped",
    "U=": "mentioned",
}
KEPT = 80_000  # features in the model, those with the greatest weights
STRENGTH = 2.0  # inverse of the regularisation
LIKE = 92.0  # 0..100: a sentence is the labelled one


class Labelled(NamedTuple):
    """A sentence. `problems`: ids with "+" or "-"; `acts` is empty where it goes on with the one before."""

    text: str
    setting: Setting
    acts: tuple[Act, ...]
    problems: tuple[str, ...] = ()

    def row(self) -> Row:
        norm = float(counted(((self.text, self.setting),)).norms[0])
        return Row(tuple(named(self.text, self.setting)), norm, self.acts)


def from_table(path: Path) -> Iterator[Labelled]:
    """The sentences of one .tsv file."""
    title = lead = before = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        code, _, rest = line.partition("\t")
        if code.startswith("#"):
            title, lead, before = re.sub(r"^[§\s\d.)]*", "", code[1:]), "", ""
        elif code in {"¶", ""}:
            lead, before = ("", "") if code else (lead, "")
        elif code == "H":
            lead, before = rest, ""
        else:
            marked, _, problems = rest.partition("\t")
            text = re.sub(r"[{}<>\[\]]", "", marked.replace(" // ", " "))
            listed = text.startswith("- ")
            text = text.removeprefix("- ")
            acts = tuple(dict.fromkeys(CODES[each] for each in code.split(",") if each in CODES))
            setting = Setting(title, lead, before, listed)
            yield Labelled(text, setting, acts, tuple(problems.split()))
            before = text


def from_vocabulary() -> Iterator[Labelled]:
    """The examples of the vocabulary's rules: how such things are most plainly said."""
    for rule in rules("actions"):
        yield from (_example(each, rule.data["kind"]) for each in rule.examples)
    for rule in rules("not_actions"):
        yield from (_example(each, "none") for each in rule.examples)
    for rule in rules("formalities"):
        yield from (_example(each, "formality") for each in rule.examples)
    for rule in rules("follow_ups"):
        if outcome := rule.data.get("outcome"):
            yield from (_example(each, outcome, "Uppföljning av beslut") for each in rule.examples)


def _example(text: str, act: Act, title: str = "") -> Labelled:
    return Labelled(text, Setting(title), (act,))


def from_corpus(folder: Path) -> Iterator[Labelled]:
    """The sentences of the dev documents that need no OCR, labelled by their truth files."""
    for path, truth in labelled(folder):
        if truth.split != "dev" or truth.form == "scan":
            continue
        parts = segment(read(path.read_bytes(), ReadSettings(ocr="off")))
        if len(parts) == len(truth.meetings):
            for part, meeting in zip(parts, truth.meetings, strict=True):
                yield from _from_meeting(part, meeting)


def _from_meeting(part: MeetingPart, meeting: TrueMeeting) -> Iterator[Labelled]:
    facts: list[tuple[Act | None, str]] = [
        *((None if each.optional else each.kind, fold(each.text)) for each in meeting.actions),
        *(
            (None if each.optional else each.outcome, fold(each.text))
            for each in meeting.follow_ups
        ),
    ]
    for section in part.sections:
        title = section.title.text if section.title is not None else ""
        for paragraph in section.paragraphs:
            before = ""
            for sentence in paragraph.sentences if paragraph.kind != "heading" else ():
                text = sentence.view.text
                found = {act for act, fact in facts if _states(fold(text), fact)}
                setting = Setting(title, paragraph.lead or "", before, paragraph.kind == "item")
                if None not in found:
                    acts = tuple(act for act in ACTS if act in found)
                    yield Labelled(text, setting, acts or ("none",))
                before = text


def _states(sentence: str, fact: str) -> bool:
    if len(sentence) < 3 or len(fact) < 3:
        return False
    close = len(fact) > 12 < len(sentence) and fuzz.partial_ratio(fact, sentence) > LIKE
    return fact in sentence or sentence in fact or close


def report(rows: Sequence[Labelled], trained: Trained) -> None:
    """Precision, recall and F1 of each act on sentences that were left out."""
    scores = trained.probabilities([row.row() for row in rows])
    found = [ACTS[at] for at in scores.argmax(axis=1)]
    for act in ACTS:
        right = sum(act == one and act in row.acts for one, row in zip(found, rows, strict=True))
        claimed, true = found.count(act), sum(act in row.acts for row in rows)
        print(
            f"{act:12} precision {right / max(claimed, 1):.2f} recall {right / max(true, 1):.2f} of {true}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="FILE")
    parser.add_argument("--corpus", nargs="*", type=Path, default=DOCUMENTS)
    parser.add_argument("--to", type=Path, default=ROOT / "pipeline" / "acts.npz")
    given = parser.parse_args()
    tables: Iterable[Path] = sorted(HERE.glob("*.tsv"))
    used = [path for path in tables if path.name not in given.without]
    rows = [row for path in used for row in from_table(path) if row.acts]
    rows += [*from_vocabulary(), *chain.from_iterable(map(from_corpus, given.corpus))]
    trained = fit([row.row() for row in rows], ACTS, KEPT, STRENGTH)
    print(f"{len(rows)} sentences, {len(trained.names)} features")
    if given.without:
        left = [row for name in given.without for row in from_table(HERE / name) if row.acts]
        report(left, trained)
    else:
        trained.save(given.to)


if __name__ == "__main__":
    main()
