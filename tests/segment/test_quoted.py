"""Minutes in a letter that was answered or sent on."""

from tests.segment.cut import meeting, outline

MINUTES = """Trygghetsrådet Granby
Anteckningar den 4 mars 2021
Närvarande: Maj Ek, Bo Li

1. Lägesbild
Det har varit lugnt i centrum sedan jul, och inga
bilar har brunnit.

2. Övrigt
Bo ringer hyresvärden.
"""


def test_quoted_lines_read_as_if_they_were_not() -> None:
    for sign in ("> ", ">", "> > "):
        quoted = "".join(f"{sign}{line}".rstrip() + "\n" for line in MINUTES.splitlines())
        assert outline(quoted) == outline(MINUTES)
        section = meeting(quoted).sections[0]
        assert [paragraph.view.text for paragraph in section.paragraphs] == [
            "Det har varit lugnt i centrum sedan jul, och inga bilar har brunnit."
        ]


def test_a_sign_here_and_there_stays() -> None:
    text = MINUTES + "> 20 anmälningar\n"
    assert meeting(text).sections[-1].paragraphs[-1].view.text.endswith("> 20 anmälningar")
