"""The expected reading order of a sample: which words belong together, and which follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resumekit.check.view_text import texts_of_section
from resumekit.present import ResumeView, plain
from resumekit.present.view import BulletsView, EntryView, SectionView

WORD = re.compile(r"word\d{3,4}|(?<![\w.])1\d{3}(?![\w.])")
"""The words that `Filler` makes: field words, and years."""


class Owner(NamedTuple):
    """The owner of a word: the numbers of its section, its entry there, and its role in that, from 1; 0 if none."""

    section: int
    entry: int = 0
    role: int = 0


@dataclass
class Outline:
    """The words of a view: the owner of each, the section titles, and the rows of words to be read in order."""

    owners: dict[str, Owner] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def outline_of(view: ResumeView) -> Outline:
    """Return the outline of a view in which every word is unique."""
    outline = Outline()
    for number, section in enumerate(view.sections, start=1):
        _section(outline, section, Owner(number))
    return outline


def _section(outline: Outline, section: SectionView, owner: Owner) -> None:
    title = _words([plain(section.title)])
    outline.titles += title[:1]
    outline.owners |= dict.fromkeys(_words(_texts(section)), owner)
    for number, entry in enumerate(section.entries, start=1):
        _entry(outline, entry, Owner(owner.section, number))
    outline.rows.append(title + _bullets(section.bullets))


def _entry(outline: Outline, entry: EntryView, owner: Owner) -> None:
    outline.owners |= dict.fromkeys(_words(_texts_of_entry(entry)), owner)
    lead = _words([*map(plain, (entry.title, entry.organization, entry.place)), entry.date])
    body = _words(_texts_of_entry(EntryView(summary=entry.summary, highlights=entry.highlights)))
    outline.rows += [[word, *body] for word in lead]
    for number, role in enumerate(entry.roles, start=1):
        _entry(outline, role, Owner(owner.section, owner.entry, number))


def _texts(section: SectionView) -> Iterator[str]:
    return texts_of_section(section)


def _texts_of_entry(entry: EntryView) -> Iterator[str]:
    return _texts(SectionView("", (), entries=(entry,)))


def _bullets(view: BulletsView) -> list[str]:
    return _words(_texts_of_entry(EntryView(highlights=view)))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in WORD.findall(text.lower())]
