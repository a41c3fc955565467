"""What every kind of file becomes before it is understood: paragraphs with their look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike. `size` is in points, 0 where it is not known.

    `apart` tells that a tab, a wide gap, the border of a cell or the end of a line parts it from the span before.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    url: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a bullet: what its writer thinks of as one line.

    `heading` is the level of what its file says is a heading, 0 else; `marker` the sign before a bullet and `depth` how
    many lists it stands in, 0 for none; `gap` whether there is more room above it than between lines, `column` whether
    it is the first of a column of the page that does not go on from another.
    `where` is for people.
    """

    spans: tuple[Span, ...]
    where: str = ""
    heading: int = 0
    marker: str = ""
    depth: int = 0
    gap: bool = False
    column: bool = False

    @property
    def text(self) -> str:
        """Its words, on one line."""
        return join(self.spans)

    @property
    def size(self) -> float:
        """The size of most of its words."""
        return max(self.spans, key=lambda span: len(span.text)).size if self.spans else 0.0

    @property
    def largest(self) -> float:
        """The size of its largest words."""
        return max((span.size for span in self.spans if span.text.strip()), default=0.0)

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(span.bold for span in self.spans if any(map(str.isalnum, span.text)))

    @property
    def capitals(self) -> bool:
        """Whether its letters are all capitals, of a script that has them."""
        text = self.text
        return text.isupper() and sum(map(str.isalpha, text)) > 2

    def without_words(self, start: int, end: int) -> Block:
        """Return the block without some characters of its `text`."""
        return replace(self, spans=tuple(cut(self.spans, 0, start) + cut(self.spans, end, len(self.text))))


def tidy(text: str) -> str:
    """Return a text with single spaces between its words."""
    return _SPACES.sub(" ", text).strip()


def join(spans: Iterable[Span]) -> str:
    """Return the words of spans in one line, with a space wherever two of them stand apart."""
    return "".join(piece for _, piece in _pieces(spans)).strip()


def _pieces(spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Yield each span with its words as they stand in the line: no space doubled over its border."""
    ends_with_space = True
    for span in spans:
        text = _SPACES.sub(" ", span.text)
        if span.apart and not ends_with_space and not text.startswith(" "):
            text = f" {text}"
        if ends_with_space:
            text = text.removeprefix(" ")
        if text:
            ends_with_space = text.endswith(" ")
            yield span, text


def cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return the spans that make up some characters of the `join` of all."""
    made: list[Span] = []
    at = 0
    for span, text in _pieces(spans):
        piece = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if piece:
            made.append(replace(span, text=piece))
    return made


def groups(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Return the spans in groups that stand apart from each other."""
    made: list[list[Span]] = []
    for span in spans:
        if span.apart or not made:
            made.append([])
        made[-1].append(span)
    return [tuple(group) for group in made if join(group)]
