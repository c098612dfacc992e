"""The actions of each item, sentence by sentence.

Forms handled: "Beslut:" with a sentence, with "att" clauses or with points under it; "<Rådets>
beslut" as a heading; "beslutar att"; "får i uppdrag att", "uppdrar åt X att"; "X ska ..."; "ska" with
the passive; a doer with the present tense ("Kaj kontaktar"), also inverted; proposals; formalities,
several in one sentence; action tables. Reports, routine, purposes and other bodies' decisions are
none. What is proposed and then decided in the same item is one record, the decision.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.evidence import Evidence
from models.meeting import Action, ActionKind, Attendee, NextMeeting
from models.segmented import MeetingPart, Paragraph, SectionPart
from models.view import View
from pipeline.extract.actions.deadlines import Deadline, deadline
from pipeline.extract.actions.owners import doer_after, doer_before, is_doer, resolve
from pipeline.extract.actions.tables import TableRow, table_rows
from pipeline.vocabulary import Rule, rules

_DECISION_LEAD = re.compile(r"\bbeslut(?:ar|ade|et|ades|as)?\b(?!sunderlag)", re.I)
_PROPOSAL_LEAD = re.compile(r"\bförslag\b|\byrkande", re.I)
_INLINE_LEAD = re.compile(
    r"^(?P<lead>(?:[A-ZÅÄÖ][\wåäö-]*\s)?(?:beslut|åtgärd|förslag(?:\still\sbeslut)?|uppdrag))\s?:\s*",
    re.I,
)
_ATT = re.compile(r"(?:,\s|;\s|\s(?:och|samt)\s)(?=att\s)")
_FOLLOWS_PROPOSAL = re.compile(
    r"\benligt\s(?:\w+\s)?förslag|\bförslaget\b|\bbif[aö]ll|\bi enlighet med förslag", re.I
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An action before its owner is resolved. Offsets are those of `view`."""

    kind: ActionKind
    view: View
    rule: str
    owner: View | None
    due: Deadline | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Context:
    held: date | None
    following: NextMeeting | None


def actions(
    meeting: MeetingPart,
    attendees: Sequence[Attendee],
    held: date | None,
    following: NextMeeting | None,
) -> tuple[Action, ...]:
    """The actions of `meeting` in order. Deadlines count from `held` and the `following` meeting."""
    context = _Context(held, following)
    records = []
    for section in meeting.sections:
        for found in _without_decided(list(_section(section, context))):
            records.append(_record(meeting, section, found, attendees))
    return tuple(records)


def _section(section: SectionPart, context: _Context) -> Iterator[_Found]:
    rows, taken = table_rows(section.paragraphs)
    title = section.title.text if section.title is not None else ""
    for index, paragraph in enumerate(section.paragraphs):
        if index in taken or paragraph.kind == "heading":
            continue
        yield from _paragraph(paragraph, title, context)
    for row in rows:
        yield _table_action(row, context)


def _table_action(row: TableRow, context: _Context) -> _Found:
    due = None
    if row.due is not None:
        found = deadline(row.due.text, context.held, context.following, cell=True)
        due = found or Deadline(0, len(row.due.text), None, row.due.text, "due.cell")
        stretched = View(
            f"{row.task.text} {row.due.text}",
            (*row.task.offsets, row.task.offsets[-1], *row.due.offsets),
        )
        shift = len(row.task.text) + 1
        due = replace(due, start=due.start + shift, end=due.end + shift)
        return _Found(
            "assignment",
            stretched.part(0, len(row.task.text)),
            "action.table",
            row.owner,
            replace(due, start=-1),
            0.9,
        )
    return _Found("assignment", row.task, "action.table", row.owner, None, 0.9)


def _paragraph(paragraph: Paragraph, title: str, context: _Context) -> Iterator[_Found]:
    lead = paragraph.lead or ""
    for order, sentence in enumerate(paragraph.sentences):
        view = sentence.view
        inline = _INLINE_LEAD.match(view.text)
        if inline is not None:
            lead = inline["lead"]
            deciding = _is_deciding(lead)
            yield from _sentence(
                view,
                inline.end(),
                deciding,
                _PROPOSAL_LEAD.search(lead) is not None and not deciding,
                context,
            )
            continue
        inside = bool(lead) and (order == 0 or paragraph.kind != "body" or _is_deciding(lead))
        deciding = inside and _is_deciding(lead)
        proposing = (
            inside
            and bool(_PROPOSAL_LEAD.search(lead))
            and not re.search(
                r"\bbeslut\w*\s*$", re.sub(r"förslag till beslut", "", lead, flags=re.I), re.I
            )
        )
        yield from _sentence(view, 0, deciding and not proposing, proposing, context)
        if _is_decided_title(title):
            continue


