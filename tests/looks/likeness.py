"""How alike two pictures of a page are: not in each pixel, but in how dark and of which colour each spot of it is."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageStat

TILE = 8
"""The side of a spot in pixels: at 100 dpi 2 mm, which is half a line."""

TOLERANCE = 12
"""Of 255: how far the mean of a spot may be off. Other ways to smooth edges move it by less than six."""

ODD_TILES = 4
"""So many spots may be off by more: less than a word of two letters."""


def odd_tiles(made: Image.Image, wanted: Image.Image) -> list[tuple[int, int]]:
    """Return the corners of the spots that differ; of pictures of different sizes, all of them."""
    if made.size != wanted.size:
        return [(x, y) for y in range(0, made.height, TILE) for x in range(0, made.width, TILE)]
    difference = ImageChops.difference(_spans(made), _spans(wanted))
    worst = difference.split()[0]
    for channel in difference.split()[1:]:
        worst = ImageChops.lighter(worst, channel)
    return [
        (number % worst.width * TILE, number // worst.width * TILE)
        for number, value in enumerate(worst.tobytes())
        if value > TOLERANCE
    ]


def are_alike(made: Image.Image, wanted: Image.Image) -> bool:
    """Tell whether nobody would see a difference who does not look for one."""
    return len(odd_tiles(made, wanted)) <= ODD_TILES


def comparison(made: Image.Image, wanted: Image.Image) -> Image.Image:
    """Return what was wanted, what was made, and where they differ, side by side."""
    marked = made.convert("L").point(lambda value: 190 + value // 4).convert("RGB")
    for x, y in odd_tiles(made, wanted):
        marked.paste("#d4002a", (x, y, x + TILE, y + TILE))
    sheet = Image.new("RGB", (wanted.width + 2 * made.width + 20, max(wanted.height, made.height)), "#808080")
    for picture, x in ((wanted, 0), (made, wanted.width + 10), (marked, wanted.width + made.width + 20)):
        sheet.paste(picture.convert("RGB"), (x, 0))
    return sheet


def is_blank(picture: Image.Image) -> bool:
    """Tell whether nothing is drawn."""
    return max(ImageStat.Stat(picture.convert("L")).stddev) < 1


def _spans(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").reduce(TILE)
