"""Run code that an untrusted file may crash or hang in a process of its own."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, TypeVar

_MAX_SECONDS = 20
_MAX_BYTES = 2_000_000_000

_Result = TypeVar("_Result")


def run_isolated(function: Callable[[], _Result]) -> _Result | None:
    """Return the result of a function that runs in another process, or None if that process dies.

    The process is a fork of this one, with limits on CPU time and memory. On systems without fork, and in programs with
    threads, where forking is unsafe, the function runs in this process.
    """
    if sys.platform == "win32" or threading.active_count() > 1:
        return function()
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        _run_in_child(function, write_end)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        pickled = pipe.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(pickled) if status == 0 else None  # noqa: S301 (from our own process)


def _run_in_child(function: Callable[[], object], write_end: int) -> NoReturn:
    """Run the function in the fork, write its pickled result to the pipe, and exit."""
    status = 1
    try:
        _set_limits()
        with os.fdopen(write_end, "wb") as pipe:
            pickle.dump(function(), pipe)
        status = 0
    finally:
        os._exit(status)


def _set_limits() -> None:
    import resource

    limits = {resource.RLIMIT_CPU: _MAX_SECONDS, resource.RLIMIT_AS: _MAX_BYTES, resource.RLIMIT_CORE: 0}
    for kind, limit in limits.items():
        with suppress(ValueError, OSError):  # not every system supports every limit
            resource.setrlimit(kind, (limit, limit))
