"""Pictures: as a document of Word can hold them, in a line of their own or beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Length

if TYPE_CHECKING:
    from PIL.Image import Image

_SHOWN_BY_WORD = {"PNG": "png", "JPEG": "jpeg"}
_PIXELS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a PNG or JPEG file, and its size in pixels."""

    data: bytes
    format: str
    width: int
    height: int

    @property
    def media_type(self) -> str:
        """The format as in `image/png`."""
        return f"image/{self.format}"

    def height_at(self, width: Length) -> Length:
        """Return how high the picture is where it is that wide."""
        return Length(width * self.height // self.width)


def picture_of(data: bytes, width: Length) -> Picture:
    """Return a picture for a width on paper. What Word does not show becomes a PNG."""
    from PIL.Image import open as decoded

    with decoded(BytesIO(data)) as image:
        known = _SHOWN_BY_WORD.get(image.format or "")
        if known:
            return Picture(data, known, *image.size)
        return _as_png(image, width)


def _as_png(image: Image, width: Length) -> Picture:
    pixels = round(width.inches * _PIXELS_PER_INCH)
    image.thumbnail((pixels, pixels * image.height // image.width))
    made = BytesIO()
    image.save(made, "PNG")
    return Picture(made.getvalue(), "png", *image.size)
