"""Plots of a council's years, as SVG or PNG: what comes back, what became of actions, who came.

Colours are those of Okabe and Ito, which the colour-blind tell apart; what a colour says stands in a
number or a form too, so that a grey print can be read. What is not known is hatched, never white.
"""

import re
import textwrap
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pipeline.errors import UsageError
from pipeline.identity_numbers import masked
from pipeline.store.database import Connection
from pipeline.store.figures import (
    LifeLine,
    LifeLines,
    Presence,
    Recurrence,
    life_lines,
    presence,
    recurrence,
)
from pipeline.store.filters import Filters
from pipeline.store.report import Language, labels
from pipeline.table import printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_PROBLEMS, _ACTIONS, _ORGANISATIONS = 20, 40, 24  # rows of a plot
_BLUE, _ORANGE, _GREEN, _RED, _GREY = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#6E6E6E"
_PALE = "#F2F2F2"

_OUTCOMES: Mapping[str, tuple[str, str]] = {  # outcome -> colour, form
    "done": (_GREEN, "o"),
    "in_progress": (_ORANGE, "s"),
    "postponed": (_ORANGE, "D"),
    "dropped": (_RED, "X"),
    "mentioned": (_GREY, "."),
}


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawn figure. `alt`: what it shows, in words, for who does not see it."""

    name: str
    title: str
    alt: str
    figure: "Figure"

    def svg(self) -> str:
        """The figure as an SVG element that tells what it shows; its ids begin with `name`."""
        text = self._drawn("svg").decode("utf-8")
        told = f'<svg role="img" aria-label="{escape(self.alt)}"'
        text = told + text[text.index("<svg") + len("<svg") :]
        return re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{self.name}-", text)

    def png(self) -> bytes:
        """The figure as a PNG of 150 dots an inch."""
        return self._drawn("png")

    def _drawn(self, form: str) -> bytes:
        out = BytesIO()
        about: dict[str, Any] = {"Title": self.title}
        if form == "svg":
            about |= dict.fromkeys(("Date", "Creator", "Format", "Type"))
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph")  # a sign that the font lacks
            self.figure.savefig(out, format=form, dpi=150, bbox_inches="tight", metadata=about)
        return out.getvalue()


def plot(
    report: str, connection: Connection, filters: Filters, language: Language = "sv"
) -> Plot | None:
    """The plot of a report; None where there is nothing to draw.

    Raises UsageError where the report has none, or where no council fits the filter.
    """
    if report not in PLOTS:
        raise UsageError(f"'{report}' has no plot. There are plots of: {', '.join(PLOTS)}")
    return PLOTS[report](connection, filters, language)


def recurrence_map(connection: Connection, filters: Filters, language: Language) -> Plot | None:
    """Problems by half-year: the share of protocols that speak of each, with both numbers."""
    data = recurrence(connection, filters)
    problems = data.problems[:_PROBLEMS]
    if not problems:
        return None
    swedish = language == "sv"
    names = [_text(data.labels[problem][0 if swedish else 1], 40) for problem in problems]
    width = 3.2 + 0.52 * len(data.halves)
    figure, axes = _axes(max(width, 6), 1.1 + 0.3 * len(problems))
    _draw_shares(axes, data, problems)
    axes.set_xlim(-0.5, len(data.halves) - 0.5)
    axes.set_ylim(len(problems) - 0.5, -0.5)
    axes.set_yticks(range(len(problems)), names)
    axes.set_xticks(range(len(data.halves)), [f"{year}:{part}" for year, part in data.halves])
    axes.tick_params(axis="x", labelrotation=90)
    title = "Problem per halvår" if swedish else "Problems by half-year"
    note = (
        "Protokoll som nämner problemet / protokoll som finns. Streckat: inget protokoll finns."
        if swedish
        else "Protocols that speak of it / protocols that exist. Hatched: there is no protocol."
    )
    left = len(data.problems) - len(problems)
    if left:
        note += f" {left} problem till visas inte." if swedish else f" {left} more are not shown."
    _say(axes, note)
    alt = _recurrence_in_words(data, dict(zip(problems, names, strict=True)), swedish)
    return Plot("recurrence", title, alt, figure)


def _draw_shares(axes: "Axes", data: Recurrence, problems: Sequence[str]) -> None:
    """A field a problem and half-year, the darker the larger its share of the protocols."""
    from matplotlib import colormaps
    from matplotlib.patches import Rectangle

    colours = colormaps["Blues"]
    for column, half in enumerate(data.halves):
        protocols = data.protocols.get(half, 0)
        if not protocols:
            axes.add_patch(_unknown(column - 0.5, -0.5, 1, len(problems)))
            continue
        for row, problem in enumerate(problems):
            count = data.counts.get((problem, half), 0)
            share = count / protocols
            axes.add_patch(
                Rectangle(
                    (column - 0.5, row - 0.5), 1, 1, linewidth=0.8, edgecolor="white",
                    facecolor=colours(0.15 + 0.75 * share) if count else _PALE,
                )
            )  # fmt: skip
            axes.text(
                column, row, f"{count}/{protocols}", ha="center", va="center", fontsize=7,
                color="white" if share > 0.6 else "black" if count else _GREY,
            )  # fmt: skip


def _recurrence_in_words(data: Recurrence, names: Mapping[str, str], swedish: bool) -> str:
    """What the map of `names`, problem -> label, shows, for who does not see it."""
    gaps = [f"{year}:{part}" for year, part in data.halves if not data.protocols.get((year, part))]
    most = ", ".join(
        f"{name} {sum(data.counts.get((problem, half), 0) for half in data.halves)}"
        for problem, name in list(names.items())[:5]
    )
    total = sum(data.protocols.values())
    if swedish:
        return (
            f"Värmekarta. {len(data.halves)} halvår, {total} protokoll. Flest protokoll: {most}."
            f" Halvår utan protokoll: {', '.join(gaps) or 'inga'}."
        )
    return (
        f"Heat map. {len(data.halves)} half-years, {total} protocols. Most protocols: {most}."
        f" Half-years without protocol: {', '.join(gaps) or 'none'}."
    )


def action_lines(connection: Connection, filters: Filters, language: Language) -> Plot | None:
    """Each action from its meeting to what was last said of it; dashed where nothing was."""
    data = life_lines(connection, filters, _ACTIONS)
    if not data.actions:
        return None
    swedish = language == "sv"
    words = labels()
    figure, axes = _axes(10.5, 1.3 + 0.27 * len(data.actions))
    last = data.protocols[-1]
    for day in data.protocols:
        axes.axvline(_at(day), color="#DDDDDD", linewidth=0.7, zorder=0)
    for row, action in enumerate(data.actions):
        _draw_line(axes, row, action, last)
        state = str(words.value("state", action.state, language))
        axes.text(
            1.005, row, state, transform=axes.get_yaxis_transform(), va="center", fontsize=7.5
        )
    axes.set_ylim(len(data.actions) - 0.4, -0.6)
    axes.set_yticks(
        range(len(data.actions)), [_text(action.text, 62) for action in data.actions], fontsize=7.5
    )
    edge = max(timedelta(days=20), (last - data.actions[0].given) // 40)
    due = [action.due for action in data.actions if action.due]
    axes.set_xlim(_at(data.actions[0].given - edge), _at(max([last, *due]) + edge))
    axes.xaxis_date()
    _explain_lines(axes, data, language)
    note = (
        "Grå lodräta linjer: dagar med protokoll."
        if swedish
        else "Grey upright lines: days with a protocol."
    )
    if data.left_out:
        note += (
            f" {data.left_out} äldre visas inte."
            if swedish
            else f" {data.left_out} older ones are not shown."
        )
    _say(axes, note)
    states = [action.state for action in data.actions]
    counted = ", ".join(
        f"{words.value('state', state, language)} {states.count(state)}"
        for state in ("done", "reported", "open", "silent", "dropped")
        if state in states
    )
    alt = (
        f"Livslinjer för {len(states)} beslut och uppdrag: {counted}."
        if swedish
        else f"Life lines of {len(states)} actions: {counted}."
    )
    return Plot("actions", "Livslinjer" if swedish else "Life lines", alt, figure)


def _explain_lines(axes: "Axes", data: LifeLines, language: Language) -> None:
    """The legend: the outcomes that are told, silence and deadlines."""
    swedish = language == "sv"
    used = {outcome for action in data.actions for _, outcome in action.follow_ups}
    for outcome in (outcome for outcome in _OUTCOMES if outcome in used):
        colour, form = _OUTCOMES[outcome]
        name = str(labels().value("last_outcome", outcome, language))
        axes.plot([], [], form, color=colour, markersize=6, label=name)
    nothing = "inget sagt" if swedish else "nothing said"
    axes.plot([], [], "--", color=_GREY, linewidth=1.2, label=nothing)
    axes.plot([], [], "|", color=_BLUE, markersize=9, label="klart senast" if swedish else "due")
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.06), ncols=7, frameon=False, fontsize=7.5
    )


def attendance_map(connection: Connection, filters: Filters, language: Language) -> Plot | None:
    """Organisations by meeting: there, absent, not listed."""
    data = presence(connection, filters, _ORGANISATIONS)
    if not data.organisations:
        return None
    swedish = language == "sv"
    figure, axes = _axes(max(3.2 + 0.3 * len(data.days), 6), 1.2 + 0.28 * len(data.organisations))
    _draw_presence(axes, data)
    axes.set_xlim(-0.5, len(data.days) - 0.5)
    axes.set_ylim(len(data.organisations) - 0.5, -0.5)
    axes.set_yticks(
        range(len(data.organisations)), [_text(each, 40) for each in data.organisations]
    )
    axes.set_xticks(range(len(data.days)), [day.isoformat() for day in data.days], fontsize=7)
    axes.tick_params(axis="x", labelrotation=90)
    axes.grid(color="#EEEEEE", linewidth=0.6)
    axes.set_axisbelow(True)
    _say(
        axes,
        "● närvarande, × frånvarande. Tomt: står inte med. Streckat: ingen deltagarlista."
        if swedish
        else "● present, × absent. Empty: not listed. Hatched: nobody is listed.",
    )
    came = {
        each: sum(data.present.get((each, day), False) for day in data.days)
        for each in data.organisations
    }
    most = ", ".join(f"{_text(each, 40)} {came[each]}" for each in data.organisations[:5])
    alt = (
        f"Närvaro per organisation vid {len(data.days)} möten. Flest: {most}."
        if swedish
        else f"Attendance by organisation at {len(data.days)} meetings. Most: {most}."
    )
    return Plot(
        "attendance",
        "Närvaro per organisation" if swedish else "Attendance by organisation",
        alt,
        figure,
    )


def _draw_presence(axes: "Axes", data: Presence) -> None:
    """A mark an organisation and meeting, a hatched column where nobody is listed."""
    for column, day in enumerate(data.days):
        if day in data.unlisted:
            axes.add_patch(_unknown(column - 0.5, -0.5, 1, len(data.organisations)))
    places = {
        there: [
            (column, row)
            for row, organisation in enumerate(data.organisations)
            for column, day in enumerate(data.days)
            if data.present.get((organisation, day)) is there
        ]
        for there in (True, False)
    }
    for there, form, colour in ((True, "o", _BLUE), (False, "x", _RED)):
        xs, ys = [x for x, _ in places[there]], [y for _, y in places[there]]
        axes.plot(xs, ys, form, color=colour, markersize=6)


PLOTS: Mapping[str, Callable[[Connection, Filters, Language], Plot | None]] = {
    "recurring-problems": recurrence_map,
    "problem-by-year": recurrence_map,
    "action-audit": action_lines,
    "open-actions": action_lines,
    "attendance": attendance_map,
    "lost-organisations": attendance_map,
}


def _draw_line(axes: "Axes", row: int, action: LifeLine, last: date) -> None:
    """Solid from the meeting to the last follow-up, dashed on to the last protocol where it is open."""
    ends = [day for day, _ in action.follow_ups]
    known = max([action.given, *ends])
    axes.plot([_at(action.given), _at(known)], [row, row], color=_BLUE, linewidth=1.6, zorder=2)
    if action.state not in {"done", "dropped"} and last > known:
        axes.plot([_at(known), _at(last)], [row, row], "--", color=_GREY, linewidth=1.2, zorder=1)
    axes.plot([_at(action.given)], [row], ">", color=_BLUE, markersize=5, zorder=3)
    if action.due is not None:
        axes.plot([_at(action.due)], [row], "|", color=_BLUE, markersize=9, zorder=3)
    for day, outcome in action.follow_ups:
        colour, form = _OUTCOMES[outcome]
        axes.plot([_at(day)], [row], form, color=colour, markersize=6, zorder=4)


def _at(day: date) -> float:
    """Where a day stands on an axis of dates: days since matplotlib's epoch."""
    return (day - date(1970, 1, 1)).days


def _unknown(x: float, y: float, width: float, height: float) -> Any:
    """A hatched field: nobody knows."""
    from matplotlib.patches import Rectangle

    return Rectangle(
        (x, y), width, height, facecolor="white", edgecolor="#AAAAAA", hatch="////", linewidth=0
    )


def _text(text: str, width: int) -> str:
    """One line of `text` that can be drawn: masked, printable, cut at a word."""
    line = " ".join(printable(masked(text)).split())
    return textwrap.shorten(line, width, placeholder=" …") or line[:width]


def _say(axes: "Axes", note: str) -> None:
    axes.text(
        0, 1.0, note, transform=axes.transAxes, fontsize=7.5, color="#444444",
        va="bottom", ha="left", in_layout=True,
    )  # fmt: skip


def _axes(width: float, height: float) -> "tuple[Figure, Axes]":
    """A figure of so many inches with one pair of axes and no frame."""
    figure = _figure_class()(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=8)
    return figure, axes


@cache
def _figure_class() -> "type[Figure]":
    """matplotlib's figure, which needs no display; its text is left as text and drawn as written."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "lokalbra",
            "text.parse_math": False,
            "font.family": "sans-serif",
            "hatch.linewidth": 0.6,
        }
    )
    return Figure
