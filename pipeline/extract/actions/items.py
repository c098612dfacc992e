"""The actions of each item, sentence by sentence.

Forms handled: "Beslut:" with a sentence, with "att" clauses or with points under it; "<Rådets>
beslut" as a heading; "beslutar att"; "får i uppdrag att", "uppdrar åt X att"; "X ska ..."; "ska" with
the passive; a doer with the present tense ("Kaj kontaktar"), also inverted; proposals; formalities,
several in one sentence; action tables; minutes that are a table (noted.py); who answers and by when beside a row; "Ansvarig: X" and "Klart v. 12" after the task. Under a title for
what is to be done whoever does something has undertaken it. Notes without items are read as one, and what
is told before the first of them; a title may state a formality (titled.py). Reports, routine, purposes and other bodies' decisions are none. What is proposed and then decided in the same
item is one record, the decision.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.evidence import Evidence
from models.meeting import Action, ActionKind, Attendee, NextMeeting
from models.segmented import MeetingPart, Paragraph, SectionPart, Sentence
from models.view import View
from pipeline.acts import Judge, acts
from pipeline.dates import dates
from pipeline.extract.actions.completed import completes
from pipeline.extract.actions.deadlines import Days, Deadline, deadline
from pipeline.extract.actions.found import Context, Found
from pipeline.extract.actions.judged import judged
from pipeline.extract.actions.kinds import as_worded
from pipeline.extract.actions.leads import declared_above, is_agreed, without_lead
from pipeline.extract.actions.margins import Beside, beside, is_deed
from pipeline.extract.actions.noted import noted
from pipeline.extract.actions.parted import (
    PROPOSING,
    decides_elsewhere,
    is_aside,
    with_rejected,
    without_told,
)
from pipeline.extract.actions.pronouns import subject, with_owner
from pipeline.extract.actions.proposed import is_rejected, is_taken, taken_there, without_decided
from pipeline.extract.actions.resolve import forms, initials, resolve
from pipeline.extract.actions.rows import TableRow
from pipeline.extract.actions.sentences import Stance, actions_in
from pipeline.extract.actions.tables import table_rows
from pipeline.extract.actions.tasks import is_task_heading, task_line
from pipeline.extract.actions.titled import stated_in_title
from pipeline.extract.actions.told_lines import is_standing, new_by_line, told_by_line
from pipeline.extract.running_text import before_items
from pipeline.names import is_first_name
from pipeline.vocabulary import pattern, rule_for, rules, says
from pipeline.wording import Setting

_DECISION = re.compile(r"\bbeslut(?:ar|ade|et|ades|as)?\b(?!sunderlag)", re.I)
_NO_DECISION = re.compile(r"\b(?:förslag|tidigare|uppföljning|föregående)\b", re.I)
_PROPOSAL = re.compile(r"\bförslag\b|\byrkande", re.I)
_LABEL = re.compile(
    r"^(?P<lead>(?:[A-ZÅÄÖ][\wåäö-]*\s)?(?:beslut|åtgärd|uppdrag"
    r"|förslag(?:\still\s(?:beslut|yttrande|svar|remissvar|skrivelse|uttalande))?))"
    r"\s?[:–]\s*",
    re.I,
)
_LABELLED = 0.9  # confidence of what a rule finds under a label that decides
_POINT = 0.95  # the same, of a point of it
_NUMBER = re.compile(r"\d{1,2}[.)]?\s?")
_NAME_AND_VERB = re.compile(r"[A-ZÅÄÖ][a-zåäö]+a\s(?:ska|skall|har|[a-zåäö]+(?:r|de|te|og|ck))\s")
_VALIDITY = re.compile(r"t\.?\s?o\.?\s?m\b|till\soch\smed|fr\.?\s?o\.?\s?m\b|från\soch\smed", re.I)


def actions(
    meeting: MeetingPart,
    attendees: Sequence[Attendee],
    held: date | None,
    following: NextMeeting | None,
    judge: Judge = acts,
    *,
    called: bool = False,
) -> tuple[Action, ...]:
    """The actions of `meeting` in order, by the rules and by what `judge` says of its sentences.

    Deadlines count from `held` and the `following` meeting. `called`: it is a summons.
    """
    persons = frozenset(
        form for each in attendees for word in each.name.split() for form in forms(word.lower())
    )
    persons |= {short for each in attendees if len(short := initials(each.name)) > 1}
    bodies = frozenset(each.organisation.lower() for each in attendees if each.organisation)
    after = following.meeting_date if following is not None else None
    context = Context(Days(held, after, called=called), persons, persons | bodies)
    before = _table_actions(table_rows(meeting.preamble, context.names, headed=True), context)
    return (
        *(_record(meeting, None, found, attendees) for found in before),
        *(
            _record(meeting, None, found, attendees)
            for section in before_items(meeting)
            for found in _settled(section, context, judge)
            if not found.rule.startswith("acts.")
        ),
        *(
            _record(meeting, section.ordinal, found, attendees)
            for section in meeting.sections
            for found in _settled(section, context, judge)
        ),
    )


def _settled(section: SectionPart, context: Context, judge: Judge) -> list[Found]:
    """The actions of an item, without the proposals that it decides."""
    return without_decided(with_rejected(list(_section(section, context, judge)), section))


def _section(section: SectionPart, context: Context, judge: Judge) -> Iterator[Found]:
    title = section.title.text if section.title is not None else ""
    tables = table_rows(section.paragraphs, context.names, section.title)
    found: list[Found] = []
    if not context.days.called:
        found.extend(stated_in_title(section))
    decided = recited = False
    agreed = any(rule.regex.fullmatch(title.strip(" :")) for rule in rules("decision_titles"))
    for index, paragraph in enumerate(section.paragraphs):
        text = paragraph.view.text
        label = _LABEL.match(text)
        continued = decided and text[:4].lower() == "att " and paragraph.lead is None
        decided = continued or (label is not None and _stance(label["lead"]) == "decided")
        if continued:
            paragraph = replace(paragraph, lead="Beslut")
        if index in tables or paragraph.kind == "heading":
            found.extend(declared_above(paragraph))
            continue
        if is_aside(paragraph, section):
            continue
        paragraph, decides = without_lead(paragraph)
        if not paragraph.sentences:
            decided = decided or decides
            continue
        if recited and paragraph.kind == "item":
            continue
        recited = text.endswith(":") and says("not_actions", text, "recites")
        margin = beside(paragraph, context.persons)
        told = _told_alone(paragraph, margin.told) if margin is not None else paragraph
        left, new = _left_to_do(told, title)
        if left is None:
            continue
        into: list[Found] = [] if margin is not None else found
        count = len(into)
        named = agreed and not paragraph.lead and not _of_decisions(title)
        announced = new or named or is_task_heading(paragraph.lead or title)
        changes = agreed != context.announced and not paragraph.lead
        within = replace(context, announced=agreed) if changes else context
        _paragraph(left, title, within, judge, into, announced=announced)
        if decides_elsewhere(paragraph, section):
            into[count:] = without_told(into[count:])
        decided = decided or decides
        if new and len(into) == count:
            due = deadline(left.view.text, context.days)
            into.append(Found("assignment", left.view, "action.new_line", None, due, left.view))
        if margin is not None:
            found.extend(_answered(into, margin, context))
    yield from noted(section, found, context)
    yield from _table_actions(tables, context)


def _table_actions(tables: Mapping[int, Sequence[TableRow]], context: Context) -> Iterator[Found]:
    """The tasks that tables give, and not those of which they tell what became."""
    for rows in tables.values():
        for row in rows:
            if _is_to_do(row):
                yield _table_action(row, context)


def _is_to_do(row: TableRow) -> bool:
    """Whether a row gives a task, and does not tell what became of one."""
    if row.told is not None or (row.status is not None and row.status.outcome is not None):
        return False
    return not pattern("action_words", "status").search(row.task.text)


def _left_to_do(paragraph: Paragraph, title: str) -> tuple[Paragraph | None, bool]:
    """A paragraph without the task of which it tells what became, and whether it says that its task is new."""
    place = Setting(title, paragraph.lead or "", listed=paragraph.kind == "item")
    standing = any(map(is_standing, (title, place.lead)))
    views = [each.view for each in paragraph.sentences]
    if (told := told_by_line(views, place, standing=standing)) is not None:
        left = paragraph.sentences[len(told.views) :]
        return (replace(paragraph, view=left[0].view, sentences=left) if left else None), False
    if len(views) == 1 and (task := new_by_line(views[0], place, standing=standing)) is not None:
        return replace(paragraph, view=task, sentences=(Sentence(task),)), True
    return paragraph, False


def _told_alone(paragraph: Paragraph, told: View) -> Paragraph:
    """A row without what stands beside its text."""
    end = told.offsets[-1]
    kept = tuple(each for each in paragraph.sentences if each.view.offsets[-1] <= end)
    return replace(paragraph, view=told, cells=(told,), sentences=kept)


def _answered(own: Sequence[Found], margin: Beside, context: Context) -> Iterator[Found]:
    """The actions of a row's text with whom and when stand beside it; the row itself where they make a task of it."""
    due = None if margin.due is None else deadline(margin.due.text, context.days, cell=True)
    if is_deed(margin.told.text) or (not own and due is not None):
        view = margin.told if due is None else margin.due
        due = due or deadline(margin.told.text, context.days)
        yield Found("assignment", margin.told, "action.beside", margin.owner, due, view, 0.85)
        return
    if any(each.owner is not None for each in own):
        yield from own  # the row's text says itself whom each falls on
        return
    for each in own:
        if each.kind in {"formality", "proposal"}:
            yield each
            continue
        if each.owner is None:
            each = replace(each, owner=margin.owner, kind="assignment")
        yield replace(each, due=due, due_view=margin.due) if each.due is None else each


