"""Protocol-like lines with their persons, bodies and places, made from protocol_lines.txt.

Each line with slots is filled several times, from names.toml, the vocabulary's first names and its
gazetteer. The same seed makes the same lines.
"""

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from pipeline.vocabulary import listed

HERE = Path(__file__).parent
FILLED = 12  # times a line with slots is written
PLAIN = 4  # times a line without

Entity = tuple[int, int, str]  # start and end in characters, PER, ORG or LOC
_DOUBLE_GENITIVE = re.compile(r"(?<=[sxz])s(?=\s|$)")
_MARK = re.compile(r"\{(?P<slot>\w+)\}|\[(?P<text>[^\]]+)\]\((?P<label>[A-Z]+)\)")
_LABELS = {"per": "PER", "first": "PER", "last": "PER", "initial": "PER",
           "org": "ORG", "school": "ORG", "loc": "LOC", "street": "LOC"}  # fmt: skip
_MONTHS = "januari februari mars april maj juni augusti september oktober november december".split()
_DAYS = "måndag tisdag onsdag torsdag fredag".split()
_ROLES = (
    "kommunpolis", "områdespolis", "polis", "närpolischef", "rektor", "biträdande rektor", "kurator", "skolsköterska", "fältassistent",
    "fältsekreterare", "preventionssamordnare", "säkerhetssamordnare", "brottsförebyggande samordnare", "ungdomssamordnare", "enhetschef",
    "stadsdelschef", "stadsdelsdirektör", "socialchef", "socialsekreterare", "fritidschef", "fritidsledare", "verksamhetschef", "kommunchef",
    "nämndsekreterare", "utredare", "utvecklingsledare", "trygghetssamordnare", "brandinspektör", "brandingenjör", "bosocial samordnare",
    "fastighetschef", "förvaltare", "områdeschef", "ordförande", "vice ordförande", "1:e vice ordförande", "ledamot", "diakon", "kyrkoherde",
    "butikschef", "centrumchef", "verksamhetsutvecklare", "kommunsekreterare", "folkhälsostrateg", "gatuchef", "tekniker", "tf enhetschef",
)  # fmt: skip


def protocol_lines(seed: int) -> list[tuple[str, list[Entity]]]:
    """The lines, filled, in the file's order."""
    slots = _Slots(Random(seed))
    lines = (HERE / "protocol_lines.txt").read_text(encoding="utf-8").splitlines()
    return [
        slots.fill(line)
        for line in lines
        if line and not line.startswith("# ")
        for _ in range(FILLED if "{" in line else PLAIN)
    ]


