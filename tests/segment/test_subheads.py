"""Headings in smaller print inside the items of minutes without numbers."""

from collections.abc import Sequence

from pipeline.segment import segment
from tests.read.drawing import Pen, document
from tests.segment.cut import outline

HEAD = "# Trygghetsrådet Ekmo 2021-02-22\n\nNärvarande: Maj Ek, polisen, Bo Alm, rektor\n\n"


def titles(*items: str) -> Sequence[str | None]:
    return [title for _, title in outline(HEAD + "\n\n".join(items))]


def test_what_stands_right_under_a_larger_heading_is_of_it_and_so_are_its_like() -> None:
    assert titles(
        "## Inledning\n\nBo hälsade alla välkomna till hamnen.",
        "## Rapporter",
        "### Polisen\n\nMaj berättade om bommen och om kiosken.",
        "### Skolan\n\nBo berättade om mopederna på gården.",
        "## Vandringen\n\nVi gick längs kajen och såg tre trasiga lampor.",
        "### Lamporna\n\nDe två sista lamporna tänds inte alls.",
        "## Nästa möte\n\nVi ses den 3 maj i kiosken.",
    ) == ["Inledning", "Rapporter", "Vandringen", "Nästa möte"]


def test_lines_that_are_only_bold_are_under_a_heading_by_its_style() -> None:
    assert titles(
        "## Inledning\n\nBo hälsade alla välkomna till hamnen.",
        "## Rundan",
        "**Hamnen**\n\nMaj berättade om bommen och om kiosken.",
        "**Torget**\n\nBo berättade om mopederna på torget.",
        "## Vandringen\n\nVi gick längs kajen och såg tre trasiga lampor.",
        "## Nästa möte\n\nVi ses den 3 maj i kiosken.",
    ) == ["Inledning", "Rundan", "Vandringen", "Nästa möte"]


def test_print_alone_says_nothing_where_none_stands_right_under_another() -> None:
    assert titles(
        "## Inledning\n\nBo hälsade alla välkomna till hamnen.",
        "### Polisen\n\nMaj berättade om bommen och om kiosken.",
        "## Vandringen\n\nVi gick längs kajen och såg tre trasiga lampor.",
        "### Skolan\n\nBo berättade om mopederna på gården.",
        "## Nästa möte\n\nVi ses den 3 maj i kiosken.",
    ) == ["Inledning", "Polisen", "Vandringen", "Skolan", "Nästa möte"]


def test_a_title_over_the_first_item_takes_no_items_away() -> None:
    assert titles(
        "## Anteckningar",
        "### Inledning\n\nBo hälsade alla välkomna till hamnen.",
        "### Polisen\n\nMaj berättade om bommen och om kiosken.",
        "### Nästa möte\n\nVi ses den 3 maj i kiosken.",
    )[-3:] == ["Inledning", "Polisen", "Nästa möte"]


def test_print_counts_in_points_where_pages_have_it() -> None:
    def draw(pen: Pen) -> None:
        y = 60.0
        for title, size, told in ITEMS:
            y += 24
            pen.text(70, y, title, size, bold=True)
            for line in told:
                y += 15
                pen.text(70, y, line)

    (part,) = segment(document(draw))
    found = [each.title.text for each in part.sections if each.title is not None]
    assert found == ["Inledning", "Rundan", "Vandringen", "Nästa möte"]


ITEMS = [
    ("Inledning", 14, ["Bo hälsade alla välkomna till hamnen och höll ett kort upprop."]),
    ("Rundan", 14, []),
    ("Hamnen", 11, ["Maj berättade om bommen och om kiosken, som öppnar före påsk."]),
    ("Torget", 11, ["Bo berättade om mopederna på torget och om de nya bänkarna."]),
    ("Vandringen", 14, ["Vi gick längs kajen och såg tre trasiga lampor vid slipen."]),
    ("Nästa möte", 14, ["Vi ses den 3 maj i kiosken, då även hamnlaget är inbjudet."]),
]
