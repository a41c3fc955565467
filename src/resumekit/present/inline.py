"""The tree of parsed text: seven kinds of inline nodes, two of blocks. Every writer walks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text; writers escape it."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong text, usually bold."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasized text, usually italic."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Code, usually in a fixed-width font."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Linked text; the URL's scheme is one of `schema.LINK_SCHEMES`."""

    url: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another script than the page's, with its language, which selects the shapes of Han characters."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


Inline = Words | Strong | Emphasis | Code | Link | Foreign | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `numbers` has one number per item, or is empty for bullets. An item is a sequence of blocks."""

    items: tuple[Blocks, ...]
    numbers: tuple[int, ...] = ()


Block = Paragraph | ListBlock
Blocks = tuple[Block, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text without markup, for titles and metadata."""
    return "".join(_plain(inline) for inline in inlines)


def listed(texts: Iterable[Inlines], separator: str) -> Inlines:
    """Return the texts that are not empty as one, with a separator between them."""
    made: Inlines = ()
    for text in filter(None, texts):
        made = (*made, Words(separator), *text) if made else text
    return made


def linked(inlines: Iterable[Inline], url: str) -> Inlines:
    """Return a text as a link, except for the parts that are links themselves: links are not nested."""
    return tuple(_linked_part(inline, url) for inline in inlines)


def own_text(inlines: Iterable[Inline]) -> str:
    """Return the text that is not part of a link."""
    return "".join(_own_text(inline) for inline in inlines)


def _linked_part(inline: Inline, url: str) -> Inline:
    match inline:
        case Link() | LineBreak():
            return inline
        case Strong(children) | Emphasis(children):
            return replace(inline, children=linked(children, url))
    return Link(url, (inline,))


def _own_text(inline: Inline) -> str:
    match inline:
        case Link():
            return ""
        case Strong(children) | Emphasis(children):
            return own_text(children)
    return plain((inline,))


def _plain(inline: Inline) -> str:
    match inline:
        case Words(text) | Code(text) | Foreign(_, text):
            return text
        case LineBreak():
            return " "
        case Strong(children) | Emphasis(children) | Link(_, children):
            return plain(children)


def part(inlines: Iterable[Inline], begin: int, end: int) -> Inlines:
    """Return a part of a text, by positions in `plain(inlines)`, with its markup."""
    made: list[Inline] = []
    at = 0
    for inline in inlines:
        length = len(plain((inline,)))
        if at < end and at + length > begin:
            made.append(_part(inline, max(0, begin - at), min(length, end - at)))
        at += length
    return tuple(made)


def _part(inline: Inline, begin: int, end: int) -> Inline:
    match inline:
        case Words(text) | Code(text) | Foreign(_, text):
            return replace(inline, text=text[begin:end])
        case LineBreak():
            return inline
        case Strong(children) | Emphasis(children) | Link(_, children):
            return replace(inline, children=part(children, begin, end))
