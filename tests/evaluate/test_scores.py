"""Scores: what counts as found, and that the truth files themselves hold."""

import json
from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from models.document import Document, Page
from models.evidence import Evidence
from models.meeting import (
    Action,
    ActionKind,
    Attendee,
    FollowUp,
    Meeting,
    NextMeeting,
    PriorityArea,
    Protocol,
    Section,
)
from models.problem import ProblemMention
from pipeline.errors import BadTruth
from pipeline.evaluate import (
    Counts,
    FieldScore,
    evaluate_folder,
)
from pipeline.evaluate.score import score_document
from pipeline.evaluate.truth import (
    SUFFIX,
    TrueAction,
    TrueMeeting,
    TrueProblem,
    TrueSection,
    Truth,
    labelled,
)

CORPUS = Path(__file__).parents[2] / "corpus"
LABELLED = list(labelled(CORPUS))
TEXT = "Lokala Brå. Kaj kontaktar skolan före jul. Dagordningen godkändes."
HEAD = (
    "council",
    "area",
    "meeting_date",
    "start_time",
    "end_time",
    "place",
    "registration_number",
)


def quote(text: str = "Lokala Brå", field: str = "text", at: int = 0) -> Evidence:
    return Evidence(field=field, page=1, start=at, end=at + len(text), quote=text, rule="test.rule")


def protocol(*meetings: Meeting) -> Protocol:
    document = Document(
        document_id="0" * 64,
        media_type="text/plain",
        size_bytes=len(TEXT),
        text=TEXT,
        pages=(Page(number=1, start=0, end=len(TEXT)),),
    )
    return Protocol(document=document, meetings=meetings)


def truth(*meetings: TrueMeeting) -> Truth:
    return Truth(style="A", form="text", split="dev", meetings=meetings)


def action(text: str, kind: ActionKind = "commitment", owner: str | None = None) -> Action:
    return Action(kind=kind, text=text, owner=owner, evidence=(quote(),))


def said(meeting: TrueMeeting, ordinal: int) -> Meeting:
    """A meeting that says just what the truth says, optional facts left out."""
    here = (quote(),)
    coming = meeting.next_meeting
    return Meeting(
        ordinal=ordinal,
        **meeting.model_dump(include={"kind", *HEAD}),
        next_meeting=NextMeeting(**coming.model_dump(), evidence=here),
        attendees=tuple(Attendee(**one.model_dump(), evidence=here) for one in meeting.attendees),
        sections=tuple(
            Section(**one.model_dump(), text="", evidence=here) for one in meeting.sections
        ),
        priority_areas=tuple(
            PriorityArea(**one.model_dump(), evidence=here) for one in meeting.priority_areas
        ),
        actions=tuple(
            Action(**one.model_dump(exclude={"optional"}), evidence=here)
            for one in meeting.actions
            if not one.optional
        ),
        follow_ups=tuple(
            FollowUp(**one.model_dump(exclude={"optional", "action"}), evidence=here)
            for one in meeting.follow_ups
            if not one.optional
        ),
        problem_mentions=tuple(
            ProblemMention(**one.model_dump(exclude={"optional"}), text="", evidence=here)
            for one in meeting.problems
            if not one.optional
        ),
        evidence=tuple(quote(field=field) for field in HEAD),
    )


def counts(fields: tuple[FieldScore, ...]) -> dict[str, Counts]:
    return {score.field: score.counts for score in fields}


@pytest.mark.parametrize("known", [pytest.param(t, id=p.stem) for p, t in LABELLED])
def test_what_says_the_same_as_the_truth_is_all_right(known: Truth) -> None:
    meetings = [said(meeting, at) for at, meeting in enumerate(known.meetings, 1)]
    for field, sums in counts(score_document(known, protocol(*meetings))).items():
        assert sums.expected == sums.found == sums.exact == sums.lenient, field


def test_a_document_that_gave_nothing_has_missed_all() -> None:
    known = LABELLED[0][1]
    for field, sums in counts(score_document(known, None)).items():
        assert (sums.found, sums.exact, sums.lenient) == (0, 0, 0), field
    assert counts(score_document(known, None))["meetings"].expected == len(known.meetings)