def _paragraph(
    paragraph: Paragraph,
    title: str,
    context: Context,
    judge: Judge,
    found: list[Found],
    *,
    announced: bool,
) -> None:
    """Add the paragraph's actions to `found`; a bare owner or deadline goes to the last one."""
    stance = _stance_of(paragraph, title)
    task = _task(paragraph, context, announced=announced) if stance != "proposed" else None
    if task is not None:
        found.append(task)
        return
    setting = Setting(title, paragraph.lead or "", listed=paragraph.kind == "item")
    days = context.days
    told = _told(title, days)
    last: Found | None = None
    meant: View | None = None
    numbered = False  # a label holds for all the points behind it
    for sentence in paragraph.sentences:
        view = sentence.view
        said = judge(view.text, setting)
        told = _told(setting.before, days) or told
        worded = " dess" in view.text and _tells_words(setting.before, days)
        context = _knowing(context, told, worded=worded, meant=meant is not None)
        setting = setting.after(view.text)
        if found and completes(view, found, context):
            continue
        label = _LABEL.match(view.text)
        if label is not None:
            stance = _stance(label["lead"])
            numbered = _NUMBER.fullmatch(view.text, label.end()) is not None
            if numbered:
                continue
        by_rule = _sure(
            [
                each
                for each in actions_in(view, label.end() if label else 0, stance, context)
                if each.due is not None or not says("follow_ups", view.text, "opens")
            ],
            point=stance == "decided" and setting.listed,
        )
        stated = list(judged(by_rule, view, said, context))
        if stance != "decided":
            stated = [taken_there(as_worded(each, view.text, last), view.text) for each in stated]
        if label is None and last and last.kind == "proposal" and is_taken(view.text):
            stated, found[-1] = [], replace(found[-1], kind="decision")
        found.extend(with_owner(each, meant, context.persons) for each in stated)
        if not stated and last and last.kind == "proposal" and is_rejected(view.text):
            found[-1] = replace(found[-1], rejected=True)
        last = stated[-1] if stated else None
        meant = subject(view, meant, context.persons)
        if paragraph.kind == "body" and not numbered:
            stance = _then(stance, stated)


