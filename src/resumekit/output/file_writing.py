"""Atomic writing of files."""

from __future__ import annotations

import os
import re
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from resumekit.errors import OutputError, Problem
from resumekit.processes import claim, remove_abandoned

STANDARD_OUTPUT = Path("-")
_PREFIX = ".resumekit-"
_NAMES = re.compile(re.escape(_PREFIX) + "[0-9a-f]{16}")
_BINARY = getattr(os, "O_BINARY", 0)  # on Windows only


def write(data: bytes, path: Path) -> Path:
    """Write a file atomically: fill a temporary file beside it, flush that to disk, and rename it.

    If anything fails, the previous file is kept. Temporary files of processes that were killed are removed.

    The path `-` is standard output. A symbolic link at the path is replaced, not followed.

    Raises:
        OutputError: the folder cannot be created, or the file cannot be written; says why.
    """
    if path == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return path
    scratch: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_abandoned(path.parent, _NAMES)
        handle, scratch = _new_file(path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform != "win32":  # renamed while it is locked, so that no other process removes it
                scratch.replace(path)
        if sys.platform == "win32":  # which renames no open file, and has no such locks
            scratch.replace(path)
    except OSError as error:
        if scratch:
            scratch.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise OutputError(
            Problem(
                "unwritable",
                f"cannot be written: {why}",
                file=str(path),
                hint="choose another folder with `--output DIR`",
            )
        ) from None
    except BaseException:
        if scratch:
            scratch.unlink(missing_ok=True)
        raise
    return path


def _new_file(folder: Path) -> tuple[int, Path]:
    """Create an empty hidden file with the mode of any new file; `tempfile` would make it private to its owner."""
    while True:
        path = folder / f"{_PREFIX}{secrets.token_hex(8)}"
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
            if claim(handle):
                return handle, path
            os.close(handle)
