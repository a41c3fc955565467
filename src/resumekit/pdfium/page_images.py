"""Images of the pages of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened, page_of

_POINTS_PER_INCH = 72
_BGR = 2  # FPDFBitmap_BGR: three bytes per pixel
_REVERSE_BYTE_ORDER = 0x10  # FPDF_REVERSE_BYTE_ORDER: red first
_WHITE = ctypes.c_ulong(0xFFFFFFFF)

_MAX_PIXELS = 100_000_000
"""The largest image; A2 at 300 dots per inch has a third of that."""


class TooManyPixels(Exception):
    """A page is too large for an image; the text is its size in pixels."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as an image: 8-bit RGB pixels, row by row from the top left."""

    width: int
    height: int
    pixels: bytes


def render_pages(data: bytes, dpi: int) -> Iterator[PageImage]:
    """Yield an image of each page on white paper; none where PDFium is missing or cannot open the PDF.

    Raises:
        TooManyPixels: a page is too large.
    """
    library = load_library()
    if library is None:
        return
    with opened(library, data) as document:
        for number in range(library.FPDF_GetPageCount(document) if document else 0):
            with page_of(library, document, number) as page:
                yield _render(library, page, dpi)


def _render(library: ctypes.CDLL, page: Handle, dpi: int) -> PageImage:
    width = round(library.FPDF_GetPageWidthF(page) * dpi / _POINTS_PER_INCH)
    height = round(library.FPDF_GetPageHeightF(page) * dpi / _POINTS_PER_INCH)
    if width * height > _MAX_PIXELS:
        raise TooManyPixels(f"{width} × {height} pixels")
    row = 3 * width
    pixels = ctypes.create_string_buffer(row * height)
    bitmap = Handle(library.FPDFBitmap_CreateEx(width, height, _BGR, pixels, row))
    try:
        library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _REVERSE_BYTE_ORDER)
    finally:
        library.FPDFBitmap_Destroy(bitmap)
    return PageImage(width, height, pixels.raw)
