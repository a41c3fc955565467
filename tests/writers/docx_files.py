"""Word documents and pictures for tests."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from resumekit.typeset import Artifact

from .docx_reader import DocxReader
from .manuscripts import NOWHERE, artifacts_of, manuscript_of


def artifact_of(text: str, folder: Path = NOWHERE, theme: str = "modern") -> Artifact:
    """Write a résumé as a Word document."""
    (made,) = artifacts_of(manuscript_of(text, folder=folder, theme=theme), ["docx"])
    return made


def docx_of(text: str, folder: Path = NOWHERE, theme: str = "modern") -> DocxReader:
    """Write a résumé, and read it back."""
    return DocxReader(artifact_of(text, folder, theme).data)


def draw(path: Path, width: int = 60, height: int = 40, orientation: int = 0) -> None:
    """Draw a picture whose upper left corner is red, optionally with an EXIF orientation."""
    picture = Image.new("RGB", (width, height), "#1d4f91")
    picture.paste("#ff0000", (0, 0, width // 4, height // 4))
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(path, exif=exif if orientation else b"")