class Names:
    """Whole names, surnames, places and bodies, drawn at random."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._lists = {
            key: [each.replace("~", " ") for each in text.split()]
            for key, text in tomllib.loads((HERE / "names.toml").read_text("utf-8")).items()
        }
        self._first = listed("names", "first")
        self._known_places = [
            *listed("gazetteer", "municipalities"),
            *listed("gazetteer", "districts"),
        ]
        self._bodies = [
            *listed("gazetteer", "authorities"),
            *listed("gazetteer", "field") * 2,
            *listed("gazetteer", "parties"),
        ]

    def _one(self, of: Sequence[str]) -> str:
        return self._random.choice(of)

    def first(self) -> str:
        name = self._one(self._lists["common"] if self._random.random() < 0.6 else self._first)
        if self._random.random() < 0.04 and "-" not in name:
            return f"{name}-{self._one(self._first)}"
        return name

    def last(self) -> str:
        return self._one(listed("gazetteer", "surnames"))

    def person(self) -> str:
        name = f"{self.first()} {self.last()}"
        chance = self._random.random()
        if chance < 0.06:
            return f"{name} {self.last()}"
        if chance < 0.1:
            return f"{name}-{self.last()}"
        return f"{self.first()} {name}" if chance < 0.13 else name

    def initial(self) -> str:
        return f"{self.first()[0]}. {self.last()}"

    def street(self) -> str:
        return self._one(self._lists["streets"])

    def place(self) -> str:
        return self._one(
            self._known_places if self._random.random() < 0.6 else self._lists["places"]
        )

    def school(self) -> str:
        kind = self._one(("skolan", "skolan", "skolan", "gymnasiet", "s skola", "s förskola"))
        if kind.startswith("s "):
            place = self.place()
            return f"{place}{kind[1:] if place[-1] in 'sxz' else kind}"
        return f"{self._one(self._lists['school_stems'])}{kind}"

    def body(self) -> str:
        place, name = self.place(), self._one(self._lists["body_names"])
        whose = place if place[-1] in "sxz" else f"{place}s"
        made: tuple[Callable[[], str], ...] = (
            lambda: f"{whose} kommun", lambda: f"{place} kommun", lambda: f"{place} Bostäder", lambda: f"AB {place}hem",
            lambda: f"{place}bostäder AB", lambda: f"{whose} församling", lambda: f"Hyresgästföreningen {place}",
            lambda: f"Brf {name}", lambda: f"Bostadsrättsföreningen {name}", lambda: f"{whose} fritidsgård", lambda: f"{place} IF",
            lambda: f"{whose} BK", lambda: f"{name} Fastigheter AB", lambda: f"{whose} köpmannaförening", lambda: f"{place} centrum AB",
            lambda: f"Polisen {place}", lambda: f"Lokalpolisområde {place}", lambda: f"Närpolisen {place}", lambda: f"{whose} räddningstjänst",
            lambda: f"Räddningstjänsten {place}", lambda: f"{whose} stadsdelsförvaltning", lambda: f"{place} SDF",
            lambda: f"{whose} bibliotek", lambda: f"Nattvandrarna i {place}", lambda: f"{name} Bevakning", lambda: f"ICA {name}", lambda: f"Coop {place}",
            lambda: f"Företagarna {place}", lambda: f"{whose} byalag", lambda: f"{whose} hembygdsförening", self.school,
        )  # fmt: skip
        return (
            self._one(self._bodies) if self._random.random() < 0.5 else self._random.choice(made)()
        )


class _Slots:
    def __init__(self, random: Random) -> None:
        self._random = random
        names = Names(random)
        self._fillers: dict[str, Callable[[], str]] = {
            "per": names.person, "first": names.first, "last": names.last, "initial": names.initial, "org": names.body,
            "school": names.school, "loc": names.place, "street": names.street, "role": self._role,
            "party": lambda: random.choice(("S", "M", "SD", "C", "V", "L", "FP", "MP", "KD")),
            "date": self._date, "time": self._time, "day": lambda: random.choice(_DAYS),
            "month": lambda: random.choice(_MONTHS), "year": lambda: str(random.randint(2006, 2024)),
            "num": lambda: str(random.randint(1, 30)),
        }  # fmt: skip

    def fill(self, line: str) -> tuple[str, list[Entity]]:
        text, entities, at = "", [], 0
        for match in _MARK.finditer(line):
            text += line[at : match.start()]
            slot = match["slot"]
            filled = self._fillers[slot]() if slot else match["text"]
            label = _LABELS.get(slot) if slot else match["label"]
            if not text and slot == "org":
                filled = filled[0].upper() + filled[1:]
            if label:
                entities.append((len(text), len(text) + len(filled), label))
            text += filled
            at = match.end() + bool(_DOUBLE_GENITIVE.match(filled[-1:] + line[match.end() :], 1))
        return text + line[at:], entities

    def _role(self) -> str:
        role = self._random.choice(_ROLES)
        return role.capitalize() if self._random.random() < 0.5 else role

    def _date(self) -> str:
        day, month, year = (
            self._random.randint(1, 28),
            self._random.randint(1, 12),
            self._random.randint(2006, 2024),
        )
        written = f"{day} {self._random.choice(_MONTHS)}"
        return self._random.choice(
            (f"{year}-{month:02}-{day:02}", written, f"{written} {year}", f"{day}/{month}")
        )

    def _time(self) -> str:
        hour, minute = self._random.randint(8, 20), self._random.choice(("00", "30", "15"))
        return self._random.choice((f"{hour}.{minute}", f"{hour}:{minute}"))
