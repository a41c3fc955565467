"""Folders for caches: only their user may write them, because what is in them is executed or mapped into memory."""

from __future__ import annotations

import os
from pathlib import Path


def private_folder(folder: Path) -> Path | None:
    """Return a folder, created if it is missing; None if it cannot be, or if others own it or can write it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        return None
    return folder
