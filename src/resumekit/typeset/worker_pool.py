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
from functools import partial
from typing import NoReturn

from resumekit.errors import TypesetError
from resumekit.processes import OUT_OF_TIME, Outcome, answer_calls, fork, read_outcome, write_call

from .artifact import Artifact
from .library_worker import library_typesetter
from .page_limits import unfinished, wall_seconds
from .request import TypesetRequest
from .typesetting import PendingPdf, Typesetter, typeset


@contextmanager
def command_typesetter(workers: int = 1) -> Iterator[Typesetter]:
    """Give a typesetter that uses worker processes, or where forking is unsafe, the typesetter of the library.

    Enter early, before much is imported: workers are forks of this process. There are at most as many as cores.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        yield library_typesetter
        return
    pool = _WorkerPool(min(workers, len(os.sched_getaffinity(0))))
    try:
        yield pool.start
    finally:
        pool.close()


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
        while page.outcome is None:
            ready, _, _ = select.select(list(self._busy), [], [], wall_seconds(page.request))
            for worker in ready:
                done = self._busy.pop(worker)
                done.outcome = worker.receive(done.request)
                self._idle.append(worker if worker.is_alive else _Worker())
            for worker in () if ready else self._busy:
                worker.give_up()
            self._assign()
        artifact: Artifact = page.outcome.get()
        return artifact


class _Page:
    """A requested page, and its outcome once it is done."""

    def __init__(self, request: TypesetRequest) -> None:
        self.request = request
        self.outcome: Outcome | None = None


class _Worker:
    """A fork of this process that typesets one page after another."""

    def __init__(self) -> None:
        calls, send = os.pipe()
        receive, outcomes = os.pipe()
        child = fork()
        if child is None:
            os.close(send)
            os.close(receive)
            _serve(calls, outcomes)
        os.close(calls)
        os.close(outcomes)
        self._child = child
        self._calls = os.fdopen(send, "wb")
        self._outcomes = os.fdopen(receive, "rb")
        self._is_too_slow = False
        self.is_alive = True

    def fileno(self) -> int:
        """Return what `select` watches."""
        return self._outcomes.fileno()

    def send(self, request: TypesetRequest) -> None:
        with suppress(BrokenPipeError):  # a worker that has exited is reported when its outcome is read
            write_call(partial(typeset, request), self._calls)

    def receive(self, request: TypesetRequest) -> Outcome:
        try:
            return read_outcome(self._outcomes)
        except (EOFError, pickle.UnpicklingError):  # its pipe is closed, though the process may not have ended yet
            is_too_slow = self._end() == OUT_OF_TIME or self._is_too_slow
            return Outcome(error=unfinished("time" if is_too_slow else "crash", request))

    def give_up(self) -> None:
        """Kill a worker that takes too long; its outcome will say so."""
        self._is_too_slow = True
        self._child.kill()

    def kill(self) -> None:
        """End the worker, whatever it is doing."""
        self._child.kill()
        self._end()

    def _end(self) -> int:
        """Wait for the process, perhaps while it prints why it ends; return its exit code."""
        self.is_alive = False
        for pipe in (self._outcomes, self._calls):
            with suppress(BrokenPipeError):
                pipe.close()
        return self._child.wait()


def _serve(calls: int, outcomes: int) -> NoReturn:
    """Import the engine, then typeset each requested page; runs in the fork and never returns."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers the user's interrupt
        _import_engine()
        with os.fdopen(calls, "rb") as incoming, os.fdopen(outcomes, "wb") as outgoing:
            answer_calls(incoming, outgoing)
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
