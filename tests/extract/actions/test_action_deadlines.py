"""By when: the deadlines of actions in their sentences, and in sentences of their own."""

from datetime import date

import pytest

from tests.extract.held import found


@pytest.mark.parametrize(
    ("words", "due", "due_text"),
    [
        ("senast den 15 mars", date(2019, 3, 15), None),
        ("senast den 15 januari", date(2020, 1, 15), None),
        ("senast 2019-04-01", date(2019, 4, 1), None),
        ("senast 5/4", date(2019, 4, 5), None),
        ("före jul", None, "före jul"),
        ("innan sommaren", None, "innan sommaren"),
        ("under hösten 2019", None, "under hösten 2019"),
        ("i september", None, "i september"),
        ("snarast", None, "snarast"),
        ("v. 12", None, "v. 12"),
        ("till våren", None, "till våren"),
        ("så snart som möjligt", None, "så snart som möjligt"),
        ("den 17 april", date(2019, 4, 17), None),
        ("till och med den 1 maj", None, None),
        ("inom två veckor", date(2019, 3, 8), None),
        ("till nationaldagen", date(2019, 6, 6), None),
        ("på nyårsafton", date(2019, 12, 31), None),
        ("under sommarhalvåret", None, "under sommarhalvåret"),
        ("till vårens städdag", None, "till vårens städdag"),
        ("till adventskaffet", None, "till adventskaffet"),
        ("till torgdagen", None, "till torgdagen"),
        ("vid årets sista möte", None, "vid årets sista möte"),
        ("när klockan ställts om", None, "när klockan ställts om"),
        ("i dag", date(2019, 2, 22), None),
    ],
)
def test_deadlines(words: str, due: date | None, due_text: str | None) -> None:
    (record,) = found(f"Bo Alm kontaktar skolan {words}.")
    assert (record.due, record.due_text) == (due, due_text)
    fields = {evidence.field: evidence.quote for evidence in record.evidence}
    assert ("due" in fields, "due_text" in fields) == (due is not None, due_text is not None)


@pytest.mark.parametrize("words", ["till nästa möte", "inför nästa möte", "till mötet i maj"])
def test_the_next_meeting_as_a_deadline(words: str) -> None:
    (known,) = found(f"Bo Alm kontaktar skolan {words}.", following=date(2019, 5, 10))
    assert (known.due, known.due_text) == (date(2019, 5, 10), None)
    (unknown,) = found(f"Bo Alm kontaktar skolan {words}.")
    assert (unknown.due, unknown.due_text) == (None, words)


def test_a_meeting_in_another_month_is_not_the_next_one() -> None:
    (record,) = found("Bo Alm kontaktar skolan till mötet i december.", following=date(2019, 5, 10))
    assert (record.due, record.due_text) == (None, "till mötet i december")


@pytest.mark.parametrize(
    "after",
    [
        "Det ska vara klart före jul.",
        "Det görs före jul.",
        "Arbetet ska bli klart före jul.",
        "Förslaget ska redovisas före jul.",
    ],
)
def test_a_deadline_in_a_sentence_of_its_own_is_that_of_the_task_before_it(after: str) -> None:
    (task,) = found(f"Bo Alm tar fram ett förslag på hur en grupp kan se ut. {after}")
    assert (task.owner, task.due_text) == ("Bo Alm", "före jul")


def test_a_deadline_of_its_own_goes_to_no_earlier_task() -> None:
    first, *_ = found(
        "Bo Alm tar fram ett förslag. Grillfesten var mycket lyckad. Det görs före jul."
    )
    assert (first.owner, first.due_text) == ("Bo Alm", None)
