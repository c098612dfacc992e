"""Where a sentence tells of two matters."""

import pytest

from models.view import View
from pipeline.acts import Judge
from pipeline.extract.halves import halves
from pipeline.extract.possible_follow_ups import possible_follow_ups
from pipeline.run import extract
from tests.extract.parts import part


def cut(text: str) -> tuple[str, str] | None:
    found = halves(View(text, range(len(text))))
    return (found[0].text, found[1].text) if found else None


@pytest.mark.parametrize(
    ("first", "joint", "second"),
    [
        ("Grinden sitter på plats sedan mars", " och ", "listan har Bo delat ut på gården."),
        ("Bo har mejlat om grinden", " och ", "Siv har fått ihop tre av fem vandrare."),
        ("Sista låset sattes in i maj", ", och ", "två rundor med skräp kördes i juni."),
        ("Häcken klipptes vecka 20", ", men ", "elbolaget har inte rest någon stolpe."),
        ("Låset till boden fungerar", ", ", "tre av fem bänkar är målade."),
        ("Bänken är lagad sedan mars, säger G-B", ". ", "Siv har ringt om grinden, som gnisslar."),
        ("Grinden blev målad i maj, trots att Bo är tf", ". ", "Siv räknade lamporna vid ån."),
        ("Planket får stå vid ån, har Bo bestämt", ", men ", "Siv fick avslag på ansökan."),
    ],
)
def test_two_statements(first: str, joint: str, second: str) -> None:
    assert cut(first + joint + second) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Brevet gick iväg i maj men svaret dröjer.",
        "Ett lås är bytt, det andra kommer i maj.",
        "Grinden, som Bo lovade att laga, är lagad.",
        "Bo har ringt skolan och fått ett besked.",
        "Från och med mars är grinden låst om kvällen.",
        "Bänkar, bord och lampor är beställda.",
        "Grinden är lagad, meddelar Bo.",
        "Grinden är lagad enl. Bo Ek.",
    ],
)
def test_what_is_of_one_matter(text: str) -> None:
    assert cut(text) is None


def test_halves_stand_beside_what_is_stated() -> None:
    text = "Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Uppföljning av beslut\nGrinden är lagad och Bo har ringt skolan om bänkarna.\n"
    meeting = extract(part(text))
    assert [each.text for each in meeting.follow_ups] == [
        "Grinden är lagad och Bo har ringt skolan om bänkarna."
    ]
    found = possible_follow_ups(
        part(text), meeting.actions, meeting.follow_ups, meeting.problem_mentions, Judge()
    )
    assert [each.text for each in found] == ["Grinden är lagad", "Bo har ringt skolan om bänkarna."]
