"""LaTeX: the document, and beside it the pictures that it shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from resumekit.present.view import PictureView
from resumekit.theming import render_tex
from resumekit.typeset import Artifact, Folders
from resumekit.typeset.folders import Refused

from .manuscript import Manuscript

_WIDEST = 1200
"""In pixels: 100 mm at 300 to the inch, wider than any theme shows pictures."""

_QUALITY = 90


@dataclass(frozen=True, slots=True)
class LatexFiles:
    """A document, its pictures by their names beside it, and the addresses of those that may not be read."""

    text: str
    pictures: dict[str, bytes]
    refused: tuple[str, ...]


def write(manuscript: Manuscript) -> Iterator[Artifact]:
    """Yield the document and its pictures, which compile in the folder that they are written to."""
    files = latex_files(manuscript)
    yield Artifact("tex", files.text.encode("utf-8"), refused=files.refused)
    for name, data in files.pictures.items():
        yield Artifact("tex", data, name=name)


def latex_files(manuscript: Manuscript) -> LatexFiles:
    """Return all that an engine needs, but for the fonts."""
    names: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    refused = []
    for file in dict.fromkeys(_files_in(manuscript.view)):
        try:
            names[file], data = _picture(file, manuscript.folders)
            pictures[names[file]] = data
        except Refused:
            refused.append(manuscript.folders.address_of(file))
    return LatexFiles(render_tex(manuscript.view, manuscript.design, names), pictures, tuple(refused))


def _files_in(part: Any) -> Iterable[str]:
    """Yield the file of each picture in a view."""
    if isinstance(part, PictureView):
        yield part.file
    elif isinstance(part, tuple):
        for item in part:
            yield from _files_in(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _files_in(getattr(part, field.name))


def _picture(file: str, folders: Folders) -> tuple[str, bytes]:
    """Return a picture as all engines can show it, and its name, which no engine takes for anything else.

    The name holds what tells one content from another, so that no two résumés in one folder take each other's photo.

    Raises:
        Refused: the file may not be read, or is no picture.
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
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused(f"{file}: {error}") from None
    shown.thumbnail((_WIDEST, _WIDEST))
    shown.info.clear()
    if is_photo:
        shown.save(made, "JPEG", quality=_QUALITY)
    else:
        shown.save(made, "PNG")
    return made.getvalue(), "jpg" if is_photo else "png"
