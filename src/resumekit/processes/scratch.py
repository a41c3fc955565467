"""Temporary folders and files, and removing those of processes that were killed.

Whoever uses one holds a lock on it, which the kernel releases however the process ends. So what nobody has locked is
left over from a process that was killed. On Windows there are no such locks, and nothing is removed.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "resumekit-scratch-"
_NAMES = re.compile(re.escape(_PREFIX) + "[a-z0-9_]{8}")


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a new temporary folder, and remove it afterwards; folders left by killed processes are removed first."""
    import shutil  # late, like all that not every command needs
    import tempfile

    remove_abandoned(Path(tempfile.gettempdir()), _NAMES)
    folder, lock = _new_folder()
    try:
        yield folder
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


def remove_abandoned(parent: Path, names: re.Pattern[str]) -> None:
    """Remove the files and folders of this user in a folder that have such names, and that no process has locked."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(parent) as found:
        for each in found:
            if names.fullmatch(each.name):
                _remove_if_abandoned(each.path)


def _new_folder() -> tuple[Path, int | None]:
    """Return a new folder and the lock on it."""
    import tempfile

    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        if sys.platform == "win32":
            return folder, None
        with suppress(FileNotFoundError):  # removed as abandoned before it was locked
            lock = os.open(folder, os.O_RDONLY)
            if claim(lock):
                return folder, lock
            os.close(lock)


def _remove_if_abandoned(path: str) -> None:
    import fcntl
    import shutil

    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        status = os.fstat(opened)
        if status.st_uid != os.getuid():
            return
        if stat.S_ISDIR(status.st_mode):
            shutil.rmtree(path, ignore_errors=True)
        elif stat.S_ISREG(status.st_mode):
            os.unlink(path)  # noqa: PTH108 (as named by scandir)
    except OSError:  # locked, or a file system without locks
        return
    finally:
        os.close(opened)
