"""Which earlier action a follow-up speaks of.

A follow-up is compared with the actions of earlier meetings of its series by what they have in common
(words.py), weighed by how rare that is in the series, and by what else tells them apart: the owner named, by
whatever name (doers.py), the item's title, what was said before it (statements.py), a day named in both (days.py),
another meeting or item referred to ("§ 12", "punkt 3"), how long ago it was and whether it is over (likeness.py). What an
earlier follow-up said of an action counts as the action's own words, so that chains hold. The follow-ups
of one meeting are linked together: those of which the record says that they are some before those that may be, the
surest first, and another one to the same action only if that is likely even so. A follow-up is linked where one action is more likely than all others and none together;
two actions that are one deed said twice count as one.

What may be a follow-up (a sentence that the record alone does not claim, with a probability) is one where it is linked.
A sentence whose halves lead to two actions (halves.py) is two follow-ups; one that leads nowhere by itself is what its
half is that leads somewhere.

Rules of links: words; reference (a meeting or item named); chain (the words of an earlier follow-up did more
than the action's own).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import expm1

from pipeline.link.halves import halves_of, parts_of
from pipeline.link.likeness import Actions, Candidate, Model, shipped
from pipeline.link.rows import FINAL, ActionRow, FollowUpRow, Link, Place, place, same_file
from pipeline.link.statements import Asked, Known
from pipeline.link.words import Weights, same_words, words_of

SURE = 0.8  # probability from which a link is sure
_LIKELY = 0.5  # ... from which an action is linked
_CLEAR = 0.4  # ... from which it is where it is much the likeliest and has a telling word or the owner's name
_RUNNER_UP = 0.5  # what the next action may have of that at most
_TELLING = 0.3  # rare words that such a word says
_PROMOTED = 0.45  # ... from which what may be a follow-up is one, of whatever action
_CHOSEN = 0.35  # ... from which the likeliest is its action
_FIRST = 0.3  # ... of the likeliest of several of one item
_MORE = 1.2  # how much likelier than the next of them
_AGAIN = 0.75  # ... of an action that another one of its meeting speaks of
_SPLIT = 0.6  # ... from which the second half of a sentence leads to an action of its own
_ALONE = 0.7  # ... from which a half leads to one though its sentence does not
_NONE = (0.0, 0)
_CHAIN = 0.15  # what an earlier follow-up's words must add to be the reason


@dataclass(slots=True)
class Question:
    """A follow-up and the actions that it may speak of.

    key: the id of the follow-up that gets the link. halves: the same for each half of its sentence.
    """

    asked: Asked
    candidates: Sequence[Candidate]
    key: str
    halves: "tuple[Question, Question] | None" = None

    @property
    def half(self) -> str | None:
        """The half of its follow-up that it is."""
        own = self.asked.row.follow_up_id
        return own if own != self.key else None

    @property
    def possible(self) -> bool:
        """Whether it only may be a follow-up."""
        return self.asked.row.probability is not None

    def answer(self, taken: Counter[str], model: Model) -> tuple[float, int] | None:
        """How likely the likeliest action is, and its place; None where it is not likely enough."""
        if not self.candidates:
            return None
        actions = [each.action for each in self.candidates]
        others = [taken[each.row.action_id] for each in actions]
        likely = model.probabilities([each.pair for each in self.candidates], others)
        first = max(range(len(likely)), key=likely.__getitem__)
        least = _PROMOTED if self.possible else self._least(likely, first)
        if sum(likely) < least:
            return None
        same = [at for at, each in enumerate(actions) if at == first or _same_deed(each, actions[first])]  # fmt: skip
        whole = sum(likely[at] for at in same)
        if self.possible:
            least = _AGAIN if any(others[at] for at in same) else _CHOSEN
        if whole < least and not self._of_one_matter(likely, first):
            return None
        decided = [at for at in same if actions[at].row.kind != "proposal"]
        if actions[first].row.kind == "proposal" and decided:
            first = max(decided, key=likely.__getitem__)
        return whole, first

    def _of_one_matter(self, likely: Sequence[float], first: int) -> bool:
        """Whether the likeliest action and the others of its item, such as a decision and who carries it out, are likely
        together, where the record says that this is a follow-up."""
        if self.possible or likely[first] < _FIRST or not self._tells(first):
            return False
        item = _item(self.candidates[first].action)
        beside = [
            one
            for at, (one, each) in enumerate(zip(likely, self.candidates, strict=True))
            if at != first and _item(each.action) == item
        ]
        return (
            likely[first] >= _MORE * max(beside, default=0.0)
            and likely[first] + sum(beside) >= _LIKELY
        )

    def _least(self, likely: Sequence[float], first: int) -> float:
        """How likely the likeliest action must be to be linked, where the record says that this is a follow-up."""
        others = max((each for at, each in enumerate(likely) if at != first), default=0.0)
        clear = self._tells(first) and others <= _RUNNER_UP * likely[first]
        return _CLEAR if clear else _LIKELY

    def _tells(self, which: int) -> bool:
        """Whether an action has a telling word of it, or its owner's name."""
        pair = self.candidates[which].pair
        return pair.best >= _TELLING or pair.owner > 0


def link_follow_ups(
    actions: Sequence[ActionRow],
    follow_ups: Sequence[FollowUpRow],
    model: Model | None = None,
) -> dict[str, Link]:
    """The link of each follow-up that has one. All rows are of one series.

    An action belongs to an earlier date, or to an earlier meeting of the same file. Formalities are
    never followed up. Time grows with the follow-ups. model: the shipped one where none is given.
    """
    links: dict[str, Link] = {}
    for asked, known in questions(actions, follow_ups):
        links |= _of_meeting(asked, known, model or shipped())
    return links


