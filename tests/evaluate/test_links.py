"""Scores of links: a labelled follow-up may be found whole, in parts, or together with the next."""

from datetime import date

from models.document import Document, Page
from models.evidence import Evidence
from models.meeting import Action, FollowUp, Meeting, Protocol
from pipeline.evaluate.counts import Counts
from pipeline.evaluate.links import Case, score_links
from pipeline.evaluate.truth import EarlierAction, TrueAction, TrueFollowUp, TrueMeeting, Truth

GRIND = "Bo Alm byter gångjärnen på grinden vid badet."
KIOSK = "Mona Ek skriver till kioskens ägare om soporna."
BROKEN = "Gångjärnen på grinden vid badet är bytta."
PAINT = "Grinden vid badet blev målad samma dag som gångjärnen byttes."
FIRST, SECOND = date(2020, 2, 3), date(2020, 5, 4)


def score(labelled: list[tuple[str, str | None]], told: list[str]) -> Counts:
    """The counts of links where a second meeting's labelled follow-ups (with their action) are found as `told`."""
    actions = [TrueAction(kind="commitment", text=text) for text in (GRIND, KIOSK)]
    follow_ups = [
        TrueFollowUp(
            outcome="done", text=text, action=EarlierAction(document="one", text=of) if of else None
        )
        for text, of in labelled
    ]
    cases = [
        Case("one", true(FIRST, actions=tuple(actions)), found(FIRST, [GRIND, KIOSK], [])),
        Case("two", true(SECOND, follow_ups=tuple(follow_ups)), found(SECOND, [], told)),
    ]
    return score_links(cases)["two"][1].counts


def true(
    day: date, actions: tuple[TrueAction, ...] = (), follow_ups: tuple[TrueFollowUp, ...] = ()
) -> Truth:
    meeting = TrueMeeting(
        kind="protokoll",
        council="Trygghetsrådet",
        area="Ekmo",
        meeting_date=day,
        actions=actions,
        follow_ups=follow_ups,
    )
    return Truth(style="A", form="text", split="dev", meetings=(meeting,))


def found(day: date, actions: list[str], follow_ups: list[str]) -> Protocol:
    text = " ".join((*actions, *follow_ups))
    document = Document(
        document_id="0" * 64,
        media_type="text/plain",
        size_bytes=len(text),
        text=text,
        pages=(Page(number=1, start=0, end=len(text)),),
    )
    meeting = Meeting(
        ordinal=1,
        kind="protokoll",
        council="Trygghetsrådet",
        area="Ekmo",
        meeting_date=day,
        actions=tuple(
            Action(kind="commitment", text=each, evidence=(quote(text, each),)) for each in actions
        ),
        follow_ups=tuple(
            FollowUp(outcome="done", text=each, evidence=(quote(text, each),))
            for each in follow_ups
        ),
    )
    return Protocol(document=document, meetings=(meeting,))


def quote(text: str, own: str) -> Evidence:
    start = text.index(own)
    return Evidence(field="text", page=1, start=start, end=start + len(own), quote=own, rule="test")


def test_one_statement_found_in_two_parts_is_one_link() -> None:
    assert score([(f"{BROKEN} {PAINT}", GRIND)], [BROKEN, PAINT]) == Counts(1, 1, 1, 1)


def test_a_part_that_leads_to_another_action_is_a_false_find() -> None:
    wrong = "Kioskens ägare har fått skrivelsen om soporna."
    assert score([(f"{BROKEN} {wrong}", GRIND)], [BROKEN, wrong]) == Counts(1, 2, 1, 1)


def test_two_labelled_statements_found_as_one_are_one_link() -> None:
    labelled = [(BROKEN, GRIND), ("Den är dessutom målad i blått av scouterna.", None)]
    assert score(labelled, [" ".join(text for text, _ in labelled)]) == Counts(1, 1, 1, 1)


def test_what_no_label_tells_is_a_false_find() -> None:
    assert score([], [BROKEN]) == Counts(0, 1, 0, 0)
