"""Persons named in running text, for whoever is to hide or replace their names later.

Recall goes first: a person is what the Swedish pipeline takes for one, and any word of an attendee's
name with a capital, alone or in a row, also in the genitive. Found when asked for (`lokalbra show FILE --persons`),
since the statistics cost as much as all other extractors together.
"""

import re
from collections.abc import Iterator, Sequence

from models.meeting import Attendee, NamedPerson
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.actions.resolve import resolve
from pipeline.language.trained import recognised

_SHORTEST = 2  # letters of an attendee's name that is looked for
_CAPITAL = re.compile(r"[^\W\d_a-zåäö]")


def named_persons(
    meeting: MeetingPart, attendees: Sequence[Attendee], spacy_model: str | None = None
) -> tuple[NamedPerson, ...]:
    """Each naming of a person in the items of `meeting`, in order.

    `spacy_model`: an installed spaCy model instead of ours.
    """
    listed = _listed(attendees)
    return tuple(
        NamedPerson(
            name=view.text,
            attendee=resolve(view.text, attendees),
            section=section.ordinal,
            evidence=meeting.evidence("name", view.span(0, len(view.text)), rule),
        )
        for section in meeting.sections
        for text in (
            *((section.title,) if section.title is not None else ()),
            *(each.view for paragraph in section.paragraphs for each in paragraph.sentences),
        )
        for view, rule in _named(text, listed, spacy_model)
    )


def _listed(attendees: Sequence[Attendee]) -> re.Pattern[str] | None:
    """What finds the words of the attendees' names."""
    found = {word.strip('.,"”') for each in attendees for word in each.name.split()}
    words = [word for word in found if len(word) >= _SHORTEST and word[:1].isupper()]
    if not words:
        return None
    word = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{word})(?:\s(?:{word}))*s?(?!\w)")


def _named(
    view: View, listed: re.Pattern[str] | None, spacy_model: str | None
) -> Iterator[tuple[View, str]]:
    """The persons in one sentence or title, each with the rule that found it."""
    if not _CAPITAL.search(view.text):
        return
    entities = recognised(view.text, spacy_model).ents
    found = [
        (each.start_char, each.end_char, "person.model")
        for each in entities
        if each.label_ == "PER"
    ]
    if listed is not None:
        found += [(*match.span(), "person.attendee") for match in listed.finditer(view.text)]
    reach = 0
    for start, end, rule in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= reach:
            yield view.part(start, end), rule
            reach = end
