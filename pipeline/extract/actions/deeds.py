"""What the rules of phrases miss: a sentence whose tree shows somebody who will do something.

Forms handled, in any order and at any distance: an attendee as subject of a verb in the present ("Rektor
Lena Ek plockar fram underlag") or of "kommer att", or as agent of a passive ("Ny tid sätts av Anna"); any
doer as subject of "ska" or "måste" with an infinitive ("Någon från kommunen måste i vår titta på
stolparna"). Verbs of speech, thought and state tell what is, not what will be done
(vocabulary/deeds.toml).
"""

from typing import TYPE_CHECKING

from models.meeting import ActionKind
from models.view import View
from pipeline.extract.actions.deadlines import deadline
from pipeline.extract.actions.found import Context, Found
from pipeline.extract.actions.owners import is_doer
from pipeline.language.lemmas import any_lemma, is_verb
from pipeline.language.trained import parsed
from pipeline.vocabulary import words

if TYPE_CHECKING:
    from pipeline.language.trained import Token

_PRESENT = ("r", "s")  # how a verb in the present ends, active and passive
_SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
_CLAUSES = frozenset(("ROOT", "root", "conj", "parataxis"))
_LEFT_OUT = frozenset(("acl", "acl:relcl", "appos", "parataxis", "punct", "advcl", "dep"))


def deed(view: View, context: Context, stop: int) -> Found | None:
    """The first clause of `view` in which somebody will do something, with its verb before `stop`."""
    text = view.text
    if not _may_hold_deed(text, context):
        return None
    for verb in parsed(text, context.spacy_model):
        if (
            verb.dep_ in _CLAUSES
            and verb.pos_ == "VERB"
            and verb.idx < stop
            and not _is_report(verb)
        ):
            doer = _doer(verb, text, context)
            kind = _kind(verb, _attends(text[slice(*doer)], context)) if doer else None
            if doer is not None and kind is not None:
                due = deadline(text, context.held, context.following)
                return Found(kind, view, "action.deed", view.part(*doer), due, view, 0.7)
    return None


def _may_hold_deed(text: str, context: Context) -> bool:
    """Whether the sentence is worth a tree: it has a verb that obliges, or an attendee with a verb that
    may be a deed in the present. The tree costs as much as all other rules on a sentence together."""
    found = [word.strip(".,:;()") for word in text.split()]
    lower = {word.lower() for word in found}
    if lower & words("deeds", "obliging"):
        return True
    if lower.isdisjoint(context.persons) or lower & words("deeds", "negations"):
        return False
    return any(
        word.islower()
        and word.endswith(_PRESENT)
        and is_verb(word)
        and any_lemma(word) not in words("deeds", "reports")
        for word in found
    )


def _is_report(verb: "Token") -> bool:
    return verb.lemma_ in words("deeds", "reports") or any(
        each.lower_ in words("deeds", "negations") for each in verb.children
    )


def _kind(verb: "Token", attends: bool) -> ActionKind | None:
    """What mood and tense make of the clause; None where it tells what is or was."""
    helpers = {each.lower_ for each in verb.children if each.dep_ == "aux"}
    if helpers & words("deeds", "obliging"):
        return "assignment"
    will = bool(helpers) and helpers <= words("deeds", "future")
    does = not helpers and {"Pres", "Fin"} <= set(verb.morph.to_dict().values())
    return "commitment" if attends and (will or does) else None


def _doer(verb: "Token", text: str, context: Context) -> tuple[int, int] | None:
    """Where the subject, or a passive's agent, stands without clauses, if it can be given a task."""
    if "Pass" in verb.morph.get("Voice", []):
        tokens = [
            token for each in verb.children if each.dep_ == "obl:agent" for token in _phrase(each)
        ]
        tokens = [each for each in tokens if each.dep_ != "case"]
    else:
        tokens = [
            token for each in verb.children if each.dep_ in _SUBJECTS for token in _phrase(each)
        ]
    if not tokens:
        return None
    start = min(each.idx for each in tokens)
    end = max(each.idx + len(each) for each in tokens)
    return (start, end) if is_doer(text[start:end], context.names) else None


def _phrase(subject: "Token") -> list["Token"]:
    kept = [subject]
    for token in kept:
        kept += [each for each in token.children if each.dep_ not in _LEFT_OUT]
    return kept


def _attends(doer: str, context: Context) -> bool:
    """Whether the doer's last word is of an attendee's name."""
    return doer.split()[-1].strip(".,").lower() in context.persons
