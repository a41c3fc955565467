"""Values for a theme's options, checked so that a style sheet can use them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resumekit.errors import Problem, ThemeError, available, with_suggestion
from resumekit.load import Document

from .discovery import Theme
from .families import bundled_families, families_in, has_family
from .manifest import SAME, Font, Option, OptionValue


def option_values(theme: Theme, given: Mapping[str, Any], document: Document) -> dict[str, OptionValue]:
    """Return a value for each option of the theme: the one given under `theme:`, else its default.

    Raises:
        ThemeError: unknown options and invalid values, all at once, with their locations.
    """
    declared = theme.manifest.options
    problems = []
    values: dict[str, OptionValue] = {}
    for name in given:
        if name not in declared:
            message = with_suggestion(f"unknown option '{name}' for theme '{theme.name}'", name, declared)
            hint = available(declared) if declared else "this theme has no options"
            problems.append(document.problem("unknown-option", message, ("theme", name), of_key=True, hint=hint))
    for name, option in declared.items():
        try:
            values[name] = option.accept(given.get(name, option.default))
            _check_family(option, values[name], theme, document)
        except ValueError as error:
            problems.append(document.problem("bad-option", f"{name}: {error}", ("theme", name), hint=option.help))
    if problems:
        raise ThemeError(*problems)
    return values


def accepted_options(
    theme: Theme, given: Mapping[str, Any], document: Document
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return which of the options meant for another theme this one accepts, and a remark on each of the others."""
    accepted: dict[str, Any] = {}
    problems = []
    for name, value in given.items():
        option = theme.manifest.options.get(name)
        try:
            if option is None:
                raise ValueError("it has no such option")
            option.accept(value)
            accepted[name] = value
        except ValueError as error:
            message = f"not used by theme '{theme.name}': {error}"
            problems.append(document.problem("option-left-out", message, ("theme", name), severity="info"))
    return accepted, tuple(problems)


def _check_family(option: Option, family: OptionValue, theme: Theme, document: Document) -> None:
    if not isinstance(option, Font) or family == SAME:
        return
    folders = [folder / "fonts" for folder in (document.folder, *theme.lookup)]
    if not has_family(str(family), folders):
        known = [*bundled_families(), *(name for folder in folders for name in families_in(folder))]
        message = with_suggestion(f"unknown font family {family!r}", str(family), known)
        raise ValueError(f"{message}; {available(known)}")
