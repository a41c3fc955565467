"""Finds letters that leave no ink, however they are hidden: the page is rendered with and without each text."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator

from .ink import Ink, ink_of
from .letters import Letter, letters_of, met_by_others
from .library import Handle
from .page_objects import Box, PageObject, page_box, set_active
from .suspects import Suspects

_SMALLEST = 2.0
"""Points. Smaller letters cannot be told apart with the naked eye at reading distance."""

_FIRST_LOOK, _CLOSE_LOOK = 96, 288
"""Dots per inch: the second shows hairlines in their colour."""

_EDGE = 0.3
"""A letter has ink within this share of its height from the top and from the bottom; otherwise it is cut off."""

_ENOUGH = 0.7
"""The share of a letter's ink that another text has to leave visible."""

_ENOUGH_UNCOVERED = 0.4
"""The share that other objects have to leave visible: a line through a text does not make it illegible."""

Letters = dict[PageObject, list[Letter]]


def invisible_characters(
    library: ctypes.CDLL,
    page: Handle,
    page_text: Handle,
    may_be_faint: list[PageObject],
    suspects: Suspects,
) -> set[int]:
    """Return the numbers of the characters of some texts that cannot be seen.

    Args:
        library: PDFium.
        page: a page.
        page_text: its text.
        may_be_faint: texts of the page that may be hidden by anything.
        suspects: texts that may be hidden by other texts, or by what is painted over them.
    """
    letters = letters_of(library, page_text)
    with_letters = [each for each in suspects.overlaid if each.handle.value in letters]
    doubles = [each for each in suspects.overlaid if each.handle.value not in letters]  # PDFium reads equal texts once
    met = {each: letters[each.handle.value] for each in met_by_others(with_letters, letters, doubles)}
    faint = {
        each: letters[each.handle.value] for each in may_be_faint if each.handle.value in letters and each not in met
    }
    paper = page_box(library, page)
    hidden = {
        each.index
        for found in (*faint.values(), *met.values())
        for each in found
        if each.size < _SMALLEST or (each.is_alphanumeric and _is_off(each.box, paper))
    }
    hidden.update(each.index for each in _invisible(library, page, faint, doubles))
    for text in met:  # each is rendered by itself; the limits of the caller apply
        others = [each for each in suspects.overlaid[text] if each.handle.value in letters]
        hidden.update(_illegible(library, page, met[text], [text, *doubles], others, _ENOUGH))
    for text, covers in suspects.covered.items():
        found = letters.get(text.handle.value, [])
        hidden.update(_illegible(library, page, found, [text, *doubles], covers, _ENOUGH_UNCOVERED))
    return hidden


def _is_off(letter: Box, paper: Box) -> bool:
    """Return whether an edge of the page cuts off much of a letter."""
    width = min(letter[2], paper[2]) - max(letter[0], paper[0])
    height = min(letter[3], paper[3]) - max(letter[1], paper[1])
    return width < (1 - _EDGE) * (letter[2] - letter[0]) or height < (1 - _EDGE) * (letter[3] - letter[1])


def _invisible(library: ctypes.CDLL, page: Handle, texts: Letters, doubles: list[PageObject]) -> Iterator[Letter]:
    """Yield the letters of texts that leave no ink, or only a strip of it; `doubles` are texts that equal others."""
    if not texts:
        return
    region = _around(each.box for each in texts)
    ink = ink_of(library, page, [*texts, *doubles], region, _FIRST_LOOK, in_colour=False)
    for text, letters in texts.items():
        if not all(_is_visible(each, ink) for each in letters):
            close = ink_of(library, page, [text, *doubles], text.box, _CLOSE_LOOK, in_colour=True)
            yield from (each for each in letters if not _is_visible(each, close))


def _is_visible(letter: Letter, ink: Ink) -> bool:
    rows = ink.raster.rows(letter.box)
    if not letter.is_alphanumeric:
        return not rows or ink.is_in_any(rows)
    edge = max(1, math.ceil(len(rows) * _EDGE))
    return ink.is_in_any(rows[:edge]) and ink.is_in_any(rows[-edge:])


def _illegible(
    library: ctypes.CDLL,
    page: Handle,
    letters: list[Letter],
    texts: list[PageObject],
    others: list[PageObject],
    enough: float,
) -> Iterator[int]:
    """Yield the numbers of the letters that leave no ink, or whose ink other objects hide.

    The letters are those of the first of several equal texts.
    """
    text, *_ = texts
    left = ink_of(library, page, texts, text.box, _CLOSE_LOOK, in_colour=True)
    set_active(library, others, active=False)
    try:
        own = ink_of(library, page, texts, text.box, _CLOSE_LOOK, in_colour=True)
    finally:
        set_active(library, others, active=True)
    for each in letters:
        is_covered = left.count(each.box) < enough * own.count(each.box)
        if not _is_visible(each, own) or (each.is_alphanumeric and is_covered):
            yield each.index


def _around(boxes: Iterable[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
