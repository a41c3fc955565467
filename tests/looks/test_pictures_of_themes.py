"""Every theme looks as it did when it was last reviewed: images of whole pages, compared with some tolerance.

`pytest --accept tests/looks` accepts the current pages; review them before you commit.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from resumekit.load import load
from resumekit.pdfium import render_pages
from resumekit.pipeline import BuildOptions, page_request, plan, prepare
from resumekit.tailor import Edition
from resumekit.typeset import typeset
from theming.themes import BUILT_IN

from .likeness import are_alike, comparison, is_blank

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "docs" / "images" / "sample.yaml"
PICTURES = Path(__file__).parent / "pictures"
FAILURES = ROOT / ".cache" / "looks"
TODAY = date(2026, 1, 1)
DPI = 100
COLOURS = 128
MAX_BYTES = 2_000_000
"""The size limit of all images together."""


@cache
def pages_in(theme: str) -> tuple[Image.Image, ...]:
    """Return the sample's pages in a theme."""
    planned = next(plan(load(SAMPLE), Edition(variant="whole"), every=False, today=TODAY))
    job = next(prepare(planned, BuildOptions(theme=theme), theme, TODAY))
    pdf = typeset(page_request(job.content))
    pages = render_pages(pdf.data, DPI)
    return tuple(Image.frombytes("RGB", (page.width, page.height), page.pixels) for page in pages)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_a_theme_looks_as_it_did(theme: str, request: pytest.FixtureRequest) -> None:
    pages = pages_in(theme)
    paths = [PICTURES / f"{theme}-{number}.png" for number in range(1, len(pages) + 1)]
    if request.config.getoption("--accept"):
        for path, page in zip(paths, pages, strict=True):
            _accept(path, page)
    assert sorted(PICTURES.glob(f"{theme}-*.png")) == paths, "the number of pages has changed"
    odd = [_shown(path, page) for path, page in zip(paths, pages, strict=True) if not _is_as_in(path, page)]
    assert not odd, "review them; if they are right, run `pytest --accept tests/looks`"


def _is_as_in(path: Path, page: Image.Image) -> bool:
    with Image.open(path) as wanted:
        return are_alike(page, wanted)


def _accept(path: Path, page: Image.Image) -> None:
    """Save a page; if it looks the same, keep the existing file byte for byte."""
    if not (path.is_file() and _is_as_in(path, page)):
        page.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def _shown(path: Path, page: Image.Image) -> Path:
    FAILURES.mkdir(parents=True, exist_ok=True)
    with Image.open(path) as wanted:
        comparison(page, wanted).save(FAILURES / path.name)
    return FAILURES / path.name


def test_the_images_are_of_built_in_themes_and_not_blank() -> None:
    paths = sorted(PICTURES.iterdir())
    assert {path.stem.rpartition("-")[0] for path in paths} == set(BUILT_IN)
    assert sum(path.stat().st_size for path in paths) < MAX_BYTES
    for path in paths:
        with Image.open(path) as picture:
            assert not is_blank(picture)
