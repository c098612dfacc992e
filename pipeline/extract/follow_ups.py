"""Statements on actions of earlier meetings, by vocabulary/follow_ups.toml.

Forms handled: standing items ("Uppföljning av beslut", "Föregående protokoll", "Sedan sist", an item
without a heading that opens with the earlier minutes, or what follows "Vi gick igenom det vi bestämde i maj."), where every statement with an outcome is one,
also rows of a decision log and "Staketet? Uppsatt i maj."; in any item a matter named with where it was decided, before what
became of it ("Punkt 3 Belysning. Klart.", "Klotter i trapphus (§ 6). Saneringen löper."); in any other item a sentence that points
back ("som föreslogs i höstas", "Selim skulle höra med ... och har fått svar", "Gällande X har ...") or
tells that something is late ("är inte färdig, den läggs fram i januari"); entries of a running log
("Från april: ..."), also in a table before the first item. Outcomes: done, in_progress, postponed,
dropped, else mentioned.

None are the earlier minutes' own formalities, that nobody has them, that a matter was not spoken of, other bodies' decisions,
what is decided now, and a mended condition with no earlier action in sight. A sentence that goes on about the same matter ("Den
är nu klar", "Avslutad.") belongs to the one before it, and its outcome counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import log

from models.evidence import Span
from models.meeting import Attendee, FollowUp, Outcome
from models.segmented import ASIDE, MeetingPart, Paragraph, SectionPart
from models.view import View
from pipeline.acts import OUTCOMES, Act, Judge, acts
from pipeline.extract.actions.doers import Names
from pipeline.extract.actions.rows import TableRow
from pipeline.extract.actions.tables import table_rows
from pipeline.extract.actions.told_lines import told_by_line
from pipeline.extract.running_text import before_items
from pipeline.extract.same_matter import (
    LEFT_OVER,
    VOTE,
    Statement,
    is_on_the_same,
    merged,
    tells_of,
)
from pipeline.extract.unkept_minutes import misses_minutes
from pipeline.names import is_first_name
from pipeline.vocabulary import Rule, possible, says
from pipeline.vocabulary.openings import swift
from pipeline.wording import Setting

_CLAIM = 0.65  # probability from which the model finds a follow-up that no rule does
_CLAIM_STANDING = 0.4  # the same, under a standing item
_CLAIM_ASKED = 0.05  # the same, where it answers a question there ("Staketet vid ån?")
_SURE = 0.8  # the same, where the sentence may only name the matter that the next one tells of
_VETO = 0.01  # probability under which it drops what a rule found
# The same, under a standing item, where no more than words of a usual outcome speak for it; and that under
# which a sentence that goes on about a matter does not say how it came out.
_VETO_STANDING = 0.2
_VOTE_OPEN = 3.0  # what "mentioned" weighs where no word tells how it came out
# How usual each outcome is, against what the model says: it decides where that says next to nothing.
_USUAL: Mapping[Outcome, float] = {
    "done": 0.02,
    "in_progress": 0.008,
    "dropped": 0.005,
    "postponed": 0.004,
    "mentioned": 0.003,
}
_NEVER = ("condition", "formality", "elsewhere", "new")  # what it may not claim
_UNTOLD = ASIDE | {"proposed", "moved"}  # parts of an item that tell of nothing done
_SHORTEST = 12  # characters of a sentence that the model may claim
_SHORT_POINT = 3  # sentences of a point that is on one matter
_ANOTHER = re.compile(
    r"(?:beträffande|gällande|angående|rörande|vad\sgäller|när\sdet\sgäller|frågan\som|[^,.]*\ssom\s(?:\w+\s)?skulle)\b",
    re.I,
)
_AS_TITLED = "Uppföljning av beslut"  # how an item is judged that a sentence makes a standing one
_AND_THAT = swift(r"(?P<and>,?\s(?:och|samt)\satt\s)")


def follow_ups(
    meeting: MeetingPart, judge: Judge = acts, attendees: Sequence[Attendee] = ()
) -> tuple[FollowUp, ...]:
    """The follow-ups of `meeting`, in order, by the rules and by what `judge` says of its sentences.

    attendees: of the meeting, who are known as owners of rows without a head.
    """
    names = frozenset(word.lower() for each in attendees for word in each.name.split())
    before = (_record(meeting, None, each) for each in _in_log(meeting, judge))
    within = (
        _record(meeting, section if section.ordinal else None, statement)
        for section in chain(before_items(meeting), meeting.sections)
        for statement in _statements(section, judge, names)
    )
    return tuple(chain(before, within))


def _record(meeting: MeetingPart, section: SectionPart | None, statement: Statement) -> FollowUp:
    first, last = statement.views[0], statement.views[-1]
    span = Span(first.span(0, len(first.text)).start, last.span(0, len(last.text)).end)
    return FollowUp(
        outcome=statement.outcome,
        section=section.ordinal if section is not None else None,
        text=" ".join(view.text for view in statement.views),
        evidence=meeting.evidence("text", span, statement.rule),
    )


def _in_log(meeting: MeetingPart, judge: Judge) -> Iterator[Statement]:
    """Entries that a log before the first item carries over from earlier meetings."""
    told: set[int] = set()
    for rows in table_rows(meeting.preamble, headed=True).values():
        for row in _in_rows(rows, judge, Setting()):
            told.update(row.views[0].offsets)
            yield row
    for line in meeting.head:
        for cell in line.cells if line.start not in told else ():
            found = _read(cell, (), standing=False) if _has("logged", cell.text) else None
            if found is not None:
                yield found


def _statements(section: SectionPart, judge: Judge, names: Names) -> Iterator[Statement]:
    tables = table_rows(section.paragraphs, names, section.title)
    titled = section.title is not None and _has("standing", section.title.text)
    opened = False
    for index, paragraph in enumerate(section.paragraphs):
        if paragraph.part in _UNTOLD:
            continue
        if paragraph.kind == "heading":
            titled = titled or _has("standing", paragraph.view.text)
            continue
        if section.title is None and paragraph is section.paragraphs[0]:
            titled = _has("minutes", paragraph.view.text)
        if paragraph.sentences and _has("opens", paragraph.sentences[0].text):
            titled = opened = True
        standing = titled or (paragraph.lead is not None and _has("standing", paragraph.lead))
        place = Setting(
            _AS_TITLED if opened else section.title.text if section.title is not None else "",
            paragraph.lead or "",
            listed=paragraph.kind == "item",
        )
        if index in tables:
            yield from _in_rows(tables[index], judge, place)
            continue
        sentences = _sentences(paragraph)
        if told := told_by_line(sentences, place, standing=standing):
            yield Statement(tuple(told.views), told.outcome, told.rule)
            sentences = sentences[len(told.views) :]
            if place.listed:
                sentences = tuple(each for each in sentences if not _is_of_point(each, sentences))
        yield from _in_paragraph(sentences, place, judge, standing=standing)


def _in_rows(rows: Iterable[TableRow], judge: Judge, place: Setting) -> Iterator[Statement]:
    """What the rows of a table of tasks tell of earlier ones."""
    for row in rows:
        if row.status is not None and row.status.outcome is not None:
            yield Statement((row.whole,), row.status.outcome, row.status.rule)
        elif row.told is not None:
            likely = likely_outcome(row.told.text, judge(row.told.text, place))
            yield Statement((row.whole,), likely, f"acts.{likely}")


def _sentences(paragraph: Paragraph) -> Sequence[View]:
    """A row of a table and an entry of a running log are one sentence."""
    if paragraph.kind == "row" or _has("logged", paragraph.view.text):
        return (paragraph.view,)
    return tuple(part for sentence in paragraph.sentences for part in _reported(sentence.view))


def _reported(view: View) -> Iterator[View]:
    """The parts of "konstaterades att A är klart och att B pågår", where each tells an outcome."""
    for match in _AND_THAT.finditer(view.text) if " att " in view.text else ():
        parts = (view.part(0, match.start()), view.part(match.end("and"), len(view.text)))
        if all(_has("outcome", part.text) for part in parts):
            yield from parts
            return
    yield view


def _in_paragraph(
    sentences: Sequence[View], place: Setting, judge: Judge, *, standing: bool
) -> Iterator[Statement]:
    held: Statement | None = None
    lead: tuple[View, ...] = ()
    idle: View | None = None  # the sentence before, where it stated nothing
    before = ""
    for view in sentences:
        said = judge(view.text, place.after(before))
        before = view.text
        if says("meeting_signs", view.text, "schedule") and not _has("back", view.text):
            continue
        if misses_minutes(view.text) or _has("opens", view.text) or _has("unspoken", view.text):
            continue
        own = held is not None and place.listed and _is_of_point(view, sentences)
        more = held and _more(held, view, said, standing=standing, own=own and held.open)
        if held is not None and more is not None:
            if held.open or following(said) >= _VETO_STANDING:
                held = merged(held, more)
            continue
        if own:
            continue
        goes_on = _has("same", view.text)
        named = bool(lead) and _has("matter", lead[0].text)
        if (
            lead
            and lead[0].text.endswith(".")
            and not (named or goes_on or _has("back", lead[0].text))
        ):
            lead = ()
        asks = standing and view.text.endswith("?")
        if view is not sentences[-1] and (asks or _has("matter", view.text)):
            if held is not None and held.sure:
                yield held
            held, lead = None, (view,)
            continue
        ruled = _read(view, lead, standing=standing)
        opens = ruled is None and standing and view is not sentences[-1] and _has("lead", view.text)
        asked = named or (bool(lead) and lead[0].text.endswith("?"))
        expected = standing and not _has("news", place.title)
        least = (
            _CLAIM_ASKED if asked else _SURE if opens else _CLAIM_STANDING if expected else _CLAIM
        )
        vague = ruled is not None and ruled.vote < VOTE and not lead and not _points_back(view)
        found = _judged(ruled, view, said, least, _VETO_STANDING if vague else _VETO)
        if found is not None and asked and found.views == (view,):
            found = replace(found, views=(*lead, view))
        elif found is not None and standing and goes_on and idle and found.views == (view,):
            found = replace(found, views=(idle, view))
        if found is None and held is not None and goes_on:
            continue
        if held is not None and held.sure:
            yield held
        held = found
        idle = view if found is None and not _has("formality", view.text) else None
        lead = (view,) if found is None and standing and _has("lead", view.text) else ()
    if held is not None and held.sure:
        yield held


def _judged(
    found: Statement | None, view: View, said: Mapping[Act, float], least: float, veto: float
) -> Statement | None:
    """What the rules found, weighed against the model of what sentences do (see acts.py).

    `least`: the probability from which the model finds what no rule does. `veto`: that under which it
    drops what a rule found.
    """
    chance = following(said)
    if found is None:
        claimed = (
            chance > least
            and len(view.text) >= _SHORTEST
            and (least == _CLAIM_ASKED or _tells(view.text))
            and not any(_has(kind, view.text) for kind in _NEVER)
            and not any(
                rule.data.get("back") and _applies(rule, view.text)
                for rule in possible("follow_ups", view.text, "outcome")
            )
        )
        if not claimed:
            return None
        likely = likely_outcome(view.text, said)
        return Statement((view,), likely, f"acts.{likely}")
    return _weighed(found, said) if chance >= veto else None


def _tells(text: str) -> bool:
    """Whether a word of it tells anything; a heading, a name with its role or a page's foot does not."""
    return says("action_words", text, "tells") or says("follow_ups", text, "outcome")


