"""The text that is being drawn: the cells that its box is in, and the letters that were typed for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .typed_letters import Lettering, Letters

FEW = 4
"""Lines in a cell that is read with the cell beside it, such as a title that wraps, and a date; others are columns."""

_NEAR = 1.0
"""In CSS pixels: a cell that begins so near the start of its row has nothing on its left."""


@dataclass(eq=False, slots=True)
class Row:
    """A row of a table, or a flex or grid box, in a column whose left edge is `start`."""

    start: float
    cells: list[Cell] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Cell:
    """A box in a row; its content ends at `right`, and has so many `lines`."""

    row: Row
    right: float
    lines: int = 0

    @property
    def is_alone(self) -> bool:
        """Whether no other cell of its row has text."""
        return not any(other.lines for other in self.row.cells if other is not self)


@dataclass(slots=True)
class Place:
    """Where a text of a font size begins and ends.

    `edge` is where its line could begin; `cells` go from the inside out, each with the number of its line, from 1.
    """

    edge: float = 0.0
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
        self._lettering = Lettering()
        for page in document.pages:
            self._place_texts(page._page_box, (), 0.0)

    def _place_texts(self, box: Any, cells: tuple[Cell, ...], edge: float) -> None:
        """Have the layout of each text in a box tell its place, with the cells around it and the edge of its column."""
        if isinstance(box, self._text):
            lines = tuple((cell, cell.lines) for cell in reversed(cells))
            left, size = box.position_x, box.style["font_size"]
            place = Place(edge, left, left + box.width, size, lines, self._lettering.letters_of(box))
            self.has_letters |= place.letters is not None
            box.pango_layout.reactivate = self._noting(box.pango_layout, place)
            return
        row = Row(edge) if isinstance(box, self._rows) else None
        for child in getattr(box, "children", ()):
            inner = getattr(child, "_box", child)  # a positioned box is wrapped in a placeholder
            around = cells
            if row:
                row.cells.append(Cell(row, inner.content_box_x() + inner.width))
                around = *cells, row.cells[-1]
            if isinstance(inner, self._line):
                for cell in around:
                    cell.lines += 1
            is_beside = row and inner.position_x - box.content_box_x() > _NEAR
            is_column = is_beside or inner.is_column or inner is not child or inner.is_floated()
            begins = is_column or inner.element_tag == "body"
            self._place_texts(inner, around, inner.content_box_x() if begins else edge)

    def _noting(self, layout: Any, place: Place) -> Callable[[Any], None]:
        def reactivate(style: Any) -> None:
            type(layout).reactivate(layout, style)
            self.place = place
            if place.letters:
                layout.text = place.letters.marked(layout.text)

        return reactivate
