"""The ready reports over a copy, in which those that can be are counted beforehand (pipeline/store/counted.py)."""

from pipeline.store.desk.asked import Desk
from pipeline.store.query import Filters, Result, result_of, run_report
from pipeline.store.report import Report


def report_rows(desk: Desk, report: Report, filters: Filters, limit: int) -> Result:
    """The first rows, as `run_report` gives them. Raises UsageError where no council fits the filter."""
    council, dated = filters.council, filters.from_date or filters.to_date
    series = desk.known.whole_series(council) if council else None
    if report.kept and not dated and (council is None or (series and report.kept != "all")):
        marks = ", ".join("?" * len(series or ()))
        where = f"WHERE series_id IN ({marks})" if series else ""
        query = f"FROM counted.{report.view} {where} LIMIT {limit + 1}"
        return result_of(desk.connection.execute(query, series), limit)
    return run_report(desk.connection, report, filters, limit, series)
