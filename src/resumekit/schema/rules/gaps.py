"""Gaps in employment."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .interval import Interval, format_month, intervals
from .rule_context import RuleContext

MIN_GAP = 6
"""In months. A job search often takes five, and nobody asks about those."""

_SECTIONS = ("work", "volunteer", "education", "projects", "sections")
_KEYS = ("startDate", "endDate", "positions")


def gaps(context: RuleContext) -> Iterator[Problem]:
    """Yield a remark for each long gap between the first and last job that no entry of any section covers.

    A job without dates might fill a gap, so if there is one, no gaps are reported.
    """
    known = dict(intervals(context))
    starts = [interval.earliest_start for path, interval in known.items() if path[0] == "work"]
    if not starts or not _is_complete(context, known):
        return
    covered_until, last = min(starts), max(starts)
    for path, interval in sorted(known.items(), key=lambda item: item[1].earliest_start):
        start = interval.earliest_start
        months = start - covered_until - 1
        if months >= MIN_GAP and start <= last:
            first, end = format_month(covered_until + 1), format_month(start - 1)
            message = f"{months}-month gap before this entry: {first} to {end}"
            hint = "any entry with dates fills a gap: education, volunteer, projects or a custom section"
            yield context.problem("gap", message, (*path, "startDate"), hint=hint, severity="info")
        covered_until = max(covered_until, interval.latest_end)


def _is_complete(context: RuleContext, known: dict[KeyPath, Interval]) -> bool:
    """Return whether every job has dates, and no other entry lacks a date because it was invalid."""
    for index, job in enumerate(context.resume.work):
        roles = [("work", index, "positions", inner) for inner in range(len(job.positions))]
        if ("work", index) not in known and not (roles and all(role in known for role in roles)):
            return False
    return all(context.is_known(section, *_KEYS) for section in _SECTIONS)
