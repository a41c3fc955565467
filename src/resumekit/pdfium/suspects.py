"""The texts of a page that may be hidden: by what is painted behind or in front of them, or by another text."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .brightness import contrasts_with_paper
from .library import Handle
from .page_objects import TEXT, Box, PageObject, is_flat, page_box, page_objects

MUCH = 0.25
"""Text stays legible if less of its shorter side is covered: by an underline, or the descenders of the line above."""

_MANY_OBJECTS = 1_000
"""A page has a few hundred."""


@dataclass(frozen=True, slots=True)
class Suspects:
    """The texts that may be hidden, in the order of painting.

    Those in `on_something` have a colour that may be too close to that of the objects behind them; those in `faint` may
    be hidden in another way; those in `overlaid` may also be hidden by the texts that meet them, and those in `covered`
    by the objects that are painted over them.
    """

    on_something: list[PageObject] = field(default_factory=list)
    faint: list[PageObject] = field(default_factory=list)
    overlaid: dict[PageObject, list[PageObject]] = field(default_factory=dict)
    covered: dict[PageObject, list[PageObject]] = field(default_factory=dict)


def may_hide_text(library: ctypes.CDLL, page: Handle, page_text: Handle) -> bool:
    """Return whether a page needs the search for hidden text, which takes time; if not, all of its text is visible."""
    if library.FPDFPage_CountObjects(page) > _MANY_OBJECTS:
        return True
    suspects = find_suspects(page_objects(library, page, page_text), page_box(library, page))
    return bool(suspects.on_something or suspects.faint or suspects.overlaid)


def find_suspects(objects: Sequence[PageObject], paper: Box) -> Suspects:
    """Return the texts of a page that may be hidden. A text that is not returned is visible.

    Args:
        objects: all objects of the page, in the order of painting.
        paper: the edges of the page.
    """
    suspects = Suspects()
    overlaid: set[int] = set()
    texts = defaultdict[int, list[PageObject]](list)
    behind, before = defaultdict[int, float](float), defaultdict[int, float](float)
    covers = defaultdict[int, list[PageObject]](list)
    for one, other in _pairs(objects):
        for text, neighbour in ((one, other), (other, one)):
            if objects[text].kind != TEXT:
                continue
            share = share_of(objects[text].box, objects[neighbour].box)
            if objects[neighbour].kind != TEXT:
                (behind if neighbour < text else before)[text] += share
                if neighbour > text:
                    covers[text].append(objects[neighbour])
            else:
                texts[text].append(objects[neighbour])
                if share > MUCH:
                    overlaid.add(text)
    for index, each in enumerate(objects):
        if each.kind != TEXT:
            continue
        if index in overlaid:
            suspects.overlaid[each] = texts[index]
        if before[index] > MUCH:
            suspects.covered[each] = covers[index]
        if not each.colour or is_flat(each.box) or before[index] > MUCH or not is_within(each.box, paper):
            suspects.faint.append(each)
        elif behind[index] > MUCH:
            suspects.on_something.append(each)
        elif not contrasts_with_paper(each.colour):
            suspects.faint.append(each)
    return suspects


def _pairs(objects: Sequence[PageObject]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each pair of objects that meet, at least one of them a text."""
    by_height = sorted(range(len(objects)), key=lambda index: objects[index].box[1])
    boxes = [objects[index].box for index in by_height]
    are_texts = [objects[index].kind == TEXT for index in by_height]
    for index, (left, _, right, top) in enumerate(boxes):
        is_text = are_texts[index]
        for at in range(index + 1, len(boxes)):
            other_left, bottom, other_right, _ = boxes[at]
            if bottom >= top:
                break
            if other_left < right and left < other_right and (is_text or are_texts[at]):
                yield by_height[index], by_height[at]


def is_within(box: Box, paper: Box) -> bool:
    """Return whether all of a box is on the page."""
    return box[0] >= paper[0] and box[1] >= paper[1] and box[2] <= paper[2] and box[3] <= paper[3]


def share_of(text: Box, other: Box) -> float:
    """Return the shorter side of what two boxes share, as a share of the shorter side of the first."""
    width = min(text[2], other[2]) - max(text[0], other[0])
    height = min(text[3], other[3]) - max(text[1], other[1])
    shorter = min(text[2] - text[0], text[3] - text[1])
    return max(0.0, min(width, height)) / shorter if shorter > 0 else 1.0
