"""The contrast of brightnesses, as WCAG 2.2 defines it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

_FLARE = 0.05
"""What WCAG adds to a luminance, for the light that a screen or paper reflects."""


@cache
def luminances() -> tuple[float, ...]:
    """Return the luminance of each brightness from 0 to 255 in sRGB, with the light that WCAG adds to all of them.

    The contrast of two brightnesses is the larger of these, divided by the smaller one: from 1 (none) to 21.
    """
    parts = (level / 255 for level in range(256))
    return tuple(_FLARE + (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part in parts)


def too_near(level: int, contrast: float) -> range:
    """Return the brightnesses that have less than a contrast with this one."""
    luminance = luminances()[level]
    return range(bisect_right(luminances(), luminance / contrast), bisect_left(luminances(), luminance * contrast))
