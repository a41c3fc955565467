"""A process of its own for work that a stranger's file may crash, or never let end."""

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

_Made = TypeVar("_Made")


def apart(work: Callable[[], _Made]) -> _Made | None:
    """Return what the work makes, or None if its process came to an end before.

    The process is a fork of this one, with limits to its time and memory. Where forks are not to be had, or not safe
    because there are threads, the work is done here.
    """
    if sys.platform == "win32" or threading.active_count() > 1:
        return work()
    answer, answered = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        _work(work, answered)
    os.close(answered)
    with os.fdopen(answer, "rb") as pipe:
        made = pipe.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(made) if status == 0 else None  # noqa: S301 (from our own process)


def _work(work: Callable[[], object], answered: int) -> NoReturn:
    """Do the work in the fork, and never come back."""
    status = 1
    try:
        _set_limits()
        with os.fdopen(answered, "wb") as pipe:
            pickle.dump(work(), pipe)
        status = 0
    finally:
        os._exit(status)


def _set_limits() -> None:
    import resource

    limits = {resource.RLIMIT_CPU: _MAX_SECONDS, resource.RLIMIT_AS: _MAX_BYTES, resource.RLIMIT_CORE: 0}
    for what, most in limits.items():
        with suppress(ValueError, OSError):  # not every system limits everything
            resource.setrlimit(what, (most, most))
