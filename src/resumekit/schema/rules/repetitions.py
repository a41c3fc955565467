"""What is said twice: most often it was copied, and then not changed.

Two versions of one thing for two variants, told apart by their tags, are no repetition; nor is what an alias repeats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from resumekit.codes import Code
from resumekit.errors import Problem, Severity
from resumekit.load import KeyPath

from ..entry import Highlight
from ..resume import Resume
from .sameness import Audience, audience_of, folded
from .subject import Subject

_NAMED_BY = {
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
"""By what an entry is known, apart from its dates; the first is what a problem points at."""

_DATED_BY = ("start_date", "end_date", "date", "release_date")

_TELLING = 25
"""Characters of a bullet that nobody types twice by chance; shorter ones, such as `Design`, may stand in many lists."""


class _Bullet(NamedTuple):
    path: KeyPath
    text: str
    audience: Audience


def entries_twice(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each entry that has the names and dates of one before it in the same list."""
    for path, (name, first) in repeated_entries(subject).items():
        yield from _said_twice(subject, "duplicate-entry", "the same entry", (*path, name), (*first, name), "warning")


def bullets_twice(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each bullet that is twice in one list, and a remark for a longer one that is elsewhere."""
    repeated = {*repeated_entries(subject)}
    seen: dict[object, KeyPath] = {}
    for path, text, audience in _bullets(subject.resume):
        if not text or any(path[:length] in repeated for length in range(len(path))):
            continue
        beside = seen.setdefault((path[:-1], text, audience), path)
        first = seen.setdefault((text, audience), path)
        if beside != path:
            repeated.add(path)
            yield from _bullet_twice(subject, path, beside, "warning")
        elif first != path and len(text) >= _TELLING:
            repeated.add(path)
            yield from _bullet_twice(subject, path, first, "info")


def _bullet_twice(subject: Subject, path: KeyPath, first: KeyPath, severity: Severity) -> Iterator[Problem]:
    return _said_twice(subject, "duplicate-bullet", "the same bullet", (*path, "text"), (*first, "text"), severity)


def _said_twice(
    subject: Subject, code: Code, what: str, path: KeyPath, first: KeyPath, severity: Severity
) -> Iterator[Problem]:
    if subject.location(first) != subject.location(path):  # else an alias repeats it, on purpose
        message = f"{what} as in {subject.line(first, seen_from=path)}"
        hint = "remove one of them, or say in what they differ"
        yield subject.problem(code, message, path, hint=hint, severity=severity)


def repeated_entries(subject: Subject) -> dict[KeyPath, tuple[str, KeyPath]]:
    """Return the path of each entry that repeats another, with what they are named by and the path of the other."""
    found: dict[KeyPath, tuple[str, KeyPath]] = {}
    for path, entries, names in _lists(subject.resume):
        first: dict[object, int] = {}
        for index, entry in enumerate(entries):
            known_by = [folded(getattr(entry, name)) for name in names]
            if any(known_by) and subject.has_all_of((*path, index)):
                dates = [str(getattr(entry, name, None)) for name in _DATED_BY]
                same = first.setdefault((*known_by, *dates, audience_of(entry)), index)
                if same != index:
                    found[*path, index] = names[0], (*path, same)
    return found


def _lists(resume: Resume) -> Iterator[tuple[KeyPath, Sequence[Any], Sequence[str]]]:
    """Yield each list of entries with its path, and by what its entries are known."""
    yield ("basics", "profiles"), resume.basics.profiles, ("network", "username", "url")
    for section, names in _NAMED_BY.items():
        yield (section,), getattr(resume, section), names
    for index, job in enumerate(resume.work):
        yield ("work", index, "positions"), job.positions, ("position",)
    for index, custom in enumerate(resume.sections):
        yield ("sections", index, "entries"), custom.entries, ("title", "subtitle")


def _bullets(resume: Resume) -> Iterator[_Bullet]:
    """Yield every bullet in the order of the sections."""
    for section in _NAMED_BY:
        for index, entry in enumerate(getattr(resume, section)):
            yield from _below(entry.highlights, (section, index, "highlights"), (entry,))
            for inner, position in enumerate(getattr(entry, "positions", ())):
                path = (section, index, "positions", inner, "highlights")
                yield from _below(position.highlights, path, (entry, position))
    for index, custom in enumerate(resume.sections):
        yield from _below(custom.items, ("sections", index, "items"), (custom,))
        for inner, entry in enumerate(custom.entries):
            yield from _below(entry.highlights, ("sections", index, "entries", inner, "highlights"), (custom, entry))


def _below(highlights: Sequence[Highlight], path: KeyPath, holders: tuple[Any, ...]) -> Iterator[_Bullet]:
    for index, bullet in enumerate(highlights):
        yield _Bullet((*path, index), folded(bullet.text), audience_of(*holders, bullet))
        yield from _below(bullet.highlights, (*path, index, "highlights"), (*holders, bullet))
