"""What linking reads from the tables."""

from pathlib import Path

from pipeline.evaluate.links import context
from pipeline.store.database import open_for_writing
from pipeline.store.to_link import series_rows, series_to_link
from tests.store.samples import full_protocol, store


def test_what_stands_before_an_action_is_as_evaluation_takes_it(tmp_path: Path) -> None:
    whole = full_protocol()
    meeting = whole.meetings[0]
    text = (
        "Det klottras\x07 vid\n  stationen.\nMaj Ek tar kontakt\nmed skolan senast 15 april.\nMer."
    )
    section = meeting.sections[0].model_copy(update={"text": text})
    changed = meeting.model_copy(update={"sections": (section,)})
    with open_for_writing(tmp_path / "x.duckdb") as connection:
        store(connection, whole.model_copy(update={"meetings": (changed,)}))
        rows = series_rows(connection, series_to_link(connection)).named().actions
    told = {row.text: row.context for row in rows}
    action = changed.actions[0].text
    assert told == {action: "Det klottras\x07 vid stationen. ", "Det klottras": None}
    assert context(text, action) == told[action]
    assert context(text, "Något annat.") is None
