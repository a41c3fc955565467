"""How the pages of a PDF look."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened, page_of

_POINTS_PER_INCH = 72
_THREE_BYTES_A_PIXEL = 2  # FPDFBitmap_BGR
_RED_FIRST = 0x10  # FPDF_REVERSE_BYTE_ORDER
_WHITE = ctypes.c_ulong(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page in pixels: red, green and blue of each, from the top left, row by row."""

    width: int
    height: int
    pixels: bytes


def draw_pages(data: bytes, dpi: int) -> Iterator[Drawing]:
    """Yield each page of a PDF on white paper; nothing where PDFium is missing or cannot open it."""
    library = load_library()
    if library is None:
        return
    with opened(library, data) as document:
        for number in range(library.FPDF_GetPageCount(document) if document else 0):
            with page_of(library, document, number) as page:
                yield _draw(library, page, dpi)


def _draw(library: ctypes.CDLL, page: Handle, dpi: int) -> Drawing:
    width = round(library.FPDF_GetPageWidthF(page) * dpi / _POINTS_PER_INCH)
    height = round(library.FPDF_GetPageHeightF(page) * dpi / _POINTS_PER_INCH)
    row = 3 * width
    pixels = ctypes.create_string_buffer(row * height)
    bitmap = Handle(library.FPDFBitmap_CreateEx(width, height, _THREE_BYTES_A_PIXEL, pixels, row))
    try:
        library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _RED_FIRST)
    finally:
        library.FPDFBitmap_Destroy(bitmap)
    return Drawing(width, height, pixels.raw)
