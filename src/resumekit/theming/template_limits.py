"""What a template may use."""

from __future__ import annotations

from resumekit.processes import Limits

LIMITS = Limits(seconds=5, memory=500_000_000)
"""A template of the bundled themes takes 20 milliseconds, and half a second for a résumé of a hundred pages."""

MAX_CHARACTERS = 5_000_000
"""The largest page; that of a résumé of a hundred pages has six hundred thousand characters."""

MAX_DIGITS = 3_000
"""The largest number: Python multiplies larger ones slowly, and cannot be interrupted meanwhile."""


class TooLarge(Exception):
    """A template made a page, or calculated a number, that is too large."""
