"""An audit of one council as one page that prints: what was decided, what became of it, what is missing.

The page needs nothing beside itself. All that comes from documents is escaped, printable and masked.
"""

import tomllib
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import Any

from pipeline import VERSION
from pipeline.export.plots import plot
from pipeline.identity_numbers import masked
from pipeline.store.audit import audited_actions, documents, one_council
from pipeline.store.database import Connection
from pipeline.store.filters import Filters
from pipeline.store.query import readable, run_report
from pipeline.store.report import Language, labels, report
from pipeline.table import printable

_STATES = ("done", "reported", "open", "silent", "dropped")
_TABLES = ("recurring-problems", "priority-outcomes", "lost-organisations", "archive-gaps")
_PLOTS = ("recurring-problems", "action-audit", "attendance")
_LEFT_OUT = {"council", "area"}  # columns that say the same in every row


def audit(
    connection: Connection,
    filters: Filters,
    language: Language = "sv",
    *,
    personal_numbers: bool = False,
) -> str:
    """The audit of the one council that the filters choose, as HTML.

    Raises UsageError where they fit none or several.
    """
    council = one_council(connection, filters)
    chosen = Filters(council.series_id, filters.from_date, filters.to_date)
    actions = audited_actions(connection, chosen)
    counted = Counter(action["state"] for action in actions)
    drawn = {name: plot(name, connection, chosen, language) for name in _PLOTS}
    return str(
        _template(personal_numbers).render(
            language=language,
            t={key: words[language] for key, words in _toml("audit.toml").items()},
            council=council,
            today=date.today(),
            version=VERSION,
            actions=actions,
            states=[(state, counted[state]) for state in _STATES if counted[state]],
            overdue=sum(action["overdue"] for action in actions),
            value=lambda column, value: labels().value(column, value, language),
            tables={
                name: readable(
                    run_report(connection, report(name), chosen), report(name), language, _LEFT_OUT
                )
                for name in _TABLES
            },
            plots=drawn,
            accuracy=_toml("accuracy.toml"),
            documents=documents(connection, chosen),
        )
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline.export").joinpath(name).read_text(encoding="utf-8"))


def _template(personal_numbers: bool) -> Any:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        """What goes on the page for a value; markup of our own goes as it is."""
        if value is None:
            return ""
        if isinstance(value, str) and not isinstance(value, Markup):
            return printable(value if personal_numbers else masked(value))
        return value

    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=shown)
    text = files("pipeline.export").joinpath("audit.html.j2").read_text(encoding="utf-8")
    return environment.from_string(text)
