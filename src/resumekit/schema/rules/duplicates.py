"""Duplicate entries and bullets, usually copied and then not edited.

Two versions for two variants, which differ in their tags, are not duplicates; nor are values repeated by aliases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from resumekit.codes import Code
from resumekit.errors import Problem, Severity
from resumekit.load import KeyPath

from ..entry import Highlight
from ..resume import Resume
from .equivalence import Audience, audience_of, normalized
from .rule_context import RuleContext

_IDENTIFYING_FIELDS = {
    "work": ("name", "position", "positions"),
    "volunteer": ("organization", "position"),
    "education": ("institution", "area", "study_type"),
    "projects": ("name", "entity"),
    "awards": ("title", "awarder"),
    "certificates": ("name", "issuer"),
    "publications": ("name", "publisher"),
    "patents": ("title", "number"),
    "skills": ("name", "level"),
    "languages": ("language", "code"),
    "interests": ("name",),
    "references": ("name", "reference"),
}
"""The fields that identify an entry, apart from its dates; problems are located at the first."""

_DATE_FIELDS = ("start_date", "end_date", "date", "release_date")

_MIN_LENGTH = 25
"""Characters of a bullet that nobody repeats by chance; shorter ones, such as `Design`, may be in many lists."""


class _Bullet(NamedTuple):
    path: KeyPath
    text: str
    audience: Audience


def duplicate_entries(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each entry with the same names and dates as an earlier one in its list."""
    for path, (name, first) in entry_duplicates(context).items():
        yield from _duplicate(context, "duplicate-entry", "same entry", (*path, name), (*first, name), "warning")


def duplicate_bullets(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each bullet repeated in its list, and a remark for each longer one in another list."""
    repeated = {*entry_duplicates(context)}
    seen: dict[object, KeyPath] = {}
    for path, text, audience in _bullets(context.resume):
        if not text or any(path[:length] in repeated for length in range(len(path))):
            continue
        beside = seen.setdefault((path[:-1], text, audience), path)
        first = seen.setdefault((text, audience), path)
        if beside != path:
            repeated.add(path)
            yield from _duplicate_bullet(context, path, beside, "warning")
        elif first != path and len(text) >= _MIN_LENGTH:
            repeated.add(path)
            yield from _duplicate_bullet(context, path, first, "info")


def _duplicate_bullet(context: RuleContext, path: KeyPath, first: KeyPath, severity: Severity) -> Iterator[Problem]:
    return _duplicate(context, "duplicate-bullet", "same bullet", (*path, "text"), (*first, "text"), severity)


def _duplicate(
    context: RuleContext, code: Code, what: str, path: KeyPath, first: KeyPath, severity: Severity
) -> Iterator[Problem]:
    if context.location(first) != context.location(path):  # otherwise an alias repeats it on purpose
        message = f"{what} as on {context.line(first, seen_from=path)}"
        hint = "remove one of them, or edit one to show how they differ"
        yield context.problem(code, message, path, hint=hint, severity=severity)


def entry_duplicates(context: RuleContext) -> dict[KeyPath, tuple[str, KeyPath]]:
    """Return the path of each duplicate entry, with the field to report and the path of the first one."""
    found: dict[KeyPath, tuple[str, KeyPath]] = {}
    for path, entries, names in _lists(context.resume):
        first: dict[object, int] = {}
        for index, entry in enumerate(entries):
            identity = [normalized(getattr(entry, name)) for name in names]
            if any(identity) and context.is_complete((*path, index)):
                dates = [str(getattr(entry, name, None)) for name in _DATE_FIELDS]
                same = first.setdefault((*identity, *dates, audience_of(entry)), index)
                if same != index:
                    found[*path, index] = names[0], (*path, same)
    return found


def _lists(resume: Resume) -> Iterator[tuple[KeyPath, Sequence[Any], Sequence[str]]]:
    """Yield each list of entries with its path and the fields that identify its entries."""
    yield ("basics", "profiles"), resume.basics.profiles, ("network", "username", "url")
    for section, names in _IDENTIFYING_FIELDS.items():
        yield (section,), getattr(resume, section), names
    for index, job in enumerate(resume.work):
        yield ("work", index, "positions"), job.positions, ("position",)
    for index, custom in enumerate(resume.sections):
        yield ("sections", index, "entries"), custom.entries, ("title", "subtitle")


def _bullets(resume: Resume) -> Iterator[_Bullet]:
    """Yield every bullet, section by section."""
    for section in _IDENTIFYING_FIELDS:
        for index, entry in enumerate(getattr(resume, section)):
            yield from _bullets_in(entry.highlights, (section, index, "highlights"), (entry,))
            for inner, position in enumerate(getattr(entry, "positions", ())):
                path = (section, index, "positions", inner, "highlights")
                yield from _bullets_in(position.highlights, path, (entry, position))
    for index, custom in enumerate(resume.sections):
        yield from _bullets_in(custom.items, ("sections", index, "items"), (custom,))
        for inner, entry in enumerate(custom.entries):
            yield from _bullets_in(
                entry.highlights, ("sections", index, "entries", inner, "highlights"), (custom, entry)
            )


def _bullets_in(highlights: Sequence[Highlight], path: KeyPath, holders: tuple[Any, ...]) -> Iterator[_Bullet]:
    for index, bullet in enumerate(highlights):
        yield _Bullet((*path, index), normalized(bullet.text), audience_of(*holders, bullet))
        yield from _bullets_in(bullet.highlights, (*path, index, "highlights"), (*holders, bullet))
