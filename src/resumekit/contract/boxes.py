"""WeasyPrint's boxes after layout, with their positions and computed styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text on one line: the boxes around it, from the page box down to its own, and its position.

    `page` counts from 0; all lengths are in CSS pixels from the top left corner of the page.
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
    def size_in_points(self) -> float:
        """The font size."""
        return float(self.box.style["font_size"]) * POINTS_PER_PIXEL

    @property
    def has_letters_or_digits(self) -> bool:
        """Whether it has a letter or a digit, and is not only punctuation or a symbol."""
        return any(map(str.isalnum, self.text))

    @property
    def in_margin(self) -> bool:
        """Whether it is in the header or footer of the page."""
        return any(type(box).__name__ == "MarginBox" for box in self.lineage)


def boxes_in(pages: Iterable[Any]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the page number and the lineage of every box; the box itself comes last in its lineage."""
    for number, page in enumerate(pages):
        for lineage in _below(page, ()):
            yield number, lineage


def text_runs_in(pages: Iterable[Any]) -> Iterator[TextRun]:
    """Yield every text run, in document order."""
    for number, lineage in boxes_in(pages):
        box = lineage[-1]
        if type(box).__name__ == "TextBox" and box.text.strip():
            yield TextRun(box.text, number, lineage, box.position_x, box.position_y, box.width, box.height)


def selector_of(box: Any) -> str:
    """Return a CSS selector for a box: `p.summary`, `li::marker`."""
    element = box.element
    if element is None or not isinstance(element.tag, str):
        return "the page"
    tag, _, pseudo = (box.element_tag or element.tag).partition("::")
    classes = "".join(f".{name}" for name in (element.get("class") or "").split())
    return tag.rpartition("}")[2] + classes + (f"::{pseudo}" if pseudo else "")


def _below(box: Any, above: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    box = getattr(box, "_box", box)  # a positioned box is wrapped in a placeholder
    lineage = (*above, box)
    yield lineage
    for child in getattr(box, "children", ()):
        yield from _below(child, lineage)
