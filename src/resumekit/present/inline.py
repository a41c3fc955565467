"""The small tree that all text becomes: seven kinds of inline, two of block. Every writer walks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, to be escaped by whoever writes it."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that stands out."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in another voice."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Text as a machine reads it."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere; the URL's scheme is one of `schema.LINK_SCHEMES`."""

    url: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another script than the page's, with its language: it decides the shapes of Han characters."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line that the author asked for."""


Inline = Words | Strong | Emphasis | Code | Link | Foreign | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text that stands alone."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `numbers` has one for each item, or none for bullets. An item is blocks."""

    items: tuple[Blocks, ...]
    numbers: tuple[int, ...] = ()


Block = Paragraph | ListBlock
Blocks = tuple[Block, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the words alone, for titles and metadata."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Words(text) | Code(text) | Foreign(_, text):
            return text
        case LineBreak():
            return " "
        case Strong(children) | Emphasis(children) | Link(_, children):
            return plain(children)
