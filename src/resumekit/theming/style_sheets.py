"""The style sheets of a page: those that all themes share, and the theme's own."""

from __future__ import annotations

import re
from pathlib import Path

from .design import Design
from .discovery import Theme
from .environment import PARTS, read_file
from .manifest import Choice

_STYLE = "resume.css"

_FOR_WORDS = re.compile(r"/\* \[([^\]]+)\]")
"""The beginning of a paragraph of a style sheet that only pages with one of these words need."""


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


def needed_in(page: str, style: str) -> str:
    """Return a style sheet without the paragraphs that a page does not need; the others keep their lines."""
    paragraphs = style.split("\n\n")
    for number, paragraph in enumerate(paragraphs):
        found = _FOR_WORDS.match(paragraph)
        if found and not any(word in page for word in found[1].split(", ")):
            paragraphs[number] = "\n" * paragraph.count("\n")
    return "\n\n".join(paragraphs)
