"""Style for HTML pages: the layer that adapts a page to screens."""

from __future__ import annotations

from .discovery import Theme
from .environment import PARTS, read_file

_LAYER = "web.css"


def screen_style() -> str:
    """Return the screen layer that all themes share."""
    return (PARTS / _LAYER).read_text(encoding="utf-8")


def own_screen_style(theme: Theme) -> str:
    """Return the theme's additions to that layer, after those of the themes it extends: their `web.css` files.

    Raises:
        ThemeError: a file cannot be read, or is not UTF-8.
    """
    return "\n".join(style for folder in reversed(theme.lookup) if (style := read_file(folder, _LAYER)) is not None)
