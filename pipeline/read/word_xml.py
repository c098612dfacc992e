"""The XML of Word files: namespace, values, switches, and the text of a run."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SYMBOLS = {"FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐"}  # of Wingdings
_OFF = ("0", "false", "off", "none")


def flags(look: Any) -> tuple[bool | None, bool | None]:
    """Whether a look says bold, and struck; None where it says nothing of it."""
    bold = look.find(f"{W}b")
    struck = look.find(f"{W}strike")
    if struck is None:
        struck = look.find(f"{W}dstrike")
    return (
        None if bold is None else is_on(bold),
        None if struck is None else is_on(struck),
    )


def is_on(element: Any) -> bool:
    """Whether a switch such as <w:b/> stands there and is not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def value(element: Any, name: str) -> str | None:
    """What the child `name` of an element, if there are both, says."""
    child = None if element is None else element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def twips(element: Any, name: str) -> float | None:
    """An attribute that holds twentieths of a point, in points."""
    said = element.get(f"{W}{name}")
    return int(said) / 20 if said and said.lstrip("-").isdigit() else None


def unwrapped(parent: Any) -> Iterator[Any]:
    """Children, with those of content controls and accepted insertions in their place."""
    for child in parent:
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from unwrapped(child)
        elif isinstance(child.tag, str):
            yield child


def inside_fallback(element: Any) -> bool:
    """Whether it is what older programs show in place of what stands beside it."""
    return any(parent.tag.endswith("}Fallback") for parent in element.iterancestors())


def run_text(run: Any) -> str:
    """The text of a run, its tabs and breaks as characters."""
    out: list[str] = []
    for part in run:
        name = part.tag.removeprefix(W) if isinstance(part.tag, str) else ""
        if name == "t":
            out.append(part.text or "")
        elif name in ("tab", "ptab"):
            out.append("\t")
        elif name == "br":
            out.append("\f" if part.get(f"{W}type") == "page" else "\n")
        elif name == "cr":
            out.append("\n")
        elif name == "noBreakHyphen":
            out.append("-")
        elif name == "sym":
            out.append(_SYMBOLS.get((part.get(f"{W}char") or "")[-2:].upper(), "•"))
    return "".join(out)
