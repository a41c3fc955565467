"""Images of the pages of a PDF."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened, page_of
from .page_objects import Box, page_box

_POINTS_PER_INCH = 72
_GREY = 1  # FPDFBitmap_Gray: one byte per pixel
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


@dataclass(frozen=True, slots=True)
class Raster:
    """The pixels of a region of a page: points from the origin of the page become samples from the top left."""

    left: float
    top: float
    scale: float
    width: int
    height: int
    samples_per_pixel: int

    @property
    def stride(self) -> int:
        """The number of samples in a line of pixels."""
        return self.width * self.samples_per_pixel

    def columns(self, left: float, right: float) -> tuple[int, int]:
        """Return the first sample of a line between two places on the page, and the one after the last."""
        first, last = _pixels((left - self.left) * self.scale, (right - self.left) * self.scale, self.width)
        return first * self.samples_per_pixel, last * self.samples_per_pixel

    def lines(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the first line of pixels between two places on the page, and the one after the last."""
        return _pixels((self.top - top) * self.scale, (self.top - bottom) * self.scale, self.height)

    def rows(self, box: Box) -> list[tuple[int, int]]:
        """Return where each row of samples in a box (left, bottom, right, top) begins and ends, from the top."""
        left, right = self.columns(box[0], box[2])
        top, bottom = self.lines(box[3], box[1])
        return [(line * self.stride + left, line * self.stride + right) for line in range(top, bottom)]


def _pixels(start: float, end: float, size: int) -> tuple[int, int]:
    """Return the pixels that a length touches, at least one if there are any."""
    first = min(max(0, int(start)), size)
    return first, min(max(first + 1, math.ceil(end)), size)


def render_region(
    library: ctypes.CDLL, page: Handle, region: Box, dpi: int, *, in_colour: bool
) -> tuple[bytes, Raster]:
    """Return the samples of a region of a page (left, bottom, right, top) on white paper."""
    scale = dpi / _POINTS_PER_INCH
    page_left, page_bottom, page_right, page_top = page_box(library, page)
    left, right = max(page_left, region[0]) - page_left, min(page_right, region[2]) - page_left
    top, bottom = page_top - min(page_top, region[3]), page_top - max(page_bottom, region[1])
    x, y = math.floor(left * scale), math.floor(top * scale)
    width, height = max(1, math.ceil(right * scale) - x), max(1, math.ceil(bottom * scale) - y)
    raster = Raster(page_left + x / scale, page_top - y / scale, scale, width, height, 3 if in_colour else 1)
    whole = round((page_right - page_left) * scale), round((page_top - page_bottom) * scale)
    return _paint(library, page, _BGR if in_colour else _GREY, (width, height), (-x, -y), whole), raster


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
    size = width, height
    return PageImage(*size, _paint(library, page, _BGR, size, (0, 0), size, _REVERSE_BYTE_ORDER))


def _paint(
    library: ctypes.CDLL,
    page: Handle,
    layout: int,
    size: tuple[int, int],
    origin: tuple[int, int],
    whole: tuple[int, int],
    flags: int = 0,
) -> bytes:
    """Paint a page, scaled to `whole` pixels, onto a bitmap of this `size`, with its corner at `origin`."""
    width, height = size
    row = width * (3 if layout == _BGR else 1)
    pixels = ctypes.create_string_buffer(row * height)
    bitmap = Handle(library.FPDFBitmap_CreateEx(width, height, layout, pixels, row))
    try:
        library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        library.FPDF_RenderPageBitmap(bitmap, page, *origin, *whole, 0, flags)
    finally:
        library.FPDFBitmap_Destroy(bitmap)
    return pixels.raw
