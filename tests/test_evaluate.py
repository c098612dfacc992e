"""Scores: what counts as found, and that the truth files themselves hold."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import copy

import pytest
from rich.console import Console, RenderableType

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
from pipeline.errors import BadTruth, NoBaseline
from pipeline.evaluate import (
    Counts,
    Difference,
    DocumentScore,
    Evaluation,
    FieldScore,
    evaluate_folder,
)
from pipeline.evaluate.baseline import compare, sign_test, to_baseline
from pipeline.evaluate.report import figures, render, render_comparison, render_errors, to_json
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
from tests.commands import lokalbra

CORPUS = Path(__file__).parent.parent / "corpus"
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


def evaluation(
    wrong: int, split: str = "dev", form: str = "text", path: str = "a.txt", alike: int = 0
) -> Evaluation:
    """100 actions expected, of which some were missed and some found in other words."""
    differences = [Difference("actions", f"Uppdrag {at}", None) for at in range(wrong)]
    differences += [Difference("actions", f"Möte {at}", "Mote", alike=True) for at in range(alike)]
    counts = Counts(expected=100, found=100 - wrong, exact=0, lenient=100 - wrong)
    fields = (FieldScore("actions", counts, tuple(differences)),)
    return Evaluation((DocumentScore(path, "A", form, split, fields),))


def printed(what: RenderableType) -> str:
    console = Console(width=120, file=StringIO(), record=True)
    console.print(what)
    return console.export_text()


def test_figures_against_hand_computed_ones() -> None:
    got = figures(Counts(expected=10, found=6), matched=4)
    assert (got["precision"], got["recall"], got["f1"]) == (0.6667, 0.4, 0.5)
    # Wilson, 4 of 8: (0.5 + 1.9208/8 ± ...)/(1 + 3.8415/8)
    assert got["low"] == pytest.approx(0.2152, abs=0.001)
    assert got["high"] == pytest.approx(0.7848, abs=0.001)
    assert figures(Counts(), matched=0)["f1"] is None


def test_what_was_lost_and_gained_is_told_item_by_item() -> None:
    baseline = to_baseline(evaluation(wrong=2))
    same = compare(baseline, evaluation(wrong=2, alike=3))  # what is alike is not wrong
    assert same.holds
    assert (same.lost, same.gained) == ((), ())
    assert "Ingen skillnad" in printed(render_comparison(same))
    better = compare(baseline, evaluation(wrong=1))
    assert better.holds
    assert [(one.path, one.item) for one in better.gained] == [("a.txt", "Uppdrag 1 → –")]
    worse = compare(baseline, evaluation(wrong=3))
    assert not worse.holds  # text has no noise
    assert [(one.field, one.item) for one in worse.lost] == [("actions", "Uppdrag 2 → –")]
    assert "Uppdrag 2" in printed(render_comparison(worse))


def test_scans_may_lose_a_little_by_chance() -> None:
    baseline = to_baseline(evaluation(wrong=0, form="scan"))
    assert compare(baseline, evaluation(wrong=4, form="scan")).holds  # 1/16
    assert not compare(baseline, evaluation(wrong=5, form="scan")).holds  # 1/32
    assert sign_test(lost=8, gained=2) == pytest.approx(56 / 1024)  # 10 choose 8, 9 and 10


def test_of_the_unseen_split_a_baseline_holds_sums_alone() -> None:
    baseline = to_baseline(evaluation(wrong=2, split="unseen", path="hemlig.txt"))
    assert "hemlig" not in baseline
    assert "Uppdrag" not in baseline
    worse = compare(baseline, evaluation(wrong=3, split="unseen", path="hemlig.txt"))
    assert not worse.holds
    assert worse.lost == ()
    assert [(one.split, one.field, one.lost) for one in worse.balances] == [
        ("unseen", "actions", 1)
    ]


@pytest.mark.parametrize("split", ["dev", "unseen"])
def test_what_cannot_be_compared_is_not_taken_for_well(split: str) -> None:
    baseline = to_baseline(evaluation(wrong=0, split=split))
    other = compare(baseline, evaluation(wrong=0, split=split, path="b.txt"))
    assert not other.holds
    assert "bara på ena sidan" in printed(render_comparison(other))
    with pytest.raises(NoBaseline):
        compare(to_json(evaluation(wrong=0)), evaluation(wrong=0))


def test_the_report_and_its_json_say_the_same() -> None:
    made = evaluation(wrong=20)
    group = json.loads(to_json(made))["groups"]["all"]["actions"]
    assert (group["expected"], group["lenient"]["recall"]) == (100, 0.8)
    assert "0,80" in printed(render(made))


def test_errors_tell_where_to_look_and_keep_the_unseen_unseen(tmp_path: Path) -> None:
    seed = CORPUS / "hagersten-liljeholmen-2019-02-22.txt"
    for name, split in (("sedd", "dev"), ("osedd", "unseen")):
        known = json.loads((CORPUS / f"{seed.stem}{SUFFIX}").read_text(encoding="utf-8"))
        known["split"] = split
        known["meetings"][0]["actions"][2]["text"] = "Polisen åker båt runt sjön varje kväll i maj."
        known["meetings"][0]["start_time"] = "09:30"
        copy(seed, tmp_path / f"{name}.txt")
        (tmp_path / f"{name}{SUFFIX}").write_text(json.dumps(known), encoding="utf-8")
    found = evaluate_folder(tmp_path, workers=2)
    shown = printed(render_errors(found, "actions"))
    assert "åker båt" in shown
    assert "personrånen" in shown
    assert "sedd.txt" in shown
    assert "osedd.txt" not in shown
    assert "2 avvikelser i det osedda" in shown
    assert "osedd.txt" in printed(render_errors(found, "actions", unseen=True))
    (_, seen) = found.documents
    places = {
        (one.field, one.page, one.item)
        for score in seen.fields
        for one in score.differences
        if one.found
    }
    assert places == {("start_time", 1, None), ("actions", 1, "4")}


@pytest.mark.slow
def test_the_command_compares_and_lists_what_matched_nothing(tmp_path: Path) -> None:
    seed = "hagersten-liljeholmen-2019-02-22"
    for name in (f"{seed}.txt", f"{seed}{SUFFIX}"):
        copy(CORPUS / name, tmp_path)
    baseline = tmp_path / "baseline.json"
    written = lokalbra("evaluate", tmp_path, "--write-baseline", baseline, "--unused")
    assert written.returncode == 0, written.stderr
    listed = [line.split("│") for line in written.stdout.splitlines() if "│" in line]
    unused = {row[2].strip() for row in listed if len(row) == 5 and "hela regeln" in row[3]}
    assert "hate" in unused  # no hate crime in this protocol
    assert not unused & {"action.given", "formality.agenda", "action.priority"}
    assert lokalbra("evaluate", tmp_path, "--baseline", baseline).returncode == 0
    text = (tmp_path / f"{seed}.txt").read_text(encoding="utf-8")
    (tmp_path / f"{seed}.txt").write_text(text.replace("kl. 09.00", "kl. 10.00"), encoding="utf-8")
    worse = lokalbra("evaluate", tmp_path, "--baseline", baseline)
    assert worse.returncode == 1
    assert "10:00" in worse.stdout
    assert "less well" in worse.stderr
    unknown = lokalbra("evaluate", tmp_path, "--errors", "fel")
    assert unknown.returncode == 2
    assert "meeting_date" in unknown.stderr
