"""What a text adds to the image of a page: the pixels that differ visibly without it."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from functools import cache

from .brightness import luminances
from .library import Handle
from .page_images import Raster, render_region
from .page_objects import Box, PageObject, set_active

LEAST_CONTRAST = 1.3
"""Text with less contrast cannot be seen; 1 is none. Between this and its square root, rounding decides."""

_LEAST_CONTRAST_OF_BLUE = 4.0
"""The same for blue alone, which eyes see far less sharply than red and green."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A part of a page, with 1 for each sample that differs visibly, and 0 for the others."""

    raster: Raster
    samples: bytes

    def count(self, box: Box) -> int:
        """Return how much ink is in a box."""
        return sum(self.samples.count(1, start, end) for start, end in self.raster.rows(box))

    def is_in_any(self, rows: list[tuple[int, int]]) -> bool:
        """Return whether any of these rows has ink."""
        return any(self.samples.find(1, start, end) >= 0 for start, end in rows)


def ink_of(
    library: ctypes.CDLL, page: Handle, texts: list[PageObject], region: Box, dpi: int, *, in_colour: bool
) -> Ink:
    """Return the ink of texts that are active now, in a region of their page."""
    with_them, raster = render_region(library, page, region, dpi, in_colour=in_colour)
    set_active(library, texts, active=False)
    try:
        without_them, _ = render_region(library, page, region, dpi, in_colour=in_colour)
    finally:
        set_active(library, texts, active=True)
    return Ink(raster, _visible_difference(with_them, without_them, in_colour=in_colour))


def _visible_difference(one: bytes, other: bytes, *, in_colour: bool) -> bytes:
    """Compare two images sample by sample, without a loop in Python."""
    return _xor(_steps_of(one, in_colour=in_colour), _steps_of(other, in_colour=in_colour)).translate(_differ())


def _steps_of(samples: bytes, *, in_colour: bool) -> bytes:
    steps = bytearray(samples.translate(_steps(LEAST_CONTRAST)))
    if in_colour:
        steps[::3] = samples[::3].translate(_steps(_LEAST_CONTRAST_OF_BLUE))  # blue is the first of three
    return bytes(steps)


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))


@cache
def _steps(least_contrast: float) -> bytes:
    """Return a table of each brightness: its steps on two scales.

    A step is the least contrast. The scales are offset by half a step: brightnesses a step apart differ on both, and
    those less than half a step apart on at most one.
    """
    steps = []
    for light in luminances():
        step = math.log(light / luminances()[0], least_contrast)
        steps.append(int(step) << 4 | int(step + 0.5))
    return bytes(steps)


@cache
def _differ() -> bytes:
    """Return a table of the differences of steps on two scales: whether they differ on both."""
    return bytes(bool(both >> 4 and both & 15) for both in range(256))
