"""Attendance lists that do not add up, and headings in them that nobody knows.

Forms handled: "Närvarande (8):" over seven names, "9 ledamöter" under the label; "Via telefonbrygga:"
and other headings among the names that no vocabulary knows, so that it is unsure what those under
them are; a person listed twice with work of different kinds.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from models.evidence import Evidence, Span
from models.issue import Issue
from models.meeting import Attendee, Meeting
from models.segmented import ATTENDANCE, FUNCTIONS, Block, MeetingPart
from models.view import View
from pipeline.extract.attendees.affiliation import vocabulary

_COUNT = re.compile(
    r"\s{0,2}\(\s?(?P<n>\d{1,2})\s?(?:st\.?|personer|ledamöter|pers\.?|deltagare|stycken)?\s?\)"
)
_COUNTED = re.compile(
    r"(?:totalt|antal\w*|sammanlagt)?\s?:?\s?(?P<n>\d{1,2})\s(?:ordinarie\s)?(?:personer|ledamöter|deltagare)\b\.?$",
    re.I,
)
_HEADING = re.compile(r"(?P<heading>[A-ZÅÄÖ][^:.,()\d]{3,40}):\s*(?P<rest>.*)$")
_FEWEST = 2  # names that make a list


def persons(meeting: MeetingPart, record: Meeting) -> Iterator[Issue]:
    """Counts, then headings, then persons."""
    for index, block in enumerate(meeting.blocks):
        if block.field in ATTENDANCE and block.label is not None:
            own = _own(meeting.blocks, index)
            yield from _count(meeting, record, block, own)
            yield from _headings(record, own)
    yield from _twice(record)


def _own(blocks: Sequence[Block], index: int) -> list[Block]:
    """The block and what belongs to its list: functions among the names, and the list going on."""
    own = [blocks[index]]
    for block in blocks[index + 1 :]:
        goes_on = block.field == blocks[index].field and block.label is None
        if not goes_on and block.field not in FUNCTIONS:
            break
        own.append(block)
    while len(own) > 1 and own[-1].field in FUNCTIONS:
        own.pop()  # signature lines after the list
    return own


def _count(
    meeting: MeetingPart, record: Meeting, block: Block, own: Sequence[Block]
) -> Iterator[Issue]:
    """A number stated by the label, or alone in a row, against the names in the list."""
    if block.label is None:
        return
    text, end = meeting.text, block.label.span(0, len(block.label.text)).end
    stated: Span | None = None
    number = 0
    if match := _COUNT.match(text, end):
        stated, number = Span(*match.span("n")), int(match["n"])
    else:
        for view in (row[0] for each in own for row in each.rows if len(row) == 1):
            if told := _COUNTED.match(view.text):
                stated, number = view.span(*told.span("n")), int(told["n"])
                break
    if stated is None:
        return
    listed = [each for each in record.attendees if _within(each, own)]
    members = [each for each in own if each.field not in FUNCTIONS]
    possible = {
        len(listed),
        sum(_within(each, members) for each in listed),
        sum(each.status != "absent" for each in listed),
    }
    if len(listed) >= _FEWEST and number not in possible:
        yield Issue(
            kind="attendee_count",
            severity="warning",
            message=f"Vid ”{block.label.text}” står {number}, men {len(listed)} namn är listade.",
            span=stated,
        )


def _within(attendee: Attendee, own: Sequence[Block]) -> bool:
    """Whether the attendee is named in one of the blocks."""
    places = [each.start for each in attendee.evidence if each.field == "name"]
    for block in own:
        cells = [cell for row in block.rows for cell in row if cell.text]
        if cells and any(cells[0].offsets[0] <= at <= cells[-1].offsets[-1] for at in places):
            return True
    return False


def _headings(record: Meeting, own: Sequence[Block]) -> Iterator[Issue]:
    """Rows of a list that look like a heading, name nobody, and have names under or after them."""
    claimed = sorted(
        (proof.start, proof.end) for each in record.attendees for proof in each.evidence
    )
    for block in own:
        rows = [row for row in block.rows if row and row[0].text]
        for index, row in enumerate(rows):
            match = _HEADING.match(row[0].text)
            if match is None or len(row) > 1 or _is_known(match["heading"]):
                continue
            heading = row[0].span(*match.span("heading"))
            after = row[0].part(match.start("rest"), len(row[0].text)) if match["rest"] else None
            under = rows[index + 1][0] if index + 1 < len(rows) else None
            if not _touches(claimed, heading) and _names(claimed, after or under):
                yield Issue(
                    kind="unknown_heading",
                    severity="warning",
                    message=f"Rubriken ”{match['heading']}” i närvarodelen är okänd; om de under"
                    " den var med är osäkert.",
                    span=heading,
                )


def _is_known(heading: str) -> bool:
    """Whether the heading says whom people come from, groups them, or tells who was away."""
    grouped = ("organisation", "role", "group", "absent", "absent_lead")
    return any(vocabulary(kind).regex.search(f"{heading}: x") for kind in grouped)


def _touches(claimed: Sequence[tuple[int, int]], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in claimed)


def _names(claimed: Sequence[tuple[int, int]], view: View | None) -> bool:
    return view is not None and _touches(claimed, view.span(0, len(view.text)))


def _twice(record: Meeting) -> Iterator[Issue]:
    """One record made of mentions that give different organisations may be two persons, and two of one name one."""
    for one, two in combinations(record.attendees, 2):
        if one.name.lower() == two.name.lower() and one.organisation and two.organisation:
            at = next(proof for proof in two.evidence if proof.field == "name")
            yield _listed_twice(two.name, one.organisation, two.organisation, at)
    for each in record.attendees:
        names = [proof for proof in each.evidence if proof.field == "name"]
        parts = {
            proof.quote.lower(): proof for proof in each.evidence if proof.field == "organisation"
        }
        first, *others = parts.values() if parts else (None,)
        if first is None or len(names) < 2:
            continue
        for other in others:
            between = [name for name in names if first.end <= name.start < other.start]
            if between and not _same(first.quote, other.quote):
                yield _listed_twice(each.name, first.quote, other.quote, between[0])
                break


def _listed_twice(name: str, one: str, other: str, at: Evidence) -> Issue:
    return Issue(
        kind="listed_twice",
        severity="info",
        message=f"{name} står två gånger, från ”{one}” och ”{other}”: en person eller två?",
        span=Span(at.start, at.end),
    )


def _same(one: str, other: str) -> bool:
    """Whether two organisations may be one, written shorter and longer."""
    ours, theirs = one.lower(), other.lower()
    return ours in theirs or theirs in ours or ours[:4] == theirs[:4]
