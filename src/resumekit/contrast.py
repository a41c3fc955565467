"""The contrast of colours, as WCAG 2.2 defines it."""

from __future__ import annotations

Channels = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""

FLARE = 0.05
"""What is added to each luminance, for the light that a screen or paper reflects."""


def contrast(one: Channels, other: Channels) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + FLARE) / (dark + FLARE)


def luminance(channels: Channels) -> float:
    """Return the luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
