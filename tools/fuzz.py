"""Spoil documents in every way that disks, mail and scanners do, and read them: each must be read or
end as a typed error.

    python tools/fuzz.py [--mutations 2000] [--seconds 600] [--seed 1] [FILE ...]

Without files: the documents of corpus/, a web page and an OpenDocument file. Reading is without OCR. Prints what came
of each kind of file; ends with 1 where anything but a DocumentError was raised or a reading took
longer than ten seconds.
"""

import argparse
import random
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from pipeline.config import ReadSettings
from pipeline.errors import DocumentError
from pipeline.read import read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SETTINGS = ReadSettings(ocr="off", max_bytes=20_000_000, max_pages=200)
SLOW = 10.0  # seconds
KINDS = (".pdf", ".docx", ".odt", ".html", ".txt", ".md")


HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>p {}</style></head><body>
<h1>Protokoll</h1><p>Närvarande:<br>Åsa &Ouml;berg, <b>ordförande</b></p><ol start="3"><li>Lägesbild
<ul><li>skolan</li></ul></li></ol><table><tr><th>Att göra</th><th>Vem</th></tr><tr><td colspan="2">Alla
</td></tr></table><!-- slut --><del>utgår</del></body></html>"""
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = f"""<o:document-content xmlns:o="{_NAMES}office:1.0" xmlns:t="{_NAMES}text:1.0"
xmlns:b="{_NAMES}table:1.0"><o:body><o:text><t:h t:outline-level="1">Protokoll</t:h><t:p>Närvarande:
<t:tab/>Åsa<t:s t:c="3"/>Öberg<t:line-break/>Bo Ek</t:p><t:list><t:list-item><t:p>Lägesbild</t:p>
</t:list-item></t:list><b:table><b:table-row><b:table-cell b:number-columns-repeated="2"><t:p>X</t:p>
</b:table-cell></b:table-row></b:table></o:text></o:body></o:document-content>"""


def opendocument() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _ODT)
    return out.getvalue()


def cut(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(len(data)) :]


def flip(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 8, 64))):
        data[dice.randrange(len(data))] = dice.randrange(256)


def overwrite(data: bytearray, dice: random.Random) -> None:
    at, size = dice.randrange(len(data)), dice.randrange(1, 512)
    data[at : at + size] = dice.choice((bytes(size), b"\xff" * size, dice.randbytes(size)))


def double(data: bytearray, dice: random.Random) -> None:
    at, size = dice.randrange(len(data)), dice.randrange(1, 2048)
    data[at:at] = data[at : at + size] * dice.choice((1, 2, 50))


def drop(data: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(data))
    del data[at : at + dice.randrange(1, 512)]


def number(data: bytearray, dice: random.Random) -> None:
    """Another number where digits stand: lengths, counts, references, sizes."""
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if digits:
        at = dice.choice(digits)
        data[at : at + 1] = dice.choice((b"0", b"9", b"-1", b"99999999", b"4294967296"))


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    cut, flip, overwrite, double, drop, number
)  # fmt: skip


def spoiled(data: bytes, dice: random.Random) -> bytes:
    """The bytes after one to three mishaps; of a zipped file as often one of its parts."""
    if data.startswith(b"PK") and dice.random() < 0.6:
        return _spoiled_part(data, dice)
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3))):
        if changed:
            dice.choice(WAYS)(changed, dice)
    return bytes(changed)


def _spoiled_part(data: bytes, dice: random.Random) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        names = [name for name in source.namelist() if name.endswith(".xml")]
        chosen = dice.choice(names)
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, spoiled(part, dice) if name == chosen else part)
    return out.getvalue()


def outcome(data: bytes) -> str:
    """What came of reading: "read", a code of errors.py, or "FAULT" and the exception's name."""
    start = time.monotonic()
    try:
        read(data, SETTINGS)
        result = "read"
    except DocumentError as error:
        result = error.code
    except Exception as error:
        return f"FAULT {type(error).__name__}: {error}"
    return result if time.monotonic() - start < SLOW else "FAULT too slow"


def sources(paths: Iterable[str]) -> list[Path]:
    named = [Path(path) for path in paths]
    found = named or sorted(p for p in CORPUS.rglob("*") if p.suffix in KINDS)
    return [path for path in found if "unseen" not in path.parts]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Read spoiled documents.")
    parser.add_argument("--mutations", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="A folder for the files that show a fault.")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args(arguments)
    by_kind: defaultdict[str, list[bytes]] = defaultdict(list)
    for path in sources(options.files):
        by_kind[path.suffix].append(path.read_bytes())
    if not options.files:
        by_kind[".html"], by_kind[".odt"] = [HTML.encode()], [opendocument()]
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    end = time.monotonic() + options.seconds
    faults = 0
    for index in range(options.mutations):
        if time.monotonic() > end:
            print(f"stopped after {index} mutations: {options.seconds:g} seconds are over")
            break
        dice = random.Random(f"{options.seed} {index}")
        kind = dice.choice(sorted(by_kind))
        data = spoiled(dice.choice(by_kind[kind]), dice)
        result = outcome(data)
        seen[kind][result.partition(":")[0]] += 1
        if result.startswith("FAULT"):
            faults += 1
            print(f"mutation {index} of seed {options.seed}: {kind}: {result}")
            if options.keep:
                (options.keep / f"{options.seed}-{index}{kind}").write_bytes(data)
    for kind, results in sorted(seen.items()):
        print(f"{kind}: {', '.join(f'{n} {what}' for what, n in results.most_common())}")
    print(f"{sum(map(Counter.total, seen.values()))} mutations, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
