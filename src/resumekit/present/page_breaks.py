"""Page breaks: never between a title and the first entry below it.

A text between the two stays with the title, and the page breaks after the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .view import EntryView, SectionView


def break_above_title(section: SectionView) -> SectionView:
    """Return the section with the page break of its first entry moved above its title."""
    if section.text or not _breaks_first(section.entries):
        return section
    return replace(section, page_break="before", entries=_without_break(section.entries))


def break_above_employer(employer: EntryView) -> EntryView:
    """Return the employer with the page break of its first role moved above it."""
    has_text = employer.summary or employer.highlights.bullets or employer.pictures
    if has_text or not _breaks_first(employer.roles):
        return employer
    return replace(employer, page_break="before", roles=_without_break(employer.roles))


def _breaks_first(parts: Sequence[EntryView]) -> bool:
    return bool(parts) and parts[0].page_break == "before"


def _without_break(parts: Sequence[EntryView]) -> tuple[EntryView, ...]:
    return (replace(parts[0], page_break=""), *parts[1:])
