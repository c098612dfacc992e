"""One sentence -> its actions: formalities, or clauses with a cue and a doer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from models.meeting import ActionKind
from models.view import View
from pipeline.extract.actions.deadlines import Deadline, deadline
from pipeline.extract.actions.doers import is_crowd, is_doer, is_own_body, is_proper
from pipeline.extract.actions.found import Context, Found
from pipeline.extract.actions.owners import agent, doer_before, inverted_doer, trimmed
from pipeline.names import is_name
from pipeline.vocabulary import Rule, pattern, possible, rules
from pipeline.vocabulary.alternatives import compiled
from pipeline.vocabulary.openings import swift

# Under which words a sentence stands: "decided" right under "Beslut", "after" later in that
# paragraph, "proposed" under "Förslag", "open" elsewhere.
Stance = Literal["decided", "after", "proposed", "open"]

_ATT = swift(
    r"(?:,\s|;\s|\s(?:och|samt)\s)(?=att\s(?!(?:åter|av|del)?(?:redovisas|betalas|rapporteras|lämnas|presenteras|genomföras|utbetalas)\b))"
)  # not "i uppdrag att räkna lamporna, att redovisas i maj"
_DECIDES = compiled(
    r"\b(?:beslut(?:ar|ade|as|ades)|enades|bestämdes?|överens|uppdrag|hemställ(?:er|de|s))\b"
)
_DECIDED = compiled(r"\b(?:beslut(?:ar|ade|as|ades)|beslöts?|enades|bestämdes?|överens)\b")
_AND_ALSO = swift(r"(?:[,;]|\ssamt)\s$")
_PARTS = r"[,;]|\s(?:och|samt|medan)"
_PART_END = swift(_PARTS)
_CLAUSE_END = swift(rf"(?:{_PARTS})\s*$")
_TASKED = re.compile(
    r"^(?!.*\b(?:beslut(?:ar|ade|ades)|beslöts?|bestäm(?:mer|de|des))\b).*\b(?:i\suppdrag|uppdraget|i\suppgift|uppdrog\w*\såt\s[^.;,]{2,40})\satt\b",
    re.I,
)  # whose task goes on in the next "att"
_NOT_YET_TOLD = re.compile(
    r"\b(?:(?:i|med)\s(?:uppdrag|uppgift)|uppdra(?:r|s|ges)|uppdrog\w*|beslut(?:ar|ade|ades|at)|beslöts?)\b(?:(?!\batt\b)[^,])*,(?!.*(?<!\btrots\s)(?<!\bgenom\s)(?<!\befter\s)\batt\b)",
    re.I,
)  # "i uppdrag, tillsammans med klubben, att"
_MORE_TO_DO = re.compile(
    r"att\s(?:(?:sedan|också|även|därefter|i\sså\sfall)\s)?(?:[a-zåäö]+a|gå|se|ge|be|få|stå|ta)\s"
)
_REST = re.compile(r"\s?,?(?:\s?(?:och|samt))?\s?(?=att\s)")
_DEED = re.compile(r"att\s(?!(?:alla|båda|samtliga|\w+iska)\s)[a-zåäö]+a\s(?!(?:åt\s)?[A-ZÅÄÖ])")
_TO_DO = re.compile(r"(?:att|[a-zåäö]{2,}a|gå|se|ge|be|få|stå|ta)\s")
_AND = re.compile(r"\s(?:och|men)\s$")
_OPENS = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s(?!undra|fråga|föreslå|tyck|ansåg|anser|mena)(?:vill|fick|[a-zåäö]+(?:r|de|g|d))\s(?!att\s(?!få\b))"
)  # "Bo vill fråga klubben och återkommer"
_ANOTHER = re.compile(
    r"^(?!(?:om|när|medan|eftersom|innan|sedan|som|att|beslut\w*|för)\b)(?:[^\s,]+\s){2,}[^,;:]*,\s(?:och\s|men\s|så\s)?$",
    re.I,
)  # a main clause of three words or more before a comma
_TOGETHER = re.compile(r"\s(?:tillsammans|i samverkan|i samråd|ihop)\s?med\s")
_APART = re.compile(r"[\s.,:;()\"”/]+")
_NO_BRACKETS = str.maketrans("", "", "()")
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,4}\b")
_INITIAL = re.compile(r"(?<=\w)\s[A-ZÅÄÖ]\.?(?=\s|$)")  # "Jonas E"
_NAMES_APART = re.compile(r"\s(?:och|samt|&|\+)\s|,\s|\s|/")
_WHOLE = 2  # edges of a text that is not cut
_CONDITIONS = frozenset({"under_decision", "not_decided", "announced", "yields", "known", "lead", "needs_due", "attendee"})  # fmt: skip
_STATES = frozenset({"är", "har", "var", "hade", "finns", "fanns", "blev", "kan"})


def actions_in(view: View, start: int, stance: Stance, context: Context) -> Iterator[Found]:
    """The actions that `view` states. What stands before `start` is a label ("Beslut:")."""
    formalities = list(_formalities(view))
    if formalities:
        yield from formalities
        yield from _decided_besides(formalities[-1].view, view, context)
        return
    found: list[Found] = []
    held = stance
    for begin, end in _clauses(view.text, stance, context):
        text = view.text[begin:end]
        under = held if _AND_ALSO.search(view.text, 0, begin) else stance
        each = _clause(view.part(begin, end), start if begin == 0 else 0, under, context)
        if each is None or is_no_action(text, under):
            continue
        found.append(each)
        if stance == "open" and each.kind in {"decision", "assignment"} and _DECIDED.search(text):
            held = "decided"  # "rådet beslutar att A görs samt att B görs"
    if stance == "proposed" and not is_no_action(view.text, stance):
        found = [
            replace(each, kind="proposal", owner=each.owner if each.kind == "assignment" else None)
            for each in found
        ]
        if not found:
            due = deadline(view.text[start:], context.days)
            told = view.part(start, len(view.text))
            found = [Found("proposal", view, "action.proposed_lead", None, due, told)]
    yield from found


def _decided_besides(last: View, view: View, context: Context) -> Iterator[Found]:
    """What one decision settles behind its formality: "... att fastställa dagordningen att brevet ska stå med"."""
    if not _DECIDES.search(view.text):
        return
    end = view.index(last.offsets[-1]) + 1
    rest = _REST.match(view.text, end)
    if rest is not None:
        found = _clause(view.part(rest.end(), len(view.text)), 0, "after", context)
        if found is not None:
            yield found


@lru_cache(maxsize=64)
def is_no_action(text: str, stance: Stance) -> bool:
    """Whether the whole sentence reports, recalls or declines. Under "Beslut" only the last counts."""
    return any(
        rule.regex.search(text)
        for rule in possible("not_actions", text)
        if rule.data.get("everywhere")
        or (stance in {"open", "proposed"} and "scope" not in rule.data)
    )


@lru_cache(maxsize=64)
def first_excluded(text: str) -> int:
    """From where on a cue speaks of a purpose, a question or something earlier."""
    found = (
        rule.regex.search(text) for rule in possible("not_actions", text) if "scope" in rule.data
    )
    return min((match.start() for match in found if match), default=len(text))


def _formalities(view: View) -> Iterator[Found]:
    """Each formality; the whole sentence where it holds nothing else."""
    matches: list[tuple[int, int, Rule]] = []
    for rule in possible("formalities", view.text):
        for match in rule.regex.finditer(view.text):
            if not any(match.start() < end and start < match.end() for start, end, _ in matches):
                matches.append((match.start(), match.end(), rule))
    for start, end, rule in sorted(matches, key=lambda each: each[0]):
        text = view.text[start:end]
        start += len(text) - len(text.lstrip(" ,"))
        alone = len(matches) == 1 and len(text) > 0.45 * len(view.text)
        yield Found("formality", view if alone else view.part(start, end), rule.id, confidence=0.95)


def _clauses(text: str, stance: Stance, context: Context) -> list[tuple[int, int]]:
    """Where the sentence's parts stand that each state an action of their own.

    Split at "att ... samt att ..." after a deciding verb, not before the first "att" ("i uppdrag, med klubben, att"), where another doer takes up a verb, and where an
    attendee's deed follows upon what is no deed ("Räcket sitter löst, Bo skruvar fast det").
    """
    cuts = {0, len(text)}
    if stance == "decided" or _DECIDES.search(text):
        cuts |= {
            match.end()
            for match in _ATT.finditer(text)
            if not (
                (_MORE_TO_DO.match(text, match.end()) and _TASKED.match(text[: match.start()]))
                or _NOT_YET_TOLD.search(text[: match.start()])
            )
        }
    doers = _doers(text, context)
    if not doers and len(cuts) == _WHOLE:
        return [(0, len(text))]
    for (_, before), (at, name) in pairwise(doers):
        if name != before and _CLAUSE_END.search(text[:at]):
            cuts.add(at)
    if stance == "open":
        cuts |= {
            at
            for at, name in doers
            if _attends(name, context)
            and _ANOTHER.search(text[:at])
            and len(text[at + len(name) :].split()) > 1
        }
    return [
        (begin, begin + len(clause) if end < len(text) else end)
        for begin, end in pairwise(sorted(cuts))
        if (clause := _CLAUSE_END.sub("", text[begin:end])).strip()
    ]


def _doers(text: str, context: Context) -> list[tuple[int, str]]:
    """Where the doers of verbs stand that may state an action, and what they are called.

    Nobody is looked for where no such verb and no doer of it stands behind what may end a clause.
    """
    first = _PART_END.search(text)
    if first is None:
        return []
    dividing = [rule for rule in possible("actions", text) if rule.data.get("divides")]
    if not any(rule.regex.search(text, first.start() + 1) for rule in dividing):
        return []
    cues = [(rule, match.start()) for rule in dividing for match in rule.regex.finditer(text)]
    late = _doers_of([each for each in cues if each[1] > first.start()], text, context)
    if all(at <= first.start() for at, _ in late):
        return []
    return sorted(late | _doers_of(cues, text, context))


def _doers_of(
    cues: Sequence[tuple[Rule, int]], text: str, context: Context
) -> set[tuple[int, str]]:
    return {
        (doer[0] - text.startswith("(", doer[0] - 1), text[slice(*doer)])
        for rule, at in cues
        if (doer := doer_before(text, at, context.names)) is not None
        if not rule.data.get("attendee") or _attends(text[slice(*doer)], context)
    }


@dataclass(eq=False)
class _Told:
    """What a clause tells whatever its cue is, found when it is first asked for. Before `start` stands a label."""

    text: str
    start: int
    context: Context

    @cached_property
    def due(self) -> Deadline | None:
        return deadline(self.text[self.start :], self.context.days)

    @cached_property
    def of_attendee(self) -> bool:
        """Whether any word may be an attendee's, or it speaks of each one."""
        small = self.text.lower()
        said = {*_APART.split(small), *_CAPITALS.findall(self.text)}
        return "var och en" in small or not self.context.persons.isdisjoint(said)


