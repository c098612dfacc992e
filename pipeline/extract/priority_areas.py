"""What the document declares as prioritised.

Forms handled: "De prioriterade områdena ... är A, B och C"; "Prioriterade områden 2019: A, B"; a list
of points under such a heading; dash-framed words ("– A. – B."); "A, B och C är prioriterade
områden". Where a list is narrowed in steps, the last step of the item counts. An area that is only
discussed, or that belongs to what somebody tells, is not declared.
"""

import re
from collections.abc import Iterator, Sequence

from models.meeting import AreaKind, PriorityArea
from models.segmented import MeetingPart, Paragraph, SectionPart
from models.view import View
from pipeline.vocabulary import Rule, possible

_SEPARATOR = re.compile(
    r"\s*(?:[,;•·]|(?<!barn\s)(?<!hot\s)(?<!trygghet\s)\boch\b(?!\s+(?:andra|annan|annat)\b)|\bsamt\b|\s[-–—]\s|\.\s+[-–—]?\s*|\s*\b\d{1,2}[.)](?=\s))\s*"
)
_LEADING = re.compile(
    r"^(?:[-–—:\s]|följande\b|att\b|dels\b|även\b|också\b|\(?[a-z\d]{1,2}[).]\s|(?:på|vid|inom|kring|därefter|sedan|enbart|dels|nämligen)\b\s)+",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:\([^)]*\)|(?:,\ssom|,?\s(?:där|vilket|vilka|varav|medan|men|eftersom|då|inför|under\s(?:året|\d{4})))\b.*)$"
)
_NOT_AREA = re.compile(
    r"\b(?:är|var|har|hade|ska|kan|diskuterades?|beslutade?s?|enligt|möte[t]?|rådet|handlingsplan\w*|samt att|läggs|den \d|nästa)\b",
    re.I,
)
_POINTER = re.compile(
    r"(?:dessa|detta|de|dem|i år|vilka områden|följande|områden|problem|övriga|dessa \w+|de \w+ (?:största|viktigaste))",
    re.I,
)  # words that point to areas and name none
_LONGEST = 70  # characters of an area's name
_REJECT = re.compile(
    r"\b(?:förslag\w*|föresl\w+|inte|inget|ingen|tidigare|förra|i\sfjol|nationell\w*|polisens|skolans|statens|regeringen\w*|rikspolis\w*|polisregion\w*|grannkommun\w*|länsstyrelsen)\b",
    re.I,
)


def priority_areas(meeting: MeetingPart) -> tuple[PriorityArea, ...]:
    """The declared areas of `meeting`, each name once, in order."""
    found: dict[str, PriorityArea] = {}
    for section in meeting.sections:
        for view, rule in _last_step(_declarations(section)):
            area = _area(meeting, view, rule)
            found.setdefault(area.name.lower(), area)
    return tuple(found.values())


def _last_step(steps: Sequence[tuple[str, list[View]]]) -> list[tuple[View, str]]:
    """A later, shorter list out of an earlier one replaces it; separate lists add up."""
    kept: list[tuple[str, list[View]]] = []
    for rule, views in steps:
        names = {view.text.lower() for view in views}
        known = {view.text.lower() for _, areas in kept for view in areas}
        if len(names) == 1 and names <= known:
            continue  # said again, not narrowed
        kept = [
            (earlier, areas)
            for earlier, areas in kept
            if not any(_overlap(view.text.lower(), name) for view in areas for name in names)
        ]
        kept.append((rule, views))
    return [(view, rule) for rule, views in kept for view in views]


def _overlap(one: str, other: str) -> bool:
    return one == other or one.split()[0] == other.split()[0]


