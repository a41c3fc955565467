"""What a theme may use: every string final, every field always there, one shape for the entries of all sections.

A section is a title with entries, whatever its kind; so a theme that prints entries prints every section, and none
can be forgotten. An absent text is an empty tuple, an absent picture None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .inline import Blocks, Inlines

Marker = Literal["bullets", "numbers", "letters"]

PageBreak = Literal["", "before", "avoid"]
"""Whether a new page begins before something, or it is not to be parted by one."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """Where something leads."""

    url: str
    """The address."""
    text: str
    """The short form of it, to print."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture."""

    file: str
    """Its file, as named in the résumé."""
    alt: str
    """What it shows, for those who do not see it."""
    caption: Inlines = ()
    """What is to be read below it."""
    width: str = ""
    """How wide it is to be: a CSS length, or nothing."""


@dataclass(frozen=True, slots=True)
class PairView:
    """A label and what stands beside it."""

    label: Inlines
    """What it is."""
    text: Inlines
    """What it says."""


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach the person."""

    kind: str
    """`email`, `phone`, `location`, `url` or `profile`."""
    text: str
    """What is printed."""
    url: str = ""
    """Where it leads, if anywhere."""
    label: str = ""
    """A profile's network."""


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A word of a group."""

    text: Inlines
    """The word."""
    level: Inlines = ()
    """The level reached, if that is known."""


@dataclass(frozen=True, slots=True)
class BulletView:
    """A bullet, and the bullets below it."""

    mark: str
    """Its printed mark: `•`, `1.`, `a.`."""
    text: Inlines
    """What it says."""
    bullets: BulletsView
    """Those below it."""


@dataclass(frozen=True, slots=True)
class BulletsView:
    """Bullets of one level."""

    marker: Marker = "bullets"
    """How they are marked."""
    bullets: tuple[BulletView, ...] = ()
    """In their order."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of any section, or one role of several at an employer."""

    title: Inlines = ()
    """What one scans for: a role, a degree, the name of a work."""
    organization: Inlines = ()
    """Who it was for or from."""
    description: Inlines = ()
    """What that is, or what it is about, in a few words."""
    place: Inlines = ()
    """Where it was."""
    date: str = ""
    """When it was, in the words of the language."""
    link: LinkView | None = None
    """Where to read on."""
    level: Inlines = ()
    """How well it is known, of a skill or a language."""
    people: tuple[Inlines, ...] = ()
    """Authors or inventors."""
    details: tuple[PairView, ...] = ()
    """Small labelled facts: grade, courses, status."""
    summary: Blocks = ()
    """What there is to say of it in sentences."""
    highlights: BulletsView = BulletsView()
    """What was achieved."""
    keywords: tuple[KeywordView, ...] = ()
    """The words of a group; of an entry, what it was done with."""
    pictures: tuple[PictureView, ...] = ()
    """Pictures of it."""
    roles: tuple[EntryView, ...] = ()
    """Several roles at one employer, each an entry."""
    size: int = 1
    """How many lines it takes, roughly, for a theme to decide what it keeps together."""
    page_break: PageBreak = ""
    """What the résumé itself says of that."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: a title with entries. One of the user's own may also have text, pairs and bullets."""

    id: str
    """A name that no other section of the page has, fit for an anchor: `work`, `skills`."""
    title: Inlines
    """Its title, in the language of the page."""
    kind: Literal["entries", "groups"] = "entries"
    """What fits it best: entries, or groups of a name and a few words, as skills are."""
    text: Blocks = ()
    """What it says before its entries."""
    entries: tuple[EntryView, ...] = ()
    """In their order."""
    pairs: tuple[PairView, ...] = ()
    """Lines of a label and a text."""
    bullets: BulletsView = BulletsView()
    """Bullets that belong to no entry."""
    page_break: PageBreak = ""
    """What the résumé itself says of pages."""


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A whole résumé in words."""

    language: str
    """The tag of its language: `en-GB`."""
    direction: Literal["ltr", "rtl"]
    """Which way its lines run."""
    title: str
    """Its title, for metadata."""
    author: str
    """The person, for metadata."""
    name: Inlines
    """The person's name."""
    label: Inlines
    """What the person is, in a few words below the name."""
    photo: PictureView | None
    """The person's portrait."""
    contacts: tuple[ContactView, ...]
    """The ways to reach the person."""
    facts: tuple[PairView, ...]
    """Small facts about the person: a nationality, a permit."""
    sections: tuple[SectionView, ...]
    """In the order in which they are to be printed."""
