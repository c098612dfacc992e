"""The rules' findings in a sentence weighed against the model of what sentences do.

What the rules find stands unless the model is almost sure that it is none (rather sure, where its words as often
announce or report), and an attendee's own undertaking that opens the sentence in any case; where they find nothing, the
model alone may claim an action, with more than half of the probability on its side. What it claims must say something:
a heading, a name with its role or "Förslag från klubben" binds nobody. What somebody passes on of one who does not attend is a report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from models.meeting import ActionKind
from models.view import View
from pipeline.acts import KINDS, OUTCOMES, Act, likeliest
from pipeline.extract.actions.deadlines import deadline
from pipeline.extract.actions.doers import is_crowd, is_organisation, is_own_body
from pipeline.extract.actions.found import Context, Found
from pipeline.extract.actions.owners import agent, doer_before, inverted_doer
from pipeline.extract.actions.sentences import first_excluded, is_no_action
from pipeline.names import is_name
from pipeline.vocabulary import pattern, says

CLAIM = 0.63  # probability from which the model finds what no rule does
CLAIM_FORMALITY = 0.6  # the same, of a formality
SURE = 0.9  # the same, where the words are those of a report
VETO = 0.04  # probability under which it drops what a rule found
VETO_LOOKING_BACK = 0.15  # the same, where the sentence looks back
VETO_WEAK = 0.15  # the same, where the rule is a weak one, or a body's words may be an announcement
LOOKS_BACK = 0.6  # probability from which a sentence tells what became of an earlier action

_KIND: Mapping[Act, ActionKind] = {
    "decision": "decision",
    "assignment": "assignment",
    "commitment": "commitment",
    "proposal": "proposal",
}
_PERSON_DOES = "action.person_does"
_TIMED = frozenset({"action.body_does_by", "action.body_does_on"})  # rules that ask for a time
_SIGNING = frozenset({"ordförande", "sekreterare", "justerare", "justerande", "justeras", "vid", "protokollet", "pennan"})  # fmt: skip
_FIRM = 0.9  # confidence from which its rule, or a label above it, says what it is
_WEAK = 0.7  # confidence under which a rule's finding is one among several readings
_SHORTEST = 12  # characters of a sentence that the model may claim


def judged(
    found: Sequence[Found], view: View, said: Mapping[Act, float], context: Context
) -> Iterator[Found]:
    """What stands of `found`, else what the model claims."""
    binding = sum([said[kind] for kind in KINDS])
    if found:
        looks_back = sum(said[outcome] for outcome in OUTCOMES) > LOOKS_BACK
        least = VETO_LOOKING_BACK if looks_back else VETO
        yield from (
            each
            for each in found
            if not _is_passed_on(each, view.text, context)
            if binding + said["formality"] >= (VETO_WEAK if _is_weak(each, context) else least)
            or each.confidence > 0.9
            or _is_firm(each, view, context)
        )
    elif (
        (binding <= CLAIM and said["formality"] <= CLAIM_FORMALITY)
        or len(view.text) < _SHORTEST
        or first_excluded(view.text) == 0
        or (binding < SURE and _tells_of(view.text, likeliest(said, KINDS)))
        or says("not_actions", view.text, "never")
    ):
        return
    elif binding > CLAIM:
        if not says("action_words", view.text, "tells"):
            return
        claimed = _claimed(view, _KIND[likeliest(said, KINDS)], binding, context)
        if claimed.kind != "commitment" or not claimed.owner or not is_crowd(claimed.owner.text):
            yield claimed
    elif said["formality"] > CLAIM_FORMALITY and not _only_names(view.text):
        yield Found("formality", view, "acts.formality", confidence=round(said["formality"], 2))


def _tells_of(text: str, kind: Act) -> bool:
    """Whether it reports, or what would bind somebody stands in a question or a purpose of which it tells.

    `kind`: the likeliest one; a proposal may well be a question.
    """
    return is_no_action(text, "open") or (kind != "proposal" and first_excluded(text) < len(text))


def _is_weak(found: Found, context: Context) -> bool:
    """Whether its words as often only tell of something: by a weak rule, or that a body does something ("Polisen flyttar")."""
    if found.confidence < _WEAK:
        return True
    if found.kind != "commitment" or found.confidence >= _FIRM or found.owner is None:
        return False
    owner = found.owner.text
    if is_own_body(owner) or not is_organisation(owner):
        return False
    if found.rule in _TIMED:
        return owner.lower() not in context.names
    return not pattern("action_words", "follows_up").search(found.view.text)


def _is_passed_on(found: Found, text: str, context: Context) -> bool:
    """Whether somebody else tells what one will do who does not attend ("Lantmätaren kommer i maj, meddelar Bo")."""
    owner = found.owner.text if found.owner is not None else ""
    if found.kind != "commitment" or not is_name(owner) or _attend(owner, context):
        return False
    told = pattern("action_words", "told_by").search(text)
    return told is not None and owner not in told["who"]


def _attend(owner: str, context: Context) -> bool:
    words = [word for word in re.split(r"\soch\s|,\s|\s", owner.lower()) if word]
    return bool(words) and context.persons.issuperset(words)


def _is_firm(found: Found, view: View, context: Context) -> bool:
    """Whether an attendee's own undertaking, by a verb of doing, opens the sentence ("Bo startar frysen i kväll")."""
    owner = found.owner.text if found.owner is not None else ""
    opens = found.rule in {_PERSON_DOES, *_TIMED} and view.text.startswith(owner)
    return opens and _attend(owner, context)


def _only_names(text: str) -> bool:
    """Whether it is a heading's one word or a signature's name, and says nothing."""
    words = text.rstrip(" .:").split()
    named = [word for word in words if word.lower().strip(".,:") not in _SIGNING]
    return len(words) == 1 or is_name(" ".join(named)) or all(word[0].isupper() for word in named)


def _claimed(view: View, kind: ActionKind, confidence: float, context: Context) -> Found:
    text = view.text
    owner = None
    if kind in {"assignment", "commitment"}:
        spans = (
            doer_before(text, verb.start(), context.names)
            or inverted_doer(text, verb.start(), verb.end(), context.names)
            for verb in pattern("action_words", "verb").finditer(text)
        )
        owner = next((view.part(*span) for span in spans if span is not None), None)
        owner = owner or agent(view, 0, context.names)
    kind = _worded(kind, text, owner)
    due = deadline(text, context.days)
    return Found(kind, view, f"acts.{kind}", owner, due, view, round(confidence, 2))


def _worded(kind: ActionKind, text: str, owner: View | None) -> ActionKind:
    """The kind of a claimed task by its words: without a doer, what is to be or is done has been decided."""
    task = kind in {"assignment", "commitment"} and owner is None
    return "decision" if task and says("action_words", text, "settles") else kind
