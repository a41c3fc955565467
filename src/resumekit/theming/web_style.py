"""What the web asks of a page beside its own style: the layer for screens."""

from __future__ import annotations

from .discovery import Theme
from .environment import PARTS, read_file

_LAYER = "web.css"


def screen_style() -> str:
    """Return the layer that every theme gets on screens."""
    return (PARTS / _LAYER).read_text(encoding="utf-8")


def own_screen_style(theme: Theme) -> str:
    """Return what the theme adds to that, and those that it extends before it: their files `web.css`.

    Raises:
        ThemeError: one cannot be read.
    """
    return "\n".join(style for folder in reversed(theme.lookup) if (style := read_file(folder, _LAYER)) is not None)
