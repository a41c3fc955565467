"""How full pages are, from the boxes of their layout. Lengths are WeasyPrint's, pixels of 1/96 inch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MILLIMETRE = 96 / 25.4
"""In pixels."""

NEARLY_EMPTY = 0.25
"""A last page that is less full than this looks like a mistake."""

_HOLE = 24.5 * MILLIMETRE
"""A page with more white than this at its foot has a hole: 25 mm below letters, which end above their line's foot."""

_USUAL_MARGIN = 16 * MILLIMETRE
"""A margin wider than this adds to a hole above it, by 8 mm at most."""

_MOST_ADDED = 8 * MILLIMETRE

_FIXED = 0.3
"""A distance of less than this part of a line does not depend on the density in any of our themes."""


@dataclass(frozen=True, slots=True)
class Page:
    """The content area of a page: its height, how deep its last line or picture ends, and the margin below it.

    It is `forced` if it starts where the résumé asks for a new page.
    """

    box: Any
    height: float
    foot: float
    margin: float
    forced: bool

    @property
    def fill(self) -> float:
        """How full the page is, from 0 to 1."""
        return self.foot / self.height if self.height else 1.0

    @property
    def rest(self) -> float:
        """The height that is left at its foot."""
        return max(0.0, self.height - self.foot)

    @property
    def has_hole(self) -> bool:
        """Whether the white at its foot is a hole, unless it is the last page."""
        return self.rest > _HOLE - min(max(0.0, self.margin - _USUAL_MARGIN), _MOST_ADDED)


@dataclass(frozen=True, slots=True)
class Hole:
    """White at the foot of a page, in millimetres, above the entry or section that starts the next page.

    The entry is `kept` if it is so short that it stays on one page.
    """

    page: int
    height: float
    next: str
    kept: bool


def pages_of(document: Any) -> list[Page]:
    """Return how full each page is."""
    boxes = [page._page_box for page in document.pages]
    return [_page(box, forced=number > 0 and _starts_by_force(box)) for number, box in enumerate(boxes)]


def is_nearly_empty(pages: Sequence[Page]) -> bool:
    """Return whether the last of several pages holds too little, and not because the résumé starts a new page there."""
    return len(pages) > 1 and not pages[-1].forced and pages[-1].fill < NEARLY_EMPTY


def pages_with_holes(pages: Sequence[Page]) -> Iterator[int]:
    """Yield the indexes of pages that end in a hole, not because the résumé starts a new page there."""
    for index, (page, following) in enumerate(pairwise(pages)):
        if page.has_hole and not following.forced:
            yield index


def holes_in(pages: Sequence[Page]) -> Iterator[Hole]:
    """Yield the holes, with what comes next."""
    for index in pages_with_holes(pages):
        element = _first_article(pages[index + 1].box)
        kept = element is not None and not _classes(element).isdisjoint({"short", "break-avoid"})
        name = title_of(element) if element is not None else ""
        yield Hole(index + 1, pages[index].rest / MILLIMETRE, name, kept)


def lines_in(box: Any) -> Iterator[Any]:
    """Yield the lines in the flow of a page's text, without those in its margins."""
    name = type(box).__name__
    if name == "LineBox":
        yield box
    elif name != "MarginBox":
        for child in getattr(box, "children", ()):
            yield from lines_in(child)


def rows_in(box: Any) -> int:
    """Return how many lines there are one below the other: a title and the date beside it are one."""
    rows, end = 0, float("-inf")
    for line in sorted(lines_in(box), key=lambda line: float(line.position_y)):
        if line.position_y + line.height / 2 > end:
            rows, end = rows + 1, line.position_y + line.height
    return rows


def spacing(pages: Sequence[Page], column: tuple[float, float]) -> tuple[float, float]:
    """Return the sum of the distances between the lines of a column that depend on the density, and of the lines."""
    between = lines = 0.0
    for page in pages:
        end = page.box.content_box_y()
        for line in sorted(lines_in(page.box), key=lambda line: float(line.position_y)):
            if line.position_x >= column[1] or line.position_x + line.width <= column[0]:
                continue
            top, bottom = line.position_y, line.position_y + line.height
            if top - end > _FIXED * line.height:
                between += top - end
            lines += max(0.0, bottom - max(end, top))
            end = max(end, bottom)
    return between, lines


