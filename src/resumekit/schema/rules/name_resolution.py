"""Names that must be unique, and references that must resolve: sections, file name fields, variants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from resumekit.codes import Code
from resumekit.errors import Problem, available, did_you_mean, with_suggestion
from resumekit.load import KeyPath

from ..custom import CustomSection
from ..presentation import NAME_FIELDS, Presentation, unknown_field_messages
from ..sections import SECTIONS, section_names
from .rule_context import RuleContext

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


def duplicate_sections(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each section with the name of another one."""
    seen: set[str] = set(SECTIONS)
    for index, section in enumerate(context.resume.sections):
        if section.key in seen:
            yield context.problem(
                "duplicate-section",
                f"section '{section.key}' already exists",
                ("sections", index, "id" if section.id else "title"),
                hint="give this section a unique `id`",
            )
        seen.add(section.key)


def unknown_sections(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each name in `order`, `titles`, `hide` and `break` that no section has.

    A variant may name a section that a variant adds. Once a variant that changes the sections has been applied to the
    document, the names in the other variants are not checked.
    """
    if not context.is_known("sections", "title", "id"):
        return
    known = section_names(context.resume)
    with_added = (*known, *_added_by_variants(context))
    changed = any(context.is_set_by_variant(*path) for path in context.document.spans if path[:1] == ("sections",))
    for path, presentation in _presentations(context):
        if path and changed:
            break
        known = with_added if path else known
        named: list[tuple[KeyPath, str]] = [(("order", index), name) for index, name in enumerate(presentation.order)]
        named += [(("hide", index), name) for index, name in enumerate(presentation.hide)]
        named += [(("titles", name), name) for name in presentation.titles]
        named += [(("break", name), name) for name in presentation.break_]
        names = set(known)
        for where, name in named:
            if name not in names:
                yield _no_section(context, name, known, path + where)


def unknown_name_fields(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each unknown field in a pattern for output file names."""
    for path, presentation in _presentations(context):
        for message in unknown_field_messages(presentation.output.name or "" if presentation.output else ""):
            hint = available(NAME_FIELDS)
            yield context.problem("unknown-field", message, (*path, "output", "name"), hint=hint)


def broken_extends(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each variant that extends an unknown variant or, directly or indirectly, itself."""
    variants = context.resume.variants
    resolved = {""}
    for name in variants:
        chain: dict[str, None] = {}
        step = name
        while step not in resolved and step not in chain and (variant := variants.get(step)):
            chain[step], step = None, variant.extends or ""
        path = ("variants", next(reversed(chain), name), "extends")
        if step in chain:
            message = f"variant '{step}' extends itself: {' → '.join((*chain, step))}"
            yield context.problem("variant-cycle", message, path, hint="remove `extends` from one of them")
        elif step not in resolved:
            yield _unknown_name(context, "unknown-variant", f"unknown variant '{step}'", step, variants, path)
        resolved.update(chain)


def _presentations(context: RuleContext) -> Iterator[tuple[KeyPath, Presentation]]:
    yield (), context.resume
    for name, variant in context.resume.variants.items():
        yield ("variants", name), variant


def _added_by_variants(context: RuleContext) -> Iterator[str]:
    """Yield the names of the sections that variants `set`: as a list, one by one, or a title or an id alone."""
    for variant in context.resume.variants.values():
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


def _no_section(context: RuleContext, name: str, known: Sequence[str], path: KeyPath) -> Problem:
    usual = _OTHER_NAMES.get(name.casefold())
    if not usual:
        return _unknown_name(context, "unknown-section", f"unknown section '{name}'", name, known, path)
    message = f"unknown section '{name}'; did you mean '{usual}'?"
    return context.problem("unknown-section", message, path, of_key=bool({"titles", "break"}.intersection(path)))


def _unknown_name(
    context: RuleContext, code: Code, message: str, name: str, known: Iterable[str], path: KeyPath
) -> Problem:
    suggestion = did_you_mean(name, known)
    hint = None if suggestion else available(known)
    message = with_suggestion(message, name, known)
    return context.problem(code, message, path, of_key=bool({"titles", "break"}.intersection(path)), hint=hint)
