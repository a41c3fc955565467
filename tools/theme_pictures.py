"""Draw the pictures of the built-in themes in README.md and docs/themes.md: `make gallery`.

Each picture is the first page of docs/images/sample.yaml in a theme, with few colours and a thin frame. Themes with a
denser or wider layout show more or less text, forms a résumé in their own language, and `academic` its second page too.
The same versions of PDFium and Pillow give the same bytes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from pictures import INK, TONE, Canvas
from resumekit.pipeline import BuildOptions, build
from resumekit.tailor import Edition
from resumekit.theming.discovery import builtin_themes

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SAMPLE = IMAGES / "sample.yaml"
FORMS = Path(__file__).parents[1] / "tests" / "theming" / "resumes"
SAMPLES = {name: FORMS / f"{name}.yaml" for name in ("lebenslauf", "rirekisho")}
VARIANTS = {"executive": "short", "compact": "whole", "academic": "whole"}
"""The variant of the sample for themes that do not show the `usual` amount of text."""

PAGES = {"academic": 2}
"""The number of pages to show, if more than one."""

WITH_PHOTO = {"banner", "sidebar", "timeline", "web"}

DPI = 96
COLOURS = 128
FRAME = "#c9ced4"


def pictures(theme: str) -> Iterator[Image.Image]:
    """Yield the pages of the sample in a theme."""
    with tempfile.TemporaryDirectory() as folder:
        edition = Edition() if theme in SAMPLES else Edition(variant=VARIANTS.get(theme, "usual"))
        photo = () if theme in WITH_PHOTO else ("theme.photo=none",)
        options = BuildOptions(theme, ("png",), Path(folder), photo, edition, dpi=DPI)
        for page in build(SAMPLES.get(theme, SAMPLE), options).files:
            framed = ImageOps.expand(Image.open(page).convert("RGB"), 1, FRAME)
            yield framed.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


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
        for number, picture in zip(range(1, PAGES.get(theme, 1) + 1), pictures(theme), strict=False):
            picture.save(folder / (f"{theme}.png" if number == 1 else f"{theme}-{number}.png"), optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES / "themes")
