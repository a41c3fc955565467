"""The common form of all file formats before interpretation: paragraphs with their text style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive text in one style. `size` is in points, 0 if unknown.

    `separated` is set if a tab, a wide gap, a cell border or a line break separates it from the span before.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    url: str = ""
    separated: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a list item: one logical line.

    `heading` is the level if the file marks it as a heading, else 0; `marker` is the marker of a list item and `depth`
    the number of lists around it, 0 for none; `gap` is set if there is more space above it than between lines,
    `starts_column` if it is the first block of a column of the page that does not continue another.
    `source_label` names where it is in the file, for people: `page 2`, `line 14`.
    """

    spans: tuple[Span, ...]
    source_label: str = ""
    heading: int = 0
    marker: str = ""
    depth: int = 0
    gap: bool = False
    starts_column: bool = False

    @cached_property
    def text(self) -> str:
        """The text of all spans, on one line."""
        return join(self.spans)

    @property
    def size(self) -> float:
        """The size of the longest span."""
        return max(self.spans, key=lambda span: len(span.text)).size if self.spans else 0.0

    @property
    def largest_size(self) -> float:
        """The size of the largest text."""
        return max((span.size for span in self.spans if span.text.strip()), default=0.0)

    @property
    def bold(self) -> bool:
        """Whether all text is bold."""
        return all(span.bold for span in self.spans if any(map(str.isalnum, span.text)))

    @property
    def all_caps(self) -> bool:
        """Whether all letters are capitals, in a script that has them."""
        text = self.text
        return text.isupper() and sum(map(str.isalpha, text)) > 2


def join(spans: Iterable[Span]) -> str:
    """Return the text of spans on one line, with a space between separated spans."""
    return "".join(piece for _, piece in _pieces(spans)).strip()


def _pieces(spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Yield each span with its text on the line: spaces at the border of two spans are collapsed."""
    ends_with_space = True
    for span in spans:
        text = _SPACES.sub(" ", span.text)
        if span.separated and not ends_with_space and not text.startswith(" "):
            text = f" {text}"
        if ends_with_space:
            text = text.removeprefix(" ")
        if text:
            ends_with_space = text.endswith(" ")
            yield span, text


def cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return the spans that make up the characters from `start` to `end` of the joined text."""
    result: list[Span] = []
    offset = 0
    for span, text in _pieces(spans):
        piece = text[max(0, start - offset) : max(0, end - offset)]
        offset += len(text)
        if piece:
            result.append(replace(span, text=piece))
    return result


def groups(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Return the spans in groups that are separated from each other."""
    result: list[list[Span]] = []
    for span in spans:
        if span.separated or not result:
            result.append([])
        result[-1].append(span)
    return [tuple(group) for group in result if join(group)]
