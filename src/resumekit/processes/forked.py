"""Call one function in a fork of this process."""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable
from typing import IO, Any, NoReturn

from .child import fork
from .limits import OUT_OF_TIME
from .outcome import Outcome, Unfinished, outcome_of, read_outcome, write_outcome


def call_in_fork(function: Callable[[], Any], seconds: float) -> Any:
    """Return the result of a function, or raise what it raises.

    Raises:
        Unfinished: the process crashed, or took longer than `seconds` by the clock on the wall.
    """
    read_end, write_end = os.pipe()
    child = fork()
    if child is None:
        os.close(read_end)
        _serve(function, write_end)
    os.close(write_end)
    outcome, is_late = None, False
    with os.fdopen(read_end, "rb") as pipe:
        try:
            is_late = not select.select([pipe], [], [], seconds)[0]
            if not is_late:
                outcome = _outcome_in(pipe)
        finally:
            if outcome is None:
                child.kill()
            exit_code = child.wait()
    if outcome is None:
        raise Unfinished("time" if is_late or exit_code == OUT_OF_TIME else "crash")
    return outcome.get()


def _outcome_in(pipe: IO[bytes]) -> Outcome | None:
    try:
        return read_outcome(pipe)
    except (EOFError, pickle.UnpicklingError):
        return None


def _serve(function: Callable[[], object], write_end: int) -> NoReturn:
    """Call the function in the fork, and write its outcome to the pipe."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers the user's interrupt
        with os.fdopen(write_end, "wb") as pipe:
            write_outcome(outcome_of(function), pipe)
    finally:
        os._exit(0)
