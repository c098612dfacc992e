"""Search over protocols whose text is known."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from models.document import Document, Page
from models.meeting import Meeting, Protocol, Section
from pipeline.errors import SearchSyntax, UsageError
from pipeline.store.database import Connection
from pipeline.store.filters import Filters
from pipeline.store.load import Name, load
from pipeline.store.search import Hit, search
from pipeline.store.search_index import index_pending
from pipeline.store.shorthand import shorthand
from tests.store.samples import NOW, document, entry, full_protocol, store

Found = Callable[..., list[Hit]]


def minutes(*items: tuple[str, str], area: str = "Granvik", day: str = "2020-01-01") -> Protocol:
    """A protocol with these items, title and text, between a head and a signature."""
    head, foot = f"Trygghetsrådet {area} {day}\n", "Vid protokollet Maj Ekström\n"
    text = head + "".join(f"{title}\n{body}\n" for title, body in items) + foot
    paper = document(text)

    def section(title: str, body: str) -> Section:
        at = text.index(title)
        evidence = paper.evidence("title", at, at + len(title), "test.rule")
        return Section(title=title, text=f"\n{body}\n", evidence=(evidence,))

    meeting = Meeting(
        ordinal=1,
        kind="protokoll",
        council="Trygghetsrådet",
        area=area,
        meeting_date=date.fromisoformat(day),
        sections=tuple(section(*item) for item in items),
        evidence=(paper.evidence("area", text.index(area), text.index(area) + len(area), "t"),),
    )
    return Protocol(document=paper, meetings=(meeting,))


@pytest.fixture
def find(connection: Connection) -> Found:
    def found(words: str, *filters: Any, limit: int = 20) -> list[Hit]:
        return list(search(connection, words, Filters(*filters), limit))

    return found


@pytest.fixture
def archive(connection: Connection) -> Connection:
    store(
        connection,
        minutes(
            ("Lägesbild", "Personrånen vid stationen ökar."),
            ("Belysning", "Gatubelys-\nningen i tunneln är trasig, och rånen sker där."),
        ),
        minutes(("Övrigt", "Rånen har upphört."), area="Vikdal", day="2021-05-05"),
    )
    index_pending(connection)
    return connection


@pytest.mark.usefixtures("archive")
def test_words_are_found_bent_and_in_compounds_the_best_first(find: Found) -> None:
    assert [hit.title for hit in find("rån")] == ["Övrigt", "Lägesbild", "Belysning"]
    assert [hit.title for hit in find("rån belysning")] == ["Belysning"]
    (first,) = find("personrån")
    assert first.snippet == "Lägesbild Personrånen vid stationen ökar."
    assert [first.snippet[start:end] for start, end in first.marks] == ["Personrånen"]
    assert (first.area, first.meeting_date, first.page) == ("Granvik", date(2020, 1, 1), 1)


def test_a_word_parted_at_a_line_end_is_one(archive: Connection, find: Found) -> None:
    (hit,) = find("gatubelysning")
    assert "Gatubelysningen" in hit.snippet
    (text,) = archive.execute(
        "SELECT text FROM pages WHERE document_id = ?", [hit.document_id]
    ).fetchone() or ("",)
    assert text[hit.start : hit.end].startswith("Belysning\nGatubelys-\nningen")


@pytest.mark.usefixtures("archive")
def test_words_in_quotes_stand_as_they_are(find: Found) -> None:
    assert [hit.title for hit in find('"RÅNEN  sker"')] == ["Belysning"]
    assert find('"rån sker"') == find('"rån"') == find('"rånets"') == []
    assert [hit.title for hit in find('"rånen"')] == ["Övrigt", "Belysning"]
    assert [hit.title for hit in find('"gatubelysningen" "och"')] == ["Belysning"]
    assert [hit.title for hit in find('"gatubelysningen i tunneln"')] == ["Belysning"]
    assert [hit.title for hit in find("rån -tunnel")] == ["Övrigt", "Lägesbild"]
    assert [hit.title for hit in find('rån -"har upphört"')] == ["Lägesbild", "Belysning"]


@pytest.mark.usefixtures("archive")
def test_no_more_texts_are_read_than_is_said(find: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [hit.title for hit in find('rån -"har upphört"', limit=1)] == ["Lägesbild"]
    monkeypatch.setattr("pipeline.store.search.PHRASE_LOOKS", 1)
    assert find('rån -"har upphört"') == []


def test_a_phrase_is_found_among_many_that_have_its_words(
    connection: Connection, find: Found
) -> None:
    others = [(f"{nth}. Rån", f"Rån, rån och åter rånen nummer {nth}.") for nth in range(12)]
    store(connection, minutes(*others, ("Läget", "Boende är oroliga, och\nrå-\nnen *pågår* ännu.")))
    index_pending(connection)
    assert [hit.title for hit in find('"och rånen"')] == ["Läget"]
    assert [hit.title for hit in find('"Rånen pågår" "boende är"')] == ["Läget"]
    assert [hit.title for hit in find('"rånen nummer 7"')] == ["7. Rån"]
    assert find('"rånen och"') == find('"rånen upphör"') == []


def test_words_of_one_sign_are_not_taken_for_each_other(
    connection: Connection, find: Found
) -> None:
    signs: dict[str, list[str]] = {}
    for word in (f"hus{nth}" for nth in range(5_000)):
        signs.setdefault(shorthand([word]), []).append(word)
    one, other = next(each for each in signs.values() if len(each) > 1)[:2]
    body = f"Stöld vid {other}. Nu rör det {one} och {other}."
    items = [(f"{nth}. Läget", body) for nth in range(12)]
    store(connection, minutes(*items, ("Inbrott", f"Inbrott vid {one}, ej {other}.")))
    index_pending(connection)
    assert [hit.title for hit in find(f'"vid {one}"')] == ["Inbrott"]
    assert len(find(f'"vid {other}"')) == 12


@pytest.mark.usefixtures("archive")
def test_head_and_signature_are_found_too(find: Found) -> None:
    (head,) = find("trygghetsråd vikdal")
    (foot, _) = find("ekström")
    assert (head.section_id, head.title, head.area) == (None, "", "Vikdal")
    assert foot.snippet == "Vid protokollet Maj Ekström"


@pytest.mark.usefixtures("archive")
def test_filters_narrow_what_is_found(find: Found) -> None:
    assert [hit.area for hit in find("rån", "vikdal")] == ["Vikdal"]
    assert [hit.area for hit in find("rån", None, date(2021, 1, 1))] == ["Vikdal"]
    assert {hit.area for hit in find("rån", None, None, date(2020, 12, 31))} == {"Granvik"}
    assert len(find("rån", limit=1)) == 1
    with pytest.raises(UsageError, match="Ingenstans"):
        find("rån", "Ingenstans")


@pytest.mark.parametrize("words", ['rån "i tunneln', "-rån", "och", "", "?!"])
def test_what_cannot_be_meant_is_refused(find: Found, words: str) -> None:
    with pytest.raises(SearchSyntax):
        find(words)


def test_all_of_a_meeting_that_is_replaced_is_forgotten(archive: Connection, find: Found) -> None:
    for nth in range(3):  # segments are made, merged and emptied
        newest = minutes(("Läget", f"Klottret är nummer{nth}."), day=f"2022-01-0{nth + 1}")
        load(
            archive,
            "run",
            [entry(newest, "/archive/one")],
            {"/archive/one": Name(newest.document.document_id)},
            NOW,
        )
        index_pending(archive)
    assert [hit.meeting_date for hit in find("klotter")] == [date(2022, 1, 3)]
    assert find("nummer1") == []
    assert len(find("rån")) == 3


def test_a_snippet_tells_the_page_that_its_words_stand_on(
    connection: Connection, find: Found
) -> None:
    first = "Läget\n" + "Allt är lugnt. " * 40 + "Men nu\n"
    second = "ökar klottret. " + "Allt är bra. " * 40
    paper = Document(
        document_id="a" * 64,
        media_type="text/plain",
        size_bytes=1,
        text=first + second,
        pages=(
            Page(number=1, start=0, end=len(first)),
            Page(number=2, start=len(first), end=len(first) + len(second)),
        ),
    )
    title = paper.evidence("title", 0, 5, "test.rule")
    whole = Section(title="Läget", text=(first + second)[5:], evidence=(title,))
    meeting = Meeting(ordinal=1, kind="protokoll", sections=(whole,))
    store(connection, Protocol(document=paper, meetings=(meeting,)))
    index_pending(connection)

    (hit,) = find("klotter")

    assert hit.page == 2
    assert (hit.snippet[:2], hit.snippet[-2:]) == ("… ", " …")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["klottret"]
    (over_the_edge,) = find('"men nu ökar"')
    assert over_the_edge.page == 1


def test_identity_numbers_cannot_be_searched_for(connection: Connection, find: Found) -> None:
    store(connection, minutes(("Övrigt", "Skrivelse från 850709-9805 om klotter.")))
    index_pending(connection)
    assert len(find("skrivelse")) == 1
    assert find("850709") == find("9805") == []


def test_every_word_of_a_document_is_in_a_passage(connection: Connection, find: Found) -> None:
    store(connection, full_protocol())
    index_pending(connection)
    for word in ("Granvik", "Sessionssalen", "klottras", "prioriterat", "bilaga", "kallelse"):
        assert find(word), word
    assert find("kallelse")[0].meeting_id != find("Sessionssalen")[0].meeting_id


def test_nothing_is_found_in_an_empty_archive(connection: Connection) -> None:
    assert search(connection, "rån", Filters(), 10) == ()


def test_an_index_gathered_in_parts_is_the_same(
    connection: Connection, find: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = (("Belysning", "Lampan vid stationen lyser."), ("Stölder", "Lampor och cyklar stjäls."))
    monkeypatch.setattr("pipeline.store.search_index._AT_ONCE", 2)
    for day in ("2020-01-01", "2020-02-01"):  # the second takes in the first
        store(connection, minutes(*items, day=day))
        index_pending(connection)
    terms = connection.execute("SELECT term, passages, counts FROM search.postings").fetchall()
    assert len(terms) == len({term for term, *_ in terms}) > 8
    assert [term for term, *_ in terms] == sorted(term for term, *_ in terms)
    assert len(find("lampa")) == 4
    assert len(find("cykel lampa")) == 2


@pytest.mark.slow
def test_more_is_indexed_than_fits_into_memory(connection: Connection) -> None:
    connection.execute(
        """INSERT INTO search.pending
           SELECT 'd' || nth, NULL, NULL, 0, 10, 100, repeat('x', 100),
                  list_transform(range(150), lambda place: 'term' || ((place * 7 + nth) % 5000)),
                  list_transform(range(150), lambda place: 1)
           FROM range(120000) waiting(nth)"""
    )
    connection.execute("CHECKPOINT")
    connection.execute("SET memory_limit = '250MB'")
    index_pending(connection)
    waiting, indexed = connection.execute(
        "SELECT (SELECT count(*) FROM search.pending), (SELECT count(*) FROM search.passages)"
    ).fetchone() or (0, 0)
    assert (waiting, indexed) == (0, 120_000)
