"""Labels of the head, the attendance part and the signatures, where one opens a line or a cell.

Forms handled: "Plats: Kommunhuset"; "Plats Kommunhuset"; "Var? Kommunhuset"; the label alone; the same behind a bullet; two labels with nothing between
them ("Plats Datum").
"""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from models.frozen import frozen
from models.segmented import ATTENDANCE, FUNCTIONS
from models.view import View
from pipeline.names import is_first_name, is_name
from pipeline.segment.entries import is_officer
from pipeline.vocabulary import Rule, possible, words

BULLETS = re.compile(r"^(?:(?:[-–—•·▪\uf0b7\uf0a7]|\d\))\s+)+")
_SEPARATOR = re.compile(r"\s*(?:\([^)]{1,60}\))?\s*(?::+|\?(?=\s+\S)|\.{3,}|_{3,}|$)[\s:?]*")
_SPACE = re.compile(r"\s+(?=[A-ZÅÄÖ0-9a-zåäö])")
_LONGEST_LOOSE_VALUE = 160  # characters after a label that has no colon
_RUN = 2  # commas of a value that names several


@frozen
class Label:
    """A label at the start of a view; its value begins at `value`."""

    rule: Rule
    start: int
    end: int
    value: int
    colon: bool

    @property
    def field(self) -> str:
        return str(self.rule.data["field"])


def label_of(view: View, start: int = 0) -> Label | None:
    """The label that opens `view` at `start`, the longest one where several do.

    Without a colon or a line's end the value must open with a capital or a digit, so that
    "Ordförande stadsdelsnämnden" and "Närvarande fick ordet" are no labels. Two labels with nothing
    between them ("Plats Datum") are read as the first.
    """
    label = _label(view.text, start)
    if (
        label is not None
        and label.rule.data.get("names")
        and not opens_with_given_name(view.text[label.value :])
    ):
        return None
    return label


def opens_with_given_name(text: str) -> bool:
    """Whether a given name stands first."""
    return is_first_name(re.split(r"[\s,(]", text.lstrip("•-–* "), maxsplit=1)[0])


def without_colon(view: View, fields: Collection[str]) -> Label | None:
    """The label of one of `fields` that `view` is, though the colon that it else needs is missing."""
    label = _label(f"{view.text}:", 0)
    if label is None or label.field not in fields or label.end != len(view.text):
        return None
    return replace(label, value=len(view.text))


@lru_cache(maxsize=512)
def _label(text: str, start: int) -> Label | None:
    bullet = BULLETS.match(text[start:])
    at = start + (bullet.end() if bullet else 0)
    if not text[at : at + 1].isupper():
        return None
    best: Label | None = None
    for rule in possible("labels", text):
        match = rule.regex.match(text, at)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        end = match.end()
        if after := _SEPARATOR.match(text, end):
            colon = ":" in after.group() or "?" in after.group()
            if colon or not rule.data.get("colon"):
                best = Label(rule, at, end, after.end(), colon=colon)
        elif (
            not rule.data.get("colon")
            and (after := _SPACE.match(text, end))
            and _may_follow(rule, text[after.end() :])
        ):
            best = Label(rule, at, end, after.end(), colon=False)
    if best is not None and best.end < best.value < len(text) and not best.colon:
        second = _label(text, best.value)
        if second is not None and second.value >= len(text):
            return Label(best.rule, best.start, second.end, len(text), colon=False)
    return best


def _is_value(rest: str) -> bool:
    if len(rest) > _LONGEST_LOOSE_VALUE:
        return False
    last = rest.split()[-1]  # "Anna Ek (S), ordf." is no sentence
    return not last.endswith((".", "?", "!")) or last.lower() in words("abbreviations", "inside")


def _is_run(rule: Rule, rest: str) -> bool:
    """ "Närvarande Anna Ek, polisen; Bo Li, rektor; Cia Alm, sekr." with its colon left out."""
    return (
        str(rule.data["field"]) in ATTENDANCE
        and len(re.findall(r"[,;]\s", rest)) >= _RUN
        and is_first_name(rest.split()[0])
    )


def _may_follow(rule: Rule, rest: str) -> bool:
    """Whether `rest` may be what a label without a colon announces."""
    if rest[0].islower():
        return str(rule.data["field"]) in ATTENDANCE and is_officer(rest)
    return _is_value(rest) or _is_run(rule, rest) or _is_person(rule, rest)


def _is_person(rule: Rule, rest: str) -> bool:
    """ "Utses att justera Anna Ek. Justeringen äger rum i dag." with its colon left out."""
    return str(rule.data["field"]) in FUNCTIONS and is_name(rest.partition(". ")[0])
