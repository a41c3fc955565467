"""The texts that running text should contain, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from end_to_end.readers import without_layout
from resumekit.check.view_text import texts_of
from resumekit.present import ResumeView
from resumekit.present.view import EntryView, SectionView
from resumekit.theming import Design, shared_option
from resumekit.theming.printed_view import printed_view
from resumekit.writers import PreparedEdition


def texts_in_order(view: ResumeView, *, citing: bool = False) -> list[str]:
    """Return every text of a view; those of a group start with the ones on its first line.

    With `citing`, publications and patents start with their people.
    """
    sections = (_with_lines_first(section, citing) for section in view.sections)
    return list(filter(None, texts_of(replace(view, sections=tuple(sections)))))


def misplaced(read: str, edition: PreparedEdition) -> list[str]:
    """Return the texts that a design prints and that are missing from a text or out of order.

    Within the first rows of an entry, any order will do.
    """
    view = printed_view(edition.view, edition.design)
    view = replace(view, sections=tuple(_with_rows_first(section, edition.design) for section in view.sections))
    leads = {
        without_layout(text)
        for section in view.sections
        for entry in section.entries
        if entry.size == _LEAD
        for text in texts_of(replace(view, name=(), label=(), contacts=(), facts=(), sections=(_only(entry),)))
    }
    found, at, wrong = without_layout(read), 0, []
    for text in texts_in_order(view, citing=True):
        wanted = without_layout(text)
        start = found.find(wanted, at)
        if start < 0:
            wrong.append(text)
        elif wanted not in leads:
            at = start + len(wanted)
    return wrong


_LEAD = -1
"""Instead of the number of lines, in the first rows of an entry that have become one of their own."""


def _only(entry: EntryView) -> SectionView:
    return SectionView(id="", title=(), entries=(entry,))


def _with_rows_first(section: SectionView, design: Design) -> SectionView:
    if section.kind == "groups" or section.id in ("publications", "patents"):
        return section
    return replace(section, entries=tuple(part for entry in section.entries for part in _rows(entry, design)))


def _rows(entry: EntryView, design: Design) -> Iterator[EntryView]:
    """Yield the first rows of an entry as one of their own, then the rest of it, and its roles likewise."""
    above = ["title", "organization", "level", "place", "date", "description"]
    above += ["keywords"] if shared_option(design, "keywords") == "title" else []
    above += ["link"] if shared_option(design, "links") == "address" else []
    lead = {name: getattr(entry, name) for name in above}
    yield EntryView(**lead, size=_LEAD)
    yield replace(entry, **{name: getattr(EntryView(), name) for name in above}, roles=())
    for role in entry.roles:
        yield from _rows(role, design)


def _with_lines_first(section: SectionView, citing: bool) -> SectionView:
    if section.kind == "groups":
        return replace(section, entries=tuple(part for entry in section.entries for part in _parts(entry)))
    if citing and section.id in ("publications", "patents"):
        return replace(section, entries=tuple(part for entry in section.entries for part in _cited(entry)))
    return section


def _cited(work: EntryView) -> Iterator[EntryView]:
    yield EntryView(people=work.people)
    yield replace(work, people=())


def _parts(group: EntryView) -> Iterator[EntryView]:
    yield EntryView(title=group.title, organization=group.organization, level=group.level)
    yield EntryView(keywords=group.keywords)
    yield replace(group, title=(), organization=(), level=(), keywords=())
