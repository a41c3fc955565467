"""What is painted on a page, in the order of painting: texts, and everything that may hide them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle

TEXT = 1  # FPDF_PAGEOBJ_TEXT
_FORM = 5  # FPDF_PAGEOBJ_FORM
_FILLED = 0  # FPDF_TEXTRENDERMODE_FILL
_OPAQUE = 255

_PATTERN = 191, 191, 191
"""What PDFium returns for a gradient or a tiled picture."""

_SMALLEST_PLAIN = 4.0  # points

_FLAT = 0.3  # points
_NO_TEXT = 2  # bytes: the NUL at its end

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, upwards from the origin of the page."""

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True, eq=False)  # not frozen: there are hundreds on a page, and that takes a third of the time
class PageObject:
    """An object of a page.

    `colour` is that of a text that nothing but other objects can hide: it is opaque, whole and large enough to be read.
    """

    handle: Handle
    kind: int
    box: Box
    colour: Colour | None = None


def page_objects(library: ctypes.CDLL, page: Handle, page_text: Handle) -> list[PageObject]:
    """Return the objects of a page but blanks; those in a group that may have texts follow the group."""
    return list(_Reader(library, page_text).objects_of_page(page))


def is_flat(box: Box) -> bool:
    """Return whether the letters of a text have no outline, or hardly any."""
    return min(box[2] - box[0], box[3] - box[1]) < _FLAT


def page_box(library: ctypes.CDLL, page: Handle) -> Box:
    """Return the edges of a page; its bottom left corner is not the origin if the page has a bleed."""
    edges = (ctypes.c_float * 4)()
    library.FPDF_GetPageBoundingBox(page, edges)
    left, top, right, bottom = edges
    return left, bottom, right, top


def set_active(library: ctypes.CDLL, objects: list[PageObject], *, active: bool) -> None:
    """Set whether objects are painted when the page is rendered."""
    for each in objects:
        library.FPDFPageObj_SetIsActive(each.handle, active)


class _Reader:
    """Reads objects, reusing its buffers: there are hundreds of objects on a page."""

    def __init__(self, library: ctypes.CDLL, page_text: Handle) -> None:
        self._library = library
        self._page_text = page_text
        self._numbers = (ctypes.c_float * 6)()
        self._size = ctypes.c_float()
        self._rgba = (ctypes.c_uint * 4)()
        self._to_edges = [ctypes.byref(self._numbers, at * ctypes.sizeof(ctypes.c_float)) for at in range(4)]
        self._to_size = ctypes.byref(self._size)
        self._to_rgba = [ctypes.byref(self._rgba, at * ctypes.sizeof(ctypes.c_uint)) for at in range(4)]

    def objects_of_page(self, page: Handle) -> Iterator[PageObject]:
        """Yield the objects of a page."""
        get = self._library.FPDFPage_GetObject
        for index in range(self._library.FPDFPage_CountObjects(page)):
            handle = Handle(get(page, index))
            kind = self._library.FPDFPageObj_GetType(handle)
            box = self._box(handle)
            if kind == TEXT:
                if not (is_flat(box) and self._is_blank(handle)):
                    yield PageObject(handle, kind, box, self._text_colour(handle))
            else:
                yield PageObject(handle, kind, box)
            if kind == _FORM:
                yield from self._in_group(handle, ())

    def _is_blank(self, text: Handle) -> bool:
        """Return whether a text has no characters that machines read."""
        return bool(self._library.FPDFTextObj_GetText(text, self._page_text, None, 0) <= _NO_TEXT)

    def _in_group(self, group: Handle, outer: tuple[Matrix, ...]) -> Iterator[PageObject]:
        library = self._library
        count = library.FPDFFormObj_CountObjects(group)
        handles = [Handle(library.FPDFFormObj_GetObject(group, index)) for index in range(count)]
        kinds = [library.FPDFPageObj_GetType(handle) for handle in handles]
        if not {TEXT, _FORM}.intersection(kinds):
            return  # what it draws is behind or before texts as a whole; the boxes of gradients take long
        matrices = (self._matrix(group), *outer)
        for handle, kind in zip(handles, kinds, strict=True):
            yield PageObject(handle, kind, _transformed(self._box(handle), matrices))
            if kind == _FORM:
                yield from self._in_group(handle, matrices)

    def _text_colour(self, text: Handle) -> Colour | None:
        library = self._library
        is_simple = (
            library.FPDFTextObj_GetTextRenderMode(text) == _FILLED
            and not library.FPDFPageObj_HasTransparency(text)
            and library.FPDFClipPath_CountPaths(Handle(library.FPDFPageObj_GetClipPath(text))) <= 0
            and self._letter_size(text) >= _SMALLEST_PLAIN
        )
        if not (is_simple and library.FPDFPageObj_GetFillColor(text, *self._to_rgba)):
            return None
        red, green, blue, alpha = self._rgba[:]
        return (red, green, blue) if alpha == _OPAQUE and (red, green, blue) != _PATTERN else None

    def _letter_size(self, text: Handle) -> float:
        self._library.FPDFTextObj_GetFontSize(text, self._to_size)
        matrix = self._matrix(text)
        return self._size.value * min(math.hypot(*matrix[:2]), math.hypot(*matrix[2:4]))

    def _matrix(self, handle: Handle) -> Matrix:
        self._library.FPDFPageObj_GetMatrix(handle, self._numbers)
        a, b, c, d, e, f = self._numbers[:]
        return a, b, c, d, e, f

    def _box(self, handle: Handle) -> Box:
        self._library.FPDFPageObj_GetBounds(handle, *self._to_edges)
        left, bottom, right, top = self._numbers[:4]
        return left, bottom, right, top


def _transformed(box: Box, matrices: tuple[Matrix, ...]) -> Box:
    left, bottom, right, top = box
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
        (left, *_, right), (bottom, *_, top) = (sorted(values) for values in zip(*corners, strict=True))
    return left, bottom, right, top
