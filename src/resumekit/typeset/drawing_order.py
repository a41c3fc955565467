"""The order in which the boxes of a page are drawn, which is the order in which many readers extract its text.

The places of boxes are known when they are drawn, so a box may be drawn earlier without being moved:

- Contacts in a second column are drawn with the name, beside which they stand: readers look for them before the first
  section, where they nearly always are.
- The second column is drawn before the first one if that continues on the next page: else, its sections would be in the
  middle of an entry, or the rest of the career would be read as a part of the last of them.
- What is in the margins of a page is drawn before its text, unless that continues an entry of the page before. Some
  readers join the last line of a page and the first one of the next, and a title has to be on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

DRAWN_EARLY = "drawn-early"
"""The class of an element that is drawn before the main content of its page."""

DRAWN_BEFORE_BREAK = "drawn-before-break"
"""The class of an element that is drawn there if the main content continues on the next page."""

_UNITS = ("article", "p", "li", "ul", "ol")
"""The elements that no text in the margin should interrupt."""


def set_order(document: Any) -> None:
    """Change the order of the boxes of a document."""
    pages = [page._page_box for page in document.pages]
    for page, next_page in pairwise([*pages, None]):
        _draw_early(page, continues=next_page is not None and _main_of(next_page) is not None)
    for page, next_page in pairwise(pages):
        if not _continues(page, next_page):
            _draw_margins_first(next_page)


def _draw_early(page: Any, *, continues: bool) -> None:
    """Have elements of some classes drawn before `<main>`."""
    classes = {DRAWN_EARLY, DRAWN_BEFORE_BREAK} if continues else {DRAWN_EARLY}
    early = [(parent, box) for parent, box in _elements(page) if classes & {*(box.element.get("class") or "").split()}]
    if not (early and (place := _main_of(page))):
        return
    for parent, box in early:
        parent.children = [child for child in parent.children if child is not box]
    target, main = place
    at = next(index for index, child in enumerate(target.children) if child is main)
    target.children = [*target.children[:at], *(box for _, box in early), *target.children[at:]]


def _main_of(page: Any) -> tuple[Any, Any] | None:
    """Return the box of `<main>` on a page, with its parent."""
    return next(((parent, box) for parent, box in _elements(page) if box.element_tag == "main"), None)


def _elements(box: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the boxes of the elements in a box, each with its parent."""
    for child in getattr(box, "children", ()):
        if child.element is not None and child.element is not box.element:
            yield box, child
        yield from _elements(child)


def _continues(page: Any, next_page: Any) -> bool:
    """Return whether the first line of the next page continues an entry, a list or a paragraph."""
    begun = {box.element for _, box in _elements(page) if box.element_tag in _UNITS}
    return any(box.element in begun for box in _first_boxes(next_page))


def _first_boxes(box: Any) -> Iterator[Any]:
    """Yield the first box that contains others, the first one in it, and so on."""
    while inner := next((child for child in getattr(box, "children", ()) if getattr(child, "children", ())), None):
        yield inner
        box = inner


def _draw_margins_first(page: Any) -> None:
    """Have the margins drawn first, from the foot: the header, if any, is then between them and the text."""
    from weasyprint.formatting_structure.boxes import MarginBox

    margins = [box for box in page.children if isinstance(box, MarginBox)]
    margins.sort(key=lambda box: (-box.position_y, box.position_x))
    page.children = [*margins, *(box for box in page.children if not isinstance(box, MarginBox))]
