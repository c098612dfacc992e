"""Days and months by which a follow-up and an action know each other."""

from datetime import date

import pytest

from pipeline.link.days import days


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Vi går fredagen den 7 februari.", "Den 7 februari gick tio stycken.", 1.0),
        ("Startmöte 20/4.", "Den 20 april kom nio.", 1.0),
        ("Vi går fredagen den 7 februari.", "Den där februarikvällen var det kallt.", 0.5),
        ("Kvällen hålls i maj.", "Majmötet fick höra hur det gick.", 0.5),
        ("Kvällen hålls i maj.", "En majoritet kom.", 0.0),
        ("Kvällen hålls i mars.", "Den 4 maj kom tio.", 0.0),
        ("Maj Ek ringer.", "I maj ringde hon.", 0.0),
    ],
)
def test_shared_days(one: str, other: str, shared: float) -> None:
    assert days(one).shared(days(other)) == shared


def test_due_day_counts_as_named() -> None:
    due = date(2021, 4, 20)
    assert days("Elsa ordnar ett startmöte.", due).shared(days("Den 20 april kom nio.")) == 1
