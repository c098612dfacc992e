"""Make protocols by the thousand: an archive to load, or a test of what is read.

    python tools/generate.py --councils 100 --meetings 12 --seed 1 --to DIR [--truth] [--noise]
    python tools/generate.py --councils 100 --meetings 3 --judge

One text file a meeting, councils in folders of a hundred; the same seed gives the same bytes. Tasks go
on from meeting to meeting of a council: decided, followed up, postponed, dropped, never heard of.
--truth writes a truth file beside each (for lokalbra evaluate); --noise damages every third as careless
conversion does. --judge reads them instead of writing and counts, without noise and with each kind of it,
what was missed, what was read wrongly, and what of that carries no issue.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from generator.archive import series
from generator.judge import judge
from generator.noise import NOISES
from generator.sheet import Generated


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--councils", type=int, default=10)
    parser.add_argument("--meetings", type=int, default=8, help="of each council")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, help="folder to write to")
    parser.add_argument("--truth", action="store_true")
    parser.add_argument("--noise", action="store_true")
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    protocols = _all(options.councils, options.meetings, options.seed)
    if options.judge:
        _judge(list(protocols))
    elif options.to is None:
        parser.error("--to DIR or --judge is needed")
    else:
        _write(protocols, options.to, truth=options.truth, noise=options.noise)


def _all(councils: int, meetings: int, seed: int) -> Iterator[Generated]:
    for council in range(councils):
        yield from series(seed * 1_000_000 + council, meetings)


def _write(protocols: Iterator[Generated], to: Path, *, truth: bool, noise: bool) -> None:
    start = perf_counter()
    chance = Random(0)
    count = 0
    for count, protocol in enumerate(protocols, 1):
        if noise and count % 3 == 0:
            protocol = chance.choice(list(NOISES.values()))(chance, protocol)
        folder = to / protocol.stem[:5]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{protocol.stem}.txt").write_text(protocol.text, encoding="utf-8")
        if truth:
            known = protocol.truth.model_dump_json(exclude_defaults=True, indent=1)
            (folder / f"{protocol.stem}.truth.json").write_text(known + "\n", encoding="utf-8")
    seconds = perf_counter() - start
    sys.stderr.write(f"{count} protocols in {seconds:.1f} s, {count / seconds:.0f} a second\n")


def _judge(protocols: list[Generated]) -> None:
    from pipeline.run import read_protocol

    print(
        f"{len(protocols)} protocols; of 1,000 planted facts: missed, wrong, wrong without an issue"
    )
    for name in ("none", *NOISES):
        planted, kinds, fields = 0, Counter[str](), Counter[str]()
        for at, protocol in enumerate(protocols):
            if name != "none":
                protocol = NOISES[name](Random(at), protocol)
            verdict = judge(protocol, read_protocol(protocol.text.encode()))
            planted += sum(verdict.planted.values())
            for fault in verdict.faults:
                kinds[fault.kind] += 1
                kinds["silent"] += fault.kind == "wrong" and not fault.doubted
                if fault.kind == "wrong":
                    fields[fault.field] += 1
        shares = (1000 * kinds[kind] / planted for kind in ("missed", "wrong", "silent"))
        worst = ", ".join(f"{field} {count}" for field, count in fields.most_common(5))
        print(f"{name:15}", *(f"{share:6.1f}" for share in shares), f"  {worst}")


if __name__ == "__main__":
    main()
