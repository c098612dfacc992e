"""A plan set in one of ten house styles (tools/protocols/README.md names them).

A style is a function that writes head, attendance, items and end. What differs between secretaries
of one style is left to chance.
"""

from collections.abc import Callable, Sequence
from random import Random

from generator.plan import MONTHS, WEEKDAYS, Person, Plan, upper
from generator.sheet import Generated, Sheet


def generate(chance: Random, plan: Plan) -> Generated:
    """The plan in its council's style."""
    sheet = Sheet(plan)
    _STYLES[plan.council.style](sheet, chance, plan)
    return sheet.finished()


def _long(plan: Plan) -> str:
    return f"{plan.day.day} {MONTHS[plan.day.month - 1]} {plan.day.year}"


def _weekday(plan: Plan) -> str:
    return WEEKDAYS[plan.day.weekday()]


def _clock(chance: Random, plan: Plan) -> list[str | tuple[str, str]]:
    """The time of day: "9.00", "9:00 - 11.15", each part a fact."""
    one, two = chance.choice((("%H.%M", "%H.%M"), ("%H:%M", "%H:%M"), ("%H:%M", "%H.%M")))
    start: list[str | tuple[str, str]] = [(plan.start.strftime(one), "start_time")]
    if plan.end is None:
        return start
    dash = chance.choice(("-", "–", " - "))
    return [*start, dash, (plan.end.strftime(two), "end_time")]


def _title(sheet: Sheet, plan: Plan, before: str = "", between: str = " ", after: str = "") -> None:
    sheet.line(before, (plan.council.name, "council"), between, (plan.council.area, "area"), after)


def _entry(person: Person, *, suffix: bool = False) -> str:
    """A person's line after the name. `suffix`: with the function at this meeting."""
    said = f" ({person.party})" if person.party else ""
    said += "".join(f", {each}" for each in (person.role, person.organisation) if each)
    if suffix and person.function:
        said += {"chair": ", ordförande", "secretary": ", sekreterare", "adjuster": ""}[
            person.function
        ]
    return said


def _persons(sheet: Sheet, label: str, persons: Sequence[Person], *, suffix: bool = False) -> None:
    """A label and one person a line."""
    if not persons:
        return
    sheet.line(label)
    for person in persons:
        sheet.line((person.name, "attendees"), _entry(person, suffix=suffix))
    sheet.line()


def _with(plan: Plan, *statuses: str) -> list[Person]:
    return [each for each in plan.persons if each.status in statuses]


def _functions(sheet: Sheet, plan: Plan, colon: str = ":") -> None:
    for person in plan.persons:
        if person.function:
            label = {"chair": "Ordförande", "secretary": "Sekreterare", "adjuster": "Justerare"}
            sheet.line(f"{label[person.function]}{colon} {person.name}")


def _run_on(sheet: Sheet, label: str, persons: Sequence[Person], end: str = "") -> None:
    """All persons in one line, "och" before the last."""
    sheet.put(label)
    for at, person in enumerate(persons):
        last = at == len(persons) - 1
        sheet.put("" if at == 0 else " och " if last else ", ")
        sheet.put(person.name, "attendees")
    sheet.line(end)


def _items(
    sheet: Sheet,
    plan: Plan,
    number: Callable[[int], tuple[str, str | None, str]],
    *,
    gap: bool = True,
) -> None:
    """Every item: `number` gives what stands before it, the number, and what stands after it."""
    for at, item in enumerate(plan.items):
        before, said, after = number(at)
        sheet.heading(before, said, item.title, after)
        sheet.line()
        for paragraph in item.paragraphs:
            sheet.say(paragraph)
        if gap:
            sheet.line()


def _signed(sheet: Sheet, plan: Plan) -> None:
    for label, function in (
        ("Vid protokollet", "secretary"),
        ("Ordförande", "chair"),
        ("Justeras", "adjuster"),
    ):
        for person in plan.persons:
            if person.function == function:
                sheet.line(label)
                sheet.line(person.name)
                sheet.line()


def _district(sheet: Sheet, chance: Random, plan: Plan) -> None:
    sheet.line("PROTOKOLL")
    _title(sheet, plan)
    sheet.line("Sammanträdesdag ", (plan.day.isoformat(), "meeting_date"))
    sheet.line("Tid: ", *_clock(chance, plan))
    sheet.line("Plats: ", (plan.room, "place"))
    sheet.line()
    _persons(sheet, "Närvarande", _with(plan, "present"), suffix=True)
    _persons(sheet, "Anmält förhinder", _with(plan, "absent"))
    _items(sheet, plan, lambda at: ("", str(at + 1), ". "))


def _office(sheet: Sheet, chance: Random, plan: Plan) -> None:
    sheet.line("Minnesanteckningar")
    _title(sheet, plan, between=" i ")
    sheet.line((f"{upper(_weekday(plan))}en den {_long(plan)}", "meeting_date"))
    sheet.line("Lokal: ", (plan.room, "place"))
    sheet.line("Tid: kl. ", *_clock(chance, plan))
    sheet.line()
    _persons(sheet, "Närvarande:", _with(plan, "present"))
    _persons(sheet, "Förhinder:", _with(plan, "absent"))
    _functions(sheet, plan)
    sheet.line()
    _items(sheet, plan, lambda _: ("", None, ""))


def _bare(sheet: Sheet, chance: Random, plan: Plan) -> None:
    _title(sheet, plan)
    sheet.line((plan.day.isoformat(), "meeting_date"))
    month = MONTHS[plan.day.month - 1]
    sheet.line(f"Anteckningar {plan.council.name} {month} {plan.day.year}")
    sheet.line()
    dot = chance.choice((". ", " "))
    _items(sheet, plan, lambda at: ("", str(at + 1), dot))


