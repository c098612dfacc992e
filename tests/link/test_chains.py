"""How many follow-ups of chains.toml are linked, and how many of those rightly.

Also with the action gone that a follow-up speaks of, as where a protocol is missing: then any link is wrong.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.link.follow_ups import link_follow_ups
from pipeline.link.rows import ActionRow, FollowUpRow


@dataclass(frozen=True)
class Series:
    actions: list[ActionRow]
    follow_ups: list[FollowUpRow]
    true: dict[str, str]


@cache
def chains() -> list[Series]:
    text = (Path(__file__).parents[2] / "training" / "links" / "chains.toml").read_text(
        encoding="utf-8"
    )
    return list(map(series, tomllib.loads(text)["series"]))


def series(data: Any) -> Series:
    found = Series([], [], {})
    for nth, meeting in enumerate(data["meeting"]):
        held = f"m{nth}-1", meeting["day"]
        for each in meeting.get("actions", ()):
            owner = each["owner"] or None
            found.actions.append(
                ActionRow(
                    each["key"], *held, each["kind"], each["text"], owner, None, each["title"]
                )
            )
        for at, each in enumerate(meeting.get("follow_ups", ())):
            key = f"m{nth}-1-f{at}"
            found.follow_ups.append(FollowUpRow(key, *held, each["outcome"], each["text"]))
            found.true[key] = each["of"]
    return found


def without_their_action() -> Iterator[tuple[Series, str]]:
    for each in chains():
        for key, action_id in each.true.items():
            if action_id:
                kept = [one for one in each.actions if one.action_id != action_id]
                said = [
                    one
                    for one in each.follow_ups
                    if one.follow_up_id == key or each.true[one.follow_up_id] != action_id
                ]
                yield Series(kept, said, {}), key


def test_links_of_chains_in_changing_words() -> None:
    expected = found = right = 0
    for each in chains():
        links = link_follow_ups(each.actions, each.follow_ups)
        expected += sum(map(bool, each.true.values()))
        found += len(links)
        right += sum(link.action_id == each.true[key] for key, link in links.items())
    assert right / found >= 0.93
    assert right / expected >= 0.8


def test_few_links_where_the_action_is_not_in_the_archive() -> None:
    asked = [
        key in link_follow_ups(each.actions, each.follow_ups)
        for each, key in without_their_action()
    ]
    assert sum(asked) / len(asked) <= 0.1
