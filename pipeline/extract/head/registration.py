"""The registration number (diarienummer) of the document or the meeting.

Forms handled: "Dnr KS 2019/0377", "KS-2019/512.109", "SON2019.0113", "A004.512/2021", "406-291-06",
"1.5.3-227-2013", "SDN 1.2.6-118-2018", "Dnr 2019-00312 102", "(Dnr 004 - 512 / 06)", label and number in two cells of a row of labels; without "Dnr" only the sure forms.
"""

import re
from itertools import pairwise, takewhile

from models.evidence import Span
from models.view import view_of
from pipeline.extract.head.lines import Reading

_NUMBER = (
    r"[A-ZÅÄÖ0-9](?:(?!(?<=\d)[A-ZÅÄÖ][a-zåäö]{2})[A-ZÅÄÖa-z0-9./:-])*"  # not "2013-118Saknr"
    r"(?:\s?[-/]\s?[0-9.]+|(?<=\d):\s\d[\d./-]*|\s(?:19|20)?\d{2}[/:.-]\d[\d./-]*|\s\d+(?:\.\d+)+[-/][\d-]*\d|\s\d{2,5}(?![\w.]))*"
)
_WHOLE = re.compile(_NUMBER)
_LABELLED = re.compile(
    rf"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|registreringsnummer)\b\.?\s*:?\s*(?-i:(?P<n>{_NUMBER}))",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?P<n>(?:[A-ZÅÄÖ]{2,5}[\s-]?(?:19|20)?\d{2}|[A-Z]\d{3}\.\d{3})[/-]\d{2,6}(?:[.-]\d{1,4})?|(?!SFS|TDOK|AFS)[A-ZÅÄÖ]{2,5}[\s/-](?:19|20)\d\d:\d{1,5}|(?!BRÅ|NR)[A-ZÅÄÖ]{2,5}\s(?:19|20)\d\d/\d)\b"
)
NUMBERED = re.compile(
    rf"(?<!\w)(?!\w+[\s-]?(?:19|20)\d\d-\d\d(?!\d)){_SURE.pattern}"
)  # not "BRÅ 2013-03-05"
_ALONE = re.compile(
    r"(?!(?:Nr|Den|Kl|Mån|Tis|Ons|Tors?|Fre|Lör|Sön|Sid|Dag|Möte|Tid|Prot)\b)(?P<n>[A-ZÅÄÖ][a-zåäö]{1,4}\s(?:(?:19|20)\d\d|\d\d)[/:]\d{1,5})"
)  # "Ekb 07/118", the whole of a line or cell
_DAYS = frozenset({"date", "plain_date", "time", "place_time", "place"})
_EXTRACT = re.compile(r"protokollsutdrag|utdrag ur protokoll", re.IGNORECASE)
_LABEL = re.compile(r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\.?:?", re.IGNORECASE)
_ISO_DAY = re.compile(
    r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d*)?$"
)  # "GTF 2019-12-04" in a page foot, a day among values that stand below all labels


def registration_number(reading: Reading) -> str | None:
    """The number under its label, else the first of a known form in the head or a page head."""
    for line in reading.lines:
        match = _WHOLE.match(line.text) if line.field == "registration" else None
        if match and re.search(r"\d", match.group()) and not _ISO_DAY.fullmatch(match.group()):
            reading.prove("registration_number", line.view, *match.span(), line.rule)
            return match.group()
    for label, line in pairwise(reading.lines):
        beside = label.position == line.position and _LABEL.fullmatch(label.text)
        match = _WHOLE.match(line.text) if beside else None
        if match and re.search(r"\d", match.group()):
            reading.prove("registration_number", line.view, *match.span(), "registration.beside")
            return match.group()
    for line in reading.lines:
        alone = line.field in _DAYS and (  # in the line below the day or beside it
            _SURE.fullmatch(line.text) or _LABELLED.match(line.text.lstrip("( "))
        )
        if line.field not in {None, "ignored", "registration"} and not (line.furniture or alone):
            continue
        for find in (_LABELLED.search, _SURE.search, _ALONE.fullmatch):
            match = find(line.text)
            if match and re.search(r"\d", match["n"]) and not _ISO_DAY.search(match["n"]):
                reading.prove(
                    "registration_number", line.view, *match.span("n"), "registration.form"
                )
                return match["n"]
    below = takewhile(lambda line: not line.text.endswith("."), [*reading.foot()][::-1])
    for line in below:  # the last sentence
        if (match := _LABELLED.search(line.text)) and re.search(r"\d", match["n"]):
            span = match.span("n")
            reading.prove("registration_number", line.view, *span, "registration.foot")
            return match["n"]
    return _of_extract(reading)


def _of_extract(reading: Reading) -> str | None:
    """The number of the one item of an extract ("PROTOKOLLSUTDRAG"), beside its title or in its flattened head."""
    extract = any(_EXTRACT.search(line.text) for line in reading.titles)
    for line in reading.lines if extract else ():
        if match := _LABELLED.search(line.text):
            reading.prove(
                "registration_number", line.view, *match.span("n"), "registration.extract"
            )
            return match["n"]
    for section in reading.meeting.sections[:1] if extract else ():
        title = section.title.offsets if section.title is not None else ()
        begin = title[0] if title else section.start
        ends = [each.view.offsets[-1] for each in section.paragraphs[:2] if each.view.text]
        opening = view_of(
            reading.meeting.text, [Span(begin, max([*title, *ends], default=begin) + 1)]
        )
        if match := _LABELLED.search(opening.text):
            reading.prove("registration_number", opening, *match.span("n"), "registration.extract")
            return match["n"]
    return None