def _summons(sheet: Sheet, chance: Random, plan: Plan) -> None:
    _title(sheet, plan, after=" KALLELSE SIDA 1 (1)")
    sheet.line()
    sheet.line(
        (f"{upper(_weekday(plan))}en den {_long(plan)}", "meeting_date"), " klockan ", *_clock(chance, plan)
    )  # fmt: skip
    sheet.line("Plats: ", (plan.room, "place"))
    sheet.line()
    sheet.line("Ärenden")
    _items(sheet, plan, lambda at: ("", str(at + 1), ". "), gap=False)
    sheet.line()
    sheet.line("Välkomna!")


def _called(sheet: Sheet, chance: Random, plan: Plan) -> None:
    sheet.line("PROTOKOLL")
    _title(sheet, plan)
    sheet.line("Klockan ", *_clock(chance, plan))
    sheet.line("Plats ", (plan.room, "place"))
    sheet.line("Datum ", (plan.day.isoformat(), "meeting_date"))
    sheet.line()
    _persons(sheet, "Kallade", plan.persons)
    _persons(sheet, "Närvarande ledamöter", _with(plan, "present"), suffix=True)
    _items(sheet, plan, lambda at: ("", str(at + 1), " "))


def _formal(sheet: Sheet, chance: Random, plan: Plan) -> None:
    _title(sheet, plan)
    sheet.line("SAMMANTRÄDESPROTOKOLL")
    sheet.line("Sammanträdesdatum ", (plan.day.isoformat(), "meeting_date"))
    sheet.line("Plats och tid: ", (plan.room, "place"), ", kl. ", *_clock(chance, plan))
    sheet.line()
    _persons(sheet, "Beslutande", _with(plan, "present"), suffix=True)
    _persons(sheet, "Frånvarande", _with(plan, "absent"))
    adjuster = next(each for each in plan.persons if each.function == "adjuster")
    sheet.line(f"Utses att justera: {adjuster.name}")
    sheet.line()
    first = chance.randint(1, 60)
    mark = chance.choice(("§ ", "§ ", "§"))
    _items(sheet, plan, lambda at: (mark, str(first + at), " "))
    _signed(sheet, plan)


def _joint(sheet: Sheet, chance: Random, plan: Plan) -> None:
    _title(sheet, plan, before="Protokoll fört vid sammanträde med ", between=" i ")
    sheet.line("Datum: ", (f"{_weekday(plan)} den {_long(plan)}", "meeting_date"))
    sheet.line("Tid: ", *_clock(chance, plan))
    sheet.line("Plats: ", (plan.room, "place"))
    sheet.line()
    sheet.line("Deltagare")
    for person in plan.persons:
        away = ", ej närvarande" if person.status == "absent" else ""
        sheet.line((person.name, "attendees"), _entry(person, suffix=True), away)
    sheet.line()
    adjuster = next(each for each in plan.persons if each.function == "adjuster")
    sheet.line(f"Justerare: {adjuster.name}")
    sheet.line()
    letters = "".join(word[0] for word in plan.council.name.split()).upper()
    first = chance.randint(1, 40)
    _items(sheet, plan, lambda at: ("", f"{letters} {first + at}", " "))
    _signed(sheet, plan)


def _agencies(sheet: Sheet, chance: Random, plan: Plan) -> None:
    sheet.line("Minnesanteckningar från samverkansmöte")
    _title(sheet, plan)
    sheet.line("Datum: ", (_long(plan), "meeting_date"))
    sheet.line("Tid: ", *_clock(chance, plan))
    sheet.line("Plats: ", (plan.room, "place"))
    sheet.line("Värd: kommunen")
    sheet.line()
    _persons(sheet, "Närvarande:", _with(plan, "present"))
    _persons(sheet, "Förhindrade att delta:", _with(plan, "absent"))
    _functions(sheet, plan)
    sheet.line()
    _items(sheet, plan, lambda _: ("", None, ""))


def _residents(sheet: Sheet, chance: Random, plan: Plan) -> None:
    sheet.line("Protokoll")
    sheet.line(
        (plan.council.name, "council"), " i ", (plan.council.area, "area"),
        " den ", (_long(plan), "meeting_date"),
    )  # fmt: skip
    sheet.line("Plats: ", (plan.room, "place"))
    sheet.line("Tid: kl. ", *_clock(chance, plan))
    _run_on(sheet, "Närvarande: ", plan.persons, ".")
    _functions(sheet, plan)
    sheet.line()
    first = chance.randint(1, 90)
    _items(sheet, plan, lambda at: ("§ ", str(first + at), " "))


def _village(sheet: Sheet, chance: Random, plan: Plan) -> None:
    _title(sheet, plan, before="Protokoll ")
    sheet.line("Datum ", (plan.day.isoformat(), "meeting_date"))
    sheet.line("Plats ", (plan.room, "place"))
    sheet.line("Tid ", *_clock(chance, plan))
    _run_on(sheet, "Närvarande: ", plan.persons)
    _functions(sheet, plan)
    sheet.line()
    _items(sheet, plan, lambda at: ("§", str(at + 1), " "))


_STYLES: dict[str, Callable[[Sheet, Random, Plan], None]] = {
    "A": _district,
    "B": _office,
    "C": _bare,
    "D": _summons,
    "E": _called,
    "F": _formal,
    "G": _joint,
    "H": _agencies,
    "I": _residents,
    "J": _village,
}
