"""Which meetings are one series: the same body in the same area, however they are spelled."""

import re
import unicodedata

from pipeline.vocabulary import rules, words

_ABBREVIATION = re.compile(r"\s*\([^()]*\)")
_DEFINITE = re.compile(
    r"(råd|forum|utskott|byalag|nätverk)et$|(nämnd|grupp|förening|samverkan|kommitté)e?n$"
)


def series_key(council: str | None, area: str | None) -> str | None:
    """A readable slug ("bra-vinnersjo") for the body and its area; None where neither is known.

    Forms handled: "Lokala Brå", "BRÅ" and "Lokala brottsförebyggande rådet (Brå)" are one body;
    "Trygghetsrådet" and "Trygghetsråd" too; "X", "X kommun", "X stad", "X:s" and "Xs
    stadsdelsförvaltning" one area; case, å/ä/ö and punctuation do not part. An area inside the
    council's name ("Lokala Brå Vikdal") counts where none is given, and is dropped where it is.
    """
    place = area_slug(area or "")
    body, rest = _body(council or "")
    if rest and not place:
        place = area_slug(rest)
    return "-".join(part for part in (body, place) if part) or None


def _body(council: str) -> tuple[str, str]:
    """The body's slug, and what stands beside a known name: its area."""
    text = " ".join(unicodedata.normalize("NFC", council).split())
    for rule in rules("series"):
        if match := rule.regex.search(text):
            return rule.data["key"], f"{text[: match.start()]} {text[match.end() :]}"
    return slug(_DEFINITE.sub(r"\1\2", _ABBREVIATION.sub("", text).casefold().strip())), ""


def area_slug(area: str) -> str:
    """The area's slug, without words for its kind and without a genitive's s (also Borås: "bora")."""
    text = unicodedata.normalize("NFC", area).casefold()
    text = re.sub(r":s\b", "", text)
    dropped = words("series", "area_kinds") | words("series", "joiners")
    kept = [word for word in re.findall(r"\w+", text) if word not in dropped]
    if kept and len(kept[-1]) > 3:
        kept[-1] = kept[-1].removesuffix("s")
    return slug(" ".join(kept))


def slug(text: str) -> str:
    """Small letters and digits of ASCII, parted by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return "-".join(re.findall(r"[^\W_]+", plain))
