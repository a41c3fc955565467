"""Typesetting in worker processes, which import WeasyPrint while the résumé is still being read.

For the command only: it forks, and speeds up imports in ways that a library must not. Importing WeasyPrint takes as
long as everything before it; on two cores both happen at once, and a build takes a sixth less time. An engine that
crashes or never ends takes nothing else down with it.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from resumekit.errors import Problem, TypesetError

from .artifact import Artifact
from .request import TypesetRequest
from .typesetting import PendingPdf, Typesetter, typeset
from .worker_protocol import MAX_SECONDS, answer_requests


@contextmanager
def command_typesetter(workers: int = 1) -> Iterator[Typesetter]:
    """Give a typesetter that uses worker processes, or this process where workers gain nothing.

    Enter early, before much is imported: workers are forks of this process. There are at most as many as cores.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or threading.active_count() > 1:
        yield _typeset_in_command
        return
    pool = _WorkerPool(min(workers, cores))
    try:
        yield pool.start
    finally:
        pool.close()


def _typeset_in_command(request: TypesetRequest) -> PendingPdf:
    def pending() -> Artifact:
        from .import_speedups import import_weasyprint_quickly

        import_weasyprint_quickly()
        return typeset(request)

    return pending


class _WorkerPool:
    """Workers, and the pages that wait for one."""

    def __init__(self, workers: int) -> None:
        self._idle = [_Worker() for _ in range(workers)]
        self._busy: dict[_Worker, _Page] = {}
        self._waiting: deque[_Page] = deque()

    def start(self, request: TypesetRequest) -> PendingPdf:
        page = _Page(request)
        self._waiting.append(page)
        self._assign()
        return lambda: self._wait_for(page)

    def close(self) -> None:
        for worker in (*self._idle, *self._busy):
            worker.kill()

    def _assign(self) -> None:
        while self._idle and self._waiting:
            worker = self._idle.pop()
            self._busy[worker] = page = self._waiting.popleft()
            worker.send(page.request)

    def _wait_for(self, page: _Page) -> Artifact:
        while page.result is None:
            ready, _, _ = select.select(list(self._busy), [], [], MAX_SECONDS)
            if not ready:
                raise TypesetError(Problem("engine-too-slow", f"WeasyPrint took more than {MAX_SECONDS} seconds"))
            for worker in ready:
                done = self._busy.pop(worker)
                done.result = worker.receive()
                self._idle.append(worker if worker.answered else worker.replacement())
            self._assign()
        if isinstance(page.result, Artifact):
            return page.result
        raise TypesetError(*page.result)


class _Page:
    """A requested page and its result: an artifact, or problems."""

    def __init__(self, request: TypesetRequest) -> None:
        self.request = request
        self.result: Artifact | tuple[Problem, ...] | None = None


class _Worker:
    """A fork of this process that typesets one page after another."""

    def __init__(self) -> None:
        requests, send = os.pipe()
        receive, results = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(send)
            os.close(receive)
            _serve(requests, results)
        os.close(requests)
        os.close(results)
        self._requests = os.fdopen(send, "wb")
        self._results = os.fdopen(receive, "rb")
        self.answered = True  # False once its process has exited

    def fileno(self) -> int:
        """Return what `select` watches."""
        return self._results.fileno()

    def send(self, request: TypesetRequest) -> None:
        with suppress(BrokenPipeError):  # a worker that has exited is reported when its result is read
            pickle.dump(request, self._requests)
            self._requests.flush()

    def receive(self) -> Artifact | tuple[Problem, ...]:
        try:
            result: Artifact | tuple[Problem, ...] = pickle.load(self._results)  # noqa: S301 (from our own process)
        except (EOFError, pickle.UnpicklingError):  # its pipe is closed, though the process may not have ended yet
            self.answered = False
            return (Problem("engine-failed", "WeasyPrint's process exited unexpectedly"),)
        return result

    def replacement(self) -> _Worker:
        """Return a new worker for one that did not answer: it is exiting, perhaps after printing why."""
        self._close()
        os.waitpid(self._pid, 0)
        return _Worker()

    def kill(self) -> None:
        """End the worker, whatever it is doing."""
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self._close()

    def _close(self) -> None:
        for pipe in (self._results, self._requests):
            with suppress(BrokenPipeError):
                pipe.close()


def _serve(requests: int, results: int) -> NoReturn:
    """Import the engine, then typeset each requested page; runs in the fork and never returns."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers the user's interrupt
        _import_engine()
        with os.fdopen(requests, "rb") as incoming, os.fdopen(results, "wb") as outgoing:
            answer_requests(incoming, outgoing)
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)


def _import_engine() -> None:
    """Load all that the first page needs; what is missing is reported with that page."""
    from .import_speedups import import_weasyprint_quickly

    with suppress(TypesetError):
        import_weasyprint_quickly()
        from .weasyprint_pdf import warm_up

        warm_up()
