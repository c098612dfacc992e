"""How right the packaged pipeline is: python -m training.evaluate DATA [MODEL]

Trees, tags and features on Talbanken's test set with its own words; lemmas there; names on the news
corpus' test part, on the SUCX sample and on lines of this repository's protocols (protocol_test.txt,
and the attendance lines of corpus/ by its truth files). Names count where start, end and label agree.
MODEL: an installed spaCy model instead of ours.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.scorer import Scorer
from spacy.training import Example
from spacy.vocab import Vocab

from pipeline.config import ReadSettings
from pipeline.language.trained import parsed_words, recognised, recognised_words
from pipeline.read import read
from training.conllu import Sentence, sentences
from training.corpora import TEST, doc_of
from training.entities import LABELS, NEWS_TEST, news, runs

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
SUCX = "sucx3-sample/validation0001_1.json"
_MARK = re.compile(r"\[([^\]]+)\]\(([A-Z]+)\)")

Name = tuple[int, int, int, str]  # text, start, end, label


def trees(data: Path, model: str | None) -> Mapping[str, float]:
    """Shares in a hundred: TAG, POS, MORPH, UAS and LAS (without punctuation), LEMMA."""
    vocab, examples, right, words = Vocab(), [], 0, 0
    for sentence, lemmas in _test_sentences(data):
        found = parsed_words([word.form for word in sentence], model)
        examples.append(Example(found, doc_of(sentence, vocab)))
        for token, lemma in zip(found, lemmas, strict=True):
            if token.pos_ != "PUNCT":
                words += 1
                right += token.lemma_.lower() == lemma.lower()
    scorer = Scorer()
    scores: dict[str, float] = {
        **scorer.score_token_attr(examples, "tag"),
        **scorer.score_token_attr(examples, "pos"),
        **scorer.score_token_attr(examples, "morph"),
        **scorer.score_deps(
            examples, "dep", ignore_labels=("p", "punct"), head_attr="head", getter=_relation
        ),
    }
    named = {
        "TAG": "tag_acc",
        "POS": "pos_acc",
        "MORPH": "morph_acc",
        "UAS": "dep_uas",
        "LAS": "dep_las",
    }
    return {
        **{name: 100 * scores[key] for name, key in named.items()},
        "LEMMA": 100 * right / words,
    }


def _relation(token: object, attribute: str) -> str:
    return str(getattr(token, f"{attribute}_")).lower()


def _test_sentences(data: Path) -> Iterator[tuple[Sentence, list[str]]]:
    path = data / TEST
    lemmas: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line.strip():
            lemmas.append([])
        elif fields[0].isdigit():
            lemmas[-1].append(fields[2])
    return zip(sentences(path), (each for each in lemmas if each), strict=True)


def names(
    gold: Iterable[Name], found: Iterable[Name]
) -> Mapping[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 in a hundred and the number expected, by label."""
    expected, answers = set(gold), set(found)
    return {label: _rates(expected, answers, label) for label in LABELS}


def _rates(gold: set[Name], found: set[Name], label: str) -> tuple[float, float, float, int]:
    ours = {each for each in found if each[3] == label}
    theirs = {each for each in gold if each[3] == label}
    right = len(ours & theirs)
    precision, recall = right / max(1, len(ours)), right / max(1, len(theirs))
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return 100 * precision, 100 * recall, 100 * score, len(theirs)


def _of_words(
    texts: Iterable[tuple[list[str], list[tuple[int, int, str]]]], model: str | None
) -> tuple[list[Name], list[Name]]:
    """Expected and found names in texts that are words, counted in words."""
    gold: list[Name] = []
    found: list[Name] = []
    for number, (words, marked) in enumerate(texts):
        gold += [(number, *each) for each in marked]
        doc = recognised_words(words, model)
        found += [(number, ent.start, ent.end, ent.label_) for ent in doc.ents]
    return gold, found


def news_test(data: Path) -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    for sentence in news(data / NEWS_TEST):
        marked = [each for each in runs(sentence) if each[2] in LABELS]
        yield [word for word, _ in sentence], marked


def sucx(data: Path) -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    """The sample's sentences; PRS is PER."""
    for document in json.loads((data / SUCX).read_text(encoding="utf-8")):
        for paragraph in document["paragraphs"]:
            for sentence in paragraph["sentences"]:
                tokens = sentence["tokens"]
                marked, start = [], 0
                for index, token in enumerate(tokens):
                    part, _, label = token["ner"].partition("-")
                    start = index if part in {"B", "U"} else start
                    if part in {"L", "U"}:
                        marked.append((start, index + 1, label.replace("PRS", "PER")))
                yield (
                    [token["orth"] for token in tokens],
                    [each for each in marked if each[2] in LABELS],
                )


Lines = list[tuple[str, list[tuple[int, int, str]]]]


def marked_lines() -> Lines:
    """protocol_test.txt: its lines without marks, and where the names stand."""
    lines: Lines = []
    for line in (HERE / "protocol_test.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            text, marked, at = "", [], 0
            for match in _MARK.finditer(line):
                text += line[at : match.start()]
                marked.append((len(text), len(text) + len(match[1]), match[2]))
                text, at = text + match[1], match.end()
            lines.append((text + line[at:], marked))
    return lines


def attendance_lines() -> Lines:
    """The lines of the development documents that hold an attendee with role or organisation.

    Persons are the attendees' names in them, bodies the attendees' organisations.
    """
    lines: Lines = []
    for truth in sorted(CORPUS.rglob("*.truth.json")):
        if "unseen" in truth.parts:
            continue
        labels = json.loads(truth.read_text(encoding="utf-8"))
        people = [each for meeting in labels["meetings"] for each in meeting.get("attendees", ())]
        if labels["form"] != "scan":
            path = next(
                each
                for each in truth.parent.glob(f"{truth.name.removesuffix('.truth.json')}.*")
                if each != truth
            )
            for line in read(path.read_bytes(), ReadSettings()).text.splitlines():
                marked = _attendance(line, people)
                if marked:
                    lines.append((line, marked))
    return lines


def _attendance(line: str, people: list[dict[str, str]]) -> list[tuple[int, int, str]]:
    marked: list[tuple[int, int, str]] = []
    for each in people:
        at = line.find(each["name"])
        rest = [
            value for key in ("role", "organisation") if (value := each.get(key)) and value in line
        ]
        if at >= 0 and rest and len(line) < 120:
            marked.append((at, at + len(each["name"]), "PER"))
            body = each.get("organisation")
            if body and (place := line.find(body, at)) >= 0:
                marked.append((place, place + len(body), "ORG"))
    return sorted(set(marked))


def _of_lines(lines: Lines, model: str | None) -> tuple[list[Name], list[Name]]:
    gold: list[Name] = []
    found: list[Name] = []
    for number, (text, marked) in enumerate(lines):
        gold += [(number, *each) for each in marked]
        doc = recognised(text, model)
        found += [(number, ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
    return gold, found


def main(data: Path, model: str | None = None) -> None:
    print(
        "Talbanken test:",
        "  ".join(f"{name} {score:.1f}" for name, score in trees(data, model).items()),
    )
    for title, (gold, found) in {
        "news test": _of_words(news_test(data), model),
        "SUCX sample": _of_words(sucx(data), model),
        "protocols, running text": _of_lines(marked_lines(), model),
        "protocols, attendance": _of_lines(attendance_lines(), model),
    }.items():
        for label, (precision, recall, score, count) in names(gold, found).items():
            if count:
                print(f"{title}: {label} P {precision:.1f} R {recall:.1f} F {score:.1f} ({count})")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
