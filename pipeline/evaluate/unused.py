"""Rules, sayings and phrases of the vocabulary that matched nothing in the documents evaluated."""

from dataclasses import dataclass

from pipeline.evaluate import Evaluation
from pipeline.vocabulary import names, rules
from pipeline.vocabulary.sayings import book


@dataclass(frozen=True, slots=True)
class Unused:
    """A rule with the phrases of it that did not match; none of a rule that never did."""

    file: str
    rule: str
    phrases: tuple[str, ...] = ()


def unused(evaluation: Evaluation) -> tuple[Unused, ...]:
    """In order of file and rule. The evaluation must have been watched (see evaluate_folder)."""
    found: list[Unused] = []
    for file in names():
        phrases = {rule.id: rule.phrases for rule in rules(file)}
        phrases |= {saying.id: tuple(saying.data["says"]) for saying in book(file).sayings}
        for rule, all_phrases in phrases.items():
            matched = {
                phrase for one, id, phrase in evaluation.matched if (one, id) == (file, rule)
            }
            rest = tuple(sorted(set(all_phrases) - matched))
            if not matched or rest:
                found.append(Unused(file, rule, rest if matched else ()))
    return tuple(sorted(found, key=lambda one: bool(one.phrases)))