def _sure(found: Sequence[Found], *, point: bool) -> Sequence[Found]:
    """`found`, surer where it is a `point` under "Beslut", which is decided however much it sounds like routine."""
    return [
        replace(each, confidence=_POINT) if point and each.confidence >= _LABELLED else each
        for each in found
    ]


def _knowing(context: Context, told: date | None, *, worded: bool, meant: bool) -> Context:
    """The context with what the sentences before tell: a day or time to come, and somebody whom "hon" may mean."""
    if (told, worded) != (context.days.told, context.days.worded):
        context = replace(context, days=replace(context.days, told=told, worded=worded))
    return context if context.known == meant else replace(context, known=meant)


def _then(stance: Stance, stated: Sequence[Found]) -> Stance:
    """How a paragraph goes on behind a sentence in which `stated` was found.

    What follows "Beslut: Protokollet läggs till handlingarna." is told as in any paragraph.
    """
    if stance == "decided":
        filed = stated and all(each.kind == "formality" for each in stated)
        return "open" if filed else "after"
    return "open" if stance == "proposed" else stance


def _task(paragraph: Paragraph, context: Context, *, announced: bool) -> Found | None:
    """The paragraph as one line of a list of tasks, if it is one."""
    view = paragraph.view
    listed = paragraph.kind == "item"
    task = task_line(view, listed=listed, announced=announced, names=context.names)
    if task is None:
        return None
    if task.owner is None and _NAME_AND_VERB.match(view.text):
        first = view.text.split()[0]
        if first.lower() in context.persons or is_first_name(first):
            return None  # "Ulrika ska mäta" opens with no infinitive
    due = deadline(view.text, context.days)
    return Found("assignment", view, "action.task_line", task.owner, due, view, 0.85)


