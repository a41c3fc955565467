"""fontconfig's cache of what fonts contain, with a checksum of each file.

fontconfig maps these files into memory as they are: a spoiled one crashes the process, each time. So they are checked
before fontconfig sees them, and what does not fit is deleted, and made anew. fontconfig itself only writes to a scratch
folder, and what it wrote is moved from there; where the disk is full, it would print a line for each file.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from resumekit.private_folders import private_folder

_CHECKSUMS = "checksums"
"""The file with the checksums: lines like those of `sha256sum`."""

_MAX_FILES = 200
"""There is one for each folder of fonts. Of so many, most are of projects that are gone, and all are deleted."""


@cache
def checked_font_cache() -> Path | None:
    """Return the folder of the cache, checked once per process; None if there can be none."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = private_folder(Path(home, "resumekit", "fontconfig"))
    if folder is None:
        return None
    try:
        paths = list(folder.iterdir())
        known = _checksums(folder) if len(paths) <= _MAX_FILES else {}
        for path in paths:
            if path.name != _CHECKSUMS and known.get(path.name) != _checksum(path.read_bytes()):
                path.unlink()
    except OSError:
        return None
    return folder


def keep_in_font_cache(written: Path) -> None:
    """Move what fontconfig wrote into the cache. It only saves time, so nothing is reported if that fails."""
    folder = checked_font_cache()
    if folder is None or not written.is_dir():
        return
    with suppress(OSError):
        new = {path.name: path.read_bytes() for path in written.glob("*.cache-*")}
        if not new:
            return
        checksums = {name: checksum for name, checksum in _checksums(folder).items() if (folder / name).is_file()}
        checksums |= {name: _checksum(data) for name, data in new.items()}
        lines = (f"{checksum}  {name}\n" for name, checksum in checksums.items())
        for name, data in {_CHECKSUMS: "".join(lines).encode(), **new}.items():
            _write(data, folder / name)


def _checksums(folder: Path) -> Mapping[str, str]:
    """Return the checksum of each file by its name."""
    path = folder / _CHECKSUMS
    lines = path.read_text(encoding="ascii", errors="replace").splitlines() if path.is_file() else ()
    return {name: checksum for checksum, _, name in (line.partition("  ") for line in lines)}


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(data: bytes, path: Path) -> None:
    """Write a file atomically: others may be reading it."""
    scratch = path.with_name(secrets.token_hex(8))
    try:
        scratch.write_bytes(data)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
