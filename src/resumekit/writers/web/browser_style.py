"""Convert a style sheet for WeasyPrint into one for browsers and validators.

Text is larger on screens than on paper. Lengths in millimetres have to grow with it, or the date column would be too
narrow for its dates: they become multiples of the text size, which is the same on paper.
"""

from __future__ import annotations

import re

from resumekit.theming import Design, shared_option
from resumekit.theming.manifest import millimetres

_BLOCK = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_PAGE_RULES = re.compile(rf"@page[^{{}}]*{_BLOCK}")
_PRINT_ONLY = re.compile(r"(?<![\w-])(?:string-set|bookmark-\w+|page):[^;}]*;?")
_DECLARATIONS = re.compile(r"\{[^{}]*\}")
_MILLIMETRES = re.compile(r"(?<![\w.#-])(-?\d*\.?\d+)mm\b")
_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def for_browsers(style: str, design: Design) -> str:
    """Return a style without page margin boxes and named pages, which browsers do not support; the page size stays."""
    style = _PRINT_ONLY.sub("", _PAGE_RULES.sub("", _COMMENTS.sub("", style)))
    size = millimetres(str(shared_option(design, "size")))
    style = _DECLARATIONS.sub(lambda block: _in_rem(block[0], size), style)
    lines = (line.rstrip() for line in style.splitlines())
    return "\n".join(line for line in lines if line) + f"\n@page {{ size: {design.paper}; margin: {design.margin}; }}"


def _in_rem(style: str, size: float) -> str:
    """Return declarations with millimetres as multiples of the text size, given in millimetres."""
    return _MILLIMETRES.sub(lambda found: f"{round(float(found[1]) / size, 3):g}rem", style)
