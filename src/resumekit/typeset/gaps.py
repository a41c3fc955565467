"""Spaces in the gaps of a line, such as the one between a title and a date at the other edge of the page.

Extractors that guess columns, pdftotext and pdfminer among them, split a line at a wide gap, and read its end after
the lines below, or after the page. A space that is as wide as the gap keeps the line together. pdftotext drops spaces,
but not a text of several characters; so the space's `ActualText` (ISO 32000-2, 14.9.4) is two of them.

pdfminer joins the two blocks with the least empty area around them, and so a short line with a wrong one, if something
is beside it or it begins far from the edge. Spaces fill such lines up. The other extractors drop those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .columns import Span, blanks, column_of
from .drawing import FEW, Cell, Drawing, Place

_LEAST = 0.6
"""In em: narrower gaps are those of words and marks."""

_GUTTER = 1.0
"""In em: what stays free at the end of a cell, so that columns are apart."""

_MUCH = 5.0
"""In em: a line that begins further in than this may be read after the one below."""

_BRIDGE = (b"/Span <</ActualText (  )>> BDC", b"EMC")
_BRIDGE_TO_THE_LEFT = (b"/Span <</ActualText <FEFF0020200F0020>>> BDC", b"EMC")
_FILLER = (b"", b"")
"""What is written around the space of a gap, of one on a right-to-left page, and of a line that is filled up.

The right-to-left mark keeps two texts in Latin letters apart: an address, and the number on its left that comes next.
"""

_ASIDE = 0.98
"""The size of a space, in that of its line: some readers take texts of one font and size for one text, with the gap."""

_ONE_LINE = 0.3
"""In em: how far apart the baselines of a line may be."""

_RIGHT_TO_LEFT = re.compile(r"""<html[^>]*\sdir=["']?rtl""", re.IGNORECASE)


@dataclass(slots=True)
class _Run:
    """A text at a `place`, on a baseline in the space `ctm`.

    `index` is the position in the stream before the text, and `font` the one that is set there, with its size.
    """

    place: Place
    baseline: float
    ctm: Any
    index: int
    font: tuple[str, float]

    def is_on_the_line_of(self, other: _Run) -> bool:
        """Return whether two texts have the same baseline, nearly."""
        reach = _ONE_LINE * min(self.place.size, other.place.size)
        return self.ctm is other.ctm and abs(self.baseline - other.baseline) <= reach

    def is_in_short_cell_beside(self, cell: Cell) -> bool:
        """Return whether it is in another cell of the same row that has few lines."""
        return any(each.row is cell.row and each is not cell and each.lines <= FEW for each, _ in self.place.cells)


