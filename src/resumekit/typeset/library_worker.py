"""Typesetting for programs that use resumekit as a library: in a process of its own.

Pango takes its fonts from the environment and from a default configuration that the whole process shares. A program's
own pages must not change because resumekit makes one, nor the other way round; so a worker makes all of them. It starts
with the first page and ends with the program.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial

from resumekit.errors import Problem, TypesetError

from .artifact import Artifact
from .request import TypesetRequest
from .typesetting import PendingPdf
from .worker_protocol import MAX_SECONDS, answer_requests

_PROGRAM = "import sys; sys.path[:] = {path!r}; from resumekit.typeset.library_worker import serve; serve()"
_LOCK = threading.Lock()
_workers: dict[int, subprocess.Popen[bytes]] = {}
"""The worker of each process, by its number: a fork must not talk to its parent's."""


def library_typesetter(request: TypesetRequest) -> PendingPdf:
    """Typeset a page in the worker, once its PDF is waited for. Threads take turns."""
    return partial(_typeset, request)


def _typeset(request: TypesetRequest) -> Artifact:
    with _LOCK:
        timer = threading.Timer(MAX_SECONDS, _kill_worker)
        timer.daemon = True
        timer.start()
        try:
            result = _exchange(_worker(), request)
        except (EOFError, OSError, pickle.UnpicklingError):
            result = (_failure(timer),)
            _end_worker()
        finally:
            timer.cancel()
            timer.join()
    if isinstance(result, Artifact):
        return result
    raise TypesetError(*result)


def _exchange(worker: subprocess.Popen[bytes], request: TypesetRequest) -> Artifact | tuple[Problem, ...]:
    assert worker.stdin
    assert worker.stdout
    pickle.dump(request, worker.stdin)
    worker.stdin.flush()
    result: Artifact | tuple[Problem, ...] = pickle.load(worker.stdout)  # noqa: S301 (from our own process)
    return result


def _failure(timer: threading.Timer) -> Problem:
    if timer.finished.is_set():
        return Problem("engine-too-slow", f"WeasyPrint took more than {MAX_SECONDS} seconds")
    return Problem("engine-failed", "WeasyPrint's process exited unexpectedly")


def _worker() -> subprocess.Popen[bytes]:
    """Return the worker of this process, started if there is none."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.poll() is not None:
        worker = subprocess.Popen(  # noqa: S603 (this Python, and our own program)
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        _workers[os.getpid()] = worker
    return worker


def _kill_worker() -> None:
    """Kill the worker of this process; whoever waits for it then reads the end of its results."""
    if worker := _workers.get(os.getpid()):
        worker.kill()


@atexit.register
def _end_worker() -> None:
    """End the worker of this process, whatever it is doing."""
    if worker := _workers.pop(os.getpid(), None):
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def serve() -> None:
    """Typeset each page that standard input asks for; runs in the worker until its program ends."""
    from .import_speedups import import_weasyprint_quickly

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program answers the user's interrupt
    requests, results = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get among the results
    with suppress(TypesetError):
        import_weasyprint_quickly()
    with suppress(BrokenPipeError):
        answer_requests(requests, results)
