"""The approximate width of a short text, and the lines of a longer one, for columns that are chosen by them."""

from __future__ import annotations

from math import ceil
from unicodedata import category, east_asian_width

_LETTER = 0.56
"""Digits, letters and the en dash: the mean of the bundled sans-serif families."""

_WIDE = 1.0
"""East Asian characters fill their square."""

_NARROW = {**dict.fromkeys(" \u00a0.,:/", 0.28), "\u2009": 0.2, "\u202f": 0.2, "\u200a": 0.1}
"""Spaces, and the punctuation of dates, as wide as in Inter."""

_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
"""Categories of characters that add no width: accents and vowel signs above or below, joiners, marks of direction."""


def ems(text: str) -> float:
    """Return the approximate width of a text on one line, in units of its size."""
    return round(sum(map(_width, text)), 2)


def lines(text: str, measure: float) -> int:
    """Return about how many lines a text takes that breaks between words, and inside words wider than the measure.

    `measure` is the width of a line, in units of the text size.
    """
    count, used = 0, measure
    for word in text.split():
        width = ems(word)
        gap = _NARROW[" "] if used else 0.0
        if used + gap + width <= measure:
            used += gap + width
        else:
            more = max(1, ceil(width / measure))
            count, used = count + more, width - (more - 1) * measure
    return count


def _width(character: str) -> float:
    if character in _NARROW:
        return _NARROW[character]
    if east_asian_width(character) in "FW":
        return _WIDE
    return 0.0 if category(character) in _WITHOUT_WIDTH else _LETTER
