"""Minutes whose blanks a converter has read as "$"."""

from tests.segment.cut import outline

TEXT = (
    "Trygghetsrådet$i$Granby$\n$ $\nP$R$O$T$O$K$O$L$L$\n4$mars$2021$\n\n"
    "1.$Val$av$justerare$ Mötet valde Bo Ek.\n2.$Läget$på$torget$ Det är lugnt sedan jul.\n3.$Nästa$möte$ Den 6 maj.\n"
)


def test_titles_with_such_blanks_end_where_the_text_begins() -> None:
    assert outline(TEXT.replace(".$", ". ")) == [
        ("1", "Val av justerare"),
        ("2", "Läget på torget"),
        ("3", "Nästa möte"),
    ]


def test_an_amount_keeps_its_sign() -> None:
    text = "Rådet i Granby\n1. Budget 5$\nKostar 5$ eller A$B.\n2. Övrigt\nInget.\n"
    assert outline(text)[0] == ("1", "Budget 5$")
