"""Generated inputs: pictures with parts that are missing, cut short, doubled, of the wrong size, or say too much."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from PIL import Image

from .entries import PictureFile
from .mutations import mutated

SIDES = [
    0,
    1,
    2,
    3,
    8,
    9,
    40,
    255,
    1200,
    19_999,
    20_000,
    20_001,
    65_535,
    65_536,
    25_000_000,
    2**31 - 1,
    2**31,
    2**32 - 1,
]
SMALL = [(1, 1), (2, 3), (8, 8), (9, 5), (17, 16), (40, 30)]
PNG = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


# --- ordinary pictures


def _saved(chance: random.Random, kind: str, mode: str, **options: Any) -> bytes:
    return _encoded(kind, mode, chance.choice(SMALL), chance.choice([1, 3]), tuple(options.items()))


@cache  # encoding takes longer than checking
def _encoded(kind: str, mode: str, size: tuple[int, int], more: int, options: tuple[tuple[str, Any], ...]) -> bytes:
    made, told = io.BytesIO(), dict(options)
    if told.get("save_all"):
        told["append_images"] = [Image.new(mode, size, 1) for _ in range(more)]
    Image.linear_gradient("L").resize(size).convert(mode).save(made, kind, **told)
    return made.getvalue()


def _exif(chance: random.Random) -> bytes:
    made = Image.Exif()
    made[0x0112] = chance.choice([0, 1, 3, 6, 8, 9, 65_535])
    data = made.tobytes()
    return data if chance.random() < 0.6 else data[: chance.randint(0, len(data))] + b"\xff\0\x01"


def _png(chance: random.Random) -> bytes:
    """Return a PNG of any colour type and depth, perhaps interlaced, perhaps with too few rows or too many."""
    width, height = chance.choice(SMALL)
    colour = chance.choice(list(CHANNELS))
    depth, interlaced = chance.choice(DEPTHS[colour]), chance.random() < 0.3
    bits = depth * CHANNELS[colour]
    rows = b"".join(_rows(chance, width, height, bits, interlaced=interlaced))
    if chance.random() < 0.3:
        rows = rows[: chance.randint(0, len(rows))] if chance.random() < 0.7 else rows * 2
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))]
    if colour == 3 or chance.random() < 0.1:
        parts.append(
            (b"PLTE", chance.randbytes(3 * chance.choice([0, 1, 16, 256, 257]) + chance.choice([0] * 9 + [1])))
        )
    if chance.random() < 0.4:
        parts += chance.choices(_extras(chance), k=chance.choice([1, 2]))
    data = zlib.compress(rows)
    cut = chance.randint(0, len(data))
    parts += [(b"IDAT", data)] if chance.random() < 0.7 else [(b"IDAT", data[:cut]), (b"IDAT", data[cut:])]
    return PNG + b"".join(_chunk(kind, body) for kind, body in [*parts, (b"IEND", b"")])


def _rows(chance: random.Random, width: int, height: int, bits: int, *, interlaced: bool) -> Iterator[bytes]:
    filters = chance.choice([[0], [0, 1, 2, 3, 4], [0, 0, 0, 5, 255]])
    for left, top, across, down in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        columns = len(range(left, width, across))
        for _ in range(top, height, down) if columns else ():
            yield bytes([chance.choice(filters)]) + chance.randbytes(-(-columns * bits // 8))


def _extras(chance: random.Random) -> list[tuple[bytes, bytes]]:
    """Return chunks that few pictures have, with sensible content or without."""
    junk = chance.randbytes(chance.choice([0, 1, 3, 12, 300]))
    return [
        *((kind, junk) for kind in (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"bKGD", b"sBIT", b"cICP")),
        *((kind, junk) for kind in (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"acTL", b"fcTL", b"fdAT", b"prIv")),
        (b"zTXt", b"a\0\0" + zlib.compress(b"x" * 2_000_000)),
        (b"iCCP", b"a\0\0" + zlib.compress(junk)),
        (b"eXIf", _exif(chance).removeprefix(b"Exif\0\0")),
        (b"acTL", struct.pack(">II", chance.choice([0, 1, 2, 2**31]), 0)),
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(junk)),
        (b"PLTE", junk),
        (b"IEND", b""),
        (b"pHYs", struct.pack(">IIB", chance.choice([0, 1, 2**32 - 1]), chance.choice([0, 2**31]), 1)),
    ]


ORDINARY: dict[str, Callable[[random.Random], bytes]] = {
    "any.png": _png,
    "any-more.png": _png,
    "plain.png": lambda chance: _saved(chance, "PNG", chance.choice(["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])),
    "animated.png": lambda chance: _saved(chance, "PNG", "RGB", save_all=True),
    "plain.jpg": lambda chance: _saved(chance, "JPEG", chance.choice(["L", "RGB", "CMYK", "YCbCr"])),
    "progressive.jpg": lambda chance: _saved(chance, "JPEG", "RGB", progressive=True),
    "rotated.jpg": lambda chance: _saved(chance, "JPEG", chance.choice(["RGB", "CMYK"]), exif=_exif(chance)),
    "restarts.jpg": lambda chance: _saved(chance, "JPEG", "RGB", restart_marker_blocks=1),
    "plain.webp": lambda chance: _saved(chance, "WEBP", chance.choice(["RGB", "RGBA"]), lossless=chance.random() < 0.5),
    "rotated.webp": lambda chance: _saved(chance, "WEBP", "RGB", exif=_exif(chance)),
    "animated.webp": lambda chance: _saved(chance, "WEBP", "RGBA", save_all=True),
    "plain.gif": lambda chance: _saved(chance, "GIF", chance.choice(["L", "P"])),
    "animated.gif": lambda chance: _saved(chance, "GIF", "L", save_all=True),
    "drawn.svg": lambda chance: _svg(chance),
    "other.bmp": lambda chance: _saved(chance, chance.choice(["BMP", "TIFF", "PPM", "ICO", "TGA"]), "RGB"),
}


def _svg(chance: random.Random) -> bytes:
    size = chance.choice(["", "width='1e9' height='1e9'", "width='0' viewBox='0 0 0 0'", "viewBox='a'"])
    inner = chance.choice(["<g>" * 999, "<use href='#a'/>", "<image href='x.png'/>", "<script>1</script>", "<!ENTITY"])
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{inner}</svg>".encode()


# --- parts


def _parts(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return the parts of a picture, each with its kind; the first is the signature."""
    if data.startswith(PNG):
        return [(b"", PNG), *_png_parts(data)]
    if data.startswith(b"\xff\xd8"):
        return [(b"", data[:2]), *_jpeg_parts(data)]
    if data.startswith(b"RIFF"):
        return [(b"", data[:12]), *_webp_parts(data)]
    return [(b"", data)]


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _jpeg_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 2
    while at + 4 <= len(data):
        (length,) = struct.unpack_from(">H", data, at + 2)
        if data[at + 1] == 0xDA:
            yield data[at : at + 2], data[at + 4 :]
            return
        yield data[at : at + 2], data[at + 4 : at + 2 + length]
        at += length + 2