def following(said: Mapping[Act, float]) -> float:
    """The probability that a sentence is a follow-up, whatever its outcome."""
    return sum([said[outcome] for outcome in OUTCOMES])


def _weighed(found: Statement, said: Mapping[Act, float]) -> Statement:
    """With the outcome that the rule and the model together make the likeliest."""
    outcome = _likeliest(said, found.outcome, found.vote)
    if outcome == found.outcome:
        return found
    return replace(found, outcome=outcome, rule=f"acts.{outcome}")


def likely_outcome(text: str, said: Mapping[Act, float]) -> Outcome:
    """What became of the action of which `text` may tell, by the rules' words and the model together."""
    rule = _outcome(text, text, None)
    if rule is None:
        return _likeliest(said)
    return _likeliest(said, rule.data["outcome"], rule.data.get("vote", VOTE))


def _likeliest(
    said: Mapping[Act, float], ruled: Outcome | None = None, vote: float = 0.0
) -> Outcome:
    return max(_USUAL, key=lambda each: log(said[each] + _USUAL[each]) + vote * (each == ruled))


def _more(
    held: Statement, view: View, said: Mapping[Act, float], *, standing: bool, own: bool
) -> Statement | None:
    """What `view` adds to the statement before it, or None where it is on another matter. `own`: it is of the same point."""
    if not (standing or held.open):
        return None
    if _has("remains", view.text):
        return Statement((*held.views, view), "in_progress", LEFT_OVER)
    same = own or is_on_the_same(held, view.text)
    same = same or (not standing and tells_of(held, view.text))
    if not same or (held.open and _has("back", view.text)):
        return None
    told = _read(view, held.views, standing=True)
    if told is not None:
        return told if told.open or len(view.text) < _SHORTEST else _weighed(told, said)
    if not standing or following(said) <= _CLAIM_STANDING:
        return None
    likely = likely_outcome(view.text, said)
    return Statement((*held.views, view), likely, f"acts.{likely}")


