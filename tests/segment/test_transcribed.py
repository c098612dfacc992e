"""Pages as a host of documents transcribes them, each on a line of its own."""

from tests.segment.cut import meeting, outline

TALK = "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "
HOST = 'Protokoll från Ekmo\n\nStorlek: px\nStarta visningen från sidan:\n\nDownload "Protokoll från Ekmo"\n\nTranskript\n\n'
FIRST = f"EKMO TRYGGHETSRÅD PROTOKOLL SIDA 1 (2) Plats Polishuset Närvarande Maj Ek (S), ordf. Bo Li (M) 1 Inledning {TALK} 2 Lägesbild {TALK}{TALK}"
SECOND = f"EKMO TRYGGHETSRÅD PROTOKOLL SIDA 2 (2) Informationsärenden 3 Skolvägar {TALK}{TALK} 4 Övriga frågor {TALK}"


def found(text: str) -> dict[str | None, list[str]]:
    return {
        block.field: [cell.text for row in block.rows for cell in row]
        for block in meeting(text).blocks
        if block.field is not None
    }


def test_pages_under_a_hosts_lines() -> None:
    text = f"{HOST}1 {FIRST}\n\n2 {SECOND}\n"
    assert found(text)["present"] == ["Maj Ek (S), ordf.", "Bo Li (M)"]
    assert outline(text) == [
        ("1", "Inledning"), ("2", "Lägesbild"), ("3", "Skolvägar"), ("4", "Övriga frågor"),
    ]  # fmt: skip
    said = [line.text for line in meeting(text).head]
    assert "Protokoll från Ekmo" in said
    assert not {"Transkript", "Storlek: px", "1", "2"} & set(said)


def test_pages_under_a_host_s_list() -> None:
    host = "Protokoll från Ekmo\n|\n|\n- Rut Alm\n- för 6 år sedan\n- Visningar:\nTranskript\n"
    text = f"{host}1 1 (2) {FIRST}\n2 2 (2) {SECOND}\n"
    assert found(text)["present"] == ["Maj Ek (S), ordf.", "Bo Li (M)"]
    assert "- Rut Alm" not in [line.text for line in meeting(text).head]


def test_pages_with_their_head_before_the_number() -> None:
    text = f"{FIRST}\n{SECOND}\n"
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "4"]
    assert "EKMO TRYGGHETSRÅD PROTOKOLL SIDA 2 (2)" in [
        line.text for line in meeting(text).furniture
    ]


def test_pages_that_say_their_number_first() -> None:
    text = f"Sida 1/2 Plats Polishuset Närvarande Maj Ek, polisen 1. Inledning {TALK}{TALK}\nSida 2/2 2. Lägesbild {TALK}{TALK}{TALK}{TALK}\n"
    assert found(text)["place"] == ["Polishuset"]
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild")]


def test_numbered_items_are_no_pages() -> None:
    items = "".join(
        f"{number} {title} {TALK}{TALK}{TALK}\n"
        for number, title in enumerate(("Inledning", "Lägesbild", "Skolvägar"), 1)
    )
    text = f"Protokoll Ekmo trygghetsråd\nPlats: Polishuset\n{items}"
    assert [number for number, _ in outline(text)] == ["1", "2", "3"]


def test_prefixed_items_of_a_flattened_text() -> None:
    text = (
        f"Protokoll Trygghetsrådet Plats Polishuset Närvarande Maj Ek, polisen Tgr 14 Inledning {TALK}"
        f"Tgr 15 Lägesbild {TALK}{TALK} Tgr 16 Övriga frågor {TALK}{TALK}"
    )
    assert outline(text) == [
        ("Tgr 14", "Inledning"), ("Tgr 15", "Lägesbild"), ("Tgr 16", "Övriga frågor"),
    ]  # fmt: skip


def test_an_office_before_the_name_goes_with_the_sentence() -> None:
    text = (
        f"Protokoll Trygghetsrådet Plats Polishuset 1. Mötet öppnas Rektor, Maj Ek hälsar alla välkomna. {TALK}{TALK}"
        f"2. Lägesbild {TALK}{TALK}{TALK}"
    )
    assert outline(text) == [("1", "Mötet öppnas"), ("2", "Lägesbild")]


def test_a_list_heading_and_a_break_end_the_title_before_them() -> None:
    text = (
        f"KALLELSE Ekmo trygghetsråd Tid Onsdag den 7 mars 2018, klockan 15:30 Plats A-salen Ärenden Diarienummer 1 Inledning Informationsärenden "
        f"2 Enkäten KS-2018/451.181 Paus (kl. 16:20-16:30) 3 Handlingsplan för skolvägar Beslutsärenden 4 Övriga frågor {TALK}{TALK}{TALK}"
    )
    assert found(text)["place"] == ["A-salen"]
    assert outline(text)[:3] == [
        ("1", "Inledning"), ("2", "Enkäten"), ("3", "Handlingsplan för skolvägar"),
    ]  # fmt: skip


