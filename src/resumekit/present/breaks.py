"""Where a page begins: never between a title and the first thing that it leads.

Where a text stands between the two, it stays with the title, and the page breaks below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .view import EntryView, SectionView


def break_above_title(section: SectionView) -> SectionView:
    """Return a section that begins a page if its first entry is to."""
    if section.text or not _breaks_first(section.entries):
        return section
    return replace(section, page_break="before", entries=_without_break(section.entries))


def break_above_employer(employer: EntryView) -> EntryView:
    """Return an employer that begins a page if the first of its roles is to."""
    has_text = employer.summary or employer.highlights.bullets or employer.pictures
    if has_text or not _breaks_first(employer.roles):
        return employer
    return replace(employer, page_break="before", roles=_without_break(employer.roles))


def _breaks_first(parts: Sequence[EntryView]) -> bool:
    return bool(parts) and parts[0].page_break == "before"


def _without_break(parts: Sequence[EntryView]) -> tuple[EntryView, ...]:
    return (replace(parts[0], page_break=""), *parts[1:])