def _clause(view: View, start: int, stance: Stance, context: Context) -> Found | None:
    """The first cue that holds in a clause, with its doer and deadline."""
    text = view.text
    open_ended = stance in {"open", "proposed"}
    told = _Told(text, start, context)
    deciding = stance in {"decided", "after"}
    for rule in possible("actions", text):
        if rule.id in _conditional() and not _holds(rule, told, deciding=deciding):
            continue
        for match in rule.regex.finditer(text, 0 if rule.data["doer"] == "group" else start):
            if rule.data.get("opens") and match.start() != start:
                continue
            cue = _cue(rule, match)
            stop = first_excluded(text) if open_ended else len(text)
            if rule.data.get("known") and cue > stop and told.due:
                # a clause of its own: "han hann inte, han ringer på måndag"
                stop = cue + first_excluded(text[cue:].lstrip(", "))
            if (
                cue > stop
                or stop == 0
                or pattern("action_words", "subordinate").search(text[: match.start()])
            ):
                continue
            owner = _doer(view, rule, match, context)
            if owner is None and rule.data.get("needs_doer"):
                continue
            if owner and deciding and rule.data["doer"] == "before" and _DEED.match(text, start):
                continue  # "att skriva till skolan om vad de vill att vi ska göra"
            if rule.data.get("person") and not (owner and _is_person(owner.text)):
                continue
            if rule.data.get("attendee") and not (owner and _attends(owner.text, context)):
                continue
            if owner and _is_report(rule, owner.text, deciding=deciding):
                continue
            kind = _kind(view, rule, match, owner, stance, context)
            if rule.data.get("body_decides") and owner and is_own_body(owner.text):
                kind, owner = "decision", None
            if rule.data.get("person_asks") and kind == "commitment":
                owner = view.part(*(doer_before(text, match.start(), context.names) or (0, 0)))
            owner = None if kind == "proposal" else owner
            sure = 0.9 if deciding else rule.data.get("sure", 0.8)
            return Found(kind, view, rule.id, owner, told.due, view.part(start, len(text)), sure)
    if stance == "decided" and _says_something(text, start) and not is_no_action(text, "open"):
        due_view = view.part(start, len(text))
        return Found("decision", view, "action.lead", None, told.due, due_view, 0.7)
    return None


