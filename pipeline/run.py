"""One document, from bytes to record: the stages in their order, to be read from top to bottom."""

from models.meeting import Meeting, NamedPerson, Protocol
from models.segmented import MeetingPart
from pipeline.acts import judge_of
from pipeline.cache import read_or_recall
from pipeline.config import ReadSettings
from pipeline.extract.actions import actions
from pipeline.extract.attachments import attachments
from pipeline.extract.attendees import attendees
from pipeline.extract.contacts import contacts
from pipeline.extract.doubts import doubts
from pipeline.extract.doubts.unclaimed import unclaimed
from pipeline.extract.follow_ups import follow_ups
from pipeline.extract.head import Head, head
from pipeline.extract.meeting_signs import meeting_signs
from pipeline.extract.named_persons import named_persons
from pipeline.extract.next_meeting import next_meeting
from pipeline.extract.possible_follow_ups import possible_follow_ups
from pipeline.extract.priority_areas import priority_areas
from pipeline.extract.problems import problem_mentions
from pipeline.extract.sections import sections
from pipeline.extract.told_again import without_told
from pipeline.segment import segment


def read_protocol(data: bytes, settings: ReadSettings | None = None) -> Protocol:
    """Read one file's bytes into its record.

    Raises DocumentError (see errors.py) where the file cannot be read at all.
    """
    chosen = settings or ReadSettings()
    document = read_or_recall(data, chosen)
    meetings: list[Meeting] = []
    earlier: Head | None = None
    for part in segment(document):
        earlier = head(part, earlier)
        meetings.append(extract(part, earlier))
    return Protocol(document=document, meetings=tuple(meetings))


def persons_in(
    protocol: Protocol, spacy_model: str | None = None
) -> tuple[tuple[NamedPerson, ...], ...]:
    """The persons named in running text, meeting by meeting; found only when asked for.

    Raises UnknownModel where `spacy_model` is not installed or finds no names.
    """
    parts = segment(protocol.document)
    return tuple(
        named_persons(part, meeting.attendees, spacy_model)
        for part, meeting in zip(parts, protocol.meetings, strict=True)
    )


def extract(part: MeetingPart, own: Head | None = None) -> Meeting:
    """All facts of one meeting; each extractor reads the segmented meeting and nothing else.

    own: its head, where that has been read beside an earlier one in the same file.

    The doubts come last, since they lay the facts side by side.
    """
    own = own or head(part)
    hours = own.start_time, own.end_time
    following, next_issues = next_meeting(part, own.meeting_date, own.place, hours)
    persons, person_issues = attendees(part, own.kind, own.meeting_date)
    items, item_issues = sections(part)
    judge = judge_of(part)
    called = own.kind == "kallelse"
    tasks = actions(part, persons, own.meeting_date, following, judge, called=called)
    told = follow_ups(part, judge, persons)
    tasks = without_told(tasks, told)
    problems = problem_mentions(part, judge)
    meeting = Meeting(
        ordinal=part.ordinal,
        kind=own.kind,
        council=own.council,
        area=own.area,
        meeting_date=own.meeting_date,
        start_time=own.start_time,
        end_time=own.end_time,
        place=own.place,
        registration_number=own.registration_number,
        next_meeting=following,
        signs=meeting_signs(part, own.meeting_date, following),
        attendees=persons,
        sections=items,
        priority_areas=priority_areas(part),
        actions=tasks,
        follow_ups=told,
        possible_follow_ups=possible_follow_ups(part, tasks, told, problems, judge),
        problem_mentions=problems,
        attachments=attachments(part),
        contacts=contacts(part),
        issues=(*own.issues, *person_issues, *item_issues, *next_issues),
        evidence=own.evidence,
    )
    lost, share = unclaimed(part, meeting)
    meeting = meeting.model_copy(update={"unclaimed": lost, "unclaimed_share": share})
    return meeting.model_copy(update={"issues": (*meeting.issues, *doubts(part, meeting))})
