"""Typesetting in a process of its own, which gets ready while the résumé is still being read.

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from resumekit.errors import Problem, TypesetError

from .artifact import Artifact
from .folders import Folders
from .formats import Typesetter, typeset

if TYPE_CHECKING:
    from resumekit.theming import Source

MAX_SECONDS = 300
"""How long one page may take; a hundred pages take ten seconds."""


@contextmanager
def typesetting_ahead(meanwhile: Callable[[], object] = lambda: None) -> Iterator[Typesetter]:
    """Give a typesetter whose engine is being imported meanwhile; an ordinary one where that gains nothing.

    To be entered early, before much is imported: the process is a fork of this one. `meanwhile` is called while the
    page is being set.
    """
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2 or threading.active_count() > 1:
        yield typeset
        return
    process = _Process(meanwhile)
    try:
        yield process.typeset
    finally:
        process.end()


class _Process:
    """The other end: takes one page, and gives one artifact."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile
        asked, self._ask = os.pipe()
        self._answer, answered = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            os.close(self._ask)
            os.close(self._answer)
            _serve(asked, answered)
        os.close(asked)
        os.close(answered)
        self._asked = False

    def typeset(self, source: Source, format_: str, folders: Folders) -> Artifact:
        """Do as `typeset` does; the first PDF there, all else here."""
        if format_ != "pdf" or self._asked:
            return typeset(source, format_, folders)
        self._asked = True
        with os.fdopen(self._ask, "wb") as pipe, suppress(BrokenPipeError):
            pipe.write(pickle.dumps((source.html, folders)))
        self._meanwhile()
        answer = self._read()
        if not answer:
            raise TypesetError(Problem("engine-failed", "WeasyPrint's process ended without a word"))
        made = pickle.loads(answer)  # noqa: S301 (from our own process)
        if isinstance(made, Artifact):
            return made
        raise TypesetError(*made)

    def end(self) -> None:
        """End the process, whatever it is at."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        os.close(self._answer)
        if not self._asked:
            os.close(self._ask)

    def _read(self) -> bytes:
        parts: list[bytes] = []
        while True:
            ready, _, _ = select.select([self._answer], [], [], MAX_SECONDS)
            if not ready:
                raise TypesetError(Problem("engine-too-slow", f"WeasyPrint took more than {MAX_SECONDS} seconds"))
            part = os.read(self._answer, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)


def _serve(asked: int, answered: int) -> NoReturn:
    """Import the engine, then set the one page that is asked for; runs in the fork, and never comes back."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that answers to the user
        from .weasyprint_pdf import pdf, prepare

        prepare()
        with os.fdopen(asked, "rb") as pipe:
            request = pipe.read()
        if request:
            html, folders = pickle.loads(request)  # noqa: S301 (from our own process)
            try:
                made: object = pdf(html, folders)
            except TypesetError as error:
                made = error.problems
            with os.fdopen(answered, "wb") as pipe:
                pipe.write(pickle.dumps(made))
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)
