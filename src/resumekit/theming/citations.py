"""Parts of a citation that are set differently: the name of a journal, and what follows it."""

from __future__ import annotations

import re

from markupsafe import Markup

_AFTER_JOURNAL = re.compile(r"\s*(?:[,;(،、，（]|(?<=\s)\d+\b)")
"""Where volume, issue and pages begin; `24th` is part of a name."""


def journal_html(publisher: Markup) -> Markup:
    """Return a publisher with the name of the journal, up to the first comma or number, in an element of its own."""
    if "<" in publisher:
        return Markup('<span class="journal">{}</span>').format(publisher)
    text = publisher.unescape()  # the semicolon of `&amp;` does not end a name
    found = _AFTER_JOURNAL.search(text)
    end = found.start() if found else len(text)
    if not end:
        return publisher
    return Markup('<span class="journal">{}</span>{}').format(text[:end], text[end:])
