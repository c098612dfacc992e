"""Swedish personal identity numbers in text: where they stand, and text with them masked.

Forms handled: personnummer and samordningsnummer (day plus 60), 10 or 12 digits, parted by "-", "+",
a space or nothing; spaces between the digits as a scan gives them ("85 07 09-98 05"), O and l read
for 0 and 1. The checksum must hold, except after the word itself ("personnummer 850709-9804"), where
a misread digit must not give the rest away. Not numbers of organisations (their third digit is 2 or
more, which no month has), telephones, accounts, or registration numbers.
"""

import re
from collections.abc import Iterator

from personnummer import personnummer

from models.evidence import Span

_D = r"[\dOoIl|]"
_SHAPE = re.compile(
    rf"(?<!\w)(?<!\d[-./+,])(?P<born>{_D}(?:[ \u00a0]?{_D}){{5}}(?:(?:[ \u00a0]?{_D}){{2}})?)"
    rf"(?P<sep>\s?[-–−+]\s?|\s)?(?P<serial>{_D}(?:[ \u00a0]?{_D}){{3}})(?!\w)(?![-./]\d)"
)
_LIKE_ONE = re.compile(rf"[{_D[1:-1]}\s\-–−+]{{10}}")  # cheap; what no number is without
_CUE = re.compile(
    r"\b(?:person(?:\s?-?\s?nummer|[\s-]?nr)|pers\.?\s?nr|p\.?nr|samordnings(?:nummer|nr)|född)\W{0,4}$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|tel(?:efon)?|tfn|mob(?:il)?|(?:bank|plus|post)giro|bg|pg|konto(?:nr|nummer)?)\W{0,4}$",
    re.I,
)
_DIGITS = str.maketrans("OoIl|", "00111")
_HIDDEN = re.compile(_D)
_BEFORE = 24  # characters in which a word says what the number is
_FEWEST_DIGITS = 6  # true digits; the rest may be letters misread


def identity_numbers(text: str) -> Iterator[Span]:
    """Where the numbers stand in `text`, in order."""
    for match in _SHAPE.finditer(text) if _LIKE_ONE.search(text) else ():
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        told = _CUE.search(before) is not None
        if not _OTHER.search(before) and _is_number(match, told=told):
            yield Span(*match.span())


def masked(text: str) -> str:
    """`text` with an X for each digit of such a number: of the same length, so that offsets hold."""
    for start, end in identity_numbers(text):
        text = text[:start] + _HIDDEN.sub("X", text[start:end]) + text[end:]
    return text


def masked_in(value: object) -> object:
    """`value` with every text in it masked, however deep in lists and mappings."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: masked_in(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [masked_in(each) for each in value]
    return value


def _is_number(match: re.Match[str], *, told: bool) -> bool:
    """Whether the match is one; `told`: the word before it says so, which stands in for the checksum."""
    written = match["born"] + match["serial"]
    if sum(char.isdigit() for char in written) < _FEWEST_DIGITS:
        return False
    born, serial = (
        re.sub(r"\D", "", part.translate(_DIGITS)) for part in match.group("born", "serial")
    )
    if not _is_birth_date(born):
        return False
    sign = (match["sep"] or "").strip()
    if told:
        return True
    if not sign and (re.search(r"\s", written) or (match["sep"] is None and born[0] == "0")):
        return False  # a row of figures; a mobile telephone
    return bool(personnummer.valid(f"{born}{'+' if sign == '+' else '-'}{serial}"))


def _is_birth_date(born: str) -> bool:
    """Whether YYMMDD or YYYYMMDD can be one, also with 60 added to the day."""
    if len(born) == 8 and born[:2] not in {"18", "19", "20"}:
        return False
    return 1 <= int(born[-4:-2]) <= 12 and 1 <= int(born[-2:]) % 60 <= 31
