"""Whether a PNG file holds all the pixels that its header announces: decoders show black where there are none."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE_BYTES = 8
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""The number of values for each pixel, by colour type."""

_WITH_PALETTE = 3
"""The colour type of a picture whose pixels are numbers of colours in a table."""

_WHOLE = ((0, 0, 1, 1),)
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of an interlaced picture: the first column and row of each, and the steps to the next ones."""

_STEP = 65_536
"""The most bytes that are decompressed at once."""


def has_all_pixels(data: bytes) -> bool:
    """Return whether a PNG file has all rows of its picture, and their colours. Verify the file's checksums first.

    Rows are counted and not kept, so memory does not grow with the picture.

    Raises:
        struct.error, KeyError, zlib.error: the file is damaged in another way.
    """
    header, pixels, missing, has_palette = b"", zlib.decompressobj(), None, False
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = body
        elif kind == b"PLTE":
            has_palette = bool(body)
        elif kind == b"IDAT":
            missing = _announced(header) if missing is None else missing
            missing -= sum(_decompressed(pixels, body, missing))
        elif missing is not None:
            break
    return missing == 0 and (has_palette or header[9] != _WITH_PALETTE)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = _SIGNATURE_BYTES, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _announced(header: bytes) -> int:
    """Return the number of bytes of all rows, each of which begins with a byte for its filter."""
    width, height, depth, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", header)
    bits = depth * _CHANNELS[colour]
    sizes = (
        (len(range(left, width, across)), len(range(top, height, down)))
        for left, top, across, down in (_ADAM7 if interlaced else _WHOLE)
    )
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)


def _decompressed(pixels: zlib._Decompress, body: bytes, wanted: int) -> Iterator[int]:
    """Yield the sizes of what a chunk decompresses to, until there is as much as is wanted."""
    for start in range(0, len(body), _STEP):  # zlib copies what it has not read yet at each step
        rest = body[start : start + _STEP]
        while wanted and not pixels.eof and (part := pixels.decompress(rest, min(_STEP, wanted))):
            yield len(part)
            wanted, rest = wanted - len(part), pixels.unconsumed_tail
