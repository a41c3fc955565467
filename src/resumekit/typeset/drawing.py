"""The text that is being drawn: the cells that its box is in, and the letters that were typed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .typed_letters import Lettering, Letters


@dataclass(eq=False, slots=True)
class Cell:
    """A box beside others: a cell of a table's `row`, or an item of a flex or grid box.

    The content of the row begins at `start`, that of the cell ends at `right`, and has so many `lines`.
    """

    row: Any
    start: float
    right: float
    lines: int = 0


@dataclass(slots=True)
class Place:
    """Where a text of a font size begins and ends, and its `cells`, from the inside out, each with its line, from 1."""

    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    cells: tuple[tuple[Cell, int], ...] = ()
    letters: Letters | None = None


class Drawing:
    """Knows the place of the text that is being drawn.

    A stream is given no boxes. But WeasyPrint reactivates the layout of a text before it draws it, so that each layout
    can tell.
    """

    def __init__(self, document: Any) -> None:
        from weasyprint.formatting_structure import boxes

        self.place = Place()
        self.has_letters = False
        self._rows = boxes.TableRowBox, boxes.FlexContainerBox, boxes.GridContainerBox
        self._line, self._text = boxes.LineBox, boxes.TextBox
        lettering = Lettering()
        for page in document.pages:
            for box, cells in self._texts(page._page_box, ()):
                lines = tuple((cell, cell.lines) for cell in reversed(cells))
                left, size = box.position_x, box.style["font_size"]
                place = Place(left, left + box.width, size, lines, lettering.letters_of(box))
                self.has_letters |= place.letters is not None
                box.pango_layout.reactivate = self._noting(box.pango_layout, place)

    def _texts(self, box: Any, cells: tuple[Cell, ...]) -> Iterator[tuple[Any, tuple[Cell, ...]]]:
        """Yield the texts in a box with the cells around each."""
        if isinstance(box, self._text):
            yield box, cells
            return
        if isinstance(box, self._line):
            for cell in cells:
                cell.lines += 1
        is_row = isinstance(box, self._rows)
        for child in getattr(box, "children", ()):
            inner = getattr(child, "_box", child)  # a positioned box is wrapped in a placeholder
            around = (*cells, Cell(box, box.content_box_x(), inner.content_box_x() + inner.width)) if is_row else cells
            yield from self._texts(inner, around)

    def _noting(self, layout: Any, place: Place) -> Callable[[Any], None]:
        def reactivate(style: Any) -> None:
            type(layout).reactivate(layout, style)
            self.place = place
            if place.letters:
                layout.text = place.letters.marked(layout.text)

        return reactivate
