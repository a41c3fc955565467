"""Font files in the SFNT format (TrueType and OpenType): reading their tables, and compressing them to WOFF."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_TABLE = struct.Struct(">4sLLL")
_FAMILY, _WHOLE_FAMILY = 1, 16
_WINDOWS = 3
_ITALIC = 1
_PLAIN_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")


def tables(data: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Return the checksum, offset and length of each table of a font, by tag; empty if the data is not a font."""
    if data[:4] not in _PLAIN_KINDS:
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    rows = (_TABLE.unpack_from(data, 12 + 16 * number) for number in range(count))
    return {tag: (checksum, start, length) for tag, checksum, start, length in rows}


def weight_and_slant(data: bytes) -> tuple[int, bool]:
    """Return the weight of a face on the scale of CSS, and whether it is italic."""
    _, start, _ = tables(data)[b"OS/2"]
    (weight,), (selection,) = struct.unpack_from(">H", data, start + 4), struct.unpack_from(">H", data, start + 62)
    return weight, bool(selection & _ITALIC)


def family(data: bytes) -> str:
    """Return the name of the typographic family, which includes all weights."""
    names = dict(_names(data))
    return names.get(_WHOLE_FAMILY) or names.get(_FAMILY, "")


def _names(data: bytes) -> Iterator[tuple[int, str]]:
    _, start, _ = tables(data)[b"name"]
    _, count, texts = struct.unpack_from(">HHH", data, start)
    for number in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * number)
        if platform == _WINDOWS:
            first = start + texts + offset
            yield name, data[first : first + length].decode("utf-16-be", "replace")


def woff(data: bytes) -> bytes:
    """Return a font as WOFF, with each table compressed by zlib. See https://www.w3.org/TR/WOFF/."""
    found = tables(data)
    directory, body = b"", b""
    body_start = 44 + 20 * len(found)
    for tag, (checksum, start, length) in sorted(found.items()):
        table = data[start : start + length]
        packed = min(table, zlib.compress(table, 9), key=len)  # equal lengths mean that a table is not compressed
        directory += struct.pack(">4sLLLL", tag, body_start + len(body), len(packed), length, checksum)
        body += packed + bytes(-len(packed) % 4)
    whole = 12 + sum(16 + length + -length % 4 for _, _, length in found.values())
    head = (b"wOFF", data[:4], body_start + len(body), len(found), 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return struct.pack(">4s4sLHHLHHLLLLL", *head) + directory + body
