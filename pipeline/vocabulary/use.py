"""Which rules and phrases match anything: asked for by `lokalbra evaluate --unused`, else off.

A rule has matched where a pattern made from it gave a match to whoever searched. So rules that
only suppress are seen as well as those that evidence names. That a rule matched does not say that it
changed the outcome; that it never matched says that it did not.
"""

import re
from collections.abc import Iterator
from typing import Any


class Use:
    """What has matched in this process: (file, rule id, phrase). The phrase is "" for a pattern."""

    def __init__(self) -> None:
        self.matched: set[tuple[str, str, str]] = set()

    def watch(
        self, pattern: re.Pattern[str], name: str, rule: str, phrases: dict[str, re.Pattern[str]]
    ) -> "Watched":
        """`pattern` as before, its matches noted. `phrases`: each with the pattern made of it."""
        return Watched(pattern, self, name, rule, phrases)


class Watched:
    """A compiled pattern that notes each match."""

    def __init__(
        self,
        pattern: re.Pattern[str],
        use: Use,
        name: str,
        rule: str,
        phrases: dict[str, re.Pattern[str]],
    ) -> None:
        self._pattern, self._use = pattern, use
        self._name, self._rule, self._phrases = name, rule, phrases

    def search(self, *args: Any) -> re.Match[str] | None:
        return self._note(self._pattern.search(*args))

    def match(self, *args: Any) -> re.Match[str] | None:
        return self._note(self._pattern.match(*args))

    def fullmatch(self, *args: Any) -> re.Match[str] | None:
        return self._note(self._pattern.fullmatch(*args))

    def finditer(self, *args: Any) -> Iterator[re.Match[str]]:
        for match in self._pattern.finditer(*args):
            self._note(match)
            yield match

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _note(self, match: re.Match[str] | None) -> re.Match[str] | None:
        if match is not None:
            said = match.group()
            phrase = next((key for key, one in self._phrases.items() if one.fullmatch(said)), "")
            self._use.matched.add((self._name, self._rule, phrase))
        return match
