"""What stands where on the pages: WeasyPrint's boxes after layout, with their computed style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line: the boxes that it is in, from the page's down to its own, and where it stands.

    `page` counts from 0, all lengths are in CSS pixels from the page's top left corner.
    """

    text: str
    page: int
    lineage: tuple[Any, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> Any:
        """The box of the text itself."""
        return self.lineage[-1]

    @property
    def points(self) -> float:
        """The size of its letters."""
        return float(self.box.style["font_size"]) * POINTS_PER_PIXEL

    @property
    def says_something(self) -> bool:
        """Whether there is a letter or a figure in it, rather than a mark between others."""
        return any(map(str.isalnum, self.text))

    @property
    def in_margin(self) -> bool:
        """Whether it stands in the head or foot of the page."""
        return any(type(box).__name__ == "MarginBox" for box in self.lineage)


def boxes_of(pages: Iterable[Any]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield every box with its page, as the last one of those that it is in."""
    for number, page in enumerate(pages):
        for lineage in _below(page, ()):
            yield number, lineage


def pieces_of(pages: Iterable[Any]) -> Iterator[Piece]:
    """Yield every text, in the order of the document."""
    for number, lineage in boxes_of(pages):
        box = lineage[-1]
        if type(box).__name__ == "TextBox" and box.text.strip():
            yield Piece(box.text, number, lineage, box.position_x, box.position_y, box.width, box.height)


def named(box: Any) -> str:
    """Return what a style sheet would call a box: `p.summary`, `li::marker`."""
    element = box.element
    if element is None or not isinstance(element.tag, str):
        return "the page"
    tag, _, pseudo = (box.element_tag or element.tag).partition("::")
    classes = "".join(f".{name}" for name in (element.get("class") or "").split())
    return tag.rpartition("}")[2] + classes + (f"::{pseudo}" if pseudo else "")


def _below(box: Any, above: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    box = getattr(box, "_box", box)  # what is positioned stands behind a placeholder
    lineage = (*above, box)
    yield lineage
    for child in getattr(box, "children", ()):
        yield from _below(child, lineage)
