"""Atomic writing of files."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from resumekit.errors import OutputError, Problem

STANDARD_OUTPUT = Path("-")


def write(data: bytes, path: Path) -> Path:
    """Write a file atomically: fill a temporary file beside it, flush that to disk, and rename it.

    If anything fails, the previous file is kept.

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
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".resumekit-")
        scratch = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(_usual_mode())
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


def _usual_mode() -> int:
    """Return the mode of an ordinary new file; temporary files are readable by their owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
