"""Fonts for tests: a bundled font under another name, with other widths or additional characters."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from fontTools.ttLib import TTFont

from resumekit.typeset import Artifact
from resumekit.typeset.folders import BUNDLED_FONTS

_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16


def make_font(path: Path, *, family: str = "Inter", stretch: float = 1, draws: str = "", revision: float = 4.0) -> Path:
    """Write a font: its characters are `stretch` times as wide as the bundled ones, and it has those in `draws` too."""
    font = TTFont(BUNDLED_FONTS / "inter" / "Inter-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in {_FAMILY, _FULL, _TYPOGRAPHIC_FAMILY}:
            record.string = family
        elif record.nameID == _POSTSCRIPT:
            record.string = family.replace(" ", "")
    metrics = font["hmtx"].metrics
    font["hmtx"].metrics = {glyph: (round(width * stretch), left) for glyph, (width, left) in metrics.items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({ord(character): table.cmap[ord("A")] for character in draws})
    font["head"].fontRevision = revision
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def width_of(artifact: Artifact) -> int:
    """Return the width of the first line of a page in points."""
    document = pdfium.PdfDocument(artifact.data)
    try:
        text = document[0].get_textpage()
        first_line = text.get_text_range().splitlines()[0]
        boxes = [text.get_charbox(index) for index in range(len(first_line))]
        width: float = max(box[2] for box in boxes) - min(box[0] for box in boxes)
        return round(width)
    finally:
        document.close()


def families_of(artifact: Artifact) -> set[str]:
    """Return the families of the fonts in a PDF."""
    with pikepdf.open(io.BytesIO(artifact.data)) as pdf:
        return {
            str(item.FontFamily)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/FontFamily" in item
        }
