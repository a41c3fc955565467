"""Brightnesses, as in a grey image, and which of them can be told apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from resumekit.contrast import FLARE, luminance

from .page_objects import Colour

PLAIN_CONTRAST = 1.6
"""Text with this contrast to all that is behind it is plain to see."""

_PAPER = 255
"""The brightness of a page on which nothing is painted."""

_PERCENT_OF_LIGHT = 30, 59, 11  # of red, green and blue, as PDFium does for a grey image


def contrasts_with_paper(colour: Colour) -> bool:
    """Return whether text of this colour is plain to see on white paper."""
    return _PAPER not in too_near(brightness(colour))


def brightness(colour: Colour) -> int:
    """Return the brightness of a colour, from 0 to 255, as in a grey image."""
    return sum(part * percent for part, percent in zip(colour, _PERCENT_OF_LIGHT, strict=True)) // 100


@cache
def too_near(level: int) -> range:
    """Return the brightnesses of backgrounds on which text of this brightness is not plain to see."""
    light = luminances()[level]
    darkest, brightest = light / PLAIN_CONTRAST, light * PLAIN_CONTRAST
    return range(bisect_right(luminances(), darkest), bisect_left(luminances(), brightest))


@cache
def luminances() -> tuple[float, ...]:
    """Return the luminance of each brightness from 0 to 255, with the light that is reflected by all of them.

    The contrast of two brightnesses is the larger of these, divided by the smaller one.
    """
    return tuple(luminance((level / 255,) * 3) + FLARE for level in range(256))
