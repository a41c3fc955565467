"""Values for a theme's options: checked, so that they can go into a style sheet as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from resumekit.errors import ThemeError, did_you_mean
from resumekit.load import Document

from .discovery import Theme
from .manifest import Choice, Colour, Length, Toggle

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(mm|pt)")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4}
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

OptionValue = str | bool


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
            suggestion = did_you_mean(name, declared)
            message = f"theme '{theme.name}' has no option '{name}'" + (f"; {suggestion}" if suggestion else "")
            hint = f"it has {', '.join(declared)}" if declared else "it has none"
            problems.append(document.problem("unknown-option", message, ("theme", name), of_key=True, hint=hint))
    for name, option in declared.items():
        try:
            chosen[name] = _value(option, given.get(name, option.default))
        except ValueError as error:
            problems.append(document.problem("bad-option", f"{name}: {error}", ("theme", name), hint=option.help))
    if problems:
        raise ThemeError(*problems)
    return chosen


def _value(option: Colour | Length | Choice | Toggle, value: Any) -> OptionValue:
    match option:
        case Colour():
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                raise ValueError(f"'{value}' is not a colour such as {option.default}")
            return value.lower()
        case Length():
            return _length(option, value)
        case Choice():
            if value not in option.choices:
                raise ValueError(f"'{value}' is not one of {', '.join(option.choices)}")
            return str(value)
        case Toggle():
            if str(value).lower() not in _SWITCH:
                raise ValueError(f"'{value}' is not true or false")
            return _SWITCH[str(value).lower()]


def _length(option: Length, value: Any) -> str:
    points = _points(value)
    if points is None:
        raise ValueError(f"'{value}' is not a length such as {option.default}")
    lowest, highest = _points(option.min), _points(option.max)
    assert lowest is not None
    assert highest is not None
    if not lowest <= points <= highest:
        raise ValueError(f"{value} is not between {option.min} and {option.max}")
    return str(value)


def _points(value: Any) -> float | None:
    found = _LENGTH.fullmatch(value) if isinstance(value, str) else None
    return float(found[1]) * _POINTS[found[2]] if found else None
