"""The custom properties of a theme's style sheets, for formats that have no style sheets of their own.

`parts/layout.css` declares the properties of every page; a theme sets its own values under `:root`. Only values of a
known form are returned, so that whatever a style sheet contains, it is a colour, a number or a length here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .discovery import Theme
from .environment import PARTS
from .manifest import points
from .style_sheets import own_style_sheets

_MAX_DEPTH = 8
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_NUMBER = re.compile(r"\d*\.?\d+")
_SIZES = re.compile(rf"({_NUMBER.pattern})r?em|0")
_LENGTH = re.compile(rf"({_NUMBER.pattern})(mm|pt)")
_RULE = re.compile(rf"({_NUMBER.pattern})pt (solid|dashed) ({_COLOUR.pattern})")


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: its width in points, its colour, and whether it is dashed."""

    width: str
    colour: str
    dashed: bool


class StyleProperties:
    """The properties of a theme, in which `var()` stands for `settings`, the options of the résumé, too."""

    def __init__(self, theme: Theme, settings: Mapping[str, str]) -> None:
        self._shared = dict(_declared((PARTS / "layout.css").read_text(encoding="utf-8")))
        self._own = {name: value for _, style in own_style_sheets(theme) for name, value in _declared(style)}
        self._settings = {f"--{name}": value for name, value in settings.items()}

    def colour(self, name: str) -> str:
        """Return a colour as `#rgb` or `#rrggbb`; that of the text if it is inherited."""
        for value in self._values(name):
            if _COLOUR.fullmatch(value):
                return value
            if value in ("inherit", "currentcolor"):
                return self.colour("ink")
        raise KeyError(name)

    def rule(self, name: str) -> Rule:
        """Return a line."""
        found = self._first(name, _RULE)
        return Rule(found[1], found[3], found[2] == "dashed")

    def number(self, name: str) -> float:
        """Return a number, such as a weight."""
        return float(self._first(name, _NUMBER)[0])

    def sizes(self, name: str, size: str) -> float:
        """Return a distance in units of the text size, which is a length such as `9.6pt`."""
        for value in self._values(name):
            if found := _SIZES.fullmatch(value):
                return float(found[1] or 0)
            if _LENGTH.fullmatch(value):
                return round(points(value) / points(size), 3)
        raise KeyError(name)

    def length(self, name: str, default: str) -> str:
        """Return a length in mm or pt, else the default: most widths are calculated."""
        return next(filter(_LENGTH.fullmatch, self._values(name)), default)

    def is_italic(self, name: str) -> bool:
        """Return whether a style of letters is italic."""
        return next(self._values(name)) == "italic"

    def text(self, name: str) -> str:
        """Return a text in quotation marks, without them."""
        found = self._first(name, re.compile(r'"([^"\\]*)"'))
        return found[1]

    def _first(self, name: str, form: re.Pattern[str]) -> re.Match[str]:
        return next(found for value in self._values(name) if (found := form.fullmatch(value)))

    def _values(self, name: str) -> Iterator[str]:
        """Yield the values of a property in order of precedence, the last being one whose form is known."""
        for declared in (self._own, self._shared):
            if (value := declared.get(f"--{name}")) is not None:
                yield self._resolved(value)

    def _resolved(self, value: str, depth: int = 0) -> str:
        def substitute(found: re.Match[str]) -> str:
            known = {**self._shared, **self._own, **self._settings}
            return known.get(found[1], (found[2] or "").strip())

        if depth == _MAX_DEPTH or "var(" not in value:
            return value
        return self._resolved(_VARIABLE.sub(substitute, value)[:200], depth + 1)


def _declared(style: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each custom property under `:root` outside other rules."""
    from tinycss2 import parse_blocks_contents, parse_stylesheet

    rules: list[Any] = parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == "qualified-rule" and _text(rule.prelude) == ":root":
            for node in parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if node.type == "declaration" and node.name.startswith("--"):
                    yield node.name, _text(node.value)


def _text(nodes: list[Any]) -> str:
    """Return components as text, without comments; nothing if they are nested, since no form here is."""
    from tinycss2 import serialize

    inner = [part for node in nodes if node.type == "function" for part in node.arguments]
    if any(node.type.endswith("block") for node in nodes) or any(hasattr(part, "arguments") for part in inner):
        return ""
    return str(serialize([node for node in nodes if node.type != "comment"])).strip()
