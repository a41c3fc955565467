"""Untrusted ZIP archives: members by name, read into memory within limits, never extracted to disk."""

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
"""Total uncompressed size of all members that are read together."""
MAX_RATIO = 200
"""Uncompressed to compressed size of a member; text compresses to a tenth, a zip bomb to a thousandth."""

_ENTRY = b"PK\x01\x02"
"""The beginning of each entry in the list of an archive's members."""

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".emf", ".wmf", ".bmp")
_SAFE_RATIO_BYTES = 100_000
"""A member smaller than this is no zip bomb, whatever its ratio."""


def is_zip(data: bytes) -> bool:
    """Return whether a file starts with the signature of a ZIP archive."""
    return data[:4] == b"PK\x03\x04"


def list_members(data: bytes, name: str) -> dict[str, zipfile.ZipInfo]:
    """Return the members of an archive by file name, without folders; if a name occurs twice, the first one wins.

    Raises:
        LoadError: the archive is broken or has too many members.
    """
    if data.count(_ENTRY) > MAX_MEMBERS:  # reading them all would take seconds
        message = f"the archive contains more than {MAX_MEMBERS} files"
        raise LoadError(Problem("too-many-members", message, file=name, hint="check that this is the right file"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, OSError, NotImplementedError) as error:
        raise LoadError(_broken(name, str(error))) from None
    return {PurePosixPath(entry.filename).name: entry for entry in reversed(entries) if entry.filename[-1:] != "/"}


def unpack(data: bytes, wanted: list[zipfile.ZipInfo], name: str) -> list[bytes]:
    """Return the content of some members.

    Raises:
        LoadError: a member is broken, password-protected or too large.
    """
    check_sizes(wanted, name)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [_read(archive, member, f"{name}: {member.filename}") for member in wanted]


def check_sizes(wanted: Collection[zipfile.ZipInfo], name: str) -> None:
    """Check that members are small enough to read, going by the sizes they declare.

    Raises:
        LoadError: a member, or the total, is larger than the text of a résumé can be.
    """
    if sum(member.file_size for member in wanted) > MAX_BYTES:
        message = f"the archive contains more than {MAX_BYTES // 1_000_000} MB"
        raise LoadError(Problem("too-large", message, file=name))
    for member in wanted:
        is_bomb = member.file_size > max(_SAFE_RATIO_BYTES, MAX_RATIO * member.compress_size)
        if is_bomb or (member.file_size > MAX_MEMBER_BYTES and not member.filename.endswith(_PICTURES)):
            message = f"larger than {MAX_MEMBER_BYTES // 1_000_000} MB, or compressed more than text can be"
            raise LoadError(Problem("too-large", message, file=f"{name}: {member.filename}"))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    try:
        return archive.read(member)  # reads no more than the declared size
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise LoadError(_broken(name, str(error))) from None


def _broken(name: str, why: str) -> Problem:
    hint = "check that the file is complete and not password-protected"
    return Problem("broken-archive", f"this archive cannot be read: {why}", file=name, hint=hint)
