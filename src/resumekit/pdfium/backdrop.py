"""What is behind the texts of a page: a small image of the page without them."""

from __future__ import annotations

import ctypes
from functools import cache

from .brightness import brightness, too_near
from .library import Handle
from .page_images import render_region
from .page_objects import TEXT, Box, Colour, PageObject, page_box, set_active

_DPI = 36


class Backdrop:
    """An image of a page without its texts."""

    def __init__(self, library: ctypes.CDLL, page: Handle, objects: list[PageObject]) -> None:
        texts = [each for each in objects if each.kind == TEXT]
        set_active(library, texts, active=False)
        try:
            self._samples, self._raster = render_region(library, page, page_box(library, page), _DPI, in_colour=False)
        finally:
            set_active(library, texts, active=True)

    def contrasts_with(self, colour: Colour, box: Box) -> bool:
        """Return whether text of a colour is plain to see against everything in a box."""
        samples, near = self._samples, _near(brightness(colour))
        return not any(1 in samples[start:end].translate(near) for start, end in self._raster.rows(box))


@cache
def _near(level: int) -> bytes:
    """Return a table of the brightnesses: 1 for each that is too close to this one, 0 for the others."""
    return bytes(each in too_near(level) for each in range(256))
