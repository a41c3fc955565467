"""How the résumé is to look: names that must exist, and be there once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resumekit.codes import Code
from resumekit.errors import Problem, available, did_you_mean
from resumekit.load import KeyPath

from ..presentation import NAME_FIELDS, Arrangement, wrong_fields
from ..sections import SECTIONS, section_names
from .subject import Subject


def sections_of_one_name(subject: Subject) -> Iterator[Problem]:
    """Yield each section that has the name of another."""
    seen: set[str] = set(SECTIONS)
    for index, section in enumerate(subject.resume.sections):
        if section.key in seen:
            yield subject.problem(
                "duplicate-section",
                f"there is already a section '{section.key}'",
                ("sections", index, "id" if section.id else "title"),
                hint="give this one an `id` of its own",
            )
        seen.add(section.key)


def unknown_sections(subject: Subject) -> Iterator[Problem]:
    """Yield each name in `order`, `titles`, `hide` and `break` that no section has."""
    if not subject.knows("sections", "title", "id"):
        return
    known = section_names(subject.resume)
    for path, arrangement in _arrangements(subject):
        named: list[tuple[KeyPath, str]] = [(("order", index), name) for index, name in enumerate(arrangement.order)]
        named += [(("hide", index), name) for index, name in enumerate(arrangement.hide)]
        named += [(("titles", name), name) for name in arrangement.titles]
        named += [(("break", name), name) for name in arrangement.break_]
        for where, name in named:
            if name not in known:
                yield _no_such(subject, "unknown-section", f"no section '{name}'", name, known, path + where)


def unknown_fields(subject: Subject) -> Iterator[Problem]:
    """Yield each field of a file name's pattern that there is not."""
    for path, arrangement in _arrangements(subject):
        for message in wrong_fields(arrangement.output.name or "" if arrangement.output else ""):
            hint = available(NAME_FIELDS)
            yield subject.problem("unknown-field", message, (*path, "output", "name"), hint=hint)


def variants_without_end(subject: Subject) -> Iterator[Problem]:
    """Yield each variant that extends one that there is not, or in the end itself."""
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


def _no_such(subject: Subject, code: Code, message: str, name: str, known: Iterable[str], path: KeyPath) -> Problem:
    suggestion = did_you_mean(name, known)
    hint = None if suggestion else available(known)
    message = f"{message}; {suggestion}" if suggestion else message
    return subject.problem(code, message, path, of_key=bool({"titles", "break"}.intersection(path)), hint=hint)
