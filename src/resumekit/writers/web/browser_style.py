"""A style sheet made for WeasyPrint, as browsers and validators understand it.

On screens text is larger than on paper. What the style measures in millimetres grows with it, or the column of dates
would be too narrow for dates: it is written in sizes of the text, which on paper comes to the same.
"""

from __future__ import annotations

import re

from resumekit.theming import Design

from ..fitting import millimetres

_SIZE = "9.6pt"
"""That of a theme that says none."""

_BLOCK = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_PAGE_RULES = re.compile(rf"@page[^{{}}]*{_BLOCK}")
_TYPESETTERS_OWN = re.compile(r"(?<![\w-])(?:string-set|bookmark-\w+|page):[^;}]*;?")
_DECLARATIONS = re.compile(r"\{[^{}]*\}")
_MILLIMETRES = re.compile(r"(?<![\w.#-])(-?\d*\.?\d+)mm\b")
_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def for_browsers(style: str, design: Design) -> str:
    """Return a style without footers and named pages, which only a typesetter knows; the paper stays as it is."""
    style = _TYPESETTERS_OWN.sub("", _PAGE_RULES.sub("", _COMMENTS.sub("", style)))
    size = millimetres(str(design.options.get("size", _SIZE)))
    style = _DECLARATIONS.sub(lambda block: _in_sizes(block[0], size), style)
    lines = (line.rstrip() for line in style.splitlines())
    return "\n".join(line for line in lines if line) + f"\n@page {{ size: {design.paper}; margin: {design.margin}; }}"


def _in_sizes(style: str, size: float) -> str:
    """Return declarations with lengths in sizes of the text, which is so many millimetres high."""
    return _MILLIMETRES.sub(lambda found: f"{round(float(found[1]) / size, 3):g}rem", style)
