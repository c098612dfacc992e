"""Which of the numbered lines are the items of one meeting: the run of numbers that looks most like them.

Forms handled: numbers that start anywhere, skip or repeat, or begin anew under a group's title; letters before the first number; items that a converter has all
numbered "1."; those whose numbers the head gives ("Paragrafer 21-28"); items that hold sub-items with their number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from models.segmented import Line
from pipeline.segment.listed_items import Candidate
from pipeline.segment.unnumbered import known_title

JOINED = "joined"
"""The form of a number that a scan has joined with its title, which alone makes no item."""
_LOOK_BACK = 150  # candidates between two items of one chain
_LONG_CHAIN = 5  # numbers that follow on each other without a gap
_FARTHEST_STEP = 6  # numbers that one gap may skip
_SURELY, _LIKELY = 1.5, 1.2  # scores of items among which all have the same number
_FEWEST_ONES = 5  # items all numbered "1.", none of which is sure
_LONGEST_BARE = 60  # characters of a title whose number has lost its sign


def best_chain(candidates: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The run of rising numbers that looks most like the items of one meeting."""
    totals: list[float] = []
    before: list[int | None] = []
    for i, each in enumerate(candidates):
        best, link = each.score + (0.3 if each.value == 1 else 0.0), None
        before_it = {other.title for other in candidates[:i]} if each.anew else set()
        for j in range(max(0, i - _LOOK_BACK), i):
            step = each.value - candidates[j].value
            if each.anew and candidates[j].value > 1 and each.title not in before_it:
                step = 1
            if (
                step < 0
                or step > _FARTHEST_STEP
                or (step == 0 and candidates[j].title == each.title)
            ):
                continue
            bonus = 0.5 if step == 1 else -1.6 if step == 0 else -0.3 * (step - 1)
            if totals[j] + each.score + bonus > best:
                best, link = totals[j] + each.score + bonus, j
        totals.append(best)
        before.append(link)
    if not totals:
        return [], 0.0
    at: int | None = max(range(len(totals)), key=lambda i: (totals[i], i))
    score = totals[at] if at is not None else 0.0
    chain = []
    while at is not None:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1], score


def believable(form: str, chain: Sequence[Candidate]) -> bool:
    """Whether a run is long and sure enough for numbers of its form: one with a sign is, bare ones must be several."""
    if form in {"paragraph", "point"}:
        return len(chain) >= 1
    if form == "dot":
        return len(chain) >= 2 or (len(chain) == 1 and chain[0].score >= 1.9)
    if form == "prefix":
        return len(chain) >= 2
    if form in {"letter", "roman"}:
        values = [each.value for each in chain]
        return len(chain) >= 3 and values == list(range(1, len(chain) + 1))
    mean = sum(each.score for each in chain) / max(len(chain), 1)
    unbroken = all(later.value == each.value + 1 for each, later in pairwise(chain))
    if len(chain) >= _LONG_CHAIN and unbroken:  # also where each stands alone over its title
        return mean >= 1.0
    return len(chain) >= 3 and mean >= 1.2


def is_divided(lines: Sequence[Line], chain: Sequence[Candidate]) -> bool:
    """Whether each of several items holds sub-items with its number: "1 Inledning" over "1.1 Protokoll"."""
    stops = [*(each.line for each in chain[1:]), len(lines)]
    return len(chain) > 1 and all(
        any(lines[at].text.startswith(f"{each.value}.1 ") for at in range(each.line + 1, stop))
        for each, stop in zip(chain, stops, strict=True)
    )


def announced(candidates: Sequence[Candidate], numbers: range) -> list[Candidate]:
    """The items whose numbers the head gives ("Paragrafer 21-28"), from the first one on, without a gap."""
    found: list[Candidate] = []
    for each in candidates:
        wanted = found[-1].value + 1 if found else numbers.start
        if each.value == wanted and each.value in numbers and each.score >= 1.0:
            found.append(each)
    return found


