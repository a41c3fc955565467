"""The style sheets of a page: those that all themes share, and the theme's own."""

from __future__ import annotations

import re
from pathlib import Path

from .design import Design
from .discovery import Theme
from .environment import PARTS, read_file
from .manifest import Choice

_STYLE = "resume.css"

_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_NOT_REQUIRED = re.compile(r"/\*.*?\*/|\([^()]*\)|\[[^]]*\]|:[\w-]+", re.DOTALL)
"""What may precede a selector, and the parts of it that a page can match without having each of their names."""

_NAME = re.compile(r"[\w-]+")
_IMPLIED = frozenset({"html", "head", "body", "colgroup", "tbody"})
"""Elements that a page has even if it does not name them."""


def style_sheets(design: Design) -> list[tuple[Path, str]]:
    """Return the style sheets in their order on the page, with their files: the shared ones, then the theme's.

    The shared ones are what every page needs, and from version 2 of the API on, the chosen layout. A parent theme's
    come before its child's.
    """
    names = ["base"]
    if design.theme.manifest.api != "1":
        options = design.theme.manifest.options
        chosen = (name for name in design.options if isinstance(options[name], Choice))
        parts = (part for name in chosen for part in (f"{name}-{design.options[name]}", name))
        names += ["layout", *(f"layouts/{part}" for part in parts)]
    shared = (PARTS / f"{name}.css" for name in names)
    sheets = [(file, file.read_text(encoding="utf-8")) for file in shared if file.is_file()]
    return [*sheets, *own_style_sheets(design.theme)]


def own_style_sheets(theme: Theme) -> list[tuple[Path, str]]:
    """Return the style sheets of a theme with their files, a parent theme's before its child's."""
    own = ((folder / _STYLE, read_file(folder, _STYLE)) for folder in reversed(theme.lookup))
    return [(file, sheet) for file, sheet in own if sheet is not None]


def names_in(page: str) -> frozenset[str]:
    """Return the names of a page's elements, classes and ids, among all of its other words, in lower case."""
    return _IMPLIED.union(_NAME.findall(page.lower()))


def needed_for(names: frozenset[str], style: str) -> str:
    """Return a shared style sheet without rules that cannot match, which cost time; the others keep their lines.

    A selector cannot match if the page does not have one of its names: of elements, classes and ids.
    """

    def kept(rule: re.Match[str]) -> str:
        selectors = rule[1]
        while (shorter := _NOT_REQUIRED.sub("", selectors)) != selectors:  # parentheses are nested
            selectors = shorter
        needed = "@" in selectors or any(names.issuperset(_NAME.findall(each)) for each in selectors.split(","))
        return rule[0] if needed else "\n" * rule[0].count("\n")

    return _RULE.sub(kept, style)
