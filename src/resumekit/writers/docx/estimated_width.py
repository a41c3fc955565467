"""How wide a text is at most: fonts are named, not embedded, so that nobody knows exactly."""

from __future__ import annotations

from unicodedata import east_asian_width

_LETTER_WIDTH = 0.6
"""The assumed width of a letter, as a multiple of the text size: on the high side, so that no font is needed."""


def estimated_width(text: str) -> float:
    """Return the width as a multiple of the text size."""
    return sum(1.0 if east_asian_width(character) in "WF" else _LETTER_WIDTH for character in text)
