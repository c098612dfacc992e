"""Words, phrases and patterns as data: TOML files of rules, each compiled once when first needed.

A rule is a TOML table `[[rule]]`:

    id           stable name, "file.word"
    phrases      list of literal phrases, or
    pattern      one regular expression (verbose mode is off); {a} to {d} are groups of that name for a
                 person's name, {note} a bracket after it, {x} the part x of the file's table [parts];
                 what opens and ends its lines does not count, so that a long one can be broken before "|"
    patterns     several of them, any of which may match
    example      text in which the rule must fire       (string or list)
    not_example  text in which it must not              (string or list)
    seen         where the form is known from, in words

Every other key is kept in `Rule.data` for the extractor that reads the file. Phrases match on word
boundaries, in any case, with any white space between words; "…" at a phrase's end lets the word go
on ("skadegör…" finds "skadegörelsen"). A file may hold plain word lists beside its rules.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, cast

from pipeline.vocabulary.clues import Index, bits_of
from pipeline.vocabulary.made import Made, recalled
from pipeline.vocabulary.remembered import Remembered
from pipeline.vocabulary.use import Use

_NAME = r"(?-i:(?P<\1>[A-ZÅÄÖÉ][\\w-]+(?:\\s[A-ZÅÄÖÉ][\\w-]*){0,3}))"
_NOTE = r"(?:\s?\([^)]{1,25}\))?"


@dataclass(frozen=True)
class Rule:
    """One rule of the vocabulary file `file`. `pattern` holds its phrases too."""

    file: str
    id: str
    phrases: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]
    data: Mapping[str, Any]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for."""
        return _watched(_made()[self.pattern].coded.pattern(), self.file, self.id, self.phrases)


_OWN_KEYS = {"id", "phrases", "pattern", "patterns", "example", "not_example", "seen"}


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of vocabulary/`name`.toml in file order."""
    parts = _parts(name)
    return tuple(_rule(name, entry, parts) for entry in _load(name).get("rule", ()))


@cache
def rule_for(name: str, kind: str) -> Rule:
    """The first rule of vocabulary/`name`.toml with the word `kind` under "is"."""
    return next(rule for rule in rules(name) if rule.data["is"] == kind)


@cache
def pattern(name: str, kind: str) -> re.Pattern[str]:
    """The pattern of `rule_for`, for who asks where it stands, or of a part of a text."""
    return rule_for(name, kind).regex


def says(name: str, text: str, kind: str | None = None) -> bool:
    """Whether a rule of vocabulary/`name`.toml matches somewhere in `text`. `kind`: see `possible`."""
    own, chosen = _asked(name, kind)  # before the text is looked at: it may add to the index
    if found := _index.possible(text) & own:
        for rule in chosen[found]:  # any() takes twice as long
            if rule.regex.search(text):
                return True
    return False


def kind_of(name: str, text: str) -> str | None:
    """What the first rule of vocabulary/`name`.toml that matches in `text` has under "is"; None where none does."""
    found = (rule.data["is"] for rule in possible(name, text) if rule.regex.search(text))
    return next(found, None)


def possible(name: str, text: str, kind: str | None = None) -> tuple[Rule, ...]:
    """The rules of vocabulary/`name`.toml that may match somewhere in `text`, in file order.

    No other rule of the file matches any part of it. `kind`: only those with that word under "is".
    """
    own, chosen = _asked(name, kind)
    return chosen[_index.possible(text) & own]


_index = Index()


@cache
def _made() -> Remembered[str, Made]:
    """What is made of each pattern."""
    return recalled(lambda: [rule.pattern for name in names() for rule in rules(name)])


@cache
def _first(name: str) -> int:
    """The number of the file's first rule in the index."""
    return _index.add(_made()[rule.pattern].clues for rule in rules(name))


