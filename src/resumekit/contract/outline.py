"""Which words of a sample belong together, and in which order: what is to be read of each section and entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resumekit.check.words import texts_of
from resumekit.present import ResumeView, plain
from resumekit.present.view import BulletsView, EntryView, SectionView

WORD = re.compile(r"word\d{3,4}|(?<![\w.])1\d{3}(?![\w.])")
"""The words of the sample `full`: names of fields, and years."""


class Owner(NamedTuple):
    """Whose a word is: the number of its section, of the entry in that, and of the role in that, from 1; 0 is none."""

    section: int
    entry: int = 0
    role: int = 0


@dataclass
class Outline:
    """The words of a view: whose each is, the title of each section, and what has to be read one after the other.

    `core` are titles, employers, summaries and bullets of entries, which not even a reader that guesses may tear apart;
    names and words of a skill, side by side, it may.
    """

    owners: dict[str, Owner] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    core: set[str] = field(default_factory=set)


def outline_of(view: ResumeView) -> Outline:
    """Return the outline of a view whose words are told apart."""
    made = Outline()
    for number, section in enumerate(view.sections, start=1):
        _section(made, section, Owner(number))
    return made


def _section(made: Outline, section: SectionView, owner: Owner) -> None:
    title, first = _words([plain(section.title)]), len(made.rows)
    made.titles += title[:1]
    made.owners |= dict.fromkeys(_words(_texts(section)), owner)
    for number, entry in enumerate(section.entries, start=1):
        _entry(made, entry, Owner(owner.section, number))
    made.rows.append(title + _bullets(section.bullets))
    if section.kind == "entries":
        made.core |= {word for row in made.rows[first:] for word in row} - {*title}


def _entry(made: Outline, entry: EntryView, owner: Owner) -> None:
    made.owners |= dict.fromkeys(_words(_texts_of_entry(entry)), owner)
    lead = _words([plain(entry.title), plain(entry.organization)])
    body = _words(_texts_of_entry(EntryView(summary=entry.summary, highlights=entry.highlights)))
    made.rows += [[word, *body] for word in lead]
    for number, role in enumerate(entry.roles, start=1):
        _entry(made, role, Owner(owner.section, owner.entry, number))


def _texts(section: SectionView) -> Iterator[str]:
    return texts_of(ResumeView("", "ltr", "", "", (), (), None, (), (), (section,)))


def _texts_of_entry(entry: EntryView) -> Iterator[str]:
    return _texts(SectionView("", (), entries=(entry,)))


def _bullets(view: BulletsView) -> list[str]:
    return _words(_texts_of_entry(EntryView(highlights=view)))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in WORD.findall(text.lower())]