def questions(
    actions: Sequence[ActionRow], follow_ups: Sequence[FollowUpRow]
) -> Iterator[tuple[list[Question], Actions]]:
    """The follow-ups of each meeting in turn, with the actions that are known by then.

    Who answers them tells the actions what was said of them (Actions.follow) before the next meeting.
    """
    by_meeting: dict[Place, list[Known]] = defaultdict(list)
    for each in actions:
        if each.kind != "formality" and each.meeting_date is not None:
            here = place(each.meeting_date, each.meeting_id)
            before = [one.row.text for one in by_meeting[here]]
            by_meeting[here].append(Known.of(each, here, before))
    said: dict[Place, list[FollowUpRow]] = defaultdict(list)
    for one in follow_ups:
        if one.meeting_date is not None:
            said[place(one.meeting_date, one.meeting_id)].append(one)
    words = {one.follow_up_id: words_of(one.text) for rows in said.values() for one in rows}
    sure = [
        words[one.follow_up_id] for rows in said.values() for one in rows if one.probability is None
    ]
    known = Actions(Weights([*(each.words for own in by_meeting.values() for each in own), *sure]))
    waiting = sorted(by_meeting)
    for here in sorted(said):
        later = [meeting for meeting in waiting if not _before(meeting, here)]
        for meeting in waiting:
            if _before(meeting, here):
                known.add(by_meeting[meeting])
        waiting = later
        claimed = {one.section_title for one in said[here] if one.probability is None}
        parted = halves_of(said[here])
        parts = parts_of(said[here], parted)

        def question(
            row: FollowUpRow,
            key: str,
            claimed: Collection[str | None] = claimed,
            known: Actions = known,
        ) -> Question:
            asked = Asked(row, words[row.follow_up_id], row.section_title in claimed)
            return Question(asked, known.candidates(asked), key)

        made: list[Question] = []
        for one in said[here]:
            if one.follow_up_id in parts:
                continue
            whole = question(one, one.follow_up_id)
            if (both := parted.get(one.follow_up_id)) is not None:
                first, second = both
                stated = one.probability is None
                whole.halves = (
                    question(
                        replace(first, probability=None) if stated else first,
                        one.follow_up_id if stated else first.follow_up_id,
                    ),
                    question(second, second.follow_up_id),
                )
            made.append(whole)
        yield made, known


def _before(meeting: Place, here: Place) -> bool:
    return meeting < here and (meeting[0] < here[0] or same_file(meeting[1], here[1]))


def _of_meeting(questions: Sequence[Question], known: Actions, model: Model) -> dict[str, Link]:
    """The links of one meeting's follow-ups: of those that are some, then of those that may be, the surest first."""
    taken: Counter[str] = Counter()
    questions = [each for one in questions for each in _parted(one, model)]
    answers = [each.answer(taken, model) for each in questions]
    linked: list[tuple[Question, Known]] = []
    links: dict[str, Link] = {}
    while any(answers):
        at = max(range(len(answers)), key=lambda each: _order(questions[each], answers[each]))
        likely, which = answers[at] or _NONE
        question = questions[at]
        action = question.candidates[which].action
        links[question.key] = _link(question, which, likely)
        linked.append((question, action))
        taken[action.row.action_id] += 1
        for other, each in enumerate(questions):
            if each.key in links:
                answers[other] = None
            elif any(action is one.action for one in each.candidates):
                answers[other] = each.answer(taken, model)
    for question, action in linked:
        action.over = action.over or question.asked.row.outcome in FINAL
        known.follow(action, question.asked.row, question.asked.words)
    return links


def _order(question: Question, answer: tuple[float, int] | None) -> tuple[bool, bool, float]:
    """What is linked first: the highest."""
    return answer is not None, not question.possible, (answer or _NONE)[0]


def _parted(question: Question, model: Model) -> tuple[Question, ...]:
    """The question of a sentence, or those of its halves, where these lead to two actions or it leads nowhere."""
    if question.halves is None:
        return (question,)
    alone: Counter[str] = Counter()
    first, second = question.halves
    one, other = (each.answer(alone, model) for each in question.halves)
    if one is not None and other is not None and other[0] >= _SPLIT:
        ours, theirs = first.candidates[one[1]].action, second.candidates[other[1]].action
        if ours is not theirs and not _same_deed(ours, theirs):
            return question.halves
    if question.answer(alone, model) is None:
        either = [
            half for half, told in ((first, one), (second, other)) if told and told[0] >= _ALONE
        ]
        if len(either) == 1:
            return (either[0],)
    return (question,)


def _link(question: Question, which: int, likely: float) -> Link:
    action, pair, agreed = question.candidates[which]
    row = action.row
    age = round(expm1(pair.age))
    rule, via = "words", None
    if question.asked.referred.fits(row.meeting_date, row.section_number, age):
        rule = "reference"
    elif pair.chain_best > _CHAIN or pair.chain_share > _CHAIN:
        rule, via = "chain", _via(question.asked, action)
    words = tuple(word.lemma for word in agreed.words[:5])
    return Link(row.action_id, round(likely, 3), rule, words, via, question.half)


def _via(asked: Asked, action: Known) -> str:
    """The earlier follow-up of the action that has most words in common with this one."""
    own = asked.words.keys()
    told, _ = max(action.told, key=lambda each: len(own & each[1].keys()))
    return told.follow_up_id


def _item(action: Known) -> tuple[Place, str | None, str | None]:
    """The item of a meeting in which an action stands."""
    return action.place, action.row.section_number, action.row.section_title


def _same_deed(one: Known, other: Known) -> bool:
    """Whether two actions are one deed said twice, so that either will do."""
    return same_words(one.words, other.words)
