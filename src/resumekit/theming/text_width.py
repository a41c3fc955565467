"""The approximate width of a short text, for columns that must be as wide as the dates in them."""

from __future__ import annotations

from unicodedata import category, east_asian_width

from resumekit.present import ResumeView

_LETTER = 0.56
"""Digits, letters and the en dash: the mean of the bundled sans-serif families."""

_WIDE = 1.0
"""East Asian characters fill their square."""

_NARROW = {**dict.fromkeys(" \u00a0.,:/", 0.28), "\u2009": 0.2, "\u202f": 0.2, "\u200a": 0.1}
"""Spaces, and the punctuation of dates, as wide as in Inter."""

_LONG_DATE = 32
"""Characters. A longer date is a sentence, which does not fit the column of dates."""

_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
"""Categories of characters that add no width: accents and vowel signs above or below, joiners, marks of direction."""


def ems(text: str) -> float:
    """Return the approximate width of a text on one line, in units of its size."""
    return round(sum(map(_width, text)), 2)


def longest_date(view: ResumeView) -> float:
    """Return the approximate width of the longest date, in units of the text size."""
    entries = [entry for section in view.sections for entry in section.entries]
    dates = [item.date for entry in entries for item in (entry, *entry.roles) if len(item.date) <= _LONG_DATE]
    return max(map(ems, dates), default=0.0)


def _width(character: str) -> float:
    if character in _NARROW:
        return _NARROW[character]
    if east_asian_width(character) in "FW":
        return _WIDE
    return 0.0 if category(character) in _WITHOUT_WIDTH else _LETTER
