"""Compares two images of a page: not pixel by pixel, but by the mean colour of small tiles."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageStat

TILE = 8
"""The side of a tile in pixels: 2 mm at 100 dpi, which is half a line."""

TOLERANCE = 12
"""The tolerated difference of a tile's mean colour, of 255. Differences in anti-aliasing stay below six."""

MAX_ODD_TILES = 4
"""The most tiles that may differ by more: less than a word of two letters."""


def odd_tiles(made: Image.Image, wanted: Image.Image) -> list[tuple[int, int]]:
    """Return the corners of the tiles that differ; all tiles if the images differ in size."""
    if made.size != wanted.size:
        return [(x, y) for y in range(0, made.height, TILE) for x in range(0, made.width, TILE)]
    difference = ImageChops.difference(_tiles(made), _tiles(wanted))
    worst = difference.split()[0]
    for channel in difference.split()[1:]:
        worst = ImageChops.lighter(worst, channel)
    return [
        (number % worst.width * TILE, number // worst.width * TILE)
        for number, value in enumerate(worst.tobytes())
        if value > TOLERANCE
    ]


def are_alike(made: Image.Image, wanted: Image.Image) -> bool:
    """Return whether a person who is not looking for differences would see none."""
    return len(odd_tiles(made, wanted)) <= MAX_ODD_TILES


def comparison(made: Image.Image, wanted: Image.Image) -> Image.Image:
    """Return the expected image, the actual image, and the actual image with the differences marked, side by side."""
    marked = made.convert("L").point(lambda value: 190 + value // 4).convert("RGB")
    for x, y in odd_tiles(made, wanted):
        marked.paste("#d4002a", (x, y, x + TILE, y + TILE))
    sheet = Image.new("RGB", (wanted.width + 2 * made.width + 20, max(wanted.height, made.height)), "#808080")
    for picture, x in ((wanted, 0), (made, wanted.width + 10), (marked, wanted.width + made.width + 20)):
        sheet.paste(picture.convert("RGB"), (x, 0))
    return sheet


def is_blank(picture: Image.Image) -> bool:
    """Return whether the image is blank."""
    return max(ImageStat.Stat(picture.convert("L")).stddev) < 1


def _tiles(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").reduce(TILE)
