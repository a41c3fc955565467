"""Errors of the operating system that no stage expects: a full disk, too many open files, a deleted current folder."""

from __future__ import annotations

import errno
import os

from resumekit.errors import LoadError, OutputError, Problem
from resumekit.load.loader import DELETED, has_current_folder

_WRITING = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG}
"""The errors that only writing can cause."""


def unforeseen(error: OSError) -> tuple[Problem, int]:
    """Return an error of the operating system as a problem, and the exit code of its kind."""
    reason = error.strerror or str(error)
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
    if error.errno in _WRITING:
        return Problem("unwritable", f"cannot be written: {reason}", file=file or "disk"), OutputError.exit_code
    if isinstance(error, FileNotFoundError) and not has_current_folder():
        return Problem("not-found", "the current folder does not exist", hint=DELETED), LoadError.exit_code
    return Problem("unreadable", f"cannot be read: {reason}" if file else reason, file=file), LoadError.exit_code
