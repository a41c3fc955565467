"""The letters of a page, and the texts that are printed over each other."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .library import Handle
from .page_objects import Box, PageObject
from .suspects import MUCH, share_of

_CELL = 8.0
"""Points. Each letter is compared only with those in the same squares of a grid."""

_Grid = dict[tuple[int, int], list[tuple[int | None, Box]]]


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a text object; `index` is its number on the page, `size` that of its font in points."""

    index: int
    is_alphanumeric: bool
    box: Box
    size: float


def letters_of(library: ctypes.CDLL, page_text: Handle) -> dict[int | None, list[Letter]]:
    """Return the characters that should leave ink, by the address of their text object."""
    letters: dict[int | None, list[Letter]] = {}
    edges = [ctypes.c_double() for _ in range(4)]
    to_edges = [ctypes.byref(edge) for edge in edges]
    matrix = (ctypes.c_float * 6)()
    for index in range(max(0, library.FPDFText_CountChars(page_text))):
        text = chr(library.FPDFText_GetUnicode(page_text, index))
        if not (text.isprintable() and text.strip()) or library.FPDFText_IsGenerated(page_text, index) == 1:
            continue
        library.FPDFText_GetCharBox(page_text, index, *to_edges)
        left, right, bottom, top = (edge.value for edge in edges)
        library.FPDFText_GetMatrix(page_text, index, matrix)
        scale = min(math.hypot(matrix[0], matrix[1]), math.hypot(matrix[2], matrix[3]))
        size = library.FPDFText_GetFontSize(page_text, index) * scale
        letter = Letter(index, text.isalnum(), (left, bottom, right, top), size)
        letters.setdefault(library.FPDFText_GetTextObject(page_text, index), []).append(letter)
    return letters


def met_by_others(
    texts: Iterable[PageObject], letters: Mapping[int | None, list[Letter]], doubles: Iterable[PageObject]
) -> list[PageObject]:
    """Return the texts that share the place of one of their letters with another text.

    Args:
        texts: texts with letters.
        letters: the letters of all texts of the page, by the address of their text object.
        doubles: texts of which PDFium knows no letters.
    """
    grid: _Grid = defaultdict(list)
    boxes = [(address, letter.box) for address, found in letters.items() for letter in found]
    for address, box in (*boxes, *((each.handle.value, each.box) for each in doubles)):
        for cell in _cells(box):
            grid[cell].append((address, box))
    return [text for text in texts if any(_is_met(each, text, grid) for each in letters[text.handle.value])]


def _is_met(letter: Letter, text: PageObject, grid: _Grid) -> bool:
    near = (other for cell in _cells(letter.box) for other in grid[cell])
    return letter.is_alphanumeric and any(
        address != text.handle.value and share_of(letter.box, box) > MUCH for address, box in near
    )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, bottom, right, top = (math.floor(edge / _CELL) for edge in box)
    return ((column, row) for column in range(left, right + 1) for row in range(bottom, top + 1))
