"""Every text and every address of a view: the content that its pages have to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from resumekit.present import Block, ResumeView, plain
from resumekit.present.dates import RANGE
from resumekit.present.inline import Link, ListBlock, Paragraph
from resumekit.present.view import BulletsView, ContactView, EntryView, LinkView, PairView, PictureView, SectionView


def texts_of(view: ResumeView) -> Iterator[str]:
    """Yield every text that the page has to show, in the order that most themes print it."""
    yield from map(plain, (view.name, view.label))
    for contact in view.contacts:
        yield from (contact.label, contact.text)
    yield from _pairs(view.facts)
    for section in view.sections:
        yield from texts_of_section(section)


def links_of(part: Any) -> Iterator[str]:
    """Yield the address of every link in a view, or in a part of one."""
    if isinstance(part, Link | LinkView | ContactView):
        yield part.url
    if isinstance(part, tuple):
        for item in part:
            yield from links_of(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from links_of(getattr(part, field.name))


def texts_of_section(section: SectionView) -> Iterator[str]:
    """Yield every text of a section, its title first."""
    yield plain(section.title)
    yield from _blocks(section.text)
    for entry in section.entries:
        yield from _entry(entry)
    yield from _pairs(section.pairs)
    yield from _bullets(section.bullets)


def ranges_of(view: ResumeView) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield every range of dates, with its two dates: a form may print them in rows of their own."""
    for section in view.sections:
        for entry in section.entries:
            for item in (entry, *entry.roles):
                if item.start and item.date.split(RANGE) == [item.start, item.end]:
                    yield item.date, (item.start, item.end)


def _entry(entry: EntryView) -> Iterator[str]:
    yield from map(plain, (entry.title, entry.organization, entry.level, entry.place))
    yield entry.date
    yield plain(entry.description)
    yield from _pairs(entry.details)
    if entry.link:
        yield entry.link.text
    yield from map(plain, entry.people)
    yield from _blocks(entry.summary)
    for keyword in entry.keywords:
        yield from map(plain, (keyword.text, keyword.level))
    yield from _bullets(entry.highlights)
    yield from _captions(entry.pictures)
    for role in entry.roles:
        yield from _entry(role)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children):
                yield plain(children)
            case ListBlock(items, _):
                for item in items:
                    yield from _blocks(item)


def _bullets(view: BulletsView) -> Iterator[str]:
    for bullet in view.bullets:
        yield plain(bullet.text)
        yield from _bullets(bullet.bullets)


def _pairs(pairs: Iterable[PairView]) -> Iterator[str]:
    for pair in pairs:
        yield from map(plain, (pair.label, pair.text))


def _captions(pictures: Iterable[PictureView]) -> Iterator[str]:
    for picture in pictures:
        yield plain(picture.caption)
