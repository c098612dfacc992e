import json
import shutil
from pathlib import Path

import pytest

from pipeline.errors import UnknownModel
from pipeline.language.trained import PACKAGED, parsed, recognised


def test_words_have_classes_lemmas_and_a_tree() -> None:
    doc = parsed("Rådet beslutar att polisen ska kartlägga personrånen i centrum.")
    found = {token.text: token for token in doc}
    assert found["beslutar"].dep_ == "ROOT"
    assert found["Rådet"].head.text == "beslutar"
    assert found["kartlägga"].pos_ == "VERB"
    assert found["ska"].pos_ == "AUX"
    assert found["polisen"].head.text == "kartlägga"
    assert found["polisen"].dep_ == "nsubj"
    assert found["personrånen"].lemma_ == "personrån"


def test_passive_and_tense_are_features() -> None:
    doc = parsed("Skolan kontaktades i våras och bommen sätts upp nu.")
    found = {token.text: token.morph.to_dict() for token in doc}
    assert found["kontaktades"]["Voice"] == "Pass"
    assert found["kontaktades"]["Tense"] == "Past"
    assert found["sätts"]["Tense"] == "Pres"


def test_a_text_is_one_sentence_with_the_fields_abbreviations_whole() -> None:
    doc = parsed("Mötet hålls kl. 9 i bl.a. matsalen. Det är bra.")
    assert len(list(doc.sents)) == 1
    assert {"kl.", "bl.a."} <= {token.text for token in doc}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lena Ek kontaktar polisen om inbrotten på Storgatan.",
            {("Lena Ek", "PER"), ("polisen", "ORG"), ("Storgatan", "LOC")},
        ),
        ("Fatima Yildiz, socialtjänsten", {("Fatima Yildiz", "PER"), ("socialtjänsten", "ORG")}),
        ("Trygghetsvandring hålls i Skärholmen i maj.", {("Skärholmen", "LOC")}),
        ("Frågan skickas till Marks kommun.", {("Marks kommun", "ORG")}),
        ("Beslut", set()),
        ("Mötet avslutas", set()),
        ("Närvarande", set()),
    ],
)
def test_names_are_found_where_they_stand(text: str, expected: set[tuple[str, str]]) -> None:
    doc = recognised(text)
    assert {(ent.text, ent.label_) for ent in doc.ents} == expected
    for ent in doc.ents:
        assert text[ent.start_char : ent.end_char] == ent.text


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "§" * 300, "a" * 30_000])
def test_odd_texts_have_a_tree_too(text: str) -> None:
    assert parsed(text).text == recognised(text).text == text[:20_000]


def test_an_unknown_model_says_what_to_do() -> None:
    with pytest.raises(UnknownModel, match="sv_no_such_model") as raised:
        recognised("Ek", "sv_no_such_model")
    assert "pip" in raised.value.remedy


def test_a_model_that_finds_no_names_will_not_do() -> None:
    with pytest.raises(UnknownModel, match="no ner"):
        recognised("Lena Ek ringer.", "blank:sv")


def test_an_installed_model_takes_the_place_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "sv_other_model"
    shutil.copytree(PACKAGED, package / "data")
    (package / "__init__.py").write_text(
        "from pathlib import Path\n"
        "from spacy.util import load_model_from_path\n"
        "def load(**settings):\n"
        "    return load_model_from_path(Path(__file__).parent / 'data', **settings)\n"
    )
    info = tmp_path / "sv_other_model-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sv_other_model\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [each.text for each in recognised("Lena Ek ringer.", "sv_other_model").ents] == [
        "Lena Ek"
    ]


def test_the_package_says_whose_data_it_learned_from() -> None:
    meta = json.loads((PACKAGED / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert {source["name"] for source in meta["sources"]} == {
        "UD_Swedish-Talbanken",
        "UD_Swedish-PUD",
        "klintan/swedish-ner-corpus",
    }
    config = (PACKAGED / "config.cfg").read_text(encoding="utf-8")
    assert "/work" not in config
    assert "/tmp" not in config
