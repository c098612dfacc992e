"""Labels and hours that a narrow column broke into two lines."""

from datetime import time

from pipeline.run import read_protocol
from tests.extract.people import BODY, HEAD, people


def test_a_label_over_two_lines_beside_its_list() -> None:
    text = (
        "Närvarande\tAnna Ek (S), ordförande\nledamöter\tBo Fors (M)\nSiv Gran (C)\n\n"
        "Övriga\tPer Vik, kommunpolis\nnärvarande\tEva Alm, sekreterare\nAli Demir, PRO\n\n"
        "Anmält\tIda Holm (V)\nförhinder\tUno Berg, rektor\n"
    )
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  |  | S |  | chair",
        "Bo Fors |  |  | M",
        "Siv Gran |  |  | C",
        "Per Vik | kommunpolis",
        "Eva Alm |  |  |  |  | secretary",
        "Ali Demir |  | PRO",
        "Ida Holm |  |  | V | absent",
        "Uno Berg | rektor |  |  | absent",
    ]


def test_a_long_label_that_leaves_two_spaces_before_its_column() -> None:
    text = (
        "Kallade     Anna Ek (S)\n            Bo Fors (M)\n\n"
        "Närvarande  Anna Ek (S), ordförande\nledamöter   Siv Gran (C)\n            Ida Holm (V)\n\n"
        "Övriga      Per Vik, kommunpolis\nnärvarande  Eva Alm, praktikant\n"
    )
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  |  | S |  | chair",
        "Bo Fors |  |  | M | absent",
        "Siv Gran |  |  | C",
        "Ida Holm |  |  | V",
        "Per Vik | kommunpolis",
        "Eva Alm | praktikant",
    ]


def test_a_small_word_under_a_label_is_no_end_of_it() -> None:
    text = "Närvarande\tAnna Ek (S)\npolisen\tBo Fors\nskolan\tSiv Gran\n"
    names = [person.partition(" |")[0] for person in people(HEAD + text + BODY)]
    assert names == ["Anna Ek", "Bo Fors", "Siv Gran"]


def test_hours_that_end_on_the_next_line() -> None:
    for head in (
        "Plats och tid\tRådhuset, stora salen, Ekgatan 1, kl 13.30-\n16.10\n",
        "Protokoll fört i Granhuset onsdagen den 6 mars 2019 kl 13.30 –\n16:10\n",
        "Tid\tonsdagen den 6 mars 2019 klockan 13.30-\n16.10\nPlats\tRådhuset\n",
    ):
        text = f"Lokala Brå Granvik 2019-03-06\n{head}Närvarande: Anna Ek, Bo Fors\n{BODY}"
        meeting = read_protocol(text.encode()).meetings[0]
        assert (meeting.start_time, meeting.end_time) == (time(13, 30), time(16, 10)), head


def test_an_hour_that_opens_a_line_ends_no_other_one() -> None:
    text = f"Lokala Brå Granvik 2019-03-06\nTid: 13.30\n14.15 fika\nNärvarande: Anna Ek\n{BODY}"
    assert read_protocol(text.encode()).meetings[0].start_time == time(13, 30)