@cache
def _conditional() -> frozenset[str]:
    """The rules that hold only under some condition."""
    return frozenset(
        rule.id for rule in rules("actions") if not _CONDITIONS.isdisjoint(rule.data.keys())
    )


def _holds(rule: Rule, told: _Told, *, deciding: bool) -> bool:
    """Whether a rule may hold under such words, of who is told of and by when."""
    asked, context = rule.data, told.context
    if asked.get("not_decided" if deciding else "under_decision"):
        return False
    if asked.get("announced") and not context.announced:
        return False
    if deciding and asked.get("yields") and _DEED.match(told.text, told.start):
        return False  # "Beslut: att avstyrka förslaget till taxa"
    if asked.get("known") and not (context.known or told.of_attendee):
        return False
    if asked.get("lead") == "decision" and not (deciding or _DECIDES.search(told.text)):
        return False
    if asked.get("needs_due") and told.due is None:
        return False
    return not asked.get("attendee") or told.of_attendee


def _cue(rule: Rule, match: re.Match[str]) -> int:
    """Where the words stand that bind somebody, which a purpose or a question may precede."""
    if rule.data["doer"] == "group":
        return match.end(_group(match))
    return match.end() if rule.data.get("ends") else match.start()


def _is_report(rule: Rule, owner: str, *, deciding: bool) -> bool:
    """Whether what many do, of whom much is told, is rather a report ("Butikerna ringer polisen")."""
    return rule.data["kind"] == "commitment" and not deciding and is_crowd(owner)


