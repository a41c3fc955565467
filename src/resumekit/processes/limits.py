"""Limits on the processor time and the memory of a piece of work."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_GRACE_SECONDS = 1
"""How long work may take to notice that its time is up: C code does not, until it returns."""


OUT_OF_TIME = -getattr(signal, "SIGPROF", 0) or None
"""The exit code of a process that the kernel ended because its time was up; there is none on Windows."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of processor time, and bytes of memory in addition to what the process has."""

    seconds: float
    memory: int


class OutOfTime(Exception):
    """The time of a piece of work is up; `seconds` is its limit."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        return f"took more than {self.seconds:g} seconds of processor time"


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Limit the work in the block. Limits of an outer block are suspended meanwhile.

    For processes of our own, in their main thread: elsewhere, and on Windows, there is no limit. Memory is limited on
    Linux only.

    Raises:
        OutOfTime: time is up. A second later, the kernel ends the process with SIGPROF.
        MemoryError: there is no memory left. C code may abort the process instead.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    is_up = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal is_up
        is_up = True
        raise OutOfTime(limits.seconds)

    handlers = {
        signal.SIGVTALRM: signal.signal(signal.SIGVTALRM, stop),
        signal.SIGPROF: signal.signal(signal.SIGPROF, signal.SIG_DFL),
    }
    timers = {
        signal.ITIMER_VIRTUAL: signal.setitimer(signal.ITIMER_VIRTUAL, limits.seconds)[0],
        signal.ITIMER_PROF: signal.setitimer(signal.ITIMER_PROF, limits.seconds + _GRACE_SECONDS)[0],
    }
    try:
        with _limited_memory(limits.memory):
            yield
    finally:
        for timer, seconds in timers.items():
            signal.setitimer(timer, seconds)
        for number, handler in handlers.items():
            signal.signal(number, handler)
    if is_up:  # a library caught the exception
        raise OutOfTime(limits.seconds)


@contextmanager
def _limited_memory(memory: int) -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    wanted = pages * resource.getpagesize() + memory
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
