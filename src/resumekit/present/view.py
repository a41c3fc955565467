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
    """Where something leads: the URL, and the short form of it to print."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: its file as named in the résumé, what it shows, and how wide it is to be (a CSS length or nothing)."""

    file: str
    alt: str
    caption: Inlines = ()
    width: str = ""


@dataclass(frozen=True, slots=True)
class PairView:
    """A label and what stands beside it."""

    label: Inlines
    text: Inlines


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach the person. `kind` is email, phone, location, url or profile; `label` a profile's network."""

    kind: str
    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A word, with the level reached if that is known."""

    text: Inlines
    level: Inlines = ()


@dataclass(frozen=True, slots=True)
class BulletView:
    """A bullet with its printed mark (`•`, `1.`, `a.`) and the bullets below it."""

    mark: str
    text: Inlines
    bullets: BulletsView


@dataclass(frozen=True, slots=True)
class BulletsView:
    """Bullets of one level. `marker` tells how they are marked."""

    marker: Marker = "bullets"
    bullets: tuple[BulletView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of any section, or one role of several at an employer.

    `title` is what one scans for (role, degree, name of a work), `organization` who it was for or from. `details` are
    small labelled facts (score, number, type), `people` authors or inventors. `size` is how many lines it takes,
    roughly, for a theme to decide what it keeps together; `page_break` is what the résumé itself says of that.
    """

    title: Inlines = ()
    organization: Inlines = ()
    description: Inlines = ()
    place: Inlines = ()
    date: str = ""
    link: LinkView | None = None
    level: Inlines = ()
    people: tuple[Inlines, ...] = ()
    details: tuple[PairView, ...] = ()
    summary: Blocks = ()
    highlights: BulletsView = BulletsView()
    keywords: tuple[KeywordView, ...] = ()
    pictures: tuple[PictureView, ...] = ()
    roles: tuple[EntryView, ...] = ()
    size: int = 1
    page_break: PageBreak = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section. `kind` says what fits it best: `entries`, or `groups` of a name and keywords, as skills are.

    A section of the user's own may also have text, labelled pairs and items.
    """

    id: str
    title: Inlines
    kind: Literal["entries", "groups"] = "entries"
    text: Blocks = ()
    entries: tuple[EntryView, ...] = ()
    pairs: tuple[PairView, ...] = ()
    bullets: BulletsView = BulletsView()
    page_break: PageBreak = ""


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A whole résumé in words. `title` and `author` are for metadata; `language` is a tag, `direction` ltr or rtl."""

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    author: str
    name: Inlines
    label: Inlines
    photo: PictureView | None
    contacts: tuple[ContactView, ...]
    facts: tuple[PairView, ...]
    sections: tuple[SectionView, ...]
