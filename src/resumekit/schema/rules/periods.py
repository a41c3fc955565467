"""Dates that must follow one another, and where in a résumé there are any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resumekit.errors import Problem
from resumekit.load import KeyPath

from ..entry import Period
from ..partial_date import PartialDate
from ..resume import Resume
from .subject import Subject

_DATED = ("work", "volunteer", "education", "projects")


def periods(resume: Resume) -> Iterator[tuple[KeyPath, Period]]:
    """Yield everything that begins or ends, with its path: entries, roles at an employer, entries of own sections."""
    for section in _DATED:
        for index, entry in enumerate(getattr(resume, section)):
            yield (section, index), entry
            for inner, position in enumerate(getattr(entry, "positions", ())):
                yield (section, index, "positions", inner), position
    for number, custom in enumerate(resume.sections):
        for index, entry in enumerate(custom.entries):
            yield ("sections", number, "entries", index), entry


def is_sound(period: Period, today: date | None) -> bool:
    """Tell whether anything can be concluded from the dates of a period."""
    return not _is_reversed(period) and not _is_to_come(period, today)


def ends_before_start(subject: Subject) -> Iterator[Problem]:
    """Yield each period that ends before it starts."""
    for path, period in periods(subject.resume):
        if _is_reversed(period):
            message = f"ends {period.end_date}, before it starts {period.start_date}"
            hint = "one of the two is mistyped; what goes on has no endDate, or `present`"
            yield subject.problem("end-before-start", message, (*path, "endDate"), hint=hint)


def starts_in_future(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each period that starts after today; sections of one's own may announce what is to come."""
    for path, period in periods(subject.resume):
        if _is_to_come(period, subject.today) and path[0] != "sections":
            message = f"starts {period.start_date}, which is still to come"
            hint = "look at the year; what is agreed already may stay"
            yield subject.problem("future-start", message, (*path, "startDate"), hint=hint, severity="warning")


def _is_reversed(period: Period) -> bool:
    start, end = period.start_date, period.end_date
    return start is not None and isinstance(end, PartialDate) and _is_before(end.known, start.known)


def _is_to_come(period: Period, today: date | None) -> bool:
    start = period.start_date
    if not start or not today:
        return False
    return _is_before((today.year, today.month, today.day), start.known)


def _is_before(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Compare what is known of both: what is not cannot contradict, so that 2018-05 to 2018 is in order."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
