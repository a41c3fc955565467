"""An archive that a stranger packed: its members by name, read into memory within limits, never written anywhere."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection
from pathlib import PurePosixPath

from resumekit.errors import LoadError, Problem

MAX_MEMBERS = 5_000
MAX_MEMBER_BYTES = 5_000_000
MAX_BYTES = 50_000_000
"""Of all members that are read together, unpacked."""
MAX_RATIO = 200
"""Of a member unpacked to what it is packed; text packs to a tenth, a bomb to a thousandth."""

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".emf", ".wmf", ".bmp")
_SAFE_RATIO_BYTES = 100_000
"""A member smaller than that is no bomb, however well it packs."""


def is_zip(data: bytes) -> bool:
    """Tell whether a file begins as an archive does."""
    return data[:4] == b"PK\x03\x04"


def members(data: bytes, name: str) -> dict[str, zipfile.ZipInfo]:
    """Return the members of an archive by the last part of their names; of two of one name, the first.

    Raises:
        LoadError: it is broken, or has too many members.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, OSError, NotImplementedError) as error:
        raise LoadError(_broken(name, str(error))) from None
    if len(inside) > MAX_MEMBERS:
        hint = "is this the right file?"
        raise LoadError(Problem("too-many-members", f"more than {MAX_MEMBERS} files in it", file=name, hint=hint))
    return {PurePosixPath(member.filename).name: member for member in reversed(inside) if member.filename[-1:] != "/"}


def unpacked(data: bytes, wanted: list[zipfile.ZipInfo], name: str) -> list[bytes]:
    """Return what is in some members.

    Raises:
        LoadError: one is broken, has a password, or is larger than a text of a résumé can be.
    """
    measure(wanted, name)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [_read(archive, member, f"{name}: {member.filename}") for member in wanted]


def measure(wanted: Collection[zipfile.ZipInfo], name: str) -> None:
    """Look whether members are small enough to be read, by the sizes that they say they have.

    Raises:
        LoadError: one is larger than a text of a résumé can be, or all together are.
    """
    if sum(member.file_size for member in wanted) > MAX_BYTES:
        raise LoadError(Problem("too-large", f"more than {MAX_BYTES // 1_000_000} MB are packed in it", file=name))
    for member in wanted:
        is_a_bomb = member.file_size > max(_SAFE_RATIO_BYTES, MAX_RATIO * member.compress_size)
        if is_a_bomb or (member.file_size > MAX_MEMBER_BYTES and not member.filename.endswith(_PICTURES)):
            message = f"larger than {MAX_MEMBER_BYTES // 1_000_000} MB, or packed more tightly than text can be"
            raise LoadError(Problem("too-large", message, file=f"{name}: {member.filename}"))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    try:
        return archive.read(member)  # no more than the size that it says
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise LoadError(_broken(name, str(error))) from None


def _broken(name: str, why: str) -> Problem:
    hint = "it may be cut short, or need a password"
    return Problem("broken-archive", f"this archive cannot be read: {why}", file=name, hint=hint)
