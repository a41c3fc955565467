"""Parts of a citation that are set differently: the name of a journal, and what follows it."""

from __future__ import annotations

import re

from markupsafe import Markup

_AFTER_JOURNAL = re.compile(r"\s*(?:[,;(،、，（]|(?<=\s)\d+\b)")
"""Where volume, issue and pages begin; `24th` is part of a name."""


def journal_end(publisher: str) -> int:
    """Return where the name of the journal ends in the text of a publisher: at the first comma or number."""
    found = _AFTER_JOURNAL.search(publisher)
    return found.start() if found else len(publisher)


def journal_html(publisher: Markup) -> Markup:
    """Return a publisher with the name of the journal, up to the first comma or number, in an element of its own."""
    if "<" in publisher:
        return Markup('<span class="journal">{}</span>').format(publisher)
    text = publisher.unescape()  # the semicolon of `&amp;` does not end a name
    end = journal_end(text)
    return Markup('<span class="journal">{}</span>{}').format(text[:end], text[end:]) if end else publisher


def journal_tex(publisher: Markup) -> Markup:
    r"""Return a publisher in TeX likewise, with the name as the argument of `\journal`."""
    text = str(publisher)
    end = len(text) if "{" in text else journal_end(text)
    return Markup(rf"\journal{{{text[:end]}}}{text[end:]}") if end else publisher  # noqa: S704 (parts of what is TeX already)
