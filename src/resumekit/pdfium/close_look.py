"""Finds letters that leave no ink, however they are hidden: the page is rendered with and without each text."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from itertools import islice

from .ink import Ink, ink_of
from .letters import Letter, letters_of, met_by_others
from .library import Handle
from .page_objects import Box, PageObject, set_active

_SMALLEST = 2.0
"""Points. Smaller letters cannot be told apart with the naked eye at reading distance."""

_FIRST_LOOK, _CLOSE_LOOK = 96, 288
"""Dots per inch: the second shows hairlines in their colour."""

_EDGE = 0.3
"""A letter has ink within this share of its height from the top and from the bottom; otherwise it is cut off."""

_ENOUGH = 0.7
"""The share of a letter's ink that another text has to leave visible."""

_MOST_OVERLAID = 200
"""How many texts that meet others are examined on a page; each is rendered by itself."""

Letters = dict[PageObject, list[Letter]]


def invisible_characters(
    library: ctypes.CDLL,
    page: Handle,
    page_text: Handle,
    may_be_faint: list[PageObject],
    overlaid: list[PageObject],
) -> set[int]:
    """Return the numbers of the characters of some texts that cannot be seen.

    Args:
        library: PDFium.
        page: a page.
        page_text: its text.
        may_be_faint: texts of the page that may be hidden by anything.
        overlaid: texts that may be hidden by other texts.
    """
    letters = letters_of(library, page_text)
    with_letters = [each for each in overlaid if each.handle.value in letters]
    doubles = [each for each in overlaid if each.handle.value not in letters]  # PDFium reads equal texts once
    met = {each: letters[each.handle.value] for each in met_by_others(with_letters, letters, doubles)}
    faint = {
        each: letters[each.handle.value] for each in may_be_faint if each.handle.value in letters and each not in met
    }
    hidden = {each.index for found in (*faint.values(), *met.values()) for each in found if each.size < _SMALLEST}
    hidden.update(each.index for each in _invisible(library, page, faint))
    for text in islice(met, _MOST_OVERLAID):
        hidden.update(each.index for each in _illegible(library, page, [text, *doubles], met))
    return hidden


def _invisible(library: ctypes.CDLL, page: Handle, texts: Letters) -> Iterator[Letter]:
    """Yield the letters of texts that leave no ink, or only a strip of it."""
    if not texts:
        return
    ink = ink_of(library, page, list(texts), _around(each.box for each in texts), _FIRST_LOOK, in_colour=False)
    for text, letters in texts.items():
        if not all(_is_visible(each, ink) for each in letters):
            close = ink_of(library, page, [text], text.box, _CLOSE_LOOK, in_colour=True)
            yield from (each for each in letters if not _is_visible(each, close))


def _is_visible(letter: Letter, ink: Ink) -> bool:
    rows = ink.raster.rows(letter.box)
    if not letter.is_alphanumeric:
        return not rows or ink.is_in_any(rows)
    edge = max(1, math.ceil(len(rows) * _EDGE))
    return ink.is_in_any(rows[:edge]) and ink.is_in_any(rows[-edge:])


def _illegible(library: ctypes.CDLL, page: Handle, texts: list[PageObject], overlaid: Letters) -> Iterator[Letter]:
    """Yield the letters of the first of several equal texts that leave no ink, or whose ink other texts hide."""
    text, *_ = texts
    left = ink_of(library, page, texts, text.box, _CLOSE_LOOK, in_colour=True)
    others = [each for each in overlaid if each is not text]
    set_active(library, others, active=False)
    try:
        own = ink_of(library, page, texts, text.box, _CLOSE_LOOK, in_colour=True)
    finally:
        set_active(library, others, active=True)
    for each in overlaid[text]:
        is_covered = left.count(each.box) < _ENOUGH * own.count(each.box)
        if not _is_visible(each, own) or (each.is_alphanumeric and is_covered):
            yield each


def _around(boxes: Iterable[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
