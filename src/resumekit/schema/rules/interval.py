"""Periods as intervals of months, as far as their dates are known.

Inexact dates get the benefit of the doubt: a conclusion is drawn only if it holds for every date they can mean.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.load import KeyPath

from ..entry import Period
from ..partial_date import PartialDate
from .date_order import is_sound, periods
from .rule_context import RuleContext


@dataclass(frozen=True, slots=True)
class Interval:
    """The earliest and latest month in which a period may have started and ended, counted from year 0."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float

    def contains(self, other: Interval) -> bool:
        """Return whether the other interval is certainly within this one."""
        return self.latest_start <= other.earliest_start and other.latest_end <= self.earliest_end

    def overlap_with(self, other: Interval) -> tuple[float, float] | None:
        """Return the first and last month that both certainly include; one shared month (a handover) does not count."""
        first = max(self.latest_start, other.latest_start)
        last = min(self.earliest_end, other.earliest_end)
        return (first, last) if first < last else None


def intervals(context: RuleContext) -> Iterator[tuple[KeyPath, Interval]]:
    """Yield every period with a date, unless its dates already have problems."""
    for path, period in periods(context.resume):
        has_date = period.start_date or period.end_date
        needed = {path, (*path, "startDate"), (*path, "endDate")}
        if has_date and is_sound(period, context.today) and context.missing.isdisjoint(needed):
            yield path, _interval(period)


def format_month(number: float) -> str:
    """Return a month in the format of the file, or `now` for the end of an ongoing period."""
    return f"{int(number) // 12:04}-{int(number) % 12 + 1:02}" if math.isfinite(number) else "now"


def _interval(period: Period) -> Interval:
    start, end = period.start_date, period.end_date
    ended = end.months if isinstance(end, PartialDate) else (math.inf, math.inf)
    started = start.months if start else (-math.inf, ended[0])
    return Interval(*started, *ended)
