"""The comparison of pages: it notices what a person would, and ignores anti-aliasing."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pytest
from PIL import Image, ImageChops

from resumekit.pdfium import render_pages
from typeset.builds import set_html

from .likeness import are_alike, comparison, odd_tiles

DPI = 100
WORDS = "Engineer with ten years in storage and streaming, who likes small interfaces and honest measurements."
PAGE = f"""
<style>@page {{ size: A5; margin: 20mm }}
body {{ font: 9.5pt/1.4 Inter }} h2 {{ color: #1d4f91; font-size: 12pt }}</style>
<h2>Experience</h2><p>{WORDS}</p><p id=moving>Led the group of nine</p><p>{WORDS}</p>
"""


@cache
def drawn(html: str = PAGE, dpi: int = DPI) -> Image.Image:
    (page,) = render_pages(set_html(html).data, dpi)
    return Image.frombytes("RGB", (page.width, page.height), page.pixels)


def test_a_page_equals_itself() -> None:
    assert odd_tiles(drawn(), drawn()) == []


@pytest.mark.parametrize(
    "smoothed",
    [
        lambda: drawn(PAGE, 4 * DPI).resize(drawn().size, Image.Resampling.LANCZOS),
        lambda: drawn(PAGE, 2 * DPI).resize(drawn().size, Image.Resampling.BOX),
        lambda: drawn().quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE),
    ],
    ids=["from a large picture", "from one of twice the size", "in few colours"],
)
def test_anti_aliasing_makes_no_difference(smoothed: Callable[[], Image.Image]) -> None:
    assert are_alike(smoothed(), drawn())
    assert ImageChops.difference(smoothed().convert("RGB"), drawn()).getbbox()


@pytest.mark.parametrize(
    "style",
    [
        "#moving { margin-top: calc(1em + 0.6mm) }",
        "#moving { position: relative; top: 0.6mm }",
        "#moving { margin-left: 1mm }",
        "#moving { visibility: hidden }",
        "#moving { font-weight: 700 }",
        "#moving { color: #8a8a8a }",
        "#moving { letter-spacing: 0.05em }",
        "h2 { color: #a01c1c }",
        "h2 { border-bottom: 0.6pt solid #1d4f91 }",
        "body { font-family: 'Source Sans 3' }",
        "@page { background: #f1f4f8 }",
    ],
)
def test_a_visible_change_is_noticed(style: str) -> None:
    assert not are_alike(drawn(f"{PAGE}<style>{style}</style>"), drawn())


def test_a_page_of_another_size_is_another_page() -> None:
    assert not are_alike(drawn(PAGE, DPI + 1), drawn())


def test_the_comparison_shows_where() -> None:
    other = drawn(f"{PAGE}<style>#moving {{ visibility: hidden }}</style>")
    sheet = comparison(other, drawn())
    assert sheet.size == (3 * other.width + 20, other.height)
    marked = sheet.crop((2 * other.width + 20, 0, sheet.width, sheet.height))
    file = io.BytesIO()
    marked.save(file, "PNG")
    x, y = odd_tiles(other, drawn())[0]
    assert marked.getpixel((x, y)) == (212, 0, 42)
    assert marked.getpixel((0, 0)) != (212, 0, 42)
