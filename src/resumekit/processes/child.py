"""Forks that end with their parent, however it ends.

A signal handler in the parent would not run on SIGKILL, and `prctl(PR_SET_PDEATHSIG)` exists on Linux only and goes by
the parent's thread. So each child holds one end of a pipe, and nobody but the parent holds the other: when the parent
is gone, the kernel signals the child.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_kept: set[int] = set()
"""The ends of pipes that this process holds; its forks must not, or they would keep each other alive."""


@dataclass(frozen=True, slots=True)
class Child:
    """A child process, and the end of its pipe that the parent keeps."""

    pid: int
    lifeline: int

    def kill(self) -> None:
        """End the child, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Wait for the child to end; return the negative number of the signal that ended it, or its exit code."""
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        except ChildProcessError:  # the program ignores SIGCHLD, so the kernel keeps no status
            return 0
        finally:
            close_lifeline(self.lifeline)


def fork() -> Child | None:
    """Fork; return the child, or None in the child, which ends with this process."""
    theirs, ours = open_lifeline()
    with warnings.catch_warnings():
        # Python 3.12 warns where another thread exists; the child touches nothing that such a thread may have locked.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        end_with(theirs)
        return None
    os.close(theirs)
    return Child(pid, ours)


def open_lifeline() -> tuple[int, int]:
    """Return both ends of a new pipe: the child's, for `end_with`, and the parent's, for `close_lifeline`."""
    theirs, ours = os.pipe()
    _kept.add(ours)
    return theirs, ours


def close_lifeline(ours: int) -> None:
    """Close the parent's end."""
    _kept.discard(ours)
    os.close(ours)


def end_with(lifeline: int, end: Callable[[], None] | None = None) -> None:
    """End this process, or call `end`, as soon as the other end of the pipe is closed."""
    if sys.platform == "win32":
        return
    import fcntl

    if end is None and sys.platform == "linux":
        signal.signal(signal.SIGIO, signal.SIG_DFL)  # the kernel ends the process, even in the middle of C code
    else:  # elsewhere, the default is to ignore the signal
        end = end or _exit
        signal.signal(signal.SIGIO, lambda *_: end())
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # closed before the kernel was asked to watch it
        (end or _exit)()


def _exit() -> None:
    os._exit(1)


def _close_inherited() -> None:
    while _kept:
        os.close(_kept.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_inherited)