def column_of(page: Page) -> tuple[float, float]:
    """Return the left and right edge of the column in which the last line of a page is."""
    last = max(lines_in(page.box), key=lambda line: float(line.position_y + line.height), default=None)
    return (last.position_x, last.position_x + max(last.width, 1.0)) if last is not None else (0.0, float("inf"))


def first_part(page: Page) -> float:
    """Return the height of what starts a page and does not break, so that it is there as a whole."""
    top = page.box.content_box_y()
    return float(min(_breaks(page.box), default=top + page.foot) - top)


def dropped_space(page: Page, following: Page) -> float:
    """Return the space between two pages that there would be on one page: between what ends and what starts there."""
    ends, starts = list(_lasts(page.box)), list(_firsts(following.box))
    divided = {id(box.element) for box in ends} & {id(box.element) for box in starts}
    above = [_margin(box, "margin_bottom") for box in ends if id(box.element) not in divided]
    below = [_margin(box, "margin_top") for box in starts if id(box.element) not in divided]
    return max((*above, *below), default=0.0)


def title_of(element: Any) -> str:
    """Return the title of an entry or group, with its organization if they are in its first lines."""
    first = [part for line in element if "lead" in _classes(line) for part in line.iter()]
    names = [part for part in first if not _classes(part).isdisjoint({"title", "organization"})]
    parts = names or [next(element.iter("h3"), element)]
    return " ".join(" ".join(" ".join(part.itertext()) for part in parts).split())


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _page(box: Any, *, forced: bool) -> Page:
    top = box.content_box_y()
    foot = max((_foot(part) for part in _content(box)), default=top) - top
    return Page(box, float(box.height), float(foot), float(box.margin_bottom), forced)


def _foot(box: Any) -> float:
    height: float = box.height if type(box).__name__ == "LineBox" else box.margin_height()
    return float(box.position_y) + height


def _content(box: Any) -> Iterator[Any]:
    """Yield the lines and pictures of a page."""
    name = type(box).__name__
    if name in {"LineBox", "BlockReplacedBox"}:
        yield box
    elif name != "MarginBox":
        for child in getattr(box, "children", ()):
            yield from _content(child)


def _firsts(box: Any) -> Iterator[Any]:
    """Yield the boxes that start at the top of a page: each is the first child of the one before."""
    while children := _blocks(box):
        box = children[0]
        yield box


def _lasts(box: Any) -> Iterator[Any]:
    """Yield the boxes that end at the foot of a page: each is the last child of the one before."""
    while children := _blocks(box):
        box = children[-1]
        yield box


def _blocks(box: Any) -> list[Any]:
    return [child for child in _flow(box) if type(child).__name__ != "LineBox"]


def _starts_by_force(page: Any) -> bool:
    return any(box.style["break_before"] not in {"auto", "avoid", "avoid-page"} for box in _firsts(page))


def _margin(box: Any, side: str) -> float:
    """Return a margin as it is between boxes: at the edge of a page, none of it is used."""
    margin = box.style[side]
    return max(0.0, float(getattr(margin, "value", 0.0))) if getattr(margin, "unit", "") == "px" else 0.0


def _breaks(box: Any) -> Iterator[float]:
    """Yield the lower edges of what is above each place where the page may break."""
    from weasyprint.layout.block import block_level_page_break  # late: loaded with WeasyPrint

    children = _flow(box)
    if children and type(children[0]).__name__ == "LineBox":
        orphans, widows = children[0].style["orphans"], children[0].style["widows"]
        yield from (line.position_y + line.height for line in children[orphans - 1 : len(children) - widows])
        return
    for number, child in enumerate(children):
        if child.style["break_inside"] not in {"avoid", "avoid-page"}:
            yield from _breaks(child)
        if number + 1 < len(children) and block_level_page_break(child, children[number + 1]) == "auto":
            yield max((_foot(part) for part in _content(child)), default=child.position_y)


def _flow(box: Any) -> list[Any]:
    """Return the children of a box in the flow; cells of a row lie beside each other, and the first one counts."""
    children = [child for child in getattr(box, "children", ()) if type(child).__name__ != "MarginBox"]
    return (
        children[:1] if type(box).__name__ == "TableRowBox" else [each for each in children if each.is_in_normal_flow()]
    )


def _first_article(box: Any) -> Any:
    """Return the element of the first entry or group on a page, unless a section's text comes before it."""
    element = getattr(box, "element", None)
    if element is not None and element.tag == "article":
        return element
    for child in getattr(box, "children", ()):
        found = _first_article(child)
        if found is not None:
            return found
    return None