def _is_deciding(lead: str) -> bool:
    return bool(_DECISION_LEAD.search(lead)) and not re.search(
        r"\bförslag\b|\btidigare\b|\buppföljning\b|\bföregående\b", lead, re.I
    )


def _is_decided_title(title: str) -> bool:
    return bool(re.match(r"beslutade insatser|beslut\b", title, re.I))


def _sentence(
    view: View, start: int, deciding: bool, proposing: bool, context: _Context
) -> Iterator[_Found]:
    formal = list(_formalities(view))
    if formal:
        yield from formal
        return
    text = view.text
    if not deciding and _is_no_action(text):
        return
    for piece_start, piece_end in _clauses(text, start, deciding):
        piece = view.part(piece_start, piece_end)
        offset = start if piece_start == 0 else 0
        found = _clause(piece, offset, deciding, context)
        if found is None:
            continue
        if proposing and found.kind in {"decision", "assignment"}:
            found = replace(found, kind="proposal", owner=None)
        yield found


def _is_no_action(text: str) -> bool:
    return any(rule.regex.search(text) for rule in rules("not_actions"))


def _formalities(view: View) -> Iterator[_Found]:
    matches = []
    for rule in rules("formalities"):
        for match in rule.regex.finditer(view.text):
            if not any(match.start() < end and start < match.end() for start, end, _ in matches):
                matches.append((match.start(), match.end(), rule))
    matches.sort(key=lambda each: each[0])
    for start, end, rule in matches:
        whole = len(matches) == 1 and end - start > 0.45 * len(view.text)
        part = (
            view
            if whole
            else view.part(
                start + len(view.text[start:end]) - len(view.text[start:end].lstrip(" ,")), end
            )
        )
        yield _Found("formality", part, rule.id, None, None, 0.95)


def _clauses(text: str, start: int, deciding: bool) -> list[tuple[int, int]]:
    """Where the sentence's parts stand that each state an action of their own.

    Split at "att ... samt att ..." after a deciding verb, and where another doer takes up a verb.
    """
    cuts = {0, len(text)}
    if deciding or re.search(r"\bbeslut(?:ar|ade)\b|\buppdrag\b", text):
        cuts |= {match.end() for match in _ATT.finditer(text)}
    doing = _rule("action.does")
    shall = _rule("action.shall_do")
    doers = []
    for rule in (doing, shall):
        for match in rule.regex.finditer(text):
            if (doer := doer_before(text, match.start())) is not None:
                doers.append((doer[0], text[slice(*doer)]))
    doers.sort()
    for (at, name), (_, before) in zip(doers[1:], doers, strict=False):
        if name != before and re.search(r"(?:,|;|\boch|\bsamt|\bmedan)\s*$", text[:at]):
            cuts.add(at)
    edges = sorted(cuts)
    pieces = []
    for a, b in zip(edges, edges[1:], strict=False):
        end = (
            len(re.sub(r"(?:,|;|\s(?:och|samt|medan))\s*$", "", text[a:b])) + a
            if b < len(text)
            else b
        )
        pieces.append((a, max(end, a + 1)))
    return pieces


def _rule(rule_id: str) -> Rule:
    return next(rule for rule in rules("actions") if rule.id == rule_id)


