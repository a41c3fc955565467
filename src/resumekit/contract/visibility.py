"""Visibility: text is on the page, not covered, and has enough contrast with its background.

The background is sampled from an image of the page, so it does not matter how it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resumekit.contrast import Channels
from resumekit.contrast import contrast as contrast_of
from resumekit.pdfium import PageImage

from .boxes import TextRun, selector_of
from .finding import Finding
from .sample_render import SampleRender

MIN_CONTRAST = 4.5
"""The contrast that WCAG 2.2 requires of text (1.4.3, AA)."""

_NO_CONTRAST = 1.5
_SOME_INK = 0.3
"""How close to the text colour at least one pixel has to be, from 0 (background) to 1; thin letters never reach 1."""

_OVERHANG = 1.0
"""The most CSS pixels that text may extend past an edge: the space after a list marker, the overhang of a glyph."""

_HINTS: Mapping[str, str] = {
    "hidden-text": "make it visible; remove it only if it is not part of the résumé",
    "page-too-complex": "draw fewer shapes on and behind text",
}


def hidden_text(render: SampleRender) -> Iterator[Finding]:
    """Find text that is invisible, or hard to see, first by its box, then as a build does."""
    if render.sample.name == "order":
        return  # it looks the same as in `full`
    found = list(_hidden_or_faint(render))
    yield from found
    if not any(finding.code == "hidden-text" for finding in found):
        for problem in render.read_back:
            if problem.code in _HINTS:
                yield Finding(problem.code, problem.message, _HINTS[problem.code])


def _hidden_or_faint(render: SampleRender) -> Iterator[Finding]:
    images = [_image(page) for page in render.page_images]
    for run in render.text_runs:
        if not run.has_letters_or_digits:
            continue
        if clipped := next(_clipped(run), None):
            yield clipped
        elif images:
            yield from _against_background(run, images[run.page])


def _image(page: PageImage) -> Any:
    from PIL import Image

    return Image.frombytes("RGB", (page.width, page.height), page.pixels)


def _hidden(run: TextRun, why: str, css: str, by: Any = None) -> Finding:
    message = f"the text of `{selector_of(run.box)}` is hidden: {why}"
    return Finding("hidden-text", message, _HINTS["hidden-text"], by or run.box, css)


def _clipped(run: TextRun) -> Iterator[Finding]:
    """Find text outside of the page, outside of a box that clips its content, or with another `visibility`."""
    page = run.lineage[0]
    if not _within(run, 0, 0, page.margin_width(), page.margin_height()):
        yield _hidden(run, "it is outside the page", "text-indent")
    for box in run.lineage[1:]:
        edges = (box.padding_box_x(), box.padding_box_y(), box.padding_width(), box.padding_height())
        if box.style["overflow"] != "visible" and not _within(run, *edges):
            yield _hidden(run, f"`{selector_of(box)}` clips it", "overflow", box)
    if (visibility := run.box.style["visibility"]) != "visible":
        yield _hidden(run, f"its `visibility` is {visibility}", "visibility")


def _within(run: TextRun, left: float, top: float, width: float, height: float) -> bool:
    middle = run.top + run.height / 2  # a line may be taller than its letters
    return (
        run.left >= left - _OVERHANG
        and run.left + run.width <= left + width + _OVERHANG
        and top <= middle <= top + height
    )


def _against_background(run: TextRun, image: Any) -> Iterator[Finding]:
    area = image.crop(_area(run, image))
    pixels = area.getcolors(maxcolors=area.width * area.height)
    background = _colour(max(pixels)[1])
    ink = _ink(run, background)
    contrast = contrast_of(ink, background)
    if contrast < _NO_CONTRAST:
        yield _hidden(run, "it has the colour of its background", "color")
    elif max(_share(_colour(pixel), background, ink) for _, pixel in pixels) < _SOME_INK:
        yield _hidden(run, "another box covers it", "z-index")
    elif contrast < MIN_CONTRAST:
        colours = f"{_hex(ink)} on {_hex(background)}"
        message = f"`{selector_of(run.box)}` has a contrast of {contrast:.1f}:1 ({colours})"
        hint = f"use a contrast of at least {MIN_CONTRAST}:1"
        yield Finding("low-contrast", message, hint, run.box, "color")


def _area(run: TextRun, image: Any) -> tuple[int, int, int, int]:
    left, top = max(0, int(run.left)), max(0, int(run.top))
    right, bottom = int(run.left + run.width) + 1, int(run.top + run.height) + 1
    return left, top, min(max(right, left + 1), image.width), min(max(bottom, top + 1), image.height)


def _ink(run: TextRun, background: Channels) -> Channels:
    """Return the colour of a text blended with its background, according to its opacity."""
    colour = run.box.style["color"].to("srgb")
    opacity = colour.alpha
    for box in run.lineage:
        opacity *= box.style["opacity"]
    red, green, blue = (
        opacity * own + (1 - opacity) * behind for own, behind in zip(colour.coordinates, background, strict=True)
    )
    return red, green, blue


def _colour(pixel: tuple[int, int, int]) -> Channels:
    red, green, blue = pixel
    return red / 255, green / 255, blue / 255


def _share(colour: Channels, background: Channels, ink: Channels) -> float:
    """Return the position of a colour between the background (0) and the ink (1)."""
    whole = [end - start for start, end in zip(background, ink, strict=True)]
    part = [at - start for start, at in zip(background, colour, strict=True)]
    return sum(a * b for a, b in zip(whole, part, strict=True)) / sum(a * a for a in whole)


def _hex(colour: Channels) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