def test_statements_match_by_words_one_to_one() -> None:
    known = truth(
        TrueMeeting(
            kind="protokoll",
            actions=(
                TrueAction(kind="commitment", text="Kaj kontaktar skolan före jul.", owner="Kaj"),
                TrueAction(kind="formality", text="Dagordningen godkändes."),
                TrueAction(kind="decision", text="En karta tas fram.", optional=True),
            ),
        )
    )
    found = Meeting(
        ordinal=1,
        kind="protokoll",
        actions=(
            action("Kaj kontaktar skolan", kind="assignment", owner="kaj"),
            action("Kaj kontaktar skolan före jul. Sedan vilar vi.", owner="Rut"),
            action("En karta tas fram.", kind="decision"),
            action("Polisen köper en ny båt."),
        ),
    )
    sums = counts(score_document(known, protocol(found)))
    # one of the two like ones, the optional one is free, the boat is false
    assert sums["actions"] == Counts(expected=1, found=3, exact=0, lenient=1)
    assert sums["formalities"] == Counts(expected=1)
    assert sums["action_kind"].expected == 1
    assert sums["record"] == Counts(expected=1, found=1)


def test_values_fold_but_dates_do_not_come_near() -> None:
    known = truth(
        TrueMeeting(
            kind="protokoll",
            council="Lokala brottsförebyggande rådet (Brå)",
            area="Vinnersjö",
            meeting_date=date(2019, 5, 10),
            place="Kommunhuset, rum 4",
        )
    )
    found = Meeting(
        ordinal=1,
        kind="minnesanteckningar",
        council="lokala brottsförebyggande rådet",
        area="Vinnersjö kommun",
        meeting_date=date(2019, 5, 11),
        place="Kommunhuset rum 4",
        registration_number="KS 1",
    )
    sums = counts(score_document(known, protocol(found)))
    assert sums["council"].exact == sums["area"].exact == 1
    assert sums["place"] == Counts(1, 1, 0, 1)
    assert sums["meeting_date"] == sums["kind"] == Counts(1, 1, 0, 0)
    assert sums["registration_number"] == Counts(expected=0, found=1)
    assert sums["meetings"].lenient == 0


@pytest.mark.parametrize("name", ["Vinnersjö", "Ekenäs", "Ekfors"])
def test_a_municipality_is_its_place(name: str) -> None:
    known = truth(TrueMeeting(kind="protokoll", area=name))
    for found in (f"{name} kommun", f"{name.removesuffix('s')}s kommun", f"{name} stad"):
        meeting = Meeting(ordinal=1, kind="protokoll", area=found)
        assert counts(score_document(known, protocol(meeting)))["area"].exact == 1


def test_problems_are_told_by_section_and_leniently_by_meeting() -> None:
    def mention(section: int, problem: str) -> ProblemMention:
        return ProblemMention(
            problem=problem, section=section, polarity="positive", text="", evidence=(quote(),)
        )

    known = truth(
        TrueMeeting(
            kind="protokoll",
            sections=(
                TrueSection(number="1", title="Öppnande"),
                TrueSection(number="2", title="Läget"),
            ),
            problems=(
                TrueProblem(problem="brand", section=2, polarity="positive"),
                TrueProblem(problem="klotter", section=1, polarity="positive"),
                TrueProblem(problem="hundar", section=2, polarity="positive", optional=True),
            ),
        )
    )
    found = Meeting(
        ordinal=1,
        kind="protokoll",
        sections=(Section(number="2", title="Läget", text="", evidence=(quote(),)),),
        problem_mentions=(mention(1, "brand"), mention(1, "klotter"), mention(1, "hundar")),
    )
    # the found first section is the expected second one: a missed section is not held against it
    assert counts(score_document(known, protocol(found)))["problems"] == Counts(2, 2, 1, 2)


