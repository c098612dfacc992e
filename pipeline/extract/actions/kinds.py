"""The kind of an action where its sentence words it otherwise than its cue alone.

Forms handled: what somebody wants or speaks for ("Bo vill att rådet söker tillstånd", "Lena vill att vi köper en bänk", "Siv förordar det") is
a proposal, as is what a proposal is said to be ("Förslaget att gruppen ska åka dit"); what the body itself shall give its attention to ("ska gruppen satsa på två gator") is a decision; who answers for what was decided right before ("Bo svarar för det") has been given the task.
"""

from dataclasses import replace

from pipeline.extract.actions.found import Found
from pipeline.vocabulary import pattern, words

_TASKS = frozenset({"assignment", "commitment"})


def as_worded(found: Found, sentence: str, before: Found | None) -> Found:
    """`found` in `sentence` with the kind that the words give it.

    `before`: the action of the sentence right before, if that stated one.
    """
    if found.kind in {*_TASKS, "decision"} and _is_suggested(found.view.text):
        return replace(found, kind="proposal", owner=None)
    if found.kind not in {*_TASKS, "decision"}:
        return found
    later = sentence.find(found.view.text) > 0 and not found.view.text.startswith("att ")
    if pattern("action_kinds", "wish").match(
        found.view.text if later else sentence
    ) and not pattern("action_kinds", "settled").search(sentence):
        return replace(found, kind="proposal", owner=None)
    if found.kind == "decision":
        return found
    body = found.owner is not None and found.owner.text.lower() in words("action_kinds", "bodies")
    if body and pattern("action_kinds", "focus").search(found.view.text):
        return replace(found, kind="decision", owner=None)
    decided = before is not None and before.kind == "decision"
    if (
        decided
        and found.kind == "commitment"
        and pattern("action_kinds", "answers").search(found.view.text)
    ):
        return replace(found, kind="assignment")
    return found


def _is_suggested(text: str) -> bool:
    """Whether `text` tells of a proposal, which it does not say was taken."""
    return (
        pattern("action_kinds", "suggested").match(text) is not None
        and pattern("action_kinds", "settled").search(text) is None
    )
