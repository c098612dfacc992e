"""Where a piece of an attendance line that says several things is cut: name, work, note on presence.

Forms handled: "Kommunpolis Anna Ek", "under punkt 2 Anna Ek", "från kommunen Anna Ek", "rådsekreterare Anna Ek vid pennan", "SN för Anna Ek", "från AB Ekhus områdeschef Anna Ek", "Anna Ek Tekniska kontoret", "Anna Ek t.o.m. punkt 4", "polisen § 33", and two
names whose line break was lost ("Anna Ek Bo Lind").
"""

import re
from collections.abc import Iterator

from pipeline.extract.attendees.affiliation import is_organisation, kinds_in, vocabulary
from pipeline.names import is_first_name, is_name, is_role

_WORD = re.compile(r"\S+")
_SIDES = frozenset("norra södra östra västra stora lilla nya gamla övre nedre inre yttre".split())
_BODY = re.compile(r"[a-zåäö]{3}(?:(?<!polis)en|et|an)$|^Polisen$")  # "närpolisen" is somebody
_BARE = re.compile(
    r"kommun|församling|skola|förskola|gymnasium|bibliotek|pastorat|landsting|stad|fritidsgård|hembygdsförening|byalag"
)  # nouns that are no body alone
_ITEMS = re.compile(
    r"(?<=[a-zåäö]{2} )\d{1,3}(?:\s?[-–]\s?\d{1,3})?$"
)  # whose "§" is not written or lost
_KNOWN = 0.6  # of the given names of a run


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each name stands in "Anna Ek Bo Lind", whose line break was lost.

    Of many names some given ones may be unknown, as long as no surname is a given one.
    """
    words = list(_WORD.finditer(text))
    given = [is_first_name(word.group()) for word in words]
    pairs = len(words) >= 4 and len(words) % 2 == 0
    if pairs and sum(given[::2]) > _KNOWN * (len(words) // 2) and not any(given[1::2]):
        for first, last in zip(words[::2], words[1::2], strict=True):
            yield first.start(), last.end()
    else:
        yield 0, len(text)


def note_at_end(text: str) -> int | None:
    """Where a note on presence begins that ends an affiliation ("polisen § 33", "skolchef 14", "närpolischef 31-33", "ekonom Bo Ek 14")."""
    if (items := _ITEMS.search(text)) is not None:
        before = text[: items.start() - 1]
        if is_role(before) or role_before_name(before) is not None:
            return items.start()
    if "partial" not in kinds_in(text):
        return None
    for note in vocabulary("partial").regex.finditer(text, 2):
        if note.end() == len(text) and text[note.start() - 1] == " ":
            return note.start()
    return None


def note_at_start(text: str) -> int | None:
    """Where after a note on presence a person begins ("under punkt 2 Bo Ek", "fr.o.m. § 3 rektor Li Alm")."""
    if "partial" not in kinds_in(text):
        return None
    note = vocabulary("partial").regex.match(text)
    rest = text[note.end() :].lstrip() if note is not None else ""
    known = opens_with_name(rest) and is_name(rest)
    if note is not None and (known or role_before_name(rest) is not None):
        return note.end()
    return None


def before_note(text: str) -> int | None:
    """Where behind a person's work or a name with it a function or "för X" begins that ends `text`."""
    kinds = kinds_in(text)
    for kind in ("replaces", "chair", "secretary", "adjuster"):
        for note in vocabulary(kind).regex.finditer(text, 1) if kind in kinds else ():
            head = text[: note.start()]
            if not head.endswith(" "):
                continue
            if kind == "replaces":
                body = is_organisation(head.strip()) or opens_with_name(head)
                if is_name(text[note.end() :].strip()) and body:
                    return note.start()
            elif note.end() == len(text) and role_before_name(head.rstrip()) is not None:
                return note.start()
    return None


