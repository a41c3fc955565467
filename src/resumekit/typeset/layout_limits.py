"""What one layout of a page may use."""

from __future__ import annotations

from resumekit.load import Document
from resumekit.processes import Limits

LAYOUT_LIMITS = Limits(seconds=8, memory=1_000_000_000)
"""Ten times what the bundled themes need for a page on a slow machine."""

_CHARACTERS = 20_000
"""Six times the text of a full page; a layout of the bundled themes takes some two seconds for it."""

_CHARACTERS_PER_VALUE = 20
"""What each value adds to that, because it has a box of its own on the page."""

_TIMES_IN_MEMORY = 40
"""Memory suffices for so many times that text."""


def layout_limits(document: Document) -> Limits:
    """Return the limits for a résumé: a book may take more than a page.

    They go by the résumé, not by the page in HTML: that is made by a theme, which may repeat one word for ever.
    """
    size = sum(len(text) + _CHARACTERS_PER_VALUE for _, text in document.scalars())
    times = max(1.0, size / _CHARACTERS)
    return Limits(LAYOUT_LIMITS.seconds * times, round(LAYOUT_LIMITS.memory * max(1.0, times / _TIMES_IN_MEMORY)))
