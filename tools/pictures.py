"""Draw the pictures of the example résumé: `python tools/pictures.py [FOLDER]`.

Everything is geometry in two tones on a tint, so that it needs no font and prints well in greyscale. A finished picture
has half as many pixels as its coordinates, which gives 300 dpi at a printed width of 34 mm. It is drawn `SCALE` times
larger and then scaled down once, which smooths all edges. The same version of Pillow gives the same bytes.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

INK = "#17375a"
TONE = "#86a9c6"
PAPER = "#edf2f7"
SCALE = 6

Point = tuple[float, float]


class Canvas:
    """A drawing surface of the given size in units."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        """Draw a polyline with round ends and joints."""
        for (x1, y1), (x2, y2) in pairwise(points):
            reach = width / 2 / math.dist((x1, y1), (x2, y2))
            dx, dy = (y2 - y1) * reach, (x1 - x2) * reach
            self.polygon([(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], color)
        for point in points:
            self.dot(point, width / 2, color)

    def dot(self, centre: Point, radius: float, color: str) -> None:
        """Draw a filled circle."""
        (x, y), r = _scaled(centre), radius * SCALE
        self._draw.ellipse([x - r, y - r, x + r, y + r], fill=color)

    def polygon(self, points: Sequence[Point], color: str) -> None:
        """Fill a polygon."""
        self._draw.polygon([_scaled(point) for point in points], fill=color)

    def box(self, corner: Point, size: Point, color: str, radius: float = 0) -> None:
        """Fill a rectangle, given its upper left corner."""
        x, y = _scaled(corner)
        width, height = _scaled(size)
        area = [x, y, x + width - 1, y + height - 1]
        self._draw.rounded_rectangle(area, radius=radius * SCALE, fill=color)

    def arrow(self, start: Point, end: Point, color: str, width: float) -> None:
        """Draw a horizontal arrow that points right."""
        head = width * 2.6
        self.line([start, end], color, width)
        self.line([(end[0] - head, end[1] - head), end, (end[0] - head, end[1] + head)], color, width)

    def save(self, path: Path) -> None:
        """Write the finished picture in full colour, which a PDF embeds as it is; a palette would be unpacked."""
        width, height = self.size
        self._image.resize((width // 2, height // 2), Image.Resampling.LANCZOS).save(path, format="PNG", optimize=True)


def _scaled(point: Point) -> Point:
    return point[0] * SCALE, point[1] * SCALE


def arc(centre: Point, radii: Point, start: float, end: float, steps: int = 48) -> list[Point]:
    """Return points along an ellipse; angles in degrees, clockwise from three o'clock."""
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles]


def portrait() -> Canvas:
    """Draw the monogram R L."""
    canvas = Canvas(600, 600)
    top, middle, foot, stroke = 164, 302, 436, 40
    canvas.line([(238, middle), (146, middle)], INK, stroke)
    canvas.line([(228, middle), (296, foot)], INK, stroke)
    canvas.line([(146, foot), (146, top), (228, top)], INK, stroke)
    canvas.line(arc((228, (top + middle) / 2), (69, 69), -90, 90), INK, stroke)
    canvas.line([(370, top), (370, foot), (454, foot)], TONE, stroke)
    return canvas


def cvitek() -> Canvas:
    """Draw a quantization staircase over the histogram that it was calibrated on."""
    canvas = Canvas(800, 450)
    left, base, bars, step = 59, 390, 22, 31
    for index in range(bars):
        height = 262 * math.exp(-(((index - (bars - 1) / 2) / 4.8) ** 2)) + 8
        canvas.box((left + index * step + 3, base - height), (step - 6, height), TONE)
    levels, rise = 7, 49
    run = bars * step / levels
    stairs: list[Point] = []
    for level in range(levels):
        y = base - 34 - level * rise
        stairs += [(left + level * run, y), (left + (level + 1) * run, y)]
    canvas.line(stairs, INK, 12)
    canvas.line([(left, base), (left + bars * step, base)], INK, 8)
    return canvas


def bitmain() -> Canvas:
    """Draw the graph of a neural network on the left that becomes a chip on the right."""
    canvas = Canvas(800, 450)
    layers: list[list[Point]] = [
        [(80, 225)],
        [(195, 105), (195, 225), (195, 345)],
        [(310, 165), (310, 285)],
        [(405, 225)],
    ]
    for sources, targets in pairwise(layers):
        for source in sources:
            for target in targets:
                canvas.line([source, target], TONE, 8)
    for layer in layers:
        for node in layer:
            canvas.dot(node, 27, INK)
            canvas.dot(node, 14, PAPER)
    canvas.arrow((452, 225), (506, 225), INK, 10)
    _chip(canvas, (638, 225))
    return canvas


def _chip(canvas: Canvas, centre: Point) -> None:
    x, y = centre
    for offset in (-60, -20, 20, 60):
        canvas.line([(x - 112, y + offset), (x + 112, y + offset)], INK, 11)
        canvas.line([(x + offset, y - 112), (x + offset, y + 112)], INK, 11)
    canvas.box((x - 90, y - 90), (180, 180), INK, radius=14)
    for row in range(3):
        for column in range(3):
            canvas.box((x - 62 + column * 44, y - 62 + row * 44), (36, 36), TONE, radius=4)