def body_before_name(text: str, *, single: bool = False) -> int | None:
    """Where the name begins in "från Granhus Leif Moe", the body of one word or known; `single`: "från kommunen Leif"."""
    if not text.startswith(("från ", "Från ", "för ")):
        return None
    words = list(_WORD.finditer(text))
    last = words[-1]
    if single and len(words) > 2 and last.group()[0].isupper() and is_first_name(last.group()):
        body = text[words[1].start() : last.start()].rstrip()
        if len(words) == 3 or is_organisation(body):
            return last.start()
    if is_first_name(words[1].group()):  # "för Anna Maria Ek"
        return None
    for at, word in enumerate(words[2:-1], 2):
        if is_first_name(word.group()) and is_name(text[word.start() :]):
            body = text[words[1].start() : word.start()].rstrip()
            known = at == 2 or is_organisation(body)
            return word.start() if known and not is_role(body.split()[-1]) else None
    return None


def body_before_role(text: str) -> int | None:
    """Where the role begins in "från AB Ekhus områdeschef", said of the name that follows."""
    if not text.startswith(("från ", "för ")):
        return None
    words = list(_WORD.finditer(text))
    last = words[-1]
    known = len(words) > 2 and is_role(last.group()) and is_organisation(text[: last.start()])
    return last.start() if known else None


def owner_before_name(text: str) -> int | None:
    """Where the name begins in "Polisens Leif Moe" and "Kommunstyrelsen Leif Moe"."""
    owner, _, name = text.partition(" ")
    if not name[:1].isupper() or not is_first_name(name.split()[0]) or is_first_name(owner):
        return None
    body = owner[:1].isupper() and _BODY.search(owner) is not None
    known = (body or owner.endswith("s")) and is_organisation(owner.removesuffix("s"))
    return len(owner) + 1 if known and is_name(name) else None


def role_of_owner(lead: str) -> int | None:
    """Where the role begins in "kommunens samordnare"."""
    owner, _, role = lead.partition(" ")
    known = owner.endswith("s") and is_organisation(owner[:-1]) and " " not in role
    return len(owner) + 1 if known and is_role(role) else None


def role_before_name(text: str, *, single: bool = False) -> int | None:
    """Where the name begins in "Kommunpolis Anna Ek", among first names also in "kommunpolis Anna"."""
    tokens = list(_WORD.finditer(text))
    if single and len(tokens) == 2 and is_first_name(tokens[1].group()):
        title = tokens[0].group()
        return tokens[1].start() if title.islower() or is_role(title) else None
    for token in tokens[1:-1]:
        if is_first_name(token.group()) and is_name(text[token.start() :]):
            before = text[: token.start()].split()
            if before[-1].islower() or is_role(" ".join(before)):
                return token.start()
    return None


def is_affiliation(text: str, head: str) -> bool:
    """Whether the name's last word belongs to what follows: "Tekniska kontoret", "Norra skolan", "Ekby kommun", "Ekbys Bostäder"."""
    words = head.split()
    if len(words) < 3 or not is_name(" ".join(words[:-1])):
        return False
    first, *following = text.split()
    described = first.lower().endswith("ska") or first.lower() in _SIDES
    described |= first.endswith("s") and not is_first_name(words[-2])
    return described or (following[:1] != [] and _BARE.fullmatch(following[0]) is not None)


def name_and_note(text: str, *, single: bool) -> int | None:
    """Where the name ends before a note on presence ("Anna Ek t.o.m. punkt 4")."""
    kinds = kinds_in(text)
    for kind in ("partial", "absent", "replaces", "substitute"):
        for match in vocabulary(kind).regex.finditer(text) if kind in kinds else ():
            head = text[: match.start()].rstrip(" -–,")
            if head and is_name(head, single=single):
                return len(head)
            if head and len(head.split()) >= 3 and opens_with_name(head):
                return len(" ".join(head.split()[:2]))
    return None


def opens_with_name(text: str) -> bool:
    """Whether a given name or its initial stands first, and a surname after it."""
    words = text.split()
    return (
        len(words) >= 2
        and (is_first_name(words[0]) or len(words[0].rstrip(".")) == 1)
        and is_name(" ".join(words[:2]))
    )