def _read(view: View, lead: tuple[View, ...], *, standing: bool) -> Statement | None:
    """The statement that a sentence makes, or None where it is no follow-up.

    `lead` are the sentences before it on the same matter.
    """
    text = " ".join(each.text for each in (*lead, view))
    back = next((rule for rule in _back(text) if _applies(rule, text)), None)
    if back is None and not standing and not _is_late(view.text):
        return None
    outcome = _outcome(view.text, text, back)
    weak = back is None or bool(back.data.get("weak"))
    if outcome is None and back is None:
        return None
    if _has("elsewhere", text) or (weak and _has("formality", text)):
        return None
    if weak and _has("condition", text):
        return None
    if _has("new", text) and (outcome is None or outcome.data["outcome"] != "dropped"):
        return None
    views = (*lead, view)
    if outcome is not None:
        vote = outcome.data.get("vote", VOTE)
        return Statement(views, outcome.data["outcome"], outcome.id, vote=vote)
    rule = back.id if back is not None else ""
    return Statement(
        views, "mentioned", rule, open=True, sure=standing or not weak, vote=_VOTE_OPEN
    )


def _outcome(told: str, whole: str, back: Rule | None) -> Rule | None:
    """The rule that says how it came out; words that only point back ("som hon lovade") do not."""
    own = None if back is None or back.data.get("tells") else back.regex.search(told)
    for rule in possible("follow_ups", whole, "outcome"):
        if rule.data.get("back") and back is None:
            continue
        anywhere = rule.data.get("whole")
        if anywhere or own is None:
            if _applies(rule, whole if anywhere else told):
                return rule
        elif any(
            match.start() < own.start() or own.end() < match.end()
            for match in rule.regex.finditer(told)
        ):
            return rule
    return None


def _applies(rule: Rule, text: str) -> bool:
    return rule.regex.search(text) is not None


def _has(kind: str, text: str) -> bool:
    return says("follow_ups", text, kind)


def _is_late(text: str) -> bool:
    """Whether it tells of something late; so do some outcomes."""
    return any(
        rule.data.get("late") and _applies(rule, text)
        for rule in possible("follow_ups", text, "outcome")
    )


def _is_of_point(view: View, sentences: Sequence[View]) -> bool:
    """Whether a sentence of a short point goes on about its one matter: it points to no other and opens with none."""
    word = view.text.split()[0].rstrip(",:")
    named = is_first_name(word) or is_first_name(word.removesuffix("s"))
    return (
        len(sentences) <= _SHORT_POINT
        and not named
        and not _ANOTHER.match(view.text)
        and not _points_back(view)
    )


def _points_back(view: View) -> bool:
    return any(_applies(rule, view.text) for rule in _back(view.text))


def _back(text: str) -> Sequence[Rule]:
    """What may point back in `text`, entries of logs too; what does so by itself stands first."""
    found = (*possible("follow_ups", text, "back"), *possible("follow_ups", text, "logged"))
    return sorted(found, key=lambda rule: bool(rule.data.get("weak"))) if found else found
