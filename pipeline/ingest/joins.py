"""Series that are one under two names: what the user's file says, and what goes on under a new name.

The file is TOML, one table a series:

    [[series]]
    council = "Lokala Brå"
    area = "Hägersten-Liljeholmen"
    also = [{ council = "Lokala Brå", area = "Hägersten" }, { council = "Brottsförebyggande rådet", area = "Liljeholmen" }]

Names are spelled as in any of the protocols. What it says is kept in the database until another file is given;
a file without tables forgets it.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.link.continued import SpanRow, continued, roots
from pipeline.link.series import area_slug, series_key
from pipeline.store.database import Connection
from pipeline.store.joins import JoinRow, merged_by_user, replace_joins, series_spans


def read_joins(file: Path) -> list[JoinRow]:
    """What the user's file says. Raises UsageError where it is none."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return list(_rows(data, file))
    except OSError as error:
        raise UsageError(f"{file}: it cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is no TOML: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{file}: each [[series]] needs council, area and also = [{{council, area}}, ...]"
        ) from error


def join_series(connection: Connection, said: list[JoinRow] | None) -> None:
    """Count meetings to joined series. `said`: by the user's file; null keeps what was said before.

    What the user says goes before what seems to go on.
    """
    merged = said if said is not None else merged_by_user(connection)
    told = {join.series_key for join in merged}
    spans = {
        span.series_key: SpanRow(
            span.series_key,
            area_slug(span.area or ""),
            span.first_date,
            span.last_date,
            frozenset(span.first_names),
            frozenset(span.last_names),
        )
        for span in series_spans(connection)
    }
    going_on = [each for each in continued(spans.values()) if each.series_key not in told]
    target = roots(
        [(join.series_key, join.series_id) for join in merged]
        + [(each.series_key, each.successor) for each in going_on]
    )
    joins = [join._replace(series_id=target[join.series_key]) for join in merged]
    joins += [
        JoinRow(
            each.series_key,
            target[each.series_key],
            "continued",
            f"Slutar {spans[each.series_key].last_date}; {each.successor} börjar"
            f" {spans[each.successor].first_date} i samma område med {', '.join(each.persons)}",
        )
        for each in going_on
    ]
    replace_joins(connection, joins)


def _rows(data: dict[str, Any], file: Path) -> Iterator[JoinRow]:
    for table in data.get("series", ()):
        new = _key(table)
        for other in table["also"]:
            old = _key(other)
            if old != new:
                yield JoinRow(old, new, "merged", f"Enligt {file.name}")


def _key(names: dict[str, str]) -> str:
    key = series_key(names.get("council"), names.get("area"))
    if key is None:
        raise KeyError("council")
    return key
