"""Rules for the arrangement: names of sections, variants and fields must exist and be unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from resumekit.errors import Problem, available, did_you_mean, with_suggestion
from resumekit.load import KeyPath

from ..custom import CustomSection
from ..presentation import NAME_FIELDS, Arrangement, wrong_fields
from ..sections import SECTIONS, section_names
from .subject import Subject

_OTHER_NAMES = {
    "about": "summary",
    "achievements": "awards",
    "basics": "summary",
    "certifications": "certificates",
    "employment": "work",
    "experience": "work",
    "hobbies": "interests",
    "honors": "awards",
    "jobs": "work",
    "profile": "summary",
    "schools": "education",
    "volunteering": "volunteer",
}
"""What people and other formats call the built-in sections."""


def sections_of_one_name(subject: Subject) -> Iterator[Problem]:
    """Yield each section with the same name as another one."""
    seen: set[str] = set(SECTIONS)
    for index, section in enumerate(subject.resume.sections):
        if section.key in seen:
            yield subject.problem(
                "duplicate-section",
                f"there is already a section '{section.key}'",
                ("sections", index, "id" if section.id else "title"),
                hint="give this one a unique `id`",
            )
        seen.add(section.key)


def unknown_sections(subject: Subject) -> Iterator[Problem]:
    """Yield each unknown section name in `order`, `titles`, `hide` and `break`.

    A variant may name a section that a variant adds. Once a variant that changes the sections has been applied to the
    document, the names in the other variants are not checked.
    """
    if not subject.knows("sections", "title", "id"):
        return
    known = section_names(subject.resume)
    changed = any(subject.is_set_by_variant(*path) for path in subject.document.spans if path[:1] == ("sections",))
    for path, arrangement in _arrangements(subject):
        if path and changed:
            break
        known = (*known, *_added_by_variants(subject)) if path else known
        named: list[tuple[KeyPath, str]] = [(("order", index), name) for index, name in enumerate(arrangement.order)]
        named += [(("hide", index), name) for index, name in enumerate(arrangement.hide)]
        named += [(("titles", name), name) for name in arrangement.titles]
        named += [(("break", name), name) for name in arrangement.break_]
        for where, name in named:
            if name not in known:
                yield _no_section(subject, name, known, path + where)


def unknown_fields(subject: Subject) -> Iterator[Problem]:
    """Yield each unknown field in the pattern for file names."""
    for path, arrangement in _arrangements(subject):
        for message in wrong_fields(arrangement.output.name or "" if arrangement.output else ""):
            hint = available(NAME_FIELDS)
            yield subject.problem("unknown-field", message, (*path, "output", "name"), hint=hint)


def variants_without_end(subject: Subject) -> Iterator[Problem]:
    """Yield each variant that extends an unknown one or, through others, itself."""
    variants = subject.resume.variants
    settled = {""}
    for name in variants:
        line: dict[str, None] = {}
        step = name
        while step not in settled and step not in line and (variant := variants.get(step)):
            line[step], step = None, variant.extends or ""
        path = ("variants", next(reversed(line), name), "extends")
        if step in line:
            message = f"variant '{step}' extends itself: {' → '.join((*line, step))}"
            yield subject.problem("variant-cycle", message, path, hint="remove `extends` from one of them")
        elif step not in settled:
            yield _no_such(subject, "unknown-variant", f"no variant '{step}'", step, variants, path)
        settled.update(line)


def _arrangements(subject: Subject) -> Iterator[tuple[KeyPath, Arrangement]]:
    yield (), subject.resume
    for name, variant in subject.resume.variants.items():
        yield ("variants", name), variant


def _added_by_variants(subject: Subject) -> Iterator[str]:
    """Yield the names of the sections that variants `set`: as a list, one by one, or a title or an id alone."""
    for variant in subject.resume.variants.values():
        for path, value in variant.set.items():
            match path.split("."), value:
                case ["sections"], list(sections):
                    yield from (_key_of(section) for section in sections if isinstance(section, dict))
                case ["sections", _], dict(section):
                    yield _key_of(section)
                case ["sections", _, "title" | "id" as key], _:
                    yield _key_of({key: value})


def _key_of(section: dict[str, Any]) -> str:
    """Return the name of a section that is not validated yet, or nothing."""
    try:
        return CustomSection.model_validate({"title": "-", **section}).key
    except ValidationError:
        return ""


def _no_section(subject: Subject, name: str, known: Sequence[str], path: KeyPath) -> Problem:
    usual = _OTHER_NAMES.get(name.casefold())
    if not usual:
        return _no_such(subject, "unknown-section", f"no section '{name}'", name, known, path)
    message = f"no section '{name}'; did you mean '{usual}'?"
    return subject.problem("unknown-section", message, path, of_key=bool({"titles", "break"}.intersection(path)))


def _no_such(subject: Subject, code: str, message: str, name: str, known: Iterable[str], path: KeyPath) -> Problem:
    hint = None if did_you_mean(name, known) else available(known)
    of_key = bool({"titles", "break"}.intersection(path))
    return subject.problem(code, with_suggestion(message, name, known), path, of_key=of_key, hint=hint)