def stream_with_bridges(stream: type, html: str, drawing: Drawing) -> type:
    """Return a class of content streams, changed to draw a space in each gap between two texts of a line.

    The second text is to the right of the first one; on right-to-left pages, and in a cell of the same row, as a date
    that is drawn after its title, also to its left. Elsewhere, PDFium would read a text on the left first, and join it
    with the other one.
    """
    goes_left = bool(_RIGHT_TO_LEFT.search(html))
    bridge = _BRIDGE_TO_THE_LEFT if goes_left else _BRIDGE

    class BridgingStream(stream):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._before: _Run | None = None
            self._in_rows: dict[Any, list[_Run]] = {}
            self._run: _Run | None = None
            self._font: tuple[str, float] = "", 0.0
            self._columns: dict[Any, dict[Cell, list[Span]]] = {}

        @property
        def data(self) -> Any:
            self._keep_columns_apart()
            return super().data

        def set_font_size(self, font: str, size: float) -> None:
            self._font = font, size
            super().set_font_size(font, size)

        def set_text_matrix(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
            if drawing.place.left == e:  # texts in drawings have no box
                self._run = _Run(drawing.place, f, self.ctm, len(self.stream), self._font)
            super().set_text_matrix(a, b, c, d, e, f)

        def end_text(self) -> None:
            if run := self._run:
                self._bridge(self._before, run)
                for cell, _ in run.place.cells:
                    self._in_rows.setdefault(cell.row, []).append(run)
                if column := column_of(cell for cell, _ in run.place.cells):
                    text = Span(run.place.left, run.place.right, run.baseline, run.place.size)
                    self._columns.setdefault((column.row, run.ctm.values), {}).setdefault(column, []).append(text)
                self._before, self._run = run, None
            super().end_text()

        def _keep_columns_apart(self) -> None:
            """Draw the blanks around columns at the end of the page."""
            for (_, ctm), columns in self._columns.items():
                if len(columns) > 1 and (space := _space_of(*self._fonts.values())):
                    font, glyph = space
                    ascent = min(font.ascent / 1000, 1.05)
                    matrix = " ".join(f"{value:.6f}" for value in (type(self.ctm)(*ctm) @ self.ctm.invert).values)
                    self.stream += [b"/Artifact BMC", b"q", f"{matrix} cm".encode(), b"BT"]
                    for blank in blanks([*columns.values()], ascent, from_the_right=goes_left):
                        width = blank.right - blank.left
                        self.stream += _space(font, glyph, blank.left, blank.baseline, width, blank.size, bridge)
                    self.stream += [b"100 Tz", b"ET", b"Q", b"EMC"]
            self._columns = {}

        def _bridge(self, before: _Run | None, run: _Run) -> None:
            """Draw the blanks between a text and the one that was drawn before it, if any."""
            if before and before.is_on_the_line_of(run):
                self._blank_between(before, run, run)
                return
            if one := self._in_the_cell_before(run):
                self._blank_between(one, run, run)
            elif not goes_left and run.place.left - (edge := self._edge_of(run)) > _MUCH * run.place.size:
                self._blank(edge, run.place.left, run, run, _FILLER)
            if before and before.place.cells and not goes_left:
                edge = before.place.cells[0][0].right - _GUTTER * before.place.size
                self._blank(before.place.right, edge, before, run, _FILLER)

        def _in_the_cell_before(self, run: _Run) -> _Run | None:
            """Return the text on the same line in another cell, if a text is in the first line of a cell."""
            for cell, line in run.place.cells:
                if line == 1 and cell.lines <= FEW:
                    for each in reversed(self._in_rows.get(cell.row, ())):
                        if each.is_in_short_cell_beside(cell) and each.is_on_the_line_of(run):
                            return each
            return None

        def _edge_of(self, run: _Run) -> float:
            """Return the left edge of a line: that of its row if nothing is beside it, as beside a caption."""
            edge = run.place.edge
            for cell, line in run.place.cells:
                is_at_the_end = cell.lines <= FEW or line == cell.lines
                if cell.is_alone or (is_at_the_end and self._is_below_the_cells_before(run, cell)):
                    edge = cell.row.start
                else:
                    break
            return edge

        def _is_below_the_cells_before(self, run: _Run, cell: Cell) -> bool:
            """Return whether a text is lower than each text in the cells before its own."""
            others = [each for each in self._in_rows.get(cell.row, ()) if cell not in dict(each.place.cells)]
            return bool(others) and all(each.baseline < run.baseline and each.ctm is run.ctm for each in others)

        def _blank_between(self, one: _Run, other: _Run, run: _Run) -> None:
            if one.place.left < other.place.left:
                self._blank(one.place.right, other.place.left, one, run)
            elif goes_left or any(one.is_in_short_cell_beside(cell) for cell, _ in other.place.cells):
                # pdfminer joins a text with what is drawn before it if they are near, so a space reaches its beginning.
                self._blank(other.place.left, other.place.right, one, run, _FILLER)
                self._blank(other.place.right, one.place.left, one, run)

        def _blank(self, start: float, end: float, line: _Run, run: _Run, marks: tuple[bytes, bytes] = bridge) -> None:
            """Draw a space on the line of a text, unless it would be narrow, before another text is drawn."""
            size = line.place.size
            if end - start < _LEAST * size or not (space := _space_of(*self._fonts.values())):
                return
            font, glyph = space
            before, before_size = run.font if run.font[0] else (font.hash, size)
            self.stream[run.index : run.index] = [
                *_space(font, glyph, start, line.baseline, end - start, _ASIDE * size, marks),
                b"100 Tz",
                f"/{before} {before_size:f} Tf".encode(),  # the text may rely on the font that was set
            ]

    return BridgingStream


def _space(
    font: Any, glyph: int, left: float, baseline: float, width: float, size: float, marks: tuple[bytes, bytes]
) -> list[bytes]:
    """Return the operators that draw a space."""
    return [
        f"1 0 0 -1 {left:.4f} {baseline:.4f} Tm".encode(),
        f"/{font.hash} {size:.4f} Tf".encode(),
        f"{100_000 * width / size / font.widths[glyph]:.3f} Tz".encode(),
        marks[0],
        f"<{glyph:04x}> Tj".encode(),
        marks[1],
    ]


def _space_of(*fonts: Any) -> tuple[Any, int] | None:
    """Return the first font that has a space that was drawn, with its glyph."""
    for font in fonts:
        for glyph, text in font.to_unicode.items():
            if text == " " and not font.bitmap and font.widths.get(glyph):
                return font, glyph
    return None
