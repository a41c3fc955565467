"""Unpacking of WOFF 1.0."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class WoffTable:
    """One entry of a WOFF directory, field by field."""

    tag: bytes
    start: int
    packed: int
    size: int
    checksum: int

    def unpack(self, data: bytes) -> bytes:
        """Return the table, padded to whole words as in a font file."""
        table = data[self.start : self.start + self.packed]
        return padded(table if self.packed == self.size else zlib.decompress(table))


def unwrapped(data: bytes, flavor: int, tables: list[WoffTable]) -> bytes:
    """Return the font file with these tables: the directory sorted by tag, the tables in their original order."""
    count, log = len(tables), len(tables).bit_length() - 1
    header = struct.pack(">I4H", flavor, count, 16 << log, log, 16 * count - (16 << log))
    start = len(header) + 16 * count
    entries, body = [], b""
    for table in sorted(tables, key=lambda table: table.start):
        entries.append(struct.pack(">4s3I", table.tag, table.checksum, start + len(body), table.size))
        body += table.unpack(data)
    return header + b"".join(sorted(entries)) + body


def checksum(data: bytes) -> int:
    """Return the OpenType checksum; for an entire unmodified font file it is 0xB1B0AFBA."""
    words: tuple[int, ...] = struct.unpack(f">{len(padded(data)) // 4}I", padded(data))
    return sum(words) & 0xFFFFFFFF


def padded(data: bytes) -> bytes:
    """Return the data, padded to a whole number of 32-bit words."""
    return data + bytes(-len(data) % 4)
