"""The shapes of the photo, for formats without style sheets."""

from __future__ import annotations

PHOTO_FOCUS = 0.28
"""The part of what is cropped from the height of a photo that is cropped at its top, as in `base.css`."""

CORNERS = {"rounded": 0.08, "round": 0.5}
"""The radius of the corners, as a part of the width."""

_PASSPORT = (35, 45)


def photo_shape(option: str) -> tuple[int, int]:
    """Return the proportion of width to height for a value of the option `photo`."""
    return _PASSPORT if option == "passport" else (1, 1)
