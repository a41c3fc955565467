"""The texts that running text should contain, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resumekit.check.view_text import texts_of
from resumekit.present import ResumeView
from resumekit.present.view import EntryView, SectionView


def texts_in_order(view: ResumeView, *, citing: bool = False) -> list[str]:
    """Return every text of a view; those of a group start with the ones on its first line.

    With `citing`, publications and patents start with their people.
    """
    sections = (_with_lines_first(section, citing) for section in view.sections)
    return list(filter(None, texts_of(replace(view, sections=tuple(sections)))))


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
