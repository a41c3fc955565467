"""Blanks that keep the lines of a column together for pdftotext, which has no columns but blocks of text.

pdftotext collects a block from words that are near each other and of nearly one size, and then orders the blocks: what
is above is first, and so is what is on the left, unless a third block is between the two. A section's title is thus a
block of its own, and that of the next column may come in between.

A chain of blanks of a middle size, from the first line to the last one, makes the column one block. If the column that
is read first is not on the left, a blank across both of them, above the second one, makes pdftotext read it first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .drawing import FEW, Cell, Row

_REACH = 1.48
"""How far apart the lines of a block may be, in sizes of its first word; the limit is 1.5."""

_SMALLEST, _LARGEST = 0.42, 1.58
"""The sizes of the words in a block, in sizes of its first word; the limits are 0.4 and 1.6."""

_TINY = 0.12
"""The size of the blank across the columns, in sizes of the chain: too small to be in a block with other text."""

_STEP = 1.0
"""In CSS pixels: by how much the first column is above the blank across the columns, and that above the second one."""

_ONE_LINE = 0.5
"""In em: how far apart the baselines of a line may be."""

_LINK = 2.0
"""In CSS pixels: the width of a link of the chain."""


@dataclass(frozen=True, slots=True)
class Span:
    """A text in a column, or a blank to draw."""

    left: float
    right: float
    baseline: float
    size: float


def column_of(cells: Iterable[Cell]) -> Cell | None:
    """Return the outermost of some cells that is a column: it has many lines, and so has another one of its row."""
    return next((cell for cell in reversed([*cells]) if cell.lines > FEW and _has_columns(cell.row)), None)


def _has_columns(row: Row) -> bool:
    return sum(cell.lines > FEW for cell in row.cells) > 1


def blanks(columns: Sequence[Sequence[Span]], ascent: float, *, from_the_right: bool) -> Iterator[Span]:
    """Yield the blanks that keep some columns of a row apart, in a font with this ascent."""
    sizes = [_size_of(texts) for texts in columns]
    top = min(text.baseline - ascent * text.size for texts in columns for text in texts)
    for number, (texts, size) in enumerate(zip(columns, sizes, strict=True)):
        first = top + ascent * size + (_STEP if number else -_STEP)
        yield from _chain(texts, first, size, from_the_right=from_the_right)
    left = min(text.left for texts in columns for text in texts)
    right = max(text.right for texts in columns for text in texts)
    size = _TINY * min(sizes)
    yield Span(left, right, top + ascent * size, size)


def _size_of(texts: Sequence[Span]) -> float:
    """Return the size of a chain whose block has room for the smallest text and, if possible, the largest one."""
    smallest, largest = min(text.size for text in texts), max(text.size for text in texts)
    return min(max(largest / _LARGEST, 1.5 * smallest), smallest / _SMALLEST)


def _chain(texts: Sequence[Span], first: float, size: float, *, from_the_right: bool) -> Iterator[Span]:
    """Yield a blank as wide as the column, and below it, links at the ends of its lines, or between two lines."""
    left, right = min(text.left for text in texts), max(text.right for text in texts)
    yield Span(left - _LINK, right + _LINK, first, size)
    last = first
    lines = [line for line in _lines_of(texts) if line[0].baseline > first]
    while lines:
        near = [line for line in lines if line[0].baseline - last <= _REACH * size]
        if near:
            line, last = near[-1], near[-1][0].baseline
            end = min(text.left for text in line) - _LINK if from_the_right else max(text.right for text in line)
            yield Span(end, end + _LINK, last, size)
        else:
            last += min(_REACH * size, (lines[0][0].baseline - last) / 2)
            yield Span(left - _LINK, left, last, size)
        lines = [line for line in lines if line[0].baseline > last]


def _lines_of(texts: Sequence[Span]) -> list[list[Span]]:
    """Return texts by line, from the top."""
    lines: list[list[Span]] = []
    for text in sorted(texts, key=lambda text: text.baseline):
        if lines and text.baseline - lines[-1][0].baseline < _ONE_LINE * text.size:
            lines[-1].append(text)
        else:
            lines.append([text])
    return lines
