"""External programs that end with this process, with all that they started."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .child import close_lifeline, end_with, open_lifeline

_PROGRAM = "import sys; sys.path[:] = {path!r}; from resumekit.processes.supervised import main; main()"


@contextmanager
def supervised(command: Sequence[str]) -> Iterator[tuple[list[str], tuple[int, ...]]]:
    """Give the command to run instead of this one, and the file descriptors to pass to it.

    Start it in a session of its own: its supervisor kills the whole process group when this process ends.
    """
    if sys.platform == "win32":
        yield [*command], ()
        return
    theirs, ours = open_lifeline()
    try:
        yield [sys.executable, "-I", "-c", _PROGRAM.format(path=sys.path), str(theirs), *command], (theirs,)
    finally:
        os.close(theirs)
        close_lifeline(ours)


def main() -> None:
    """Run the program that the arguments name after the file descriptor, and exit as it does."""
    import subprocess

    lifeline, *command = sys.argv[1:]
    end_with(int(lifeline), lambda: os.killpg(0, signal.SIGKILL))
    if os.environ.get("LC_CTYPE") == "C.UTF-8":  # Python sets this in the C locale (PEP 538)
        del os.environ["LC_CTYPE"]
    try:
        code = subprocess.run(command, check=False).returncode  # noqa: S603 (the caller's command)
    except OSError as error:  # not a program
        sys.exit(error.strerror)
    sys.exit(code if code >= 0 else 128 - code)
