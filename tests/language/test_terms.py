import pytest

from pipeline.language.terms import terms_in, terms_of


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("rån", "personrånen"),
        ("rån", "rånades"),
        ("belysning", "gatubelysningen"),
        ("gatubelysning", "gatubelysningarna"),
        ("cykelstöld", "cykelstöldsvågen"),
        ("klotter", "klottrades"),
        ("cykel", "cyklar"),
        ("ungdom", "Ungdomarna"),
        ("hallin", "Hallins"),
        ("2019", "2019"),
    ],
)
def test_a_word_is_found_in_other_forms_and_in_compounds(asked: str, written: str) -> None:
    assert terms_of(asked)[0] in terms_of(written.lower())


@pytest.mark.parametrize(
    ("asked", "written"), [("rån", "från"), ("hus", "husera"), ("bil", "bild")]
)
def test_a_word_is_not_found_in_what_only_looks_alike(asked: str, written: str) -> None:
    assert terms_of(asked)[0] not in terms_of(written)


def test_words_that_say_nothing_have_no_term() -> None:
    found = [word.terms[0] for word in terms_in("Det var i parken och vid skolan.")]
    assert found == [terms_of("park")[0], terms_of("skola")[0]]


def test_words_know_their_places() -> None:
    text = "Rånen – i tunneln"
    assert [text[word.start : word.end] for word in terms_in(text)] == ["Rånen", "tunneln"]
