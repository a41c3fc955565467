"""The contrast of a text with what is behind it, as WCAG 2.2 defines it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from .page_objects import Colour

PLAIN_CONTRAST = 1.6
"""Text with this contrast to all that is behind it is plain to see."""

_PAPER = 255
"""The brightness of a page on which nothing is painted."""

_PERCENT_OF_LIGHT = 30, 59, 11  # of red, green and blue, as PDFium does for a grey image

_FLARE = 0.05
"""What WCAG adds to a luminance, for the light that a screen or paper reflects."""


def contrasts_with_paper(colour: Colour) -> bool:
    """Return whether text of this colour is plain to see on white paper."""
    return _PAPER not in too_near(brightness(colour))


def brightness(colour: Colour) -> int:
    """Return the brightness of a colour, from 0 to 255, as in a grey image."""
    return sum(part * percent for part, percent in zip(colour, _PERCENT_OF_LIGHT, strict=True)) // 100


@cache
def too_near(level: int) -> range:
    """Return the brightnesses of backgrounds on which text of this brightness is not plain to see."""
    luminance = luminances()[level]
    darkest, brightest = luminance / PLAIN_CONTRAST, luminance * PLAIN_CONTRAST
    return range(bisect_right(luminances(), darkest), bisect_left(luminances(), brightest))


@cache
def luminances() -> tuple[float, ...]:
    """Return the luminance of each brightness from 0 to 255 in sRGB, with the light that WCAG adds to all of them.

    The contrast of two brightnesses is the larger of these, divided by the smaller one: from 1 (none) to 21.
    """
    parts = (level / 255 for level in range(256))
    return tuple(_FLARE + (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part in parts)
