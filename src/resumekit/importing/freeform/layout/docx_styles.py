"""The named styles of a Word document."""

from __future__ import annotations

from typing import Any, NamedTuple

_MAX_BASE_STYLES = 10


class Style(NamedTuple):
    """A named style, with what python-docx looks up anew at each access."""

    name: str
    element: Any


Styles = tuple[Style, ...]
"""A style and those that it is based on, the nearest first."""


def with_bases(style: Any) -> Styles:
    """Return a style of python-docx and those that it is based on."""
    result: list[Style] = []
    while style is not None and len(result) < _MAX_BASE_STYLES:
        result.append(Style(style.name or "", style.element))
        style = getattr(style, "base_style", None)  # styles of lists have none
    return tuple(result)
