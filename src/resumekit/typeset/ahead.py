"""Typesetting in processes of its own, which get ready while the résumé is still being read.

WeasyPrint takes as long to import as everything before it takes to run; on two cores the two happen at once, and a
build is a sixth shorter. Besides, whatever an engine does to its process, this one goes on, and one that never ends is
ended.
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
from typing import TYPE_CHECKING, NoReturn

from resumekit.errors import Problem, TypesetError

from .artifact import Artifact
from .job import Job
from .typesetting import Setting, Typesetter, typeset_here

if TYPE_CHECKING:
    from resumekit.theming import Source

MAX_SECONDS = 300
"""How long one page may take; a hundred pages take ten seconds."""


@contextmanager
def typesetting_ahead(processes: int = 1) -> Iterator[Typesetter]:
    """Give a typesetter whose engine is being imported meanwhile; an ordinary one where that gains nothing.

    To be entered early, before much is imported: the processes are forks of this one. There are at most as many as
    there are cores.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or threading.active_count() > 1:
        yield typeset_here
        return
    crew = _Crew(min(processes, cores))
    try:
        yield crew.begin
    finally:
        crew.end()


class _Crew:
    """Processes that set pages, and the pages that wait for one of them."""

    def __init__(self, processes: int) -> None:
        self._idle = [_Process() for _ in range(processes)]
        self._busy: dict[_Process, _Page] = {}
        self._waiting: deque[_Page] = deque()

    def begin(self, source: Source, job: Job) -> Setting:
        page = _Page((source.html, job))
        self._waiting.append(page)
        self._hand_out()
        return lambda: self._wait_for(page)

    def end(self) -> None:
        for process in (*self._idle, *self._busy):
            process.end()

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            process = self._idle.pop()
            self._busy[process] = page = self._waiting.popleft()
            process.send(page.request)

    def _wait_for(self, page: _Page) -> Artifact:
        while page.answer is None:
            ready, _, _ = select.select(list(self._busy), [], [], MAX_SECONDS)
            if not ready:
                raise TypesetError(Problem("engine-too-slow", f"WeasyPrint took more than {MAX_SECONDS} seconds"))
            for process in ready:
                done = self._busy.pop(process)
                done.answer = process.receive()
                self._idle.append(process if process.is_alive() else process.successor())
            self._hand_out()
        if isinstance(page.answer, Artifact):
            return page.answer
        raise TypesetError(*page.answer)


class _Page:
    """A page that was asked for, and what came of it: an artifact, or problems."""

    def __init__(self, request: tuple[str, Job]) -> None:
        self.request = request
        self.answer: Artifact | tuple[Problem, ...] | None = None


class _Process:
    """A fork of this process that sets one page after the other."""

    def __init__(self) -> None:
        asked, ask = os.pipe()
        answer, answered = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            os.close(ask)
            os.close(answer)
            _serve(asked, answered)
        os.close(asked)
        os.close(answered)
        self._ask = os.fdopen(ask, "wb")
        self._answer = os.fdopen(answer, "rb")

    def fileno(self) -> int:
        """Return what `select` watches."""
        return self._answer.fileno()

    def send(self, request: tuple[str, Job]) -> None:
        with suppress(BrokenPipeError):  # a process that has ended is told of when its answer is read
            pickle.dump(request, self._ask)
            self._ask.flush()

    def receive(self) -> Artifact | tuple[Problem, ...]:
        try:
            made: Artifact | tuple[Problem, ...] = pickle.load(self._answer)  # noqa: S301 (from our own process)
        except (EOFError, pickle.UnpicklingError):
            return (Problem("engine-failed", "WeasyPrint's process ended without a word"),)
        return made

    def is_alive(self) -> bool:
        """Tell whether the process can set another page."""
        return os.waitpid(self._number, os.WNOHANG)[0] == 0

    def successor(self) -> _Process:
        """Return a process in the place of one that has ended."""
        self._close()
        return _Process()

    def end(self) -> None:
        """End the process, whatever it is at."""
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._number, signal.SIGKILL)
            os.waitpid(self._number, 0)
        self._close()

    def _close(self) -> None:
        for pipe in (self._answer, self._ask):
            with suppress(BrokenPipeError):
                pipe.close()


def _serve(asked: int, answered: int) -> NoReturn:
    """Import the engine, then set each page that is asked for; runs in the fork, and never comes back."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that answers to the user
        from .weasyprint_pdf import pdf, prepare

        prepare()
        with os.fdopen(asked, "rb") as requests, os.fdopen(answered, "wb") as answers:
            while True:
                html, job = pickle.load(requests)  # noqa: S301 (from our own process)
                try:
                    made: object = pdf(html, job)
                except TypesetError as error:
                    made = error.problems
                pickle.dump(made, answers)
                answers.flush()
    except EOFError:  # nobody asks any more
        pass
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)
