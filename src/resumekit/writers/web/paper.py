"""A style sheet made for WeasyPrint, as browsers and validators understand it."""

from __future__ import annotations

import re

from resumekit.theming import Look

_BLOCK = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_PAGE_RULES = re.compile(rf"@page[^{{}}]*{_BLOCK}")
_TYPESETTERS_OWN = re.compile(r"(?<![\w-])(?:string-set|bookmark-\w+|page):[^;}]*;?")
_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def for_browsers(style: str, look: Look) -> str:
    """Return a style without footers and named pages, which only a typesetter knows; the paper stays as it is."""
    style = _TYPESETTERS_OWN.sub("", _PAGE_RULES.sub("", _COMMENTS.sub("", style)))
    lines = (line.rstrip() for line in style.splitlines())
    return "\n".join(line for line in lines if line) + f"\n@page {{ size: {look.paper}; margin: {look.margin}; }}"
