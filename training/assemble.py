"""One pipeline of the trained parts: python -m training.assemble SYNTAX ENTITIES OUTPUT

The recogniser of names keeps the tok2vec that it was trained on, inside itself, so that each half can
be loaded without the other. Nothing of the machine that trained stays in the configuration.
"""

import json
import sys
from pathlib import Path

import spacy
from spacy.language import Language

_META = {
    "lang": "sv",
    "name": "lokalbra",
    "version": "1.0.0",
    "description": "Swedish: word classes, features, trees (UD 2), persons, organisations and places",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD_Swedish-Talbanken", "license": "CC BY-SA 4.0"},
        {"name": "UD_Swedish-PUD", "license": "CC BY-SA 4.0"},
        {"name": "klintan/swedish-ner-corpus", "license": "CC BY 4.0"},
    ],
}


def _labels(nlp: Language) -> set[str]:
    """The strings that the components answer with; words of the training texts are not kept."""
    labels = {str(label) for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    features = {each for label in labels for each in label.split("|")}
    return labels | features | {part for each in features for part in each.split("=")}


def main(syntax: Path, entities: Path, output: Path) -> None:
    nlp = spacy.load(syntax)
    recogniser = spacy.load(entities)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    nlp.meta.update(_META)
    nlp.meta["performance"] = {}
    for section in ("paths", "corpora", "training", "initialize"):
        nlp.config.pop(section, None)
    nlp.to_disk(output)
    strings = json.dumps(sorted(_labels(nlp)), ensure_ascii=False, indent=0)
    (output / "vocab" / "strings.json").write_text(strings, encoding="utf-8")
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    print(f"{output}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