def _told(text: str, days: Days) -> date | None:
    """The last day to come that `text` tells of."""
    if not (mentions := dates(text)):
        return None
    found = [mention.resolve(days.held) for mention in mentions]
    return next((day for day in reversed(found) if day and days.held and day > days.held), None)


def _tells_words(text: str, days: Days) -> bool:
    """Whether `text` tells a time in words that give no day."""
    found = deadline(text, days)
    return found is not None and found.words is not None


def _of_decisions(title: str) -> bool:
    """Whether an item of that title holds decisions and nothing else."""
    return rule_for("decision_titles", "decided").regex.fullmatch(title.strip(" :")) is not None


def _stance_of(paragraph: Paragraph, title: str) -> Stance:
    """How a paragraph begins, by the words, the part and the title that it stands under."""
    if not paragraph.lead and _of_decisions(title):
        return "after"
    stance = _stance(paragraph.lead or "")
    if stance == "open" and paragraph.part in PROPOSING:
        return "proposed"
    return "decided" if stance == "open" and is_agreed(paragraph) else stance


def _stance(lead: str) -> Stance:
    if lead.lower().startswith("uppdrag"):
        return "decided"
    if _DECISION.search(lead) and not _NO_DECISION.search(lead):
        return "decided"
    return "proposed" if _PROPOSAL.search(lead) else "open"


def _table_action(row: TableRow, context: Context) -> Found:
    due: Deadline | None = None
    if row.due is not None and not _VALIDITY.match(row.due.text):
        due = deadline(row.due.text, context.days, cell=True) or Deadline(
            0, len(row.due.text), None, row.due.text, "due.cell"
        )
    kind: ActionKind = "decision" if row.decided else "assignment"
    new = row.status is not None and row.status.word == "new"
    rule = "action.new_row" if new else "action.table"
    return Found(kind, row.task, rule, row.owner, due, row.due, 0.9)


def _record(
    meeting: MeetingPart, section: int | None, found: Found, attendees: Sequence[Attendee]
) -> Action:
    evidence: list[Evidence] = []

    def prove(field: str, view: View, rule: str, confidence: float = 1.0) -> None:
        evidence.extend(meeting.evidence(field, view.span(0, len(view.text)), rule, confidence))

    prove("text", found.view, found.rule, found.confidence)
    owner = found.owner.text.strip() if found.owner is not None else None
    if found.owner is not None and owner:
        prove("owner", found.owner, found.rule)
    due = found.due if found.kind != "formality" else None
    if due is not None and found.due_view is not None:
        field = "due" if due.due is not None else "due_text"
        prove(field, found.due_view.part(due.start, due.end), due.rule)
    return Action(
        kind=found.kind,
        section=section,
        text=found.view.text,
        owner=owner or None,
        owner_person=resolve(found.meant.text if found.meant else owner, attendees)
        if owner
        else None,
        due=due.due if due else None,
        due_text=due.words if due else None,
        evidence=tuple(evidence),
    )
