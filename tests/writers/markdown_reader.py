"""Read Markdown with a parser for CommonMark and GitHub's tables and strikethrough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

BREAK = "\v"
"""Stands for an intended line break."""

_TEXT = {"text", "text_special", "softbreak"}
_STYLES = {"strong_open": "strong", "em_open": "emphasis", "s_open": "struck"}


class Character(NamedTuple):
    """A character with its styles: `strong`, `emphasis`, `code`, `link:…`."""

    sign: str
    style: frozenset[str]


class Passage(NamedTuple):
    """A paragraph or heading: its list depth, the markers of the items that it starts, and its text."""

    depth: int
    marks: tuple[str, ...]
    text: str


def spaced(text: str) -> str:
    """Return a text with single spaces, as it is displayed."""
    return " ".join(text.split())


@dataclass(frozen=True)
class MarkdownReader:
    """Reads Markdown into passages, headings, links, pictures and the kinds of all its parts."""

    markdown: str

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens in order."""
        return PARSER.parse(self.markdown)

    @cached_property
    def inlines(self) -> list[Token]:
        """The texts of paragraphs and headings."""
        return [token for token in self.tokens if token.type == "inline"]

    @cached_property
    def structure(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """The types of all tokens except plain text."""
        return [
            (token.type, token.tag, tuple(child.type for child in token.children or () if child.type not in _TEXT))
            for token in self.tokens
        ]

    @cached_property
    def text(self) -> str:
        """The text of all paragraphs and headings, and the alternative texts of pictures."""
        return spaced("\n".join("".join(_words(token.children or [])) for token in self.inlines))

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """The text and URL of each link."""
        found: list[tuple[str, str]] = []
        within = False
        for token in (child for inline in self.inlines for child in inline.children or []):
            within = token.type == "link_open" or (within and token.type != "link_close")
            if token.type == "link_open":
                found.append(("", str(token.attrs["href"])))
            elif within:
                text, url = found[-1]
                found[-1] = (text + "".join(_words([token])), url)
        return found

    @cached_property
    def headings(self) -> list[tuple[str, str]]:
        """The level of each heading (`h2`), and its text."""
        titles = zip(self.tokens, self.tokens[1:], strict=False)
        return [
            (token.tag, spaced("".join(_words(title.children or []))))
            for token, title in titles
            if token.type == "heading_open"
        ]

    @cached_property
    def passages(self) -> list[Passage]:
        """All paragraphs and headings, in and outside of lists."""
        made: list[Passage] = []
        marks: list[tuple[int, str]] = []
        depth = 0
        for token in self.tokens:
            if token.type == "list_item_open":
                depth += 1
                marks.append((depth, f"{token.info}." if token.info else "•"))
            elif token.type == "list_item_close":
                depth -= 1
                marks = [(of, mark) for of, mark in marks if of <= depth]
            elif token.type == "inline":
                text = spaced("".join(_words(token.children or [])))
                made.append(Passage(depth, tuple(mark for _, mark in marks), text))
                marks = []
        return made


def characters_of(inline: Token) -> list[Character]:
    """Return the characters of a text with their styles; for a link without text, an empty one."""
    made: list[Character] = []
    style: list[str] = []
    for token in inline.children or []:
        if token.type in _STYLES or token.type == "link_open":
            style.append(_STYLES.get(token.type) or f"link:{token.attrs['href']}")
            made += [Character("", frozenset(style))] if token.type == "link_open" else []
        elif token.type.endswith("_close"):
            style.pop()
        else:
            own = {"code"} if token.type == "code_inline" else set()
            made += [Character(sign, frozenset({*style, *own})) for sign in "".join(_words([token]))]
    return made


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "code_inline":
                yield token.content
            case "image":
                yield from _words(token.children or [])
            case "softbreak":
                yield "\n"
            case "hardbreak":
                yield BREAK