def test_an_item_s_number_behind_the_page_s() -> None:
    items = ("31 UPPROP", "32 VAL AV JUSTERARE", "33 LÄGESBILD FRÅN POLISEN")
    body = "".join(f"{page} {item} {TALK}{TALK}\n" for page, item in enumerate(items, 2))
    text = f"{HOST}1 EKMO TRYGGHETSRÅD PROTOKOLL Plats Polishuset Närvarande Maj Ek (S), Bo Li (M)\n{body}"
    assert outline(text) == [
        ("31", "UPPROP"), ("32", "VAL AV JUSTERARE"), ("33", "LÄGESBILD FRÅN POLISEN"),
    ]  # fmt: skip


def test_pages_that_show_their_number_with_its_total() -> None:
    text = (
        f"Ekmo ungdomsråd 1(4) Plats och tid 17:00, grupprummet Beslutande Maj Ek, Bo Li Övriga närvarande Eva Lind Paragrafer 41-42 {TALK}\n"
        "2(4) Ärendelista 41. Förra protokollet 42. Ekonomi 43. Övriga frågor a) Tröjor b) Avslutning av terminen\n"
        f"3(4) Ekmo ungdomsråd 41 Förra protokollet att lägga protokollet till handlingarna {TALK}\n"
        f"4(4) Ekmo ungdomsråd 42 Ekonomi att köpa in nya tröjor Diskussion fördes om kassan. {TALK}\n"
    )
    assert outline(text) == [("41", "Förra protokollet"), ("42", "Ekonomi")]
    assert found(text)["present"] == ["Eva Lind"]


def test_a_summons_whose_pages_show_their_number() -> None:
    text = (
        "EKMO TRYGGHETSRÅD KALLELSE SIDA 1 (2) Kallelse till Ekmo trygghetsråd Tid Torsdag den 11 oktober 2018, klockan 16:00 Plats B-salen "
        "Ärenden Diarienummer 1 Fastställande av dagordning 2 Information från polisen (Kl. 16:05-16:25) 3 Handlingsplan 2019 (Kl. 16:25-16:50) KS-2018/873.181 "
        f"Paus (Kl.16:50-17:00) 4 Belysning i Norra parken och vid skolan (Kl. 17:00-17:20) 5 Övriga frågor {TALK}\n"
        "EKMO TRYGGHETSRÅD KALLELSE SIDA 2 (2) * Partierna har förmöte i B-salen kl. 15:30 Ekmo den 3 oktober 2018 Maj Ek Ordförande Bo Li Sekreterare\n"
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "4", "5"]


def test_a_title_with_a_page_s_number_above_the_pages() -> None:
    host = HOST.replace("Protokoll från Ekmo", "1 (2) Trygghetsrådet Polishuset Ekmo")
    text = f"{host}1 1 (2) {FIRST}\n\n2 2 (2) {SECOND}\n"
    assert found(text)["present"] == ["Maj Ek (S), ordf.", "Bo Li (M)"]
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "4"]


def test_a_first_page_with_something_before_its_head() -> None:
    head = "Ekmo ungdomsråd 2016-10-17"
    text = (
        f"Nr 5 {head} 1(3) Plats Polishuset Närvarande Maj Ek, polisen\n"
        f"{head} 2 24 Inledning {TALK}{TALK}{TALK}\n{head} 3 25 Lägesbild {TALK}{TALK}{TALK}\n"
    )
    assert found(text)["place"] == ["Polishuset"]
    assert [line.text for line in meeting(text).furniture] == [
        f"Nr 5 {head} 1(3)", f"{head} 2", f"{head} 3",
    ]  # fmt: skip


def test_a_hosts_title_is_furniture_of_the_text() -> None:
    text = f"{HOST}1 {FIRST}\n\n2 {SECOND}\n"
    assert "Protokoll från Ekmo" in [line.text for line in meeting(text).furniture]


def test_short_pages_that_open_with_their_number_and_total() -> None:
    text = (
        f"PROTOKOLL Ekmo trygghetsråd\n1(4) Plats Polishuset Närvarande Maj Ek, polisen Paragrafer 21-24 {TALK}{TALK}\n"
        f"2(4) 21 Val av justerare Rådet utser Maj Ek.\n3(4) 22 Protokoll Det godkändes.\n4(4) 23 Läget {TALK}{TALK} 24 Nästa möte Den 4 maj.\n"
    )
    assert [number for number, _ in outline(text)] == ["21", "22", "23", "24"]
