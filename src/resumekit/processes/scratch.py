"""Temporary folders and files, and removing those of processes that were killed.

Whoever uses one holds a lock on it, which the kernel releases however the process ends. So what nobody has locked is
left over from a process that was killed. On Windows there are no such locks, and nothing is removed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "resumekit-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a new temporary folder, and remove it afterwards; folders left by killed processes are removed first."""
    _remove_abandoned(Path(tempfile.gettempdir()))
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = os.open(folder, os.O_RDONLY) if sys.platform != "win32" else None
        try:
            if lock is None or claim(lock):
                yield folder
                return
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if lock is not None:
                os.close(lock)


def claim(opened: int) -> bool:
    """Lock a new file or folder while it is open; return False if another process has just removed it as abandoned."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        return True
    return os.fstat(opened).st_nlink > 0


def is_abandoned(path: Path) -> bool:
    """Return whether a file or folder of this user is locked by no process, so that it can be removed."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.fstat(opened).st_uid == os.getuid()
    except OSError:  # locked, or a file system without locks
        return False
    finally:
        os.close(opened)


def _remove_abandoned(parent: Path) -> None:
    with suppress(OSError), os.scandir(parent) as found:
        for each in found:
            if each.name.startswith(_PREFIX) and each.is_dir(follow_symlinks=False) and is_abandoned(Path(each.path)):
                shutil.rmtree(each.path, ignore_errors=True)
