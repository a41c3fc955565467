"""Whether a PNG file holds as many pixels as its header announces: decoders show black where there are none."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE_BYTES = 8
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""The number of values for each pixel, by colour type."""

_WHOLE = ((0, 0, 1, 1),)
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of an interlaced picture: the first column and row of each, and the steps to the next ones."""

_STEP = 65_536
"""At most this many bytes are decompressed at once."""


def has_all_pixels(data: bytes) -> bool:
    """Return whether the picture in a PNG file is complete. The file's checksums must have been verified.

    Rows are counted without being kept, so that the size of the picture does not matter.

    Raises:
        struct.error, KeyError, zlib.error: the file is damaged in another way.
    """
    header, pixels = b"", zlib.decompressobj()
    missing, started = 0, False
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = body
        elif kind == b"IDAT":
            missing = missing if started else _announced(header)
            started = True
            missing -= sum(_decompressed(pixels, body, missing))
        elif started:
            break
    return started and missing <= 0


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = _SIGNATURE_BYTES, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _announced(header: bytes) -> int:
    """Return the number of bytes of all rows, each of which starts with the number of its filter."""
    width, height, depth, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", header)
    bits = depth * _CHANNELS[colour]
    sizes = (
        (len(range(left, width, across)), len(range(top, height, down)))
        for left, top, across, down in (_ADAM7 if interlaced else _WHOLE)
    )
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)


def _decompressed(pixels: zlib._Decompress, body: bytes, wanted: int) -> Iterator[int]:
    """Yield the sizes of what a chunk decompresses to, until there is as much as is wanted."""
    while wanted > 0 and (part := pixels.decompress(body, _STEP)):
        yield len(part)
        wanted, body = wanted - len(part), pixels.unconsumed_tail
