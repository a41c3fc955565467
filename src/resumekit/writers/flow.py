"""A view as running text: headings, lines and lists, in reading order.

For formats without page layout. This module decides, once for all of them, what goes on which line; the writers decide
how a heading, a line or a list is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from resumekit.present import Block, Blocks, Inlines, ResumeView, plain
from resumekit.present.inline import Link, Paragraph, Strong, Words, listed
from resumekit.present.view import (
    BulletsView,
    ContactView,
    EntryView,
    KeywordView,
    LinkView,
    PairView,
    PictureView,
    SectionView,
)

_COLONS = (":", "：")

Row = tuple[Inlines, ...]
"""Texts that share a line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title: level 1 is the name, 2 a section, 3 an entry, 4 a role."""

    level: int
    text: Inlines


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that belong together; a paragraph is one line with one text."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item with its marker: `•`, `1.`, `a.`."""

    mark: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list."""

    items: tuple[ListItem, ...]


Part = Heading | Lines | ItemList | PictureView


def flow(view: ResumeView) -> Iterator[Part]:
    """Yield the whole content of a view."""
    if view.name:
        yield Heading(1, view.name)
    yield from _lines([_strong(view.label)])
    yield from _lines(map(_contact, view.contacts))
    yield from _lines(map(_pair, view.facts))
    if view.photo:
        yield view.photo
    for section in view.sections:
        if section.title:  # the sections of a letter have none
            yield Heading(2, section.title)
        yield from _section(section, view.comma)


def _section(section: SectionView, comma: str) -> Iterator[Part]:
    yield from _blocks(section.text)
    if section.kind == "groups":
        yield from _items(ListItem("•", tuple(_group(entry, comma))) for entry in section.entries)
    else:
        yield from chain.from_iterable(_entry(entry, comma, 3) for entry in section.entries)
    yield from _items(ListItem("•", tuple(_lines([_pair(pair)]))) for pair in section.pairs)
    yield from _bullets(section.bullets)


def _entry(entry: EntryView, comma: str, level: int) -> Iterator[Part]:
    if title := listed((entry.title, entry.organization), comma):
        yield Heading(level, title)
    yield from _lines([entry.level, entry.place, _words(entry.date)], *_facts(entry, comma))
    yield from _blocks(entry.summary)
    yield from _lines([_keywords(entry.keywords, comma)])
    yield from _bullets(entry.highlights)
    yield from entry.pictures
    for role in entry.roles:
        yield from _entry(role, comma, level + 1)


def _group(entry: EntryView, comma: str) -> Iterator[Part]:
    """Yield a name and its keywords on one line, then the rest of the entry."""
    title = listed((entry.title, entry.organization), comma)
    words = listed((entry.level, _keywords(entry.keywords, comma)), " · ")
    yield from _lines([_labelled(title, words)], [entry.place, _words(entry.date)], *_facts(entry, comma))
    yield from _blocks(entry.summary)
    yield from _bullets(entry.highlights)
    yield from entry.pictures


def _facts(entry: EntryView, comma: str) -> Iterator[list[Inlines]]:
    yield [entry.description]
    yield [*map(_pair, entry.details), _link(entry.link)]
    yield [listed(entry.people, comma)]


def _lines(*rows: Iterable[Inlines]) -> Iterator[Lines]:
    """Yield the rows without empty texts, unless nothing is left."""
    if filled := tuple(row for row in (tuple(filter(None, row)) for row in rows) if row):
        yield Lines(filled)


def _items(items: Iterable[ListItem]) -> Iterator[ItemList]:
    if filled := tuple(item for item in items if item.parts):
        yield ItemList(filled)


def _bullets(view: BulletsView) -> Iterator[ItemList]:
    return _items(ListItem(bullet.mark, (*_lines([bullet.text]), *_bullets(bullet.bullets))) for bullet in view.bullets)


def _blocks(blocks: Blocks) -> Iterator[Part]:
    return chain.from_iterable(map(_block, blocks))


def _block(block: Block) -> Iterator[Part]:
    if isinstance(block, Paragraph):
        return _lines([block.children])
    marks = [f"{number}." for number in block.numbers] or ["•"] * len(block.items)
    return _items(ListItem(mark, tuple(_blocks(item))) for mark, item in zip(marks, block.items, strict=True))


def _contact(contact: ContactView) -> Inlines:
    text = (Link(contact.url, _words(contact.text)),) if contact.url else _words(contact.text)
    return (Words(f"{contact.label}: "), *text) if contact.label else text


def _link(link: LinkView | None) -> Inlines:
    return (Link(link.url, _words(link.text)),) if link else ()


def _pair(pair: PairView) -> Inlines:
    return _labelled(pair.label, pair.text)


def _labelled(label: Inlines, text: Inlines) -> Inlines:
    """Return a strong label, a colon and a text; or just one of them if the other is empty."""
    if not label or not text:
        return _strong(label) or text
    colon = () if plain(label).endswith(_COLONS) else (Words(":"),)
    return (Strong((*label, *colon)), Words(" "), *text)


def _keywords(keywords: Iterable[KeywordView], comma: str) -> Inlines:
    return listed(map(_keyword, keywords), comma)


def _keyword(keyword: KeywordView) -> Inlines:
    if keyword.text and keyword.level:
        return (*keyword.text, Words(" ("), *keyword.level, Words(")"))
    return keyword.text or keyword.level


def _strong(text: Inlines) -> Inlines:
    return (Strong(text),) if text else ()


def _words(text: str) -> Inlines:
    return (Words(text),) if text else ()
