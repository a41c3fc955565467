"""Run work on untrusted input in another process, within limits."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from .forked import call_in_fork
from .limits import Limits, OutOfTime, limited
from .outcome import Unfinished
from .spawned_worker import call_in_worker

_WAITING = 6
"""How much longer than its processor time work may take: others may have the processor, or it may be asleep."""

_Result = TypeVar("_Result")


def run_isolated(function: Callable[[], _Result], limits: Limits) -> _Result:
    """Return the result of a function that runs in another process. What the function raises is raised here.

    The process is a fork of this one. Where forking is impossible or unsafe, on Windows and in programs with threads, a
    worker runs the function, which then must be one that can be pickled.

    Raises:
        Unfinished: the process exceeded a limit, or crashed.
    """
    is_unsafe = sys.platform == "win32" or threading.active_count() > 1
    call = call_in_worker if is_unsafe else call_in_fork
    try:
        result: _Result = call(partial(_run_limited, function, limits), limits.seconds * _WAITING)
    except OutOfTime:
        raise Unfinished("time") from None
    except MemoryError:
        raise Unfinished("memory") from None
    return result


def _run_limited(function: Callable[[], _Result], limits: Limits) -> _Result:
    with limited(limits):
        return function()
