"""Text that people see: on the page, not covered, and not in the colour of its ground.

What lies behind a text is read off a picture of the page, so that it does not matter how it got there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .boxes import Piece, named
from .finding import Finding
from .trial import Trial

LEAST_CONTRAST = 4.5
"""As WCAG 2.2 asks of text (1.4.3, AA)."""

_NO_CONTRAST = 1.5
_SOME_INK = 0.3
"""How much of the way from the ground to its colour a letter has to go somewhere; thin ones never go all of it."""

_OUTSIDE = 1.0
"""So many pixels may hang over an edge: the space after a mark, a letter's swing."""

Colour = tuple[float, float, float]


def seen(trial: Trial) -> Iterator[Finding]:
    """Find text that nobody sees, or hardly anybody."""
    if trial.sample.name == "order":
        return  # what is in it looks as it does in `full`
    pictures = [_picture(drawing) for drawing in trial.drawings]
    for piece in trial.pieces:
        if not piece.says_something:
            continue
        if cut_off := next(_cut_off(piece), None):
            yield cut_off
        elif pictures:
            yield from _against_ground(piece, pictures[piece.page])


def _picture(drawing: Any) -> Any:
    from PIL import Image

    return Image.frombytes("RGB", (drawing.width, drawing.height), drawing.pixels)


def _hidden(piece: Piece, why: str, css: str, by: Any = None) -> Finding:
    message = f"the text of `{named(piece.box)}` is hidden: {why}"
    return Finding("hidden-text", message, "show it, or do not write it into the page", by or piece.box, css)


def _cut_off(piece: Piece) -> Iterator[Finding]:
    """Find out whether a text leaves the page, or the boxes that cut off what leaves them; or is not to be seen."""
    page = piece.lineage[0]
    if not _within(piece, 0, 0, page.margin_width(), page.margin_height()):
        yield _hidden(piece, "it leaves the page", "text-indent")
    for box in piece.lineage[1:]:
        edges = (box.padding_box_x(), box.padding_box_y(), box.padding_width(), box.padding_height())
        if box.style["overflow"] != "visible" and not _within(piece, *edges):
            yield _hidden(piece, f"`{named(box)}` cuts it off", "overflow", box)
    if piece.box.style["visibility"] != "visible":
        yield _hidden(piece, "it is not visible", "visibility")


def _within(piece: Piece, left: float, top: float, width: float, height: float) -> bool:
    middle = piece.top + piece.height / 2  # a line may be higher than its letters
    return (
        piece.left >= left - _OUTSIDE
        and piece.left + piece.width <= left + width + _OUTSIDE
        and top <= middle <= top + height
    )


def _against_ground(piece: Piece, picture: Any) -> Iterator[Finding]:
    found = picture.crop(_pixels(piece, picture)).getcolors(maxcolors=1_000_000)
    ground = _colour(max(found)[1])
    ink = _ink(piece, ground)
    contrast = _contrast(ink, ground)
    if contrast < _NO_CONTRAST:
        yield _hidden(piece, "it has the colour of its ground", "color")
    elif max(_share(_colour(pixel), ground, ink) for _, pixel in found) < _SOME_INK:
        yield _hidden(piece, "something covers it", "z-index")
    elif contrast < LEAST_CONTRAST:
        message = f"`{named(piece.box)}` has a contrast of {contrast:.1f} : 1, {_hex(ink)} on {_hex(ground)}"
        hint = f"at least {LEAST_CONTRAST} : 1"
        yield Finding("low-contrast", message, hint, piece.box, "color")


def _pixels(piece: Piece, picture: Any) -> tuple[int, int, int, int]:
    left, top = max(0, int(piece.left)), max(0, int(piece.top))
    right, bottom = int(piece.left + piece.width) + 1, int(piece.top + piece.height) + 1
    return left, top, min(max(right, left + 1), picture.width), min(max(bottom, top + 1), picture.height)


def _ink(piece: Piece, ground: Colour) -> Colour:
    """Return the colour that a text has on its ground, as far as it covers that."""
    colour = piece.box.style["color"].to("srgb")
    cover = colour.alpha
    for box in piece.lineage:
        cover *= box.style["opacity"]
    red, green, blue = (
        cover * own + (1 - cover) * behind for own, behind in zip(colour.coordinates, ground, strict=True)
    )
    return red, green, blue


def _colour(pixel: tuple[int, int, int]) -> Colour:
    red, green, blue = pixel
    return red / 255, green / 255, blue / 255


def _share(colour: Colour, ground: Colour, ink: Colour) -> float:
    """Return how far a colour is on the way from the ground to the ink, from 0 to 1."""
    way = [end - start for start, end in zip(ground, ink, strict=True)]
    gone = [at - start for start, at in zip(ground, colour, strict=True)]
    return sum(a * b for a, b in zip(way, gone, strict=True)) / sum(a * a for a in way)


def _contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