def _webp_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _joined(chance: random.Random, parts: list[tuple[bytes, bytes]]) -> bytes:
    """Return a picture of these parts; all but a few lengths and checksums are right."""
    made = parts[0][1]
    for kind, body in parts[1:]:
        wrong = chance.choice([-1, 1, 4, 2**31, 2**32 - 1]) if chance.random() < 0.03 else 0
        length = (len(body) + wrong) % 2**32
        if made.startswith(PNG):
            check = zlib.crc32(kind + body) + (chance.random() < 0.02)
            made += struct.pack(">I", length) + kind + body + struct.pack(">I", check % 2**32)
        elif made.startswith(b"RIFF"):
            made += struct.pack("<4sI", kind, length) + body + b"\0" * (len(body) % 2)
        else:
            length = 12 if kind == b"\xff\xda" and chance.random() < 0.9 else (len(body) + 2 + wrong) % 2**16
            made += kind + struct.pack(">H", length) + body
    if made.startswith(b"RIFF") and chance.random() < 0.9:
        made = b"RIFF" + struct.pack("<I", len(made) - 8) + made[8:]
    return made


def _changed(chance: random.Random, kind: bytes, body: bytes) -> bytes:
    """Return the content of a part, cut short, longer, or with other numbers, such as sizes."""
    sizes = {b"IHDR": (0, ">I"), b"VP8X": (4, "<I"), b"\xff\xc0": (1, ">H"), b"\xff\xc2": (1, ">H"), b"VP8 ": (6, "<H")}
    change = chance.random()
    if kind in sizes and change < 0.6:
        at, form = sizes[kind]
        side = struct.pack(form, chance.choice(SIDES) % 256 ** struct.calcsize(form))
        at += chance.choice([0, len(side)])
        return (body[:at] + side + body[at + len(side) :])[: len(body)]
    if change < 0.75:
        return body[: chance.randint(0, len(body))]
    if change < 0.85:
        return body + chance.randbytes(chance.choice([1, 2, 50]))
    changed = bytearray(body)
    for _ in range(min(len(body), chance.choice([1, 1, 3]))):
        changed[chance.randrange(min(len(body), 30))] = chance.choice([0, 1, 3, 16, 127, 255, chance.randrange(256)])
    return bytes(changed)


