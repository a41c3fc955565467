"""Periods in months, as far as their dates are known.

Dates that are not exact get the benefit of the doubt: what is concluded from them must be so, whatever they mean.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.load import KeyPath

from ..entry import Period
from ..partial_date import PartialDate
from .periods import is_sound, periods
from .subject import Subject


@dataclass(frozen=True, slots=True)
class Stretch:
    """When, in months from the year 0, a period started and ended: at the earliest, and at the latest."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float

    def contains(self, other: Stretch) -> bool:
        """Tell whether the other certainly lies within this one."""
        return self.latest_start <= other.earliest_start and other.latest_end <= self.earliest_end

    def shared_with(self, other: Stretch) -> tuple[float, float] | None:
        """Return the first and the last month that both certainly have; a month of handover alone does not count."""
        first = max(self.latest_start, other.latest_start)
        last = min(self.earliest_end, other.earliest_end)
        return (first, last) if first < last else None


def stretches(subject: Subject) -> Iterator[tuple[KeyPath, Stretch]]:
    """Yield every period that has a date, unless something is wrong with its dates already."""
    for path, period in periods(subject.resume):
        has_date = period.start_date or period.end_date
        needed = {path, (*path, "startDate"), (*path, "endDate")}
        if has_date and is_sound(period, subject.today) and subject.missing.isdisjoint(needed):
            yield path, _stretch(period)


def month(number: float) -> str:
    """Return a month as it is typed, or `now` for the end of what goes on."""
    return f"{int(number) // 12:04}-{int(number) % 12 + 1:02}" if math.isfinite(number) else "now"


def _stretch(period: Period) -> Stretch:
    start, end = period.start_date, period.end_date
    ended = end.months if isinstance(end, PartialDate) else (math.inf, math.inf)
    started = start.months if start else (-math.inf, ended[0])
    return Stretch(*started, *ended)
