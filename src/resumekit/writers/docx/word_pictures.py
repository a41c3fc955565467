"""Pictures in the formats that Word displays."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Length

from resumekit.load import PictureDecodeError

if TYPE_CHECKING:
    from PIL.Image import Image

_WORD_FORMATS = {"PNG": "png", "JPEG": "jpeg"}
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
        """Return the height of the picture at a width."""
        return Length(width * self.height // self.width)


def picture_of(data: bytes, width: Length) -> Picture:
    """Return a picture for a printed width; a format that Word does not display becomes PNG.

    Raises:
        PictureDecodeError: the picture is damaged.
    """
    from PIL.Image import open as decoded

    try:
        with decoded(BytesIO(data)) as image:
            known = _WORD_FORMATS.get(image.format or "")
            return Picture(data, known, *image.size) if known else _as_png(image, width)
    except Exception as error:  # Pillow raises errors of any kind for a damaged file
        raise PictureDecodeError(str(error)) from None


def _as_png(image: Image, width: Length) -> Picture:
    pixels = round(width.inches * _PIXELS_PER_INCH)
    image.thumbnail((pixels, pixels * image.height // image.width))
    made = BytesIO()
    image.save(made, "PNG")
    return Picture(made.getvalue(), "png", *image.size)
