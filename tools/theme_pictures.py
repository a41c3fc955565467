"""Draw the pictures of the built-in themes in README.md and docs/themes.md: `make gallery`.

Each picture is the first page of docs/images/sample.yaml in a theme, with few colours and a thin frame. Themes with a
denser or wider layout show more or less text. The same versions of PDFium and Pillow give the same bytes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from pictures import INK, TONE, Canvas
from resumekit.pipeline import BuildOptions, build
from resumekit.tailor import Edition
from resumekit.theming.discovery import builtin_themes

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SAMPLE = IMAGES / "sample.yaml"
VARIANTS = {"executive": "short", "compact": "whole"}
"""The variant of the sample for themes that do not show the `usual` amount of text."""

WITH_PHOTO = {"banner", "sidebar", "timeline", "web"}

DPI = 96
COLOURS = 128
FRAME = "#c9ced4"


def picture(theme: str) -> Image.Image:
    """Return the first page of the sample in a theme; there must be only one."""
    with tempfile.TemporaryDirectory() as folder:
        edition = Edition(variant=VARIANTS.get(theme, "usual"))
        photo = () if theme in WITH_PHOTO else ("theme.photo=none",)
        options = BuildOptions(theme, ("png",), Path(folder), photo, edition, dpi=DPI)
        (page,) = build(SAMPLE, options).files
        drawn = Image.open(page).convert("RGB")
    framed = ImageOps.expand(drawn, 1, FRAME)
    return framed.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def portrait() -> Canvas:
    """Draw the monogram A E, the portrait of a fictional person."""
    canvas = Canvas(600, 600)
    top, middle, foot, stroke = 176, 300, 424, 38
    canvas.line([(120, foot), (206, top), (292, foot)], INK, stroke)
    canvas.line([(156, 344), (256, 344)], INK, stroke)
    canvas.line([(464, top), (360, top), (360, foot), (464, foot)], TONE, stroke)
    canvas.line([(360, middle), (444, middle)], TONE, stroke)
    return canvas


def main(folder: Path) -> None:
    """Write the pictures of all built-in themes into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    portrait().save(IMAGES / "portrait.png")
    for theme in sorted(path.parent.name for path in builtin_themes().glob("*/theme.yaml")):
        picture(theme).save(folder / f"{theme}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES / "themes")
