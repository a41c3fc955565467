"""Contacts in a second column that are drawn with the name, beside which they stand, not after the first column.

Readers that go by the order of the file look for contacts where they nearly always are: before the first section. The
places of boxes are known when they are drawn, so a box may be drawn earlier without being moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DRAWN_EARLY = "drawn-early"
"""The class of an element that is drawn before the main content of its page."""


def draw_early(document: Any) -> None:
    """Change the order of the boxes of a document, so that elements of one class are drawn before `<main>`."""
    for page in document.pages:
        found = list(_elements(page._page_box))
        early = [(parent, box) for parent, box in found if DRAWN_EARLY in (box.element.get("class") or "").split()]
        place = next(((parent, box) for parent, box in found if box.element_tag == "main"), None)
        if not (early and place):
            continue
        for parent, box in early:
            parent.children = [child for child in parent.children if child is not box]
        target, main = place
        at = next(index for index, child in enumerate(target.children) if child is main)
        target.children = [*target.children[:at], *(box for _, box in early), *target.children[at:]]


def _elements(box: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the boxes of the elements in a box, each with its parent."""
    for child in getattr(box, "children", ()):
        if child.element is not None and child.element is not box.element:
            yield box, child
        yield from _elements(child)