def filled(
    lines: Sequence[Line], chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """`chain` with the items between its own whose numbers are written in another form.

    Forms handled: a number alone on its line among those with a full stop ("3" over "Bilarna" between "2. Skolan" and "4. Övrigt"),
    one that a scan has joined with its title ("4Återrapport", "TRY10 Läget"), and the one that has lost its sign ("24 Skolan" between
    "§ 23" and "§ 25").
    """
    found = list(chain[:1])
    places = [each.line for each in candidates]
    for below in chain[1:]:
        between = slice(bisect_right(places, found[-1].line), bisect_left(places, below.line))
        for each in candidates[between]:
            after = found[-1].line < each.line
            next_one = after and each.value == found[-1].value + 1 < below.value
            bare = chain[0].form == "paragraph" and below.value == each.value + 1
            if next_one and (_fills(lines, each) or (bare and _has_lost_sign(lines, each))):
                found.append(each)
        found.append(below)
    return [*found, *_last_known(chain, candidates)]


def _last_known(chain: Sequence[Candidate], candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The next number behind `chain` in its form, however far, where a known title stands there: "22. Avslutning" after 14."""
    last = chain[-1] if chain else None
    behind = (
        each
        for each in candidates
        if last is not None
        and each.line > last.line
        and (each.form, each.prefix) == (last.form, last.prefix)
        and each.value > last.value
    )
    following = next(behind, None)
    return (
        [following] if following is not None and known_title(following.title.capitalize()) else []
    )


def lettered_before(chain: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The formal items with letters right before the numbered ones: "A. Upprop", "B. Protokoll", "1. Läget"."""
    before = [each for each in candidates if each.form == "letter" and each.line < chain[0].line]
    values = [each.value for each in before]
    formal = len(values) > 1 and values == list(range(1, len(values) + 1)) and chain[0].value == 1
    return before if formal and all(each.score >= 1.0 for each in before) else []


def _fills(lines: Sequence[Line], candidate: Candidate) -> bool:
    """Whether a number is alone over a title, or joined with it."""
    following = lines[candidate.line + 1 : candidate.line + 2]
    alone = not candidate.title and bool(following) and following[0].text[0].isupper()
    return candidate.form == JOINED or (candidate.form == "bare" and alone)


def _has_lost_sign(lines: Sequence[Line], candidate: Candidate) -> bool:
    """Whether a number without a sign stands before a title, set apart from what is above."""
    short = 0 < len(candidate.title) <= _LONGEST_BARE and not candidate.title.endswith((".", ","))
    return candidate.form == "bare" and short and lines[candidate.line].gap


def all_ones(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Items that a converter has all numbered "1."; a list inside of one of them goes on with 2.

    Beside several sure ones those count, too, that end in a full stop right over the next one; so do many where no other
    number stands.
    """
    following = [*(each.value for each in candidates[1:]), 1]
    ones = [
        each
        for each, after in zip(candidates, following, strict=True)
        if each.value == after == 1 and each.score >= _LIKELY
    ]
    sure = sum(each.score >= _SURELY for each in ones)
    return ones if sure >= 3 or len(ones) == len(candidates) >= _FEWEST_ONES else []


def lettered_groups(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Items whose letter says their group, so that it comes again: "A Upprop", "A Lägesbild", "B Remiss"."""
    values = [each.value for each in candidates]
    steps = {later - value for value, later in pairwise(values)}
    grouped = len(values) > 2 and values[0] == 1 and steps == {0, 1}
    return list(candidates) if grouped and all(each.score >= 1.0 for each in candidates) else []


def is_between(chain: Sequence[Candidate], ones: Sequence[Candidate]) -> bool:
    """Whether what rises in a chain is a list inside of one of more items that are all "1.", or nothing rises in it."""
    rising = [each.line for each in chain if each.value > 1]
    if not rising:
        return len(ones) > len(chain)
    if len(ones) <= len(rising) + 1:
        return False
    over = sum(each.line < rising[0] for each in ones)
    under = sum(each.line > rising[-1] for each in ones)
    return over > 1 and under > 0 and over + under == len(ones)
