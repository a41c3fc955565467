"""LaTeX: the document and the pictures it shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from resumekit.addresses import picture_address
from resumekit.present import picture_files
from resumekit.theming import render_tex
from resumekit.typeset import Artifact, Folders
from resumekit.typeset.folders import Refused

from .prepared_edition import PreparedEdition

_WIDEST = 1200
"""Pixels: 100 mm at 300 dpi, wider than any theme shows pictures."""

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
    for file in dict.fromkeys(picture_files(edition.view)):
        try:
            names[file], data = _picture(file, edition.folders)
            pictures[names[file]] = data
        except Refused:
            refused.append(picture_address(file))
    text = render_tex(edition.view, edition.design, names)
    shown = {name: data for name, data in pictures.items() if name in text}
    return LatexFiles(text, shown, tuple(refused))


def _picture(file: str, folders: Folders) -> tuple[str, bytes]:
    """Return a picture's file name, safe for every engine, and the picture in a form that every engine can show.

    The name holds a digest of the content, so that two résumés in one folder cannot take each other's photo.

    Raises:
        Refused: the file may not be read, or is not a picture.
    """
    data, kind = _encoded(folders.picture(file), file)
    called = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower())[:40].strip("-") or "picture"
    return f"pictures/{called}-{hashlib.sha256(data).hexdigest()[:8]}.{kind}", data


def _encoded(data: bytes, file: str) -> tuple[bytes, str]:
    """Return a picture upright and without metadata, as PNG or JPEG."""
    from PIL import ImageOps
    from PIL.Image import open as picture_of

    made = BytesIO()
    try:
        with picture_of(BytesIO(data)) as picture:
            is_photo = picture.format == "JPEG"
            shown = ImageOps.exif_transpose(picture).convert("RGB" if is_photo else "RGBA")
    except Exception as error:  # Pillow raises errors of any kind for a damaged file
        raise Refused(f"{file}: {error}") from None
    shown.thumbnail((_WIDEST, _WIDEST))
    shown.info.clear()
    if is_photo:
        shown.save(made, "JPEG", quality=_QUALITY)
    else:
        shown.save(made, "PNG")
    return made.getvalue(), "jpg" if is_photo else "png"
