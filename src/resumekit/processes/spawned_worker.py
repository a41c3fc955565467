"""A process that calls functions for a program that cannot fork: one with threads, or on Windows.

It starts with the first call and ends with the program. Functions are called one after another.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .child import close_lifeline, end_with, open_lifeline
from .limits import OUT_OF_TIME
from .outcome import Outcome, Unfinished, answer_calls, read_outcome, write_call

if TYPE_CHECKING:
    import subprocess

_PROGRAM = "import sys; sys.path[:] = {path!r}; from resumekit.processes.spawned_worker import serve; serve({lifeline})"
_LOCK = threading.Lock()
_workers: dict[int, _Worker] = {}
"""The worker of each process, by its number: a fork must not talk to its parent's."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    lifeline: int | None


def call_in_worker(function: Callable[[], Any], seconds: float) -> Any:
    """Return the result of a function that can be pickled, or raise what it raises. Threads take turns.

    Raises:
        Unfinished: the worker crashed, or took longer than `seconds` by the clock on the wall.
    """
    is_late = threading.Event()

    def give_up() -> None:
        is_late.set()
        _kill_worker()

    with _LOCK:
        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            outcome = _exchange(_worker().process, function)
        except (EOFError, OSError, pickle.UnpicklingError):
            has_used_its_time = _end_worker() == OUT_OF_TIME
            raise Unfinished("time" if has_used_its_time or is_late.is_set() else "crash") from None
        finally:
            timer.cancel()
            timer.join()
    return outcome.get()


def _exchange(process: subprocess.Popen[bytes], function: Callable[[], object]) -> Outcome:
    assert process.stdin
    assert process.stdout
    write_call(function, process.stdin)
    return read_outcome(process.stdout)


def _worker() -> _Worker:
    """Return the worker of this process, started if there is none."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.process.poll() is not None:
        _end_worker()
        worker = _workers[os.getpid()] = _start()
    return worker


def _start() -> _Worker:
    import subprocess  # late: the command forks

    theirs, ours = (None, None) if sys.platform == "win32" else open_lifeline()
    program = _PROGRAM.format(path=sys.path, lifeline=theirs)
    process = subprocess.Popen(  # noqa: S603 (this Python, and our own program)
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=() if theirs is None else (theirs,),
    )
    if theirs is not None:
        os.close(theirs)
    return _Worker(process, ours)


def _kill_worker() -> None:
    """Kill the worker of this process; whoever waits for it then reads the end of its outcomes."""
    if worker := _workers.get(os.getpid()):
        worker.process.kill()


def _end_worker() -> int | None:
    """End the worker of this process, whatever it is doing; return its exit code."""
    worker = _workers.pop(os.getpid(), None)
    if worker is None:
        return None
    worker.process.kill()
    for pipe in (worker.process.stdin, worker.process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    if worker.lifeline is not None:
        close_lifeline(worker.lifeline)
    return worker.process.wait()


atexit.register(_end_worker)


def serve(lifeline: int | None) -> None:
    """Call each function that standard input asks for; runs in the worker until its program ends."""
    if lifeline is not None:
        end_with(lifeline)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program answers the user's interrupt
    calls, outcomes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get among the outcomes
    answer_calls(calls, outcomes)
