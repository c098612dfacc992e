"""Labels in the margin of a page that is a little askew: they stay beside what they announce."""

from tests.read.drawing import Pen, document


def test_few_labels_stay_beside_a_long_list_that_stands_lower() -> None:
    came = [
        "Åsa Öberg, kommundelschef, ordförande",
        "Bo Ek, chef för polisen",
        "Siv Gran, rektor på Almskolan",
        "Omar Said, ledare på fritidsgården",
        "Per Vik, samordnare på Mohem",
        "Eva Alm, nämndsekreterare, vid pennan",
    ]

    def draw(pen: Pen) -> None:
        pen.text(70, 154, "Plats: Almens medborgarkontor")
        pen.text(70, 175, "Tid: 13.30 - 15.20")
        pen.text(70, 197, "Närvarande")
        for at, line in enumerate(
            [*came, "Ulf Lind, utredare på kontoret", "Maj Sten, från kyrkan här"]
        ):
            pen.text(310, 199.3 + 21 * at, line)
        pen.text(70, 197 + 21 * 6, "Anmält förhinder")
        pen.text(70, 197 + 21 * 7, "Adjungerad")
        pen.text(70, 400, "1. Mötet öppnas")
        pen.text(70, 414, "Åsa Öberg öppnar mötet. Dagordningen fastställs.")

    told = document(draw).text
    assert f"Närvarande\t{came[0]}\n" in told
    assert "Anmält förhinder\tUlf Lind" in told
    assert "Adjungerad\tMaj Sten" in told
    assert told.index("Adjungerad") < told.index("1. Mötet öppnas")
