"""More forms of attendance parts, also in protocols that lost their lines: text in, persons out (attendance_forms.toml,
attendance_pages.toml, attendance_heads.toml, attendance_groups.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.people import BODY, HEAD, people

FORMS = [
    form
    for name in (
        "attendance_forms.toml",
        "attendance_pages.toml",
        "attendance_heads.toml",
        "attendance_groups.toml",
    )
    for form in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["list"]
]
LONG = """

2. Lägesbild
Två bilar brann vid torget i februari och en misstänkt har gripits. Skolan berättade att det har varit lugnare i
korridorerna sedan fler vuxna rör sig där. Bostadsbolaget byter belysningen på gården under våren och skickar en
tidplan till alla hyresgäster. Fritidsgården håller öppet till klockan 22 på fredagar och nattvandrarna har varit ute
åtta kvällar.

3. Övriga frågor
Inga övriga frågor togs upp.
"""  # enough for a text that is taken to have lost its lines


def _protocol(form: dict[str, Any]) -> str:
    if form.get("whole"):
        return str(form["text"])
    if form.get("flat"):
        opening = BODY.partition("2. ")[0].rstrip()
        return " ".join((HEAD + form["text"] + opening + LONG).split())
    return HEAD + str(form["text"]) + BODY


@pytest.mark.parametrize("form", [pytest.param(each, id=each["form"]) for each in FORMS])
def test_forms(form: dict[str, Any]) -> None:
    assert sorted(people(_protocol(form))) == sorted(form["persons"])
