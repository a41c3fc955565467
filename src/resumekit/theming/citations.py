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
    name, rest = _parted(publisher.unescape())  # the semicolon of `&amp;` does not end a name
    return Markup('<span class="journal">{}</span>{}').format(name, rest) if name else publisher


def journal_tex(publisher: Markup) -> Markup:
    r"""Return a publisher in TeX likewise, with the name as the argument of `\journal`."""
    name, rest = (str(publisher), "") if "{" in publisher else _parted(str(publisher))
    return Markup(rf"\journal{{{name}}}{rest}") if name else publisher  # noqa: S704 (parts of what is TeX already)


def _parted(publisher: str) -> tuple[str, str]:
    found = _AFTER_JOURNAL.search(publisher)
    end = found.start() if found else len(publisher)
    return publisher[:end], publisher[end:]
