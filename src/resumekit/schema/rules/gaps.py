"""Months of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .stretch import Stretch, month, stretches
from .subject import Subject

MIN_GAP = 6
"""In months. To look for a job often takes five, and nobody asks."""

_SECTIONS = ("work", "volunteer", "education", "projects", "sections")
_KEYS = ("startDate", "endDate", "positions")


def gaps(subject: Subject) -> Iterator[Problem]:
    """Yield a remark where, between the first job and the last, no entry of any section tells of many months.

    A job without dates may have been then, so that nothing is said.
    """
    told = dict(stretches(subject))
    starts = [stretch.earliest_start for path, stretch in told.items() if path[0] == "work"]
    if not starts or not _all_is_known(subject, told):
        return
    reached, last = min(starts), max(starts)
    for path, stretch in sorted(told.items(), key=lambda item: item[1].earliest_start):
        start = stretch.earliest_start
        months = start - reached - 1
        if months >= MIN_GAP and start <= last:
            message = f"nothing is told of the {months} months before this: {month(reached + 1)} to {month(start - 1)}"
            hint = "readers may ask; any entry with dates fills it: education, volunteer, projects, a section of yours"
            yield subject.problem("gap", message, (*path, "startDate"), hint=hint, severity="info")
        reached = max(reached, stretch.latest_end)


def _all_is_known(subject: Subject, told: dict[KeyPath, Stretch]) -> bool:
    """Tell whether every job has dates, and no date of another entry is missing because it is invalid."""
    for index, job in enumerate(subject.resume.work):
        roles = [("work", index, "positions", inner) for inner in range(len(job.positions))]
        if ("work", index) not in told and not (roles and all(role in told for role in roles)):
            return False
    return all(subject.knows(section, *_KEYS) for section in _SECTIONS)
