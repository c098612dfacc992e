"""The ready reports over a copy, in which those that can be are counted beforehand (pipeline/store/counted.py)."""

from pipeline.store.counted import State
from pipeline.store.desk.asked import Desk
from pipeline.store.filters import Filters
from pipeline.store.query import Result, run_report
from pipeline.store.report import Report

_COUNTED = State(today=True)  # as a copy always is


def report_rows(desk: Desk, report: Report, filters: Filters, limit: int) -> Result:
    """The first rows, as `run_report` gives them. Raises UsageError where no council fits the filter."""
    series = desk.known.whole_series(filters.council) if filters.council else None
    return run_report(desk.connection, report, filters, limit, series or (), _COUNTED)