def _rearranged(chance: random.Random, parts: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the parts with one of them missing, doubled, moved, changed, or cut off with all that follow."""
    if len(parts) < 2:
        return parts
    at = chance.randrange(1, len(parts))
    kind, body = parts[at]
    change = chance.choice(["without", "twice", "moved", "changed", "changed", "changed", "end", "renamed"])
    if change == "changed":
        return [*parts[:at], (kind, _changed(chance, kind, body)), *parts[at + 1 :]]
    if change == "renamed":
        return [*parts[:at], (chance.choice(parts)[0] or kind, body), *parts[at + 1 :]]
    rest = parts[:at] + parts[at + 1 :]
    if change == "without":
        return rest
    if change == "end":
        return parts[:at]
    to = at if change == "twice" else chance.randrange(1, len(rest) + 1)
    return [*(parts if change == "twice" else rest)[:to], parts[at], *(parts if change == "twice" else rest)[to:]]


def picture(chance: random.Random) -> PictureFile:
    """Return a picture: ordinary, in odd parts, with odd bytes, cut short, or in a file with another name."""
    name = chance.choice(list(ORDINARY))
    data = ORDINARY[name](chance)
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
        data = _joined(chance, _rearranged(chance, _parts(data)))
    kind = chance.random()
    if kind < 0.1:
        data = mutated(chance, data)
    elif kind < 0.2:
        data = data[: chance.randint(0, len(data))]
    elif kind < 0.25:
        data += chance.choice([b"\0", b"\xff\xd9", data, chance.randbytes(99)])
    return PictureFile(data, name if chance.random() < 0.95 else chance.choice(list(ORDINARY)))


def strip(chance: random.Random) -> PictureFile:
    """Return an intact picture that is wide or tall: below, at and beyond the limit."""
    made, size = io.BytesIO(), [chance.choice([1, 2, 3]), chance.choice([1, 999, 19_999, 20_000, 20_001, 30_000])]
    chance.shuffle(size)
    picture = Image.new(chance.choice(["1", "L", "RGB"]), (size[0], size[1]))
    kind = chance.choice(["PNG", "JPEG", "WEBP"] if max(size) < 16_000 else ["PNG", "JPEG"])
    picture.convert("RGB").save(made, kind)
    return PictureFile(made.getvalue(), f"strip.{kind.lower()}")


def shown(chance: random.Random) -> PictureFile:
    """Return a picture to be put into documents: one in three is a strip."""
    return strip(chance) if chance.random() < 0.3 else picture(chance)