def test_a_quote_that_does_not_stand_at_its_span_is_a_defect() -> None:
    good = action("a")
    moved = Action(kind="decision", text="b", evidence=(quote("Lokala Brå", at=3),))
    bare = Action(kind="decision", text="c", evidence=())
    found = Meeting(ordinal=1, kind="protokoll", area="Vik", actions=(good, moved, bare))
    score = counts(score_document(truth(), protocol(found)))["evidence"]
    assert score == Counts(expected=4, found=4, exact=1, lenient=1)  # the area has no quote at all


def test_meetings_of_a_bundle_are_told_apart_by_date() -> None:
    first, second = date(2018, 2, 1), date(2018, 5, 3)
    known = truth(
        TrueMeeting(kind="protokoll", meeting_date=first, place="A-huset"),
        TrueMeeting(kind="protokoll", meeting_date=second, place="B-huset"),
    )
    found = Meeting(ordinal=1, kind="protokoll", meeting_date=second, place="B-huset")
    sums = counts(score_document(known, protocol(found)))
    assert sums["meetings"] == Counts(2, 1, 1, 1)
    assert sums["place"] == Counts(2, 1, 1, 1)


def test_a_folder_is_scored_and_a_broken_document_does_not_stop_it(tmp_path: Path) -> None:
    seed = CORPUS / "hagersten-liljeholmen-2019-02-22.txt"
    beside = CORPUS / f"{seed.stem}{SUFFIX}"
    copy(seed, tmp_path)
    copy(beside, tmp_path)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    copy(beside, tmp_path / f"broken{SUFFIX}")
    (tmp_path / "unlabelled.txt").write_text("Ett papper utan facit.", encoding="utf-8")
    evaluation = evaluate_folder(tmp_path)
    assert [document.path for document in evaluation.documents] == ["broken.pdf", seed.name]
    broken, whole = evaluation.documents
    assert broken.error is not None
    assert whole.error is None
    assert counts(broken.fields)["attendees"] == Counts(expected=9)
    assert evaluation.groups()["style A"]["attendees"].expected == 18


def test_links_are_scored_by_where_they_lead(tmp_path: Path) -> None:
    for meeting in ("vikdal-2016-02-11", "vikdal-2016-09-22"):
        copy(CORPUS / f"{meeting}.pdf", tmp_path)
        copy(CORPUS / f"{meeting}{SUFFIX}", tmp_path)
    first, second = evaluate_folder(tmp_path).documents
    assert counts(first.fields)["links_of_truth"].expected == 0  # its follow-up names no action
    assert counts(second.fields)["links_of_truth"] == Counts(2, 2, 2, 2)
    assert counts(second.fields)["links"].expected == 2
    (tmp_path / "vikdal-2016-02-11.pdf").unlink()
    (tmp_path / f"vikdal-2016-02-11{SUFFIX}").unlink()
    (alone,) = evaluate_folder(tmp_path).documents
    assert counts(alone.fields)["links_of_truth"] == Counts(expected=2)


SERIES_TRUTH = """{"series": "Rådet i Ekmo", "split": "dev", "documents": ["ekmo-*"],
 "missing": [{"meeting_date": "2019-05-03"}],
 "persons": [{"names": ["Per-Olov Hallin", "P-O Hallin"]},
             {"names": ["Anna Berg"], "offices": ["rektor"]}, {"names": ["Anna Berg"], "offices": ["polisen"]}]}"""
FIRST = """Trygghetsrådet Ekmo
Protokoll 2019-02-01

Närvarande
Per-Olov Hallin, kommunpolis
Anna Berg, rektor

1. Läget
Det klottras på stationen.
Beslut: Bo Alm får i uppdrag att laga staketet vid skolan.
Beslut: Lo Ur får i uppdrag att köpa in reflexvästar.

2. Nästa möte
Nästa möte är den 3 maj 2019 kl. 9.
"""
THIRD = """Trygghetsrådet Ekmo
Protokoll 2019-09-06

Närvarande
P-O Hallin, kommunpolis
Anna Berg, polisen

1. Föregående protokoll
Protokollet från den 3 maj godkändes. Staketet vid skolan är lagat.
"""


