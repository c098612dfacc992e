"""What an evaluation shows: figures, errors, gains and losses against a baseline."""

import json
from io import StringIO
from pathlib import Path
from shutil import copy

import pytest
from rich.console import Console, RenderableType

from pipeline.errors import NoBaseline
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
from pipeline.evaluate.truth import (
    SUFFIX,
)
from tests.commands import lokalbra

CORPUS = Path(__file__).parents[2] / "corpus"


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
    program = lokalbra("evaluate", tmp_path, "--baseline", baseline, "--json")
    assert program.returncode == 1
    assert json.loads(program.stdout)["groups"]
    unknown = lokalbra("evaluate", tmp_path, "--errors", "fel")
    assert unknown.returncode == 2
    assert "meeting_date" in unknown.stderr
