"""Font files: what is said in their tables, and the same tables packed for the web."""

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
    """Return where each table of a font stands: its checksum, its first byte and its length; none if it is no font."""
    if data[:4] not in _PLAIN_KINDS:
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    rows = (_TABLE.unpack_from(data, 12 + 16 * number) for number in range(count))
    return {tag: (checksum, start, length) for tag, checksum, start, length in rows}


def weight_and_slant(data: bytes) -> tuple[int, bool]:
    """Return a face's weight, as CSS counts it, and whether it is italic."""
    _, start, _ = tables(data)[b"OS/2"]
    (weight,), (selection,) = struct.unpack_from(">H", data, start + 4), struct.unpack_from(">H", data, start + 62)
    return weight, bool(selection & _ITALIC)


def family(data: bytes) -> str:
    """Return the name of the family with all its weights."""
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
    """Return a font as WOFF: each table packed by zlib. See https://www.w3.org/TR/WOFF/."""
    found = tables(data)
    directory, body = b"", b""
    begin = 44 + 20 * len(found)
    for tag, (checksum, start, length) in sorted(found.items()):
        plain = data[start : start + length]
        packed = min(plain, zlib.compress(plain, 9), key=len)  # of one length: a reader takes it for plain
        directory += struct.pack(">4sLLLL", tag, begin + len(body), len(packed), length, checksum)
        body += packed + bytes(-len(packed) % 4)
    whole = 12 + sum(16 + length + -length % 4 for _, _, length in found.values())
    head = (b"wOFF", data[:4], begin + len(body), len(found), 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return struct.pack(">4s4sLHHLHHLLLLL", *head) + directory + body
