"""Whether a PNG file holds all the pixels that its header announces: decoders show black where there are none."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE_BYTES = 8
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""The number of values for each pixel, by colour type."""

_PALETTE = 3
"""The colour type of a picture with a table of up to 256 colours, three bytes each."""

_WHOLE = ((0, 0, 1, 1),)
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of an interlaced picture: the first column and row of each, and the steps to the next ones."""

_FILTERS = b"\0\1\2\3\4"
"""What the first byte of a row can be (PNG specification, 9.2)."""

_STEP = 65_536
"""The most bytes that are decompressed at once."""


def has_all_pixels(data: bytes) -> bool:
    """Return whether the picture in a PNG file can be decoded completely. Verify the file's checksums first.

    Rows are checked and not kept, so memory does not grow with the picture.

    Raises:
        struct.error, KeyError, zlib.error: the file is damaged in another way.
    """
    header, palette, compressed = b"", b"", list[bytes]()
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = body
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            compressed.append(body)
        elif compressed:
            break
    if header[9:10] == bytes([_PALETTE]) and not (0 < len(palette) <= 768 and len(palette) % 3 == 0):
        return False
    rows = _Rows(b"".join(compressed))
    return all(rows.are_valid(count, length) for count, length in _announced(header))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = _SIGNATURE_BYTES, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _announced(header: bytes) -> Iterator[tuple[int, int]]:
    """Yield the number of rows of each pass, and their length in bytes, including the byte for the filter."""
    width, height, depth, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", header)
    bits = depth * _CHANNELS[colour]
    for left, top, across, down in _ADAM7 if interlaced else _WHOLE:
        if columns := len(range(left, width, across)):
            yield len(range(top, height, down)), 1 + (columns * bits + 7) // 8


class _Rows:
    """Decompresses rows, and forgets them."""

    def __init__(self, compressed: bytes) -> None:
        self._decompressor = zlib.decompressobj()
        self._input = (compressed[at : at + _STEP] for at in range(0, len(compressed), _STEP))

    def are_valid(self, count: int, length: int) -> bool:
        """Return whether the next rows exist, and each begins with a filter that exists."""
        at, end = 0, count * length
        while at < end:
            part = self._decompressed(min(_STEP, end - at))
            if not part or part[-at % length :: length].translate(None, _FILTERS):
                return False
            at += len(part)
        return True

    def _decompressed(self, most: int) -> bytes:
        """Return the next bytes, or none at the end."""
        while True:
            data = self._decompressor.unconsumed_tail or next(self._input, b"")
            part = self._decompressor.decompress(data, most)
            if part or not data or self._decompressor.eof:
                return part