def _declarations(section: SectionPart) -> list[tuple[str, list[View]]]:
    steps: list[tuple[str, list[View]]] = []
    paragraphs = section.paragraphs
    title = section.title
    if (
        title is not None
        and (rule := _list_rule(title.text))
        and (listed := _points(paragraphs, 0))
    ):
        steps.append((rule.id, listed))
    for index, paragraph in enumerate(paragraphs):
        if (rule := _list_rule(paragraph.view.text)) is not None:
            if listed := _points(paragraphs, index + 1):
                steps.append((rule.id, listed))
            continue
        for order, sentence in enumerate(paragraph.sentences):
            for rule, view in _in_sentence(sentence.view):
                rest = paragraph.sentences[order + 1 :]
                views = list(_split(view)) if view.text.strip(" :") else []
                views = [each for each in views if _is_area(each.text)]
                if not views and index + 1 < len(paragraphs) and not rest:
                    views = _points(paragraphs, index + 1)
                elif (
                    sentence.text.rstrip().endswith((".", ":"))
                    and rest
                    and re.match(r"[-–—]\s", rest[0].text)
                ):
                    views += [
                        piece
                        for each in rest
                        for piece in _split(each.view)
                        if _is_area(piece.text)
                    ]
                if views:
                    steps.append((rule.id, views))
                    break
    return steps


def _list_rule(text: str) -> Rule | None:
    return next(
        (
            rule
            for rule in possible("priority_areas", text)
            if rule.data["declares"] == "list" and rule.regex.match(text.strip())
        ),
        None,
    )


def _in_sentence(view: View) -> Iterator[tuple[Rule, View]]:
    text = view.text
    if text.endswith("?"):
        return
    backwards_first = sorted(
        possible("priority_areas", text),
        key=lambda rule: rule.data["declares"] not in {"before", "between"},
    )
    for rule in backwards_first:
        match = rule.regex.search(text)
        if match is None or _REJECT.search(
            text[: match.end()] if rule.data["declares"] != "before" else text
        ):
            continue
        if rule.data["declares"] == "between":
            yield rule, view.part(*match.span("list"))
        elif rule.data["declares"] == "after":
            yield rule, view.part(match.end(), len(text))
        elif rule.data["declares"] == "before" and "följande" not in text[: match.start()].lower():
            clause = [each.end() for each in re.finditer(r"\batt\s|[:;]\s", text[: match.start()])]
            yield rule, view.part(clause[-1] if clause else 0, match.start())


def _points(paragraphs: Sequence[Paragraph], start: int) -> list[View]:
    """The points or short lines right under a declaring heading."""
    listed: list[View] = []
    for paragraph in paragraphs[start:]:
        text = paragraph.view.text
        if paragraph.kind == "item" or (
            len(text) <= _LONGEST and not text.endswith(":" if not listed else (":", "."))
        ):
            pieces = list(_split(paragraph.view)) if "," in text else [_trim(paragraph.view)]
            listed.extend(piece for piece in pieces if _is_area(piece.text))
        else:
            break
    return listed


def _split(view: View) -> Iterator[View]:
    text = view.text
    tail = _TAIL.search(text)
    stop = tail.start() if tail and tail.start() > 3 else len(text)
    at = 0
    for match in [*_SEPARATOR.finditer(text, 0, stop), None]:
        end = match.start() if match else stop
        piece = _trim(view.part(at, end))
        if piece.text:
            yield piece
        at = match.end() if match else stop


def _trim(view: View) -> View:
    lead = _LEADING.match(view.text)
    start = lead.end() if lead else 0
    end = len(view.text.rstrip(" .,;:–-"))
    return view.part(start, max(start, end))


def _is_area(text: str) -> bool:
    return (
        2 < len(text) <= _LONGEST
        and _NOT_AREA.search(text) is None
        and not re.search(r"\d{3}", text)
        and _POINTER.fullmatch(text) is None
        and any(char.isalpha() for char in text)
    )


def _area(meeting: MeetingPart, view: View, rule: str) -> PriorityArea:
    span = view.span(0, len(view.text))
    return PriorityArea(
        name=view.text,
        area_kind=_area_kind(view.text),
        evidence=meeting.evidence("name", span, rule),
    )


def _area_kind(name: str) -> AreaKind:
    """Problems and groups are known by their words; a name in capitals that is neither is a place."""
    for rule in possible("area_kinds", name):
        if rule.regex.search(name):
            kind: AreaKind = rule.data["kind"]
            return kind
    return (
        "place"
        if name[:1].isupper() or re.search(r"(?:centrum|torg|park|skola|station|område)\w*$", name)
        else "problem"
    )
