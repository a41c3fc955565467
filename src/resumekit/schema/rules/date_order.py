"""The periods in a résumé, and the order of their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resumekit.errors import Problem
from resumekit.load import KeyPath

from ..entry import Period
from ..partial_date import PartialDate
from ..resume import Resume
from .rule_context import RuleContext

_DATED = ("work", "volunteer", "education", "projects")


def periods(resume: Resume) -> Iterator[tuple[KeyPath, Period]]:
    """Yield everything that has start and end dates, with its path: entries, roles, entries of custom sections."""
    for section in _DATED:
        for index, entry in enumerate(getattr(resume, section)):
            yield (section, index), entry
            for inner, position in enumerate(getattr(entry, "positions", ())):
                yield (section, index, "positions", inner), position
    for number, custom in enumerate(resume.sections):
        for index, entry in enumerate(custom.entries):
            yield ("sections", number, "entries", index), entry


def is_sound(period: Period, today: date | None) -> bool:
    """Return whether the dates of a period are usable: in order and not in the future."""
    return not _is_reversed(period) and not _is_in_future(period, today)


def ends_before_start(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each period that ends before it starts."""
    for path, period in periods(context.resume):
        if _is_reversed(period):
            message = f"end date {period.end_date} is before start date {period.start_date}"
            hint = "correct one of them; for an ongoing entry, omit endDate or use `present`"
            yield context.problem("end-before-start", message, (*path, "endDate"), hint=hint)


def starts_in_future(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each period that starts after today, except in custom sections, which may announce events."""
    for path, period in periods(context.resume):
        if _is_in_future(period, context.today) and path[0] != "sections":
            message = f"start date {period.start_date} is in the future"
            hint = "check the year; ignore this if the start is already agreed"
            yield context.problem("future-start", message, (*path, "startDate"), hint=hint, severity="warning")


def _is_reversed(period: Period) -> bool:
    start, end = period.start_date, period.end_date
    return start is not None and isinstance(end, PartialDate) and _is_before(end.known, start.known)


def _is_in_future(period: Period, today: date | None) -> bool:
    start = period.start_date
    if not start or not today:
        return False
    return _is_before((today.year, today.month, today.day), start.known)


def _is_before(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Compare the parts known of both dates; unknown parts never contradict, so 2018-05 to 2018 is in order."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