def ulsee() -> Canvas:
    """Draw facial landmarks in a detection frame, and the feature vector read from them."""
    canvas = Canvas(800, 450)
    _brackets(canvas, (60, 44), (440, 406), INK, 44)
    for points in _landmarks(centre=(250, 228)):
        canvas.line(points, TONE, 7)
        for point in points:
            canvas.dot(point, 9, INK)
    canvas.arrow((478, 225), (536, 225), INK, 10)
    pattern = ("101", "110", "011", "100", "011", "101")
    for row, cells in enumerate(pattern):
        for column, cell in enumerate(cells):
            color = INK if cell == "1" else TONE
            canvas.box((584 + column * 54, 66 + row * 54), (46, 46), color, radius=5)
    return canvas


def _brackets(canvas: Canvas, upper_left: Point, lower_right: Point, color: str, arm: float) -> None:
    for x, inwards in ((upper_left[0], arm), (lower_right[0], -arm)):
        for y, down in ((upper_left[1], arm), (lower_right[1], -arm)):
            canvas.line([(x + inwards, y), (x, y), (x, y + down)], color, 10)


def _landmarks(centre: Point) -> Iterable[list[Point]]:
    x, y = centre
    yield arc((x, y - 52), (142, 206), 178, 2, steps=12)
    for side in (-1, 1):
        yield [(x + side * dx, y + dy) for dx, dy in ((110, -92), (74, -114), (34, -102))]
        yield arc((x + side * 70, y - 50), (33, 19), 0, 360, steps=6)
    yield [(x, y - 48), (x, y - 18), (x, y + 12)]
    yield [(x - 30, y + 20), (x, y + 34), (x + 30, y + 20)]
    upper = arc((x, y + 58), (64, 14), 180, 0, steps=4)
    lower = arc((x, y + 58), (64, 46), 0, 180, steps=6)
    yield upper + lower[1:]


def nuuo() -> Canvas:
    """Draw a wall of camera views, one of them enlarged, over a timeline of recordings."""
    canvas = Canvas(800, 450)
    _street(canvas, (34, 34))
    scenes = (_door, _person, _shelves, _building)
    corners = ((406, 34), (592, 34), (406, 182), (592, 182))
    for draw, corner in zip(scenes, corners, strict=True):
        canvas.box(corner, (174, 136), TONE, radius=8)
        draw(canvas, corner)
    canvas.box((34, 360), (732, 34), TONE, radius=8)
    for start, length in ((34, 150), (226, 62), (330, 214), (600, 104)):
        canvas.box((start, 360), (length, 34), INK, radius=8)
    canvas.line([(466, 344), (466, 410)], PAPER, 22)
    canvas.line([(466, 344), (466, 410)], INK, 10)
    return canvas


def _street(canvas: Canvas, corner: Point) -> None:
    x, y = corner
    canvas.box(corner, (360, 284), INK, radius=8)
    canvas.polygon([(x + 150, y + 92), (x + 210, y + 92), (x + 330, y + 284), (x + 30, y + 284)], TONE)
    canvas.line([(x + 14, y + 92), (x + 346, y + 92)], TONE, 6)
    canvas.box((x + 128, y + 160), (104, 56), INK, radius=12)
    canvas.box((x + 144, y + 132), (72, 50), INK, radius=14)
    canvas.box((x + 156, y + 143), (48, 24), TONE, radius=5)
    canvas.box((x + 136, y + 204), (24, 30), INK, radius=6)
    canvas.box((x + 200, y + 204), (24, 30), INK, radius=6)
    for radius, color in ((20, PAPER), (15, INK), (10, PAPER)):
        canvas.dot((x + 38, y + 40), radius, color)
    _brackets(canvas, (x + 98, y + 112), (x + 262, y + 252), PAPER, 32)


def _door(canvas: Canvas, corner: Point) -> None:
    x, y = corner
    canvas.box((x + 56, y + 30), (62, 106), INK, radius=3)
    canvas.dot((x + 103, y + 86), 6, PAPER)


def _person(canvas: Canvas, corner: Point) -> None:
    x, y = corner
    canvas.dot((x + 87, y + 50), 23, INK)
    canvas.polygon(arc((x + 87, y + 136), (50, 54), 180, 360), INK)


def _shelves(canvas: Canvas, corner: Point) -> None:
    x, y = corner
    for shelf, boxes in ((62, (28, 62, 112)), (114, (40, 90, 124))):
        canvas.line([(x + 20, y + shelf), (x + 154, y + shelf)], INK, 8)
        for offset in boxes:
            canvas.box((x + offset, y + shelf - 30), (24, 28), INK, radius=2)


def _building(canvas: Canvas, corner: Point) -> None:
    x, y = corner
    canvas.box((x + 38, y + 24), (98, 112), INK, radius=3)
    for row in range(2):
        for column in range(3):
            canvas.box((x + 52 + column * 26, y + 40 + row * 28), (18, 18), PAPER, radius=2)
    canvas.box((x + 75, y + 100), (24, 36), PAPER, radius=2)


PICTURES: dict[str, Callable[[], Canvas]] = {
    "portrait": portrait,
    "cvitek": cvitek,
    "bitmain": bitmain,
    "ulsee": ulsee,
    "nuuo": nuuo,
}


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "images")