@cache
def _asked(name: str, kind: str | None) -> tuple[int, Remembered[int, tuple[Rule, ...]]]:
    """A bit for each rule of the file, or of the kind, by its number in the index; the rules that some bits are."""
    numbered = {
        1 << number: rule
        for number, rule in enumerate(rules(name), _first(name))
        if kind is None or rule.data.get("is") == kind
    }
    chosen = Remembered[int, tuple[Rule, ...]](
        lambda bits: tuple(map(numbered.__getitem__, bits_of(bits)))
    )
    return sum(numbered), chosen


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The word list `key` of vocabulary/`name`.toml, in small letters."""
    return frozenset(word.lower() for word in listed(name, key))


@cache
def listed(name: str, key: str) -> tuple[str, ...]:
    """The word list `key` of vocabulary/`name`.toml, as written and in its order."""
    return tuple(_load(name)[key])


@cache
def table(name: str, key: str) -> Mapping[str, str]:
    """The table `key` of vocabulary/`name`.toml, of words to words."""
    return dict(_load(name)[key])


@cache
def groups(name: str, key: str) -> tuple[frozenset[str], ...]:
    """The groups of words in the list `key` of vocabulary/`name`.toml, in small letters."""
    return tuple(frozenset(word.lower() for word in group) for group in _load(name)[key])


@cache
def names() -> tuple[str, ...]:
    """The vocabulary files there are."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def whole(name: str) -> Mapping[str, Any]:
    """All that vocabulary/`name`.toml holds."""
    return _load(name)


@cache
def _load(name: str) -> dict[str, Any]:
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrase_pattern(phrase: str) -> str:
    """The regular expression of one literal phrase."""
    words = [re.escape(word) for word in phrase.removesuffix("…").split()]
    body = r"\s+".join(words)
    left = r"(?<!\w)" if phrase[:1].isalnum() else ""
    right = r"\w*" if phrase.endswith("…") else r"(?!\w)" if phrase[-1:].isalnum() else ""
    return left + body + right


_use: Use | None = None  # a process either watches from its first rule on, or not at all


def watch_use() -> Use:
    """From now on note what matches. To be called before a rule is asked for in this process."""
    global _use
    if _use is None and rules.cache_info().currsize:
        raise RuntimeError("rules have been compiled that nobody watches")
    _use = _use or Use()
    return _use


def note_use(file: str, rule: str, phrase: str) -> None:
    """What was matched, where somebody watches."""
    if _use is not None:
        _use.matched.add((file, rule, phrase))


def _watched(
    regex: re.Pattern[str], file: str, rule: str, phrases: Sequence[str]
) -> re.Pattern[str]:
    if _use is None:
        return regex
    each = {one: re.compile(phrase_pattern(one), re.IGNORECASE) for one in phrases}
    return cast(re.Pattern[str], _use.watch(regex, file, rule, each))


def _parts(name: str) -> dict[str, str]:
    """The file's own parts of patterns, each with those before it filled in."""
    parts: dict[str, str] = {}
    for part, pattern in _load(name).get("parts", {}).items():
        parts[part] = _filled(pattern, parts)
    return parts


def on_one_line(text: str) -> str:
    """A pattern or wording without what opens and ends its lines."""
    return "".join(map(str.strip, text.splitlines())) if "\n" in text else text


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    pattern = on_one_line(pattern)
    for part, inside in parts.items():
        pattern = pattern.replace(f"{{{part}}}", inside)
    return pattern


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-d])\}", _NAME, _filled(pattern, parts)).replace("{note}", _NOTE)


def _rule(file: str, entry: dict[str, Any], parts: Mapping[str, str]) -> Rule:
    phrases = tuple(sorted(entry.get("phrases", ()), key=len, reverse=True))
    written = [entry["pattern"]] if "pattern" in entry else entry.get("patterns", ())
    return Rule(
        file=file,
        id=entry["id"],
        phrases=phrases,
        pattern="|".join(
            (*map(phrase_pattern, phrases), *(_expanded(each, parts) for each in written))
        ),
        examples=_strings(entry.get("example", ())),
        not_examples=_strings(entry.get("not_example", ())),
        data={key: value for key, value in entry.items() if key not in _OWN_KEYS},
    )


def _strings(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
