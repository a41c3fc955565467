"""Parts of a citation that are set differently: the name of a journal, and what follows it."""

from __future__ import annotations

import re

from markupsafe import Markup

_AFTER_JOURNAL = re.compile(r"\s*(?:[,;(،、，（]|(?<=\s)\d+\b)")
"""Where volume, issue and pages begin; `24th` is part of a name."""


def journal_html(publisher: Markup) -> Markup:
    """Return a publisher with the name of the journal, up to the first comma or number, in an element of its own."""
    found = _AFTER_JOURNAL.search(publisher)
    end = found.start() if found and "<" not in publisher else len(publisher)
    if not end:
        return publisher
    return Markup('<span class="journal">{}</span>{}').format(publisher[:end], publisher[end:])
