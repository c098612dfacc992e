"""Tasks of minutes that are a table, with who answers for them and by when in columns of their own.

Forms handled: a task in a column for tasks ("Beslut/åtgärd"), or on a line of its own that opens with its verb:
"Byta lamporna", "Bokar lokal". The first of those named falls to the first task where they are as many; one to all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from models.segmented import Paragraph, SectionPart
from models.view import View
from pipeline.extract.actions.deadlines import deadline
from pipeline.extract.actions.found import Context, Found
from pipeline.extract.actions.margins import is_deed
from pipeline.extract.actions.sentences import actions_in
from pipeline.extract.actions.tasks import is_task_heading

_RULE = "action.noted"
_WORK = re.compile(r"\bförslag\b")  # to write one is a task and proposes nothing


def noted(section: SectionPart, found: Sequence[Found], context: Context) -> list[Found]:
    """`found` with the tasks of the section's columns, each with whom and when stand beside it."""
    if not section.owners and not section.dues:
        return list(found)
    tasks = [
        task
        for paragraph in section.paragraphs
        for task in _tasks(paragraph, section.owners[:1], found, context)
    ]
    owners = _dealt(section.owners, len(tasks))
    dues = _dealt(section.dues, len(tasks))
    settled = [
        _with(task, owner, due, context)
        for task, owner, due in zip(tasks, owners, dues, strict=True)
    ]
    rest = [each for each in found if not any(_inside(each.view, task.view) for task in tasks)]
    if not tasks:
        rest = _given(rest, section, context)
    return sorted([*rest, *settled], key=lambda each: each.view.offsets[0])


def _tasks(
    paragraph: Paragraph, owners: Sequence[View], found: Sequence[Found], context: Context
) -> Iterator[Found]:
    """The paragraph as one task, where its column is for tasks, or those of its sentences that are."""
    if paragraph.kind == "heading":
        return
    if owners and paragraph.lead is not None and is_task_heading(paragraph.lead):
        if not _settled(paragraph.view, found):
            yield Found("assignment", paragraph.view, _RULE, confidence=0.85)
        return
    for sentence in paragraph.sentences:
        view = sentence.view
        if view.text.endswith("?") or _settled(view, found):
            continue
        if is_deed(view.text):
            yield Found("assignment", view, _RULE, confidence=0.85)
        elif owners and _opens_with_its_verb(view, context):
            yield Found("commitment", view, _RULE, confidence=0.8)


def _settled(view: View, found: Sequence[Found]) -> bool:
    return any(each.kind == "formality" and _inside(each.view, view) for each in found)


def _opens_with_its_verb(view: View, context: Context) -> bool:
    """Whether nothing but its doer lacks for a task: "Bokar lokal" is one of whoever stands beside it."""
    doer = "Vi "
    text = f"{doer}{view.text[0].lower()}{_WORK.sub('underlag', view.text[1:])}"
    offsets = (
        *repeat(view.offsets[0], len(doer)),
        *view.offsets,
        *repeat(view.offsets[-1], len(text)),
    )[: len(text)]
    told = actions_in(View(text, offsets), 0, "open", context)
    return any(
        each.kind in {"commitment", "assignment"}
        and each.owner is not None
        and each.owner.text == doer.strip()
        for each in told
    )


def _dealt(cells: Sequence[View], tasks: int) -> list[View | None]:
    """One cell for each task: in their order where they are as many, one alone for all; else none."""
    if len(cells) == 1:
        return [*repeat(cells[0], tasks)]
    return [*cells] if len(cells) == tasks else [None] * tasks


def _with(task: Found, owner: View | None, due: View | None, context: Context) -> Found:
    stated = deadline(due.text, context.days, cell=True) if due is not None else None
    own = None if stated is not None else deadline(task.view.text, context.days)
    if own is not None:
        return replace(task, owner=owner, due=own, due_view=task.view)
    return replace(task, owner=owner, due=stated, due_view=due)


def _given(found: Sequence[Found], section: SectionPart, context: Context) -> list[Found]:
    """`found` where the one task without a doer, of one of them, is that of who stands beside it."""
    open_ = [each for each in found if each.kind in {"assignment", "commitment"}]
    if len(open_) != 1 or open_[0].owner is not None or len(section.owners) != 1:
        return list(found)
    due = section.dues[0] if len(section.dues) == 1 and open_[0].due is None else None
    given = _with(open_[0], section.owners[0], due, context)
    if due is None:
        given = replace(open_[0], owner=section.owners[0])
    return [given if each is open_[0] else each for each in found]


def _inside(view: View, other: View) -> bool:
    return other.offsets[0] <= view.offsets[0] and view.offsets[-1] <= other.offsets[-1]
