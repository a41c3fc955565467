"""Names that must be unique, and references that must resolve: sections, file name fields, variants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resumekit.codes import Code
from resumekit.errors import Problem, available, did_you_mean, with_suggestion
from resumekit.load import KeyPath

from ..presentation import NAME_FIELDS, Presentation, unknown_field_messages
from ..sections import SECTIONS, section_names
from .rule_context import RuleContext


def duplicate_sections(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each section with the name of another one."""
    seen: set[str] = set(SECTIONS)
    for index, section in enumerate(context.resume.sections):
        if section.key in seen:
            yield context.problem(
                "duplicate-section",
                f"section '{section.key}' already exists",
                ("sections", index, "id" if section.id else "title"),
                hint="give this section an `id` of its own",
            )
        seen.add(section.key)


def unknown_sections(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each name in `order`, `titles`, `hide` and `break` that no section has."""
    if not context.is_known("sections", "title", "id"):
        return
    known = section_names(context.resume)
    for path, presentation in _presentations(context):
        named: list[tuple[KeyPath, str]] = [(("order", index), name) for index, name in enumerate(presentation.order)]
        named += [(("hide", index), name) for index, name in enumerate(presentation.hide)]
        named += [(("titles", name), name) for name in presentation.titles]
        named += [(("break", name), name) for name in presentation.break_]
        for where, name in named:
            if name not in known:
                yield _unknown_name(context, "unknown-section", f"no section '{name}'", name, known, path + where)


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
            yield _unknown_name(context, "unknown-variant", f"no variant '{step}'", step, variants, path)
        resolved.update(chain)


def _presentations(context: RuleContext) -> Iterator[tuple[KeyPath, Presentation]]:
    yield (), context.resume
    for name, variant in context.resume.variants.items():
        yield ("variants", name), variant


def _unknown_name(
    context: RuleContext, code: Code, message: str, name: str, known: Iterable[str], path: KeyPath
) -> Problem:
    suggestion = did_you_mean(name, known)
    hint = None if suggestion else available(known)
    message = with_suggestion(message, name, known)
    return context.problem(code, message, path, of_key=bool({"titles", "break"}.intersection(path)), hint=hint)
