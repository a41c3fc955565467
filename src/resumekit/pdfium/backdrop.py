"""What is behind the texts of a page: a small image of the page without them."""

from __future__ import annotations

import ctypes
from functools import cache

from .contrast import too_near
from .library import Handle
from .page_images import render_region
from .page_objects import TEXT, Box, Colour, PageObject, set_active

PLAIN_CONTRAST = 1.6
"""Text with this contrast to all that is behind it is plain to see."""

PAPER = 255
"""The brightness of a page on which nothing is painted."""

_DPI = 36
_PERCENT_OF_LIGHT = 30, 59, 11  # of red, green and blue, as PDFium does for a grey image


class Backdrop:
    """An image of a page without its texts."""

    def __init__(self, library: ctypes.CDLL, page: Handle, objects: list[PageObject]) -> None:
        texts = [each for each in objects if each.kind == TEXT]
        whole_page = 0.0, 0.0, library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)
        set_active(library, texts, active=False)
        try:
            self._samples, self._raster = render_region(library, page, whole_page, _DPI, in_colour=False)
        finally:
            set_active(library, texts, active=True)

    def contrasts_with(self, colour: Colour, box: Box) -> bool:
        """Whether a colour has a contrast with everything in a box."""
        samples, near = self._samples, _near(brightness(colour))
        return not any(1 in samples[start:end].translate(near) for start, end in self._raster.rows(box))


def contrasts_with_paper(colour: Colour) -> bool:
    """Whether text of this colour is plain to see on white paper."""
    return not _near(brightness(colour))[PAPER]


def brightness(colour: Colour) -> int:
    """Return the brightness of a colour, from 0 to 255, as in a grey image."""
    return sum(part * percent for part, percent in zip(colour, _PERCENT_OF_LIGHT, strict=True)) // 100


@cache
def _near(level: int) -> bytes:
    """Return a table of the brightnesses: 1 for each that has too little contrast with this one, 0 for the others."""
    near = too_near(level, PLAIN_CONTRAST)
    return bytes(each in near for each in range(256))
