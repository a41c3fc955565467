"""Jobs at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .repetitions import repeated_entries
from .sameness import Audience, audience_of, folded
from .stretch import Stretch, month, stretches
from .subject import Subject


@dataclass(frozen=True, slots=True)
class _Role:
    """One position at one employer."""

    path: KeyPath
    stretch: Stretch
    employer: str
    audience: Audience


def overlaps(subject: Subject) -> Iterator[Problem]:
    """Yield a remark for a job at the time of another, and a warning for a role inside another at one employer.

    Each is told of once, beside the one before it that goes on longest.
    """
    longest: dict[Audience, _Role] = {}
    longest_at: dict[tuple[str, Audience], _Role] = {}
    for role in sorted(_roles(subject), key=lambda role: role.stretch.latest_start):
        beside, outer = longest.get(role.audience), longest_at.get((role.employer, role.audience))
        if role.employer and outer and outer.stretch.contains(role.stretch):
            yield _role_within(subject, role, outer)
        elif beside and (shared := beside.stretch.shared_with(role.stretch)):
            yield _overlap(subject, role, beside, *shared)
        longest[role.audience] = _longer(role, beside)
        longest_at[role.employer, role.audience] = _longer(role, outer)


def _role_within(subject: Subject, role: _Role, outer: _Role) -> Problem:
    message = f"this role lies within the one in {subject.line(outer.path, seen_from=role.path)}, at the same employer"
    hint = "look at the dates of both: one usually ends as the next one starts"
    return subject.problem("role-within-role", message, (*role.path, "startDate"), hint=hint, severity="warning")


def _overlap(subject: Subject, role: _Role, other: _Role, first: float, last: float) -> Problem:
    line = subject.line(other.path, seen_from=role.path)
    message = f"at the same time as the job in {line}: {month(first)} to {month(last)}"
    hint = "two jobs at once are ordinary; if it was one after the other, look at the dates"
    return subject.problem("overlap", message, (*role.path, "startDate"), hint=hint, severity="info")


def _roles(subject: Subject) -> Iterator[_Role]:
    repeated = repeated_entries(subject)
    for path, stretch in stretches(subject):
        if path[0] != "work" or path in repeated:
            continue
        job = subject.resume.work[int(path[1])]
        if len(path) > 2:
            yield _Role(path, stretch, folded(job.name), audience_of(job, job.positions[int(path[3])]))
        elif not job.positions:
            yield _Role(path, stretch, folded(job.name), audience_of(job))


def _longer(role: _Role, other: _Role | None) -> _Role:
    return other if other and other.stretch.earliest_end >= role.stretch.earliest_end else role