def test_a_series_is_scored_by_its_own_truth_and_its_documents(tmp_path: Path) -> None:
    staket = "Beslut: Bo Alm får i uppdrag att laga staketet vid skolan."
    vastar = "Beslut: Lo Ur får i uppdrag att köpa in reflexvästar."
    told = {"council": "Trygghetsrådet", "area": "Ekmo"}
    actions = [{"kind": "assignment", "text": text} for text in (staket, vastar)]
    problem = {"problem": "klotter", "section": 1, "polarity": "positive"}
    follow_up = {
        "outcome": "done",
        "text": "Staketet vid skolan är lagat.",
        "action": {"document": "ekmo-1", "text": staket},
    }
    meetings = {
        "ekmo-1": {"meeting_date": "2019-02-01", "actions": actions, "problems": [problem]},
        "ekmo-3": {"meeting_date": "2019-09-06", "follow_ups": [follow_up]},
    }
    for (stem, meeting), text in zip(meetings.items(), (FIRST, THIRD), strict=True):
        (tmp_path / f"{stem}.txt").write_text(text, encoding="utf-8")
        meetings_of = [{"kind": "protokoll", **told, **meeting}]
        known = {"style": "A", "form": "text", "split": "dev", "meetings": meetings_of}
        (tmp_path / f"{stem}{SUFFIX}").write_text(json.dumps(known), encoding="utf-8")
    (tmp_path / f"ekmo{SUFFIX}").write_text(SERIES_TRUTH, encoding="utf-8")
    (series,) = evaluate_folder(tmp_path).series
    assert series.path == f"ekmo{SUFFIX}"
    assert counts(series.fields) == {
        "states_of_truth": Counts(2, 2, 2, 2),
        "states": Counts(2, 2, 2, 2),
        "recurrence": Counts(1, 1, 1, 1),
        "persons_joined": Counts(1, 2, 1, 1),  # Anna Berg, who changed office, is two by the truth
        "missing": Counts(1, 1, 1, 1),
    }
    (tmp_path / f"ekmo{SUFFIX}").write_text('{"series": "x"}', encoding="utf-8")
    with pytest.raises(BadTruth, match="ekmo"):
        evaluate_folder(tmp_path)


def test_truth_without_document_or_with_unknown_words_is_refused(tmp_path: Path) -> None:
    beside = tmp_path / f"alone{SUFFIX}"
    beside.write_text('{"style": "A", "form": "text", "split": "dev", "meetings": []}', "utf-8")
    with pytest.raises(BadTruth, match="alone"):
        list(labelled(tmp_path))
    (tmp_path / "alone.txt").touch()
    beside.write_text('{"style": "A", "form": "fax", "split": "dev", "meetings": []}', "utf-8")
    with pytest.raises(BadTruth, match="form"):
        list(labelled(tmp_path))


def test_no_next_meeting_may_be_written_null(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    meeting = '{"kind": "protokoll", "next_meeting": null}'
    (tmp_path / f"a{SUFFIX}").write_text(
        f'{{"style": "A", "form": "text", "split": "dev", "meetings": [{meeting}]}}', "utf-8"
    )
    ((_, truth),) = labelled(tmp_path)
    assert truth.meetings[0].next_meeting.meeting_date is None


def test_two_documents_of_one_name_are_told_apart_by_nobody(tmp_path: Path) -> None:
    truth = {"style": "A", "form": "text", "split": "dev", "meetings": [{"kind": "protokoll"}]}
    for year in ("2019", "2020"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "mars.txt").write_text("Protokoll", encoding="utf-8")
        (tmp_path / year / "mars.truth.json").write_text(json.dumps(truth), encoding="utf-8")
    with pytest.raises(BadTruth, match="same name"):
        list(labelled(tmp_path))


def test_a_document_may_be_labelled_as_no_minutes(tmp_path: Path) -> None:
    beside = '{"style": "A", "form": "text", "split": "dev", "meetings": []}'
    (tmp_path / "flyer.txt").write_text("Välkommen på grillkväll!", encoding="utf-8")
    (tmp_path / f"flyer{SUFFIX}").write_text(beside, encoding="utf-8")
    (document,) = evaluate_folder(tmp_path).documents
    assert document.error is None
