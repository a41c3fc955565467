"""The data that themes get: final strings, every field always present, one shape for the entries of all sections.

Every section is a title with entries, so a theme that prints entries prints every section. An absent text is an empty
tuple, an absent picture None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .inline import Blocks, Inlines

Marker = Literal["bullets", "numbers", "letters"]

PageBreak = Literal["", "before", "avoid", "allow"]
"""Start a new page before this, or avoid a page break inside it."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link."""

    url: str
    """The address."""
    text: str
    """Its short form, to print."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture."""

    file: str
    """Its file, as named in the résumé."""
    alt: str
    """The alternative text, for readers who cannot see the picture."""
    caption: Inlines = ()
    """The caption, printed below it."""
    width: str = ""
    """Its width: a CSS length, or nothing."""


@dataclass(frozen=True, slots=True)
class PairView:
    """A label and a text."""

    label: Inlines
    """The label."""
    text: Inlines
    """The text."""


@dataclass(frozen=True, slots=True)
class ContactView:
    """One contact detail."""

    kind: str
    """`email`, `phone`, `location`, `url` or `profile`."""
    text: str
    """The printed text."""
    url: str = ""
    """The target of its link, if it has one."""
    label: str = ""
    """The network of a profile."""
    network: str = ""
    """The network as one lower-case word, for an icon or a class: `github`, `stack-overflow`."""
    address: str = ""
    """The URL of a profile or home page as it is printed: `github.com/sample`."""


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A keyword."""

    text: Inlines
    """The keyword itself."""
    level: Inlines = ()
    """The level, if it is known."""


@dataclass(frozen=True, slots=True)
class BulletView:
    """A bullet, with any nested bullets."""

    mark: str
    """Its printed marker: `•`, `1.`, `a.`."""
    text: Inlines
    """Its text."""
    bullets: BulletsView
    """The nested bullets."""


@dataclass(frozen=True, slots=True)
class BulletsView:
    """The bullets of one level."""

    marker: Marker = "bullets"
    """The kind of marker."""
    bullets: tuple[BulletView, ...] = ()
    """The items, in their order."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of any section, or one role of several at an employer."""

    title: Inlines = ()
    """The most important text: a role, a degree, the title of a work."""
    organization: Inlines = ()
    """The employer, school, publisher or issuer."""
    description: Inlines = ()
    """A short description of the organization or the project."""
    place: Inlines = ()
    """The location."""
    date: str = ""
    """The date or range of dates, in the language of the page."""
    start: str = ""
    """The first date of a range."""
    end: str = ""
    """The last date of a range, or the only date."""
    link: LinkView | None = None
    """The link to more information."""
    link_on: Literal["title", "organization"] = "title"
    """What the link belongs to if both are there: the project, certificate or role, or the employer or school."""
    level: Inlines = ()
    """The level of a skill or a language."""
    people: tuple[Inlines, ...] = ()
    """Authors or inventors; the person's own name is strong."""
    details: tuple[PairView, ...] = ()
    """Labelled details: grade, courses, status."""
    summary: Blocks = ()
    """Running text."""
    keywords: tuple[KeywordView, ...] = ()
    """The keywords of a group, or the technologies of a project."""
    highlights: BulletsView = BulletsView()
    """Achievements, as bullets."""
    pictures: tuple[PictureView, ...] = ()
    """Its pictures."""
    logo: PictureView | None = None
    """The logo of the employer, school or organization."""
    roles: tuple[EntryView, ...] = ()
    """The roles at one employer, if there are several; each is an entry."""
    size: int = 1
    """The approximate number of lines, for a theme to decide what to keep together."""
    page_break: PageBreak = ""
    """The page break that the résumé asks for."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: a title with entries. A custom section may also have text, pairs and bullets."""

    id: str
    """A name that is unique on the page and valid as an anchor: `work`, `skills`."""
    title: Inlines
    """Its title, in the language of the page."""
    kind: Literal["entries", "groups"] = "entries"
    """The layout that suits it: entries, or groups of a name and keywords, as for skills."""
    text: Blocks = ()
    """The text before its entries."""
    entries: tuple[EntryView, ...] = ()
    """The items, in their order."""
    pairs: tuple[PairView, ...] = ()
    """Labelled texts."""
    bullets: BulletsView = BulletsView()
    """Bullets outside any entry."""
    page_break: PageBreak = ""
    """The page break that the résumé asks for."""


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A whole résumé, as text."""

    language: str
    """The tag of its language: `en-GB`."""
    direction: Literal["ltr", "rtl"]
    """The direction of its lines."""
    comma: str
    """What separates the items of a list in its language, including the space after it: `, `, `، ` or `、`."""
    title: str
    """Its title, for metadata."""
    author: str
    """The person, for metadata."""
    name: Inlines
    """The name of the person."""
    given_name: Inlines
    """The part of the name before the family name, or nothing; together, they are the whole name."""
    family_name: Inlines
    """The family name, or the whole name if the two cannot be told apart."""
    name_length: int
    """The number of characters in the main heading, which is the name; East Asian characters count twice."""
    label: Inlines
    """The professional title, printed below the name."""
    photo: PictureView | None
    """The photo of the person."""
    contacts: tuple[ContactView, ...]
    """The contact details."""
    date: str
    """The date of the page, in its language: of the last change if the résumé states it, else of the build."""
    facts: tuple[PairView, ...]
    """Short facts about the person: a nationality, a permit."""
    sections: tuple[SectionView, ...]
    """The sections, in the order in which they are printed."""