def _clause(view: View, start: int, deciding: bool, context: _Context) -> _Found | None:
    text = view.text
    for rule in rules("actions"):
        if rule.data.get("lead") == "decision" and not (
            deciding or re.search(r"\b(?:beslut|enades|bestämde|överens)", text, re.I)
        ):
            continue
        if rule.id in {"action.led_passive", "action.infinitive"} and not deciding:
            continue
        for match in rule.regex.finditer(text, start if rule.data["doer"] != "group" else 0):
            owner = _doer(view, rule, match)
            if rule.data.get("needs_doer") and owner is None:
                continue
            kind: ActionKind = rule.data["kind"]
            if kind == "decision" and owner is not None and rule.id != "action.led_passive":
                kind = "assignment"
            if kind == "commitment" and deciding:
                kind = "assignment"
            if kind == "proposal":
                owner = None
            due = deadline(text, context.held, context.following)
            return _Found(kind, view, rule.id, owner, due, 0.9 if deciding else 0.8)
    if deciding and len(text) > 12 and _looks_decided(text):
        return _Found(
            "decision",
            view,
            "action.lead",
            None,
            deadline(text, context.held, context.following),
            0.7,
        )
    return None


def _looks_decided(text: str) -> bool:
    """Under "Beslut" what remains is a decision, unless it is a bare past report."""
    return not _is_no_action(text) or bool(re.match(r"att\s", text, re.I))


def _doer(view: View, rule: Rule, match: re.Match[str]) -> View | None:
    text = view.text
    if rule.data["doer"] == "group":
        start, end = match.span("doer")
        if together := re.search(
            r"\s(?:tillsammans|i samverkan|i samråd|ihop)\s?(?:med)\s", text[start:end]
        ):
            end = start + together.start()
        return (
            view.part(start, end)
            if is_doer(text[start:end])
            or (len(text[start:end].split()) <= 4 and not rule.data.get("needs_doer"))
            else None
        )
    if rule.data["doer"] == "before":
        if (span := doer_before(text, match.start())) is not None:
            return view.part(*span)
        if rule.id in {"action.does", "action.shall_do", "action.given", "action.undertakes"}:
            verb = re.match(r"\S+", match.group())
            after = match.start() + (verb.end() if verb else 0)
            if match.start() > 0 and (span := doer_after(text, after)) is not None:
                return view.part(*span)
    if rule.data["doer"] == "agent":
        if (
            (
                agent := re.search(
                    r"\bav\s(?P<doer>[^.;,]{2,40}?)(?=[.,;]|\s(?:till|senast|före|innan|under|i\s|inför)|$)",
                    text[match.end() :],
                )
            )
            and is_doer(agent["doer"])
            and agent["doer"][0].isupper()
        ):
            return view.part(match.end() + agent.start("doer"), match.end() + agent.end("doer"))
    return None


def _without_decided(found: list[_Found]) -> list[_Found]:
    """Drop a proposal that the same item decides: by its words or "enligt förslaget"."""
    kept: list[_Found] = []
    for index, each in enumerate(found):
        if each.kind == "proposal" and any(
            _decides(later, each)
            for later in found[index + 1 :]
            if later.kind in {"decision", "assignment"}
        ):
            continue
        kept.append(each)
    return kept


def _decides(decision: _Found, proposal: _Found) -> bool:
    if _FOLLOWS_PROPOSAL.search(decision.view.text):
        return True
    ours, theirs = _content(decision.view.text), _content(proposal.view.text)
    return len(ours & theirs) >= 0.5 * min(len(ours), len(theirs)) > 0


def _content(text: str) -> set[str]:
    return {
        word[:6]
        for word in re.findall(r"[a-zåäö]{5,}", text.lower())
        if not word.startswith(("besluta", "föreslå", "uppdrag", "förslag", "rådet"))
    }


def _record(
    meeting: MeetingPart, section: SectionPart, found: _Found, attendees: Sequence[Attendee]
) -> Action:
    evidence: list[Evidence] = list(
        meeting.evidence(
            "text", found.view.span(0, len(found.view.text)), found.rule, found.confidence
        )
    )
    owner = found.owner.text.strip() if found.owner is not None else None
    if found.owner is not None and owner:
        evidence.extend(
            meeting.evidence("owner", found.owner.span(0, len(found.owner.text)), found.rule)
        )
    due = found.due if found.kind != "formality" else None
    if due is not None and 0 <= due.start < due.end <= len(found.view.text):
        name = "due" if due.due is not None else "due_text"
        evidence.extend(meeting.evidence(name, found.view.span(due.start, due.end), due.rule))
    return Action(
        kind=found.kind,
        section=section.ordinal,
        text=found.view.text,
        owner=owner,
        owner_person=resolve(owner, attendees) if owner else None,
        due=due.due if due else None,
        due_text=due.words if due else None,
        evidence=tuple(evidence),
    )
