"""Word documents and pictures for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image

from resumekit.typeset import Artifact

from .docx_reader import DocxReader
from .manuscripts import NOWHERE, artifacts_of, manuscript_of


def artifact_of(
    text: str, folder: Path = NOWHERE, theme: str = "modern", options: Mapping[str, str] = MappingProxyType({})
) -> Artifact:
    """Write a résumé as a Word document."""
    edition = manuscript_of(text, folder=folder, theme=theme, options=options, is_page=False)
    (made,) = artifacts_of(edition, ["docx"])
    return made


def docx_of(text: str, folder: Path = NOWHERE, theme: str = "modern", **options: str) -> DocxReader:
    """Write a résumé, and read it back; underscores in the names of options stand for hyphens."""
    chosen = {name.replace("_", "-"): value for name, value in options.items()}
    return DocxReader(artifact_of(text, folder, theme, chosen).data)


def draw(path: Path, width: int = 60, height: int = 40, orientation: int = 0) -> None:
    """Draw a picture whose upper left corner is red, optionally with an EXIF orientation."""
    picture = Image.new("RGB", (width, height), "#1d4f91")
    picture.paste("#ff0000", (0, 0, width // 4, height // 4))
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(path, exif=exif if orientation else b"")
