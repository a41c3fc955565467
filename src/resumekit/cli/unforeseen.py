"""Errors of the operating system that no stage expects: a full disk, too many open files, a deleted current folder."""

from __future__ import annotations

import errno
import os

from resumekit.errors import LoadError, OutputError, Problem

_WRITING = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG}
"""The errors that only writing can cause."""


def unforeseen(error: OSError) -> tuple[Problem, int]:
    """Return an error of the operating system as a problem, and the exit code of its kind."""
    reason = error.strerror or str(error)
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
    if error.errno in _WRITING:
        return Problem("unwritable", f"cannot be written: {reason}", file=file or "disk"), OutputError.exit_code
    if isinstance(error, FileNotFoundError) and not _has_current_folder():
        hint = "it has been deleted; change to another folder"
        return Problem("not-found", "the current folder does not exist", hint=hint), LoadError.exit_code
    return Problem("unreadable", f"cannot be read: {reason}" if file else reason, file=file), LoadError.exit_code


def _has_current_folder() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 (only whether there is one)
    except OSError:
        return False
    return True
