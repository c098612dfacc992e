import pytest

from pipeline.read.quality import is_doubtful, is_garbled, quality

PROSE = (
    "Polisen redogör för läget i området. Anmälda bostadsinbrott har minskat under hösten, medan "
    "skadegörelsen vid skolorna fortsätter. Rådet beslutar att ge samordnaren i uppdrag att ta fram "
    "ett förslag på gemensam trygghetsvandring till nästa möte."
)


def shifted(text: str) -> str:
    """As a font with its own order of characters shows it."""
    return "".join(chr(ord(char) + 3) if char.isalpha() else char for char in text)


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (PROSE, False),
        ("Åsa Öberg, ordf. 2019-03-04 § 12", False),
        ("The meeting was opened and the agenda approved. " * 6, False),
        (shifted(PROSE), True),
        ("\ue001\ue002\ue003 \ue004", True),
        ("\ufffd\ufffd abc \ufffd", True),
    ],
)
def test_what_is_no_text(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


def test_lost_letters_and_odd_signs_lower_the_quality() -> None:
    lost = PROSE.translate(str.maketrans("åäö", "ao6"))
    assert quality(PROSE.split()) > 0.8 > quality(lost.split())
    assert is_doubtful(lost.split())
    assert not is_doubtful(PROSE.split())
