"""Overlapping jobs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .duplicates import entry_duplicates
from .equivalence import Audience, audience_of, normalized
from .interval import Interval, format_month, intervals
from .rule_context import RuleContext


@dataclass(frozen=True, slots=True)
class _Role:
    """One role at one employer."""

    path: KeyPath
    interval: Interval
    employer: str
    audience: Audience


def overlaps(context: RuleContext) -> Iterator[Problem]:
    """Yield a remark for each job that overlaps another, and a warning for each role within another at one employer.

    Each is reported once, against the earlier one that ends last.
    """
    longest: dict[Audience, _Role] = {}
    longest_at: dict[tuple[str, Audience], _Role] = {}
    for role in sorted(_roles(context), key=lambda role: role.interval.latest_start):
        other, outer = longest.get(role.audience), longest_at.get((role.employer, role.audience))
        if role.employer and outer and outer.interval.contains(role.interval):
            yield _role_within(context, role, outer)
        elif other and (shared := other.interval.overlap_with(role.interval)):
            yield _overlap(context, role, other, *shared)
        longest[role.audience] = _longer(role, other)
        longest_at[role.employer, role.audience] = _longer(role, outer)


def _role_within(context: RuleContext, role: _Role, outer: _Role) -> Problem:
    message = f"falls within the role on {context.line(outer.path, seen_from=role.path)} at the same employer"
    hint = "check both dates; usually one role ends when the next one starts"
    return context.problem("role-within-role", message, (*role.path, "startDate"), hint=hint, severity="warning")


def _overlap(context: RuleContext, role: _Role, other: _Role, first: float, last: float) -> Problem:
    line = context.line(other.path, seen_from=role.path)
    message = f"overlaps the job on {line}: {format_month(first)} to {format_month(last)}"
    hint = "check the dates, unless you had both jobs at once"
    return context.problem("overlap", message, (*role.path, "startDate"), hint=hint, severity="info")


def _roles(context: RuleContext) -> Iterator[_Role]:
    repeated = entry_duplicates(context)
    for path, interval in intervals(context):
        if path[0] != "work" or path in repeated:
            continue
        job = context.resume.work[int(path[1])]
        if len(path) > 2:
            yield _Role(path, interval, normalized(job.name), audience_of(job, job.positions[int(path[3])]))
        elif not job.positions:
            yield _Role(path, interval, normalized(job.name), audience_of(job))


def _longer(role: _Role, other: _Role | None) -> _Role:
    return other if other and other.interval.earliest_end >= role.interval.earliest_end else role
