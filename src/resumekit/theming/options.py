"""Values for a theme's options: checked, so that they can go into a style sheet as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resumekit.errors import Problem, ThemeError, did_you_mean, with_suggestion
from resumekit.load import Document

from .discovery import Theme
from .families import bundled_families, families_in, has_family
from .manifest import SAME, Font, Option, OptionValue


def choose_options(theme: Theme, given: Mapping[str, Any], document: Document) -> dict[str, OptionValue]:
    """Return a value for each option of the theme: the one given under `theme:`, else its default.

    Raises:
        ThemeError: unknown options and values that cannot be, all at once, with their places.
    """
    declared = theme.manifest.options
    problems = []
    chosen: dict[str, OptionValue] = {}
    for name in given:
        if name not in declared:
            message = with_suggestion(f"theme '{theme.name}' has no option '{name}'", name, declared)
            hint = f"it has {', '.join(declared)}" if declared else "it has none"
            problems.append(document.problem("unknown-option", message, ("theme", name), of_key=True, hint=hint))
    for name, option in declared.items():
        try:
            chosen[name] = option.accept(given.get(name, option.default))
            _check_family(option, chosen[name], theme, document)
        except ValueError as error:
            problems.append(document.problem("bad-option", f"{name}: {error}", ("theme", name), hint=option.help))
    if problems:
        raise ThemeError(*problems)
    return chosen


def shared_options(
    theme: Theme, given: Mapping[str, Any], document: Document
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return what options that were given to another theme mean to this one, and a word on each that it cannot keep."""
    kept: dict[str, Any] = {}
    problems = []
    for name, value in given.items():
        option = theme.manifest.options.get(name)
        try:
            if option is None:
                raise ValueError("it has no such option")
            option.accept(value)
            kept[name] = value
        except ValueError as error:
            message = f"not kept in theme '{theme.name}': {error}"
            problems.append(document.problem("option-left-out", message, ("theme", name), severity="info"))
    return kept, tuple(problems)


def _check_family(option: Option, family: OptionValue, theme: Theme, document: Document) -> None:
    if not isinstance(option, Font) or family == SAME:
        return
    folders = [folder / "fonts" for folder in (document.folder, *theme.lookup)]
    if not has_family(str(family), folders):
        known = [*bundled_families(), *(name for folder in folders for name in families_in(folder))]
        suggestion = did_you_mean(str(family), known)
        raise ValueError(
            f"there is no family '{family}'" + (f"; {suggestion}" if suggestion else f"; there are {', '.join(known)}")
        )