def _says_something(text: str, start: int) -> bool:
    """Whether a verb stands there that does not merely state how things are, or what to do opens it."""
    return _TO_DO.match(text) is not None or any(
        match.group().lower() not in _STATES
        for rule in possible("finite_verbs", text)
        for match in rule.regex.finditer(text, start)
    )


def _attends(owner: str, context: Context) -> bool:
    """Whether the doer is on the attendance list, or each one who is."""
    return owner.lower() == "var och en" or all(
        word.lower() in context.persons or word in context.persons
        for word in _NAMES_APART.split(_INITIAL.sub("", owner.translate(_NO_BRACKETS)))
        if word
    )


def _is_person(owner: str) -> bool:
    return owner.lower() in {"alla", "vi", "ordföranden", "sekreteraren"} or all(
        is_name(part, single=True) or _CAPITALS.fullmatch(part)
        for part in re.split(r"\soch\s|,\s", owner.translate(_NO_BRACKETS))
    )


def _kind(
    view: View,
    rule: Rule,
    match: re.Match[str],
    owner: View | None,
    stance: Stance,
    context: Context,
) -> ActionKind:
    """The cue's kind, unless the doer or the words it stands under say otherwise."""
    kind: ActionKind = rule.data["kind"]
    if kind == "proposal" and stance == "decided":
        before = view.text[: match.start()].rpartition(": ")[2].strip()
        kind = "decision" if is_own_body(before) else kind  # to propose is what it decides
    asked = owner is not None and is_name(owner.text, single=True)
    if rule.data.get("person_asks") and not (owner and asked and _attends(owner.text, context)):
        asker = doer_before(view.text, match.start(), context.names)
        return "commitment" if asker and is_name(view.text[slice(*asker)], single=True) else kind
    keeps = bool(rule.data.get("keeps_kind"))
    if kind == "decision" and owner is not None and not keeps:
        return "assignment"
    if kind == "commitment" and stance == "decided" and not keeps:
        return "assignment"
    return kind


def _group(match: re.Match[str]) -> str:
    """The named group that holds the doer; a pattern's alternatives number theirs."""
    return next(name for name, value in match.groupdict().items() if value is not None)


def _doer(view: View, rule: Rule, match: re.Match[str], context: Context) -> View | None:
    """The doer where the rule says that it stands."""
    text, place = view.text, rule.data["doer"]
    if place == "group":
        start, end = match.span(_group(match))
        if together := _TOGETHER.search(text, start, end):
            end = together.start()
        end = start + len(trimmed(text[start:end]))
        named = is_doer(text[start:end], context.names)
        named = named or bool(rule.data.get("proper") and is_proper(text[start:end]))
        short = len(text[start:end].split()) <= 4 and not rule.data.get("needs_doer")
        return view.part(start, end) if named or short else None
    if place == "agent":
        return agent(view, match.end(), context.names)
    if place == "before":
        span = doer_before(text, match.start(), context.names)
        if span is None and rule.data.get("inverts") and _AND.search(text, 0, match.start()):
            span = _opening(text, context)
        if span is None and rule.data.get("inverts"):
            behind = match.start() + len(match.group().split()[0])
            span = inverted_doer(text, match.start(), behind, context.names)
        return view.part(*span) if span is not None else None
    return None


def _opening(text: str, context: Context) -> tuple[int, int] | None:
    """Where the attendee stands that opens the sentence, whose second verb follows "och"."""
    opens = _OPENS.match(text)
    return opens.span("who") if opens and _attends(opens["who"], context) else None
