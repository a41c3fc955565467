"""LaTeX: the document and the pictures it shows."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.addresses import picture_address
from resumekit.present import picture_files
from resumekit.theming import render_tex, shared_option
from resumekit.theming.photo_shapes import CORNERS, PHOTO_FOCUS
from resumekit.typeset import Artifact, Folders
from resumekit.typeset.folders import Refused

from .prepared_edition import PreparedEdition

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDEST = 1200
"""Pixels: 100 mm at 300 dpi, wider than any theme shows pictures."""

_WIDEST_PHOTO = 600
"""Pixels, likewise for 50 mm, the widest photo that a design allows."""

_QUALITY = 90


@dataclass(frozen=True, slots=True)
class LatexFiles:
    """A document, its pictures by file name, and the URLs of those that may not be read."""

    text: str
    pictures: dict[str, bytes]
    refused: tuple[str, ...]


def write(edition: PreparedEdition) -> Iterator[Artifact]:
    """Yield the document and its pictures; it compiles in the folder they are written to."""
    files = latex_files(edition)
    yield Artifact("tex", files.text.encode("utf-8"), refused=files.refused)
    for name, data in files.pictures.items():
        yield Artifact("tex", data, name=name)


def latex_files(edition: PreparedEdition) -> LatexFiles:
    """Return everything that an engine needs except the fonts."""
    names: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    refused = []
    shown_at = Counter(picture_files(edition.view))
    photo = edition.view.photo
    for file, times in shown_at.items():
        is_shaped = photo is not None and (file, times, photo.width) == (photo.file, 1, "")
        corners = CORNERS.get(str(shared_option(edition.design, "photo")), 0) if is_shaped else 0
        try:
            names[file], data = _picture(file, edition.folders, corners)
            pictures[names[file]] = data
        except Refused:
            refused.append(picture_address(file))
    text = render_tex(edition.view, edition.design, names)
    shown = {name: data for name, data in pictures.items() if name in text}
    return LatexFiles(text, shown, tuple(refused))


def _picture(file: str, folders: Folders, corners: float) -> tuple[str, bytes]:
    """Return a picture's file name, safe for every engine, and the picture in a form that every engine can show.

    TeX cannot cut off `corners`, the radius as a part of the width, so they are transparent.

    The name holds a digest of the content, so that two résumés in one folder cannot take each other's photo.

    Raises:
        Refused: the file may not be read, or is not a picture.
    """
    data, kind = _encoded(folders.picture(file), file, corners)
    called = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower())[:40].strip("-") or "picture"
    return f"pictures/{called}-{hashlib.sha256(data).hexdigest()[:8]}.{kind}", data


def _encoded(data: bytes, file: str, corners: float) -> tuple[bytes, str]:
    """Return a picture upright and without metadata, as PNG or JPEG."""
    from PIL import ImageOps
    from PIL.Image import open as picture_of

    made = BytesIO()
    try:
        with picture_of(BytesIO(data)) as picture:
            is_photo = picture.format == "JPEG" and not corners
            shown = ImageOps.exif_transpose(picture).convert("RGB" if is_photo else "RGBA")
    except Exception as error:  # Pillow raises errors of any kind for a damaged file
        raise Refused(f"{file}: {error}") from None
    if corners:
        shown = _rounded(shown, corners)
    shown.thumbnail((_WIDEST, _WIDEST))
    shown.info.clear()
    if is_photo:
        shown.save(made, "JPEG", quality=_QUALITY)
    else:
        shown.save(made, "PNG")
    return made.getvalue(), "jpg" if is_photo else "png"


def _rounded(photo: Image, corners: float) -> Image:
    """Return a square part of a photo, around a face, with round corners."""
    from PIL import ImageChops, ImageDraw
    from PIL.Image import Resampling, new

    side = min(photo.size)
    left, top = (photo.width - side) // 2, round((photo.height - side) * PHOTO_FOCUS)
    cut = photo.crop((left, top, left + side, top + side))
    cut.thumbnail((_WIDEST_PHOTO, _WIDEST_PHOTO))
    fine = 4 * cut.width
    mask = new("L", (fine, fine))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, fine - 1, fine - 1), corners * fine, 255)
    cut.putalpha(ImageChops.multiply(cut.getchannel("A"), mask.resize(cut.size, Resampling.BOX)))
    return cut
