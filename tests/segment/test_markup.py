"""Minutes in which a web page's tags were left."""

from tests.segment.cut import meeting, outline

HEAD = """Trygghetsrådet i Granby<br />
Minnesanteckningar 4 mars 2021
Plats: Kommunhuset<br/>
N&auml;rvarande: Maj Ek<br />
Bo Li, &Ouml;stra skolan<br />
"""


def texts(text: str) -> list[list[str]]:
    """What each item's paragraphs say."""
    return [[each.view.text for each in section.paragraphs] for section in meeting(text).sections]


def test_tagged_titles_are_items() -> None:
    text = HEAD + (
        "<h3>Läget</h3> Bo &ndash; det är lugnt.<br /> Maj &ndash; det brann i <b>två</b> bilar.\n"
        '<h3 class="r">Att g&ouml;ra</h3>\n<ul><li>Maj ringer polisen &amp; skolan.</li><li>Bo köper lås.</li></ul>\n'
        "<h3>Nästa möte</h3>\n<p>4 maj.</p>\n"
    )
    assert outline(text) == [(None, "Läget"), (None, "Att göra"), (None, "Nästa möte")]
    assert texts(text) == [
        ["Bo – det är lugnt.", "Maj – det brann i två bilar."],
        ["Maj ringer polisen & skolan.", "Bo köper lås."],
        ["4 maj."],
    ]


def test_tags_are_no_part_of_a_value() -> None:
    text = HEAD + "<h3>Läget</h3> Lugnt.\n<h3>Skolan</h3> Inget nytt.\n<h3>Övrigt</h3> Inget.\n"
    found = {block.field: block for block in meeting(text).blocks}
    assert found["place"].rows[0][0].text == "Kommunhuset"
    assert [row[0].text for row in found["present"].rows] == ["Maj Ek", "Bo Li, Östra skolan"]


def test_titles_in_bold_tags_lead_their_text() -> None:
    text = HEAD + (
        "<p><strong>Torget</strong></p>\nKlotter på kiosken.\n<p><strong>Skolan</strong></p>\nEtt fönster krossades.\n"
        "<p><strong>Övrigt</strong></p>\nInget.\n"
    )
    assert outline(text) == [(None, "Torget"), (None, "Skolan"), (None, "Övrigt")]


def test_other_signs_stay() -> None:
    text = (
        "Rådet i Granby\n\n1. Läget\nVi är <5 i gruppen. Svar till Maj <maj@granby.example> & Bo.\n"
    )
    assert texts(text) == [["Vi är <5 i gruppen. Svar till Maj <maj@granby.example> & Bo."]]
