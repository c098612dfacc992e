"""What the styles and lists of a Word file say, each with what it is based on."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.read.numbering import Level
from pipeline.read.word_xml import W, flags, twips, value


@dataclass(slots=True)
class Style:
    """What a style says, with what it is based on. Spaces in points."""

    bold: bool | None = None
    struck: bool | None = None
    heading: bool = False
    list_id: str | None = None
    level: int | None = None
    before: float | None = None
    after: float | None = None


class NumberedList(NamedTuple):
    """`chain`: the lists that count on together; `restarts`: whether this one begins anew."""

    chain: str
    levels: dict[int, Level]
    restarts: bool


def styles_of(document: Any) -> tuple[dict[str, Style], str]:
    """The styles of a Word document by their id, and the id of the one that paragraphs have by default."""
    styles: dict[str, Style] = {}
    default = ""
    elements = {
        style.get(f"{W}styleId"): style for style in document.styles.element.iter(f"{W}style")
    }
    for name, style in elements.items():
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
            default = name
        chain = [style]
        while len(chain) < 12:
            based = chain[-1].find(f"{W}basedOn")
            parent = None if based is None else elements.get(based.get(f"{W}val"))
            if parent is None:
                break
            chain.append(parent)
        styles[name] = _style_of(chain)
    return styles, default


def lists_of(document: Any) -> dict[str, NumberedList]:
    """The numbered and bulleted lists of a Word document by their id."""
    lists: dict[str, NumberedList] = {}
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):  # the file has no lists
        return lists
    abstract = {
        element.get(f"{W}abstractNumId"): element for element in root.iter(f"{W}abstractNum")
    }
    for number in root.iter(f"{W}num"):
        reference = number.find(f"{W}abstractNumId")
        base = None if reference is None else reference.get(f"{W}val")
        if base not in abstract:
            continue
        levels = {
            int(level.get(f"{W}ilvl")): _level_of(level) for level in abstract[base].iter(f"{W}lvl")
        }
        restarts = False
        for override in number.iter(f"{W}lvlOverride"):
            index = int(override.get(f"{W}ilvl"))
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[index] = _level_of(own)
            start = value(override, "startOverride")
            if start is not None:
                old = levels.get(index, Level())
                levels[index] = Level(old.form, old.pattern, int(start))
                restarts = True
        lists[number.get(f"{W}numId")] = NumberedList(f"{base}", levels, restarts)
    return lists


def _style_of(chain: list[Any]) -> Style:
    """A style from itself and its ancestors; the nearest word counts."""
    style = Style()
    for element in chain:
        look, frame = element.find(f"{W}rPr"), element.find(f"{W}pPr")
        if look is not None:
            bold, struck = flags(look)
            style.bold = bold if style.bold is None else style.bold
            style.struck = struck if style.struck is None else style.struck
        name = (value(element, "name") or "").lower()
        style.heading = style.heading or name.startswith(("heading", "rubrik")) or name == "title"
        if frame is None:
            continue
        outline = value(frame, "outlineLvl")
        style.heading = style.heading or (outline or "9") < "9"
        if style.list_id is None:
            style.list_id = value(frame.find(f"{W}numPr"), "numId")
        if style.level is None:
            level = value(frame.find(f"{W}numPr"), "ilvl")
            style.level = None if level is None else int(level)
        spacing = frame.find(f"{W}spacing")
        if spacing is not None:
            style.before = twips(spacing, "before") if style.before is None else style.before
            style.after = twips(spacing, "after") if style.after is None else style.after
    return style


def _level_of(element: Any) -> Level:
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        int(value(element, "start") or 1),
    )
