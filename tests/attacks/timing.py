"""Whether time grows linearly with the input: four times the input may take six times as long, but not sixteen."""

from __future__ import annotations

import resource
from collections.abc import Callable
from typing import TypeVar

_Input = TypeVar("_Input")

_MAX_GROWTH = 8
"""Between four, which is linear, and sixteen, which is quadratic."""

_ATTEMPTS = 4
_NOISE = 0.01
"""CPU seconds that a timer, a garbage collection or a first call may add."""


def assert_linear(work: Callable[[_Input], object], make: Callable[[int], _Input], size: int) -> None:
    """Check that work on an input of four times the size takes at most eight times as long.

    A busy machine can only make it slower, so one attempt that is fast enough proves it.
    """
    work(make(size // 4 + 1))  # imports, compiles patterns, reads word lists
    measured = []
    for attempt in range(_ATTEMPTS):
        small, large = _seconds(work, make(size + attempt)), _seconds(work, make(4 * (size + attempt)))
        measured.append(f"{small:.3f} s, {large:.3f} s")
        if large <= _MAX_GROWTH * max(small, _NOISE):
            return
    raise AssertionError(f"not linear: {'; '.join(measured)}")


def _seconds(work: Callable[[_Input], object], given: _Input) -> float:
    start = _cpu_time()
    work(given)
    return _cpu_time() - start


def _cpu_time() -> float:
    """Return the CPU time of this process and of the children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)
