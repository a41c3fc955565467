"""Every theme looks as it did when a person looked at it last: pictures of whole pages, and what may differ in them.

`pytest --accept tests/looks` takes the pages as they are now; look at them before you commit.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from resumekit.load import load
from resumekit.pdfium import draw_pages
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
ENOUGH = 2_000_000
"""Bytes that all pictures together may take."""


@cache
def pages_in(theme: str) -> tuple[Image.Image, ...]:
    """Return the sample's pages in a theme."""
    planned = next(plan(load(SAMPLE), Edition(variant="whole"), every=False, today=TODAY))
    prepared = next(prepare(planned, BuildOptions(theme=theme), theme, TODAY))
    pdf = typeset(page_request(prepared.content))
    pages = draw_pages(pdf.data, DPI)
    return tuple(Image.frombytes("RGB", (page.width, page.height), page.pixels) for page in pages)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_a_theme_looks_as_it_did(theme: str, request: pytest.FixtureRequest) -> None:
    pages = pages_in(theme)
    paths = [PICTURES / f"{theme}-{number}.png" for number in range(1, len(pages) + 1)]
    if request.config.getoption("--accept"):
        for path, page in zip(paths, pages, strict=True):
            _accept(path, page)
    assert sorted(PICTURES.glob(f"{theme}-*.png")) == paths, "there are more pages or fewer"
    odd = [_shown(path, page) for path, page in zip(paths, pages, strict=True) if not _is_as_in(path, page)]
    assert not odd, "look at them; where all is well, `pytest --accept tests/looks`"


def _is_as_in(path: Path, page: Image.Image) -> bool:
    with Image.open(path) as wanted:
        return are_alike(page, wanted)


def _accept(path: Path, page: Image.Image) -> None:
    """Keep a page; one that looks the same stays as it is, byte for byte."""
    if not (path.is_file() and _is_as_in(path, page)):
        page.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def _shown(path: Path, page: Image.Image) -> Path:
    FAILURES.mkdir(parents=True, exist_ok=True)
    with Image.open(path) as wanted:
        comparison(page, wanted).save(FAILURES / path.name)
    return FAILURES / path.name


def test_there_are_pictures_of_built_in_themes_alone_and_none_is_empty() -> None:
    paths = sorted(PICTURES.iterdir())
    assert {path.stem.rpartition("-")[0] for path in paths} == set(BUILT_IN)
    assert sum(path.stat().st_size for path in paths) < ENOUGH
    for path in paths:
        with Image.open(path) as picture:
            assert not is_blank(picture)
